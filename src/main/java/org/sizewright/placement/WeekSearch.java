package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sizewright.plan.Survival;

/**
 * Places the machines of a week, each slot of which the hosts must carry: the hosts follow the busiest slot, not the sum. Those
 * that always run come first, or those of the busiest slot exactly as a search for it alone has placed them; then the others, by
 * the number of slots in which they run. The best of several orders counts.
 *
 * <p>No slot can do with fewer hosts than it needs alone, so the largest of the slots' lower bounds is one of the week.
 */
public final class WeekSearch {
    /** Up to so many slots are each searched alone; of more, only those that contain the others. */
    static final int ALL_SEARCHED = 12;

    /**
     * What was found.
     *
     * @param proof the number of hosts and why
     * @param week the slots on them, or on the hosts that are there if no number was found
     */
    public record Answer(Proof proof, WeekPlacement week) {}

    private final HostSearch hosts;
    private final FailureReplay quick = FailureReplay.standard();
    private final Runnable between;

    private WeekSearch(HostSearch hosts, Runnable between) {
        this.hosts = hosts;
        this.between = between;
    }

    /**
     * The search that the application uses.
     *
     * @param hosts the search for one slot
     * @param between called between its steps; what it throws ends the search
     */
    public static WeekSearch of(HostSearch hosts, Runnable between) {
        return new WeekSearch(hosts, between);
    }

    /** Places the week on the hosts that there are. Placed and refused together are what was asked, in each slot. */
    public WeekPlacement place(WeekProblem week) {
        return assembly(week).of(best(week), Collections.nCopies(week.slots(), Optional.empty()), Optional.empty());
    }

    /**
     * The fewest hosts of a group such that in every slot everything has a place and everything that must restart does.
     *
     * @param group number of the group in the problem
     * @param maximum the most hosts of the group to try
     */
    public Answer search(WeekProblem week, int group, int maximum) {
        Found found = find(week, group, maximum);
        WeekProblem answered =
                found.hosts().isPresent() ? week.withHosts(group, found.hosts().getAsInt()) : week;
        WeekPlacement placed = assembly(answered)
                .of(found.placement().orElseGet(() -> best(answered)), found.needed(), Optional.of(found.busiest()));
        return new Answer(found.proof(), placed);
    }

    /** The number of hosts that {@link #search} finds, and why, without the slots. */
    public Proof prove(WeekProblem week, int group, int maximum) {
        return find(week, group, maximum).proof();
    }

    /** Why not everything has a place on the hosts that there are: the first slot that cannot be had, if one cannot. */
    public Optional<Proof> whyNot(WeekProblem week, WeekPlacement placed) {
        for (int slot = 0; slot < week.slots(); slot++) {
            between.run();
            Optional<Proof> why =
                    hosts.whyNot(week.at(slot), placed.slots().get(slot).placement());
            if (why.isPresent()) {
                return Optional.of(said(week, slot, why.get()));
            }
        }
        return Optional.empty();
    }

    WeekAssembly assembly(WeekProblem week) {
        return new WeekAssembly(week, hosts, between);
    }

    private record Found(Proof proof, Optional<Placement> placement, List<Optional<Proof>> needed, int busiest) {
        OptionalInt hosts() {
            return proof.enough();
        }
    }

    private Found find(WeekProblem week, int group, int maximum) {
        List<Optional<HostSearch.Answer>> alone = new ArrayList<>();
        List<Integer> largest = week.largest();
        for (int slot = 0; slot < week.slots(); slot++) {
            between.run();
            boolean counts = week.slots() <= ALL_SEARCHED || largest.contains(slot);
            alone.add(counts ? Optional.of(hosts.search(week.at(slot), group, maximum)) : Optional.empty());
        }
        List<Optional<Proof>> needed = alone.stream()
                .map(answer -> answer.map(HostSearch.Answer::proof))
                .toList();
        int busiest = busiest(week, needed);
        HostSearch.Answer hardest = alone.get(busiest).orElseThrow();
        OptionalInt least = hardest.proof().enough();
        if (least.isEmpty()) {
            return new Found(said(week, busiest, hardest.proof()), Optional.empty(), needed, busiest);
        }
        between.run();
        HostSearch.Answer together = HostCountSearch.first().search(week.all(), group, maximum);
        int most = together.proof().enough().orElse(maximum + 1);
        for (int count = least.getAsInt(); count < most; count++) {
            Optional<Placement> found = fitting(week.withHosts(group, count), group, hardest);
            if (found.isPresent()) {
                String obstacle = count == least.getAsInt() ? obstacle(hardest.proof()) : apart(count);
                return new Found(
                        proof(week.withHosts(group, count), count, needed, busiest, obstacle), found, needed, busiest);
            }
        }
        if (most > least.getAsInt()) {
            between.run();
            HostSearch.Answer proven = hosts.search(week.all(), group, maximum);
            together = proven.proof().enough().orElse(maximum + 1) < most ? proven : together;
            most = together.proof().enough().orElse(maximum + 1);
        }
        String obstacle = most == least.getAsInt() ? obstacle(hardest.proof()) : apart(most);
        Proof proof = together.placement().isPresent()
                ? proof(week.withHosts(group, most), most, needed, busiest, obstacle)
                : new Proof.NotFound(
                        maximum,
                        "Each slot of the week fits alone, but no places were found that machines keep in all of their slots.",
                        highest(needed));
        return new Found(proof, together.placement(), needed, busiest);
    }

