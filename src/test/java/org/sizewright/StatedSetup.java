package org.sizewright;

import java.util.List;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Setup;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.AllSettings;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;

/** Options of which everything is stated that rules ask for, and stated well. */
public final class StatedSetup {
    private static final List<String> SOUND = List.of(
            "vsphere=8.0 U3 P06",
            "edition=VSPHERE_FOUNDATION",
            "vgpu-release=19.5",
            "guest-release=19.5",
            "host-component=AI_ENTERPRISE",
            "ai-enterprise=7.5",
            "driver-install=IMAGE",
            "on-compatibility-guide=yes",
            "licence-service=CLS",
            "licence-product=AI_ENTERPRISE",
            "activation-key=ABCDEFGHIJ0123456789KLMNOPQRST",
            "ports-open=yes",
            "north-south-links=2",
            "out-of-band=yes",
            "auto-evacuation=yes",
            "drs-level=PARTIAL",
            "bios-iommu=yes",
            "bios-sr-iov=yes",
            "bios-above-4g=yes",
            "bios-sub-numa=no",
            "bios-high-performance=yes",
            "graphics-type=SHARED_DIRECT",
            "type-at-install=BASIC",
            "site-class=DATA_CENTER",
            "dimms=32",
            "memory-channels=8",
            "vector-extensions=yes",
            "gpus-at-first-socket=4",
            "spare-supplies=1",
            "guest-os=UBUNTU_22_04",
            "gpu-on-node=yes",
            "device-node=yes");

    private StatedSetup() {}

    /** The option with a sound setup for vGPU on vSphere. */
    public static Option of(Option option) {
        return with(option, SOUND);
    }

    /**
     * The option with settings, as {@code key=value}; those of hosts for all groups, those of machines for all workloads. Without a
     * value a setting becomes unknown.
     */
    public static Option with(Option option, List<String> settings) {
        Option changed = option;
        for (String line : settings) {
            String[] parts = line.split("=", 2);
            Setting<?> setting = AllSettings.find(parts[0].strip())
                    .orElseThrow(() -> new IllegalArgumentException("no setting " + parts[0]));
            changed = changed.withSetup(state(changed, setting, parts[1].strip()));
        }
        return changed;
    }

    private static Setup state(Option option, Setting<?> setting, String text) {
        Setup setup = option.setup();
        return switch (setting.topic().scope()) {
            case OPTION -> setup.withPlatform(settings -> state(settings, setting, text));
            case GROUP -> {
                for (HostGroup group : groups(option)) {
                    setup = setup.with(group.id(), settings -> state(settings, setting, text));
                }
                yield setup;
            }
            case WORKLOAD -> {
                for (WorkloadId workload : workloads(option)) {
                    setup = setup.with(workload, settings -> state(settings, setting, text));
                }
                yield setup;
            }
        };
    }

    private static List<HostGroup> groups(Option option) {
        return option.clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .toList();
    }

    private static List<WorkloadId> workloads(Option option) {
        return option.assignments().stream().map(each -> each.workload()).toList();
    }

    private static Settings state(Settings settings, Setting<?> setting, String text) {
        return text.isEmpty() ? settings.without(setting) : settings.withText(setting, text);
    }
}
