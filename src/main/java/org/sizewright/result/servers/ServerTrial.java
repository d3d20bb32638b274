package org.sizewright.result.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.WorkloadId;

/**
 * How a server is put into a plan: in the place of the first hosts to buy, as few of them as carry the workloads. What the plan says
 * of memory, cores and overcommitment stays.
 *
 * @param assumed what is taken for power, height and weight of a server where nobody knows them
 * @param degrees tensor parallel that a language model needs on this GPU, where it is another one than in the plan
 * @param withoutProfiles workloads whose vGPU type or MIG profile is of another GPU; they get the smallest that does, or whole GPUs
 * @param memoryGib memory of a host, if another one than in the plan is tried
 * @param coresPerSocket cores of a processor, likewise
 */
public record ServerTrial(
        UseServer use,
        HostGroup.Typed assumed,
        List<Degree> degrees,
        List<WorkloadId> withoutProfiles,
        OptionalInt memoryGib,
        OptionalInt coresPerSocket) {
    /** A language model split over so many GPUs. */
    public record Degree(WorkloadId workload, int tensorParallel) {}

    public ServerTrial {
        degrees = List.copyOf(degrees);
        withoutProfiles = List.copyOf(withoutProfiles);
    }

    static ServerTrial of(UseServer use, HostGroup.Typed assumed, List<WorkloadId> withoutProfiles) {
        return new ServerTrial(use, assumed, List.of(), withoutProfiles, OptionalInt.empty(), OptionalInt.empty());
    }

    ServerTrial withDegree(WorkloadId workload, int tensorParallel) {
        List<Degree> changed = new ArrayList<>(degrees);
        changed.removeIf(degree -> degree.workload().equals(workload));
        changed.add(new Degree(workload, tensorParallel));
        return new ServerTrial(use, assumed, changed, withoutProfiles, memoryGib, coresPerSocket);
    }

    ServerTrial withMemory(int gib) {
        return new ServerTrial(use, assumed, degrees, withoutProfiles, OptionalInt.of(gib), coresPerSocket);
    }

    ServerTrial withCores(int cores) {
        return new ServerTrial(use, assumed, degrees, withoutProfiles, memoryGib, OptionalInt.of(cores));
    }

    /**
     * The plan with the server in it, its number of hosts to be found.
     *
     * @throws IllegalArgumentException with a sentence for the user if the option has no hosts to buy, or other hosts of the cluster
     *     are on AUTO
     */
    public Plan apply(Plan plan) {
        // the server that is there keeps what was typed in about it
        Plan used = use.isDone(plan) ? plan : use.apply(plan);
        Option option = used.option(use.option()).orElseThrow();
        HostGroup group =
                UseServer.group(used, use.option()).orElseThrow(() -> new IllegalArgumentException(UseServer.NO_HOSTS));
        HostGroup changed = group.withCount(HostCount.auto()).withTyped(typed(group.typed()));
        if (memoryGib.isPresent()) {
            changed = changed.withMemoryGib(memoryGib.getAsInt());
        }
        if (coresPerSocket.isPresent()) {
            changed = changed.withCoresPerSocket(coresPerSocket.getAsInt());
        }
        HostGroup replaced = changed;
        // places of machines on the present hosts say nothing about others
        Option result = option.withPins(List.of())
                .withCluster(option.clusters().stream()
                        .filter(cluster -> cluster.groups().contains(group))
                        .findFirst()
                        .orElseThrow()
                        .withGroup(replaced));
        for (WorkloadId workload : withoutProfiles) {
            result = result.assignment(workload)
                    .map(each -> each.withProfile(Optional.empty()))
                    .map(result::withAssignment)
                    .orElse(result);
        }
        for (Degree degree : degrees) {
            Option before = result;
            result = before.assignment(degree.workload())
                    .map(each -> before.withAssignment(each.withTensorParallel(degree.tensorParallel())))
                    .orElse(before);
        }
        return used.withOption(result);
    }

    /** What was typed in stays; what is assumed fills the gaps. */
    private HostGroup.Typed typed(HostGroup.Typed there) {
        return new HostGroup.Typed(
                there.basePower().or(assumed::basePower),
                there.heightU().or(assumed::heightU),
                there.weight().or(assumed::weight));
    }

    /** What is another than in the plan besides the server, each in a sentence. */
    public List<String> changes(Plan plan) {
        List<String> changes = new ArrayList<>();
        Option option = plan.option(use.option()).orElseThrow();
        for (Degree degree : degrees) {
            option.assignment(degree.workload())
                    .map(Assignment::tensorParallel)
                    .ifPresent(before -> changes.add("%s is split over %d GPUs instead of %d."
                            .formatted(name(plan, degree.workload()), degree.tensorParallel(), before)));
        }
        for (WorkloadId workload : withoutProfiles) {
            option.assignment(workload)
                    .flatMap(Assignment::profile)
                    .ifPresent(profile -> changes.add(
                            "%s does not keep %s, which is of another GPU.".formatted(name(plan, workload), profile)));
        }
        assumed.basePower()
                .ifPresent(watts -> changes.add(
                        "Power without GPUs is assumed: " + ValueText.number(watts.value()) + " W per host."));
        assumed.heightU().ifPresent(units -> changes.add("The height is assumed: " + units + " U per host."));
        assumed.weight()
                .ifPresent(weight ->
                        changes.add("The weight is assumed: " + ValueText.number(weight.value()) + " kg per host."));
        return changes;
    }

    private static String name(Plan plan, WorkloadId workload) {
        return plan.workload(workload).map(found -> found.name()).orElse(workload.value());
    }
}
