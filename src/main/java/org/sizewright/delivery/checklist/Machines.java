package org.sizewright.delivery.checklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.VmDevices;
import org.sizewright.plan.Workload;
import org.sizewright.plan.setting.HostChoices.GuestOs;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.Settings;
import org.sizewright.rules.VmSettings;

/**
 * The machines of a workload as steps see them.
 *
 * @param esxi whether they run on ESXi
 * @param vm what they are set to on vSphere; empty elsewhere
 * @param count how many
 */
record Machines(ResolvedAssignment assignment, Settings settings, boolean esxi, Optional<VmSettings> vm, int count) {
    Workload workload() {
        return assignment.workload().workload();
    }

    boolean isVgpu() {
        return esxi && assignment.access() == GpuAccess.VGPU;
    }

    boolean isDynamic() {
        return esxi && assignment.access() == GpuAccess.DYNAMIC_DIRECTPATH;
    }

    boolean isStatic() {
        return esxi && assignment.access() == GpuAccess.DIRECTPATH;
    }

    boolean isPassthrough() {
        return isDynamic() || isStatic();
    }

    List<GpuShare.Fraction> parts() {
        return assignment.share() instanceof GpuShare.Shared shared ? shared.parts() : List.of();
    }

    boolean isMig() {
        return parts().stream().anyMatch(GpuShare.Mig.class::isInstance);
    }

    boolean isTimeSliced() {
        return parts().stream().anyMatch(GpuShare.TimeSliced.class::isInstance);
    }

    /** Whether they may lie beside another size: which GPUs run so is in the value of the step. */
    boolean mixesSizes() {
        return isTimeSliced() && assignment.cluster().cluster().vgpuMode() != Cluster.VgpuMode.SAME_SIZE;
    }

    int wholeGpus() {
        return assignment.share() instanceof GpuShare.Whole whole ? whole.gpus() : 0;
    }

    boolean isDeviceGroup() {
        return wholeGpus() > 1 && assignment.assignment().devices().joined() != VmDevices.Joined.NO;
    }

    boolean isRdma() {
        return assignment.assignment().devices().rdma();
    }

    /** Whether it takes more than half of a socket of these hosts. */
    boolean isWide(Hosts hosts) {
        return workload().vm().vcpu() * 2 > hosts.group().coresPerSocket();
    }

    boolean isWindows() {
        return settings.get(MachineSettings.GUEST_OS)
                .map(guest -> guest == GuestOs.WINDOWS_SERVER || guest == GuestOs.WINDOWS_CLIENT)
                .orElse(false);
    }

    /** Whether a window for devices has to be set. */
    boolean needsWindow() {
        return vm.map(settings -> settings.mmioGb() > 0).orElse(false);
    }

    /** What of the GPUs one of them has, such as {@code 2 x H100-80C}. */
    Optional<String> profile() {
        return switch (assignment.share()) {
            case GpuShare.Whole whole -> Optional.of(whole(whole));
            case GpuShare.Shared shared -> shares(shared.parts());
        };
    }

    private String whole(GpuShare.Whole whole) {
        String gpus = whole.gpus() == 1 ? "1 whole GPU" : whole.gpus() + " whole GPUs";
        return isVgpu()
                ? whole.fullType()
                        .map(type -> counted(whole.gpus(), type.name().value()))
                        .orElse(gpus)
                : gpus;
    }

    private Optional<String> shares(List<GpuShare.Fraction> parts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        parts.forEach(part -> counts.merge(name(part), 1, Integer::sum));
        return Optional.of(counts.entrySet().stream()
                        .map(entry -> counted(entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining(" + ")))
                .filter(words -> !words.isEmpty());
    }

    private String name(GpuShare.Fraction part) {
        return switch (part) {
            case GpuShare.Mig mig ->
                esxi
                        ? mig.vgpuType()
                                .map(VgpuType::name)
                                .map(type -> type.value())
                                .orElse(mig.profile())
                        : mig.profile();
            case GpuShare.TimeSliced sliced -> sliced.profile();
        };
    }

    private static String counted(int number, String name) {
        return number == 1 ? name : number + " x " + name;
    }
}
