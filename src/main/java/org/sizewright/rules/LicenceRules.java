package org.sizewright.rules;

import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.setting.Choices.DlsPlace;
import org.sizewright.plan.setting.Choices.LicenceProduct;
import org.sizewright.plan.setting.Choices.LicenceService;
import org.sizewright.plan.setting.LicenceSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.UseSettings;

/** Rules about licences. */
final class LicenceRules {
    private LicenceRules() {}

    static void everyGpuHasALicence(Inspection at) {
        at.platform().get(LicenceSettings.AI_ENTERPRISE_LICENCES).ifPresent(there -> {
            if (usesAiEnterprise(at) && toOrder(at) instanceof Value.Known needed && there < needed.number()) {
                at.add(at.wrong(
                                LicenceSettings.AI_ENTERPRISE_LICENCES,
                                "There are " + there + " licences of NVIDIA AI Enterprise; the GPUs need "
                                        + ValueText.number(needed.number()) + " beside those that come with them.",
                                "Order one for every physical GPU.")
                        .withDistance(ValueText.number(needed.number() - there) + " licences too few"));
            }
        });
    }

    static void includedLicencesAreNotBought(Inspection at) {
        at.platform().get(LicenceSettings.AI_ENTERPRISE_LICENCES).ifPresent(there -> {
            if (toOrder(at) instanceof Value.Known needed && there > needed.number() && includesSome(at)) {
                at.add(at.wrong(
                                LicenceSettings.AI_ENTERPRISE_LICENCES,
                                "The order has " + there
                                        + " licences of NVIDIA AI Enterprise; with those that come with the GPUs "
                                        + ValueText.number(needed.number()) + " are needed.",
                                "Take off those that the GPUs bring for five years.")
                        .withDistance(ValueText.number(there - needed.number()) + " licences too many"));
            }
        });
    }

    private static boolean includesSome(Inspection at) {
        return at.hosts().stream()
                .anyMatch(host -> host.gpu().nvaieIncluded5y().asOptional().orElse(false));
    }

    private static Value toOrder(Inspection at) {
        return at.value(at.sizing().cluster.licencesToOrder, RowKey.SINGLE);
    }

    static void computeProfilesTakeAiEnterprise(Inspection at) {
        if (at.computesOnVgpu()) {
            at.mustBe(
                    LicenceProduct.AI_ENTERPRISE,
                    LicenceSettings.LICENCE_PRODUCT,
                    "vGPUs of the C series are licensed by NVIDIA AI Enterprise only.",
                    "Plan with NVIDIA AI Enterprise.");
        }
    }

