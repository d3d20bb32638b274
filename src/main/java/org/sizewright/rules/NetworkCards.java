package org.sizewright.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.Setting;

/** The rule about network cards beside GPUs, counted on the hosts as they are placed. */
final class NetworkCards {
    private NetworkCards() {}

    static void cardsForTheGpus(Inspection at) {
        Set<String> rdma = at.machines().stream()
                .filter(machine -> machine.isRdma() && machine.wholeGpus() > 0)
                .map(machine -> machine.workload().id().value())
                .collect(Collectors.toSet());
        for (HostView host : at.hosts()) {
            int gpus = gpus(at, host, rdma);
            int cards = host.hasCards() ? Math.ceilDiv(gpus, at.limit("pcieCardsPerNic")) : gpus;
            if (gpus == 0) {
                continue;
            }
            Optional<Integer> all = host.get(HostSettings.NICS).filter(nics -> nics < cards);
            Setting<Integer> asked = all.isPresent() ? HostSettings.NICS : HostSettings.GPU_NICS;
            // where even all cards are too few it does not matter how many of them sit beside GPUs
            (all.isPresent() ? all : at.need(host, HostSettings.GPU_NICS).filter(nics -> nics < cards))
                    .ifPresent(nics -> at.add(at.wrong(
                                    host,
                                    asked,
                                    "The machines on one host of " + host.name() + " want network cards beside " + gpus
                                            + (gpus == 1 ? " GPU" : " GPUs") + "; NVIDIA's nodes have " + cards
                                            + (cards == 1 ? " card for " : " cards for ") + (gpus == 1 ? "it" : "them")
                                            + ", this host has " + nics + (all.isPresent() ? " in all." : "."),
                                    "Take a host with more of them, or let machines do without.")
                            .withDistance((cards - nics) + " too few")));
        }
    }

    /** The most GPUs on one host of the group that are to have a card beside them, at any time of the week. */
    private static int gpus(Inspection at, HostView host, Set<String> rdma) {
        int most = 0;
        for (ClusterPlacement placed : at.placements()) {
            int group = placed.cluster().groups().indexOf(host.resolved());
            if (group >= 0 && placed.cluster().equals(host.cluster())) {
                for (ClusterPlacement slot : slots(placed)) {
                    most = Math.max(most, gpus(slot, group, rdma));
                }
            }
        }
        return most;
    }

    private static List<ClusterPlacement> slots(ClusterPlacement placed) {
        return placed.week()
                .map(week -> IntStream.range(0, week.slots().size())
                        .mapToObj(placed::at)
                        .toList())
                .orElseGet(() -> List.of(placed));
    }

    private static int gpus(ClusterPlacement placed, int group, Set<String> rdma) {
        Map<Integer, Integer> byHost = new HashMap<>();
        for (PlacedVm vm : placed.placement().placed()) {
            if (rdma.contains(VmClass.workloadOf(vm.vmClass())) && placed.groupOf(vm.host()) == group) {
                byHost.merge(vm.host(), vm.gpus().size(), Integer::sum);
            }
        }
        return byHost.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
