package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sizewright.placement.CostBound;
import org.sizewright.placement.HostMixSearch;
import org.sizewright.placement.HostNumbers;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.MixQuestion;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Proof;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.exact.ExactPlacer.Found;
import org.sizewright.placement.exact.ExactPlacer.Outcome;
import org.sizewright.plan.Survival;

/**
 * The cheapest mixture of hosts with proof. Mixtures are taken from the cheapest up: one is ruled out where not everything fits on it,
 * or where not everything that must restart fits on what a failure leaves; the first on which a placement survives is the answer.
 * Placements are looked for that leave hosts empty for those that may fail, and then in which the exact engine finds the restarts.
 */
final class MixedHosts {
    private static final int MOST_CANDIDATES = 100_000;
    private static final int MOST_LISTED = 10_000;
    /** Mixtures of which every way to put them into the racks is tried. */
    private static final int MOST_RACKED = 50;
    /** Mixtures without racks of which it is asked whether they would carry everything. */
    private static final int MOST_ASKED = 20;
    /** Share of the budget for the cheapest hosts without failures; what that leaves open is decided number by number. */
    private static final double BASE_SHARE = 0.2;
    /** Share of what is left of the work for one mixture over which machines are spread. */
    private static final double SPREAD_SHARE = 0.5;

    private final ExactPlacer placer;
    private final PlacementProblem problem;
    private final MixQuestion question;
    private final Budget budget;
    private final int failures;
    private final long unit;
    private final List<Long> costs;
    private final Set<CostBound.Reason> reasons = new LinkedHashSet<>();
    private final int maximum;
    private Optional<Mix> best;
    /** The cheapest that carries everything but finds no racks. */
    private Optional<List<Integer>> unhoused;

    private Optional<List<Integer>> open = Optional.empty();
    private int racked;
    private int asked;

    /** A mixture with a placement that survives. */
    private record Mix(List<Integer> counts, PlacementProblem problem, Placement placement, Resilience resilience) {}

    private MixedHosts(
            ExactPlacer placer,
            PlacementProblem problem,
            MixQuestion question,
            int maximum,
            Optional<Mix> known,
            Optional<List<Integer>> unhoused,
            Budget budget) {
        this.placer = placer;
        this.problem = problem;
        this.question = question;
        this.maximum = maximum;
        this.budget = budget;
        failures = problem.policy().failures();
        unit = question.searched().stream()
                .mapToLong(group -> question.costs().get(group).getAsLong())
                .reduce(0, MixedHosts::divisor);
        // in the largest unit in which all costs are whole numbers: the smaller the numbers, the closer the bound
        costs = question.costs().stream().map(cost -> cost.orElse(0) / unit).toList();
        best = known.filter(mix -> question.houses(mix.counts()));
        this.unhoused = unhoused;
    }

    /**
     * @param quick what is known already
     * @param unhoused a mixture that works but that the racks do not take
     * @param maximum the most hosts of each group
     */
    static HostSearch.Answer search(
            ExactPlacer placer,
            PlacementProblem problem,
            MixQuestion question,
            int maximum,
            HostSearch.Answer quick,
            Optional<List<Integer>> unhoused,
            Budget budget) {
        Optional<Mix> known = quick.placement()
                .filter(placed -> quick.proof() instanceof Proof.Mixture)
                .map(placed -> new Mix(
                        quick.problem().counts(),
                        quick.problem(),
                        placed,
                        quick.resilience().orElseThrow()));
        return new MixedHosts(placer, problem, question, maximum, known, unhoused, budget).run(quick);
    }

    private HostSearch.Answer run(HostSearch.Answer quick) {
        Outcome all = cheapest(problem);
        if (all.impossible()) {
            return HostSearch.Answer.none(
                    problem,
                    quick.proof() instanceof Proof.CannotFit
                            ? quick.proof()
                            : new Proof.CannotFit(
                                    "Machines that only the given hosts could run do not fit on them, however many others are"
                                            + " bought. Let them run on other hosts too, or give more of these.",
                                    Optional.empty()));
        }
        reason(all, false);
        PlacementProblem must = problem.withVms(problem.vms().stream()
                .map(vm -> failures == 0 || vm.survival() == Survival.MUST_RESTART ? vm : vm.withCount(0))
                .toList());
        Outcome needed = must.vms().equals(problem.vms()) ? all : cheapest(must);
        if (failures > 0) {
            reason(needed, true);
        }
        KnownNumbers onAll = new KnownNumbers(placer, problem, costs, all, budget);
        KnownNumbers onLeft = needed == all ? onAll : new KnownNumbers(placer, must, costs, needed, budget);
        if (all.found().isPresent()) {
            try {
                start(onAll, all.found().get());
            } catch (ArithmeticException tooMany) {
                // numbers that cannot be added up are no answer
            }
        }
        if (best.isEmpty() && unhoused.isEmpty()) {
            return quick;
        }
        long least = Math.max(all.bound(), needed.bound());
        long bound = decide(onAll, onLeft, least);
        return best.isEmpty() ? quick : answer(quick, bound);
    }