    static void softwareAsksForALicence(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            if (machine.isYes(UseSettings.NIM)
                    && machine.isPassthrough()
                    && !at.platform().isYes(PlatformSettings.USES_AI_ENTERPRISE)) {
                at.add(at.wrong(
                        machine,
                        UseSettings.NIM,
                        machine.name()
                                + " has passthrough, which needs no licence, but NIM, which needs NVIDIA AI Enterprise.",
                        "Order NVIDIA AI Enterprise for these GPUs, or serve without NIM."));
            }
        }
    }

    static void serviceSuitsTheSite(Inspection at) {
        if (!usesAiEnterprise(at)) {
            return;
        }
        at.need(LicenceSettings.LICENCE_SERVICE).ifPresent(service -> {
            if (service == LicenceService.CLS && at.platform().airGapped()) {
                at.add(at.wrong(
                        LicenceSettings.LICENCE_SERVICE,
                        "The site has no way to the internet, and the licence service stands there.",
                        "Use an own service (DLS), or licences in files."));
            }
            if (service == LicenceService.NODE_LOCKED
                    && at.platform()
                            .get(PlatformSettings.VGPU_RELEASE)
                            .map(release -> release.major() < 15)
                            .orElse(false)) {
                at.add(at.wrong(
                        LicenceSettings.LICENCE_SERVICE,
                        "Licences in files came with vGPU 15.0.",
                        "Use a newer vGPU release, or a licence service."));
            }
        });
    }

    static void ownServiceHasItsMachine(Inspection at) {
        if (!ownService(at)) {
            return;
        }
        atLeast(at, LicenceSettings.DLS_VCPU, "vcpu", "vCPUs");
        atLeast(at, LicenceSettings.DLS_MEMORY, "memoryGb", "GB of memory");
        atLeast(
                at,
                LicenceSettings.DLS_DISK,
                at.platform()
                                .isAtLeast(
                                        LicenceSettings.DLS_VERSION,
                                        at.release("largerFrom").text())
                        ? "largerDiskGb"
                        : "diskGb",
                "GB of disk");
        at.mustBe(
                true,
                LicenceSettings.DLS_ADDRESS,
                "The own licence service lacks a fixed address, a full name or a clock.",
                "Give it a fixed or reserved address, an FQDN and NTP.");
    }

    private static void atLeast(Inspection at, Setting<Integer> setting, String limit, String what) {
        at.need(setting)
                .filter(stated -> stated < at.limit(limit))
                .ifPresent(stated -> at.add(at.wrong(
                                setting,
                                "The own licence service has " + stated + " " + what + "; it needs " + at.limit(limit)
                                        + ".",
                                "Make its machine larger.")
                        .withDistance((at.limit(limit) - stated) + " " + what + " too few")));
    }

    static void ownServiceIsDoubled(Inspection at) {
        if (ownService(at)) {
            at.need(LicenceSettings.DLS_NODES)
                    .filter(nodes -> nodes < 2)
                    .ifPresent(nodes -> at.add(at.wrong(
                                    LicenceSettings.DLS_NODES,
                                    "The own licence service has one node: without it no licence is renewed.",
                                    "Add a second node.")
                            .withDistance("1 node too few")));
            at.mustBe(
                    true,
                    LicenceSettings.DLS_ALL_DLS,
                    "The pair of the licence service mixes own nodes and the cloud.",
                    "Make both nodes DLS.");
        }
    }

    static void ownServiceIsNewEnough(Inspection at) {
        if (ownService(at) && at.platform().isAtLeast(PlatformSettings.VGPU_RELEASE, "18")) {
            at.need(LicenceSettings.DLS_VERSION)
                    .filter(version -> version.compareTo(at.release("version")) < 0)
                    .ifPresent(version -> at.add(at.wrong(
                            LicenceSettings.DLS_VERSION,
                            "DLS " + version + " does not know vGPU 18 and newer.",
                            "Update it to " + at.release("version") + " or newer.")));
        }
    }

    static void activationKeyIsRecorded(Inspection at) {
        if (usesAiEnterprise(at)) {
            at.need(LicenceSettings.ACTIVATION_KEY)
                    .map(key -> key.replaceAll("[\\s-]", "")) // as it is printed in groups
                    .filter(key -> !key.matches("[A-Za-z0-9]{" + at.limit("characters") + "}"))
                    .ifPresent(key -> at.add(at.wrong(
                                    LicenceSettings.ACTIVATION_KEY,
                                    "The product activation key has " + key.length() + " characters; it has "
                                            + at.limit("characters") + " letters and digits.",
                                    "Copy it from the entitlement certificate.")
                            .withDistance(Math.abs(at.limit("characters") - key.length()) + " characters off")));
        }
    }

    static void serviceDoesNotLiveOnWhatItLicenses(Inspection at) {
        if (ownService(at)) {
            at.need(LicenceSettings.DLS_ON_GPU_CLUSTER)
                    .filter(DlsPlace.GPU_CLUSTER::equals)
                    .ifPresent(here -> at.add(at.wrong(
                            LicenceSettings.DLS_ON_GPU_CLUSTER,
                            "The licence service runs on the cluster that waits for it after a blackout.",
                            "Run it, or one of its nodes, on another cluster.")));
        }
    }

    static void privateAiTakesThreeLicences(Inspection at) {
        if (at.platform().privateAi()) {
            at.mustBe(
                    true,
                    LicenceSettings.PAIF_LICENCES,
                    "Private AI Foundation takes VCF, its add-on and NVIDIA AI Enterprise; not all are ordered.",
                    "Order all three.");
        }
    }

    /** Whether NVIDIA AI Enterprise is used: stated, or because vGPUs compute. */
    static boolean usesAiEnterprise(Inspection at) {
        return at.platform().isYes(PlatformSettings.USES_AI_ENTERPRISE) || at.computesOnVgpu();
    }

    private static boolean ownService(Inspection at) {
        return at.platform().get(LicenceSettings.LICENCE_SERVICE).equals(Optional.of(LicenceService.DLS));
    }
}
