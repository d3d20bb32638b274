package org.sizewright.plan.setting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting, topic by topic. */
public final class AllSettings {
    private static final List<Setting<?>> ALL = Stream.of(
                    PlatformSettings.all(),
                    KubernetesSettings.all(),
                    LicenceSettings.all(),
                    NetworkSettings.all(),
                    OperationSettings.all(),
                    BiosSettings.all(),
                    HostSettings.all(),
                    MachineSettings.all(),
                    UseSettings.all())
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private AllSettings() {}

    public static List<Setting<?>> list() {
        return ALL;
    }

    public static List<Setting<?>> of(Topic topic) {
        return ALL.stream().filter(setting -> setting.topic() == topic).toList();
    }

    public static Optional<Setting<?>> find(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
