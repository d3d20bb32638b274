package org.sizewright.buildsheet.handover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.library.VgpuType;

/** How a machine reaches the GPUs of its host. */
sealed interface GpuAccess {
    /** How many GPUs, or shares of one, it has. */
    int count();

    /** No GPU. */
    record None() implements GpuAccess {
        @Override
        public int count() {
            return 0;
        }
    }

    /**
     * A vGPU.
     *
     * @param type empty where the library does not know what the hypervisor calls it
     * @param profile name of the MIG profile or vGPU type that placement counts with
     */
    record Vgpu(Optional<VgpuType> type, String profile) {
        String words() {
            return type.map(VgpuType::key).orElse("MIG " + profile);
        }
    }

    /** vGPUs, of one type or of several. */
    record Vgpus(List<Vgpu> parts) implements GpuAccess {
        public Vgpus {
            parts = List.copyOf(parts);
        }

        @Override
        public int count() {
            return parts.size();
        }
    }

    /** Whole GPUs as they are. */
    record Passthrough(int count) implements GpuAccess {}

    /** MIG instances without a hypervisor. */
    record MigInstances(List<String> profiles) implements GpuAccess {
        public MigInstances {
            profiles = List.copyOf(profiles);
        }

        @Override
        public int count() {
            return profiles.size();
        }
    }

    default String words() {
        return switch (this) {
            case None none -> "no GPU";
            case Vgpus vgpus -> counted(vgpus.parts().stream().map(Vgpu::words).toList());
            case Passthrough whole -> whole.count() + (whole.count() == 1 ? " whole GPU" : " whole GPUs");
            case MigInstances mig ->
                counted(mig.profiles().stream().map(profile -> "MIG " + profile).toList());
        };
    }

    /** Equal words once, with their number. */
    static String counted(List<String> words) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
