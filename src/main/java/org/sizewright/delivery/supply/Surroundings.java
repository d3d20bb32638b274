package org.sizewright.delivery.supply;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.delivery.machine.GpuDevices;
import org.sizewright.library.Library;
import org.sizewright.library.SupplyRecord;
import org.sizewright.library.SupplyRecord.On;
import org.sizewright.library.SupplyRecord.Part.Kind;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.setting.Choices.LicenceService;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.LicenceSettings;
import org.sizewright.plan.setting.NetworkSettings;
import org.sizewright.plan.setting.Picked;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;
import org.sizewright.plan.setting.Software;
import org.sizewright.plan.setting.UseSettings;
import org.sizewright.result.OptionResult;

/** An option as far as it decides on what is fetched and served. */
record Surroundings(OptionResult result) {
    /** The source that describes the GPU Operator in one version. */
    private static final String GPU_OPERATOR = "GPUOP267";

    Plan plan() {
        return result.plan().plan();
    }

    Library library() {
        return result.plan().library();
    }

    Option.Platform platform() {
        return result.option().option().platform();
    }

    On on() {
        return switch (platform()) {
            case VSPHERE -> On.VSPHERE;
            case OPENSHIFT -> On.OPENSHIFT;
            case VSPHERE_KUBERNETES -> On.VSPHERE_KUBERNETES;
            case BARE_METAL -> On.BARE_METAL;
        };
    }

    boolean airGapped() {
        return plan().site().isAirGapped();
    }

    Settings settings() {
        return result.option().option().setup().platform();
    }

    <T> Optional<T> get(Setting<T> setting) {
        return settings().get(setting);
    }

    /** What is stated of the machines of a workload. */
    Settings machines(ResolvedAssignment assignment) {
        return result.option()
                .option()
                .setup()
                .of(assignment.workload().workload().id());
    }

    List<ResolvedAssignment> assignments() {
        return result.option().assignments();
    }

    /** Whether the hosts run ESXi; what OpenShift stands on has to be stated. */
    boolean runsEsxi() {
        return result.option().option().isOnVsphere();
    }

    /** Whether the workloads run in Kubernetes; on bare metal unless it is stated that they do not. */
    boolean kubernetes() {
        return platform() == Option.Platform.BARE_METAL
                ? get(KubernetesSettings.KUBERNETES).orElse(true)
                : result.option().option().runsKubernetes();
    }

    boolean usesVgpus() {
        return assignments().stream().anyMatch(this::hasVgpus);
    }

    /** Whether some machines have whole GPUs as they are, or MIG instances without a hypervisor. */
    boolean usesWhole() {
        return assignments().stream().anyMatch(each -> hasGpus(each) && !hasVgpus(each));
    }

    private boolean hasGpus(ResolvedAssignment assignment) {
        return classes(assignment).anyMatch(vms -> vms.gpu().gpus() > 0);
    }

    boolean hasVgpus(ResolvedAssignment assignment) {
        return hasGpus(assignment) && GpuDevices.of(result.option().option(), assignment) instanceof GpuDevices.Vgpus;
    }

    /** Machines of a workload that there are any of. */
    Stream<VmClass> classes(ResolvedAssignment assignment) {
        String id = assignment.workload().workload().id().value();
        return result.placements().stream()
                .flatMap(placed -> placed.whole().vms().stream())
                .filter(vms -> vms.count() > 0 && VmClass.workloadOf(vms.id()).equals(id));
    }

    List<Software> ticked(ResolvedAssignment assignment) {
        return machines(assignment)
                .get(UseSettings.SOFTWARE)
                .map(Picked::values)
                .orElse(List.of());
    }

    boolean ticks(Software software) {
        return assignments().stream().anyMatch(each -> ticked(each).contains(software));
    }

    boolean usesRdma() {
        return assignments().stream()
                .anyMatch(each -> each.assignment().devices().rdma());
    }

    /** Whether a workload runs containers in its machines, stated or since what is ticked comes as an image. */
    boolean runsContainers(ResolvedAssignment assignment) {
        Settings machines = machines(assignment);
        return machines.isYes(UseSettings.CONTAINERS)
                || machines.isYes(UseSettings.NIM)
                || ticked(assignment).stream()
                        .flatMap(each -> library().software(each.record()).stream())
                        .flatMap(each -> each.parts().stream())
                        .anyMatch(part -> part.kind() == Kind.IMAGE);
    }

    boolean containersSomewhere() {
        return kubernetes() || assignments().stream().anyMatch(this::runsContainers);
    }

    boolean finds() {
        return assignments().stream().anyMatch(each -> each.workload() instanceof ResolvedWorkload.Search);
    }

    /** Who hands out licences: as stated, else as the site lets expect; empty where nothing asks for one. */
    Optional<LicenceService> licenceService() {
        Optional<LicenceService> usual =
                usesVgpus() ? Optional.of(airGapped() ? LicenceService.DLS : LicenceService.CLS) : Optional.empty();
        return get(LicenceSettings.LICENCE_SERVICE).or(() -> usual);
    }

    /** The version of a part; empty where the plan states another version of the operator than the sources describe. */
    Optional<String> version(SupplyRecord.Software software, SupplyRecord.Part part) {
        Optional<String> stated = get(KubernetesSettings.GPU_OPERATOR).map(release -> release.text());
        boolean other = software.group() == SupplyRecord.Group.OPERATORS
                && software.sources().contains(GPU_OPERATOR)
                && stated.isPresent()
                && !stated.equals(library().handOverFormat("gpu-operator").map(format -> format.version()));
        return !other
                ? part.version()
                : part.name().equals("gpu-operator") ? stated.map("v"::concat) : Optional.empty();
    }

    boolean storageDirect() {
        return settings().isYes(NetworkSettings.GPUDIRECT_STORAGE);
    }
}
