package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.placement.LowerBound.GpuCount;
import org.sizewright.placement.LowerBound.GpuTerm;
import org.sizewright.placement.LowerBound.HostWeights;
import org.sizewright.placement.LowerBound.Resource;
import org.sizewright.plan.Survival;

/**
 * Lower bounds on the hosts of one group. Two demands are bounded: all machines in normal operation, and those that must
 * restart when hosts of this group fail: what is left after the failures must still hold them, so their bound grows by the
 * number of failures.
 */
final class HostBounds {
    private final PlacementProblem problem;
    private final Cluster cluster;
    private final int group;
    private final HostSpec host;

    private HostBounds(PlacementProblem problem, int group) {
        this.problem = problem;
        this.group = group;
        cluster = new Cluster(problem);
        host = problem.groups().get(group).host();
    }

    /** All bounds, the strongest first. */
    static List<LowerBound> of(PlacementProblem problem, int group) {
        HostBounds bounds = new HostBounds(problem, group);
        List<LowerBound> found = new ArrayList<>();
        bounds.add(found, 0, vm -> true);
        int failures = problem.policy().failures();
        if (failures > 0) {
            bounds.add(found, failures, vm -> vm.survival() == Survival.MUST_RESTART);
        }
        boolean alone = IntStream.range(0, problem.groups().size())
                .allMatch(other -> other == group || problem.groups().get(other).count() == 0);
        if (failures > 0 && alone) {
            List<VmClass> staying = problem.vms().stream()
                    .filter(vm -> vm.count() > 0 && vm.survival() != Survival.MAY_BE_EVICTED)
                    .toList();
            for (Resource resource : Resource.values()) {
                bounds.hostWeights(resource, staying, 0).stream()
                        .flatMap(bound -> bounds.survivors(bound, failures).stream())
                        .forEach(found::add);
            }
        }
        found.sort(Comparator.comparingInt(LowerBound::hosts).reversed());
        found.add(new LowerBound.Nothing());
        return found;
    }

    private void add(List<LowerBound> found, int failures, Predicate<VmClass> counted) {
        List<VmClass> vms = problem.vms().stream()
                .filter(vm -> vm.count() > 0)
                .filter(counted)
                .toList();
        List<VmClass> onlyHere = vms.stream().filter(vm -> !runsElsewhere(vm)).toList();
        for (Resource resource : Resource.values()) {
            hostWeights(resource, vms, failures).forEach(found::add);
            if (onlyHere.size() < vms.size()) {
                hostWeights(resource, onlyHere, failures).forEach(found::add);
            }
        }
        Optional<GpuGeometry> geometry = host.geometry();
        if (geometry.isPresent()) {
            gpuCount(geometry.get(), onlyHere, failures).ifPresent(found::add);
            List<VmClass> here = vms.stream()
                    .filter(vm ->
                            others(vm).allMatch(other -> other.host().geometry().equals(geometry)))
                    .toList();
            if (here.size() > onlyHere.size()) {
                gpuCount(geometry.get(), here, failures).ifPresent(found::add);
            }
        }
    }

    /** By amount, and by number of machines that take at least so much. */
    private List<LowerBound> hostWeights(Resource resource, List<VmClass> vms, int failures) {
        ToIntFunction<VmClass> amount = amount(resource);
        int capacity = capacity(resource, host);
        Map<Integer, Map<String, Integer>> byThreshold = new TreeMap<>();
        Map<String, Integer> amounts = new HashMap<>();
        for (VmClass vm : vms) {
            if (amount.applyAsInt(vm) > 0) {
                amounts.put(vm.id(), amount.applyAsInt(vm));
            }
        }
        List<LowerBound> bounds = new ArrayList<>();
        if (amounts.isEmpty() || capacity == 0) {
            return bounds;
        }
        hostBound(resource, amounts, capacity, failures, "").ifPresent(bounds::add);
        for (int threshold : new TreeSet<>(amounts.values())) {
            if (threshold > capacity) {
                continue;
            }
            Map<String, Integer> ones = byThreshold.computeIfAbsent(threshold, key -> new HashMap<>());
            amounts.forEach((id, value) -> {
                if (value >= threshold) {
                    ones.put(id, 1);
                }
            });
            hostBound(
                            resource,
                            ones,
                            capacity / threshold,
                            failures,
                            " machines of " + threshold + " " + resource.words() + " or more")
                    .ifPresent(bounds::add);
        }
        return bounds;
    }

