package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What the failure of each host, or of each two, does to a placement. Hosts of the same kind with the same machines in the same places
 * are alike: what is true of one is true of the others, with their names exchanged, and is worked out once.
 *
 * @param hostsAtOnce 1 or 2
 * @param rows worst first: most machines lost, then down, then stopped, then restarted
 * @param sets how many sets of hosts there are; those of all rows together where the table is complete
 */
public record FailureTable(int hostsAtOnce, List<Row> rows, int sets) {
    /** After so many answers a part of the table is handed out. */
    private static final int PART = 32;

    private static final Comparator<Row> WORST_FIRST = Comparator.<Row>comparingInt(
                    row -> -row.failure().lost().size())
            .thenComparing(row -> !row.failure().isRuledOut())
            .thenComparingInt(row -> -row.failure().down().size())
            .thenComparingInt(row -> -row.failure().evicted().size())
            .thenComparingInt(row -> -row.failure().restarted().size())
            .thenComparingInt(row -> row.failure().hosts().getFirst())
            .thenComparingInt(row -> row.failure().hosts().getLast());

    /**
     * A failure and those that are like it.
     *
     * @param failure of the first of the sets
     * @param sets of hosts that fail alike
     */
    public record Row(HostFailure failure, List<List<Integer>> sets) {
        public Row {
            sets = List.copyOf(sets);
        }
    }

    public FailureTable {
        rows = rows.stream().sorted(WORST_FIRST).toList();
    }

    /** Whether every set of hosts is answered. */
    public boolean isComplete() {
        return rows.stream().mapToInt(row -> row.sets().size()).sum() == sets;
    }

    /** Rows in which something that must restart does not. */
    public List<Row> notSurvived() {
        return rows.stream().filter(row -> !row.failure().isSurvived()).toList();
    }

    /** Sets of hosts after whose failure something that must restart does not. */
    public int setsNotSurvived() {
        return notSurvived().stream().mapToInt(row -> row.sets().size()).sum();
    }

    /** One set of hosts of each kind of failure: if all of these are survived, all are. */
    public static List<List<Integer>> kindsOf(PlacementProblem problem, Placement placement, int hostsAtOnce) {
        return alike(problem, placement, hostsAtOnce).stream()
                .map(List::getFirst)
                .toList();
    }

    /** A table of failures that are known already. */
    public static FailureTable of(PlacementProblem problem, Placement placement, Resilience known) {
        Map<List<Integer>, HostFailure> byHosts = new HashMap<>();
        known.failures().forEach(failure -> byHosts.put(failure.hosts(), failure));
        List<Row> rows = new ArrayList<>();
        int sets = 0;
        for (List<List<Integer>> alike : alike(problem, placement, known.hostsAtOnce())) {
            HostFailure failure = byHosts.get(alike.getFirst());
            if (failure != null) {
                rows.add(new Row(failure, alike));
            }
            sets += alike.size();
        }
        return new FailureTable(known.hostsAtOnce(), rows, sets);
    }

    /**
     * Works out all failures of so many hosts.
     *
     * @param search decides each
     * @param hostsAtOnce 1 or 2
     * @param wanted whether to go on; asked before each failure. What is known then comes back
     * @param part gets what is known now and then
     */
    public static FailureTable of(
            HostSearch search,
            PlacementProblem problem,
            Placement placement,
            int hostsAtOnce,
            BooleanSupplier wanted,
            Consumer<FailureTable> part) {
        Collection<List<List<Integer>>> all = alike(problem, placement, hostsAtOnce);
        int sets = all.stream().mapToInt(List::size).sum();
        var each = search.failures(problem, placement);
        List<Row> rows = new ArrayList<>();
        for (List<List<Integer>> alike : all) {
            if (!wanted.getAsBoolean()) {
                break;
            }
            rows.add(new Row(each.apply(alike.getFirst()), alike));
            if (rows.size() % PART == 0 && rows.size() < all.size()) {
                part.accept(new FailureTable(hostsAtOnce, rows, sets));
            }
        }
        return new FailureTable(hostsAtOnce, rows, sets);
    }

    /** The sets of so many hosts, those that fail alike together, in the order of their first. */
    private static Collection<List<List<Integer>>> alike(
            PlacementProblem problem, Placement placement, int hostsAtOnce) {
        List<Integer> kinds = kinds(problem, placement);
        Map<List<Integer>, List<List<Integer>>> byKind = new LinkedHashMap<>();
        for (List<Integer> set : FailureReplay.sets(problem.hostCount(), hostsAtOnce)) {
            byKind.computeIfAbsent(set.stream().map(kinds::get).sorted().toList(), kind -> new ArrayList<>())
                    .add(set);
        }
        return byKind.values();
    }

    /** A number for each host, the same for those that are alike. */
    private static List<Integer> kinds(PlacementProblem problem, Placement placement) {
        List<HostSpec> hosts = problem.hosts();
        List<List<String>> machines = IntStream.range(0, hosts.size())
                .<List<String>>mapToObj(host -> new ArrayList<>())
                .toList();
        placement.placed().forEach(vm -> machines.get(vm.host()).add(vm.vmClass() + " " + vm.gpus()));
        machines.forEach(list -> list.sort(Comparator.naturalOrder()));
        Map<Object, Integer> numbers = new HashMap<>();
        List<Integer> kinds = new ArrayList<>();
        for (int host = 0; host < hosts.size(); host++) {
            kinds.add(numbers.computeIfAbsent(List.of(hosts.get(host), machines.get(host)), kind -> numbers.size()));
        }
        return kinds;
    }
}
