package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.delivery.machine.GpuDevices;
import org.sizewright.delivery.machine.MachineSetup;
import org.sizewright.library.FormInRelease;
import org.sizewright.library.HandOverRecord;
import org.sizewright.library.Library;
import org.sizewright.library.VgpuType;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Header;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.NetworkSettings;
import org.sizewright.plan.setting.Release;
import org.sizewright.result.OptionResult;

/** What all hand-over files are made from. */
record HandOverPlan(OptionResult live, String writtenBy, List<MachineKind> kinds, List<MachineSetup> setups) {
    static HandOverPlan of(OptionResult live, String writtenBy) {
        List<MachineKind> kinds = new ArrayList<>();
        for (ClusterPlacement placed : live.placements()) {
            for (VmClass vmClass : placed.whole().vms()) {
                if (vmClass.count() > 0) {
                    String workload = VmNames.workload(live.plan().plan(), vmClass.id());
                    kinds.add(new MachineKind(
                            placed, vmClass, workload, DnsName.of(workload, vmClass.id()), access(live, vmClass)));
                }
            }
        }
        return new HandOverPlan(live, writtenBy, List.copyOf(kinds), MachineSetup.of(live));
    }

    private static GpuDevices access(OptionResult live, VmClass vmClass) {
        return vmClass.gpu().gpus() == 0
                ? new GpuDevices.None()
                : live.option().assignments().stream()
                        .filter(assignment ->
                                assignment.workload().workload().id().value().equals(vmClass.id()))
                        .findFirst()
                        .map(assignment -> GpuDevices.of(live.option().option(), assignment))
                        .orElseGet(GpuDevices.None::new);
    }

    Plan plan() {
        return live.plan().plan();
    }

    Library library() {
        return live.plan().library();
    }

    Option.Platform platform() {
        return live.option().option().platform();
    }

    Optional<HandOverRecord.Format> format(String id) {
        return library().handOverFormat(id);
    }

    /** The form of a file of the GPU Operator, in the version that is stated. */
    Optional<FormInRelease> operator(String id) {
        return FormInRelease.of(
                library(),
                id,
                live.option()
                        .option()
                        .setup()
                        .platform()
                        .get(KubernetesSettings.GPU_OPERATOR)
                        .map(Release::text));
    }

    String vmName(String vmClass, int number) {
        return VmNames.of(plan(), vmClass, number);
    }

    boolean hasVgpus() {
        return kinds.stream().anyMatch(kind -> kind.access() instanceof GpuDevices.Vgpus);
    }

    boolean isAirGapped() {
        return plan().site().isAirGapped();
    }

    /** Whether the machines of a workload talk by GPUDirect RDMA. */
    boolean wantsRdma() {
        return live.option().assignments().stream()
                .anyMatch(assignment -> assignment.assignment().devices().rdma());
    }

    /** Whether GPUs read from storage directly. */
    boolean wantsDirectStorage() {
        return live.option().option().setup().platform().isYes(NetworkSettings.GPUDIRECT_STORAGE);
    }

    boolean runsKubernetes() {
        return switch (platform()) {
            case OPENSHIFT, VSPHERE_KUBERNETES -> true;
            case VSPHERE, BARE_METAL -> false;
        };
    }

    /** Whether the hosts run ESXi, as far as that is stated. */
    boolean runsEsxi() {
        return live.option().option().isOnVsphere();
    }

    /** The name that hypervisors show for a vGPU type; to be filled in where its prefix is not known. */
    String profileName(GpuDevices.Vgpu vgpu) {
        return vgpu.listedName(library())
                .orElseGet(() -> FillIn.of("vgpu-profile-"
                        + vgpu.type()
                                .map(VgpuType::key)
                                .orElse("for-MIG-" + vgpu.profile())
                                .replaceAll("[^A-Za-z0-9.-]", "-")));
    }

    /** How the machines of a workload are set up; empty where they do not run on vSphere. */
    Optional<MachineSetup> setup(MachineKind kind) {
        return setups.stream()
                .filter(setup -> setup.workload().value().equals(kind.vmClass().id()))
                .findFirst();
    }

    /** A file of YAML documents with its heading. */
    HandOverFile yaml(
            String path, String purpose, HandOverRecord.Format format, List<String> remarks, List<Yaml> documents) {
        return commented(path, purpose, format, remarks, YamlWriter.write("", documents));
    }

    /** A file in which lines that begin with {@code #} are comments. */
    HandOverFile commented(
            String path, String purpose, HandOverRecord.Format format, List<String> remarks, String body) {
        List<String> all = new ArrayList<>(remarks);
        FillIn.in(body).forEach(value -> all.add("Fill in by hand: " + value + "."));
        StringBuilder text = new StringBuilder();
        heading(purpose, format).forEach(line -> comment(text, line));
        all.forEach(line -> comment(text, line));
        return new HandOverFile(path, purpose, format.tool(), format.version(), text + body, all);
    }

    /** A file whose form has no comments. */
    HandOverFile plain(String path, String purpose, HandOverRecord.Format format, List<String> remarks, String body) {
        return new HandOverFile(path, purpose, format.tool(), format.version(), body, remarks);
    }

    /** What stands above every file: what it is, of which plan, and by what it was made. */
    private List<String> heading(String purpose, HandOverRecord.Format format) {
        return List.of(
                purpose,
                "For: " + format.tool() + ", " + format.version(),
                planLine(),
                "Computed by " + writtenBy + "; a new hand-over of the plan writes this file again.");
    }

    String planLine() {
        Header header = plan().header();
        return "Plan: " + header.title() + (header.customer().isBlank() ? "" : ", " + header.customer()) + ", revision "
                + header.revision() + " of " + header.referenceDate() + "; option "
                + live.option().option().name() + " (" + platform().title() + ")";
    }

    private static void comment(StringBuilder text, String line) {
        text.append("# ")
                .append(line.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " "))
                .append('\n');
    }
}
