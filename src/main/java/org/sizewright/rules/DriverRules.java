package org.sizewright.rules;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.sizewright.plan.setting.Choices.DriverInstall;
import org.sizewright.plan.setting.Choices.Edition;
import org.sizewright.plan.setting.Choices.HostComponent;
import org.sizewright.plan.setting.Choices.Registry;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;

/** Rules about drivers of hosts and guests. */
final class DriverRules {
    private DriverRules() {}

    static void hostDriverIsThatOfAiEnterprise(Inspection at) {
        if (at.computesOnVgpu()) {
            at.mustBe(
                    HostComponent.AI_ENTERPRISE,
                    PlatformSettings.HOST_COMPONENT,
                    "The hosts have the graphics driver (NVD-VGPU), which does not serve compute.",
                    "Install the component that begins with NVD-AIE.");
        }
        for (HostView host : at.hosts()) {
            if (host.hasVgpu() && host.get(HostSettings.HOST_DRIVER).equals(Optional.of(false))) {
                at.add(at.wrong(
                        host,
                        HostSettings.HOST_DRIVER,
                        host.name() + " has no host driver, without which no vGPU starts.",
                        "Install the component that begins with NVD-AIE."));
            }
        }
    }

    static void oneReleasePerCluster(Inspection at) {
        if (!at.platform().onVsphere() || !at.usesVgpu()) {
            return;
        }
        Optional<Release> usual = at.need(PlatformSettings.VGPU_RELEASE);
        for (HostView host : at.hosts()) {
            host.get(HostSettings.HOST_RELEASE)
                    .filter(own ->
                            usual.map(release -> release.compareTo(own) != 0).orElse(false))
                    .ifPresent(own -> at.add(at.wrong(
                            host,
                            HostSettings.HOST_RELEASE,
                            host.name() + " has vGPU " + own + ", the others " + usual.get() + ".",
                            "Bring all hosts to one release.")));
        }
    }

    static void hostsFollowAnImage(Inspection at) {
        boolean all = at.hosts().stream().allMatch(HostView::hasVgpu);
        if (at.platform().onVsphere() && at.usesVgpu() && all) {
            at.mustBe(
                    DriverInstall.IMAGE,
                    PlatformSettings.DRIVER_INSTALL,
                    "All hosts of the plan have vGPUs, and their driver is put in by hand.",
                    "Let an image of the cluster do it; by hand suits where few hosts have GPUs.");
        }
    }

    static void hostAndGuestGoTogether(Inspection at) {
        if (!at.platform().onVsphere() || !at.usesVgpu()) {
            return;
        }
        Optional<Release> host = at.need(PlatformSettings.VGPU_RELEASE);
        Optional<Release> guest = at.need(PlatformSettings.GUEST_RELEASE);
        if (host.isPresent() && guest.isPresent() && !Versions.mayPair(at.plan().library(), host.get(), guest.get())) {
            boolean newer = guest.get().major() > host.get().major();
            at.add(at.wrong(
                            PlatformSettings.GUEST_RELEASE,
                            "Guests have vGPU " + guest.get() + ", hosts " + host.get()
                                    + (newer ? ": the guest driver is newer and does not load." : ": too far apart."),
                            "Take guest drivers of vGPU " + host.get().major() + " or "
                                    + (host.get().major() - 1) + ".")
                    .withDistance(Math.abs(host.get().major() - guest.get().major()) + " major releases apart"));
        }
    }

    static void newestReleaseNeedsAPatch(Inspection at) {
        boolean twenty = at.platform()
                .get(PlatformSettings.VGPU_RELEASE)
                .map(release -> release.major() >= 20)
                .orElse(false);
        if (!twenty || !at.platform().onVsphere()) {
            return;
        }
        at.need(PlatformSettings.VSPHERE)
                .filter(release -> release.compareTo(at.release("patch")) < 0)
                .ifPresent(release -> {
                    boolean open = release.compareTo(Release.of("8.0U3")) == 0;
                    at.add(at.finding(
                                    open ? Severity.OPEN_ITEM : at.severity(),
                                    at.platform().name(),
                                    open
                                            ? "vGPU 20 needs " + at.release("patch")
                                                    + "; which patch of 8.0 U3 the hosts have is not stated."
                                            : "vGPU 20 needs vSphere " + at.release("patch") + "; the hosts have "
                                                    + release + ".",
                                    open ? "State the patch, such as 8.0 U3 P06." : "Update the hosts first.")
                            .withPath(at.platform().path() + "/" + PlatformSettings.VSPHERE.key()));
                });
    }