    private Optional<LowerBound> hostBound(
            Resource resource, Map<String, Integer> weights, long perHost, int failures, String what) {
        long sum = 0;
        for (VmClass vm : problem.vms()) {
            sum += (long) vm.count() * weights.getOrDefault(vm.id(), 0);
        }
        long elsewhere = 0;
        for (int i = 0; i < problem.groups().size(); i++) {
            HostGroupSpec other = problem.groups().get(i);
            if (i != group
                    && weights.keySet().stream()
                            .anyMatch(id -> cluster.mightRun(cluster.classNumber(id), other.host()))) {
                // cards are shared out otherwise there, but never are there more of them in use than GPUs
                long capacity = resource == Resource.NICS ? other.host().gpus() : capacity(resource, other.host());
                int smallest = weights.keySet().stream()
                        .mapToInt(id -> amount(resource).applyAsInt(problem.vm(id)))
                        .min()
                        .orElse(1);
                elsewhere += other.count() * (what.isEmpty() ? capacity : capacity / smallest);
            }
        }
        if (sum <= elsewhere) {
            return Optional.empty();
        }
        int hosts = Math.toIntExact(Math.ceilDiv(sum - elsewhere, perHost)) + failures;
        String words =
                "The demand" + must(failures) + " is " + number(sum) + (what.isEmpty() ? " " + resource.words() : what)
                        + (elsewhere > 0 ? ", of which the other hosts carry " + number(elsewhere) + " at most" : "")
                        + "; one host carries " + number(perHost) + ". Perfectly packed it fills "
                        + decimals((double) (sum - elsewhere) / perHost) + " hosts" + plus(failures) + ".";
        return Optional.of(new HostWeights(resource, weights, perHost, elsewhere, failures, hosts, words));
    }

    /** The same weights, averaged over what each failure leaves; none where nothing must restart, or everything must. */
    private Optional<LowerBound> survivors(LowerBound bound, int failures) {
        if (!(bound instanceof HostWeights weights)) {
            return Optional.empty();
        }
        long must = 0;
        long stay = 0;
        for (VmClass vm : problem.vms()) {
            long weight = (long) vm.count() * weights.weights().getOrDefault(vm.id(), 0);
            must += vm.survival() == Survival.MUST_RESTART ? weight : 0;
            stay += vm.survival() == Survival.MAY_STAY_DOWN ? weight : 0;
        }
        if (must == 0 || stay == 0) {
            return Optional.empty();
        }
        int hosts = failures + 1;
        while (!LowerBound.Survivors.isPossible(must, stay, weights.perHost(), failures, hosts)) {
            hosts++;
        }
        String words = "What must restart weighs " + number(must) + " in "
                + weights.resource().words()
                + ", what may stay down but not be stopped " + number(stay) + "; one host carries "
                + number(weights.perHost()) + ". Averaged over all failures of "
                + (failures == 1 ? "one of " : failures + " of ") + (hosts - 1)
                + " hosts, those that are left cannot hold what must restart and what runs on them.";
        return Optional.of(new LowerBound.Survivors(
                weights.resource(), weights.weights(), weights.perHost(), failures, hosts, words));
    }

