package org.sizewright.catalog;

import java.util.Objects;

/** What the user said about a GPU's name that leaves something open. */
public sealed interface GpuAnswer {
    /** This one is meant. */
    record Meant(GpuCandidate gpu) implements GpuAnswer {
        public Meant {
            Objects.requireNonNull(gpu, "gpu");
        }
    }

    /** It stays open, and is not asked for again. */
    record LeftOpen() implements GpuAnswer {}
}
