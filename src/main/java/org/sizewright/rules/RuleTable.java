package org.sizewright.rules;

import java.util.List;
import java.util.stream.Stream;

/** Which code checks which rule: one line per rule of the base, category by category. */
final class RuleTable {
    private static final List<RuleCheck> ALL = Stream.of(
                    sizing(),
                    existing(),
                    hosts(),
                    bios(),
                    esxi(),
                    machines(),
                    modes(),
                    availability(),
                    profiles(),
                    mig(),
                    severalGpus(),
                    numa(),
                    networks(),
                    drivers(),
                    licences(),
                    kubernetes(),
                    power(),
                    models(),
                    platforms(),
                    versions())
            .flatMap(List::stream)
            .toList();

    private RuleTable() {}

    static List<RuleCheck> all() {
        return ALL;
    }

    private static List<RuleCheck> sizing() {
        return List.of(
                RuleCheck.of("PLAN-001", PlanRules::idsAreKnown),
                RuleCheck.of("PLAN-002", PlanRules::workloadsAreAssigned),
                RuleCheck.of("HOST-101", HostRules::gpuCountIsWithinTheMaximum),
                RuleCheck.of("HOST-102", HostRules::gpuIsTheOneOfTheEntry),
                RuleCheck.of("HOST-103", HostRules::hostFactsAreKnown),
                RuleCheck.of("HOST-104", HostRules::gpuPowerIsWithinTheChassis),
                RuleCheck.of("HOST-105", HostRules::whatTheListSaysIsRecent),
                RuleCheck.of("LLM-001", ModelRules::weightsFit),
                RuleCheck.of("LLM-002", ModelRules::cacheOfARequestFits),
                RuleCheck.of("LLM-102", ModelRules::contextIsWithinTheModel),
                RuleCheck.of("LLM-103", ModelRules::headsDivideByTensorParallel),
                RuleCheck.of("LLM-104", ModelRules::formatHasHardwareSupport),
                RuleCheck.of("LLM-105", ModelRules::engineFiguresAreMeasured),
                RuleCheck.of("LLM-106", ModelRules::graphsFitInTheReserve),
                RuleCheck.of("PROF-101", ModelRules::profileGivesTheMemory),
                RuleCheck.of("RAG-101", RetrievalRules::aCopyIsOnOneMachine),
                RuleCheck.of("RAG-102", RetrievalRules::copiesAreApart),
                RuleCheck.of("RAG-103", RetrievalRules::modelsFit),
                RuleCheck.of("RAG-104", RetrievalRules::speedsAreMeasured),
                RuleCheck.of("RAG-105", RetrievalRules::textsAreNotTooLong),
                RuleCheck.of("RAG-106", RetrievalRules::segmentsDivideDimensions),
                RuleCheck.of("TRAIN-101", TrainingRules::runFits),
                RuleCheck.of("TRAIN-102", TrainingRules::bandFits),
                RuleCheck.of("TRAIN-103", TrainingRules::trainedPartIsKnown),
                RuleCheck.of("TRAIN-104", TrainingRules::machinesAreFull),
                RuleCheck.of("TRAIN-105", TrainingRules::sequencesAreWithinTheModel),
                RuleCheck.of("TRAIN-106", TrainingRules::modelCanBeSplit),
                RuleCheck.of("TRAIN-107", TrainingRules::matricesStayInOneMachine),
                RuleCheck.of("PLACE-001", PlacementRules::checkerAcceptsThePlacement),
                RuleCheck.of("PLACE-002", PlacementRules::hostsWereFound),
                RuleCheck.of("PLACE-003", PlacementRules::everyVmHasAPlace),
                RuleCheck.of("HA-001", PlacementRules::failuresAreSurvived),
                RuleCheck.of("PLACE-004", PlacementRules::strandedMemoryIsSmall),
                RuleCheck.of("PLACE-006", PlacementRules::sizesAreMixed),
                RuleCheck.of("PLACE-005", PlacementRules::pinsHold),
                RuleCheck.of("MIX-001", MixRules::costsAreKnown),
                RuleCheck.of("MIX-002", MixRules::oneGpuIsUsed),
                RuleCheck.of("SITE-001", SiteRules::everyHostHasARack),
                RuleCheck.of("SITE-002", SiteRules::thereIsASecondFeed),
                RuleCheck.of("SITE-004", SiteRules::rackFactsAreKnown),
                RuleCheck.of("PWR-001", SiteRules::rackHasThePower),
                RuleCheck.of("PWR-004", SiteRules::heatCanBeTakenAway),
                RuleCheck.of("PWR-006", SiteRules::heightAndWeightFit),
                RuleCheck.of("FACT-001", EvidenceRules::weakFactsAreNamed),
                RuleCheck.of("FACT-002", EvidenceRules::ownRecordsAreNamed));
    }

