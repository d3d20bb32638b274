package org.sizewright.delivery.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.delivery.access.AccessTrial.Fails;
import org.sizewright.delivery.access.AccessTrial.Outcome;
import org.sizewright.delivery.access.AccessTrial.Works;
import org.sizewright.delivery.machine.GpuDevices;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Value;
import org.sizewright.library.AccessFunction.Mode;
import org.sizewright.library.MigProfile;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.References;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Unresolved;
import org.sizewright.plan.Workload;
import org.sizewright.plan.Workload.GpuVms;
import org.sizewright.plan.Workload.GpuVms.Sharing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.ResolvedReferences;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;
import org.sizewright.rules.VmSettings;

/**
 * Tries every way to reach GPUs for one workload of the live option: the plan is changed, resolved and calculated in full, so that
 * sizing, placement and rules decide, not a table. A part of a GPU is the smallest profile that passes.
 */
public final class AccessTrials {
    /** Reasons that are named. */
    private static final int NAMED = 3;

    private final OptionResult current;
    private final References references;
    private final ResolvedAssignment assignment;
    private final Cancellation cancellation;
    private final Set<String> known;

    private AccessTrials(OptionResult current, ResolvedAssignment assignment, Cancellation cancellation) {
        this.current = current;
        this.references = ResolvedReferences.of(current.plan());
        this.assignment = assignment;
        this.cancellation = cancellation;
        known = current.findings().stream().map(AccessTrials::key).collect(Collectors.toSet());
    }

