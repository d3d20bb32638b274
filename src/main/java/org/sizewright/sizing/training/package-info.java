/**
 * Training of language models as figures, one row per workload: trainable parameters, what each GPU holds and keeps, phases of
 * alignment, checkpoints on disk, time, and what serving an adapter costs.
 *
 * <p>Pure: no files, no clock. May use {@code sizing} and what it uses. Of the plan it knows how a run is described (batch, layout, run,
 * adapters that are served), not the workload.
 */
@NullMarked
package org.sizewright.sizing.training;

import org.jspecify.annotations.NullMarked;
