package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.sizewright.placement.BoundReview;
import org.sizewright.placement.CostBound;
import org.sizewright.placement.FailureReplay;
import org.sizewright.placement.FailureTable;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.HostCountSearch;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostMixSearch;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.LowerBound;
import org.sizewright.placement.MixQuestion;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Proof;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.SpreadPlacer;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.exact.ExactPlacer.Outcome;
import org.sizewright.plan.Survival;

/**
 * The fewest hosts with proof: first fit, and where that leaves something open, the exact engine. With host failures the answer is
 * looked for with empty spares, since equal hosts then always survive; what must restart after the failures bounds it from below.
 * Machines that are pinned stay where they are, see {@link PinnedHosts}.
 */
public final class ProvenHosts implements HostSearch {
    /** Counted work for one number of hosts, and seconds after which the clock ends it, at ordinary effort. */
    private static final double WORK = 10;

    private static final double SECONDS = 20;
    /** The same for the check of a proof, which comes after it. */
    private static final double CHECK_WORK = 2;

    private static final double CHECK_SECONDS = 4;
    /** So many numbers of hosts are tried without empty spares, from the lower bound up. */
    private static final int IN_PLACE_NUMBERS = 4;
    /** So many placements are replayed by the exact engine for each of these numbers. */
    private static final int EXACT_CANDIDATES = 4;
    /** Share of what is left of the work for one number of hosts over which machines are spread. */
    private static final double SPREAD_SHARE = 0.5;

    private final ExactPlacer placer;
    private final HostCountSearch first = HostCountSearch.first();
    private final FailureReplay replay = FailureReplay.standard();
    private final double effort;
    private final BooleanSupplier cancelled;

    private ProvenHosts(ExactPlacer placer, double effort, BooleanSupplier cancelled) {
        this.placer = placer;
        this.effort = effort;
        this.cancelled = cancelled;
    }

    /**
     * The best search of this platform: with proof, or first fit with many orders where there is no solver.
     *
     * @param effort how much longer than ordinarily a proof may take, such as 1 or 10
     * @param cancelled whether the search is to end with what it has
     */
    public static HostSearch orFirstFit(double effort, BooleanSupplier cancelled) {
        return ExactPlacer.load()
                .<HostSearch>map(placer -> new ProvenHosts(placer, effort, cancelled))
                .orElseGet(HostCountSearch::standard);
    }

    @Override
    public Answer search(PlacementProblem problem, int group, int maximum) {
        Answer quick = first.search(problem, group, maximum);
        if (quick.proof() instanceof Proof.CannotFit) {
            return quick;
        }
        if (!problem.pins().isEmpty()) {
            Answer free = search(problem.withPins(List.of()), group, maximum);
            return free.proof() instanceof Proof.CannotFit
                    ? Answer.none(problem, free.proof())
                    : pinned().search(problem, group, maximum, quick, free);
        }
        if (quick.proof() instanceof Proof.Optimal) {
            return quick;
        }
        LowerBound known = quick.proof().fromBelow().orElseGet(LowerBound.Nothing::new);
        Budget budget = budget();
        List<HostChoice> choices = new ArrayList<>();
        for (int i = 0; i < problem.groups().size(); i++) {
            choices.add(
                    i == group
                            ? HostChoice.any(1)
                            : HostChoice.there(problem.groups().get(i).count()));
        }
        Optional<Misfit> elsewhere = onlyElsewhere(problem, group, budget);
        if (elsewhere.isPresent()) {
            return Answer.none(
                    problem, new Proof.CannotFit(elsewhere.get().words(problem.withHosts(group, 0)), Optional.empty()));
        }
        Outcome all = placer.cheapest(problem, choices, budget);
        boolean stopped = all.stopped();
        int failures = problem.policy().failures();
        LowerBound bound = larger(known, bound(problem, group, all, 0));
        if (failures > 0) {
            PlacementProblem must = problem.withVms(problem.vms().stream()
                    .map(vm -> vm.survival() == Survival.MUST_RESTART ? vm : vm.withCount(0))
                    .toList());
            Outcome needed = must.vms().equals(problem.vms()) ? all : placer.cheapest(must, choices, budget);
            stopped |= needed.stopped();
            bound = larger(bound, bound(must, group, needed, failures));
        }
        if (bound.hosts() > maximum) {
            return Answer.none(
                    problem,
                    new Proof.CannotFit(
                            "At least " + bound.hosts() + " hosts are needed and " + maximum + " are allowed. "
                                    + bound.words(),
                            Optional.of(bound)));
        }
        Optional<Spared> exact = all.found().isPresent()
                ? spared(problem, group, maximum, all.found().get())
                : Optional.empty();
        int quickHosts = quick.proof().enough().orElse(Integer.MAX_VALUE);
        int soFar = Math.min(quickHosts, exact.map(Spared::hosts).orElse(Integer.MAX_VALUE));
        InPlace lent = inPlace(problem, group, Math.min(maximum, soFar - 1), all, bound, stopped, budget);
        if (lent.answer().isPresent()) {
            return lent.answer().get();
        }
        bound = lent.bound();
        if (exact.isPresent() && exact.get().hosts() < quickHosts) {
            return exact.get().answer(obstacle(stopped), bound);
        }
        if (quickHosts == Integer.MAX_VALUE) {
            return new Answer(
                    new Proof.NotFound(maximum, obstacle(stopped), bound),
                    quick.problem(),
                    quick.placement(),
                    quick.resilience());
        }
        return Answer.found(
                quick.problem(),
                quick.placement().orElseThrow(),
                quick.resilience().orElseThrow(),
                quickHosts,
                obstacle(stopped),
                bound);
    }

