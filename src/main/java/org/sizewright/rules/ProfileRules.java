package org.sizewright.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Gpu;
import org.sizewright.library.VgpuType;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Cluster.GpuPolicy;
import org.sizewright.plan.Cluster.VgpuMode;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.Workload;
import org.sizewright.plan.setting.HostChoices.Scheduler;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.UseSettings;

/** Rules about vGPU profiles and how they share a GPU. */
final class ProfileRules {
    private ProfileRules() {}

    static void seriesMixOnNewerReleases(Inspection at) {
        each(at, (cluster, types) -> {
            List<VgpuType.Series> series =
                    types.stream().map(VgpuType::series).distinct().toList();
            if (series.size() > 1) {
                at.need(PlatformSettings.VSPHERE)
                        .filter(release -> release.isBefore("8.0U1"))
                        .ifPresent(release -> at.add(at.violated(
                                cluster.cluster().name(),
                                "The profiles are of the series " + words(series) + "; vSphere " + release
                                        + " takes one series per GPU.",
                                "Use one series, or vSphere 8.0 U1.")));
            }
        });
    }

    static void sizesMixOnNewerReleases(Inspection at) {
        each(at, (cluster, types) -> {
            if (!isMixed(at, cluster) || sizes(types).size() < 2) {
                return;
            }
            at.need(PlatformSettings.VSPHERE)
                    .filter(release -> release.isBefore("8.0U3"))
                    .ifPresent(release -> at.add(at.violated(
                                    cluster.cluster().name(),
                                    "Profiles of different sizes share GPUs; vSphere " + release + " cannot do it.",
                                    "Use same size, or vSphere 8.0 U3.")
                            .withPath(path(at, cluster) + "/vgpuMode")));
            cluster.groups().stream()
                    .filter(group -> !Gpus.isAmpereOrNewer(group.gpu()))
                    .findFirst()
                    .ifPresent(group -> at.add(at.violated(
                                    cluster.cluster().name(),
                                    group.gpu().name() + " is older than Ampere and carries no mixed sizes.",
                                    "Use same size.")
                            .withPath(path(at, cluster) + "/vgpuMode")));
        });
    }

    /** Where the lower count costs GPUs: fewer machines than a GPU carries lose nothing. */
    static void mixedSizesHaveLowerCounts(Inspection at) {
        each(at, (cluster, types) -> {
            // a GPU that may choose mixes only where that costs nothing
            boolean forced = cluster.cluster().vgpuMode() == VgpuMode.MIXED_SIZE;
            for (VgpuType type : forced ? types : List.<VgpuType>of()) {
                int mixed = type.maxMixedSize().orElse(0);
                int equal = type.maxEqualSize().orElse(0);
                int wanted = wanted(at, cluster, type);
                if (mixed > 0 && Math.ceilDiv(wanted, mixed) > Math.ceilDiv(wanted, Math.max(mixed, equal))) {
                    at.add(at.violated(
                                    cluster.cluster().name(),
                                    "In mixed-size mode a GPU carries " + mixed + " of " + type.name() + " instead of "
                                            + equal + ": " + wanted + " of them take " + Math.ceilDiv(wanted, mixed)
                                            + " GPUs instead of " + Math.ceilDiv(wanted, equal) + ".",
                                    "Use same size, or a profile whose size divides the GPU by powers of two.")
                            .withDistance((equal - mixed) + " fewer per GPU")
                            .withPath(path(at, cluster) + "/vgpuMode"));
                    return;
                }
            }
        });
    }

    /** vGPUs of that type that the machines of a cluster have together. */
    private static int wanted(Inspection at, ResolvedCluster cluster, VgpuType type) {
        return at.placements().stream()
                .filter(placed -> placed.cluster().equals(cluster))
                .flatMap(placed -> placed.whole().vms().stream())
                .mapToInt(vm -> vm.count()
                        * (int) at.machine(VmClass.workloadOf(vm.id())).stream()
                                .filter(machine -> !VmClass.isDatabase(vm.id()))
                                .flatMap(machine -> machine.parts().stream())
                                .filter(new GpuShare.TimeSliced(type)::equals)
                                .count())
                .sum();
    }

    static void fewAlignedSizes(Inspection at) {
        if (at.machines().stream().noneMatch(machine -> machine.isYes(UseSettings.SELF_SERVICE))) {
            return;
        }
        each(at, (cluster, types) -> {
            List<Integer> sizes = sizes(types);
            // by how many a GPU carries: 17, 35 and 70 GB are an eighth, a quarter and a half of 141 GB
            List<Integer> most = types.stream()
                    .flatMap(type -> type.maxEqualSize().stream())
                    .distinct()
                    .sorted()
                    .toList();
            boolean odd = IntStream.range(1, most.size()).anyMatch(i -> most.get(i) % most.get(i - 1) != 0);
            if (sizes.size() > at.limit("sizes") || odd) {
                at.add(at.violated(
                        cluster.cluster().name(),
                        "Users choose among profiles of "
                                + sizes.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " GB"
                                + (odd ? ", which do not divide each other." : "."),
                        "Offer at most " + at.limit("sizes") + " sizes, each a part of the next."));
            }
        });
    }

