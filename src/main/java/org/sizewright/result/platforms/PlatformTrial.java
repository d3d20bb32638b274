package org.sizewright.result.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.Option;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Setup;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.Choices.Below;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;

/**
 * An option with another platform.
 *
 * @param platform that is tried
 * @param inUse whether it is that of the option, which is then left as it is
 * @param option as it would be there
 * @param dropped settings that make no sense there, with what they were
 * @param taken what was taken for granted, in sentences
 */
public record PlatformTrial(Platform platform, boolean inUse, Option option, List<String> dropped, List<String> taken) {
    public PlatformTrial {
        dropped = List.copyOf(dropped);
        taken = List.copyOf(taken);
    }

    static PlatformTrial of(Plan plan, Option present, Platform platform) {
        if (present.platform() == platform) {
            return new PlatformTrial(platform, true, present, List.of(), List.of());
        }
        List<String> dropped = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        Settings stated = present.setup().platform();
        if (platform == Platform.OPENSHIFT
                && stated.get(PlatformSettings.OPENSHIFT_ON).isEmpty()) {
            Below base = present.platform() == Platform.BARE_METAL ? Below.BARE_METAL : Below.VSPHERE;
            stated = stated.with(PlatformSettings.OPENSHIFT_ON, base);
            taken.add("OpenShift is taken to run on " + base.title() + ", as the hosts do now.");
        }
        PlatformFit fit = PlatformFit.of(platform, stated);
        Setup setup = new Setup(fitting(stated, fit, "", dropped), Map.of(), Map.of());
        for (GroupId group : present.setup().hosts().keySet()) {
            setup = setup.with(
                    group, ignored -> fitting(present.setup().of(group), fit, " of " + name(present, group), dropped));
        }
        for (WorkloadId work : present.setup().machines().keySet()) {
            setup = setup.with(
                    work, ignored -> fitting(present.setup().of(work), fit, " of " + name(plan, work), dropped));
        }
        return new PlatformTrial(
                platform,
                false,
                present.withPlatform(platform).withSetup(setup),
                dropped.stream().distinct().toList(),
                taken);
    }

    private static String name(Plan plan, WorkloadId id) {
        return plan.workload(id).map(Workload::name).orElse(id.value());
    }

    private static String name(Option option, GroupId id) {
        return option.clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .filter(group -> group.id().equals(id))
                .findFirst()
                .map(group -> group.name())
                .orElse(id.value());
    }

    private static Settings fitting(Settings settings, PlatformFit fit, String of, List<String> dropped) {
        Settings kept = settings;
        for (Setting<?> setting : settings.stated().toList()) {
            if (!fit.makesSense(setting)) {
                dropped.add(
                        setting.heading() + of + " (" + settings.shown(setting).orElse("") + ")");
                kept = kept.without(setting);
            }
        }
        return kept;
    }

    /** The plan with this as one more option, which is not yet the one that is shown. */
    public Plan addTo(Plan plan) {
        OptionId free = plan.freeOptionId();
        String name = option.name() + ", " + platform.title();
        return plan.withOption(option.copy(free, name));
    }

    /** What OpenShift runs on, where the platform is OpenShift. */
    public Optional<Below> base() {
        return platform == Platform.OPENSHIFT
                ? option.setup().platform().get(PlatformSettings.OPENSHIFT_ON)
                : Optional.empty();
    }
}