    static void longTermBranchForLongProjects(Inspection at) {
        if (!at.platform().onVsphere() || !at.usesVgpu()) {
            return;
        }
        if (at.computesOnVgpu()) {
            at.need(PlatformSettings.AI_ENTERPRISE);
        }
        Optional<Release> host = at.need(PlatformSettings.VGPU_RELEASE);
        Optional<YearMonth> end =
                at.platform().get(PlatformSettings.PROJECT_END).map(YearMonth::parse);
        if (host.isPresent() && end.isPresent()) {
            Versions.branchOf(at.plan().library(), host.get())
                    .filter(branch -> !branch.support().equals(Optional.of("LTSB")))
                    .filter(branch -> Versions.end(branch)
                            .map(last -> last.isBefore(end.get()))
                            .orElse(false))
                    .ifPresent(branch -> at.add(at.wrong(
                            PlatformSettings.VGPU_RELEASE,
                            "The project lasts until " + end.get() + "; " + branch.branch()
                                    + " is no long-term branch and ends before.",
                            "Choose a long-term branch, or plan the updates.")));
        }
    }

    static void driverKnowsTheGpu(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.gpu().architecture().equals("Volta") && host.hasVgpu()) {
                at.need(PlatformSettings.VGPU_RELEASE)
                        .filter(release -> release.major() > at.limit("lastForVolta"))
                        .ifPresent(release -> at.add(at.violated(
                                        host.name(),
                                        "vGPU " + release + " no longer knows "
                                                + host.gpu().name() + ".",
                                        "Take vGPU " + at.limit("lastForVolta") + ", or a newer GPU.")
                                .withDistance((release.major() - at.limit("lastForVolta")) + " major releases too new")
                                .withPath(at.platform().path() + "/" + PlatformSettings.VGPU_RELEASE.key())));
            }
            for (String chip : List.of("B200", "RTX PRO 6000")) {
                if (host.gpu().chip().equals(chip)) {
                    driver(at, host)
                            .filter(driver -> driver.compareTo(at.release(chip)) < 0)
                            .ifPresent(driver -> at.add(at.violated(
                                            host.name(),
                                            host.gpu().name() + " needs driver " + at.release(chip) + "; the plan has "
                                                    + driver + ".",
                                            "Take a newer release.")
                                    .withPath(at.platform().path())));
                }
            }
        }
    }

    /** The driver of the guests, or of bare metal. */
    private static Optional<Release> driver(Inspection at, HostView host) {
        if (host.hasVgpu()) {
            return at.need(PlatformSettings.VGPU_RELEASE)
                    .flatMap(release -> at.plan().library().vgpuReleases().stream()
                            .filter(each -> Release.of(each.version()).compareTo(release) == 0)
                            .flatMap(each -> each.linuxGuest().asOptional().stream())
                            .findFirst())
                    .map(Release::of);
        }
        return at.need(PlatformSettings.DATA_CENTER_DRIVER);
    }

    static void guestDriverStaysPrivate(Inspection at) {
        if (at.platform().kubernetes() && at.usesVgpu()) {
            at.mustBe(
                    Registry.PRIVATE,
                    KubernetesSettings.DRIVER_REGISTRY,
                    "The image with the vGPU guest driver stands in a public registry, which its licence forbids.",
                    "Put it into a private registry.");
        }
    }

    static void editionHasVgpu(Inspection at) {
        if (at.platform().onVsphere() && at.usesVgpu()) {
            at.need(PlatformSettings.EDITION)
                    .filter(Edition.VSPHERE_STANDARD::equals)
                    .ifPresent(standard -> at.add(at.wrong(
                            PlatformSettings.EDITION,
                            "vSphere Standard has no vGPU.",
                            "Take Enterprise Plus, vSphere Foundation or VCF.")));
        }
    }
}
