package org.sizewright.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.sizewright.plan.RuleOverride;

/** All rules, and the findings of one option in the order in which they should be read. */
public final class Rules {
    private Rules() {}

    private static List<Function<RuleSubject, List<Finding>>> checks() {
        return List.of(
                PlanRules::idsAreKnown,
                PlanRules::workloadsAreAssigned,
                HostRules::serverIsValidatedForItsGpu,
                HostRules::systemClassIsKnown,
                HostRules::whatTheListSaysIsRecent,
                HostRules::gpuCountIsWithinTheMaximum,
                HostRules::gpuIsTheOneOfTheEntry,
                HostRules::hostFactsAreKnown,
                HostRules::gpuPowerIsWithinTheChassis,
                ExistingHostRules::gpusGoIntoTheHosts,
                ModelRules::modelFits,
                ModelRules::contextIsWithinTheModel,
                ModelRules::headsDivideByTensorParallel,
                ModelRules::formatHasHardwareSupport,
                ModelRules::engineFiguresAreMeasured,
                ModelRules::graphsFitInTheReserve,
                ModelRules::profileGivesTheMemory,
                RetrievalRules::modelsFit,
                RetrievalRules::textsAreNotTooLong,
                RetrievalRules::segmentsDivideDimensions,
                RetrievalRules::speedsAreMeasured,
                RetrievalRules::aCopyIsOnOneMachine,
                RetrievalRules::copiesAreApart,
                TrainingRules::runFits,
                TrainingRules::bandFits,
                TrainingRules::trainedPartIsKnown,
                TrainingRules::machinesAreFull,
                TrainingRules::sequencesAreWithinTheModel,
                TrainingRules::modelCanBeSplit,
                TrainingRules::matricesStayInOneMachine,
                PlacementRules::checkerAcceptsThePlacement,
                PlacementRules::hostsWereFound,
                PlacementRules::everyVmHasAPlace,
                PlacementRules::sizesAreMixed,
                PlacementRules::pinsHold,
                PlacementRules::failuresAreSurvived,
                PlacementRules::strandedMemoryIsSmall,
                MixRules::costsAreKnown,
                MixRules::oneGpuIsUsed,
                TopologyRules::machinesAreAPartition,
                TopologyRules::linksJoinTheGpus,
                TopologyRules::machinesFitASocket,
                TopologyRules::gpusAreOnOneSocket,
                SiteRules::everyHostHasARack,
                SiteRules::oneFeedCarriesTheRack,
                SiteRules::coolingIsEnough,
                SiteRules::rackFactsAreKnown,
                EvidenceRules::weakFactsAreNamed,
                EvidenceRules::weakFactsOfRulesAreNamed,
                EvidenceRules::ownRecordsAreNamed);
    }

    /** The findings, heaviest first; accepted ones carry their override. */
    public static List<Finding> check(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (Function<RuleSubject, List<Finding>> check : checks()) {
            findings.addAll(check.apply(subject));
        }
        List<RuleOverride> overrides = subject.plan().plan().overrides();
        return findings.stream()
                .map(finding -> overrides.stream()
                        .filter(accepted -> accepted.rule().equals(finding.rule())
                                && accepted.subject().equals(finding.subject()))
                        .findFirst()
                        .map(finding::withOverride)
                        .orElse(finding))
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
