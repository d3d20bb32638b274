package org.sizewright.placement.exact;

import java.util.BitSet;
import java.util.Map;
import org.sizewright.partition.PartitionMode;

/** What is still free on a GPU. */
public sealed interface GpuState {
    /** Nothing lies on it: every mode is open. */
    record Untouched() implements GpuState {}

    /** It carries a whole machine, or nothing may be added for another reason. */
    record Closed() implements GpuState {}

    /**
     * It runs in a mode and some units are taken.
     *
     * @param mode MIG or mixed size
     * @param taken the units that are taken
     * @param present how many of each profile lie there, as far as maxima depend on it
     */
    record Partly(PartitionMode mode, BitSet taken, Map<String, Integer> present) implements GpuState {
        public Partly {
            taken = (BitSet) taken.clone();
            present = Map.copyOf(present);
        }
    }

    /**
     * It runs at same size.
     *
     * @param taken the units that are taken
     * @param size the size that its first machine set, in units of the scheme
     * @param present how many of each profile lie there
     */
    record OneSize(BitSet taken, int size, Map<String, Integer> present) implements GpuState {
        public OneSize {
            taken = (BitSet) taken.clone();
            present = Map.copyOf(present);
        }
    }
}