    /**
     * All ways in the order of {@link Mode}; none if the workload is not carried or its machines do not run on vSphere.
     *
     * @throws Cancellation.Superseded if nobody wants the answer any more
     */
    public static List<AccessTrial> of(OptionResult current, WorkloadId workload, Cancellation cancellation) {
        Optional<ResolvedAssignment> assignment = current.option().assignments().stream()
                .filter(each -> each.workload().workload().id().equals(workload))
                .filter(each ->
                        VmSettings.of(current.plan(), current.option(), each).isPresent())
                .findFirst();
        if (assignment.isEmpty()) {
            return List.of();
        }
        AccessTrials trials = new AccessTrials(current, assignment.get(), cancellation);
        List<AccessTrial> all = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            all.add(new AccessTrial(mode, mode == modeOf(assignment.get()), trials.outcome(mode)));
        }
        return List.copyOf(all);
    }

    /** The way in which a workload is carried. */
    public static Mode modeOf(ResolvedAssignment assignment) {
        return switch (assignment.share()) {
            case GpuShare.Whole whole ->
                switch (assignment.access()) {
                    case DIRECTPATH -> Mode.DIRECTPATH;
                    case DYNAMIC_DIRECTPATH -> Mode.DYNAMIC_DIRECTPATH;
                    case VGPU -> whole.gpus() > 1 ? Mode.SEVERAL_VGPUS : Mode.FULL_VGPU;
                };
            case GpuShare.Several several -> Mode.SEVERAL_VGPUS;
            case GpuShare.Mig mig -> Mode.MIG_BACKED;
            case GpuShare.TimeSliced sliced ->
                sliced.type().maxEqualSize().equals(Optional.of(1)) ? Mode.FULL_VGPU : Mode.TIME_SLICED;
        };
    }

    /**
     * A plan with a workload carried as in the plan that was tried; everything else stays as it is. Profiles that other options
     * chose for it mean nothing if its machines share GPUs in another way now, so they go back to AUTO.
     */
    public static Plan carriedAs(Plan plan, Plan tried, WorkloadId id) {
        Optional<Workload> before = plan.workload(id);
        Optional<Workload> after = tried.workload(id);
        Optional<Assignment> way = tried.liveOption().assignment(id);
        if (before.isEmpty() || after.isEmpty() || way.isEmpty()) {
            return plan;
        }
        Plan changed = plan;
        if (before.get() instanceof GpuVms now
                && after.get() instanceof GpuVms then
                && now.sharing() != then.sharing()) {
            changed = changed.withWorkload(now.withSharing(then.sharing()));
            for (Option option : plan.options()) {
                Optional<Assignment> carried = option.assignment(id);
                if (carried.isPresent()) {
                    changed = changed.withOption(
                            option.withAssignment(carried.get().withProfile(Optional.empty())));
                }
            }
        }
        return changed.withOption(changed.liveOption().withAssignment(way.get()));
    }

    private Outcome outcome(Mode mode) {
        if (mode == modeOf(assignment)) {
            return works(current, List.of());
        }
        return switch (mode) {
            case DIRECTPATH -> whole(GpuAccess.DIRECTPATH);
            case DYNAMIC_DIRECTPATH -> whole(GpuAccess.DYNAMIC_DIRECTPATH);
            case FULL_VGPU ->
                gpus() > 1
                        ? new Fails(List.of("A machine needs " + gpus() + " GPUs: take several vGPUs."))
                        : whole(GpuAccess.VGPU);
            case SEVERAL_VGPUS ->
                gpus() > 1 ? whole(GpuAccess.VGPU) : new Fails(List.of("A machine needs no more than one GPU."));
            case TIME_SLICED -> part(Sharing.TIME_SLICED, sliced());
            case MIG_BACKED -> part(Sharing.MIG, instances());
        };
    }

    /** GPUs of one machine, if it has whole ones. */
    private int gpus() {
        return assignment.share() instanceof GpuShare.Whole whole ? whole.gpus() : 1;
    }

    private Outcome whole(GpuAccess access) {
        return tried(changed(Sharing.WHOLE, Optional.empty(), access));
    }

    /** The smallest part that passes; why the largest does not if none does. */
    private Outcome part(Sharing sharing, List<String> profiles) {
        String gpu = group().gpu().name();
        if (gpus() > 1) {
            return new Fails(List.of("A machine needs " + gpus() + " GPUs, not a part of one."));
        }
        if (profiles.isEmpty()) {
            return new Fails(List.of(
                    sharing == Sharing.MIG
                            ? "No MIG instances of " + gpu + " are known."
                            : "No vGPU types that share " + gpu + " are known."));
        }
        if (workload() instanceof GpuVms) {
            return tried(changed(sharing, Optional.empty(), GpuAccess.VGPU));
        }
        Outcome last = new Fails(List.of("No part of " + gpu + " was tried."));
        for (String profile : profiles) {
            last = tried(changed(sharing, Optional.of(profile), GpuAccess.VGPU));
            if (last instanceof Works) {
                return last;
            }
        }
        return last;
    }

    private List<String> sliced() {
        return group().vgpuTypes().stream()
                .filter(type -> type.mode() == VgpuType.Mode.TIME_SLICED)
                .filter(type -> !type.maxEqualSize().equals(Optional.of(1)))
                .sorted(Comparator.comparingInt(VgpuType::nominalGb))
                .map(type -> type.name().value())
                .toList();
    }

    private List<String> instances() {
        return group().migProfiles().stream()
                .flatMap(set -> set.profiles().stream())
                .filter(profile -> profile.attribute().isEmpty())
                .sorted(Comparator.comparingLong(
                        (MigProfile profile) -> profile.memoryForSizing().count()))
                .map(MigProfile::name)
                .toList();
    }

    private ResolvedGroup group() {
        return assignment.group();
    }

    private Workload workload() {
        return assignment.workload().workload();
    }

    private Plan changed(Sharing sharing, Optional<String> profile, GpuAccess access) {
        Plan plan = current.plan().plan();
        Assignment way = assignment.assignment().withProfile(profile).withAccess(access);
        Plan carried = plan.withOption(current.option().option().withAssignment(way));
        return workload() instanceof GpuVms vms ? carried.withWorkload(vms.withSharing(sharing)) : carried;
    }

    private Outcome tried(Plan plan) {
        ResolvedPlan resolved = Resolver.resolve(plan, references);
        List<String> unresolved = resolved.problems().stream()
                .filter(problem -> problem.subject().equals(workload().name()))
                .filter(problem -> !current.plan().problems().contains(problem))
                .map(Unresolved::sentence)
                .limit(NAMED)
                .toList();
        if (!unresolved.isEmpty()) {
            return new Fails(unresolved);
        }
        OptionResult result = Calculation.of(
                resolved, resolved.option(current.option().option().id()).orElseThrow(), cancellation);
        List<String> errors = news(result, Severity.ERROR);
        return errors.isEmpty()
                ? works(result, news(result, Severity.WARNING))
                : new Fails(errors.stream().limit(NAMED).toList());
    }

    /** Open findings of a severity that the plan as it is does not have. */
    private List<String> news(OptionResult result, Severity severity) {
        return result.findings().stream()
                .filter(finding -> finding.severity() == severity && finding.isOpen())
                .filter(finding -> !known.contains(key(finding)))
                .map(finding -> finding.sentence() + " (" + finding.rule() + ")")
                .distinct()
                .toList();
    }

    private static String key(Finding finding) {
        return finding.severity() + " " + finding.rule() + " " + finding.subject();
    }

    private Works works(OptionResult result, List<String> warnings) {
        String words = result.option().assignments().stream()
                .filter(each ->
                        each.workload().workload().id().equals(workload().id()))
                .findFirst()
                .map(each -> GpuDevices.of(result.option().option(), each).words())
                .orElse("");
        return new Works(
                result.plan().plan(),
                words,
                number(result, result.sizing().cluster.totalHosts),
                number(result, result.sizing().cluster.totalGpus),
                number(result, result.sizing().placement.gpusUsed),
                number(result, result.sizing().placement.placed),
                warnings);
    }

    private static long number(OptionResult result, Figure figure) {
        return result.figures().value(figure) instanceof Value.Known known ? Math.round(known.number()) : 0;
    }
}
