package org.sizewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.exact.Argument;
import org.sizewright.placement.exact.Budget;
import org.sizewright.placement.exact.ExactPlacer;
import org.sizewright.placement.exact.ExactPlacer.Outcome;
import org.sizewright.placement.exact.HostChoice;
import org.sizewright.placement.exact.HostRoom;
import org.sizewright.placement.exact.HostRooms;
import org.sizewright.placement.exact.SurvivingHosts;

/** Answers questions of a file for {@code place} and writes the answers as JSON. */
final class PlacementAnswers {
    private static final String OPTIMAL = "optimal";
    private static final String BOUNDS = "bounds";
    private static final String INFEASIBLE = "infeasible";
    static final String UNREADABLE = "unreadable";

    private final ExactPlacer placer;
    private final double seconds;

    /** @param seconds for one question at most */
    PlacementAnswers(ExactPlacer placer, double seconds) {
        this.placer = placer;
        this.seconds = seconds;
    }

    /** One answer: {@code id, status, value, lowerBound, seconds, answer}. */
    ObjectNode answer(PlacementCase question) {
        long start = System.nanoTime();
        Budget budget = Budget.of(seconds, seconds);
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", question.id());
        switch (question) {
            case PlacementCase.Unreadable unreadable ->
                node.put("status", UNREADABLE)
                        .put("message", unreadable.sentence())
                        .putNull("value")
                        .putNull("lowerBound");
            case PlacementCase.FewestGpus gpus -> fewestGpus(node, gpus, budget);
            case PlacementCase.FewestHosts hosts -> fewestHosts(node, hosts, budget);
            case PlacementCase.LeastCost cost -> leastCost(node, cost, budget);
            case PlacementCase.Fit fit -> fit(node, fit, budget);
            case PlacementCase.Restart restart -> restart(node, restart, budget);
        }
        if (budget.isStopped() && node.path("status").asText().equals(BOUNDS)) {
            // the clock ended it: another run may know more
            node.put("stopped", true);
        }
        node.put("seconds", Math.round((System.nanoTime() - start) / 1e6) / 1e3);
        return node;
    }

    private void fewestGpus(ObjectNode node, PlacementCase.FewestGpus gpus, Budget budget) {
        Outcome outcome = placer.cheapest(gpus.problem(), List.of(HostChoice.any(1)), budget);
        ObjectNode answer = head(node, outcome);
        outcome.found().ifPresent(found -> {
            answer.put("optimum", found.cost());
            ArrayNode lines = answer.putArray("placement");
            found.placed().forEach(vm -> lines(lines, onOneHost(vm), ""));
        });
        argument(answer, outcome.argument());
    }

    /** Hosts with one GPU each are the GPUs of one host. */
    private static PlacedVm onOneHost(PlacedVm vm) {
        return new PlacedVm(
                vm.vmClass(),
                vm.number(),
                0,
                vm.gpus().stream()
                        .map(slot -> new GpuSlot(vm.host(), slot.mode(), slot.profile(), slot.start()))
                        .toList());
    }

    private void fewestHosts(ObjectNode node, PlacementCase.FewestHosts hosts, Budget budget) {
        Outcome outcome = placer.cheapest(hosts.problem(), List.of(HostChoice.any(1)), budget);
        ObjectNode answer = head(node, outcome);
        outcome.found().ifPresent(found -> {
            answer.put("optimum", found.cost());
            ObjectNode spares = answer.putObject("hostsWithHa");
            // equal hosts: what is left after the failures must hold everything, and empty spares achieve just that
            hosts.failures()
                    .forEach(failures ->
                            spares.put(String.valueOf(failures), found.cost() == 0 ? 0 : found.cost() + failures));
            ArrayNode lines = answer.putArray("placement");
            found.placed().forEach(vm -> lines(lines, vm, ""));
        });
        argument(answer, outcome.argument());
    }

