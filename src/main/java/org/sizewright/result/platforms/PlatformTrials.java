package org.sizewright.result.platforms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;
import org.sizewright.figure.Value;
import org.sizewright.library.Library;
import org.sizewright.library.Rule;
import org.sizewright.library.RuleBase;
import org.sizewright.library.SupplyRecord;
import org.sizewright.library.SupportRecord;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.Plan;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Setting;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.ResolvedReferences;
import org.sizewright.rules.Finding;
import org.sizewright.rules.RuleSubject;
import org.sizewright.rules.Rules;
import org.sizewright.rules.Severity;

/** Calculates an option on each platform. The platform in use is the option as it was calculated; the same option gives the same. */
public final class PlatformTrials {
    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int all);

        static Progress none() {
            return (done, all) -> {};
        }
    }

    private static final String VMWARE = "vmware-cores";

    private final OptionResult present;
    private final Library library;
    private final Cancellation cancellation;
    private final Set<String> errorsInUse = new LinkedHashSet<>();

    private PlatformTrials(OptionResult present, Cancellation cancellation) {
        this.present = present;
        this.cancellation = cancellation;
        library = present.plan().library();
        errors(present).forEach(finding -> errorsInUse.add(key(finding)));
    }

    /**
     * The option on every platform.
     *
     * @param present the option as it was calculated
     * @throws Cancellation.Superseded if nobody wants the answer any more
     */
    public static PlatformComparison of(OptionResult present, Cancellation cancellation, Progress progress) {
        return new PlatformTrials(present, cancellation).run(progress);
    }

    private PlatformComparison run(Progress progress) {
        List<PlatformOutcome> outcomes = new ArrayList<>();
        progress.at(0, PlatformComparison.ORDER.size());
        for (Platform platform : PlatformComparison.ORDER) {
            cancellation.check();
            outcomes.add(outcome(
                    PlatformTrial.of(present.plan().plan(), present.option().option(), platform)));
            progress.at(outcomes.size(), PlatformComparison.ORDER.size());
        }
        return new PlatformComparison(
                outcomes,
                List.of(
                        "Only the platform is changed: hosts, profiles and the memory that hosts keep for themselves stay.",
                        "Room for restarts is reserved alike everywhere; who restarts what stands with each platform."));
    }

    private PlatformOutcome outcome(PlatformTrial trial) {
        OptionResult result = trial.inUse() ? present : calculated(trial.option());
        PlatformFit fit =
                PlatformFit.of(trial.platform(), trial.option().setup().platform());
        return new PlatformOutcome(
                trial,
                result,
                result.option().assignments().stream()
                        .map(PlatformTrials::profile)
                        .distinct()
                        .toList(),
                new GpuWays(library, result.option(), fit).all(),
                impossible(trial, result, fit),
                aiEnterprise(result, fit),
                fit.vsphere() ? cores(result) : Value.of(0),
                OpenShiftCount.of(result),
                failure(trial.platform(), fit),
                maintenance(fit));
    }

    /** A platform changes no number, only what rules say of them: what was sized and placed stays. */
    private OptionResult calculated(Option option) {
        Plan plan = present.plan().plan().only(option.id()).withOption(option);
        ResolvedPlan resolved = Resolver.resolve(plan, ResolvedReferences.of(present.plan()));
        ResolvedOption changed = resolved.options().getFirst();
        RuleSubject subject =
                new RuleSubject(resolved, changed, present.sizing(), present.placements(), present.racks());
        return new OptionResult(
                resolved,
                changed,
                present.sizing(),
                present.placements(),
                present.racks(),
                Rules.check(subject),
                present.maintenance(),
                present.existing());
    }

    private static String profile(ResolvedAssignment assignment) {
        return switch (assignment.share()) {
            case GpuShare.Whole whole -> "whole GPUs";
            case GpuShare.Shared shared -> shared.profile();
        };
    }

    private List<Impossible> impossible(PlatformTrial trial, OptionResult result, PlatformFit fit) {
        List<Impossible> all = new ArrayList<>();
        if (!fit.vsphere()) {
            Source source = statement("platform-vgpu").map(this::source).orElseGet(() -> ours());
            for (ResolvedAssignment assignment : result.option().assignments()) {
                if (assignment.share() instanceof GpuShare.Shared shared
                        && shared.parts().stream().anyMatch(GpuShare.TimeSliced.class::isInstance)) {
                    all.add(new Impossible(
                            "",
                            assignment.workload().workload().name(),
                            shared.profile() + " is a time-sliced vGPU, and there is no hypervisor to give it out.",
                            "Use whole GPUs or MIG instances.",
                            false,
                            source));
                }
            }
            PlatformFit.wishesOfVsphere()
                    .filter(trial.option().setup().platform()::isYes)
                    .forEach(wish -> all.add(new Impossible(
                            "",
                            trial.platform().title(),
                            wish(wish) + " is wanted, and there is no hypervisor that could do it.",
                            "Do without it, or stay with vSphere.",
                            false,
                            ours())));
        }
        for (Finding finding : errors(result)) {
            all.add(new Impossible(
                    finding.rule(),
                    finding.subject(),
                    finding.sentence(),
                    finding.remedy(),
                    errorsInUse.contains(key(finding)),
                    finding.source()));
        }
        return all;
    }

    private static String wish(Setting<Boolean> wish) {
        return wish.heading();
    }

    private static List<Finding> errors(OptionResult result) {
        return result.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR && finding.isOpen())
                .toList();
    }

    private static String key(Finding finding) {
        return finding.rule() + "\n" + finding.subject();
    }

    private String aiEnterprise(OptionResult result, PlatformFit fit) {
        boolean shared = result.option().assignments().stream()
                .anyMatch(assignment ->
                        assignment.share() instanceof GpuShare.Shared || assignment.access() == GpuAccess.VGPU);
        if (fit.vsphere() && shared) {
            return "needed: vGPU for compute takes it";
        }
        return result.option().option().setup().platform().isYes(PlatformSettings.USES_AI_ENTERPRISE)
                ? "wanted for its software and support"
                : "only for its software and support: the driver works without";
    }

    /** Cores of all processors of the hosts as they were placed, each with as many as are licensed at least. */
    private Value cores(OptionResult result) {
        int least = library.licenceMetric(VMWARE)
                .flatMap(SupplyRecord.Metric::minimumPerSocket)
                .orElse(1);
        long cores = 0;
        for (ClusterPlacement placed : result.placements()) {
            for (int i = 0; i < placed.cluster().groups().size(); i++) {
                HostGroup group = placed.cluster().groups().get(i).group();
                cores += (long) placed.whole().groups().get(i).count()
                        * group.sockets()
                        * Math.max(least, group.coresPerSocket());
            }
        }
        return Value.of(cores);
    }

    private String failure(Platform platform, PlatformFit fit) {
        List<String> all = new ArrayList<>();
        if (fit.vsphere()) {
            rule("HA-003").ifPresent(rule -> all.add(rule.explanation()));
        }
        if (fit.kubernetes()) {
            text("platform-failure-kubernetes").ifPresent(all::add);
        } else if (platform == Platform.BARE_METAL) {
            text("platform-failure-bare-metal").ifPresent(all::add);
        }
        return String.join(" ", all);
    }

    private String maintenance(PlatformFit fit) {
        List<String> all = new ArrayList<>();
        if (fit.vsphere()) {
            rule("HA-005").ifPresent(rule -> all.add(rule.explanation()));
        }
        if (fit.kubernetes()) {
            text("platform-maintenance-kubernetes").ifPresent(all::add);
        } else if (!fit.vsphere()) {
            text("platform-maintenance-bare-metal").ifPresent(all::add);
        }
        return String.join(" ", all);
    }

    private Optional<Rule> rule(String id) {
        return RuleBase.of(library).find(id);
    }

    private Optional<String> text(String id) {
        return statement(id).map(statement -> statement.text() + ".");
    }

    private Optional<SupportRecord.Statement> statement(String id) {
        return library.statements().stream()
                .filter(statement -> statement.id().equals(id))
                .findFirst();
    }

    private Source source(SupportRecord.Statement statement) {
        return statement.sources().isEmpty()
                ? ours()
                : library.quote(statement.sources().getFirst(), statement.evidence());
    }

    private static Source ours() {
        return Source.of("What a platform without a hypervisor has", "", "", Evidence.RECALLED);
    }
}
