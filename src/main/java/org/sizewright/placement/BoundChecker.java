package org.sizewright.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.LowerBound.GpuCount;
import org.sizewright.placement.LowerBound.GpuTerm;
import org.sizewright.placement.LowerBound.HostWeights;
import org.sizewright.placement.LowerBound.Resource;
import org.sizewright.placement.Violation.Kind;
import org.sizewright.plan.Survival;

/**
 * Recounts a lower bound without the code that found it: the most weight that a host carries by filling it amount by amount, the
 * most that a GPU carries by trying every start, and then the division. An empty list means that the bound holds; for prices, that
 * the division does: what one host can hold at most, and that every way was tried, is checked by
 * {@code exact.ProofCheck}, which needs a solver.
 */
public final class BoundChecker {
    private final PlacementProblem problem;
    private final int group;
    private final List<Violation> violations = new ArrayList<>();

    private BoundChecker(PlacementProblem problem, int group) {
        this.problem = problem;
        this.group = group;
    }

    /** Checks that the group needs at least {@code bound.hosts()} hosts, whatever its present count. */
    public static List<Violation> check(PlacementProblem problem, int group, LowerBound bound) {
        BoundChecker checker = new BoundChecker(problem, group);
        switch (bound) {
            case LowerBound.Nothing nothing -> {}
            case HostWeights weights -> checker.hostWeights(weights);
            case LowerBound.Survivors survivors -> checker.survivors(survivors);
            case GpuCount count -> checker.gpuCount(count);
            case LowerBound.Prices prices -> checker.prices(prices);
            case LowerBound.Exhausted exhausted -> {}
            case LowerBound.NoRestart none -> checker.noRestart(none);
            case LowerBound.PinnedHost pinned -> checker.pinned(pinned);
        }
        return List.copyOf(checker.violations);
    }

    private void noRestart(LowerBound.NoRestart bound) {
        expect(
                bound.failures() > 0 && bound.failures() <= problem.policy().failures(),
                "the policy tolerates fewer failures");
        expect(
                problem.vms().stream().anyMatch(vm -> vm.count() > 0 && vm.survival() == Survival.MUST_RESTART),
                "nothing must restart");
    }

    private void pinned(LowerBound.PinnedHost bound) {
        PlacementProblem there = problem.withHosts(group, bound.hosts());
        int last = there.firstHost(group) + bound.hosts() - 1;
        expect(
                PlacementChecker.pinned(there).stream().anyMatch(vm -> vm.host() == last),
                "no machine is pinned to host " + bound.hosts());
    }

    private void prices(LowerBound.Prices bound) {
        checkFailures(bound.failures(), bound.weights().keySet());
        long sum = 0;
        for (VmClass vm : problem.vms()) {
            sum += vm.count() * bound.weights().getOrDefault(vm.id(), 0L);
        }
        quotient(sum - bound.elsewhere(), bound.perHost(), bound.failures(), bound.hosts());
    }

    private void hostWeights(HostWeights bound) {
        checkFailures(bound.failures(), bound.weights().keySet());
        long sum = 0;
        for (VmClass vm : problem.vms()) {
            sum += (long) vm.count() * bound.weights().getOrDefault(vm.id(), 0);
        }
        long elsewhere = 0;
        for (int i = 0; i < problem.groups().size(); i++) {
            HostSpec host = problem.groups().get(i).host();
            boolean useful =
                    problem.vms().stream().anyMatch(vm -> bound.weights().containsKey(vm.id()) && couldRun(vm, host));
            if (i == group) {
                expect(heaviestHost(bound, host) <= bound.perHost(), "one host carries more than " + bound.perHost());
            } else if (useful) {
                elsewhere += problem.groups().get(i).count() * heaviestElsewhere(bound, host);
            }
        }
        expect(elsewhere <= bound.elsewhere(), "the other hosts carry up to " + elsewhere);
        quotient(sum - bound.elsewhere(), bound.perHost(), bound.failures(), bound.hosts());
    }