    private static List<RuleCheck> existing() {
        return List.of(
                RuleCheck.of("HOST-001", HostRules::serverIsValidatedForItsGpu),
                RuleCheck.of("HOST-003", HostRules::systemClassIsKnown),
                RuleCheck.of("EXIST-002", ExistingHostRules::noMoreGpusThanListed),
                RuleCheck.of("EXIST-003", ExistingHostRules::slotsAreFree),
                RuleCheck.of("EXIST-004", ExistingHostRules::slotsFeedTheCard),
                RuleCheck.of("EXIST-006", ExistingHostRules::memoryIsLeft),
                RuleCheck.of("EXIST-007", ExistingHostRules::riserIsKnown),
                RuleCheck.of("EXIST-008", ExistingHostRules::loadIsKnown),
                RuleCheck.of("EXIST-009", ExistingHostRules::gpuIsACard));
    }

    private static List<RuleCheck> hosts() {
        return List.of(
                RuleCheck.of("HOST-002", BuildRules::certifiedIsBetterThanQualified),
                RuleCheck.of("HOST-004", BuildRules::nodeIsReadyForGpus),
                RuleCheck.of("HOST-005", BuildRules::cablesAreOrdered),
                RuleCheck.of("HOST-006", BuildRules::socketsShareTheGpus),
                RuleCheck.of("HOST-007", BuildRules::coresAreEnough),
                RuleCheck.of("HOST-008", BuildRules::memoryIsTwiceThatOfTheGpus),
                RuleCheck.of("HOST-009", BuildRules::channelsAreFilledAlike),
                RuleCheck.of("HOST-010", BuildRules::clockIsHighEnough),
                RuleCheck.of("HOST-011", BuildRules::cpuHasVectorInstructions),
                RuleCheck.of("HOST-012", BuildRules::hostsOfAClusterAreAlike),
                RuleCheck.of("HOST-013", BuildRules::noBootFromUsb),
                RuleCheck.of("HOST-014", BuildRules::dgxRunsWithoutAHypervisor),
                RuleCheck.of("HOST-015", BuildRules::thereIsNvme));
    }

    private static List<RuleCheck> bios() {
        return List.of(
                RuleCheck.of("BIOS-001", BiosRules::iommuIsOn),
                RuleCheck.of("BIOS-002", BiosRules::srIovIsOn),
                RuleCheck.of("BIOS-003", BiosRules::memoryAbove4GbCanBeMapped),
                RuleCheck.of("BIOS-004", BiosRules::subNumaIsOff),
                RuleCheck.of("BIOS-005", BiosRules::powerProfileIsHigh));
    }

    private static List<RuleCheck> esxi() {
        return List.of(
                RuleCheck.of("ESX-001", EsxiRules::graphicsTypeIsSharedDirect),
                RuleCheck.of("ESX-002", EsxiRules::graphicsTypeStaysShared),
                RuleCheck.of("ESX-003", EsxiRules::gpuIsBasicAtInstallation),
                RuleCheck.of("ESX-004", EsxiRules::aGpuServesOneWay),
                RuleCheck.of("ESX-005", EsxiRules::passthroughNeedsNoHostDriver),
                RuleCheck.of("ESX-006", EsxiRules::hostIsRestartedAfterInstallation));
    }

    private static List<RuleCheck> machines() {
        return List.of(
                RuleCheck.of("VM-001", VmRules::guestHas64Bits),
                RuleCheck.of("VM-002", VmRules::firmwareIsEfi),
                RuleCheck.of("VM-003", VmRules::memoryIsReserved),
                RuleCheck.of("VM-004", VmRules::hardwareKnowsAssignableDevices),
                RuleCheck.of("VM-005", VmRules::mmioIsSwitchedOn),
                RuleCheck.of("VM-006", VmRules::mmioIsLargeEnough),
                RuleCheck.of("VM-007", VmRules::workersStayWithinTheirWindow),
                RuleCheck.of("VM-008", VmRules::memoryExceedsThatOfTheGpus),
                RuleCheck.of("VM-009", VmRules::vcpusAreWithinTheHardware),
                RuleCheck.of("VM-010", VmRules::memoryIsWithinTheHardware),
                RuleCheck.of("VM-011", VmRules::devicesAreWithinTheLimit),
                RuleCheck.of("VM-012", VmRules::vgpusAreWithinTheLimit),
                RuleCheck.of("VM-013", VmRules::vgpusAreOfOneKind),
                RuleCheck.of("VM-014", VmRules::vsphere7TakesFullVgpusOnly),
                RuleCheck.of("VM-015", VmRules::noSnapshotsWithPassthrough),
                RuleCheck.of("VM-016", VmRules::aPartOfAGpuIsAVgpu),
                RuleCheck.of("VM-017", VmRules::noHotAddOnWideMachines),
                RuleCheck.of("VM-018", VmRules::windowsGuestsStayWithinTheirLimits),
                RuleCheck.of("VM-019", VmRules::noSecureBootWithUnsignedDrivers));
    }

