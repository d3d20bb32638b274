package org.sizewright.placement.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy.VgpuMode;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Survival;

/**
 * The same questions in another form, to check answers: every host, every GPU and every start is a variable of its own, and nothing is
 * known of patterns, fills or prices. Slower than the search that it checks, and shares none of its steps.
 */
public final class SecondOpinion {
    private final CpModel program = new CpModel();
    private final List<VmClass> classes;
    private final VgpuMode vgpuMode;
    private final Map<String, Integer> wanted;
    private final List<IntVar[]> machines = new ArrayList<>();

    private SecondOpinion(PlacementProblem problem, Map<String, Integer> wanted) {
        classes = problem.vms();
        vgpuMode = problem.policy().vgpuMode();
        this.wanted = Map.copyOf(wanted);
    }

    /** Whether the wanted machines fit on these rooms; empty if it is not known within the budget. */
    public static Optional<Boolean> fits(
            PlacementProblem problem, Map<String, Integer> wanted, Map<Integer, HostRoom> rooms, Budget budget) {
        SecondOpinion opinion = new SecondOpinion(problem, wanted);
        List<HostRoom> hosts = List.copyOf(new TreeMap<>(rooms).values());
        for (int i = 0; i < hosts.size(); i++) {
            opinion.host(problem.groups().get(hosts.get(i).group()).host(), hosts.get(i));
            if (i > 0 && hosts.get(i).equals(hosts.get(i - 1))) {
                opinion.program.addGreaterOrEqual(opinion.rank(i - 1), opinion.rank(i));
            }
        }
        opinion.together(opinion.machines, vm -> true);
        return solved(opinion, budget);
    }

    /**
     * Whether the machines can be spread over the hosts so that, whichever of them fail, those that are left hold what must restart beside
     * what runs on them and may not be stopped. Machines may take other places on the host that they are on. Empty if it is not known within
     * the budget.
     */
    public static Optional<Boolean> survives(PlacementProblem problem, int failures, Budget budget) {
        Map<String, Integer> all = new HashMap<>();
        problem.vms().forEach(vm -> all.put(vm.id(), vm.count()));
        SecondOpinion opinion = new SecondOpinion(problem, all);
        List<HostRoom> rooms = List.copyOf(new TreeMap<>(HostRooms.of(problem, List.of())).values());
        for (int i = 0; i < rooms.size(); i++) {
            opinion.host(problem.groups().get(rooms.get(i).group()).host(), rooms.get(i));
            if (i > 0 && rooms.get(i).equals(rooms.get(i - 1))) {
                opinion.program.addGreaterOrEqual(opinion.rank(i - 1), opinion.rank(i));
            }
        }
        List<IntVar[]> running = List.copyOf(opinion.machines);
        opinion.together(running, vm -> true);
        for (int one = 0; one < rooms.size(); one++) {
            for (int other = failures == 2 ? one + 1 : one; other < (failures == 2 ? rooms.size() : one + 1); other++) {
                List<IntVar[]> left = new ArrayList<>();
                for (int i = 0; i < rooms.size(); i++) {
                    if (i != one && i != other) {
                        opinion.host(problem.groups().get(rooms.get(i).group()).host(), rooms.get(i));
                        left.add(opinion.machines.getLast());
                        for (int vm = 0; vm < opinion.classes.size(); vm++) {
                            if (opinion.classes.get(vm).survival() != Survival.MAY_BE_EVICTED) {
                                opinion.program.addGreaterOrEqual(left.getLast()[vm], running.get(i)[vm]);
                            }
                        }
                    }
                }
                opinion.together(left, vm -> vm.survival() == Survival.MUST_RESTART);
            }
        }
        return solved(opinion, budget);
    }

    /** All machines of some classes are on these hosts. */
    private void together(List<IntVar[]> hosts, Predicate<VmClass> counted) {
        for (int i = 0; i < classes.size(); i++) {
            if (counted.test(classes.get(i))) {
                LinearExprBuilder placed = LinearExpr.newBuilder();
                for (IntVar[] onHost : hosts) {
                    placed.add(onHost[i]);
                }
                program.addEquality(placed, wanted(i));
            }
        }
    }

    private static Optional<Boolean> solved(SecondOpinion opinion, Budget budget) {
        return switch (budget.solve(opinion.program, new CpSolver(), budget.left())) {
            case OPTIMAL, FEASIBLE -> Optional.of(true);
            case INFEASIBLE -> Optional.of(false);
            case UNKNOWN, MODEL_INVALID, UNRECOGNIZED -> Optional.empty();
        };
    }

