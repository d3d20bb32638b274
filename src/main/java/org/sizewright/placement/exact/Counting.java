package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.VmClass;

/** Turns a placement problem into numbers. */
final class Counting {
    private final PlacementProblem problem;
    private final List<VmClass> classes;
    private final int[] demand;
    private final List<GpuNeed> shares = new ArrayList<>();
    private final int[] asked;
    private final Map<GpuGeometry, Map<GpuState, List<GpuPattern>>> tables = new HashMap<>();

    /** A GPU can be filled in more ways than can be counted. */
    static final class TooManyWays extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** @param demand machines that want a place, by class */
    Counting(PlacementProblem problem, int[] demand) {
        this.problem = problem;
        this.demand = demand.clone();
        classes = problem.vms();
        for (VmClass vm : classes) {
            vm.gpu().shares().stream()
                    .filter(share -> !shares.contains(share))
                    .distinct()
                    .forEach(shares::add);
        }
        asked = new int[shares.size()];
        for (int i = 0; i < demand.length; i++) {
            for (GpuNeed share : classes.get(i).gpu().shares()) {
                asked[shares.indexOf(share)] += demand[i];
            }
        }
    }

    static int[] demand(PlacementProblem problem) {
        return problem.vms().stream().mapToInt(VmClass::count).toArray();
    }

    CountModel model(List<Bin> bins) {
        return new CountModel(classes, demand, shares, bins);
    }

    /** Hosts of a group that may be bought, or that are there and empty. */
    Bin empty(int group, long cost, int most) throws TooManyWays {
        HostSpec host = problem.groups().get(group).host();
        List<Integer> gpus = IntStream.range(0, host.gpus()).boxed().toList();
        List<Bin.Stock> stocks = host.gpus() == 0
                ? List.of()
                : List.of(new Bin.Stock(
                        List.of(gpus), patterns(host.geometry().orElseThrow(), new GpuState.Untouched())));
        return new Bin(
                List.of(),
                group,
                cost,
                most,
                host.vcpu(),
                host.usableMemoryGib(),
                host.countedNics(),
                nicsOf(host),
                allowed(host, stocks),
                stocks,
                host.links(),
                freeGroups(host, gpu -> true));
    }

    /**
     * Hosts with machines on them, those alike together.
     *
     * @param rooms what is free, by host number
     */
    List<Bin> occupied(Map<Integer, HostRoom> rooms) throws TooManyWays {
        Map<Object, Bin> bins = new LinkedHashMap<>();
        Map<GpuState, Integer> numbers = new HashMap<>();
        for (Map.Entry<Integer, HostRoom> entry : rooms.entrySet()) {
            HostRoom room = entry.getValue();
            HostSpec host = problem.groups().get(room.group()).host();
            Map<GpuState, List<Integer>> byState = new LinkedHashMap<>();
            for (int gpu = 0; gpu < room.gpus().size(); gpu++) {
                byState.computeIfAbsent(room.gpus().get(gpu), key -> new ArrayList<>())
                        .add(gpu);
            }
            // in the order in which the states were first met anywhere, so that hosts alike have their stocks in one
            // order
            List<GpuState> states = byState.keySet().stream()
                    .sorted(Comparator.comparingInt(state -> numbers.computeIfAbsent(state, key -> numbers.size())))
                    .toList();
            List<Bin.Stock> stocks = new ArrayList<>();
            Map<GpuState, Integer> sizes = new HashMap<>();
            for (GpuState state : states) {
                List<Integer> gpus = Objects.requireNonNull(byState.get(state));
                List<GpuPattern> patterns = patterns(host.geometry().orElseThrow(), state);
                if (!patterns.isEmpty()) {
                    stocks.add(new Bin.Stock(List.of(gpus), patterns));
                    sizes.put(state, gpus.size());
                }
            }
            Bin one = new Bin(
                    List.of(entry.getKey()),
                    room.group(),
                    0,
                    1,
                    room.vcpu(),
                    room.memoryGib(),
                    room.nics(),
                    nicsOf(host),
                    allowed(host, stocks),
                    stocks,
                    host.links(),
                    freeGroups(host, gpu -> room.gpus().get(gpu) instanceof GpuState.Untouched));
            Object alike = List.of(room.group(), room.vcpu(), room.memoryGib(), room.nics(), sizes, one.freeGroups());
            Bin before = bins.get(alike);
            bins.put(alike, before == null ? one : together(before, one));
        }
        return List.copyOf(bins.values());
    }

    /** How many groups of each size are free; nothing where no machine asks for one. */
    private Map<Integer, Integer> freeGroups(HostSpec host, IntPredicate isFree) {
        Map<Integer, Integer> groups = new TreeMap<>();
        if (classes.stream().anyMatch(vm -> host.links().joins(vm.gpu()))) {
            BitSet free = new BitSet();
            for (int gpu = 0; gpu < host.gpus(); gpu++) {
                free.set(gpu, isFree.test(gpu));
            }
            host.links().sizes().forEach(size -> groups.put(size, host.links().freeGroups(free, size)));
        }
        return groups;
    }

    /** Both have their stocks in the same order. */
    private static Bin together(Bin bin, Bin more) {
        List<Integer> hosts = new ArrayList<>(bin.hosts());
        hosts.addAll(more.hosts());
        List<Bin.Stock> stocks = new ArrayList<>();
        for (int i = 0; i < bin.stocks().size(); i++) {
            List<List<Integer>> gpus = new ArrayList<>(bin.stocks().get(i).gpus());
            gpus.addAll(more.stocks().get(i).gpus());
            stocks.add(new Bin.Stock(gpus, bin.stocks().get(i).patterns()));
        }
        return new Bin(
                hosts,
                bin.group(),
                bin.cost(),
                hosts.size(),
                bin.vcpu(),
                bin.memoryGib(),
                bin.nics(),
                bin.nicsOf(),
                bin.allowed(),
                stocks,
                bin.links(),
                bin.freeGroups());
    }

    private List<Integer> nicsOf(HostSpec host) {
        return classes.stream().map(vm -> host.nicsOf(vm.gpu())).toList();
    }

    private List<Boolean> allowed(HostSpec host, List<Bin.Stock> stocks) {
        List<Boolean> allowed = new ArrayList<>();
        for (VmClass vm : classes) {
            boolean offered = vm.gpu().shares().stream()
                    .mapToInt(shares::indexOf)
                    .distinct()
                    .allMatch(share -> stocks.stream()
                            .flatMap(stock -> stock.patterns().stream())
                            .anyMatch(pattern -> pattern.counts().get(share) > 0));
            boolean linked =
                    !(vm.gpu() instanceof GpuNeed.Whole whole) || host.links().allows(whole);
            allowed.add(offered && linked && host.labels().containsAll(vm.labels()));
        }
        return allowed;
    }

    private List<GpuPattern> patterns(GpuGeometry geometry, GpuState state) throws TooManyWays {
        Map<GpuState, List<GpuPattern>> known = tables.computeIfAbsent(geometry, key -> new HashMap<>());
        List<GpuPattern> patterns = known.get(state);
        if (patterns == null) {
            patterns = new PatternTable(geometry, problem.policy().vgpuMode(), shares, asked)
                    .patterns(state)
                    .orElseThrow(TooManyWays::new);
            known.put(state, patterns);
        }
        return patterns;
    }
}
