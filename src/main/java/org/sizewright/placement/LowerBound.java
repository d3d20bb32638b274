package org.sizewright.placement;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why fewer hosts of a group cannot do: weights for the demand, what one host or one GPU carries of them at most, and the
 * division. {@link BoundChecker} recounts it.
 */
public sealed interface LowerBound {
    /** The fewest hosts of the group that this argument leaves possible. */
    int hosts();

    /** The argument in a sentence. */
    String words();

    /** Nothing asks for a host. */
    record Nothing() implements LowerBound {
        @Override
        public int hosts() {
            return 0;
        }

        @Override
        public String words() {
            return "Nothing asks for a host.";
        }
    }

    /** What a host has only so much of. */
    enum Resource {
        VCPU("vCPU"),
        MEMORY_GIB("GiB of memory"),
        WHOLE_GPUS("whole GPUs"),
        /** Beside GPUs, as many as a machine takes on a host of the group; other hosts may need fewer cards for it. */
        NICS("network cards beside GPUs");

        private final String words;

        Resource(String words) {
            this.words = words;
        }

        /** The resource in words. */
        public String words() {
            return words;
        }
    }

    /**
     * Hosts = ceil((sum of count x weight - elsewhere) / perHost) + failures.
     *
     * @param resource the resource that limits how much weight a host carries
     * @param weights weight of one machine, by class; classes left out weigh nothing
     * @param perHost most weight that one host of the group can carry within the resource
     * @param elsewhere most weight that the hosts of the other groups can carry
     * @param failures hosts that fail; above 0 only classes that must restart are weighed
     */
    record HostWeights(
            Resource resource,
            Map<String, Integer> weights,
            long perHost,
            long elsewhere,
            int failures,
            int hosts,
            String words)
            implements LowerBound {
        public HostWeights {
            weights = Map.copyOf(weights);
        }
    }

    /**
     * Hosts = ceil((whole GPUs + GPUs of all terms - elsewhere) / GPUs per host) + failures. GPUs of different terms are
     * different, since a GPU has one mode, and at same size one size.
     *
     * @param classes the classes that are counted
     * @param wholeGpus GPUs that they ask for whole
     * @param terms GPUs that their MIG instances and vGPUs need
     * @param elsewhere GPUs of the other groups that could carry them
     * @param failures hosts that fail; above 0 only classes that must restart are counted
     */
    record GpuCount(
            Set<String> classes,
            long wholeGpus,
            List<GpuTerm> terms,
            long elsewhere,
            int failures,
            int hosts,
            String words)
            implements LowerBound {
        public GpuCount {
            classes = Set.copyOf(classes);
            terms = List.copyOf(terms);
        }
    }

    /**
     * GPUs = ceil(sum of count x weight / perGpu).
     *
     * @param mig true for MIG instances, false for time-sliced vGPUs
     * @param weights weight of one instance, by profile; profiles left out weigh nothing
     * @param perGpu most weight that one GPU can carry
     * @param gpus the GPUs needed
     */
    record GpuTerm(boolean mig, Map<String, Integer> weights, long perGpu, long gpus) {
        public GpuTerm {
            weights = Map.copyOf(weights);
        }
    }

    /**
     * Hosts = ceil((sum of count x weight - elsewhere) / perHost) + failures, where no way to fill a host weighs more than
     * {@code perHost}: the prices of the best mixture of fills.
     *
     * @param weights weight of one machine, by class
     * @param perHost most weight that one host of the group can hold, however it is filled
     * @param elsewhere most weight that the hosts of the other groups can hold
     * @param failures hosts that fail; above 0 only classes that must restart are weighed
     */
    record Prices(Map<String, Long> weights, long perHost, long elsewhere, int failures, int hosts, String words)
            implements LowerBound {
        public Prices {
            weights = Map.copyOf(weights);
        }
    }

    /**
     * Averaged over all failures, the hosts that are left must hold what must restart and what runs on them and may not be stopped: for H
     * hosts, (H - failures) x perHost is at least must + stay x (H - failures) / H. There are no other hosts.
     *
     * @param weights weight of one machine, by class; of classes that may be stopped there are none
     * @param perHost most weight that one host can carry within the resource
     */
    record Survivors(
            Resource resource, Map<String, Integer> weights, long perHost, int failures, int hosts, String words)
            implements LowerBound {
        public Survivors {
            weights = Map.copyOf(weights);
        }

        /** Whether the average leaves so many hosts possible. */
        static boolean isPossible(long must, long stay, long perHost, int failures, long hosts) {
            long left = hosts - failures;
            return left > 0 && must * hosts + stay * left <= left * perHost * hosts;
        }
    }

    /**
     * Every way to fill one host fewer was tried, without failures around what is pinned.
     *
     * @param failures hosts that fail; above 0 only classes that must restart were placed
     */
    record Exhausted(int failures, int hosts, String words) implements LowerBound {}

    /**
     * However the machines are spread over one host fewer, some failure is not survived: the hosts that are left cannot hold what must
     * restart beside what runs on them and may not be stopped. Every way was tried.
     *
     * @param failures hosts that fail at once
     */
    record NoRestart(int failures, int hosts, String words) implements LowerBound {}

    /** A machine is pinned to the last of so many hosts, which must then be there. */
    record PinnedHost(int hosts, String words) implements LowerBound {}
}
