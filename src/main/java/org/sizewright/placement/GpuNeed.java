package org.sizewright.placement;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;

/** What one virtual machine asks of the GPUs of its host. */
public sealed interface GpuNeed {
    /**
     * The profile that it takes of each GPU: {@code PartitionScheme.WHOLE} for whole GPUs, empty for none; for several shares all
     * of them in words, which is no profile's name.
     */
    String profile();

    /** How many shares of GPUs it takes; a whole GPU is one. */
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

    /** Whether the GPUs of a machine are to be a group that links join. */
    enum Joining {
        /** They may lie anywhere. */
        ANY,
        /** They are a group on hosts whose links join so many, and lie anywhere where links join fewer. */
        WHERE_LINKED,
        /** They are a group, and the machine runs on no other host. */
        ALWAYS
    }

    /**
     * So many whole GPUs of one host: passthrough, or vGPUs with the full frame buffer.
     *
     * @param joining of no importance for a single GPU
     * @param nics whether the network cards beside its GPUs are its own, see {@link HostSpec#nicsOf}
     */
    record Whole(int gpus, Joining joining, boolean nics) implements GpuNeed {
        /** GPUs that may lie anywhere. */
        public Whole(int gpus) {
            this(gpus, Joining.ANY);
        }

        /** GPUs without network cards. */
        public Whole(int gpus, Joining joining) {
            this(gpus, joining, false);
        }

        public Whole withNics(boolean changed) {
            return new Whole(gpus, joining, changed);
        }

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

    /** One share of one GPU. */
    sealed interface Fraction extends GpuNeed {
        @Override
        default int gpus() {
            return 1;
        }
    }

    /** One MIG instance of this profile. */
    record Mig(String profile) implements Fraction {}

    /**
     * One time-sliced vGPU of this profile.
     *
     * @param sameSizeOnly whether its GPU must run at same size, whatever the cluster allows
     */
    record TimeSliced(String profile, boolean sameSizeOnly) implements Fraction {
        /** A vGPU that runs in any mode the cluster allows. */
        public TimeSliced(String profile) {
            this(profile, false);
        }
    }

    /**
     * Several shares of GPUs of one host, all MIG instances or all time-sliced vGPUs. Two of them may lie on one GPU.
     *
     * @param parts the shares; their order does not matter and is not kept
     */
    record Several(List<Fraction> parts) implements GpuNeed {
        public Several {
            parts = parts.stream()
                    .sorted(Comparator.comparing(Fraction::profile))
                    .toList();
            if (parts.size() < 2
                    || parts.stream()
                                    .map(part -> part instanceof TimeSliced sliced
                                            ? List.of(true, sliced.sameSizeOnly())
                                            : List.of(false))
                                    .distinct()
                                    .count()
                            > 1) {
                throw new IllegalArgumentException("several shares are two or more, and all of one kind");
            }
        }

        /** So many equal shares: the share itself if it is one. */
        public static GpuNeed of(Fraction part, int times) {
            return of(Collections.nCopies(times, part));
        }

        /** These shares: the share itself if it is one. */
        public static GpuNeed of(List<? extends Fraction> parts) {
            return parts.size() == 1 ? parts.getFirst() : new Several(List.copyOf(parts));
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
        public int gpus() {
            return parts.size();
        }
    }

    /** Its shares of GPUs one by one: a whole GPU, an instance or a vGPU each. */
    default List<GpuNeed> shares() {
        return switch (this) {
            case None none -> List.of();
            case Whole whole -> Collections.nCopies(whole.gpus(), new Whole(1));
            case Fraction fraction -> List.of(fraction);
            case Several several -> List.copyOf(several.parts());
        };
    }

    /** The profiles that these needs take of GPUs in each mode. */
    static Map<PartitionMode, Set<String>> profiles(Collection<GpuNeed> needs) {
        Set<String> mig = new HashSet<>();
        Set<String> vgpu = new HashSet<>();
        for (GpuNeed need : needs) {
            for (GpuNeed share : need.shares()) {
                if (share instanceof Mig one) {
                    mig.add(one.profile());
                } else if (share instanceof TimeSliced one) {
                    vgpu.add(one.profile());
                }
            }
        }
        return Map.of(
                PartitionMode.FULL,
                Set.of(PartitionScheme.WHOLE),
                PartitionMode.MIG,
                mig,
                PartitionMode.EQUAL_SIZE,
                vgpu,
                PartitionMode.MIXED_SIZE,
                vgpu);
    }

    /** The need in words, for messages. */
    default String words() {
        return switch (this) {
            case None none -> "no GPU";
            case Whole whole -> whole.gpus() == 1 ? "one whole GPU" : whole.gpus() + " whole GPUs";
            case Fraction fraction -> fraction.profile();
            case Several several -> several.profile();
        };
    }
}
