package org.sizewright.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.library.MigProfile;
import org.sizewright.library.VgpuType;
import org.sizewright.quantity.Bytes;

/** What one virtual machine takes of the GPUs of its host, looked up. */
public sealed interface GpuShare {
    /** Whole GPUs; {@code fullType} is the vGPU type with the whole frame buffer, where one is known. */
    record Whole(int gpus, Optional<VgpuType> fullType) implements GpuShare {}

    /** Whether a machine has it to compute: all but vGPUs of series for desktops, which other licences carry. */
    default boolean computes() {
        return switch (this) {
            case Whole whole -> true;
            case Mig mig -> true;
            case TimeSliced sliced -> sliced.type().series() == VgpuType.Series.C;
            case Several several -> several.parts().stream().anyMatch(GpuShare::computes);
        };
    }

    /** Parts of GPUs that a machine shares with others. */
    sealed interface Shared extends GpuShare {
        /** The profiles in words; of a single one its name. */
        String profile();

        /** GPU memory that all of them give together. */
        Bytes memory();

        /** Each of them. */
        List<Fraction> parts();
    }

    /** A part of one GPU. */
    sealed interface Fraction extends Shared {
        @Override
        default List<Fraction> parts() {
            return List.of(this);
        }

        /** Name of the profile or vGPU type that placement counts with. */
        @Override
        String profile();

        /** GPU memory that the profile gives. */
        @Override
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

    /** Several parts of GPUs of one host for one machine, of one board and series. */
    record Several(List<Fraction> parts) implements Shared {
        public Several {
            parts = List.copyOf(parts);
            if (parts.size() < 2) {
                throw new IllegalArgumentException("several are two or more");
            }
        }

        @Override
        public String profile() {
            Map<String, Integer> counts = new LinkedHashMap<>();
            parts.forEach(part -> counts.merge(part.profile(), 1, Integer::sum));
            return counts.entrySet().stream()
                    .map(entry -> entry.getValue() == 1 ? entry.getKey() : entry.getValue() + " x " + entry.getKey())
                    .collect(Collectors.joining(" + "));
        }

        @Override
        public Bytes memory() {
            return Bytes.of(
                    parts.stream().mapToLong(part -> part.memory().count()).sum());
        }

        /** The one profile of all of them; empty if they differ. */
        public Optional<Fraction> equalPart() {
            return parts.stream().distinct().count() == 1 ? Optional.of(parts.getFirst()) : Optional.empty();
        }
    }
}
