package org.sizewright.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;

/**
 * The figures of a placement.
 *
 * @param gpusUsed GPUs that carry something
 * @param gpusFree untouched GPUs on hosts that carry something
 * @param gpusSpare untouched GPUs on empty hosts
 * @param strandedGib frame buffer in GiB on used GPUs that none of the problem's profiles can use any more
 * @param openGib free frame buffer in GiB on used GPUs that some profile of the problem can still use
 * @param gpus every used GPU, by host and number
 * @param vmsByHost machines on each host, by host number
 */
public record PlacementFigures(
        int gpusUsed,
        int gpusFree,
        int gpusSpare,
        double strandedGib,
        double openGib,
        List<UsedGpu> gpus,
        List<Integer> vmsByHost) {
    /**
     * One used GPU.
     *
     * @param host number of its host
     * @param gpu its number on the host
     * @param layout what lies where on it
     * @param strandedGib GiB that no profile of the problem can use any more
     * @param openGib GiB that some profile can still use
     */
    public record UsedGpu(int host, int gpu, GpuLayout layout, double strandedGib, double openGib) {}

    public PlacementFigures {
        gpus = List.copyOf(gpus);
        vmsByHost = List.copyOf(vmsByHost);
    }

    /** Hosts that carry a machine. */
    public int hostsInUse() {
        return (int) vmsByHost.stream().filter(vms -> vms > 0).count();
    }

    /** Counts a placement that the checker accepts. */
    public static PlacementFigures of(PlacementProblem problem, Placement placement) {
        List<HostSpec> hosts = problem.hosts();
        int[] vms = new int[hosts.size()];
        List<Map<Integer, GpuLayout>> layouts = new ArrayList<>();
        hosts.forEach(host -> layouts.add(new HashMap<>()));
        for (PlacedVm vm : placement.placed()) {
            vms[vm.host()]++;
            for (GpuSlot slot : vm.gpus()) {
                layouts.get(vm.host()).compute(slot.gpu(), (gpu, old) -> {
                    GpuLayout before = old == null ? GpuLayout.empty(scheme(hosts.get(vm.host()), slot.mode())) : old;
                    return before.place(slot.profile(), slot.start());
                });
            }
        }
        Map<PartitionMode, Set<String>> wanted =
                GpuNeed.profiles(problem.vms().stream().map(VmClass::gpu).toList());
        List<UsedGpu> used = new ArrayList<>();
        int free = 0;
        int spare = 0;
        double strandedGib = 0;
        double openGib = 0;
        for (int host = 0; host < hosts.size(); host++) {
            int untouched = hosts.get(host).gpus() - layouts.get(host).size();
            if (vms[host] == 0) {
                spare += untouched;
            } else {
                free += untouched;
            }
            for (int gpu = 0; gpu < hosts.get(host).gpus(); gpu++) {
                GpuLayout layout = layouts.get(host).get(gpu);
                if (layout != null) {
                    GpuGeometry geometry = hosts.get(host).geometry().orElseThrow();
                    PartitionScheme scheme = layout.scheme();
                    int stranded = layout.stranded(wanted.getOrDefault(scheme.mode(), Set.of()));
                    UsedGpu one = new UsedGpu(
                            host,
                            gpu,
                            layout,
                            geometry.gib(scheme, stranded),
                            geometry.gib(scheme, layout.freeUnits() - stranded));
                    strandedGib += one.strandedGib();
                    openGib += one.openGib();
                    used.add(one);
                }
            }
        }
        List<Integer> vmsByHost = new ArrayList<>();
        for (int count : vms) {
            vmsByHost.add(count);
        }
        return new PlacementFigures(used.size(), free, spare, strandedGib, openGib, used, vmsByHost);
    }

    private static PartitionScheme scheme(HostSpec host, PartitionMode mode) {
        return host.geometry().flatMap(geometry -> geometry.scheme(mode)).orElseThrow();
    }
}