    private void leastCost(ObjectNode node, PlacementCase.LeastCost cost, Budget budget) {
        PlacementProblem problem = cost.problem();
        SurvivingHosts.Answer found = SurvivingHosts.search(placer, problem, cost.costs(), cost.failures(), budget);
        if (found.counts().isEmpty()) {
            argument(head(node, found.outcome()), found.outcome().argument());
            return;
        }
        node.put("status", found.cost() == found.bound() && found.placement().isPresent() ? OPTIMAL : BOUNDS)
                .put("value", found.cost())
                .put("lowerBound", found.bound());
        ObjectNode answer = node.putObject("answer").put("optimalCost", found.cost());
        ObjectNode counts = answer.putObject("counts");
        List<String> types = new ArrayList<>();
        for (int group = 0; group < problem.groups().size(); group++) {
            String id = problem.groups().get(group).host().id();
            int hosts = found.counts().get().get(group);
            counts.put(id, hosts);
            for (int i = 0; i < hosts; i++) {
                types.add(id);
            }
        }
        ArrayNode lines = answer.putArray("placement");
        found.placement().ifPresent(placed -> placed.placed().forEach(vm -> lines(lines, vm, types.get(vm.host()))));
        argument(answer, found.outcome().argument());
        if (!found.refused().isEmpty()) {
            ArrayNode refused = answer.putArray("cheaperRefused");
            for (SurvivingHosts.Refused one : found.refused()) {
                ObjectNode entry = refused.addObject();
                ArrayNode tried = entry.putArray("counts");
                one.counts().forEach(tried::add);
                ArrayNode left = entry.putArray("doesNotFitOn");
                one.left().forEach(left::add);
                argument(entry, one.argument());
            }
        }
    }

    private void fit(ObjectNode node, PlacementCase.Fit fit, Budget budget) {
        PlacementProblem problem = fit.problem();
        Map<String, Integer> running = new HashMap<>();
        fit.running().forEach(vm -> running.merge(vm.vmClass(), 1, Integer::sum));
        Map<String, Integer> wanted = new HashMap<>();
        Map<String, Integer> first = new HashMap<>();
        problem.vms().forEach(vm -> {
            int there = running.getOrDefault(vm.id(), 0);
            wanted.put(vm.id(), vm.count() - there);
            first.put(vm.id(), there + 1);
        });
        Outcome inPlace = placer.fit(problem, wanted, first, HostRooms.of(problem, fit.running()), budget);
        int gpus = problem.groups().getFirst().host().gpus();
        Outcome repacked = placer.cheapest(onSingleGpus(problem), List.of(HostChoice.any(1)), budget);
        boolean fitsRepacked =
                repacked.found().filter(found -> found.cost() <= gpus).isPresent();
        boolean proven = inPlace.isProven() && repacked.isProven();
        node.put("status", proven ? OPTIMAL : BOUNDS);
        repacked.found().ifPresent(found -> node.put("value", found.cost()));
        node.put("lowerBound", repacked.bound());
        ObjectNode answer = node.putObject("answer")
                .put("fitsInPlace", inPlace.found().isPresent())
                .put("fitsAfterRepack", fitsRepacked || inPlace.found().isPresent());
        repacked.found().ifPresent(found -> answer.put("gpusNeededAfterRepack", found.cost()));
        ArrayNode lines = answer.putArray("placement");
        if (inPlace.found().isPresent()) {
            fit.running().forEach(vm -> lines(lines, vm, ""));
            inPlace.found().get().placed().forEach(vm -> lines(lines, vm, ""));
        } else {
            repacked.found().ifPresent(found -> found.placed().forEach(vm -> lines(lines, onOneHost(vm), "")));
        }
        argument(answer, repacked.argument());
    }

    /** The same machines, each GPU of the host a host of its own. */
    static PlacementProblem onSingleGpus(PlacementProblem problem) {
        HostSpec host = problem.groups().getFirst().host();
        return new PlacementProblem(
                List.of(new HostGroupSpec(
                        HostSpec.of(host.id(), 1, host.geometry().orElseThrow(), 0, 0), 0)),
                problem.vms(),
                problem.policy());
    }

