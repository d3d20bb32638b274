package org.sizewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.maintenance.Departure;
import org.sizewright.placement.maintenance.HostMaintenance;
import org.sizewright.placement.maintenance.Standstill;
import org.sizewright.placement.maintenance.Way;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.OptionResult;

/** How the hosts of an option are emptied for maintenance, as JSON. */
final class MaintenanceLines {
    private MaintenanceLines() {}

    /** One entry per host, with the machines that stand still for long, move while they are off, or stay. */
    static void put(ObjectNode node, OptionResult result) {
        ArrayNode hosts = node.putArray("maintenance");
        for (ClusterPlacement placed : result.placements()) {
            result.maintenance()
                    .getOrDefault(placed.cluster().cluster().id(), List.of())
                    .forEach(host -> put(hosts.addObject(), result, placed, host));
        }
    }

    private static void put(ObjectNode node, OptionResult result, ClusterPlacement placed, HostMaintenance host) {
        node.put("cluster", placed.cluster().cluster().id().value());
        node.put("host", placed.hostName(host.host()));
        node.put("possible", host.isPossible());
        node.put("certainty", host.certainty().name().toLowerCase(Locale.ROOT));
        for (Way way : Way.values()) {
            node.put(
                    switch (way) {
                        case VMOTION -> "byVmotion";
                        case COLD_MIGRATION -> "byColdMigration";
                        case SHUT_DOWN -> "shutDown";
                    },
                    host.leaving(way));
        }
        OptionalDouble seconds = host.standstillSeconds();
        node.put("standstillSeconds", seconds.isPresent() ? (Double) seconds.getAsDouble() : null);
        ArrayNode machines = node.putArray("machines");
        for (Departure departure : host.departures()) {
            ObjectNode machine = machines.addObject();
            machine.put("vm", name(result, departure));
            machine.put("way", departure.way().name().toLowerCase(Locale.ROOT));
            machine.put("pinned", departure.pinned());
            machine.put(
                    "to",
                    departure
                            .target()
                            .map(target -> placed.hostName(target.host()))
                            .orElse(null));
            machine.put(
                    "standstillSeconds",
                    departure.standstill() instanceof Standstill.Estimate estimate
                            ? (Double) estimate.seconds()
                            : null);
            machine.put(
                    "stays", departure.obstacle().map(reason -> reason.words()).orElse(null));
        }
    }

    private static String name(OptionResult result, Departure departure) {
        String vmClass = departure.vm().vmClass();
        return result.plan()
                        .plan()
                        .workload(WorkloadId.of(VmClass.workloadOf(vmClass)))
                        .map(Workload::name)
                        .orElse(vmClass)
                + (VmClass.isDatabase(vmClass) ? ", database-" : "-")
                + departure.vm().number();
    }
}
