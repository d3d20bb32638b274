package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.library.HandOverRecord;
import org.sizewright.library.Library;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.Header;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.result.OptionResult;

/** What all hand-over files are made from. */
record HandOverPlan(OptionResult live, String writtenBy, List<MachineKind> kinds) {
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
        return new HandOverPlan(live, writtenBy, List.copyOf(kinds));
    }

    private static GpuAccess access(OptionResult live, VmClass vmClass) {
        int count = vmClass.gpu().gpus();
        Optional<GpuShare> share = live.option().assignments().stream()
                .filter(assignment ->
                        assignment.workload().workload().id().value().equals(vmClass.id()))
                .map(assignment -> assignment.share())
                .findFirst();
        if (count == 0 || share.isEmpty()) {
            return new GpuAccess.None();
        }
        boolean shared = live.option().option().platform() != Option.Platform.BARE_METAL;
        return switch (share.get()) {
            case GpuShare.Whole whole ->
                shared && whole.fullType().isPresent()
                        ? new GpuAccess.Vgpus(Collections.nCopies(
                                count,
                                new GpuAccess.Vgpu(
                                        whole.fullType(), vmClass.gpu().profile())))
                        : new GpuAccess.Passthrough(count);
            case GpuShare.Shared parts -> shares(parts.parts(), shared);
        };
    }

    /** Without a hypervisor, MIG instances are what they are; vGPUs need one. */
    private static GpuAccess shares(List<GpuShare.Fraction> parts, boolean hypervisor) {
        if (!hypervisor && parts.stream().allMatch(GpuShare.Mig.class::isInstance)) {
            return new GpuAccess.MigInstances(
                    parts.stream().map(GpuShare.Fraction::profile).toList());
        }
        return new GpuAccess.Vgpus(parts.stream().map(HandOverPlan::vgpu).toList());
    }

    private static GpuAccess.Vgpu vgpu(GpuShare.Fraction part) {
        return switch (part) {
            case GpuShare.Mig mig -> new GpuAccess.Vgpu(mig.vgpuType(), mig.profile());
            case GpuShare.TimeSliced sliced -> new GpuAccess.Vgpu(Optional.of(sliced.type()), sliced.profile());
        };
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

    String vmName(String vmClass, int number) {
        return VmNames.of(plan(), vmClass, number);
    }

    boolean hasVgpus() {
        return kinds.stream().anyMatch(kind -> kind.access() instanceof GpuAccess.Vgpus);
    }

    boolean runsKubernetes() {
        return switch (platform()) {
            case OPENSHIFT, VSPHERE_KUBERNETES -> true;
            case VSPHERE, BARE_METAL -> false;
        };
    }

    /** Whether the hosts run ESXi; what OpenShift stands on, a plan does not say. */
    boolean runsEsxi() {
        return switch (platform()) {
            case VSPHERE, VSPHERE_KUBERNETES -> true;
            case OPENSHIFT, BARE_METAL -> false;
        };
    }

    /** The name that hypervisors show for a vGPU type; to be filled in where its prefix is not known. */
    String profileName(GpuAccess.Vgpu vgpu) {
        if (vgpu.type().isEmpty()) {
            return FillIn.of("vgpu-profile-for-MIG-" + vgpu.profile().replaceAll("[^A-Za-z0-9.-]", "-"));
        }
        String type = vgpu.type().get().key();
        String board = type.contains("-") ? type.substring(0, type.indexOf('-')) : type;
        return format("vgpu-profile")
                .flatMap(known -> known.find(board))
                .map(prefix -> prefix + type.toLowerCase(Locale.ROOT))
                .orElseGet(() -> FillIn.of("vgpu-profile-" + type.replaceAll("[^A-Za-z0-9.-]", "-")));
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
