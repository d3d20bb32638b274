package org.sizewright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Violation;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.exact.Budget;
import org.sizewright.placement.exact.HostRoom;
import org.sizewright.placement.exact.HostRooms;
import org.sizewright.placement.exact.RestartCheck;
import org.sizewright.placement.exact.SecondOpinion;

/**
 * Recounts answers of {@code place}: the placement slot by slot, the numbers from the placement, and the bound by its kind, all without
 * the search that gave them.
 */
final class PlacementCheck {
    private final Console console;
    private final double seconds;

    PlacementCheck(Console console, double seconds) {
        this.console = console;
        this.seconds = seconds;
    }

    int check(JsonNode results, List<PlacementCase> questions) {
        Map<String, JsonNode> byId = new HashMap<>();
        results.forEach(result -> byId.put(result.path("id").asText(), result));
        int refused = 0;
        for (PlacementCase question : questions) {
            List<String> faults = new ArrayList<>();
            JsonNode result = byId.get(question.id());
            if (result == null) {
                faults.add("There is no answer.");
            } else {
                try {
                    faults.addAll(faults(question, result));
                } catch (IllegalArgumentException unreadable) {
                    faults.add("The answer cannot be read: " + unreadable.getMessage() + ".");
                }
            }
            refused += faults.isEmpty() ? 0 : 1;
            console.print("%-28s %s"
                    .formatted(question.id(), faults.isEmpty() ? "accepted" : "refused: " + String.join(" ", faults)));
        }
        console.print(questions.size() - refused + " of " + questions.size() + " answers accepted.");
        return refused == 0 ? Console.FINE : Console.FINDINGS;
    }

    private List<String> faults(PlacementCase question, JsonNode result) {
        JsonNode answer = result.path("answer");
        Budget budget = Budget.of(seconds, seconds);
        return switch (question) {
            case PlacementCase.Unreadable unreadable -> List.of(unreadable.sentence());
            case PlacementCase.FewestGpus gpus -> fewest(gpus.problem(), result, "gpu", budget);
            case PlacementCase.FewestHosts hosts -> {
                List<String> faults = new ArrayList<>(fewest(hosts.problem(), result, "host", budget));
                long value = result.path("value").asLong();
                answer.path("hostsWithHa").properties().forEach(entry -> {
                    if (entry.getValue().asLong() != (value == 0 ? 0 : value + Integer.parseInt(entry.getKey()))) {
                        faults.add("With " + entry.getKey() + " failures equal hosts need as many more, not "
                                + (entry.getValue().asLong() - value) + ".");
                    }
                });
                yield faults;
            }
            case PlacementCase.LeastCost cost -> leastCost(cost, result, budget);
            case PlacementCase.Fit fit -> fit(fit, result, budget);
            case PlacementCase.Restart restart -> restart(restart, result, budget);
        };
    }

    private List<String> fewest(PlacementProblem problem, JsonNode result, String counted, Budget budget) {
        List<String> faults = new ArrayList<>();
        JsonNode answer = result.path("answer");
        if (result.path("status").asText().equals("infeasible")) {
            nowhere(problem, answer, faults);
            return faults;
        }
        List<PlacedVm> placed = placed(answer.path("placement"), counted.equals("gpu"));
        int hosts = 1 + placed.stream().mapToInt(PlacedVm::host).max().orElse(-1);
        violations(problem.withHosts(0, hosts), placed, faults);
        expect(
                faults,
                hosts == answer.path("optimum").asLong(-1),
                "The placement uses " + hosts + " " + counted + "s.");
        expect(faults, result.path("value").asLong(-1) == answer.path("optimum").asLong(), "Value and answer differ.");
        bound(problem, List.of(1L), result, faults, budget);
        return faults;
    }

