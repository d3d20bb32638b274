package org.sizewright.ui.workloads;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sizewright.plan.Workload.GpuVms;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.screen.Workspace;

/** What the screen does with VMs that share GPUs. */
final class VmsDesk {
    private final Workspace workspace;
    private final Texts texts;
    private final WorkloadsViewModel model;

    VmsDesk(Workspace workspace, WorkloadsViewModel model) {
        this.workspace = workspace;
        this.texts = workspace.texts();
        this.model = model;
    }

    void add(GpuVms.Sharing sharing) {
        String name = switch (sharing) {
            case TIME_SLICED -> texts.get("workloads.new.vgpu");
            case MIG -> texts.get("workloads.new.mig");
            case WHOLE -> texts.get("workloads.new.whole");
        };
        model.add(library -> Optional.of(WorkloadEdits.addVms(texts.get("workloads.edit.add"), name, sharing)));
    }

    void change(String what, UnaryOperator<GpuVms> change) {
        model.change(what, work -> work instanceof GpuVms vms ? change.apply(vms) : work);
    }

    void setProfile(Optional<String> profile) {
        model.assign(texts.get("workloads.field.profile"), assignment -> assignment.withProfile(profile));
    }

    void setVgpus(int vgpus) {
        model.assign(
                texts.get("workloads.field.vgpus"),
                assignment -> assignment.withDevices(assignment.devices().withVgpus(vgpus)));
    }

    /** One vGPU of another profile beside the others, or none. */
    void setFurther(Optional<String> profile) {
        model.assign(
                texts.get("workloads.field.further"),
                assignment -> assignment.withDevices(
                        assignment.devices().withFurther(profile.stream().toList())));
    }

    void setSharing(GpuVms.Sharing sharing) {
        model.chosen()
                .ifPresent(work -> workspace.edit(WorkloadEdits.share(
                        model.label(work, texts.get("workloads.field.sharing")), work.id(), sharing)));
    }
}
