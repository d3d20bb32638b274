package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A cheap mixture of several kinds of hosts at once: each kind alone, the best kind with some of its hosts exchanged for others, and
 * a mixture in which the kinds that cost most for what they hold give way first. Each answer is one of the search for a single
 * group, so that everything has a place and survives the failures that it must. Where the racks do not take the cheapest, dearer ones
 * are tried; if they take none that was found, the cheapest stays, without the racks.
 */
public final class HostMixSearch {
    /** What is said where the answer is one without the racks. */
    public static final String HOUSED_NONE =
            "No mixture was found that the racks take, so this is the answer without them.";
    /** Mixtures of two kinds that are tried while the racks take none. */
    private static final int MOST_UNHOUSED = 8;

    private final HostSearch single;
    private final int exchanged;
    private Optional<Tried> best = Optional.empty();
    /** The cheapest that the racks do not take. */
    private Optional<Tried> unhoused = Optional.empty();

    /**
     * A mixture that works.
     *
     * @param answer on its hosts
     */
    private record Tried(long cost, List<Integer> counts, HostSearch.Answer answer) {}

    /**
     * @param single finds hosts of one group beside others
     * @param exchanged hosts of the best kind that are exchanged at most; with 1 nothing is tried that need not be
     */
    public HostMixSearch(HostSearch single, int exchanged) {
        this.single = single;
        this.exchanged = exchanged;
    }

    /** @param maximum the most hosts of each group to try */
    public HostSearch.Answer search(PlacementProblem problem, MixQuestion question, int maximum) {
        List<Tried> alone = new ArrayList<>();
        Optional<Proof> never = Optional.empty();
        for (int group : question.searched()) {
            HostSearch.Answer answer = single.search(without(problem, question), group, maximum);
            tried(question, answer).ifPresent(alone::add);
            if (never.isEmpty() && answer.proof() instanceof Proof.CannotFit) {
                never = Optional.of(answer.proof());
            }
        }
        alone.sort(Comparator.comparingLong(Tried::cost));
        alone.forEach(found -> keep(question, found));
        for (Tried base : alone) {
            exchange(problem, question, base, maximum);
            if (question.houses(base.counts())) {
                break;
            }
        }
        if (best.isEmpty() || exchanged > 1) {
            giveWay(problem, question, alone, maximum);
        }
        if (best.isEmpty() && unhoused.isPresent()) {
            best = unhoused;
            return answer(question.withSite(Optional.empty()), alone, List.of(HOUSED_NONE));
        }
        if (best.isEmpty()) {
            return HostSearch.Answer.none(
                    problem,
                    never.filter(reason -> question.searched().size() == 1)
                            .orElseGet(() -> notFound(problem, question, maximum)));
        }
        return answer(question, alone, notHoused(question));
    }

    /** The cheapest mixture that works but that the racks do not take, of those that were tried. */
    public Optional<List<Integer>> unhoused() {
        return unhoused.map(Tried::counts);
    }

    /** What would be cheaper without the racks. */
    private List<String> notHoused(MixQuestion question) {
        return unhoused
                .filter(other -> other.cost() < best.orElseThrow().cost())
                .map(other -> question.withoutRacks(other.counts()))
                .stream()
                .toList();
    }

    private static Proof notFound(PlacementProblem problem, MixQuestion question, int maximum) {
        PlacementProblem all = problem;
        for (int group : question.searched()) {
            all = all.withHosts(group, 1);
        }
        return HostCountSearch.never(all)
                .<Proof>map(reason -> new Proof.CannotFit(reason, Optional.empty()))
                .orElseGet(() -> new Proof.NotFound(
                        maximum, "No mixture of the groups was found either.", new LowerBound.Nothing()));
    }

    private HostSearch.Answer answer(MixQuestion question, List<Tried> alone, List<String> notes) {
        Tried found = best.orElseThrow();
        HostSearch.Answer answer = found.answer();
        Proof.Mixture proof = new Proof.Mixture(
                question,
                found.counts(),
                whyEnough(answer.problem(), question, answer.resilience().orElseThrow()),
                "Cheaper mixtures were not tried yet.",
                MixBounds.of(answer.problem(), question),
                oneKind(question, alone),
                notes);
        return new HostSearch.Answer(proof, answer.problem(), answer.placement(), answer.resilience());
    }

    /** Why hosts that were found are enough. */
    public static String whyEnough(PlacementProblem problem, MixQuestion question, Resilience resilience) {
        int given = problem.hostCount() - question.hosts(problem.counts());
        return "All " + problem.vmCount() + " machines have a place on these hosts"
                + (given > 0 ? " and " + given + " that are given." : ".")
                + (resilience.hostsAtOnce() > 0 ? " " + resilience.verdict() : "");
    }