    /** The sum over all failures of what the hosts that are left would have to hold, against what they can. */
    private void survivors(LowerBound.Survivors bound) {
        expect(
                bound.failures() > 0 && bound.failures() <= problem.policy().failures(),
                "the policy tolerates fewer failures");
        for (int i = 0; i < problem.groups().size(); i++) {
            expect(i == group || problem.groups().get(i).count() == 0, "there are other hosts");
        }
        double must = 0;
        double stay = 0;
        for (VmClass vm : problem.vms()) {
            int weight = bound.weights().getOrDefault(vm.id(), 0);
            switch (vm.survival()) {
                case MUST_RESTART -> must += (double) weight * vm.count();
                case MAY_STAY_DOWN -> stay += (double) weight * vm.count();
                case MAY_BE_EVICTED -> expect(weight == 0, vm.id() + " may be stopped and is weighed");
            }
        }
        HostWeights weights = new HostWeights(bound.resource(), bound.weights(), bound.perHost(), 0, 0, 0, "");
        long heaviest = heaviestHost(weights, problem.groups().get(group).host());
        expect(heaviest <= bound.perHost(), "one host carries more than " + bound.perHost());
        for (int hosts = bound.failures() + 1; hosts < bound.hosts(); hosts++) {
            // on average a machine that stays is on a host that is left in this share of the failures
            double share = (double) (hosts - bound.failures()) / hosts;
            expect(
                    must + stay * share > (hosts - bound.failures()) * (double) bound.perHost() + 1e-6,
                    hosts + " hosts are possible on average");
        }
        expect(must > 0, "nothing must restart");
    }

    /** The same on a host of another group. Its network cards may be beside more GPUs or fewer, so its GPUs are counted for them. */
    private long heaviestElsewhere(HostWeights bound, HostSpec host) {
        return heaviest(bound, host, bound.resource() == Resource.NICS ? Resource.WHOLE_GPUS : bound.resource());
    }

    /** Most weight on one host: the best for every amount of the resource, as often as it fits. */
    private long heaviestHost(HostWeights bound, HostSpec host) {
        return heaviest(bound, host, bound.resource());
    }

    private long heaviest(HostWeights bound, HostSpec host, Resource resource) {
        int capacity = switch (resource) {
            case VCPU -> host.vcpu();
            case MEMORY_GIB -> host.usableMemoryGib();
            case WHOLE_GPUS -> host.gpus();
            case NICS -> host.nics().orElse(0) > 0 ? host.gpus() / gpusBesideACard(host) : 0;
        };
        long[] best = new long[capacity + 1];
        for (int amount = 1; amount <= capacity; amount++) {
            best[amount] = best[amount - 1];
            for (VmClass vm : problem.vms()) {
                int taken = amount(resource, vm, host);
                int weight = bound.weights().getOrDefault(vm.id(), 0);
                if (weight > 0 && taken > 0 && taken <= amount) {
                    best[amount] = Math.max(best[amount], best[amount - taken] + weight);
                }
            }
        }
        for (VmClass vm : problem.vms()) {
            expect(
                    bound.weights().getOrDefault(vm.id(), 0) == 0 || amount(resource, vm, host) > 0,
                    vm.id() + " is weighed but takes nothing");
        }
        return best[capacity];
    }

    private static int amount(Resource resource, VmClass vm, HostSpec host) {
        return switch (resource) {
            case VCPU -> vm.vcpu();
            case MEMORY_GIB -> vm.memoryGib();
            case WHOLE_GPUS -> vm.gpu() instanceof GpuNeed.Whole whole ? whole.gpus() : 0;
            case NICS -> nics(vm, host);
        };
    }