    private Outcome cheapest(PlacementProblem asked) {
        List<HostChoice> choices = new ArrayList<>();
        for (int group = 0; group < costs.size(); group++) {
            choices.add(
                    question.isSearched(group)
                            ? HostChoice.any(costs.get(group))
                            : HostChoice.there(problem.groups().get(group).count()));
        }
        return placer.cheapest(asked, choices, budget.part(BASE_SHARE));
    }

    /** The cheapest hosts without failures, with as many more of each kind in use as may fail. */
    private void start(KnownNumbers onAll, Found found) {
        List<Integer> counts = new ArrayList<>(problem.counts());
        for (int group : question.searched()) {
            int used = found.hosts().get(group);
            counts.set(group, used == 0 ? 0 : used + failures);
        }
        if (failures == 0) {
            improve(counts, found.placed());
        } else if (best.isEmpty() || cost(counts) < cost(best.get().counts())) {
            attempt(onAll, counts);
        }
    }

    /** Decides the mixtures from the cheapest up. @return nothing is cheaper than this */
    private long decide(KnownNumbers onAll, KnownNumbers onLeft, long least) {
        List<Integer> atMost = atMost();
        long most = best.map(found -> cost(found.counts()) - 1).orElseGet(() -> cost(atMost));
        if (least > most) {
            return most + 1;
        }
        // with those that the racks take none of, so that it can be said what would be cheaper without them
        Optional<List<List<Integer>>> listed = best.isPresent()
                ? HostNumbers.between(costs, problem.counts(), least, most, MOST_CANDIDATES)
                : Optional.empty();
        listed = listed.isPresent()
                ? listed
                : HostNumbers.between(costs, problem.counts(), atMost, least, most, MOST_CANDIDATES);
        for (; listed.isEmpty() && best.isEmpty() && most > 2 * least; most /= 2) {
            listed = HostNumbers.between(costs, problem.counts(), atMost, least, most / 2, MOST_CANDIDATES);
        }
        if (listed.isEmpty()) {
            return least;
        }
        List<List<Integer>> candidates = new ArrayList<>(listed.get());
        candidates.sort(Comparator.comparingLong(this::cost));
        for (List<Integer> counts : candidates) {
            if (budget.isUsedUp()) {
                return open.map(this::cost).orElse(cost(counts));
            }
            if (findsNoRacks(counts)) {
                wouldCarry(onAll, onLeft, counts);
                continue;
            }
            if (isRuledOut(onAll, onLeft, counts) || isUnsurvived(counts)) {
                continue;
            }
            if (attempt(onAll, counts)) {
                return open.map(this::cost).orElse(cost(counts));
            }
            SpreadHosts.Answer spread = spread(counts);
            if (spread.found().isPresent()) {
                SpreadHosts.Spread way = spread.found().get();
                best = Optional.of(new Mix(counts, problem.withHosts(counts), way.placement(), way.resilience()));
                return open.map(this::cost).orElse(cost(counts));
            }
            if (spread.impossible()) {
                reasons.add(new CostBound.NoRestart(counts));
            } else {
                open = open.or(() -> Optional.of(counts));
            }
        }
        return open.map(this::cost).orElse(most + 1);
    }

    /** The most hosts of each group that the racks take of it alone; more of one are a reason, however many of the others. */
    private List<Integer> atMost() {
        List<Integer> most = new ArrayList<>(problem.counts());
        for (int group : question.searched()) {
            int enough = Math.min(maximum, problem.vmCount() + failures);
            int taken = question.most(group, enough);
            most.set(group, taken == enough && best.isPresent() ? Integer.MAX_VALUE : taken);
            if (taken < enough) {
                List<Integer> more = new ArrayList<>(problem.counts());
                question.searched().forEach(other -> more.set(other, 0));
                more.set(group, taken + 1);
                reasons.add(new CostBound.NoRacks(more));
            }
        }
        return most;
    }

