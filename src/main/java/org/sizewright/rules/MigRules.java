package org.sizewright.rules;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.sizewright.library.Gpu;
import org.sizewright.library.MigProfileSet;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.setting.OperationSettings;
import org.sizewright.plan.setting.UseSettings;

/** Rules about MIG. */
final class MigRules {
    private MigRules() {}

    static void threeSlicesRatherThanFour(Inspection at) {
        eachMig(at, (machine, mig) -> {
            if (mig.migProfile().computeSlices() == 4) {
                sets(machine)
                        .flatMap(set -> set.profiles().stream())
                        .filter(other -> other.computeSlices() == 3
                                && other.memorySlices() == mig.migProfile().memorySlices()
                                && other.maxInstances() > mig.migProfile().maxInstances())
                        .findFirst()
                        .ifPresent(other -> at.add(at.violated(
                                        machine.name(),
                                        machine.name() + " takes " + mig.profile() + ", of which a GPU carries "
                                                + mig.migProfile().maxInstances() + "; " + other.name()
                                                + " has as much memory and fits " + other.maxInstances() + " times.",
                                        "Take " + other.name() + " if its compute is enough.")
                                .withPath("/workloads/" + machine.workload().id())));
            }
        });
    }

    static void severalGpusDoWithoutMig(Inspection at) {
        for (Assigned assigned : Assigned.of(at)) {
            if (assigned.isMig() && assigned.parts() > 1) {
                at.add(at.violated(
                                assigned.name(),
                                assigned.name() + " spreads over " + assigned.parts()
                                        + " MIG instances, which do not talk to each other directly.",
                                "Use whole GPUs, or a model that fits one instance.")
                        .withPath(assigned.path()));
            }
        }
    }

    static void nimDoesWithoutMig(Inspection at) {
        eachMig(at, (machine, mig) -> {
            if (machine.isYes(UseSettings.NIM) && at.platform().privateAi()) {
                at.add(at.wrong(
                        machine,
                        UseSettings.NIM,
                        "NIM serves " + machine.name() + " from MIG instances under Private AI Foundation.",
                        "Use whole GPUs or time-sliced profiles, or ask Broadcom."));
            }
        });
    }

    static void meteringNeedsHopper(Inspection at) {
        eachMig(at, (machine, mig) -> {
            if (at.platform().isYes(OperationSettings.METERING)) {
                machine.gpus().stream()
                        .filter(Gpus::isAmpere)
                        .findFirst()
                        .ifPresent(gpu -> at.add(at.wrong(
                                OperationSettings.METERING,
                                "The instances of " + machine.name() + " shall be metered; " + gpu.name()
                                        + " has no counters for it.",
                                "Choose Hopper or newer, or meter whole GPUs.")));
            }
        });
    }

    static void gpuHasMig(Inspection at) {
        for (Assigned assigned : Assigned.of(at)) {
            List<Gpu> gpus = assigned.groups().stream()
                    .map(ResolvedGroup::gpu)
                    .distinct()
                    .toList();
            if (assigned.isMig()
                    && gpus.stream().allMatch(gpu -> gpu.migProfileSet().isEmpty())) {
                at.add(at.violated(
                                assigned.name(),
                                assigned.name() + " asks for MIG; none is known of "
                                        + gpus.stream().map(Gpu::name).collect(Collectors.joining(" or ")) + ".",
                                "Choose another GPU, or time-sliced vGPUs.")
                        .withPath(assigned.path()));
            }
        }
    }

    private static java.util.stream.Stream<MigProfileSet> sets(MachineView machine) {
        return machine.groups().stream().flatMap(group -> group.migProfiles().stream());
    }

    private static void eachMig(Inspection at, BiConsumer<MachineView, GpuShare.Mig> check) {
        for (MachineView machine : at.machines()) {
            machine.parts().stream()
                    .distinct()
                    .filter(GpuShare.Mig.class::isInstance)
                    .forEach(part -> check.accept(machine, (GpuShare.Mig) part));
        }
    }
}
