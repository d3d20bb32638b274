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
 */
public record Departure(
        PlacedVm vm, Way way, Optional<PlacedVm> target, Optional<RefusedVm.Reason> obstacle, Standstill standstill) {}
