package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sizewright.placement.ExistingFit.Answer;

/**
 * Finds whether machines fit on the hosts that are there: in place, that is around those that are pinned to them, after repacking, or
 * not without more hosts.
 */
public final class ExistingFitSearch {
    /** So many tries to let another machine stay may fail; then those that are left move. */
    private static final int MOST_FAILED = 24;

    private final HostSearch search;
    private final int maximum;
    private final Runnable between;

    /**
     * @param maximum the most hosts of a group to try
     * @param between called between the steps; what it throws ends the search
     */
    public ExistingFitSearch(HostSearch search, int maximum, Runnable between) {
        this.search = search;
        this.maximum = maximum;
        this.between = between;
    }

    /** For a cluster that is placed; empty if it has no hosts that are there. */
    public Optional<ExistingFit> of(ClusterPlacement placed) {
        Set<Integer> there = IntStream.range(0, placed.cluster().groups().size())
                .filter(group -> placed.cluster().groups().get(group).group().isExisting())
                .boxed()
                .collect(Collectors.toSet());
        PlacementProblem whole = placed.whole();
        if (there.isEmpty() || only(whole, there).hostCount() == 0) {
            return Optional.empty();
        }
        WeekProblem week = placed.week()
                .map(slots -> new WeekProblem(
                        whole,
                        slots.slots().stream().map(WeekPlacement.Slot::time).toList()))
                .orElseGet(() -> WeekProblem.always(whole));
        // what was placed without a host to buy is an answer already
        boolean known = only(whole, there).counts().equals(whole.counts())
                && placed.violations().isEmpty()
                && placed.isComplete()
                && placed.isSurvived();
        return Optional.of(fit(week, there, known ? Optional.of(placed.all()) : Optional.empty()));
    }

    /**
     * For machines on hosts.
     *
     * @param week the machines, and all groups of hosts
     * @param there numbers of the groups whose hosts are there
     */
    public ExistingFit of(WeekProblem week, Set<Integer> there) {
        return fit(week, there, Optional.empty());
    }

    private ExistingFit fit(WeekProblem asked, Set<Integer> there, Optional<Placement> known) {
        WeekProblem week = new WeekProblem(only(asked.all(), there), asked.times());
        PlacementProblem problem = week.all();
        List<PlacedVm> pinned = Pinning.of(problem).kept();
        List<PinnedVm> today = pinned.stream().map(vm -> pin(problem, vm)).toList();
        int last = there.stream().max(Comparator.naturalOrder()).orElseThrow();
        WeekProblem inPlaceAsked = with(week, today);
        Answer inPlace = known.<Answer>map(Answer.Fits::new).orElseGet(() -> answer(inPlaceAsked, last));
        WeekProblem free = with(week, List.of());
        Answer repacked = inPlace.fits() || today.isEmpty() ? inPlace : answer(free, last);
        if (repacked.isRuledOut() && !inPlace.isRuledOut()) {
            inPlace = repacked;
        }
        List<ExistingFit.Move> moves = !inPlace.fits() && repacked instanceof Answer.Fits fits
                ? moves(free, today, fits.placement())
                : List.of();
        List<ExistingFit.More> more = repacked.fits() ? List.of() : more(free, repacked.isRuledOut());
        return new ExistingFit(
                problem.hostCount(),
                problem.vmCount(),
                problem.policy().failures(),
                today,
                inPlace,
                repacked,
                moves,
                more);
    }

    private static PlacementProblem only(PlacementProblem problem, Set<Integer> there) {
        PlacementProblem left = problem;
        for (int group = 0; group < problem.groups().size(); group++) {
            left = there.contains(group) ? left : left.withHosts(group, 0);
        }
        return left;
    }

    private static WeekProblem with(WeekProblem week, List<PinnedVm> pins) {
        return new WeekProblem(week.all().withPins(pins), week.times());
    }

    private static PinnedVm pin(PlacementProblem problem, PlacedVm vm) {
        int group = 0;
        int first = 0;
        while (vm.host() >= first + problem.groups().get(group).count()) {
            first += problem.groups().get(group).count();
            group++;
        }
        return new PinnedVm(vm.vmClass(), vm.number(), group, vm.host() - first, vm.gpus());
    }

