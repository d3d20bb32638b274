package org.sizewright.delivery.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.SupplyRecord.Software;
import org.sizewright.library.SupplyRecord.When;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.setting.AllSettings;
import org.sizewright.plan.setting.ModelRepository;
import org.sizewright.plan.setting.NetworkSettings;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;
import org.sizewright.plan.setting.Topic;
import org.sizewright.plan.setting.UseSettings;

/** Which software the plan calls for, by workload and for the platform. */
final class SoftwareList {
    private final Surroundings at;
    private final DriverNames drivers;

    private SoftwareList(Surroundings at) {
        this.at = at;
        drivers = DriverNames.of(at);
    }

    static List<SoftwareLine> of(Surroundings at) {
        SoftwareList list = new SoftwareList(at);
        List<SoftwareLine> lines = new ArrayList<>();
        for (ResolvedAssignment assignment : at.assignments()) {
            at.library().software().stream()
                    .filter(software -> list.isCalledBy(assignment, software))
                    .forEach(software -> lines.add(list.line(software, Optional.of(assignment))));
        }
        at.library().software().stream()
                .filter(software -> list.isCalledByPlatform(software.when()))
                .forEach(software -> lines.add(list.line(software, Optional.empty())));
        return lines;
    }

    private boolean isCalledBy(ResolvedAssignment assignment, Software software) {
        return switch (software.when()) {
            case TICKED ->
                at.ticked(assignment).stream().anyMatch(each -> each.record().equals(software.id()));
            case RDMA -> assignment.assignment().devices().rdma();
            case CONTAINERS -> !at.kubernetes() && at.runsContainers(assignment);
            case NIM -> at.machines(assignment).isYes(UseSettings.NIM);
            case RETRIEVAL -> assignment.workload() instanceof ResolvedWorkload.Search;
            case GPUDIRECT_STORAGE,
                    NVME_SNAP,
                    KUBERNETES,
                    KUBERNETES_RDMA,
                    KUBERNETES_WHOLE,
                    KUBERNETES_VGPU,
                    VGPU,
                    WHOLE,
                    NEVER -> false;
        };
    }

    private boolean isCalledByPlatform(When when) {
        return switch (when) {
            case GPUDIRECT_STORAGE -> at.storageDirect();
            case NVME_SNAP -> at.settings().isYes(NetworkSettings.NVME_SNAP);
            case KUBERNETES -> at.kubernetes();
            case KUBERNETES_RDMA -> at.kubernetes() && at.usesRdma();
            case KUBERNETES_WHOLE -> at.kubernetes() && at.usesWhole();
            case KUBERNETES_VGPU -> at.kubernetes() && at.usesVgpus();
            case VGPU -> at.usesVgpus();
            case WHOLE -> !at.kubernetes() && at.usesWhole();
            case TICKED, RDMA, CONTAINERS, NIM, RETRIEVAL, NEVER -> false;
        };
    }

    private SoftwareLine line(Software software, Optional<ResolvedAssignment> of) {
        List<String> settled = new ArrayList<>();
        List<String> toSettle = new ArrayList<>();
        for (String key : software.settles()) {
            AllSettings.find(key).ifPresent(setting -> settle(setting, of, settled, toSettle));
        }
        return new SoftwareLine(
                of.map(each -> each.workload().workload().name()),
                software,
                software.contains().stream()
                        .flatMap(id -> at.library().software(id).stream())
                        .map(Software::name)
                        .toList(),
                settled,
                toSettle,
                software.parts().stream()
                        .map(part -> drivers.fill(part.name())
                                + at.version(software, part)
                                        .map(version -> " " + version)
                                        .orElse(""))
                        .distinct()
                        .toList(),
                notes(software, of),
                obstacle(software, of),
                software.sources().stream()
                        .map(key -> at.library().quote(key, software.evidence()))
                        .toList());
    }

    private void settle(
            Setting<?> setting, Optional<ResolvedAssignment> of, List<String> settled, List<String> toSettle) {
        Settings stated = setting.topic().scope() == Topic.Scope.WORKLOAD
                ? of.map(at::machines).orElse(Settings.NOTHING)
                : at.settings();
        stated.shown(setting)
                .ifPresentOrElse(
                        value -> settled.add(setting.heading() + ": " + value), () -> toSettle.add(setting.heading()));
    }

    private List<String> notes(Software software, Optional<ResolvedAssignment> of) {
        List<String> notes = new ArrayList<>();
        software.notes().ifPresent(notes::add);
        if (software.parts().stream()
                .anyMatch(part -> !at.version(software, part).equals(part.version()))) {
            notes.add(
                    "What is fetched is named as of the version that the sources describe; the plan states another: its chart"
                            + " names the images.");
        }
        if (software.settles().contains(UseSettings.DECODED_STREAMS.key())) {
            of.stream()
                    .flatMap(assignment -> assignment.groups().stream())
                    .map(ResolvedGroup::gpu)
                    .distinct()
                    .map(SoftwareList::engines)
                    .forEach(notes::add);
        }
        return notes;
    }

    /** What a GPU has for video. */
    private static String engines(Gpu gpu) {
        return gpu.name() + ": decoders " + count(gpu.details().nvdec()) + ", encoders "
                + count(gpu.details().nvenc()) + ".";
    }

    private static String count(Fact<Integer> fact) {
        return switch (fact) {
            case Fact.Known<Integer> known -> String.valueOf(known.value());
            case Fact.Unknown<Integer> unknown -> "unknown";
        };
    }

    private Optional<String> obstacle(Software software, Optional<ResolvedAssignment> of) {
        if (software.notOn().contains(at.on())) {
            return software.obstacle();
        }
        boolean beyond = software.settles().contains(UseSettings.MODEL_REPOSITORY.key())
                && of.map(at::machines)
                        .flatMap(machines -> machines.get(UseSettings.MODEL_REPOSITORY))
                        .filter(ModelRepository::beyondSite)
                        .isPresent();
        return beyond && at.airGapped()
                ? Optional.of("The site does not reach this repository: take a folder or an S3 store of its own.")
                : Optional.empty();
    }

    /** Software that no plan decides on, as sentences. */
    static List<String> outOfScope(Surroundings at) {
        return at.library().software().stream()
                .filter(each -> each.when() == When.NEVER)
                .map(each -> each.group().title() + ", " + each.name() + ": " + each.summary())
                .toList();
    }
}