    private List<String> leastCost(PlacementCase.LeastCost question, JsonNode result, Budget budget) {
        PlacementProblem problem = question.problem();
        List<String> faults = new ArrayList<>();
        JsonNode answer = result.path("answer");
        if (result.path("status").asText().equals("infeasible")) {
            nowhere(problem, answer, faults);
            return faults;
        }
        List<Integer> counts = new ArrayList<>();
        long cost = 0;
        PlacementProblem bought = problem;
        for (int group = 0; group < problem.groups().size(); group++) {
            int hosts = answer.path("counts")
                    .path(problem.groups().get(group).host().id())
                    .asInt(0);
            counts.add(hosts);
            cost += hosts * question.costs().get(group);
            bought = bought.withHosts(group, hosts);
        }
        expect(faults, cost == result.path("value").asLong(-1), "The hosts cost " + cost + ".");
        violations(bought, placed(answer.path("placement"), false), faults);
        for (List<Integer> left : Refusal.leftovers(counts, question.failures())) {
            Optional<Boolean> fits = question.failures() == 0 ? Optional.of(true) : opinion(problem, left, budget);
            expect(faults, fits.orElse(false), "It was not confirmed that everything fits on " + left + ".");
        }
        Map<Map<String, Long>, List<OptionalLong>> known = new HashMap<>();
        Map<List<Integer>, Boolean> ruledOut = new HashMap<>();
        List<Refusal> refused = new ArrayList<>();
        for (JsonNode one : answer.path("cheaperRefused")) {
            Refusal refusal = new Refusal(integers(one.path("doesNotFitOn")));
            boolean holds = ruledOut.computeIfAbsent(
                    refusal.left(),
                    left -> isTooMuch(problem, left, weights(one.path("boundBy")), known, budget)
                            || opinion(problem, left, budget)
                                    .filter(fits -> !fits)
                                    .isPresent());
            expect(faults, holds, "It was not confirmed that not everything fits on " + refusal.left() + ".");
            refused.add(refusal);
        }
        Map<String, Long> weights = weights(answer.path("boundBy"));
        for (List<Integer> cheaper :
                Refusal.cheaper(question.costs(), result.path("lowerBound").asLong())) {
            boolean out = isTooMuch(problem, cheaper, weights, known, budget)
                    || refused.stream().anyMatch(refusal -> refusal.rulesOut(cheaper, question.failures()))
                    || opinion(problem, cheaper, budget).filter(fits -> !fits).isPresent();
            expect(faults, out, "Nothing rules out " + cheaper + ", which is cheaper.");
            if (!out) {
                break;
            }
        }
        return faults;
    }

    private List<String> fit(PlacementCase.Fit fit, JsonNode result, Budget budget) {
        PlacementProblem problem = fit.problem();
        List<String> faults = new ArrayList<>();
        JsonNode answer = result.path("answer");
        boolean inPlace = answer.path("fitsInPlace").asBoolean();
        List<PlacedVm> placed = placed(answer.path("placement"), false);
        int gpus = problem.groups().getFirst().host().gpus();
        if (inPlace) {
            violations(problem, placed, faults);
            expect(faults, placed.containsAll(fit.running()), "Something that runs was moved.");
        } else {
            Map<String, Integer> wanted = new HashMap<>();
            problem.vms().forEach(vm -> wanted.put(vm.id(), vm.count()));
            fit.running().forEach(vm -> wanted.merge(vm.vmClass(), -1, Integer::sum));
            expect(
                    faults,
                    SecondOpinion.fits(problem, wanted, HostRooms.of(problem, fit.running()), budget)
                            .filter(fits -> !fits)
                            .isPresent(),
                    "It was not confirmed that it does not fit in place.");
            PlacementProblem single = PlacementAnswers.onSingleGpus(problem);
            List<PlacedVm> repacked = placed(answer.path("placement"), true);
            int used = 1 + repacked.stream().mapToInt(PlacedVm::host).max().orElse(-1);
            violations(single.withHosts(0, used), repacked, faults);
            expect(faults, used == result.path("value").asLong(-1), "The placement uses " + used + " GPUs.");
        }
        expect(
                faults,
                answer.path("fitsAfterRepack").asBoolean()
                        == answer.path("gpusNeededAfterRepack").asLong() <= gpus,
                "What is said of repacking does not follow from the GPUs needed.");
        bound(PlacementAnswers.onSingleGpus(problem), List.of(1L), result, faults, budget);
        return faults;
    }

