package org.sizewright.placement;

import java.util.List;
import java.util.Optional;
import org.sizewright.plan.Survival;

/**
 * The fewest hosts of one group such that everything has a place and everything that must restart does, whichever hosts fail
 * (as many at once as the policy says), by first fit. First fit on as many hosts as there may be says how many it needs; then fewer
 * are tried as long as a place is found for everything, and more as long as something does not restart. What is found is proven
 * where it equals the best lower bound.
 *
 * @param placer finds the placements
 * @param replay tries the failures
 */
public record HostCountSearch(FirstFitPlacer placer, FailureReplay replay) implements HostSearch {
    /** The search with random orders, for platforms on which nothing proves more. */
    public static HostCountSearch standard() {
        return new HostCountSearch(FirstFitPlacer.standard(), FailureReplay.standard());
    }

    /** The search for an answer at once: no random orders. */
    public static HostCountSearch first() {
        return new HostCountSearch(new FirstFitPlacer(0, 0), new FailureReplay(0, 5));
    }

    @Override
    public Placement place(PlacementProblem problem) {
        return placer.place(problem);
    }

    @Override
    public Answer search(PlacementProblem problem, int group, int maximum) {
        PlacementProblem largest = problem.withHosts(group, maximum);
        Optional<String> never = never(largest);
        if (never.isPresent()) {
            return Answer.none(problem, new Proof.CannotFit(never.get(), Optional.empty()));
        }
        LowerBound bound = HostBounds.of(largest, group).getFirst();
        Optional<LowerBound> pinned = HostBounds.pinned(largest, group);
        if (pinned.isPresent() && pinned.get().hosts() > bound.hosts()) {
            bound = pinned.get();
        }
        if (bound.hosts() > maximum) {
            return Answer.none(
                    problem,
                    new Proof.CannotFit(
                            "At least " + bound.hosts() + " hosts are needed and " + maximum + " are allowed. "
                                    + bound.words(),
                            Optional.of(bound)));
        }
        Tried start = start(problem, group, maximum, bound.hosts());
        String obstacle = start.obstacle();
        for (int hosts = start.hosts(); hosts <= maximum; hosts++) {
            PlacementProblem tried = problem.withHosts(group, hosts);
            Placement placement = start.placement().isPresent() && hosts == start.hosts()
                    ? start.placement().get()
                    : placer.place(tried);
            if (!placement.isComplete()) {
                obstacle = refused(tried, hosts, placement);
                continue;
            }
            Resilience resilience = replay.replayToFirstLoss(tried, placement);
            if (resilience.isSurvived()) {
                return Answer.found(tried, placement, resilience, hosts, obstacle, bound);
            }
            Optional<Placement> spared = withSpares(problem, group, hosts);
            if (spared.isPresent()) {
                Resilience withSpares = replay.replayToFirstLoss(tried, spared.get());
                if (withSpares.isSurvived()) {
                    return Answer.found(tried, spared.get(), withSpares, hosts, obstacle, bound);
                }
            }
            HostFailure loss = resilience.notSurvived().getFirst();
            obstacle = "On " + hosts + " hosts everything has a place, but in the one found "
                    + loss.lost().size()
                    + " machines do not restart after a host failure, among them "
                    + loss.lost().getFirst().vmClass() + ": "
                    + loss.lost().getFirst().reason().words();
        }
        return Answer.none(problem, new Proof.NotFound(maximum, obstacle, bound));
    }

    /** Without random orders an answer at once is wanted, so that little is exchanged. */
    @Override
    public Answer mix(PlacementProblem problem, MixQuestion question, int maximum) {
        return new HostMixSearch(this, placer.restarts() == 0 ? 1 : EXCHANGED).search(problem, question, maximum);
    }

    /**
     * Where to begin.
     *
     * @param hosts the fewest hosts on which everything found a place
     * @param placement that placement; empty if there is none
     * @param obstacle what stopped at one host fewer
     */
    private record Tried(int hosts, Optional<Placement> placement, String obstacle) {}

    /** First fit opens hosts as it needs them, so one run on many hosts says how many it uses. */
    private Tried start(PlacementProblem problem, int group, int maximum, int bound) {
        Placement all = placer.place(problem.withHosts(group, maximum));
        if (!all.isComplete()) {
            return new Tried(Math.max(bound, maximum), Optional.empty(), refused(problem, maximum, all));
        }
        int first = problem.firstHost(group);
        int last = first;
        for (PlacedVm vm : all.placed()) {
            if (vm.host() >= first && vm.host() < first + maximum) {
                last = Math.max(last, vm.host() + 1);
            }
        }
        int hosts = Math.max(bound, last - first);
        Optional<Placement> found = Optional.empty();
        String obstacle = "";
        for (int fewer = hosts; fewer >= bound; fewer--) {
            PlacementProblem tried = problem.withHosts(group, fewer);
            Placement placement = placer.place(tried);
            if (!placement.isComplete()) {
                obstacle = refused(tried, fewer, placement);
                break;
            }
            found = Optional.of(placement);
            hosts = fewer;
        }
        return new Tried(hosts, found, obstacle);
    }

    private static String refused(PlacementProblem tried, int hosts, Placement placement) {
        RefusedVm first = placement.refused().getFirst();
        return "On " + hosts + " hosts no place was found for "
                + placement.refused().size() + " of " + tried.vmCount() + " machines, among them "
                + first.vmClass() + ": " + first.reason().words();
    }

    /** A placement that keeps as many hosts of the group empty as may fail: equal hosts then always survive. */
    private Optional<Placement> withSpares(PlacementProblem problem, int group, int hosts) {
        int spares = problem.policy().failures();
        if (spares >= hosts) {
            return Optional.empty();
        }
        PlacementProblem fewer = problem.withHosts(group, hosts - spares);
        if (HostBounds.pinned(problem.withHosts(group, hosts), group)
                .filter(bound -> bound.hosts() > hosts - spares)
                .isPresent()) {
            return Optional.empty();
        }
        Placement packed = placer.place(fewer);
        int shiftFrom = problem.firstHost(group) + hosts - spares;
        List<PlacedVm> renumbered = packed.placed().stream()
                .map(vm -> vm.host() < shiftFrom
                        ? vm
                        : new PlacedVm(vm.vmClass(), vm.number(), vm.host() + spares, vm.gpus()))
                .toList();
        return packed.isComplete()
                ? Optional.of(new Placement(renumbered, List.of(), packed.notes()))
                : Optional.empty();
    }

    /** What no number of hosts can mend. */
    static Optional<String> never(PlacementProblem problem) {
        Cluster cluster = new Cluster(problem);
        List<VmClass> vms = problem.vms();
        for (int i = 0; i < vms.size(); i++) {
            VmClass vm = vms.get(i);
            int vmClass = i;
            if (vm.count() == 0) {
                continue;
            }
            if (problem.groups().stream()
                    .filter(group -> group.count() > 0)
                    .noneMatch(group -> cluster.canEverRun(vmClass, group.host()))) {
                return Optional.of(vm.id() + " fits on none of these hosts. "
                        + Refusals.reason(cluster, new Packing(cluster), i).words());
            }
            if (problem.policy().failures() > 0 && vm.survival() == Survival.MUST_RESTART && !vm.restartable()) {
                return Optional.of(vm.id()
                        + " must restart after a host failure but cannot be restarted elsewhere: give it a vGPU instead of"
                        + " static passthrough, or let it stay down.");
            }
        }
        return Optional.empty();
    }
}