    private void restart(ObjectNode node, PlacementCase.Restart restart, Budget budget) {
        PlacementProblem problem = restart.problem();
        int hosts = problem.hostCount();
        boolean proven = true;
        int survived = 0;
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode restartable = answer.putArray("restartablePerFailedHost");
        ArrayNode plans = JsonNodeFactory.instance.arrayNode();
        Map<String, Integer> first = new TreeMap<>();
        for (int failed = 0; failed < hosts; failed++) {
            Map<Integer, HostRoom> rooms = new TreeMap<>();
            for (int host = 0; host < hosts; host++) {
                if (host != failed) {
                    rooms.put(host, restart.rooms().get(host));
                }
            }
            Map<String, Integer> held = restart.held().get(failed);
            Map<String, Integer> numbers = new HashMap<>();
            held.keySet().forEach(id -> numbers.put(id, first.getOrDefault(id, 1)));
            Outcome outcome = placer.fit(problem, held, numbers, rooms, budget);
            held.forEach((id, count) -> first.merge(id, 1 + count, (before, added) -> before + count));
            proven &= outcome.isProven();
            survived += outcome.found().isPresent() ? 1 : 0;
            restartable.add(outcome.found().isPresent());
            ObjectNode plan = plans.addObject().put("failedHost", failed);
            ArrayNode lines = plan.putArray("placement");
            outcome.found().ifPresent(found -> found.placed().forEach(vm -> lines(lines, vm, "")));
            argument(plan, outcome.argument());
        }
        Outcome repacked = placer.cheapest(problem, List.of(HostChoice.there(hosts - 1)), budget);
        proven &= repacked.isProven();
        answer.put("fitsOnHMinus1ByRepacking", repacked.found().isPresent());
        ArrayNode lines = answer.putArray("placement");
        repacked.found().ifPresent(found -> found.placed().forEach(vm -> lines(lines, vm, "")));
        argument(answer, repacked.argument());
        answer.set("restarts", plans);
        node.put("status", proven ? OPTIMAL : BOUNDS).put("value", survived);
        if (proven) {
            node.put("lowerBound", survived);
        }
        node.set("answer", answer);
    }

    private static ObjectNode head(ObjectNode node, Outcome outcome) {
        node.put("status", outcome.isProven() ? outcome.found().isPresent() ? OPTIMAL : INFEASIBLE : BOUNDS);
        Optional<ExactPlacer.Found> found = outcome.found();
        if (found.isPresent()) {
            node.put("value", found.get().cost()).put("lowerBound", outcome.bound());
        } else {
            node.putNull("value").put("lowerBound", outcome.bound());
        }
        return node.putObject("answer");
    }

    private static void argument(ObjectNode answer, Argument argument) {
        ObjectNode node = answer.putObject("boundBy");
        switch (argument) {
            case Argument.None none -> node.put("kind", "none");
            case Argument.Nowhere nowhere -> node.put("kind", "nowhere").put("vm", nowhere.vmClass());
            case Argument.Weights weights -> {
                ObjectNode each = node.put("kind", "prices").putObject("weights");
                new TreeMap<>(weights.weights()).forEach(each::put);
            }
            case Argument.Tried tried -> node.put("kind", "exhaustion");
        }
    }

    private static void lines(ArrayNode into, PlacedVm vm, String hostType) {
        if (vm.gpus().isEmpty()) {
            ObjectNode line = line(into, vm, hostType);
            line.putNull("gpu").putNull("mode").putNull("profile").putNull("start");
        }
        for (GpuSlot slot : vm.gpus()) {
            ObjectNode line = line(into, vm, hostType).put("gpu", slot.gpu());
            line.put("mode", mode(slot.mode()));
            if (slot.mode() == PartitionMode.FULL) {
                line.putNull("profile");
            } else {
                line.put("profile", slot.profile());
            }
            line.put("start", slot.start());
        }
    }

    private static ObjectNode line(ArrayNode into, PlacedVm vm, String hostType) {
        ObjectNode line =
                into.addObject().put("vm", vm.vmClass() + "#" + vm.number()).put("host", vm.host());
        return hostType.isEmpty() ? line : line.put("hostType", hostType);
    }

    static String mode(PartitionMode mode) {
        return switch (mode) {
            case FULL -> "FULL";
            case MIG -> "MIG";
            case EQUAL_SIZE -> "EQ";
            case MIXED_SIZE -> "MIX";
        };
    }
}
