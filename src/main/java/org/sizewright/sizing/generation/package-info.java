/**
 * The memory of one process that generates without a serving engine: weights as they are loaded, the growing cache, and the peaks of
 * transformers, litgpt and AutoAWQ. Uses the figures of the model in {@code sizing}; a served model uses it where its engine is such
 * a process.
 */
@NullMarked
package org.sizewright.sizing.generation;

import org.jspecify.annotations.NullMarked;