    private static List<RuleCheck> modes() {
        return List.of(
                RuleCheck.of("MODE-001", ModeRules::staticPassthroughDoesNotRestart),
                RuleCheck.of("MODE-002", ModeRules::dynamicInsteadOfStatic),
                RuleCheck.of("MODE-003", ModeRules::differentGpusCarryLabels),
                RuleCheck.of("MODE-004", ModeRules::nobodyCountsOnLoadBalancing),
                RuleCheck.of("MODE-005", ModeRules::liveMigrationNeedsVgpu),
                RuleCheck.of("MODE-006", ModeRules::vgpuMigrationIsOn),
                RuleCheck.of("MODE-007", ModeRules::hostsEmptyThemselves),
                RuleCheck.of("MODE-008", ModeRules::pauseIsWithinItsLimit),
                RuleCheck.of("MODE-009", ModeRules::pauseCanBeEstimated),
                RuleCheck.of("MODE-010", ModeRules::noPauseBeyondTheTimeout),
                RuleCheck.of("MODE-011", ModeRules::migrationHasAFastNetwork),
                RuleCheck.of("MODE-012", ModeRules::targetHasTheSameBoard),
                RuleCheck.of("MODE-013", ModeRules::nothingBlocksMigration),
                RuleCheck.of("MODE-014", ModeRules::drsLevelIsWrittenDown),
                RuleCheck.of("MODE-015", ModeRules::newerReleaseShortensMigrations));
    }

    private static List<RuleCheck> availability() {
        return List.of(
                RuleCheck.of("HA-002", HaRules::memoryIsLeftForRestarts),
                RuleCheck.of("HA-003", HaRules::restartFindsAMatchingDevice),
                RuleCheck.of("HA-004", HaRules::thereAreHostsToFailOver),
                RuleCheck.of("HA-005", HaRules::maintenanceHasAWay));
    }

    private static List<RuleCheck> profiles() {
        return List.of(
                RuleCheck.of("PROF-001", SliceRules::memoryIsGivenAwayOnce),
                RuleCheck.of("PROF-002", SliceRules::oneSizeInSameSizeMode),
                RuleCheck.of("PROF-003", ProfileRules::seriesMixOnNewerReleases),
                RuleCheck.of("PROF-004", ProfileRules::sizesMixOnNewerReleases),
                RuleCheck.of("PROF-005", SliceRules::mixedSizesStartWhereTheyMay),
                RuleCheck.of("PROF-006", ProfileRules::mixedSizesHaveLowerCounts),
                RuleCheck.of("PROF-007", ProfileRules::fewAlignedSizes),
                RuleCheck.of("PROF-008", ProfileRules::schedulerWorksWithMixedSizes),
                RuleCheck.of("PROF-009", ProfileRules::policyActsInSameSizeModeOnly),
                RuleCheck.of("PROF-010", ProfileRules::consolidationWithSeveralSizes),
                RuleCheck.of("PROF-011", ProfileRules::modelFitsWhatTheProfileGives),
                RuleCheck.of("PROF-012", ProfileRules::timeSlicesAreLongEnough),
                RuleCheck.of("PROF-013", ProfileRules::videoIsWrittenWithTheQSeries),
                RuleCheck.of("PROF-014", ProfileRules::migForSteadyAnswers),
                RuleCheck.of("PROF-015", ProfileRules::profileHasHeadroom));
    }

    private static List<RuleCheck> mig() {
        return List.of(
                RuleCheck.of("MIG-001", SliceRules::slicesAreEnough),
                RuleCheck.of("MIG-002", SliceRules::fourSlicesStartAtZero),
                RuleCheck.of("MIG-003", SliceRules::threeSlicesStartAtAHalf),
                RuleCheck.of("MIG-004", MigRules::threeSlicesRatherThanFour),
                RuleCheck.of("MIG-005", SliceRules::migAndTimeSlicesStayApart),
                RuleCheck.of("MIG-006", MigRules::severalGpusDoWithoutMig),
                RuleCheck.of("MIG-007", MigRules::nimDoesWithoutMig),
                RuleCheck.of("MIG-008", MigRules::meteringNeedsHopper),
                RuleCheck.of("MIG-009", MigRules::gpuHasMig));
    }