    /** The most weight that an empty host of the group can hold; empty if it is not known within the budget. */
    public static OptionalLong heaviest(PlacementProblem problem, int group, Map<String, Long> weights, Budget budget) {
        Map<String, Integer> all = new HashMap<>();
        problem.vms().forEach(vm -> all.put(vm.id(), vm.count()));
        SecondOpinion opinion = new SecondOpinion(problem, all);
        HostSpec host = problem.groups().get(group).host();
        List<GpuState> gpus = new ArrayList<>();
        for (int i = 0; i < host.gpus(); i++) {
            gpus.add(new GpuState.Untouched());
        }
        opinion.host(host, new HostRoom(group, host.vcpu(), host.usableMemoryGib(), host.countedNics(), gpus));
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int i = 0; i < opinion.classes.size(); i++) {
            sum.addTerm(
                    opinion.machines.getFirst()[i],
                    weights.getOrDefault(opinion.classes.get(i).id(), 0L));
        }
        opinion.program.maximize(sum);
        CpSolver solver = new CpSolver();
        if (budget.solve(opinion.program, solver, budget.left()) != CpSolverStatus.OPTIMAL) {
            return OptionalLong.empty();
        }
        long weight = 0;
        for (int i = 0; i < opinion.classes.size(); i++) {
            weight = Math.addExact(
                    weight,
                    Math.multiplyExact(
                            weights.getOrDefault(opinion.classes.get(i).id(), 0L),
                            solver.value(opinion.machines.getFirst()[i])));
        }
        return OptionalLong.of(weight);
    }

    private int wanted(int vmClass) {
        return wanted.getOrDefault(classes.get(vmClass).id(), 0);
    }

    /** Tells equal hosts apart, so that only one order of them is tried. */
    private LinearExpr rank(int host) {
        LinearExprBuilder rank = LinearExpr.newBuilder();
        long factor = 1;
        for (int i = 0; i < classes.size(); i++) {
            rank.addTerm(machines.get(host)[i], factor);
            factor = factor * 7 % 1_009 + 1;
        }
        return rank.build();
    }

    private void host(HostSpec spec, HostRoom room) {
        IntVar[] held = new IntVar[classes.size()];
        LinearExprBuilder vcpu = LinearExpr.newBuilder();
        LinearExprBuilder memory = LinearExpr.newBuilder();
        LinearExprBuilder whole = LinearExpr.newBuilder();
        LinearExprBuilder nics = LinearExpr.newBuilder();
        Map<Integer, LinearExprBuilder> joined = new TreeMap<>();
        Map<String, LinearExprBuilder> mig = new HashMap<>();
        Map<String, LinearExprBuilder> insisting = new HashMap<>();
        Map<String, LinearExprBuilder> sliced = new HashMap<>();
        for (int i = 0; i < held.length; i++) {
            VmClass vm = classes.get(i);
            held[i] = program.newIntVar(0, spec.labels().containsAll(vm.labels()) ? wanted(i) : 0, "");
            vcpu.addTerm(held[i], vm.vcpu());
            memory.addTerm(held[i], vm.memoryGib());
            if (vm.gpu() instanceof GpuNeed.Whole need) {
                whole.addTerm(held[i], need.gpus());
                nics.addTerm(held[i], nics(spec, need));
                if (!spec.links().allows(need)) {
                    program.addEquality(held[i], 0);
                } else if (spec.links().joins(need)) {
                    joined.computeIfAbsent(need.gpus(), key -> LinearExpr.newBuilder())
                            .add(held[i]);
                }
            }
            for (GpuNeed.Fraction share : fractions(vm.gpu())) {
                switch (share) {
                    case GpuNeed.Mig need -> term(mig, need.profile()).add(held[i]);
                    case GpuNeed.TimeSliced need -> {
                        term(sliced, need.profile()).add(held[i]);
                        if (need.sameSizeOnly()) {
                            term(insisting, need.profile()).add(held[i]);
                        }
                    }
                }
            }
        }
        machines.add(held);
        program.addLessOrEqual(vcpu, room.vcpu());
        program.addLessOrEqual(memory, room.memoryGib());
        program.addLessOrEqual(nics, room.nics());
        Set<String> sizes = new TreeSet<>(sliced.keySet());
        Gpu before = null;
        GpuState beforeState = null;
        List<BoolVar> wholes = new ArrayList<>();
        for (GpuState state : room.gpus()) {
            Gpu gpu = new Gpu(spec.geometry().orElseThrow(), state, mig.keySet(), sizes);
            wholes.add(gpu.whole);
            whole.addTerm(gpu.whole, -1);
            gpu.mig.forEach((profile, starts) ->
                    starts.forEach(start -> term(mig, profile).addTerm(start, -1)));
            gpu.equal.forEach((profile, starts) -> starts.forEach(start -> {
                term(sliced, profile).addTerm(start, -1);
                if (insisting.containsKey(profile)) {
                    term(insisting, profile).addTerm(start, -1);
                }
            }));
            gpu.mixed.forEach((profile, starts) ->
                    starts.forEach(start -> term(sliced, profile).addTerm(start, -1)));
            // groups have their places, so that GPUs can then not be swapped
            if (joined.isEmpty() && before != null && state.equals(beforeState)) {
                program.addGreaterOrEqual(before.rank.build(), gpu.rank.build());
            }
            before = gpu;
            beforeState = state;
        }
        program.addLessOrEqual(whole, 0);
        groups(wholes, joined);
        if (vgpuMode == VgpuMode.MIXED_SIZE
                && spec.geometry().flatMap(GpuGeometry::mixedSize).isPresent()) {
            // there a GPU of one size is for those that insist on it, and for nobody else
            insisting.values().forEach(taken -> program.addEquality(taken, 0));
        }
        for (Map<String, LinearExprBuilder> each : List.of(mig, insisting, sliced)) {
            each.values().forEach(taken -> program.addLessOrEqual(taken, 0));
        }
    }

    /** Network cards of a machine: the least number whose part of all cards is its part of all GPUs, or more. */
    private static int nics(HostSpec spec, GpuNeed.Whole need) {
        if (!need.nics() || spec.gpus() == 0 || spec.nics().isEmpty()) {
            return 0;
        }
        int there = Math.max(1, Math.min(spec.nics().get(), spec.gpus()));
        while (spec.gpus() % there != 0) {
            there--;
        }
        int cards = 1;
        while (cards * spec.gpus() < need.gpus() * there) {
            cards++;
        }
        return cards;
    }

    /** A variable for each place of each group: its GPUs are whole, and of no other group. @param wanted groups by size */
    private void groups(List<BoolVar> wholes, Map<Integer, LinearExprBuilder> wanted) {
        List<List<Literal>> groupsOfGpu = new ArrayList<>();
        wholes.forEach(whole -> groupsOfGpu.add(new ArrayList<>()));
        wanted.forEach((size, machines) -> {
            for (int start = 0; start + size <= wholes.size(); start += size) {
                BoolVar group = program.newBoolVar("");
                machines.addTerm(group, -1);
                for (int gpu = start; gpu < start + size; gpu++) {
                    program.addImplication(group, wholes.get(gpu));
                    groupsOfGpu.get(gpu).add(group);
                }
            }
            program.addEquality(machines, 0);
        });
        groupsOfGpu.forEach(groups -> program.addAtMostOne(groups.toArray(Literal[]::new)));
    }

    private static List<GpuNeed.Fraction> fractions(GpuNeed need) {
        return switch (need) {
            case GpuNeed.None none -> List.of();
            case GpuNeed.Whole whole -> List.of();
            case GpuNeed.Fraction fraction -> List.of(fraction);
            case GpuNeed.Several several -> several.parts();
        };
    }

    private static LinearExprBuilder term(Map<String, LinearExprBuilder> terms, String profile) {
        return terms.computeIfAbsent(profile, key -> LinearExpr.newBuilder());
    }

    /** One GPU: a mode, and a variable for each start. */
    private final class Gpu {
        private final BoolVar whole = program.newBoolVar("");
        private final Map<String, List<BoolVar>> mig = new TreeMap<>();
        private final Map<String, List<BoolVar>> equal = new TreeMap<>();
        private final Map<String, List<BoolVar>> mixed = new TreeMap<>();
        private final LinearExprBuilder rank = LinearExpr.newBuilder();
        private final List<Literal> modes = new ArrayList<>();

        Gpu(GpuGeometry geometry, GpuState state, Set<String> migProfiles, Set<String> sizes) {
            modes.add(whole);
            rank.addTerm(whole, 10_000);
            switch (state) {
                case GpuState.Untouched open -> {
                    geometry.mig().ifPresent(scheme -> starts(scheme, migProfiles, mig, new BitSet(), Map.of(), 0));
                    if (vgpuMode != VgpuMode.SAME_SIZE) {
                        geometry.mixedSize()
                                .ifPresent(scheme -> starts(scheme, sizes, mixed, new BitSet(), Map.of(), 0));
                    }
                    equalSizes(geometry, sizes)
                            .forEach(size -> starts(
                                    geometry.equalSize().orElseThrow(), sizes, equal, new BitSet(), Map.of(), size));
                }
                case GpuState.Closed closed -> program.addEquality(whole, 0);
                case GpuState.Partly partly -> {
                    program.addEquality(whole, 0);
                    boolean isMig = partly.mode() == PartitionMode.MIG;
                    starts(
                            geometry.scheme(partly.mode()).orElseThrow(),
                            isMig ? migProfiles : sizes,
                            isMig ? mig : mixed,
                            partly.taken(),
                            partly.present(),
                            0);
                }
                case GpuState.OneSize locked -> {
                    program.addEquality(whole, 0);
                    starts(
                            geometry.equalSize().orElseThrow(),
                            sizes,
                            equal,
                            locked.taken(),
                            locked.present(),
                            locked.size());
                }
            }
            program.addAtMostOne(modes.toArray(Literal[]::new));
        }

        private Set<Integer> equalSizes(GpuGeometry geometry, Set<String> profiles) {
            // where the cluster mixes sizes, a GPU of one size is only for those that insist on it
            boolean mixes =
                    vgpuMode == VgpuMode.MIXED_SIZE && geometry.mixedSize().isPresent();
            Set<Integer> sizes = new TreeSet<>();
            for (VmClass vm : classes) {
                for (GpuNeed.Fraction share : fractions(vm.gpu())) {
                    if (share instanceof GpuNeed.TimeSliced need
                            && profiles.contains(need.profile())
                            && (!mixes || need.sameSizeOnly())) {
                        geometry.equalSize()
                                .flatMap(scheme -> scheme.slice(need.profile()))
                                .ifPresent(slice -> sizes.add(slice.size()));
                    }
                }
            }
            return sizes;
        }

        private void starts(
                PartitionScheme scheme,
                Set<String> profiles,
                Map<String, List<BoolVar>> into,
                BitSet taken,
                Map<String, Integer> present,
                int onlySize) {
            BoolVar mode = program.newBoolVar("");
            modes.add(mode);
            rank.addTerm(mode, 1_000L * modes.size());
            Map<Integer, List<Literal>> units = new HashMap<>();
            Map<String, List<Literal>> groups = new HashMap<>();
            Set<String> usedGroups = new HashSet<>();
            for (Slice slice : scheme.slices()) {
                if (present.getOrDefault(slice.profile(), 0) > 0) {
                    slice.group().ifPresent(usedGroups::add);
                }
            }
            for (Slice slice : scheme.slices()) {
                if (!profiles.contains(slice.profile()) || onlySize > 0 && slice.size() != onlySize) {
                    continue;
                }
                LinearExprBuilder count = LinearExpr.newBuilder();
                for (int start : slice.starts()) {
                    int blocked = taken.nextSetBit(start);
                    if (start + slice.size() > scheme.units() || blocked >= 0 && blocked < start + slice.size()) {
                        continue;
                    }
                    BoolVar here = program.newBoolVar("");
                    program.addImplication(here, mode);
                    into.computeIfAbsent(slice.profile(), key -> new ArrayList<>())
                            .add(here);
                    count.add(here);
                    rank.addTerm(here, slice.size());
                    for (int unit = start; unit < start + slice.size(); unit++) {
                        units.computeIfAbsent(unit, key -> new ArrayList<>()).add(here);
                    }
                    slice.group()
                            .ifPresent(group -> groups.computeIfAbsent(group, key -> new ArrayList<>())
                                    .add(here));
                    if (slice.group().filter(usedGroups::contains).isPresent()) {
                        program.addEquality(here, 0);
                    }
                }
                program.addLessOrEqual(
                        count,
                        Math.max(
                                0, slice.maxInstances() - Objects.requireNonNullElse(present.get(slice.profile()), 0)));
            }
            units.values().forEach(unit -> program.addAtMostOne(unit.toArray(Literal[]::new)));
            groups.values().forEach(group -> program.addAtMostOne(group.toArray(Literal[]::new)));
        }
    }
}
