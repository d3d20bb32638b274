package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sizewright.placement.FailureReplay;
import org.sizewright.placement.HostMixSearch;
import org.sizewright.placement.HostSearch.Answer;
import org.sizewright.placement.LowerBound;
import org.sizewright.placement.MixQuestion;
import org.sizewright.placement.PinnedVm;
import org.sizewright.placement.Pinning;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Proof;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.VmClass;

/**
 * Places machines around those that are pinned. Whatever cannot be done without pins cannot be done with them, so that every bound of
 * the problem without pins holds; beyond it, hosts are ruled out by trying to fill what the pinned machines leave of them.
 */
final class PinnedHosts {
    private static final int MOST_NAMED = 20;

    private final ExactPlacer placer;
    private final FailureReplay replay;
    private final Budget budget;

    PinnedHosts(ExactPlacer placer, FailureReplay replay, Budget budget) {
        this.placer = placer;
        this.replay = replay;
        this.budget = budget;
    }

    /**
     * What was found.
     *
     * @param placement every machine, pinned ones where they are pinned
     * @param impossible whether the machines cannot be placed, however it is done
     */
    record Around(Optional<Placement> placement, boolean impossible) {}

    /** Everything on the hosts that there are, except those that stay empty. */
    Around around(PlacementProblem problem, Set<Integer> empty) {
        List<PlacedVm> pinned = Pinning.of(problem).kept();
        Map<String, Set<Integer>> taken = new HashMap<>();
        pinned.forEach(vm ->
                taken.computeIfAbsent(vm.vmClass(), key -> new HashSet<>()).add(vm.number()));
        Map<String, List<Integer>> numbers = new HashMap<>();
        Map<String, Integer> wanted = new HashMap<>();
        for (VmClass vm : problem.vms()) {
            List<Integer> open = new ArrayList<>();
            for (int number = 1; number <= vm.count(); number++) {
                if (!taken.getOrDefault(vm.id(), Set.of()).contains(number)) {
                    open.add(number);
                }
            }
            numbers.put(vm.id(), open);
            wanted.put(vm.id(), open.size());
        }
        Map<Integer, HostRoom> rooms = new TreeMap<>(HostRooms.of(problem, pinned));
        empty.forEach(rooms::remove);
        ExactPlacer.Outcome outcome = placer.fit(problem, wanted, Map.of(), rooms, budget);
        return new Around(
                outcome.found().map(found -> {
                    List<PlacedVm> placed = new ArrayList<>(pinned);
                    found.placed()
                            .forEach(vm -> placed.add(new PlacedVm(
                                    vm.vmClass(),
                                    numbers.getOrDefault(vm.vmClass(), List.of())
                                            .get(vm.number() - 1),
                                    vm.host(),
                                    vm.gpus())));
                    return Placement.noted(problem, ProvenHosts.sorted(problem, placed), List.of());
                }),
                outcome.impossible());
    }

    /**
     * The fewest hosts of a group around the pinned machines.
     *
     * @param quick what first fit found around them
     * @param free the answer without pins
     */
    Answer search(PlacementProblem problem, int group, int maximum, Answer quick, Answer free) {
        LowerBound bound = ProvenHosts.larger(
                quick.proof().fromBelow().orElseGet(LowerBound.Nothing::new),
                free.proof().fromBelow().orElseGet(LowerBound.Nothing::new));
        int enough = quick.proof().enough().orElse(maximum + 1);
        for (int hosts = bound.hosts(); hosts < enough && !budget.isUsedUp(); hosts++) {
            PlacementProblem tried = problem.withHosts(group, hosts);
            Around all = around(tried, Set.of());
            if (all.impossible() && bound.hosts() == hosts) {
                bound = new LowerBound.Exhausted(
                        0,
                        hosts + 1,
                        "Around the pinned machines, every way to fill " + hosts + (hosts == 1 ? " host" : " hosts")
                                + " was tried.");
            }
            Optional<Answer> found = all.placement().isPresent()
                    ? surviving(tried, group, hosts, all.placement().get(), bound)
                    : Optional.empty();
            if (found.isPresent()) {
                return said(found.get(), free);
            }
        }
        String obstacle = ProvenHosts.obstacle(budget.isStopped());
        if (quick.placement().isEmpty()) {
            return new Answer(
                    new Proof.NotFound(maximum, obstacle, bound),
                    quick.problem(),
                    quick.placement(),
                    quick.resilience());
        }
        return said(
                Answer.found(
                        quick.problem(),
                        quick.placement().get(),
                        quick.resilience().orElseThrow(),
                        enough,
                        obstacle,
                        bound),
                free);
    }