    private void gpuCount(GpuCount bound) {
        checkFailures(bound.failures(), bound.classes());
        HostSpec host = problem.groups().get(group).host();
        Optional<GpuGeometry> geometry = host.geometry();
        if (geometry.isEmpty()) {
            expect(false, "the hosts have no GPU");
            return;
        }
        long whole = 0;
        Map<String, Long> mig = new HashMap<>();
        Map<String, Long> vgpu = new HashMap<>();
        Set<Integer> useful = new HashSet<>();
        for (VmClass vm : problem.vms()) {
            if (bound.classes().contains(vm.id()) && vm.count() > 0) {
                switch (vm.gpu()) {
                    case GpuNeed.None none -> {}
                    case GpuNeed.Whole need -> whole += (long) need.gpus() * vm.count();
                    case GpuNeed.Fraction need -> count(need, vm.count(), mig, vgpu);
                    case GpuNeed.Several need -> need.parts().forEach(part -> count(part, vm.count(), mig, vgpu));
                }
                for (int i = 0; i < problem.groups().size(); i++) {
                    HostSpec other = problem.groups().get(i).host();
                    if (i != group && problem.groups().get(i).count() > 0 && couldRun(vm, other)) {
                        useful.add(i);
                        expect(other.geometry().equals(geometry), vm.id() + " could run on other GPUs");
                    }
                }
            }
        }
        long elsewhere = useful.stream()
                .map(problem.groups()::get)
                .mapToLong(other -> (long) other.count() * other.host().gpus())
                .sum();
        expect(elsewhere <= bound.elsewhere(), "the other hosts have " + elsewhere + " GPUs");
        expect(whole == bound.wholeGpus(), whole + " GPUs are asked for whole");
        long gpus = whole;
        for (GpuTerm term : bound.terms()) {
            long sum = 0;
            for (Map.Entry<String, Integer> weight : term.weights().entrySet()) {
                sum += weight.getValue() * (term.mig() ? mig : vgpu).getOrDefault(weight.getKey(), 0L);
            }
            expect(heaviestGpu(geometry.get(), term) <= term.perGpu(), "one GPU carries more than " + term.perGpu());
            expect(term.perGpu() > 0 && term.gpus() <= Math.ceilDiv(sum, term.perGpu()), "a term counts too many GPUs");
            gpus += term.gpus();
        }
        distinctGpus(geometry.get(), bound.terms());
        quotient(gpus - bound.elsewhere(), host.gpus(), bound.failures(), bound.hosts());
    }

    private static void count(GpuNeed.Fraction share, int machines, Map<String, Long> mig, Map<String, Long> vgpu) {
        (share instanceof GpuNeed.Mig ? mig : vgpu).merge(share.profile(), (long) machines, Long::sum);
    }

    /** Terms may be added up only if no GPU can serve two of them. */
    private void distinctGpus(GpuGeometry geometry, List<GpuTerm> terms) {
        expect(terms.stream().filter(GpuTerm::mig).count() <= 1, "two terms for MIG");
        List<GpuTerm> vgpu = terms.stream().filter(term -> !term.mig()).toList();
        if (vgpu.size() > 1) {
            expect(!mixes(geometry), "two terms for GPUs that mix sizes");
            Set<Integer> sizes = new HashSet<>();
            for (GpuTerm term : vgpu) {
                Set<Integer> own = new HashSet<>();
                geometry.equalSize().stream()
                        .flatMap(scheme -> scheme.slices().stream())
                        .filter(slice -> term.weights().containsKey(slice.profile()))
                        .forEach(slice -> own.add(slice.size()));
                for (int size : own) {
                    expect(sizes.add(size), "two terms for size " + size);
                }
            }
        }
    }

    private boolean mixes(GpuGeometry geometry) {
        return problem.policy().vgpuMode() != Policy.VgpuMode.SAME_SIZE
                && geometry.mixedSize().isPresent();
    }

    private boolean mixesOnly(GpuGeometry geometry) {
        return problem.policy().vgpuMode() == Policy.VgpuMode.MIXED_SIZE
                && geometry.mixedSize().isPresent();
    }

    private long heaviestGpu(GpuGeometry geometry, GpuTerm term) {
        long heaviest = 0;
        if (term.mig()) {
            heaviest =
                    geometry.mig().map(scheme -> heaviestFrom(scheme, term, 0)).orElse(0L);
            return atMostOneProfile(geometry.mig(), term, heaviest);
        }
        boolean mixes = mixes(geometry);
        if (mixes) {
            heaviest = geometry.mixedSize()
                    .map(scheme -> heaviestFrom(scheme, term, 0))
                    .orElse(0L);
            heaviest = atMostOneProfile(geometry.mixedSize(), term, heaviest);
        }
        if (!mixes || problem.policy().vgpuMode() == Policy.VgpuMode.PER_GPU) {
            for (Slice slice : geometry.equalSize().map(PartitionScheme::slices).orElse(List.of())) {
                heaviest = Math.max(
                        heaviest, (long) slice.maxInstances() * term.weights().getOrDefault(slice.profile(), 0));
            }
        }
        return heaviest;
    }

    private static long atMostOneProfile(Optional<PartitionScheme> scheme, GpuTerm term, long heaviest) {
        if (term.weights().size() != 1 || scheme.isEmpty()) {
            return heaviest;
        }
        String only = term.weights().keySet().iterator().next();
        return scheme.get().slices().stream()
                .filter(slice -> slice.profile().equals(only))
                .mapToLong(slice -> Math.min(
                        heaviest, (long) slice.maxInstances() * term.weights().getOrDefault(only, 0)))
                .findFirst()
                .orElse(0);
    }