    private List<String> restart(PlacementCase.Restart restart, JsonNode result, Budget budget) {
        PlacementProblem problem = restart.problem();
        List<String> faults = new ArrayList<>();
        JsonNode answer = result.path("answer");
        int hosts = problem.hostCount();
        for (int failed = 0; failed < hosts; failed++) {
            Map<Integer, HostRoom> rooms = new TreeMap<>();
            for (int host = 0; host < hosts; host++) {
                if (host != failed) {
                    rooms.put(host, restart.rooms().get(host));
                }
            }
            boolean said = answer.path("restartablePerFailedHost").path(failed).asBoolean();
            if (said) {
                List<PlacedVm> plan =
                        placed(answer.path("restarts").path(failed).path("placement"), false);
                faults.addAll(RestartCheck.faults(problem, restart.held().get(failed), rooms, plan));
            } else {
                expect(
                        faults,
                        SecondOpinion.fits(problem, restart.held().get(failed), rooms, budget)
                                .filter(fits -> !fits)
                                .isPresent(),
                        "It was not confirmed that the machines of host " + failed + " do not restart.");
            }
        }
        if (answer.path("fitsOnHMinus1ByRepacking").asBoolean()) {
            violations(problem.withHosts(0, hosts - 1), placed(answer.path("placement"), false), faults);
        } else {
            expect(
                    faults,
                    opinion(problem, List.of(hosts - 1), budget)
                            .filter(fits -> !fits)
                            .isPresent(),
                    "It was not confirmed that it does not fit on one host less.");
        }
        return faults;
    }

    /** Verifies the lower bound by what it rests on. */
    private static void bound(
            PlacementProblem problem, List<Long> costs, JsonNode result, List<String> faults, Budget budget) {
        long bound = result.path("lowerBound").asLong();
        JsonNode by = result.path("answer").path("boundBy");
        if (result.path("status").asText().equals("optimal")) {
            expect(faults, bound == result.path("value").asLong(), "An optimum is its own bound.");
        }
        boolean holds = bound <= 0
                || switch (by.path("kind").asText()) {
                    case "prices" -> {
                        Map<String, Long> weights = weights(by);
                        OptionalLong heaviest = SecondOpinion.heaviest(problem, 0, weights, budget);
                        yield heaviest.isPresent()
                                && heaviest.getAsLong() > 0
                                && Math.ceilDiv(
                                                weight(problem, weights),
                                                Math.ceilDiv(heaviest.getAsLong(), costs.getFirst()))
                                        >= bound;
                    }
                    case "exhaustion" ->
                        opinion(problem, List.of((int) bound - 1), budget)
                                .filter(fits -> !fits)
                                .isPresent();
                    default -> bound <= 1 && problem.vmCount() > 0;
                };
        expect(faults, holds, "The bound " + bound + " was not confirmed.");
    }

    private static void nowhere(PlacementProblem problem, JsonNode answer, List<String> faults) {
        String id = answer.path("boundBy").path("vm").asText("");
        Optional<VmClass> vmClass =
                problem.vms().stream().filter(vm -> vm.id().equals(id)).findFirst();
        expect(faults, vmClass.isPresent(), "No class is named that fits nowhere.");
        vmClass.ifPresent(vm -> {
            for (int group = 0; group < problem.groups().size(); group++) {
                PlacementProblem one = problem.withHosts(group, 1);
                expect(
                        faults,
                        SecondOpinion.fits(one, Map.of(vm.id(), 1), HostRooms.of(one, List.of()), Budget.of(10, 10))
                                .filter(fits -> !fits)
                                .isPresent(),
                        vm.id() + " fits on a host.");
            }
        });
    }

    private static Optional<Boolean> opinion(PlacementProblem problem, List<Integer> counts, Budget budget) {
        PlacementProblem counted = problem;
        for (int group = 0; group < counts.size(); group++) {
            counted = counted.withHosts(group, counts.get(group));
        }
        Map<String, Integer> all = new HashMap<>();
        problem.vms().forEach(vm -> all.put(vm.id(), vm.count()));
        return SecondOpinion.fits(counted, all, HostRooms.of(counted, List.of()), budget);
    }