    /** The placement, or one with spare hosts, if what must restart does. */
    private Optional<Answer> surviving(
            PlacementProblem problem, int group, int hosts, Placement found, LowerBound bound) {
        List<Placement> candidates = new ArrayList<>();
        int failures = problem.policy().failures();
        if (failures > 0) {
            Set<Integer> spares = spares(problem, group, hosts, failures);
            if (spares.size() == failures) {
                around(problem, spares).placement().ifPresent(candidates::add);
            }
        }
        candidates.add(found);
        for (Placement placement : candidates) {
            Resilience resilience = replay.replay(problem, placement);
            if (resilience.isSurvived()) {
                return Optional.of(Answer.found(
                        problem, placement, resilience, hosts, ProvenHosts.obstacle(budget.isStopped()), bound));
            }
        }
        return Optional.empty();
    }

    /** The last hosts of the group to which nothing is pinned. */
    private static Set<Integer> spares(PlacementProblem problem, int group, int hosts, int wanted) {
        Set<Integer> spares = new HashSet<>();
        Set<Integer> pinned = new HashSet<>();
        Pinning.of(problem).kept().forEach(vm -> pinned.add(vm.host()));
        for (int host = problem.firstHost(group) + hosts - 1; host >= problem.firstHost(group); host--) {
            if (spares.size() < wanted && !pinned.contains(host)) {
                spares.add(host);
            }
        }
        return spares;
    }

    /** With a word on what the pins cost. */
    private static Answer said(Answer answer, Answer free) {
        String without = free.proof().enough().isEmpty()
                ? ""
                : " Without pins it would be " + free.proof().range()
                        + (free.proof().range().equals("1") ? " host." : " hosts.");
        Proof proof = switch (answer.proof()) {
            case Proof.Optimal optimal ->
                new Proof.Optimal(optimal.hosts(), optimal.whyEnough() + without, optimal.bound());
            case Proof.Between between ->
                new Proof.Between(
                        between.upper(), between.whyEnough() + without, between.whyNotFewer(), between.bound());
            case Proof.Mixture mixture -> mixture;
            case Proof.NotFound open -> open;
            case Proof.CannotFit cannot -> cannot;
        };
        return new Answer(proof, answer.problem(), answer.placement(), answer.resilience());
    }

    /** Why not everything has a place around the pins, where it has without them; empty if that is not known. */
    Optional<Proof> whyNot(PlacementProblem problem) {
        List<PlacedVm> pinned = Pinning.of(problem).kept();
        if (pinned.isEmpty() || !around(problem, Set.of()).impossible()) {
            return Optional.empty();
        }
        List<String> single = new ArrayList<>();
        for (PinnedVm pin : problem.pins()) {
            List<PinnedVm> others =
                    problem.pins().stream().filter(other -> !other.equals(pin)).toList();
            if (single.size() < MOST_NAMED
                    && around(problem.withPins(others), Set.of()).placement().isPresent()) {
                single.add(pin.vmClass() + " " + pin.number());
            }
        }
        boolean one = pinned.size() == 1;
        return Optional.of(new Proof.CannotFit(
                (one
                                ? "One machine is pinned by hand, and around it"
                                : pinned.size() + " machines are pinned by hand, and around them")
                        + " the others cannot all be placed. "
                        + (single.isEmpty()
                                ? "Unpin some of them."
                                : "Everything would fit without the pin of " + String.join(", or of ", single) + "."),
                Optional.empty()));
    }

    /** The mixture without pins where the pinned machines have their places on it, else the quick one; the bound is that without pins. */
    Answer mix(PlacementProblem problem, Answer quick, Answer free) {
        if (!(free.proof() instanceof Proof.Mixture cheapest)
                || quick.proof() instanceof Proof.Mixture found
                        && found.question().site().isEmpty()
                        && cheapest.question().site().isPresent()) {
            // what the racks do not take is not held against a bound that counts them
            return quick;
        }
        PlacementProblem bought = problem.withHosts(cheapest.counts());
        Optional<Placement> around = around(bought, Set.of()).placement();
        if (around.isPresent()) {
            Resilience resilience = replay.replay(bought, around.get());
            if (resilience.isSurvived()) {
                return new Answer(
                        mixture(cheapest.question(), bought, resilience, cheapest),
                        bought,
                        around,
                        Optional.of(resilience));
            }
        }
        return quick.proof() instanceof Proof.Mixture
                ? new Answer(
                        mixture(
                                cheapest.question(),
                                quick.problem(),
                                quick.resilience().orElseThrow(),
                                cheapest),
                        quick.problem(),
                        quick.placement(),
                        quick.resilience())
                : quick;
    }

    private static Proof mixture(
            MixQuestion question, PlacementProblem bought, Resilience resilience, Proof.Mixture cheapest) {
        return new Proof.Mixture(
                question,
                bought.counts(),
                HostMixSearch.whyEnough(bought, question, resilience),
                cheapest.counts().equals(bought.counts())
                        ? cheapest.obstacle()
                        : "With the pinned machines in their places nothing cheaper was found.",
                cheapest.bound(),
                Optional.empty(),
                cheapest.notes());
    }
}