    private static String apart(int count) {
        return "On " + (count - 1) + " hosts no places were found that machines keep in all of their slots.";
    }

    /** Why the busiest slot alone was not found to do with fewer; empty if it is proven that it cannot. */
    private static String obstacle(Proof busiest) {
        return busiest instanceof Proof.Between open ? open.whyNotFewer() : "";
    }

    private static Proof proof(
            WeekProblem week, int count, List<Optional<Proof>> needed, int busiest, String obstacle) {
        int given = week.all().hostCount() - count;
        String enough = "All " + week.all().vmCount() + " machines of the week have a place on " + count
                + (given > 0 ? " searched" : "")
                + (count == 1 ? " host" : " hosts")
                + (given > 0 ? " beside " + given + " that are given" : "")
                + ", the same in every slot in which they run. The busiest of "
                + week.slots() + " slots is "
                + week.times().get(busiest).windows().words() + ", with "
                + week.at(busiest).vmCount() + " of them."
                + (week.all().policy().failures() > 0
                        ? " In every slot, what must restart does after "
                                + (week.all().policy().failures() == 1 ? "any host failure." : "any two host failures.")
                        : "")
                + Pinning.of(week.all()).words();
        LowerBound bound = highest(needed);
        return bound.hosts() == count
                ? new Proof.Optimal(count, enough, bound)
                : new Proof.Between(count, enough, obstacle, bound);
    }

    private static LowerBound highest(List<Optional<Proof>> needed) {
        return needed.stream()
                .flatMap(Optional::stream)
                .flatMap(proof -> proof.fromBelow().stream())
                .max(Comparator.comparingInt(LowerBound::hosts))
                .orElseGet(LowerBound.Nothing::new);
    }

    /** A slot's failure is that of the week. */
    static Proof said(WeekProblem week, int slot, Proof proof) {
        String when = "At " + week.times().get(slot).windows().words() + ": ";
        return switch (proof) {
            case Proof.CannotFit cannot -> new Proof.CannotFit(when + cannot.reason(), cannot.bound());
            case Proof.NotFound open -> new Proof.NotFound(open.maximum(), when + open.why(), open.bound());
            case Proof.Optimal optimal -> optimal;
            case Proof.Between between -> between;
            case Proof.Mixture mixture -> mixture;
        };
    }

    /** The slot that needs most hosts, of those the one whose bound is highest, then the one with most machines. */
    private static int busiest(WeekProblem week, List<Optional<Proof>> needed) {
        return IntStream.range(0, week.slots())
                .filter(slot -> needed.get(slot).isPresent())
                .boxed()
                .max(Comparator.<Integer>comparingInt(
                                slot -> needed.get(slot).orElseThrow().enough().orElse(Integer.MAX_VALUE))
                        .thenComparingInt(slot -> needed.get(slot)
                                .orElseThrow()
                                .fromBelow()
                                .map(LowerBound::hosts)
                                .orElse(0))
                        .thenComparingInt(slot -> week.at(slot).vmCount())
                        .thenComparingInt(slot -> -slot))
                .orElseThrow();
    }

    /** Places in which every slot is complete and survives; empty if none were found on these hosts. */
    private Optional<Placement> fitting(WeekProblem week, int group, HostSearch.Answer hardest) {
        int failures = week.all().policy().failures();
        int first = week.all().firstHost(group);
        int count = week.all().groups().get(group).count();
        List<Set<Integer>> spares = new ArrayList<>();
        if (failures > 0 && failures < count) {
            spares.add(lastUnpinned(week, first, count, failures));
        }
        spares.add(Set.of());
        List<List<WeekOrders.Item>> fixed = WeekOrders.fixed(week);
        List<List<WeekOrders.Item>> drawn = WeekOrders.drawn(week);
        Set<Placement> seen = new HashSet<>();
        for (Set<Integer> spare : spares) {
            List<PlacedVm> always = alwaysFirst(week, spare);
            List<PlacedVm> asAlone = hardest.placement()
                    .map(placement -> renumbered(placement.placed(), hardest.problem(), week.all(), group))
                    .orElse(List.of());
            for (List<PlacedVm> begun : List.of(always, asAlone, List.<PlacedVm>of())) {
                for (List<WeekOrders.Item> order : begun == asAlone ? fixed : drawn) {
                    between.run();
                    Placement placement = pack(week, spare, begun, order);
                    if (placement.isComplete() && seen.add(placement) && survives(week, placement)) {
                        return Optional.of(placement);
                    }
                }
            }
        }
        return Optional.empty();
    }