    static void schedulerWorksWithMixedSizes(Inspection at) {
        for (HostView host : at.hosts()) {
            List<VgpuType> types = typesOf(at, host.cluster());
            if (isMixed(at, host.cluster()) && sizes(types).size() > 1) {
                at.need(host, HostSettings.SCHEDULER)
                        .filter(Scheduler.FIXED_SHARE::equals)
                        .ifPresent(fixed -> at.add(at.wrong(
                                host,
                                HostSettings.SCHEDULER,
                                "The scheduler of " + host.name() + " is fixed share, which takes one size per GPU.",
                                "Use best effort or equal share.")));
            }
        }
    }

    static void policyActsInSameSizeModeOnly(Inspection at) {
        each(at, (cluster, types) -> {
            if (isMixed(at, cluster) && cluster.cluster().gpuPolicy() == GpuPolicy.CONSOLIDATION) {
                at.add(at.violated(
                                cluster.cluster().name(),
                                "The policy Consolidation is set; mixed-size mode does not look at it.",
                                "Nothing to do, unless somebody counts on it.")
                        .withPath(path(at, cluster) + "/gpuPolicy"));
            }
        });
    }

    static void consolidationWithSeveralSizes(Inspection at) {
        each(at, (cluster, types) -> {
            boolean whole = at.machines().stream()
                    .anyMatch(machine -> machine.cluster().equals(cluster)
                            && (machine.wholeGpus() > 0
                                    || machine.parts().stream()
                                            .anyMatch(part -> part.mostPerGpu().equals(Optional.of(1)))));
            if (cluster.cluster().vgpuMode() != VgpuMode.MIXED_SIZE
                    && sizes(types).size() > 1
                    && whole
                    && cluster.cluster().gpuPolicy() == GpuPolicy.PERFORMANCE) {
                at.add(at.violated(
                                cluster.cluster().name(),
                                "Machines are spread over all GPUs, so that none stays whole for those that take whole GPUs.",
                                "Set the policy to consolidation.")
                        .withPath(path(at, cluster) + "/gpuPolicy"));
            }
        });
    }

    static void modelFitsWhatTheProfileGives(Inspection at) {
        for (MachineView machine : at.machines()) {
            if (machine.resolved() instanceof ResolvedWorkload.Llm
                    && machine.share() instanceof GpuShare.TimeSliced sliced
                    && sliced.type().maxEqualSize().isPresent()) {
                RowKey row = new RowKey(machine.workload().id().value(), machine.name());
                double profile = sliced.memory().toGib() * 1024;
                boolean hbm = machine.gpus().stream()
                        .allMatch(gpu -> gpu.memory()
                                .type()
                                .asOptional()
                                .map(type -> type.startsWith("HBM"))
                                .orElse(false));
                double kept = profile / at.limit("share")
                        + at.limit("fixedMib")
                        + (hbm ? 0 : profile / at.limit("share"))
                        + (double) at.limit("sharedMib")
                                / sliced.type().maxEqualSize().get();
                double usable = (profile - kept) / 1024;
                if (at.value(at.sizing().demand.llm.weightsPerGpu, row) instanceof Value.Known weights
                        && at.value(at.sizing().demand.llm.kvPerRequest, row) instanceof Value.Known request
                        && weights.number() + request.number() > usable) {
                    at.add(at.violated(
                                    machine.name(),
                                    "Of " + sliced.profile() + " a machine can use about "
                                            + ValueText.of(Value.of(usable), Unit.GIB, 1)
                                            + "; weights and one request take "
                                            + ValueText.of(Value.of(weights.number() + request.number()), Unit.GIB, 1)
                                            + ".",
                                    "Choose a larger profile.")
                            .withDistance(
                                    ValueText.of(Value.of(weights.number() + request.number() - usable), Unit.GIB, 1)
                                            + " too much")
                            .withPath("/workloads/" + machine.workload().id()));
                }
            }
        }
    }

    static void timeSlicesAreLongEnough(Inspection at) {
        for (MachineView machine : at.machines()) {
            boolean throughput = machine.resolved() instanceof ResolvedWorkload.Tuning
                    || machine.resolved() instanceof ResolvedWorkload.Llm;
            if (throughput && machine.share() instanceof GpuShare.TimeSliced sliced) {
                sliced.mostPerGpu()
                        .filter(most -> most > at.limit("vgpus"))
                        .ifPresent(most -> at.add(at.violated(
                                        machine.name(),
                                        "Up to " + most + " of " + sliced.profile()
                                                + " share a GPU, in slices of 1 ms.",
                                        "Choose a larger profile for work that lives on throughput: up to "
                                                + at.limit("vgpus") + " have slices of 2 ms.")
                                .withPath("/workloads/" + machine.workload().id())));
            }
        }
    }

