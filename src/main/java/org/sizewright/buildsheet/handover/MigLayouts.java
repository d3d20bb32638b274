package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacedVm;

/** The MIG instances of each host as its machines are placed; hosts with equal ones share a configuration. */
final class MigLayouts {
    /**
     * @param name of the configuration, a label value of Kubernetes
     * @param hosts names of the hosts
     * @param gpus instances by profile of each GPU, by its number; none where the GPU is not in MIG mode
     */
    record Layout(String name, ClusterPlacement cluster, List<String> hosts, List<Map<String, Integer>> gpus) {}

    private MigLayouts() {}

    /** Hosts without a GPU in MIG mode are in none of them. */
    static List<Layout> of(HandOverPlan plan) {
        List<Layout> layouts = new ArrayList<>();
        for (ClusterPlacement placed : plan.live().placements()) {
            Map<List<Map<String, Integer>>, List<String>> hosts = new LinkedHashMap<>();
            List<List<Map<String, Integer>>> byHost = byHost(placed);
            for (int host = 0; host < byHost.size(); host++) {
                if (byHost.get(host).stream().anyMatch(gpu -> !gpu.isEmpty())) {
                    hosts.computeIfAbsent(byHost.get(host), key -> new ArrayList<>())
                            .add(placed.hostName(host));
                }
            }
            int[] number = {0};
            hosts.forEach((gpus, names) -> layouts.add(new Layout(
                    DnsName.of(
                            placed.cluster().cluster().name(),
                            placed.cluster().cluster().id().value() + "-mig-" + ++number[0]),
                    placed,
                    List.copyOf(names),
                    List.copyOf(gpus))));
        }
        return layouts;
    }

    /** Instances by profile, by host and GPU. */
    static List<List<Map<String, Integer>>> byHost(ClusterPlacement placed) {
        List<List<Map<String, Integer>>> all = new ArrayList<>();
        for (HostSpec host : placed.problem().hosts()) {
            List<Map<String, Integer>> gpus = new ArrayList<>();
            for (int gpu = 0; gpu < host.gpus(); gpu++) {
                gpus.add(new TreeMap<>());
            }
            all.add(gpus);
        }
        for (PlacedVm vm : placed.placement().placed()) {
            for (GpuSlot slot : vm.gpus()) {
                if (slot.mode() == PartitionMode.MIG) {
                    all.get(vm.host()).get(slot.gpu()).merge(slot.profile(), 1, Integer::sum);
                }
            }
        }
        return all;
    }
}