    boolean survives(WeekProblem week, Placement placement) {
        return week.largest().stream()
                .map(week::at)
                .allMatch(problem -> quick.replayToFirstLoss(problem, WeekAssembly.at(problem, placement))
                        .isSurvived());
    }

    /** The best placement on the hosts that there are: fewest refused, those that must restart counting most. */
    Placement best(WeekProblem week) {
        Placement best = hosts.place(week.all());
        if (best.isComplete()) {
            // together they are a placement of one time, so that copies can be moved apart as usual
            Placement spread = CopySpread.of(week.all(), best);
            return survives(week, spread) || !survives(week, best) ? spread : best;
        }
        for (List<PlacedVm> begun : List.of(alwaysFirst(week, Set.of()), List.<PlacedVm>of())) {
            for (List<WeekOrders.Item> order : WeekOrders.drawn(week)) {
                between.run();
                Placement tried = pack(week, Set.of(), begun, order);
                if (score(week, tried) < score(week, best)) {
                    best = tried;
                }
            }
        }
        return best;
    }

    private static long score(WeekProblem week, Placement placement) {
        long score = 0;
        for (RefusedVm vm : placement.refused()) {
            Survival survival = week.all().vm(vm.vmClass()).survival();
            score += switch (survival) {
                case MUST_RESTART -> 1_000_000_000L;
                case MAY_STAY_DOWN -> 10_000L;
                case MAY_BE_EVICTED -> 1L;
            };
        }
        return score;
    }

    /** Places of those that always run, found for them alone on the hosts before the spares. */
    private List<PlacedVm> alwaysFirst(WeekProblem week, Set<Integer> spare) {
        int[][] slots = week.slotsOf();
        List<VmClass> always = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            if (slots[i].length == week.slots()) {
                always.add(week.all().vms().get(i));
            }
        }
        return hosts.place(week.all().withVms(always)).placed().stream()
                .filter(vm -> !spare.contains(vm.host()))
                .toList();
    }

    /** Machines that are pinned, then those that have a place from elsewhere as far as it is free, then the others in this order. */
    static Placement pack(WeekProblem week, Set<Integer> closed, List<PlacedVm> begun, List<WeekOrders.Item> order) {
        WeekPacking packing = new WeekPacking(week, week.slotsOf(), closed);
        Set<String> done = new HashSet<>();
        List<PlacedVm> placed = new ArrayList<>();
        for (PlacedVm vm : Pinning.of(week.all()).kept()) {
            packing.occupy(vm);
            done.add(key(vm.vmClass(), vm.number()));
            placed.add(vm);
        }
        for (PlacedVm vm : begun) {
            if (!done.contains(key(vm.vmClass(), vm.number())) && packing.isFree(vm)) {
                packing.occupy(vm);
                done.add(key(vm.vmClass(), vm.number()));
                placed.add(vm);
            }
        }
        List<RefusedVm> refused = new ArrayList<>();
        for (WeekOrders.Item item : order) {
            String vmClass = week.all().vms().get(item.vmClass()).id();
            if (!done.contains(key(vmClass, item.number()))) {
                packing.place(item.vmClass(), item.number())
                        .ifPresentOrElse(
                                placed::add,
                                () -> refused.add(new RefusedVm(
                                        vmClass,
                                        item.number(),
                                        new RefusedVm.Reason(RefusedVm.Binding.GPU_SLICES, ""))));
            }
        }
        return new Placement(placed, refused, List.of());
    }

    private static String key(String vmClass, int number) {
        return vmClass + "#" + number;
    }

    /** The places on other numbers of hosts of the group: hosts after the group move along. */
    private static List<PlacedVm> renumbered(
            Collection<PlacedVm> placed, PlacementProblem from, PlacementProblem to, int group) {
        int end = from.firstHost(group) + from.groups().get(group).count();
        int shift = to.groups().get(group).count() - from.groups().get(group).count();
        return placed.stream()
                .map(vm -> vm.host() < end ? vm : new PlacedVm(vm.vmClass(), vm.number(), vm.host() + shift, vm.gpus()))
                .toList();
    }

    /** The last hosts of a group to which nothing is pinned. */
    private static Set<Integer> lastUnpinned(WeekProblem week, int first, int count, int wanted) {
        Set<Integer> pinned =
                Pinning.of(week.all()).kept().stream().map(PlacedVm::host).collect(Collectors.toSet());
        return IntStream.range(0, count)
                .mapToObj(i -> first + count - 1 - i)
                .filter(host -> !pinned.contains(host))
                .limit(wanted)
                .collect(Collectors.toUnmodifiableSet());
    }
}
