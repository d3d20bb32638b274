package org.sizewright.placement.exact;

import com.google.ortools.Loader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementProblem;

/** Answers placement questions with proof. */
public final class ExactPlacer {
    private ExactPlacer() {}

    /** Loads the solver of this platform once. */
    private static final class Loaded {
        static final Optional<ExactPlacer> PLACER = load();

        private static Optional<ExactPlacer> load() {
            try {
                Loader.loadNativeLibraries();
                return Optional.of(new ExactPlacer());
            } catch (RuntimeException | LinkageError noSolver) {
                // the library reports a missing platform as either of them
                return Optional.empty();
            }
        }
    }

    /** The engine; empty on a platform for which there is no solver. The first call loads it, which takes about half a second. */
    public static Optional<ExactPlacer> load() {
        return Loaded.PLACER;
    }

    /**
     * What was found.
     *
     * @param hosts hosts of each group that are used
     * @param cost what they cost
     * @param placed every machine and its place on them
     */
    public record Found(List<Integer> hosts, long cost, List<PlacedVm> placed) {
        public Found {
            hosts = List.copyOf(hosts);
            placed = List.copyOf(placed);
        }
    }

    /**
     * What is known in the end.
     *
     * @param found the cheapest hosts found
     * @param bound nothing is cheaper
     * @param argument why not
     * @param impossible whether the hosts that there may be cannot hold the machines, however they are filled
     * @param stopped whether the clock or somebody ended the search, so that another run may know more
     */
    public record Outcome(Optional<Found> found, long bound, Argument argument, boolean impossible, boolean stopped) {
        /** Whether nothing is open: the cheapest hosts are known, or that there are none. */
        public boolean isProven() {
            return impossible || found.isPresent() && found.get().cost() == bound;
        }
    }

    /**
     * The cheapest hosts that hold every machine.
     *
     * @param problem the machines; the present counts of its groups do not matter
     * @param choices what hosts of each group cost and how many there may be
     */
    public Outcome cheapest(PlacementProblem problem, List<HostChoice> choices, Budget budget) {
        Counting counting = new Counting(problem, Counting.demand(problem));
        CountModel model;
        try {
            List<Bin> bins = new ArrayList<>();
            for (int group = 0; group < choices.size(); group++) {
                bins.add(counting.empty(
                        group, choices.get(group).cost(), choices.get(group).limit()));
            }
            model = counting.model(bins);
        } catch (Counting.TooManyWays tooMany) {
            return firstFit(problem, choices).map(ExactPlacer::unproven).orElseGet(ExactPlacer::open);
        }
        return solve(model, start(problem, choices, model), choices.size(), ones(model), budget);
    }

    /**
     * Whether machines find a place on what is left of hosts, nothing else being moved.
     *
     * @param problem classes and host groups
     * @param wanted machines that want a place, by class
     * @param first number of the first machine that wants a place, by class; 1 where it is not given
     * @param rooms what is left, by number of the host
     */
    public Outcome fit(
            PlacementProblem problem,
            Map<String, Integer> wanted,
            Map<String, Integer> first,
            Map<Integer, HostRoom> rooms,
            Budget budget) {
        int[] demand = problem.vms().stream()
                .mapToInt(vm -> wanted.getOrDefault(vm.id(), 0))
                .toArray();
        int[] numbers = problem.vms().stream()
                .mapToInt(vm -> first.getOrDefault(vm.id(), 1))
                .toArray();
        Counting counting = new Counting(problem, demand);
        CountModel model;
        try {
            model = counting.model(counting.occupied(rooms));
        } catch (Counting.TooManyWays tooMany) {
            return open();
        }
        return solve(model, Optional.empty(), problem.groups().size(), numbers, budget);
    }

    /**
     * @param start an answer that is known already
     * @param first number of the first machine of each class
     */
    private static Outcome solve(CountModel model, Optional<Cover> start, int groups, int[] first, Budget budget) {
        for (int i = 0; i < model.classes(); i++) {
            if (nowhere(model, i)) {
                return new Outcome(
                        Optional.empty(),
                        0,
                        new Argument.Nowhere(model.vmClass(i).id()),
                        true,
                        false);
            }
        }
        return outcome(model, CoverSearch.search(model, start, budget), groups, first, budget);
    }

    private static Outcome open() {
        return new Outcome(Optional.empty(), 0, new Argument.None(), false, false);
    }

