package org.sizewright.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.sizewright.plan.Option;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.setting.Choices.Edition;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;

/** The platform of an option as rules see it. */
record PlatformView(
        String name, Platform kind, Settings settings, boolean airGapped, LocalDate referenceDate, String path) {
    static PlatformView of(ResolvedPlan plan, ResolvedOption resolved) {
        Option option = resolved.option();
        return new PlatformView(
                option.platform().title(),
                option.platform(),
                option.setup().platform(),
                plan.plan().site().isAirGapped(),
                plan.plan().header().referenceDate(),
                "/options/" + option.id() + "/setup/platform");
    }

    <T> Optional<T> get(Setting<T> setting) {
        return settings.get(setting);
    }

    boolean isYes(Setting<Boolean> setting) {
        return settings.isYes(setting);
    }

    /** Whether machines run under vSphere, as far as that is known. */
    boolean onVsphere() {
        return kind.isOnVsphere(settings);
    }

    boolean openShift() {
        return kind == Platform.OPENSHIFT;
    }

    boolean vsphereKubernetes() {
        return kind == Platform.VSPHERE_KUBERNETES;
    }

    /** Whether the workloads run in Kubernetes. */
    boolean kubernetes() {
        return kind.runsKubernetes(settings);
    }

    boolean privateAi() {
        return get(PlatformSettings.EDITION).equals(Optional.of(Edition.PRIVATE_AI_FOUNDATION));
    }

    /** Whether VMware Cloud Foundation is known to be the product. */
    boolean cloudFoundation() {
        return privateAi() || get(PlatformSettings.EDITION).equals(Optional.of(Edition.VCF));
    }

    /** Whether the release is known and at least that one. */
    boolean isAtLeast(Setting<Release> setting, String release) {
        return get(setting).map(stated -> stated.isAtLeast(release)).orElse(false);
    }
}
