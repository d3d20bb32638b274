package org.sizewright.ui.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.advice.ProfileQuestion;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.Workload;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;

/** A cluster whose machines can be tried in other ways. @param needs GiB of GPU memory that machines ask for, where the plan says it */
record ClusterSubject(ClusterPlacement placed, VmNames names, Map<String, Double> needs) {
    /** The clusters of the option that have machines and hosts. */
    static List<ClusterSubject> of(Texts texts, Optional<OptionResult> result) {
        return result.map(option -> {
                    VmNames names = new VmNames(texts, option);
                    Map<String, Double> needs = new HashMap<>();
                    for (Workload workload : option.plan().plan().workloads()) {
                        if (workload instanceof Workload.GpuVms vms) {
                            needs.put(vms.id().value(), (double) vms.gpuMemoryGib());
                        }
                    }
                    return option.placements().stream()
                            .filter(placed -> placed.problem().vmCount() > 0
                                    && placed.problem().hostCount() > 0)
                            .map(placed -> new ClusterSubject(placed, names, needs))
                            .toList();
                })
                .orElse(List.of());
    }

    /** The one of that id, else the first. */
    static Optional<ClusterSubject> chosen(List<ClusterSubject> all, String id) {
        return all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    String id() {
        return placed.cluster().cluster().id().value();
    }

    String name() {
        return placed.cluster().cluster().name();
    }

    /** Whose machines are tried, where not all run at the same time: a sentence; empty where everything always runs. */
    Optional<String> slot(Texts texts) {
        return placed.slot()
                .map(slot -> texts.get("arrivals.slot", name(), slot.time().brief()));
    }

    PlacementProblem problem() {
        return placed.problem();
    }

    /** Memory in GiB that a machine gets with a profile of the GPU of that group, as the plan counts it. */
    double memoryGib(int group, String profile) {
        ResolvedGroup hosts = placed.cluster().groups().get(group);
        return Stream.<GpuShare.Fraction>concat(
                        hosts.vgpuTypes().stream().map(GpuShare.TimeSliced::new),
                        hosts.migProfiles().stream()
                                .flatMap(set -> set.profiles().stream())
                                .map(mig -> new GpuShare.Mig(mig, Optional.empty())))
                .filter(share -> share.profile().equals(profile))
                .map(share -> share.memory().toGib())
                .findFirst()
                .orElseGet(() -> ProfileQuestion.Offer.of(
                                problem().groups().get(group).host().geometry().orElseThrow(), profile)
                        .memoryGib());
    }

    boolean hasVgpus() {
        return problem().vms().stream().anyMatch(vm -> vm.gpu() instanceof GpuNeed.TimeSliced);
    }

    /** A class in words: its workload and what it asks of the GPU. */
    String text(Texts texts, VmClass vm) {
        return texts.get("arrivals.class", names.workload(vm.id()), profile(vm));
    }

    String profile(VmClass vm) {
        return times(vm) + names.profile(vm.id());
    }

    /** The profile without the name of the GPU. */
    String brief(VmClass vm) {
        return times(vm) + VmNames.brief(names.profile(vm.id()));
    }

    private static String times(VmClass vm) {
        return vm.gpu().gpus() > 1 ? vm.gpu().gpus() + " × " : "";
    }
}