    @Override
    public Answer mix(PlacementProblem problem, MixQuestion question, int maximum) {
        HostMixSearch mixtures = new HostMixSearch(first, EXCHANGED);
        Answer quick = mixtures.search(problem, question, maximum);
        if (problem.pins().isEmpty()) {
            Answer found = MixedHosts.search(placer, problem, question, maximum, quick, mixtures.unhoused(), budget());
            return question.site().isPresent()
                            && found.proof() instanceof Proof.Mixture mixture
                            && mixture.question().site().isEmpty()
                    ? withoutRacks(problem, question.withSite(Optional.empty()), maximum)
                    : found;
        }
        Answer free = mix(problem.withPins(List.of()), question, maximum);
        return free.proof() instanceof Proof.CannotFit
                ? Answer.none(problem, free.proof())
                : pinned().mix(problem, quick, free);
    }

    /** The cheapest mixture where the racks take none that was found. */
    private Answer withoutRacks(PlacementProblem problem, MixQuestion question, int maximum) {
        Answer found = mix(problem, question, maximum);
        return found.proof() instanceof Proof.Mixture mixture
                ? new Answer(
                        mixture.withNote(HostMixSearch.HOUSED_NONE),
                        found.problem(),
                        found.placement(),
                        found.resilience())
                : found;
    }

    /** Machines that only the hosts of other groups could run, and that do not fit there: no number of hosts helps. */
    private Optional<Misfit> onlyElsewhere(PlacementProblem problem, int group, Budget budget) {
        if (problem.groups().size() == 1) {
            return Optional.empty();
        }
        PlacementProblem alone = new PlacementProblem(
                        List.of(problem.groups().get(group)), problem.vms(), problem.policy())
                .withHosts(0, 1);
        PlacementProblem rest = problem.withHosts(group, 0)
                .withVms(problem.vms().stream()
                        .map(vm -> vm.count() > 0 && cannotRun(alone, vm, budget) ? vm : vm.withCount(0))
                        .toList());
        return rest.vmCount() == 0 ? Optional.empty() : Misfit.of(placer, rest, budget);
    }

    private boolean cannotRun(PlacementProblem host, VmClass vm, Budget budget) {
        return placer.cheapest(host.withVms(List.of(vm.withCount(1))), List.of(HostChoice.there(1)), budget)
                .impossible();
    }

    @Override
    public Placement place(PlacementProblem problem) {
        Placement quick = first.place(problem);
        if (quick.isComplete()) {
            return quick;
        }
        if (!problem.pins().isEmpty()) {
            return pinned().around(problem, Set.of())
                    .placement()
                    .orElseGet(() -> FirstFitPlacer.standard().place(problem));
        }
        List<HostChoice> there = problem.groups().stream()
                .map(group -> HostChoice.there(group.count()))
                .toList();
        return placer.cheapest(problem, there, budget())
                .found()
                .map(found -> Placement.noted(problem, sorted(problem, found.placed()), List.of()))
                .orElseGet(() -> FirstFitPlacer.standard().place(problem));
    }

    @Override
    public Given given(PlacementProblem problem) {
        Given found = HostSearch.super.given(problem);
        return found.resilience().isSurvived()
                        || !found.placement().isComplete()
                        || !problem.pins().isEmpty()
                ? found
                : new GivenHosts(placer, budget()).surviving(problem, found);
    }

    @Override
    public Resilience replay(PlacementProblem problem, Placement placement) {
        return ExactReplay.of(placer, problem, placement, budget());
    }

    @Override
    public Function<List<Integer>, HostFailure> failures(PlacementProblem problem, Placement placement) {
        ExactReplay exact = exact(problem, placement);
        return replay.of(problem, placement).andThen(exact::improved);
    }

    private ExactReplay exact(PlacementProblem problem, Placement placement) {
        return new ExactReplay(placer, problem, placement, budget());
    }

