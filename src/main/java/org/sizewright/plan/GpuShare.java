package org.sizewright.plan;

import java.util.Optional;
import org.sizewright.library.MigProfile;
import org.sizewright.library.VgpuType;
import org.sizewright.quantity.Bytes;

/** What one virtual machine takes of the GPUs of its host, looked up. */
public sealed interface GpuShare {
    /** Whole GPUs; {@code fullType} is the vGPU type with the whole frame buffer, where one is known. */
    record Whole(int gpus, Optional<VgpuType> fullType) implements GpuShare {}

    /** A part of one GPU. */
    sealed interface Fraction extends GpuShare {
        /** Name of the profile or vGPU type that placement counts with. */
        String profile();

        /** GPU memory that the profile gives. */
        Bytes memory();

        /** Most of them on one GPU that carries nothing else; empty if unknown. */
        Optional<Integer> mostPerGpu();
    }

    /** A MIG instance; {@code vgpuType} is what the hypervisor calls it. */
    record Mig(MigProfile migProfile, Optional<VgpuType> vgpuType) implements Fraction {
        @Override
        public String profile() {
            return migProfile.name();
        }

        @Override
        public Bytes memory() {
            return migProfile.memoryForSizing();
        }

        @Override
        public Optional<Integer> mostPerGpu() {
            return Optional.of(migProfile.maxInstances());
        }
    }

    /** A vGPU that takes turns with others on the whole GPU. */
    record TimeSliced(VgpuType type) implements Fraction {
        @Override
        public String profile() {
            return type.name().value();
        }

        @Override
        public Bytes memory() {
            return type.frameBuffer().orElseGet(() -> Bytes.ofGb(type.nominalGb()));
        }

        @Override
        public Optional<Integer> mostPerGpu() {
            return type.maxEqualSize();
        }
    }
}
