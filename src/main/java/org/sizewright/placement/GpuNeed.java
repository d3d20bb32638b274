package org.sizewright.placement;

import org.sizewright.partition.PartitionScheme;

/** What one virtual machine asks of the GPUs of its host. */
public sealed interface GpuNeed {
    /** The profile that it takes of each GPU: {@code PartitionScheme.WHOLE} for whole GPUs, empty for none. */
    String profile();

    /** How many GPUs it takes a share of. */
    int gpus();

    /** No GPU. */
    record None() implements GpuNeed {
        @Override
        public String profile() {
            return "";
        }

        @Override
        public int gpus() {
            return 0;
        }
    }

    /** So many whole GPUs of one host: passthrough, or vGPUs with the full frame buffer. */
    record Whole(int gpus) implements GpuNeed {
        public Whole {
            if (gpus < 1) {
                throw new IllegalArgumentException("at least one GPU");
            }
        }

        @Override
        public String profile() {
            return PartitionScheme.WHOLE;
        }
    }

    /** One MIG instance of this profile. */
    record Mig(String profile) implements GpuNeed {
        @Override
        public int gpus() {
            return 1;
        }
    }

    /**
     * One time-sliced vGPU of this profile.
     *
     * @param sameSizeOnly whether its GPU must run at same size, whatever the cluster allows
     */
    record TimeSliced(String profile, boolean sameSizeOnly) implements GpuNeed {
        /** A vGPU that runs in any mode the cluster allows. */
        public TimeSliced(String profile) {
            this(profile, false);
        }

        @Override
        public int gpus() {
            return 1;
        }
    }

    /** The need in words, for messages. */
    default String words() {
        return switch (this) {
            case None none -> "no GPU";
            case Whole whole -> whole.gpus() == 1 ? "one whole GPU" : whole.gpus() + " whole GPUs";
            case Mig mig -> mig.profile();
            case TimeSliced vgpu -> vgpu.profile();
        };
    }
}