    @Override
    public Optional<Proof> whyNot(PlacementProblem problem, Placement placement) {
        return placement.isComplete()
                ? Optional.empty()
                : Misfit.of(placer, problem.withPins(List.of()), budget())
                        .<Proof>map(misfit -> new Proof.CannotFit(misfit.words(problem), Optional.empty()))
                        .or(() -> pinned().whyNot(problem));
    }

    @Override
    public BoundReview review(PlacementProblem problem, int group, LowerBound bound) {
        return ProofCheck.review(problem, group, bound, checkBudget());
    }

    @Override
    public BoundReview review(PlacementProblem problem, MixQuestion question, CostBound bound) {
        return ProofCheck.review(problem, question, bound, checkBudget());
    }

    private Budget checkBudget() {
        return Budget.of(effort * CHECK_WORK, effort * CHECK_SECONDS, cancelled);
    }

    private Budget budget() {
        return Budget.of(effort * WORK, effort * SECONDS, cancelled);
    }

    private PinnedHosts pinned() {
        return new PinnedHosts(placer, replay, budget());
    }

    static LowerBound larger(LowerBound one, LowerBound other) {
        return other.hosts() > one.hosts() ? other : one;
    }

    static String obstacle(boolean stopped) {
        return stopped
                ? "The search was ended before it was done; another run may prove more."
                : "Fewer were neither found nor ruled out within the work that a proof may take.";
    }

    private static LowerBound bound(PlacementProblem problem, int group, Outcome outcome, int failures) {
        if (outcome.bound() == 0) {
            return new LowerBound.Nothing();
        }
        int hosts = Math.toIntExact(outcome.bound()) + failures;
        String must = failures > 0 ? " that must restart" : "";
        String plus = failures > 0
                ? ", and " + (failures == 1 ? "one more" : failures + " more") + " must be able to fail"
                : "";
        return switch (outcome.argument()) {
            case Argument.None none -> new LowerBound.Nothing();
            case Argument.Nowhere nowhere -> new LowerBound.Nothing();
            case Argument.Tried tried ->
                new LowerBound.Exhausted(
                        failures,
                        hosts,
                        "Every way to fill " + (outcome.bound() - 1) + " hosts with the machines" + must + " was tried"
                                + plus + ".");
            case Argument.Weights weights -> {
                long sum = 0;
                Map<String, Long> counted = new TreeMap<>();
                for (VmClass vm : problem.vms()) {
                    long weight = weights.weights().getOrDefault(vm.id(), 0L);
                    if (vm.count() > 0 && weight > 0) {
                        counted.put(vm.id(), weight);
                        sum += vm.count() * weight;
                    }
                }
                long elsewhere = 0;
                for (int i = 0; i < problem.groups().size(); i++) {
                    if (i != group) {
                        elsewhere += problem.groups().get(i).count()
                                * weights.heaviest().get(i);
                    }
                }
                long perHost = weights.heaviest().get(group);
                yield new LowerBound.Prices(
                        counted,
                        perHost,
                        elsewhere,
                        failures,
                        hosts,
                        "Weighed by what each class takes of the scarcest mixture, the machines" + must + " weigh "
                                + String.format(Locale.ROOT, "%.2f", (double) (sum - elsewhere) / perHost)
                                + " times what one host can hold, however it is filled" + plus + ".");
            }
        };
    }

    /**
     * What is known of fewer hosts without empty spares.
     *
     * @param bound the one that was known, or a better one
     */
    private record InPlace(Optional<Answer> answer, LowerBound bound) {}

    /**
     * An answer without empty spares on fewer hosts than are known to be enough, from the fewest up: several placements are tried, and
     * what must restart does so beside the others or in place of those that may be stopped; then every way to spread the machines. Pays
     * where only some machines must restart.
     */
    private InPlace inPlace(
            PlacementProblem problem,
            int group,
            int most,
            Outcome all,
            LowerBound known,
            boolean stopped,
            Budget budget) {
        boolean someGiveWay =
                problem.vms().stream().anyMatch(vm -> vm.count() > 0 && vm.survival() != Survival.MUST_RESTART);
        int failures = problem.policy().failures();
        LowerBound bound = known;
        if (failures == 0 || !someGiveWay || !problem.pins().isEmpty()) {
            return new InPlace(Optional.empty(), bound);
        }
        int fewest = Math.max(1, Math.max(bound.hosts(), (int) all.bound()));
        for (int hosts = fewest; hosts <= Math.min(most, fewest + IN_PLACE_NUMBERS); hosts++) {
            PlacementProblem tried = problem.withHosts(group, hosts);
            Optional<Placement> found = surviving(tried, all);
            if (found.isPresent() && !cancelled.getAsBoolean()) {
                Placement placement = new Placement(sorted(problem, found.get().placed()), List.of(), List.of());
                Resilience resilience = replay(tried, placement);
                if (resilience.isSurvived()) {
                    return new InPlace(
                            Optional.of(Answer.found(tried, placement, resilience, hosts, obstacle(stopped), bound)),
                            bound);
                }
            }
            SpreadHosts.Answer spread = SpreadHosts.search(placer, tried, budget.part(SPREAD_SHARE));
            if (spread.found().isPresent()) {
                SpreadHosts.Spread way = spread.found().get();
                return new InPlace(
                        Optional.of(Answer.found(
                                tried, way.placement(), way.resilience(), hosts, obstacle(stopped), bound)),
                        bound);
            }
            if (spread.impossible() && bound.hosts() == hosts) {
                bound = new LowerBound.NoRestart(failures, hosts + 1, noRestart(hosts, failures));
            }
        }
        return new InPlace(Optional.empty(), bound);
    }