    /** Whether the demand weighs more than these hosts can hold. @param known what hosts can hold, by weights */
    private static boolean isTooMuch(
            PlacementProblem problem,
            List<Integer> hosts,
            Map<String, Long> weights,
            Map<Map<String, Long>, List<OptionalLong>> known,
            Budget budget) {
        if (weights.isEmpty()) {
            return false;
        }
        List<OptionalLong> heaviest = known.computeIfAbsent(weights, key -> heaviest(problem, key, budget));
        long room = 0;
        for (int group = 0; group < hosts.size(); group++) {
            if (hosts.get(group) > 0 && heaviest.get(group).isEmpty()) {
                return false;
            }
            room += hosts.get(group) * heaviest.get(group).orElse(0);
        }
        return weight(problem, weights) > room;
    }

    private static List<OptionalLong> heaviest(PlacementProblem problem, Map<String, Long> weights, Budget budget) {
        List<OptionalLong> heaviest = new ArrayList<>();
        for (int group = 0; group < problem.groups().size(); group++) {
            heaviest.add(
                    weights.isEmpty() ? OptionalLong.empty() : SecondOpinion.heaviest(problem, group, weights, budget));
        }
        return heaviest;
    }

    private static Map<String, Long> weights(JsonNode by) {
        Map<String, Long> weights = new TreeMap<>();
        by.path("weights")
                .properties()
                .forEach(entry -> weights.put(entry.getKey(), entry.getValue().asLong()));
        return weights;
    }

    private static long weight(PlacementProblem problem, Map<String, Long> weights) {
        return problem.vms().stream()
                .mapToLong(vm -> vm.count() * weights.getOrDefault(vm.id(), 0L))
                .sum();
    }

    private static void violations(PlacementProblem problem, List<PlacedVm> placed, List<String> faults) {
        PlacementChecker.check(problem, new Placement(placed, List.of(), List.of())).stream()
                .map(Violation::words)
                .limit(3)
                .forEach(faults::add);
    }

    private static void expect(List<String> faults, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private static List<Integer> integers(JsonNode list) {
        List<Integer> values = new ArrayList<>();
        list.forEach(node -> values.add(node.asInt()));
        return values;
    }

    /** @param gpuIsHost whether each GPU of the one host is read as a host of its own */
    private static List<PlacedVm> placed(JsonNode lines, boolean gpuIsHost) {
        Map<String, List<GpuSlot>> slots = new TreeMap<>();
        Map<String, Integer> hosts = new TreeMap<>();
        for (JsonNode line : lines) {
            String vm = line.path("vm").asText("");
            int host =
                    gpuIsHost ? line.path("gpu").asInt(-1) : line.path("host").asInt(-1);
            Integer before = hosts.put(vm, host);
            if (before != null && before != host) {
                throw new IllegalArgumentException(vm + " is on two hosts");
            }
            List<GpuSlot> held = slots.computeIfAbsent(vm, key -> new ArrayList<>());
            if (line.path("gpu").isIntegralNumber()) {
                PartitionMode mode = mode(line.path("mode").asText(""));
                held.add(new GpuSlot(
                        gpuIsHost ? 0 : line.path("gpu").asInt(),
                        mode,
                        mode == PartitionMode.FULL
                                ? PartitionScheme.WHOLE
                                : line.path("profile").asText(""),
                        line.path("start").asInt(-1)));
            }
        }
        List<PlacedVm> placed = new ArrayList<>();
        hosts.forEach((vm, host) -> {
            int hash = vm.lastIndexOf('#');
            if (hash < 0 || !vm.substring(hash + 1).matches("\\d{1,9}")) {
                throw new IllegalArgumentException("\"" + vm + "\" is no machine");
            }
            placed.add(new PlacedVm(
                    vm.substring(0, hash),
                    Integer.parseInt(vm.substring(hash + 1)),
                    host,
                    slots.getOrDefault(vm, List.of())));
        });
        return placed;
    }

    private static PartitionMode mode(String mode) {
        for (PartitionMode each : PartitionMode.values()) {
            if (PlacementAnswers.mode(each).equals(mode)) {
                return each;
            }
        }
        throw new IllegalArgumentException("the mode \"" + mode + "\" is none of MIG, EQ, MIX, FULL");
    }
}