    private static List<RuleCheck> severalGpus() {
        return List.of(
                RuleCheck.of("MGPU-001", MultiGpuRules::severalGpusTakeADeviceGroup),
                RuleCheck.of("MGPU-002", TopologyRules::machinesAreAPartition),
                RuleCheck.of("MGPU-003", MultiGpuRules::halvesAreFilledOneByOne),
                RuleCheck.of("MGPU-004", TopologyRules::linksJoinTheGpus),
                RuleCheck.of("MGPU-005", MultiGpuRules::bridgedCardsStandAtOneSocket),
                RuleCheck.of("MGPU-006", MultiGpuRules::chassisHasRoomForBridges),
                RuleCheck.of("MGPU-007", MultiGpuRules::splitModelsWantNvlink),
                RuleCheck.of("MGPU-008", MultiGpuRules::fabricNeedsARelease),
                RuleCheck.of("MGPU-009", MultiGpuRules::newestBoardsNeedANewerList),
                RuleCheck.of("MGPU-010", MultiGpuRules::noPassthroughBehindNvSwitch),
                RuleCheck.of("MGPU-011", MultiGpuRules::singleGpusLeaveTheFabric),
                RuleCheck.of("MGPU-012", MultiGpuRules::aBoardOfFourIsFourGpus));
    }

    private static List<RuleCheck> numa() {
        return List.of(
                RuleCheck.of("NUMA-001", TopologyRules::machinesFitASocket),
                RuleCheck.of("NUMA-002", NumaRules::machineAndGpuAreAtOneNode),
                RuleCheck.of("NUMA-003", NumaRules::memoryBeyondANodeIsPlanned),
                RuleCheck.of("NUMA-004", NumaRules::coresPerSocketFollowTheHardware),
                RuleCheck.of("NUMA-005", NumaRules::deviceIsAssignedToItsNode),
                RuleCheck.of("NUMA-006", TopologyRules::machinesOverSocketsAreEven));
    }

    private static List<RuleCheck> networks() {
        return List.of(
                RuleCheck.of("NET-001", NetworkRules::nicAndGpuShareASwitch),
                RuleCheck.of("NET-002", NetworkRules::machinesHaveThePeerKeys),
                RuleCheck.of("NET-003", NetworkRules::nicIsAConnectX),
                RuleCheck.of("NET-004", NetworkRules::gpuDirectTakesLinux),
                RuleCheck.of("NET-005", NetworkRules::gpusHaveBandwidthBetweenHosts),
                RuleCheck.of("NET-006", NetworkRules::nicsFollowThePattern),
                RuleCheck.of("NET-007", NetworkRules::servingNeedsNoFabric),
                RuleCheck.of("NET-008", NetworkRules::networkIsRedundant),
                RuleCheck.of("NET-009", NetworkRules::rdmaOverEthernetLosesNothing),
                RuleCheck.of("NET-010", NetworkRules::severalHostsNeedRoce),
                RuleCheck.of("NET-011", NetworkRules::gradientsAreExchangedQuickly),
                RuleCheck.of("NET-012", NetworkRules::licenceServiceInTheCloudIsReached),
                RuleCheck.of("NET-013", NetworkRules::ownLicenceServiceIsReached),
                RuleCheck.of("NET-014", NetworkRules::gpuDirectStorageHasItsConditions),
                RuleCheck.of("NET-015", NetworkRules::noSnapOnVsphere),
                RuleCheck.of("NET-101", NetworkCards::cardsForTheGpus));
    }

    private static List<RuleCheck> drivers() {
        return List.of(
                RuleCheck.of("DRV-001", DriverRules::hostDriverIsThatOfAiEnterprise),
                RuleCheck.of("DRV-002", DriverRules::oneReleasePerCluster),
                RuleCheck.of("DRV-003", DriverRules::hostsFollowAnImage),
                RuleCheck.of("DRV-004", DriverRules::hostAndGuestGoTogether),
                RuleCheck.of("DRV-005", DriverRules::newestReleaseNeedsAPatch),
                RuleCheck.of("DRV-006", DriverRules::longTermBranchForLongProjects),
                RuleCheck.of("DRV-007", DriverRules::driverKnowsTheGpu),
                RuleCheck.of("DRV-008", DriverRules::guestDriverStaysPrivate),
                RuleCheck.of("DRV-009", DriverRules::editionHasVgpu));
    }