    /** The cheapest answer of one kind that is another one than the best. */
    private Optional<List<Integer>> oneKind(MixQuestion question, List<Tried> alone) {
        return alone.stream()
                .map(Tried::counts)
                .filter(question::houses)
                .filter(counts ->
                        best.filter(found -> !found.counts().equals(counts)).isPresent())
                .min(Comparator.comparingLong(question::cost));
    }

    /** No host of the groups that are searched. */
    public static PlacementProblem without(PlacementProblem problem, MixQuestion question) {
        PlacementProblem empty = problem;
        for (int group : question.searched()) {
            empty = empty.withHosts(group, 0);
        }
        return empty;
    }

    /** Fewer hosts of the best kind, and as few of another as then do. */
    private void exchange(PlacementProblem problem, MixQuestion question, Tried base, int maximum) {
        int kind = question.searched().stream()
                .filter(group -> base.counts().get(group) > 0)
                .findFirst()
                .orElse(question.searched().getFirst());
        // more than the racks take of it need not be tried
        int most = Math.min(
                base.counts().get(kind) - 1, question.most(kind, base.counts().get(kind)));
        for (int other : question.searched()) {
            for (int tries = 0; other != kind && tries <= most; tries++) {
                if (tries >= (best.isEmpty() ? MOST_UNHOUSED : exchanged)) {
                    break;
                }
                PlacementProblem beside = without(problem, question).withHosts(kind, most - tries);
                long spent = question.cost(beside.counts());
                long cost = question.costs().get(other).orElseThrow();
                long affordable = best.isEmpty() ? maximum : (best.get().cost() - 1 - spent) / cost;
                int allowed = question.most(other, (int) Math.min(affordable, Integer.MAX_VALUE));
                if (allowed >= 1) {
                    tried(question, single.search(beside, other, allowed)).ifPresent(found -> keep(question, found));
                }
            }
        }
    }

    /** Begins with enough of every kind; the kind that costs most for what it holds gives way first. */
    private void giveWay(PlacementProblem problem, MixQuestion question, List<Tried> alone, int maximum) {
        List<Integer> enough = new ArrayList<>(problem.counts());
        int most = Math.min(maximum, problem.vmCount() + problem.policy().failures());
        for (int group : question.searched()) {
            enough.set(
                    group,
                    question.most(
                            group,
                            alone.stream()
                                    .map(found -> found.counts().get(group))
                                    .filter(count -> count > 0)
                                    .findFirst()
                                    .orElse(most)));
        }
        List<Integer> order = new ArrayList<>(question.searched());
        order.sort(Comparator.<Integer>comparingDouble(group -> -costForHolding(problem, question, group))
                .thenComparingInt(group -> group));
        PlacementProblem left = problem.withHosts(enough);
        for (int group : order) {
            if (enough.get(group) == 0) {
                continue;
            }
            HostSearch.Answer answer = single.search(left, group, enough.get(group));
            OptionalInt hosts = answer.proof().enough();
            if (hosts.isEmpty()) {
                return;
            }
            left = left.withHosts(group, hosts.getAsInt());
            tried(question, answer).ifPresent(found -> keep(question, found));
        }
    }

    /** Cost of what a host holds: of the demand's share that one host takes, by what it has least of. */
    private static double costForHolding(PlacementProblem problem, MixQuestion question, int group) {
        HostSpec host = problem.groups().get(group).host();
        double gpus = 0;
        double vcpu = 0;
        double memory = 0;
        Cluster cluster = new Cluster(problem);
        for (VmClass vm : problem.vms()) {
            gpus += vm.count() * cluster.gpuShare(vm.gpu());
            vcpu += (double) vm.count() * vm.vcpu();
            memory += (double) vm.count() * vm.memoryGib();
        }
        double hosts = Math.max(
                gpus / Math.max(1e-9, host.gpus()),
                Math.max(vcpu / Math.max(1e-9, host.vcpu()), memory / Math.max(1e-9, host.usableMemoryGib())));
        return hosts * question.costs().get(group).orElseThrow();
    }

    private Optional<Tried> tried(MixQuestion question, HostSearch.Answer answer) {
        if (answer.proof().enough().isEmpty()
                || answer.placement().isEmpty()
                || answer.resilience().isEmpty()) {
            return Optional.empty();
        }
        List<Integer> counts = answer.problem().counts();
        return Optional.of(new Tried(question.cost(counts), counts, answer));
    }

    private void keep(MixQuestion question, Tried found) {
        if (question.houses(found.counts())) {
            best = best.filter(other -> other.cost() <= found.cost()).or(() -> Optional.of(found));
        } else {
            unhoused = unhoused.filter(other -> other.cost() <= found.cost()).or(() -> Optional.of(found));
        }
    }
}