    /** @param last the last group with hosts: those after it have none, so that its number of hosts moves no numbers */
    private Answer answer(WeekProblem week, int last) {
        between.run();
        int count = week.all().groups().get(last).count();
        if (week.slots() > 1) {
            WeekSearch weeks = WeekSearch.of(search, between);
            WeekPlacement found = weeks.place(week);
            if (found.isComplete() && found.isSurvived()) {
                return new Answer.Fits(found.all());
            }
            Optional<Proof> why = weeks.whyNot(week, found);
            if (why.isPresent()) {
                return new Answer.Cannot(why.get().words());
            }
            WeekSearch.Answer answer = weeks.search(week, last, count);
            return answer(answer.proof(), answer.week().all());
        }
        PlacementProblem problem = week.all();
        Placement found = search.place(problem);
        if (found.isComplete() && search.replay(problem, found).isSurvived()) {
            return new Answer.Fits(found);
        }
        Optional<Proof> why = search.whyNot(problem, found);
        if (why.isPresent()) {
            return new Answer.Cannot(why.get().words());
        }
        between.run();
        HostSearch.Answer answer = search.search(problem, last, count);
        return answer(answer.proof(), answer.placement().orElse(found));
    }

    private static Answer answer(Proof proof, Placement placement) {
        if (proof.enough().isPresent()) {
            return new Answer.Fits(placement);
        }
        return proof instanceof Proof.CannotFit cannot
                ? new Answer.Cannot(cannot.reason())
                : new Answer.Open(proof.words());
    }

    /** Everything in a place that is right in every slot, what must restart too, if first fit finds that. */
    private Optional<Placement> quick(WeekProblem week) {
        HostSearch first = HostCountSearch.standard();
        if (week.slots() > 1) {
            WeekPlacement found = WeekSearch.of(first, between).place(week);
            return found.isComplete() && found.isSurvived() ? Optional.of(found.all()) : Optional.empty();
        }
        Placement found = first.place(week.all());
        return found.isComplete() && first.replay(week.all(), found).isSurvived()
                ? Optional.of(found)
                : Optional.empty();
    }

    /** More hosts of each kind with which everything fits, where so many are known or ruled out. */
    private List<ExistingFit.More> more(WeekProblem free, boolean ruledOut) {
        List<ExistingFit.More> more = new ArrayList<>();
        for (int group = 0; group < free.all().groups().size(); group++) {
            between.run();
            int count = free.all().groups().get(group).count();
            int most = count + maximum;
            Proof proof = free.slots() > 1
                    ? WeekSearch.of(search, between).prove(free, group, most)
                    : search.search(free.all(), group, most).proof();
            int atLeast = Math.max(
                    ruledOut ? 1 : 0, proof.fromBelow().map(LowerBound::hosts).orElse(0) - count);
            OptionalInt enough = proof.enough();
            if (enough.isPresent()) {
                more.add(new ExistingFit.More(
                        group, atLeast, OptionalInt.of(Math.max(atLeast, enough.getAsInt() - count))));
            } else if (proof instanceof Proof.NotFound) {
                more.add(new ExistingFit.More(group, atLeast, OptionalInt.empty()));
            }
        }
        return more;
    }

    /** Which of the machines that run there today move: as few as it is found at once. */
    private List<ExistingFit.Move> moves(WeekProblem free, List<PinnedVm> today, Placement repacked) {
        Placement found = alike(free.all(), today, repacked);
        List<PinnedVm> staying = new ArrayList<>(staying(free.all(), today, found));
        List<PinnedVm> open =
                today.stream().filter(vm -> !staying.contains(vm)).collect(Collectors.toCollection(ArrayList::new));
        int failed = 0;
        for (int at = 0; at < open.size() && failed < MOST_FAILED; at++) {
            between.run();
            List<PinnedVm> tried = new ArrayList<>(staying);
            tried.add(open.get(at));
            Optional<Placement> around = quick(with(free, tried));
            if (around.isPresent()) {
                staying.add(open.get(at));
                found = around.get();
            } else {
                failed++;
            }
        }
        Map<String, PlacedVm> now = new HashMap<>();
        found.placed().forEach(vm -> now.put(key(vm.vmClass(), vm.number()), vm));
        return today.stream()
                .map(from -> new ExistingFit.Move(
                        from,
                        pin(
                                free.all(),
                                Optional.ofNullable(now.get(key(from.vmClass(), from.number())))
                                        .orElseThrow())))
                .filter(move -> !move.from().equals(move.to()))
                .toList();
    }

    private static List<PinnedVm> staying(PlacementProblem problem, List<PinnedVm> today, Placement found) {
        Set<PinnedVm> places =
                found.placed().stream().map(vm -> pin(problem, vm)).collect(Collectors.toSet());
        return today.stream().filter(places::contains).toList();
    }

    /** What machines have in common that can be taken for each other. @param number 0 unless copies are to be kept apart by it */
    private record Shape(String vmClass, int number, List<GpuSlot> gpus) {}

