package org.sizewright.rules;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.setting.Choices.Below;
import org.sizewright.plan.setting.Choices.Domain;
import org.sizewright.plan.setting.Choices.EdgeSize;
import org.sizewright.plan.setting.OperationSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;

/** Rules about the platform as a whole. */
final class PlatformRules {
    private PlatformRules() {}

    static void gpuHostsHaveTheirDomain(Inspection at) {
        if (at.platform().onVsphere() && at.platform().cloudFoundation()) {
            at.mustBe(
                    Domain.OWN,
                    PlatformSettings.GPU_DOMAIN,
                    "GPU hosts stand in the management domain.",
                    "Give them a workload domain of their own.");
        }
    }

    static void wholeGpusAreConsolidated(Inspection at) {
        for (ResolvedCluster cluster : at.option().clusters()) {
            List<Integer> gpus = VmRules.onVsphere(at).stream()
                    .filter(machine -> machine.cluster()
                            .cluster()
                            .id()
                            .equals(cluster.cluster().id()))
                    .map(MachineView::wholeGpus)
                    .filter(whole -> whole > 0)
                    .distinct()
                    .toList();
            if (gpus.size() > 1) {
                at.mustBe(
                        true,
                        OperationSettings.DRS_CONSOLIDATION,
                        "Machines of one and of several GPUs share "
                                + cluster.cluster().name() + ", and DRS spreads them over all hosts.",
                        "Consider its setting that fills hosts one after the other.");
            }
        }
    }

    static void openShiftIsOnASupportedBase(Inspection at) {
        if (at.platform().openShift()) {
            at.need(PlatformSettings.OPENSHIFT_ON)
                    .filter(Below.BARE_METAL::equals)
                    .ifPresent(bare -> at.machines().stream()
                            .filter(MachineView::isTimeSliced)
                            .findFirst()
                            .ifPresent(machine -> at.add(at.wrong(
                                    PlatformSettings.OPENSHIFT_ON,
                                    "OpenShift runs on bare metal, and " + machine.name() + " takes a vGPU profile.",
                                    "Run OpenShift on vSphere, or use whole GPUs or MIG."))));
        }
    }

    static void gpuIsOnBothLists(Inspection at) {
        if (at.platform().onVsphere() && LicenceRules.usesAiEnterprise(at)) {
            at.mustBe(
                    true,
                    PlatformSettings.ON_COMPATIBILITY_GUIDE,
                    "The GPU is not in VMware's compatibility guide and in NVIDIA's matrix for this release.",
                    "Choose a release or a GPU that both lists name.");
        }
    }

    static void edgesAreLarge(Inspection at) {
        if (at.platform().privateAi()) {
            at.need(PlatformSettings.EDGE_SIZE)
                    .filter(size -> size.compareTo(EdgeSize.LARGE) < 0)
                    .ifPresent(size -> at.add(at.wrong(
                            PlatformSettings.EDGE_SIZE,
                            "The NSX edges are " + size.title() + ".",
                            "Plan edges of size large.")));
        }
    }

    static void releasesBelongTogether(Inspection at) {
        Optional<Release> ai = at.platform().get(PlatformSettings.AI_ENTERPRISE);
        Optional<Release> vgpu = at.platform().get(PlatformSettings.VGPU_RELEASE);
        if (ai.isPresent() && vgpu.isPresent()) {
            List<Integer> wanted = Versions.vgpuOf(at.plan().library(), ai.get());
            if (!wanted.isEmpty() && !wanted.contains(vgpu.get().major())) {
                at.add(at.wrong(
                                PlatformSettings.VGPU_RELEASE,
                                "NVIDIA AI Enterprise " + ai.get() + " is built on vGPU " + wanted.getFirst()
                                        + "; the hosts have vGPU " + vgpu.get() + ".",
                                "Take vGPU " + wanted.getFirst() + ", or another release of NVIDIA AI Enterprise.")
                        .withDistance(Math.abs(wanted.getFirst() - vgpu.get().major()) + " major releases apart"));
            }
        }
    }

    static void releaseIsInSupport(Inspection at) {
        at.platform()
                .get(PlatformSettings.VGPU_RELEASE)
                .flatMap(release -> Versions.branchOf(at.plan().library(), release))
                .ifPresent(branch -> Versions.end(branch).ifPresent(last -> {
                    YearMonth today = YearMonth.from(at.platform().referenceDate());
                    Optional<YearMonth> project =
                            at.platform().get(PlatformSettings.PROJECT_END).map(YearMonth::parse);
                    boolean over = last.isBefore(today);
                    if (over || project.map(last::isBefore).orElse(false)) {
                        at.add(at.finding(
                                        over ? at.severity() : Severity.WARNING,
                                        at.platform().name(),
                                        "Support of " + branch.branch() + " ends in " + last
                                                + (over ? ", before the plan's date." : ", within the project."),
                                        over ? "Take a newer release." : "Plan an update, or take a long-term branch.")
                                .withPath(at.platform().path() + "/" + PlatformSettings.VGPU_RELEASE.key()));
                    }
                }));
    }

    static void hypervisorKnowsTheRelease(Inspection at) {
        Optional<Release> vsphere = at.platform().get(PlatformSettings.VSPHERE);
        Optional<Release> ai = at.platform().get(PlatformSettings.AI_ENTERPRISE);
        if (!at.platform().onVsphere() || vsphere.isEmpty() || ai.isEmpty()) {
            return;
        }
        if (vsphere.get().isBefore("8.0") && ai.get().major() > at.limit("lastForVsphere7")) {
            at.add(at.wrong(
                            PlatformSettings.VSPHERE,
                            "vSphere " + vsphere.get() + " is supported up to NVIDIA AI Enterprise "
                                    + at.limit("lastForVsphere7") + "; the plan has " + ai.get() + ".",
                            "Update vSphere to 8.0 U3, or take an older release.")
                    .withDistance((ai.get().major() - at.limit("lastForVsphere7")) + " major releases too new"));
        }
    }
}
