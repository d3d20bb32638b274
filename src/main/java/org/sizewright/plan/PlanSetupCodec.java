package org.sizewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.plan.setting.AllSettings;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;
import org.sizewright.plan.setting.Topic;

/** JSON form of what was stated about platform, hosts and machines. Where nothing was, nothing is written. */
final class PlanSetupCodec {
    private static final String SETUP = "setup";
    private static final String PLATFORM = "platform";
    private static final String HOSTS = "hosts";
    private static final String MACHINES = "machines";

    private PlanSetupCodec() {}

    static void write(ObjectNode option, Setup setup) {
        if (setup.equals(Setup.UNKNOWN)) {
            return;
        }
        ObjectNode node = PlanJson.object();
        if (!setup.platform().isEmpty()) {
            node.set(PLATFORM, write(setup.platform()));
        }
        write(node, HOSTS, setup.hosts(), GroupId::value);
        write(node, MACHINES, setup.machines(), WorkloadId::value);
        option.set(SETUP, node);
    }

    private static <K> void write(ObjectNode node, String field, Map<K, Settings> all, Function<K, String> name) {
        if (!all.isEmpty()) {
            ObjectNode byName = PlanJson.object();
            all.forEach((key, settings) -> byName.set(name.apply(key), write(settings)));
            node.set(field, byName);
        }
    }

    private static ObjectNode write(Settings settings) {
        ObjectNode node = PlanJson.object();
        settings.stated()
                .forEach(setting -> settings.get(setting).ifPresent(value -> {
                    switch (value) {
                        case Boolean flag -> node.put(setting.key(), flag.booleanValue());
                        case Integer whole -> node.put(setting.key(), whole.intValue());
                        case Double number -> node.set(setting.key(), PlanJson.number(number));
                        default ->
                            node.put(setting.key(), settings.written(setting).orElseThrow());
                    }
                }));
        return node;
    }

    static Setup read(PlanFields option) throws BrokenPlan {
        return option.findObject(SETUP, PlanSetupCodec::readSetup).orElse(Setup.UNKNOWN);
    }

    private static Setup readSetup(PlanFields f) throws BrokenPlan {
        return new Setup(
                f.find(PLATFORM).isPresent()
                        ? readSettings(f, PLATFORM, f.needed(PLATFORM), Topic.Scope.OPTION)
                        : Settings.NOTHING,
                readAll(f, HOSTS, GroupId::of, Topic.Scope.GROUP),
                readAll(f, MACHINES, WorkloadId::of, Topic.Scope.WORKLOAD));
    }

    private static <K> Map<K, Settings> readAll(PlanFields f, String field, Function<String, K> id, Topic.Scope scope)
            throws BrokenPlan {
        Map<K, Settings> all = new LinkedHashMap<>();
        Optional<JsonNode> found = f.find(field);
        if (found.isPresent()) {
            if (!found.get().isObject()) {
                throw f.wrong(field, "an object");
            }
            for (Map.Entry<String, JsonNode> entry : found.get().properties()) {
                all.put(id.apply(entry.getKey()), readSettings(f, field, entry.getValue(), scope));
            }
        }
        return all;
    }

    private static Settings readSettings(PlanFields f, String field, JsonNode node, Topic.Scope scope)
            throws BrokenPlan {
        if (!node.isObject()) {
            throw f.wrong(field, "an object of settings");
        }
        Settings settings = Settings.NOTHING;
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Optional<Setting<?>> setting = AllSettings.find(entry.getKey())
                    .filter(found -> found.topic().scope() == scope);
            if (setting.isEmpty() || !entry.getValue().isValueNode()) {
                throw f.wrong(
                        field,
                        "an object of settings that this version knows; \"" + entry.getKey() + "\" is none of them");
            }
            settings = settings.withText(setting.get(), entry.getValue().asText());
        }
        return settings;
    }
}