    /** Whether these hosts would be the answer without the racks, so that it can be said what the racks decide. */
    private void wouldCarry(KnownNumbers onAll, KnownNumbers onLeft, List<Integer> counts) {
        boolean known = unhoused.filter(other -> cost(other) <= cost(counts)).isPresent();
        if (known || asked++ >= MOST_ASKED || isRuledOut(onAll, onLeft, counts) || isUnsurvived(counts)) {
            return;
        }
        attempt(onAll, counts);
        if (unhoused.filter(counts::equals).isEmpty() && spread(counts).found().isPresent()) {
            unhoused = Optional.of(counts);
        }
    }

    /** Whether the racks do not take these hosts; where not every way to put them in was tried, that leaves it open. */
    private boolean findsNoRacks(List<Integer> counts) {
        if (question.houses(counts)) {
            return false;
        }
        boolean known = reasons.stream()
                .anyMatch(reason ->
                        reason instanceof CostBound.NoRacks none && HostNumbers.contains(counts, none.hosts()));
        if (!known && racked++ < MOST_RACKED && question.site().orElseThrow().cannotHouse(counts)) {
            reasons.add(new CostBound.NoRacks(counts));
            known = true;
        }
        if (!known) {
            open = open.or(() -> Optional.of(counts));
        }
        return true;
    }

    /** Whether some failure is known not to be survived on these hosts or on more. */
    private boolean isUnsurvived(List<Integer> counts) {
        return reasons.stream()
                .anyMatch(reason ->
                        reason instanceof CostBound.NoRestart none && HostNumbers.contains(none.hosts(), counts));
    }

    /** Every way to spread the machines over these hosts, with a share of the work that is left. */
    private SpreadHosts.Answer spread(List<Integer> counts) {
        return failures == 0
                ? SpreadHosts.Answer.open()
                : SpreadHosts.search(placer, problem.withHosts(counts), budget.part(SPREAD_SHARE));
    }

    private boolean isRuledOut(KnownNumbers onAll, KnownNumbers onLeft, List<Integer> counts) {
        if (failures > 0) {
            for (List<Integer> left : HostNumbers.left(counts, failures)) {
                Optional<KnownNumbers.TooFew> few = onLeft.tooFew(left);
                if (few.isPresent()) {
                    reason(few.get(), true);
                    return true;
                }
            }
        }
        Optional<KnownNumbers.TooFew> few = onAll.tooFew(counts);
        few.ifPresent(found -> reason(found, false));
        return few.isPresent();
    }

    /** Looks for a placement that survives: with empty hosts for those that may fail, then with the restarts where they are found. */
    private boolean attempt(KnownNumbers onAll, List<Integer> counts) {
        if (failures > 0) {
            for (List<Integer> left : HostNumbers.left(counts, failures)) {
                Optional<Found> found = onAll.place(left).found();
                if (found.isPresent()
                        && improve(counts, HostNumbers.renumbered(found.get().placed(), left, counts))) {
                    return true;
                }
            }
        }
        Optional<Found> found = onAll.place(counts).found();
        return found.isPresent() && improve(counts, found.get().placed());
    }

    private boolean improve(List<Integer> counts, List<PlacedVm> placed) {
        if (best.isPresent() && cost(counts) >= cost(best.get().counts())) {
            return false;
        }
        PlacementProblem bought = problem.withHosts(counts);
        Placement placement = Placement.noted(bought, ProvenHosts.sorted(bought, placed), List.of());
        Resilience resilience = ExactReplay.of(placer, bought, placement, budget);
        if (!resilience.isSurvived()) {
            return false;
        }
        if (!question.houses(counts)) {
            unhoused = unhoused.filter(other -> cost(other) <= cost(counts)).or(() -> Optional.of(counts));
            return false;
        }
        best = Optional.of(new Mix(counts, bought, placement, resilience));
        return true;
    }

    private HostSearch.Answer answer(HostSearch.Answer quick, long bound) {
        Mix found = best.orElseThrow();
        if (question.searched().stream().anyMatch(group -> found.counts().get(group) > maximum)) {
            return quick;
        }
        Proof.Mixture proof = new Proof.Mixture(
                question,
                found.counts(),
                HostMixSearch.whyEnough(found.problem(), question, found.resilience()),
                obstacle(),
                new CostBound(Math.multiplyExact(bound, unit), List.copyOf(reasons), words()),
                Optional.empty(),
                unhoused.filter(other -> cost(other) < cost(found.counts())).map(question::withoutRacks).stream()
                        .toList());
        return new HostSearch.Answer(
                proof, found.problem(), Optional.of(found.placement()), Optional.of(found.resilience()));
    }