    static void videoIsWrittenWithTheQSeries(Inspection at) {
        for (MachineView machine : at.machines()) {
            if (!machine.isYes(UseSettings.ENCODES_VIDEO)) {
                continue;
            }
            // whole GPUs of a vGPU machine are the full type of the C series
            boolean series = machine.isVgpu() && machine.wholeGpus() > 0
                    || machine.parts().stream()
                            .anyMatch(part -> part instanceof GpuShare.TimeSliced sliced
                                    && sliced.type().series() != VgpuType.Series.Q);
            Optional<Gpu> without = machine.gpus().stream()
                    .filter(gpu -> gpu.details().nvenc().asOptional().equals(Optional.of(0)))
                    .findFirst();
            if (series || without.isPresent()) {
                at.add(at.wrong(
                        machine,
                        UseSettings.ENCODES_VIDEO,
                        machine.name() + " writes video; "
                                + without.map(gpu -> gpu.name() + " has no encoder.")
                                        .orElse("its profile is not of the Q series."),
                        "Choose a GPU with encoders and a profile of the Q series."));
            }
        }
    }

    static void migForSteadyAnswers(Inspection at) {
        for (MachineView machine : at.machines()) {
            if (machine.isYes(UseSettings.ISOLATION) && machine.isTimeSliced()) {
                at.add(at.wrong(
                        machine,
                        UseSettings.ISOLATION,
                        "Tenants of " + machine.name() + " shall be kept apart and share a GPU by time slices.",
                        "Consider MIG, which gives each its own part."));
            }
        }
    }

    static void profileHasHeadroom(Inspection at) {
        for (MachineView machine : at.machines()) {
            if (machine.workload() instanceof Workload.GpuVms vms
                    && machine.share() instanceof GpuShare.TimeSliced sliced) {
                double wanted = vms.gpuMemoryGib() * 100.0 / (100 - at.limit("headroomPercent"));
                double given = sliced.memory().toGib();
                if (given >= vms.gpuMemoryGib() && given < wanted && machine.isYes(UseSettings.SELF_SERVICE)) {
                    at.add(at.violated(
                                    machine.name(),
                                    sliced.profile() + " just fits the " + vms.gpuMemoryGib() + " GiB of "
                                            + machine.name() + ".",
                                    "Take the next aligned profile: caches and activations grow.")
                            .withDistance(
                                    ValueText.of(Value.of(wanted - given), Unit.GIB, 1) + " of headroom too little")
                            .withPath("/workloads/" + machine.workload().id()));
                }
            }
        }
    }

    /** Each cluster that carries time-sliced vGPUs, with their types. */
    private static void each(Inspection at, BiConsumer<ResolvedCluster, List<VgpuType>> check) {
        for (ResolvedCluster cluster : at.option().clusters()) {
            List<VgpuType> types = typesOf(at, cluster);
            if (!types.isEmpty()) {
                check.accept(cluster, types);
            }
        }
    }

    private static List<VgpuType> typesOf(Inspection at, ResolvedCluster cluster) {
        return at.machines().stream()
                .filter(machine -> machine.cluster()
                        .cluster()
                        .id()
                        .equals(cluster.cluster().id()))
                .flatMap(machine -> machine.parts().stream())
                .filter(GpuShare.TimeSliced.class::isInstance)
                .map(share -> ((GpuShare.TimeSliced) share).type())
                .distinct()
                .toList();
    }

    private static List<Integer> sizes(List<VgpuType> types) {
        return types.stream().map(VgpuType::nominalGb).distinct().sorted().toList();
    }

    /** Whether GPUs run in mixed-size mode: all of them, or some where each GPU is set as it pays. */
    private static boolean isMixed(Inspection at, ResolvedCluster cluster) {
        return switch (cluster.cluster().vgpuMode()) {
            case SAME_SIZE -> false;
            case MIXED_SIZE -> true;
            case PER_GPU ->
                at.placements().stream()
                        .filter(placed -> placed.cluster().equals(cluster))
                        .anyMatch(placed ->
                                !placed.gpusIn(PartitionMode.MIXED_SIZE).isEmpty());
        };
    }

    private static String words(List<VgpuType.Series> series) {
        return series.stream().map(Enum::name).sorted().collect(Collectors.joining(" and "));
    }

    private static String path(Inspection at, ResolvedCluster cluster) {
        return "/options/" + at.option().option().id() + "/clusters/"
                + cluster.cluster().id();
    }
}