    private static boolean nowhere(CountModel model, int vmClass) {
        return model.demand(vmClass) > 0
                && model.bins().stream()
                        .noneMatch(bin ->
                                model.most(bin, vmClass, 1) > 0 && bin.most() > 0 && carries(model, bin, vmClass));
    }

    private static boolean carries(CountModel model, Bin bin, int vmClass) {
        int[] one = new int[model.shares()];
        for (int share = 0; share < one.length; share++) {
            one[share] = model.units(vmClass, share);
        }
        return new GpuRoom(bin, model.shares()).fits(one);
    }

    private static int[] ones(CountModel model) {
        int[] one = new int[model.classes()];
        Arrays.fill(one, 1);
        return one;
    }

    private static Outcome outcome(
            CountModel model, CoverSearch.Answer answer, int groups, int[] first, Budget budget) {
        Argument argument = answer.tried()
                ? new Argument.Tried()
                : answer.prices()
                        .<Argument>map(prices -> new Argument.Weights(weights(model, prices), prices.heaviest()))
                        .orElse(new Argument.None());
        Optional<Found> found = answer.cover().map(cover -> found(model, cover, groups, first));
        boolean open = !answer.impossible() && (found.isEmpty() || found.get().cost() > answer.bound());
        return new Outcome(found, answer.bound(), argument, answer.impossible(), open && budget.isStopped());
    }

    private static Map<String, Long> weights(CountModel model, Prices prices) {
        Map<String, Long> weights = new TreeMap<>();
        for (int i = 0; i < model.classes(); i++) {
            weights.put(model.vmClass(i).id(), prices.weights().get(i));
        }
        return weights;
    }

    /** What first fit found, with nothing to say against fewer hosts. */
    private static Outcome unproven(Tried tried) {
        int[] used = new int[tried.problem().groups().size()];
        List<Integer> groups = new ArrayList<>();
        for (int group = 0; group < used.length; group++) {
            for (int i = 0; i < tried.problem().groups().get(group).count(); i++) {
                groups.add(group);
            }
        }
        tried.placement().placed().stream()
                .mapToInt(PlacedVm::host)
                .distinct()
                .forEach(host -> used[groups.get(host)]++);
        long cost = 0;
        for (int group = 0; group < used.length; group++) {
            cost += used[group] * tried.choices().get(group).cost();
        }
        Found found = new Found(
                Arrays.stream(used).boxed().toList(), cost, tried.placement().placed());
        return new Outcome(Optional.of(found), 0, new Argument.None(), false, false);
    }

    /** A complete first fit. @param problem with the hosts that it had */
    private record Tried(PlacementProblem problem, List<HostChoice> choices, Placement placement) {}

    private static Optional<Cover> start(PlacementProblem problem, List<HostChoice> choices, CountModel model) {
        return firstFit(problem, choices)
                .map(tried -> PlacedFills.of(
                        model,
                        tried.problem(),
                        tried.placement(),
                        IntStream.range(0, choices.size()).toArray()));
    }

    /** First fit where one group has no limit, or none. */
    private static Optional<Tried> firstFit(PlacementProblem problem, List<HostChoice> choices) {
        OptionalInt open = OptionalInt.empty();
        PlacementProblem tried = problem;
        for (int group = 0; group < choices.size(); group++) {
            OptionalInt most = choices.get(group).most();
            if (most.isPresent()) {
                tried = tried.withHosts(group, most.getAsInt());
            } else if (open.isPresent()) {
                return Optional.empty();
            } else {
                open = OptionalInt.of(group);
                tried = tried.withHosts(group, Math.max(1, problem.vmCount()));
            }
        }
        Placement placement = new FirstFitPlacer(0, 0).place(tried);
        return placement.isComplete() ? Optional.of(new Tried(tried, choices, placement)) : Optional.empty();
    }

    private static Found found(CountModel model, Cover cover, int groups, int[] first) {
        int[] hosts = new int[groups];
        int[] firstHost = new int[model.bins().size()];
        int next = 0;
        for (int bin = 0; bin < firstHost.length; bin++) {
            firstHost[bin] = next;
            hosts[model.bin(bin).group()] += cover.hosts(bin);
            // hosts that are there keep their numbers, used or not
            next += model.bin(bin).cost() == 0 ? model.bin(bin).most() : cover.hosts(bin);
        }
        return new Found(
                Arrays.stream(hosts).boxed().toList(), cover.cost(), Layouts.of(model, cover, firstHost, first));
    }
}
