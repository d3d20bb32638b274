package org.sizewright.delivery.checklist;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.ChecklistStep.Per;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.setting.Setting;

/**
 * What a step is done for.
 *
 * @param id empty for the whole option
 * @param name as the user named it
 * @param clusters those that belong to it
 * @param hosts the groups of hosts that belong to it
 * @param machines those that run, or may run, on these hosts
 * @param option id of the option
 */
record Place(
        Per per,
        String id,
        String name,
        List<Cluster> clusters,
        List<Hosts> hosts,
        List<Machines> machines,
        String option) {
    Place {
        clusters = List.copyOf(clusters);
        hosts = List.copyOf(hosts);
        machines = List.copyOf(machines);
    }

    /** Where a setting is stated; empty where that would be several places. */
    Optional<String> pathOf(Setting<?> setting) {
        String base = "/options/" + option + "/setup/";
        Optional<String> scope = switch (setting.topic().scope()) {
            case OPTION -> Optional.of("platform");
            case GROUP -> per == Per.HOSTS ? Optional.of("hosts/" + id) : Optional.empty();
            case WORKLOAD -> per == Per.MACHINES ? Optional.of("machines/" + id) : Optional.empty();
        };
        return scope.map(words -> base + words + "/" + setting.key());
    }
}
