package org.sizewright.result;

import java.util.function.IntFunction;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.maintenance.HostMaintenance;
import org.sizewright.placement.maintenance.MachineAccess;
import org.sizewright.placement.maintenance.Maintenance;
import org.sizewright.placement.maintenance.StandstillTable;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedPlan;

/** A cluster whose hosts are emptied, with how its machines reach their GPUs and how long they stand still when they move. */
public record MaintenanceSubject(ClusterPlacement placed, MachineAccess machines, StandstillTable standstills) {
    public static MaintenanceSubject of(ResolvedPlan plan, ResolvedOption option, ClusterPlacement placed) {
        return new MaintenanceSubject(
                placed,
                new MachineAccess(option.assignments().stream()
                        .filter(assignment -> assignment.cluster().equals(placed.cluster()))
                        .toList()),
                new StandstillTable(
                        plan.library().vmotionStun(), placed.cluster().cluster().vmotionGbps()));
    }

    /** How each host is emptied, worked out by that search. */
    public IntFunction<HostMaintenance> with(HostSearch search) {
        return Maintenance.of(search, placed.problem(), placed.placement(), machines, standstills);
    }
}
