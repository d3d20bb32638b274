package org.sizewright.ui.placement;

import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PlacedVm;

/** What a stretch of a GPU is. */
sealed interface Subject {
    /**
     * A machine's share of the GPU.
     *
     * @param restarted whether it only runs here because its host failed
     * @param pinned whether it is here because somebody put it here by hand
     */
    record Machine(PlacedVm vm, GpuSlot slot, boolean restarted, boolean pinned) implements Subject {
        boolean isSame(Machine other) {
            return vm.vmClass().equals(other.vm.vmClass()) && vm.number() == other.vm.number();
        }
    }

    /**
     * Units of a used GPU that carry nothing.
     *
     * @param stranded whether no profile of the plan can use them any more
     */
    record Open(int start, int size, boolean stranded) implements Subject {}

    /** A GPU that carries nothing at all; {@code spare} on hosts that carry nothing. */
    record Untouched(boolean spare) implements Subject {}
}
