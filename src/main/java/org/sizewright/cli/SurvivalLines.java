package org.sizewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.OptionResult;

/** Why so many hosts, and which host failures the clusters of an option survive: as lines and as JSON. */
final class SurvivalLines {
    private SurvivalLines() {}

    /** The proof of each number of hosts, and the verdict on each cluster that tolerates failures, in each slot of its week. */
    static void print(Console console, OptionResult result) {
        for (ClusterPlacement placed : result.placements()) {
            placed.proofWords()
                    .ifPresent(words -> console.print(placed.cluster().cluster().name() + ": "
                            + VmClass.named(words, vmClass -> workload(result, vmClass))));
            slots(placed).stream()
                    .filter(slot -> slot.resilience().hostsAtOnce() > 0)
                    .forEach(slot -> console.print(name(slot) + ": " + verdict(result, slot)));
        }
    }

    private static List<ClusterPlacement> slots(ClusterPlacement placed) {
        return placed.week()
                .map(week -> IntStream.range(0, week.slots().size())
                        .mapToObj(placed::at)
                        .toList())
                .orElseGet(() -> List.of(placed));
    }

    private static String name(ClusterPlacement placed) {
        return placed.cluster().cluster().name()
                + placed.slot()
                        .map(slot -> ", " + slot.time().windows().words())
                        .orElse("");
    }

    private static String verdict(OptionResult result, ClusterPlacement placed) {
        return VmClass.named(placed.verdictHere(), vmClass -> workload(result, vmClass));
    }

    /** Name of the workload of a class. */
    static String workload(OptionResult result, String vmClass) {
        return result.plan()
                .plan()
                .workload(WorkloadId.of(VmClass.workloadOf(vmClass)))
                .map(Workload::name)
                .map(name -> VmClass.isDatabase(vmClass) ? name + ", database" : name)
                .orElse(vmClass);
    }

    /** One entry per cluster and slot of its week, with every failure that is not survived and what is lost in it. */
    static void put(ObjectNode node, OptionResult result) {
        ArrayNode proofs = node.putArray("proofs");
        result.placements()
                .forEach(placed -> placed.proof()
                        .ifPresent(proof -> proofs.addObject()
                                .put("cluster", placed.cluster().cluster().id().value())
                                .put("hosts", proof.range())
                                .put(
                                        "low",
                                        placed.provenDemand()
                                                .map(each -> each.low().proof().range())
                                                .orElse(null))
                                .put(
                                        "high",
                                        placed.provenDemand()
                                                .map(each -> each.high().proof().range())
                                                .orElse(null))
                                .put(
                                        "words",
                                        VmClass.named(
                                                placed.proofWords().orElse(proof.words()),
                                                vmClass -> workload(result, vmClass)))));
        ArrayNode clusters = node.putArray("survival");
        for (ClusterPlacement placed : result.placements()) {
            slots(placed).forEach(slot -> put(clusters.addObject(), result, slot));
        }
    }

    private static void put(ObjectNode node, OptionResult result, ClusterPlacement placed) {
        Resilience resilience = placed.resilience();
        node.put("cluster", placed.cluster().cluster().id().value());
        node.put(
                "slot", placed.slot().map(slot -> slot.time().windows().words()).orElse(null));
        node.put("hostsAtOnce", resilience.hostsAtOnce());
        node.put("failures", resilience.failures().size());
        node.put("survives", resilience.isSurvived());
        node.put("verdict", verdict(result, placed));
        ArrayNode failures = node.putArray("notSurvived");
        for (HostFailure failure : resilience.notSurvived()) {
            ObjectNode one = failures.addObject();
            ArrayNode hosts = one.putArray("hosts");
            failure.hosts().stream().map(placed::hostName).forEach(hosts::add);
            one.put("certainty", failure.certainty().name().toLowerCase(Locale.ROOT));
            ArrayNode lost = one.putArray("lost");
            failure.lost()
                    .forEach(vm -> lost.addObject()
                            .put("workload", VmClass.workloadOf(vm.vmClass()))
                            .put("vm", workload(result, vm.vmClass()) + "-" + vm.number())
                            .put("reason", vm.reason().words()));
        }
    }
}