    private String obstacle() {
        if (budget.isStopped()) {
            return "The search was ended before it was done; another run may prove more.";
        }
        if (open.filter(counts -> !question.houses(counts)).isPresent()) {
            return "Open is " + question.words(open.get())
                    + ": no way to put these hosts into the racks was found, but not every way was tried.";
        }
        return open.filter(counts -> failures > 0)
                .map(counts -> "Open is " + question.words(counts)
                        + ": there is room for everything, and for what must restart if"
                        + " machines were moved, but no placement was found from which it restarts beside what runs.")
                .orElse("Whether anything is cheaper was not decided within the work that a proof may take.");
    }

    private String words() {
        long refused =
                reasons.stream().filter(CostBound.Tried.class::isInstance).count();
        boolean weighed = reasons.stream().anyMatch(CostBound.Weighs.class::isInstance);
        boolean unracked = reasons.stream().anyMatch(CostBound.NoRacks.class::isInstance);
        if (reasons.stream().allMatch(CostBound.NoRacks.class::isInstance)) {
            return unracked
                    ? "The racks do not take cheaper mixtures."
                    : CostBound.nothing().words();
        }
        long unsurvived =
                reasons.stream().filter(CostBound.NoRestart.class::isInstance).count();
        return (weighed
                        ? "Weighed by what each class takes of the scarcest mixture, the machines weigh more than cheaper hosts can"
                                + " hold, however they are filled"
                        : "Cheaper mixtures cannot hold the machines")
                + (refused == 0
                        ? "."
                        : (weighed
                                        ? ". Where that does not rule a mixture out, every way to fill it was tried ("
                                        : ": every way to fill them was tried (")
                                + refused
                                + (refused == 1 ? " mixture)." : " mixtures)."))
                + (failures > 0
                        ? " Counted were all machines, or those that must restart on the hosts that "
                                + (failures == 1 ? "a failure leaves." : failures + " failures leave.")
                        : "")
                + (unsurvived > 0
                        ? " On " + unsurvived + (unsurvived == 1 ? " other mixture" : " other mixtures")
                                + ", however the machines are spread, the hosts that are left cannot hold what must restart beside"
                                + " what runs on them; every way was tried."
                        : "")
                + (unracked
                        ? " Other cheaper mixtures are more than the racks take, however the hosts are put in."
                        : "");
    }

    /** What rules out everything cheaper than an outcome's bound. */
    private void reason(Outcome outcome, boolean afterFailures) {
        switch (outcome.argument()) {
            case Argument.None none -> {}
            case Argument.Nowhere nowhere -> {}
            case Argument.Weights weights -> reasons.add(weighs(weights, afterFailures));
            case Argument.Tried tried ->
                HostNumbers.largest(costs, problem.counts(), outcome.bound() - 1, MOST_LISTED)
                        .ifPresent(largest ->
                                largest.forEach(hosts -> reasons.add(new CostBound.Tried(afterFailures, hosts))));
        }
    }

    private void reason(KnownNumbers.TooFew few, boolean afterFailures) {
        reasons.add(
                few.argument() instanceof Argument.Weights weights
                        ? weighs(weights, afterFailures)
                        : new CostBound.Tried(afterFailures, few.hosts()));
    }

    /** Of the classes that count: what nobody asks for may weigh anything in a search. */
    private CostBound.Weighs weighs(Argument.Weights weights, boolean afterFailures) {
        Map<String, Long> counted = new TreeMap<>();
        for (VmClass vm : problem.vms()) {
            if (vm.count() > 0 && (!afterFailures || vm.survival() == Survival.MUST_RESTART)) {
                counted.put(vm.id(), weights.weights().getOrDefault(vm.id(), 0L));
            }
        }
        return new CostBound.Weighs(CostBound.Limit.ANY_FILL, afterFailures, counted, weights.heaviest());
    }

    private long cost(List<Integer> counts) {
        return IntStream.range(0, costs.size())
                .mapToLong(group -> Math.multiplyExact(costs.get(group), counts.get(group)))
                .reduce(0, Math::addExact);
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }
}
