package org.sizewright.delivery.checklist;

import java.util.Optional;
import java.util.function.Predicate;
import org.sizewright.library.ChecklistStep.Condition;
import org.sizewright.library.ChecklistStep.Per;
import org.sizewright.library.StepTrait;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.setting.Choices.DriverInstall;
import org.sizewright.plan.setting.Choices.Edition;
import org.sizewright.plan.setting.Choices.Fabric;
import org.sizewright.plan.setting.Choices.LicenceService;
import org.sizewright.plan.setting.Choices.PodSharing;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.LicenceSettings;
import org.sizewright.plan.setting.NetworkSettings;
import org.sizewright.plan.setting.OperationSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Setting;

/** What an option, or a part of it, is like. */
record Traits(Deployment deployment, Upgrade upgrade) {
    boolean hold(Condition condition, Place place) {
        return condition.anyOf().stream().anyMatch(trait -> has(trait, place)) == condition.holds();
    }

    boolean has(StepTrait trait, Place place) {
        return switch (trait) {
            case VSPHERE_KUBERNETES -> is(Platform.VSPHERE_KUBERNETES);
            case OPENSHIFT -> is(Platform.OPENSHIFT);
            case OPENSHIFT_ON_UNKNOWN -> is(Platform.OPENSHIFT) && !isStated(PlatformSettings.OPENSHIFT_ON);
            case BARE_METAL -> is(Platform.BARE_METAL);
            case ESXI -> deployment.isOnEsxi();
            case KUBERNETES -> deployment.runsKubernetes();
            case AIR_GAPPED -> deployment.isAirGapped();
            case CLOUD_FOUNDATION -> deployment.isPrivateAi() || stated(PlatformSettings.EDITION, Edition.VCF);
            case PRIVATE_AI -> deployment.isPrivateAi();
            case VGPU -> machines(place, Machines::isVgpu);
            case PASSTHROUGH -> machines(place, Machines::isPassthrough);
            case DYNAMIC_DIRECTPATH -> machines(place, Machines::isDynamic);
            case STATIC_DIRECTPATH -> machines(place, Machines::isStatic);
            case MIG -> machines(place, Machines::isMig);
            case TIME_SLICED -> machines(place, Machines::isTimeSliced);
            case MIXED_SIZE -> machines(place, Machines::mixesSizes);
            case DEVICE_GROUP -> machines(place, Machines::isDeviceGroup);
            case RDMA -> machines(place, Machines::isRdma);
            case ROCE -> machines(place, Machines::isRdma) && !stated(NetworkSettings.FABRIC, Fabric.INFINIBAND);
            case GPUDIRECT_STORAGE -> deployment.platform().isYes(NetworkSettings.GPUDIRECT_STORAGE);
            case MMIO -> machines(place, Machines::needsWindow);
            case WIDE_MACHINES -> place.hosts().stream().anyMatch(hosts -> machines(place, each -> each.isWide(hosts)));
            case WINDOWS -> machines(place, Machines::isWindows);
            case POD_TIME_SLICES -> stated(KubernetesSettings.POD_SHARING, PodSharing.TIME_SLICED);
            case POD_MIG ->
                stated(KubernetesSettings.POD_SHARING, PodSharing.MIG)
                        || !deployment.isOnEsxi() && machines(place, Machines::isMig);
            case AI_ENTERPRISE -> usesVgpu() || deployment.platform().isYes(PlatformSettings.USES_AI_ENTERPRISE);
            case CLOUD_LICENCES -> usesVgpu() && licences(LicenceService.CLS);
            case OWN_LICENCES -> usesVgpu() && licences(LicenceService.DLS);
            case LICENCE_PAIR ->
                deployment
                        .platform()
                        .get(LicenceSettings.DLS_NODES)
                        .map(nodes -> nodes > 1)
                        .orElse(true);
            case NODE_LICENCES -> usesVgpu() && licences(LicenceService.NODE_LOCKED);
            case LICENCES_OPEN -> usesVgpu() && !isStated(LicenceSettings.LICENCE_SERVICE);
            case IMAGE ->
                machines(place, Machines::isVgpu) && !stated(PlatformSettings.DRIVER_INSTALL, DriverInstall.MANUAL);
            case BY_HAND ->
                machines(place, Machines::isVgpu) && stated(PlatformSettings.DRIVER_INSTALL, DriverInstall.MANUAL);
            case NEW_HOSTS -> hosts(place, Hosts::isNew);
            case RETROFIT -> hosts(place, Hosts::isRetrofit);
            case INTEL -> hosts(place, each -> each.cpu() == Hosts.Cpu.INTEL);
            case AMD -> hosts(place, each -> each.cpu() == Hosts.Cpu.AMD);
            case CPU_UNKNOWN -> hosts(place, each -> each.cpu() == Hosts.Cpu.UNKNOWN);
            case SR_IOV -> hosts(place, Hosts::hasVirtualFunctions);
            case ABOVE_4G -> hosts(place, Hosts::needsHighWindow);
            case CARDS -> hosts(place, Hosts::hasCards);
            case BRIDGES -> hosts(place, Hosts::hasBridges);
            case PASSIVE -> hosts(place, Hosts::isPassive);
            case HIGH_AVAILABILITY -> place.clusters().stream().anyMatch(Traits::survives);
            case LIVE_MIGRATION ->
                deployment.platform().isYes(OperationSettings.VMOTION) && machines(place, Machines::isVgpu);
            case UPGRADE_FAR -> upgrade.isFar();
        };
    }

    private boolean is(Platform platform) {
        return deployment.option().platform() == platform;
    }

    private boolean usesVgpu() {
        return deployment.places(Per.PLAN).stream().anyMatch(whole -> machines(whole, Machines::isVgpu));
    }

    private boolean licences(LicenceService service) {
        return stated(LicenceSettings.LICENCE_SERVICE, service);
    }

    private <T> boolean stated(Setting<T> setting, T value) {
        return deployment.platform().get(setting).equals(Optional.of(value));
    }

    private boolean isStated(Setting<?> setting) {
        return deployment.platform().get(setting).isPresent();
    }

    private static boolean survives(Cluster cluster) {
        return cluster.hostFailures() > 0;
    }

    private static boolean machines(Place place, Predicate<Machines> like) {
        return place.machines().stream().anyMatch(like);
    }

    private static boolean hosts(Place place, Predicate<Hosts> like) {
        return place.hosts().stream().anyMatch(like);
    }
}
