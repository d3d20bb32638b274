package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sizewright.library.FormInRelease;
import org.sizewright.library.HandOverRecord;
import org.sizewright.plan.Option;

/** Decides which files a plan gets, and says why the others are left out. */
final class HandOverFiles {
    private static final String OWN_OBJECTS = "OpenShift installs it by its own objects, which are written instead.";

    private final HandOverPlan plan;
    private final List<HandOverFile> files = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    HandOverFiles(HandOverPlan plan) {
        this.plan = plan;
    }

    HandOver collect() {
        summary();
        mig();
        vmClasses();
        vmx();
        esxi();
        firewall();
        gpuOperator();
        networkOperator();
        cluster();
        openShift();
        files.add(0, Readme.of(plan, files, leftOut));
        return new HandOver(files, leftOut);
    }

    /** With the form of the file, where the library has it. */
    private void with(String id, String name, Function<HandOverRecord.Format, List<HandOverFile>> writer) {
        plan.format(id)
                .ifPresentOrElse(
                        format -> files.addAll(writer.apply(format)),
                        () -> skip(name, "The library has no record \"" + id + "\" of this format."));
    }

    /** With the form of a file of the GPU Operator, in the version that is stated. */
    private void withOperator(String id, String name, Function<FormInRelease, List<HandOverFile>> writer) {
        plan.operator(id)
                .ifPresentOrElse(
                        form -> files.addAll(writer.apply(form)),
                        () -> skip(name, "The library has no record \"" + id + "\" of this format."));
    }

    /** That the files of the GPU Operator are written for another version than the stated one. */
    private void versionOfOperator(String id) {
        plan.operator(id)
                .ifPresent(form -> form.unread()
                        .ifPresent(stated -> skip(
                                "Files for GPU Operator " + stated,
                                "Its fields were not read: the files are written for " + form.release()
                                        + ". State a version whose fields are known, or hold them against those of "
                                        + stated + ".")));
    }

    private void skip(String name, String reason) {
        leftOut.add(new LeftOut(name, reason));
    }

    private void summary() {
        with("plan-summary", "Plan summary", format -> List.of(PlanSummaryJson.of(plan, format)));
    }

    private void mig() {
        List<MigLayouts.Layout> layouts = MigLayouts.of(plan);
        if (layouts.isEmpty()) {
            skip("MIG configuration", "No machine of this option has a place on a MIG instance.");
        } else {
            with("mig-parted", "MIG configuration", format -> List.of(MigPartedFile.of(plan, format, layouts)));
        }
    }

    private void vmClasses() {
        if (!plan.runsEsxi()) {
            skip("VM classes", "They belong to vSphere; this option runs on " + platform() + ".");
        } else if (plan.kinds().isEmpty()) {
            skip("VM classes", "This option has no machines.");
        } else {
            with("vm-class", "VM classes", format -> List.of(VmClassFile.of(plan, format)));
        }
    }

    private void vmx() {
        if (!plan.runsEsxi()) {
            skip("Advanced settings of machines", "They belong to vSphere; this option runs on " + platform() + ".");
        } else if (plan.kinds().stream().noneMatch(kind -> kind.access().count() > 0)) {
            skip("Advanced settings of machines", "No machine of this option has a GPU.");
        } else {
            with("vmx", "Advanced settings of machines", format -> VmxFiles.of(plan, format));
        }
    }

    private void esxi() {
        if (!plan.runsEsxi()) {
            skip(
                    "Commands for ESXi hosts",
                    "This option runs on " + platform() + ", or the plan does not say what is below it.");
        } else {
            with("esxi", "Commands for ESXi hosts", format -> new EsxiCommands(plan, format).files());
        }
    }

    private void firewall() {
        with("firewall", "Firewall table", format -> List.of(FirewallTable.of(plan, format)));
    }

    private void gpuOperator() {
        String name = "Helm values of the GPU Operator";
        switch (plan.platform()) {
            case VSPHERE ->
                skip(
                        name,
                        "The machines of this option are plain virtual machines: choose vSphere Kubernetes for them.");
            case OPENSHIFT -> skip(name, OWN_OBJECTS);
            case VSPHERE_KUBERNETES, BARE_METAL -> {
                withOperator(
                        "gpu-operator", name, form -> List.of(GpuOperatorFile.of(plan, form, MigLayouts.of(plan))));
                versionOfOperator("gpu-operator");
            }
        }
    }

    private void networkOperator() {
        String name = "Helm values of the Network Operator";
        NetworkOperatorFiles.obstacle(plan).ifPresentOrElse(reason -> skip(name, reason), () -> {
            if (plan.platform() == Option.Platform.OPENSHIFT) {
                skip(name, OWN_OBJECTS);
            } else {
                with("network-operator", name, format -> NetworkOperatorFiles.of(plan, format));
            }
        });
    }

    private void cluster() {
        if (plan.platform() != Option.Platform.VSPHERE_KUBERNETES) {
            skip("vSphere Kubernetes cluster", "This option runs on " + platform() + ".");
        } else if (plan.kinds().stream().allMatch(kind -> kind.placed().isEmpty())) {
            skip("vSphere Kubernetes cluster", "No machine of this option has a place.");
        } else {
            with("vks-cluster", "vSphere Kubernetes cluster", format -> List.of(ClusterManifest.of(plan, format)));
        }
    }

    private void openShift() {
        if (plan.platform() != Option.Platform.OPENSHIFT) {
            skip("OpenShift objects", "This option runs on " + platform() + ".");
            return;
        }
        with("olm-nfd", "Node Feature Discovery", format -> List.of(OpenShiftObjects.discovery(plan, format)));
        withOperator(
                "olm-gpu-operator",
                "GPU Operator on OpenShift",
                form -> List.of(OpenShiftObjects.operator(plan, form)));
        withOperator(
                "olm-gpu-operator",
                "Policy of the GPU Operator",
                form -> plan.operator("gpu-operator").stream()
                        .map(operator -> OpenShiftObjects.policy(plan, form, operator.format(), MigLayouts.of(plan)))
                        .toList());
        versionOfOperator("olm-gpu-operator");
        if (NetworkOperatorFiles.obstacle(plan).isEmpty()) {
            with(
                    "olm-network-operator",
                    "Network Operator on OpenShift",
                    format -> List.of(OpenShiftObjects.networkOperator(plan, format)));
            with(
                    "olm-network-operator",
                    "Policy of the Network Operator",
                    installed -> plan.format("network-operator").stream()
                            .map(format -> OpenShiftObjects.networkPolicy(plan, installed, format))
                            .toList());
        }
        skip(
                "MachineSet of GPU nodes",
                "Its form has no field for a GPU: a template machine carries it, of which the plan knows nothing.");
    }

    private String platform() {
        return plan.platform().title();
    }
}