    /**
     * The same placement with its hosts and machines told apart anew: hosts of a group are alike and machines of a class, too, so that
     * those are taken for each other which leave most machines where they run today.
     */
    private static Placement alike(PlacementProblem problem, List<PinnedVm> today, Placement repacked) {
        Map<Integer, List<PlacedVm>> before =
                today.stream().map(problem::placed).collect(Collectors.groupingBy(PlacedVm::host));
        Map<Integer, List<PlacedVm>> after = repacked.placed().stream().collect(Collectors.groupingBy(PlacedVm::host));
        Map<Integer, Integer> renamed = new TreeMap<>();
        for (int group = 0; group < problem.groups().size(); group++) {
            int first = problem.firstHost(group);
            int count = problem.groups().get(group).count();
            rename(problem, IntStream.range(first, first + count).boxed().toList(), before, after, renamed);
        }
        Map<PlacedVm, Integer> numbers = new HashMap<>();
        Map<String, Set<Integer>> taken = new HashMap<>();
        List<PlacedVm> open = new ArrayList<>();
        Map<Integer, List<PlacedVm>> waiting = new HashMap<>();
        before.forEach((host, vms) -> waiting.put(host, new ArrayList<>(vms)));
        for (PlacedVm vm : repacked.placed()) {
            int host = renamed.getOrDefault(vm.host(), vm.host());
            List<PlacedVm> there = waiting.getOrDefault(host, List.of());
            Optional<PlacedVm> same = there.stream()
                    .filter(each -> shape(problem, each).equals(shape(problem, vm)))
                    .findFirst();
            if (isTold(problem, vm)) {
                numbers.put(vm, vm.number());
            } else if (same.isPresent()) {
                there.remove(same.get());
                numbers.put(vm, same.get().number());
                taken.computeIfAbsent(vm.vmClass(), key -> new HashSet<>())
                        .add(same.get().number());
            } else {
                open.add(vm);
            }
        }
        Map<String, Integer> next = new HashMap<>();
        for (PlacedVm vm : open) {
            Set<Integer> used = taken.getOrDefault(vm.vmClass(), Set.of());
            int number = next.getOrDefault(vm.vmClass(), 1);
            while (used.contains(number)) {
                number++;
            }
            numbers.put(vm, number);
            next.put(vm.vmClass(), number + 1);
        }
        List<PlacedVm> placed = repacked.placed().stream()
                .map(vm -> new PlacedVm(
                        vm.vmClass(),
                        numbers.getOrDefault(vm, vm.number()),
                        renamed.getOrDefault(vm.host(), vm.host()),
                        vm.gpus()))
                .toList();
        return new Placement(placed, repacked.refused(), repacked.notes());
    }

    /** Which host is taken for which: pair after pair, those with most machines in common first. */
    private static void rename(
            PlacementProblem problem,
            List<Integer> hosts,
            Map<Integer, List<PlacedVm>> before,
            Map<Integer, List<PlacedVm>> after,
            Map<Integer, Integer> renamed) {
        record Pair(int from, int to, int common) {}
        List<Pair> pairs = new ArrayList<>();
        for (int from : hosts) {
            for (int to : hosts) {
                pairs.add(new Pair(
                        from,
                        to,
                        common(problem, after.getOrDefault(from, List.of()), before.getOrDefault(to, List.of()))));
            }
        }
        Set<Integer> used = new HashSet<>();
        pairs.stream()
                // where nothing speaks for another, a host stays what it is
                .sorted(Comparator.comparingInt(Pair::common)
                        .reversed()
                        .thenComparing(pair -> pair.from() != pair.to()))
                .forEach(pair -> {
                    if (!renamed.containsKey(pair.from()) && used.add(pair.to())) {
                        renamed.put(pair.from(), pair.to());
                    }
                });
    }

    private static int common(PlacementProblem problem, List<PlacedVm> one, List<PlacedVm> other) {
        List<Shape> left =
                new ArrayList<>(one.stream().map(vm -> shape(problem, vm)).toList());
        int common = 0;
        for (PlacedVm vm : other) {
            common += left.remove(shape(problem, vm)) ? 1 : 0;
        }
        return common;
    }

    private static Shape shape(PlacementProblem problem, PlacedVm vm) {
        return new Shape(vm.vmClass(), isTold(problem, vm) ? vm.number() : 0, vm.gpus());
    }

    /** Whether machines of the class are told apart by their numbers: they are parts of copies that lie on different hosts. */
    private static boolean isTold(PlacementProblem problem, PlacedVm vm) {
        return problem.vm(vm.vmClass()).copies() > 1;
    }

    private static String key(String vmClass, int number) {
        return vmClass + "#" + number;
    }
}
