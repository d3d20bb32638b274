package org.sizewright.placement.arrival;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run comes to.
 *
 * @param byClass counts by the id of the class, in the order of the problem; classes of which none arrived included
 * @param gpusUsed GPUs that carry something in the end
 * @param hostsUsed hosts that carry something in the end
 * @param consumedGib frame buffer in GiB that the running machines have
 * @param strandedGib frame buffer in GiB on used GPUs in which no profile of the problem can start any more
 * @param memoryGib frame buffer in GiB of all GPUs
 */
public record ArrivalFigures(
        Map<String, Count> byClass,
        int gpusUsed,
        int hostsUsed,
        double consumedGib,
        double strandedGib,
        double memoryGib) {
    /** Machines that run, that ran and left, and that found no room. */
    public record Count(int running, int gone, int refused) {
        static final Count NONE = new Count(0, 0, 0);

        public int arrived() {
            return running + gone + refused;
        }

        /** Machines that found room, those that left included. */
        public int served() {
            return running + gone;
        }

        Count plus(Count other) {
            return new Count(running + other.running, gone + other.gone, refused + other.refused);
        }
    }

    public ArrivalFigures {
        byClass = Collections.unmodifiableMap(new LinkedHashMap<>(byClass));
    }

    public Count count(String vmClass) {
        return byClass.getOrDefault(vmClass, Count.NONE);
    }

    /** All classes together. */
    public Count total() {
        return byClass.values().stream().reduce(Count.NONE, Count::plus);
    }

    public int refused() {
        return total().refused();
    }
}