    private Optional<LowerBound> gpuCount(GpuGeometry geometry, List<VmClass> vms, int failures) {
        long whole = 0;
        Map<String, Long> mig = new TreeMap<>();
        Map<String, Long> vgpu = new TreeMap<>();
        TreeSet<String> classes = new TreeSet<>();
        long elsewhere = 0;
        for (VmClass vm : vms) {
            for (GpuNeed share : vm.gpu().shares()) {
                if (share instanceof GpuNeed.Mig need) {
                    mig.merge(need.profile(), (long) vm.count(), Long::sum);
                } else if (share instanceof GpuNeed.TimeSliced need) {
                    vgpu.merge(need.profile(), (long) vm.count(), Long::sum);
                } else {
                    whole += vm.count();
                }
                classes.add(vm.id());
            }
        }
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < problem.groups().size(); i++) {
            HostGroupSpec other = problem.groups().get(i);
            if (i != group
                    && vms.stream().anyMatch(vm -> cluster.mightRun(cluster.classNumber(vm.id()), other.host()))) {
                elsewhere += (long) other.count() * other.host().gpus();
            }
        }
        GpuBounds bounds = new GpuBounds(geometry, vgpuMode());
        List<GpuTerm> terms = new ArrayList<>(bounds.timeSliced(vgpu));
        bounds.mig(mig).ifPresent(terms::add);
        long gpus = whole + terms.stream().mapToLong(GpuTerm::gpus).sum();
        if (gpus <= elsewhere) {
            return Optional.empty();
        }
        int hosts = Math.toIntExact(Math.ceilDiv(gpus - elsewhere, host.gpus())) + failures;
        List<String> parts = new ArrayList<>();
        if (whole > 0) {
            parts.add(number(whole) + " whole");
        }
        for (GpuTerm term : terms) {
            parts.add(number(term.gpus()) + " for "
                    + String.join(", ", new TreeSet<>(term.weights().keySet())));
        }
        String words = "The demand" + must(failures) + " needs at least " + number(gpus) + " GPUs ("
                + String.join("; ", parts) + ")"
                + (elsewhere > 0 ? ", of which the other hosts have " + number(elsewhere) : "")
                + "; one host has " + host.gpus() + ". Perfectly packed it fills "
                + decimals((double) (gpus - elsewhere) / host.gpus()) + " hosts" + plus(failures) + ".";
        return Optional.of(new GpuCount(classes, whole, terms, elsewhere, failures, hosts, words));
    }

    private boolean runsElsewhere(VmClass vm) {
        return others(vm).findAny().isPresent();
    }

    /** The other groups on which a machine of the class could run. */
    private Stream<HostGroupSpec> others(VmClass vm) {
        return IntStream.range(0, problem.groups().size())
                .filter(i -> i != group)
                .mapToObj(problem.groups()::get)
                .filter(other -> other.count() > 0 && cluster.mightRun(cluster.classNumber(vm.id()), other.host()));
    }

    /** The last host of the group to which a machine is pinned; empty if there is none. */
    static Optional<LowerBound> pinned(PlacementProblem problem, int group) {
        int first = problem.firstHost(group);
        int end = first + problem.groups().get(group).count();
        return Pinning.of(problem).kept().stream()
                .filter(vm -> vm.host() >= first && vm.host() < end)
                .max(Comparator.comparingInt(PlacedVm::host))
                .map(vm -> new LowerBound.PinnedHost(
                        vm.host() - first + 1,
                        vm.vmClass() + " " + vm.number() + " is pinned to host " + (vm.host() - first + 1)
                                + ", which must be there."));
    }

    private ToIntFunction<VmClass> amount(Resource resource) {
        return switch (resource) {
            case VCPU -> VmClass::vcpu;
            case MEMORY_GIB -> VmClass::memoryGib;
            case WHOLE_GPUS -> vm -> vm.gpu() instanceof GpuNeed.Whole whole ? whole.gpus() : 0;
            case NICS -> vm -> host.nicsOf(vm.gpu());
        };
    }

    private static int capacity(Resource resource, HostSpec host) {
        return switch (resource) {
            case VCPU -> host.vcpu();
            case MEMORY_GIB -> host.usableMemoryGib();
            case WHOLE_GPUS -> host.gpus();
            case NICS -> host.countedNics();
        };
    }

    private static String must(int failures) {
        return failures > 0 ? " that must restart" : "";
    }

    private static String plus(int failures) {
        return switch (failures) {
            case 0 -> "";
            case 1 -> ", and one more must be able to fail";
            default -> ", and " + failures + " more must be able to fail";
        };
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Where GPUs are to run at mixed size, those of machines that insist on one size do not: the bound allows both. */
    private Policy.VgpuMode vgpuMode() {
        boolean insists = problem.vms().stream()
                .flatMap(vm -> vm.gpu().shares().stream())
                .anyMatch(part -> part instanceof GpuNeed.TimeSliced vgpu && vgpu.sameSizeOnly());
        Policy.VgpuMode mode = problem.policy().vgpuMode();
        return insists && mode == Policy.VgpuMode.MIXED_SIZE ? Policy.VgpuMode.PER_GPU : mode;
    }
}
