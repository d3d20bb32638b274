/**
 * Demand and cluster as figures: the memory of language models, replicas and GPUs, hosts, power, rack space and licences. Each
 * class defines the figures of one topic, formula beside title and source, and keeps them as fields.
 *
 * <p>Pure: no files, no clock. May use {@code plan} and what it uses. Knows nothing of placements: what a search found comes in
 * as plain numbers.
 */
@NullMarked
package org.sizewright.sizing;

import org.jspecify.annotations.NullMarked;