    /** Most weight from a unit on, from the right end: leave the unit free, or start any profile there. */
    private static long heaviestFrom(PartitionScheme scheme, GpuTerm term, int from) {
        long[] best = new long[scheme.units() + 1];
        for (int unit = scheme.units() - 1; unit >= from; unit--) {
            best[unit] = best[unit + 1];
            for (Slice slice : scheme.slices()) {
                if (slice.starts().contains(unit)) {
                    best[unit] = Math.max(
                            best[unit],
                            best[unit + slice.size()] + term.weights().getOrDefault(slice.profile(), 0));
                }
            }
        }
        return best[from];
    }

    private void checkFailures(int failures, Set<String> classes) {
        expect(failures >= 0 && failures <= problem.policy().failures(), "the policy tolerates fewer failures");
        if (failures > 0) {
            for (VmClass vm : problem.vms()) {
                expect(
                        !classes.contains(vm.id()) || vm.survival() == Survival.MUST_RESTART,
                        vm.id() + " is counted after a failure but need not restart");
            }
        }
    }

    private void quotient(long sum, long per, int failures, int hosts) {
        expect(per > 0 && sum > 0, "nothing is left to carry");
        if (per > 0 && sum > 0) {
            expect(hosts <= Math.ceilDiv(sum, per) + failures, "the division gives fewer than " + hosts);
        }
    }

    /** Cards that a machine takes, counted up: one more for as many of its GPUs as one card is beside. */
    private static int nics(VmClass vm, HostSpec host) {
        if (!(vm.gpu() instanceof GpuNeed.Whole whole)
                || !whole.nics()
                || host.gpus() == 0
                || host.nics().isEmpty()) {
            return 0;
        }
        int cards = 0;
        for (int served = 0; served < whole.gpus(); served += gpusBesideACard(host)) {
            cards++;
        }
        return cards;
    }

    /** The least number of GPUs by which all of them are shared out to no more cards than there are. */
    private static int gpusBesideACard(HostSpec host) {
        int beside = 1;
        while (beside < host.gpus()
                && (host.gpus() % beside > 0
                        || host.gpus() / beside > host.nics().orElse(0))) {
            beside++;
        }
        return beside;
    }

    private boolean couldRun(VmClass vm, HostSpec host) {
        boolean gpu = switch (vm.gpu()) {
            case GpuNeed.None none -> true;
            case GpuNeed.Whole whole ->
                host.gpus() >= whole.gpus()
                        && (whole.gpus() == 1
                                || whole.joining() == GpuNeed.Joining.ANY
                                || host.links().sizes().contains(whole.gpus())
                                || whole.joining() == GpuNeed.Joining.WHERE_LINKED
                                        && host.links().sizes().stream().allMatch(size -> size < whole.gpus()));
            case GpuNeed.Fraction share -> offers(host, share);
            case GpuNeed.Several several -> several.parts().stream().allMatch(part -> offers(host, part));
        };
        return gpu
                && host.labels().containsAll(vm.labels())
                && vm.vcpu() <= host.vcpu()
                && vm.memoryGib() <= host.usableMemoryGib()
                && (nics(vm, host) == 0 || host.nics().orElse(0) > 0);
    }

    private boolean offers(HostSpec host, GpuNeed.Fraction share) {
        return switch (share) {
            case GpuNeed.Mig mig -> names(host.geometry().flatMap(GpuGeometry::mig), mig.profile());
            case GpuNeed.TimeSliced vgpu ->
                host.geometry()
                        .filter(geometry ->
                                (mixes(geometry) && !vgpu.sameSizeOnly() && names(geometry.mixedSize(), vgpu.profile()))
                                        || ((vgpu.sameSizeOnly() || !mixesOnly(geometry))
                                                && names(geometry.equalSize(), vgpu.profile())))
                        .isPresent();
        };
    }

    private static boolean names(Optional<PartitionScheme> scheme, String profile) {
        return scheme.stream()
                .flatMap(table -> table.slices().stream())
                .anyMatch(slice -> slice.profile().equals(profile));
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(new Violation(Kind.BOUND, "The bound does not hold: " + otherwise + "."));
        }
    }
}
