package org.sizewright.placement.maintenance;

import java.util.Optional;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.RefusedVm;

/**
 * A machine on a host that is emptied.
 *
 * @param vm the machine and its place there
 * @param way how it leaves
 * @param target its new place; empty if it is only shut down, or finds none
 * @param obstacle why it finds none; it then stays, and the host cannot be emptied
 * @param standstill while it moves
 * @param pinned whether somebody put it there by hand: a wish for normal operation, so that it leaves all the same and comes back
 */
public record Departure(
        PlacedVm vm,
        Way way,
        Optional<PlacedVm> target,
        Optional<RefusedVm.Reason> obstacle,
        Standstill standstill,
        boolean pinned) {
    /** What is to be known of a pinned machine that leaves; empty for others, and for one that stays. */
    public Optional<String> comesBack() {
        return pinned && obstacle.isEmpty()
                ? Optional.of(
                        way == Way.SHUT_DOWN
                                ? "Pinned to this host: after the maintenance it starts here again."
                                : "Pinned to this host: it leaves for the maintenance and comes back.")
                : Optional.empty();
    }
}