    private static String noRestart(int hosts, int failures) {
        return "However the machines are spread over " + hosts + (hosts == 1 ? " host" : " hosts") + ", after "
                + (failures == 1 ? "some failure of a host" : "some failure of " + failures + " hosts")
                + " those that are left cannot hold what must restart beside what runs on them. Every way was tried.";
    }

    /** A placement whose failures are all survived: by first fit, and for those that come closest by the exact engine. */
    private Optional<Placement> surviving(PlacementProblem problem, Outcome all) {
        record Near(Placement placement, int lost) {}
        List<Placement> candidates = new ArrayList<>(SpreadPlacer.standard().placements(problem));
        all.found()
                .filter(found -> found.hosts()
                        .equals(problem.groups().stream()
                                .map(HostGroupSpec::count)
                                .toList()))
                .ifPresent(found -> candidates.add(new Placement(found.placed(), List.of(), List.of())));
        FailureReplay quick = new FailureReplay(0, 5);
        List<Near> near = new ArrayList<>();
        for (Placement candidate : candidates) {
            Function<List<Integer>, HostFailure> each = quick.of(problem, candidate);
            int lost = 0;
            for (List<Integer> hosts :
                    FailureTable.kindsOf(problem, candidate, problem.policy().failures())) {
                lost += each.apply(hosts).lost().size();
            }
            if (lost == 0) {
                return Optional.of(candidate);
            }
            near.add(new Near(candidate, lost));
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Near::lost))
                .limit(EXACT_CANDIDATES)
                .map(Near::placement)
                .filter(candidate -> {
                    Function<List<Integer>, HostFailure> each = failures(problem, candidate);
                    return FailureTable.kindsOf(
                                    problem, candidate, problem.policy().failures())
                            .stream()
                            .allMatch(hosts -> each.apply(hosts).isSurvived());
                })
                .findFirst();
    }

    /** The exact answer with as many empty hosts more as may fail. */
    private record Spared(PlacementProblem problem, Placement placement, Resilience resilience, int hosts) {
        Answer answer(String obstacle, LowerBound bound) {
            return Answer.found(problem, placement, resilience, hosts, obstacle, bound);
        }
    }

    /** Empty if failures of other hosts are not survived with them. */
    private Optional<Spared> spared(PlacementProblem problem, int group, int maximum, ExactPlacer.Found found) {
        int failures = problem.policy().failures();
        int hosts = found.hosts().get(group) + failures;
        if (hosts > maximum) {
            return Optional.empty();
        }
        int firstAfter = problem.firstHost(group) + found.hosts().get(group);
        List<PlacedVm> placed = new ArrayList<>();
        for (PlacedVm vm : found.placed()) {
            placed.add(
                    vm.host() < firstAfter
                            ? vm
                            : new PlacedVm(vm.vmClass(), vm.number(), vm.host() + failures, vm.gpus()));
        }
        PlacementProblem answered = problem.withHosts(group, hosts);
        Placement placement = Placement.noted(answered, sorted(problem, placed), List.of());
        Resilience resilience = replay.replay(answered, placement);
        return resilience.isSurvived()
                ? Optional.of(new Spared(answered, placement, resilience, hosts))
                : Optional.empty();
    }

    static List<PlacedVm> sorted(PlacementProblem problem, List<PlacedVm> placed) {
        Map<String, Integer> numbers = new TreeMap<>();
        problem.vms().forEach(vm -> numbers.put(vm.id(), numbers.size()));
        return placed.stream()
                .sorted((one, other) -> {
                    int byClass = Integer.compare(
                            numbers.getOrDefault(one.vmClass(), 0), numbers.getOrDefault(other.vmClass(), 0));
                    return byClass != 0 ? byClass : Integer.compare(one.number(), other.number());
                })
                .toList();
    }
}
