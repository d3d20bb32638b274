/**
 * Retrieval for language models, as figures: documents to passages and vectors, the vector database that keeps them, queries, and
 * the models that are served for it. Each class defines the figures of one topic.
 *
 * <p>Pure: no files, no clock. May use {@code sizing}, its throughput, and what they use.
 */
@NullMarked
package org.sizewright.sizing.retrieval;

import org.jspecify.annotations.NullMarked;