    private static List<RuleCheck> licences() {
        return List.of(
                RuleCheck.of("LIC-001", LicenceRules::everyGpuHasALicence),
                RuleCheck.of("LIC-002", LicenceRules::includedLicencesAreNotBought),
                RuleCheck.of("LIC-003", LicenceRules::computeProfilesTakeAiEnterprise),
                RuleCheck.of("LIC-004", LicenceRules::softwareAsksForALicence),
                RuleCheck.of("LIC-005", LicenceRules::serviceSuitsTheSite),
                RuleCheck.of("LIC-006", LicenceRules::ownServiceHasItsMachine),
                RuleCheck.of("LIC-007", LicenceRules::ownServiceIsDoubled),
                RuleCheck.of("LIC-008", LicenceRules::ownServiceIsNewEnough),
                RuleCheck.of("LIC-009", LicenceRules::activationKeyIsRecorded),
                RuleCheck.of("LIC-010", LicenceRules::serviceDoesNotLiveOnWhatItLicenses),
                RuleCheck.of("LIC-011", LicenceRules::privateAiTakesThreeLicences));
    }

    private static List<RuleCheck> kubernetes() {
        return List.of(
                RuleCheck.of("K8S-001", KubernetesRules::operatorComesFromTheRightPlace),
                RuleCheck.of("K8S-002", KubernetesRules::workersOnVgpuTakeItsDriver),
                RuleCheck.of("K8S-003", KubernetesRules::hostDriverComesFirst),
                RuleCheck.of("K8S-004", KubernetesRules::systemAndVersionGoTogether),
                RuleCheck.of("K8S-005", KubernetesRules::operatorIsInSupport),
                RuleCheck.of("K8S-006", KubernetesRules::openShiftHasFeatureDiscovery),
                RuleCheck.of("K8S-007", KubernetesRules::rdmaTakesTheNetworkOperator),
                RuleCheck.of("K8S-008", KubernetesRules::tokenIsASecret),
                RuleCheck.of("K8S-009", KubernetesRules::classesSayAll),
                RuleCheck.of("K8S-010", KubernetesRules::noStaticPassthroughInClasses),
                RuleCheck.of("K8S-011", KubernetesRules::libraryHasTheNodeImage),
                RuleCheck.of("K8S-012", KubernetesRules::timeSlicesIsolateNothing),
                RuleCheck.of("K8S-013", KubernetesRules::openShiftWorkersAreSetUp),
                RuleCheck.of("K8S-014", KubernetesRules::runtimeWasTested),
                RuleCheck.of("K8S-015", KubernetesRules::privateAiRunsInOneZone));
    }

    private static List<RuleCheck> power() {
        return List.of(
                RuleCheck.of("PWR-002", PowerRules::powerOfAHostHasABasis),
                RuleCheck.of("PWR-003", PowerRules::suppliesCarryTheHost),
                RuleCheck.of("PWR-005", PowerRules::edgeSiteHasThePower),
                RuleCheck.of("PWR-007", PowerRules::cardsGetTheirAir));
    }

    private static List<RuleCheck> models() {
        return List.of(
                RuleCheck.of("LLM-003", LlmRules::usersWithTheFullContextAreServed),
                RuleCheck.of("LLM-004", LlmRules::agentsHaveTheirSession),
                RuleCheck.of("LLM-007", LlmRules::smallModelsTakeParts),
                RuleCheck.of("LLM-008", LlmRules::trainingFromNothingIsPlausible));
    }

    private static List<RuleCheck> platforms() {
        return List.of(
                RuleCheck.of("PLAT-001", PlatformRules::gpuHostsHaveTheirDomain),
                RuleCheck.of("PLAT-002", HaRules::everyKindHasHostsToRestartOn),
                RuleCheck.of("PLAT-003", PlatformRules::wholeGpusAreConsolidated),
                RuleCheck.of("PLAT-004", PlatformRules::openShiftIsOnASupportedBase),
                RuleCheck.of("PLAT-005", PlatformRules::gpuIsOnBothLists),
                RuleCheck.of("PLAT-006", PlatformRules::edgesAreLarge));
    }

    private static List<RuleCheck> versions() {
        return List.of(
                RuleCheck.of("VER-101", PlatformRules::releasesBelongTogether),
                RuleCheck.of("VER-102", PlatformRules::releaseIsInSupport),
                RuleCheck.of("VER-103", PlatformRules::hypervisorKnowsTheRelease));
    }
}
