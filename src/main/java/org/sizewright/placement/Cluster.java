package org.sizewright.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.Slice;

/** What all packing runs of one problem share: hosts, needs by number, and the moves on each kind of GPU. */
final class Cluster {
    final PlacementProblem problem;
    final List<HostSpec> hosts;
    private final List<GpuNeed> needs = new ArrayList<>();
    private final int[][] needsOfClass;
    private final Map<GpuGeometry, GpuMoves> movesByGeometry = new HashMap<>();
    private final List<Optional<GpuMoves>> movesOfHost = new ArrayList<>();
    private final Map<String, Integer> classNumbers = new HashMap<>();
    private final Map<OnHost, Boolean> together = new HashMap<>();

    private record OnHost(GpuNeed.Several need, HostSpec host) {}

    Cluster(PlacementProblem problem) {
        this.problem = problem;
        hosts = problem.hosts();
        List<VmClass> vms = problem.vms();
        needsOfClass = new int[vms.size()][];
        for (int i = 0; i < vms.size(); i++) {
            classNumbers.put(vms.get(i).id(), i);
            List<GpuNeed> shares = vms.get(i).gpu().shares();
            shares.stream().filter(share -> !needs.contains(share)).distinct().forEach(needs::add);
            needsOfClass[i] = shares.stream().mapToInt(needs::indexOf).toArray();
        }
        for (HostGroupSpec group : problem.groups()) {
            Optional<GpuMoves> moves = group.host()
                    .geometry()
                    .map(geometry -> movesByGeometry.computeIfAbsent(
                            geometry, key -> new GpuMoves(key, problem.policy().vgpuMode(), needs)));
            for (int i = 0; i < group.count(); i++) {
                movesOfHost.add(moves);
            }
        }
    }

    VmClass vm(int vmClass) {
        return problem.vms().get(vmClass);
    }

    int classNumber(String id) {
        return classNumbers.getOrDefault(id, -1);
    }

    /** Numbers of the shares of GPUs that a machine of the class takes. Never changed. */
    int[] needs(int vmClass) {
        return needsOfClass[vmClass];
    }

    GpuNeed need(int number) {
        return needs.get(number);
    }

    int needCount() {
        return needs.size();
    }

    Optional<GpuMoves> moves(int host) {
        return movesOfHost.get(host);
    }

    /** Whether one machine of the class could run on an empty host of this kind. */
    boolean canEverRun(int vmClass, HostSpec host) {
        return mightRun(vmClass, host) && carries(host, vm(vmClass).gpu());
    }

    /** The same, but for whether the GPUs of one host are enough for several shares together. */
    boolean mightRun(int vmClass, HostSpec host) {
        VmClass vm = vm(vmClass);
        return host.labels().containsAll(vm.labels())
                && vm.vcpu() <= host.vcpu()
                && vm.memoryGib() <= host.usableMemoryGib()
                && host.nicsOf(vm.gpu()) <= host.countedNics()
                && offers(host, vm.gpu());
    }

    /** Whether the GPUs of the host can carry each share of the need. */
    boolean offers(HostSpec host, GpuNeed need) {
        return switch (need) {
            case GpuNeed.None none -> true;
            case GpuNeed.Whole whole ->
                whole.gpus() <= host.gpus() && host.links().allows(whole);
            case GpuNeed.Fraction fraction -> offersSlice(host, fraction);
            case GpuNeed.Several several -> several.parts().stream().allMatch(part -> offersSlice(host, part));
        };
    }

    /** Whether the GPUs of an empty host, which offer each share, can carry all shares of the need together. */
    private boolean carries(HostSpec host, GpuNeed need) {
        return !(need instanceof GpuNeed.Several several)
                || together.computeIfAbsent(
                        new OnHost(several, host),
                        key -> SharesOnHost.fit(host, problem.policy().vgpuMode(), several));
    }

    /** Share of one GPU that a need takes, on the first host that offers it; whole GPUs count as they are. */
    double gpuShare(GpuNeed need) {
        return switch (need) {
            case GpuNeed.None none -> 0;
            case GpuNeed.Whole whole -> whole.gpus();
            case GpuNeed.Fraction fraction -> sliceShare(fraction);
            case GpuNeed.Several several ->
                several.parts().stream().mapToDouble(this::sliceShare).sum();
        };
    }

    private double sliceShare(GpuNeed need) {
        for (HostGroupSpec group : problem.groups()) {
            for (var scheme : group.host().geometry().stream()
                    .flatMap(geometry ->
                            GpuMoves.schemes(geometry, problem.policy().vgpuMode(), need, true).stream())
                    .toList()) {
                Slice slice = scheme.slice(need.profile()).orElseThrow();
                return (double) slice.size() / scheme.units();
            }
        }
        return 0;
    }

    private boolean offersSlice(HostSpec host, GpuNeed need) {
        return host.geometry().stream()
                .anyMatch(
                        geometry -> !GpuMoves.schemes(geometry, problem.policy().vgpuMode(), need, false)
                                .isEmpty());
    }
}
