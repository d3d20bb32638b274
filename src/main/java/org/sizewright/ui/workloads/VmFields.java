package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.NumberField;

/** What a virtual machine of any workload takes besides GPUs, and what happens to it when its host fails. */
final class VmFields {
    private final PlanNumber vcpu;
    private final PlanNumber memory;
    private final Choice<Survival> survival;

    VmFields(Texts texts, WorkloadsViewModel model) {
        String vcpuName = texts.get("workloads.field.vcpu");
        vcpu = new PlanNumber(
                texts,
                Field.VCPU,
                NumberField.Spec.whole(vcpuName, "", 1, 1024),
                number -> model.changeVm(vcpuName, vm -> new VmShape(number, vm.memoryGib())));
        String memoryName = texts.get("workloads.field.memory");
        memory = new PlanNumber(
                texts,
                Field.MEMORY,
                NumberField.Spec.whole(memoryName, texts.get("workloads.unit.gib"), 1, 65_536),
                number -> model.changeVm(memoryName, vm -> new VmShape(vm.vcpu(), number)));
        String survivalName = texts.get("workloads.field.survival");
        survival = new Choice<>(
                survivalName,
                Field.SURVIVAL,
                each -> words(texts, each),
                chosen -> model.change(survivalName, work -> work.withSurvival(chosen)));
    }

    void show(Workload work) {
        vcpu.show(work.id(), work.vm().vcpu());
        memory.show(work.id(), work.vm().memoryGib());
        survival.show(List.of(Survival.values()), Optional.of(work.survival()));
    }

    Map<String, FieldFrame> framesById() {
        return Map.of(Field.VCPU, vcpu.node(), Field.MEMORY, memory.node(), Field.SURVIVAL, survival);
    }

    List<FieldFrame> frames() {
        return List.of(vcpu.node(), memory.node(), survival);
    }

    private static String words(Texts texts, Survival survival) {
        return switch (survival) {
            case MUST_RESTART -> texts.get("workloads.survival.restart");
            case MAY_STAY_DOWN -> texts.get("workloads.survival.down");
            case MAY_BE_EVICTED -> texts.get("workloads.survival.evicted");
        };
    }
}
