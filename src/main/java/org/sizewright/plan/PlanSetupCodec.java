package org.sizewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.plan.setting.AllSettings;
import org.sizewright.plan.setting.Picked;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;
import org.sizewright.plan.setting.Topic;
import org.sizewright.plan.setting.ValueKind;

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
                        case Picked<?> picked ->
                            node.set(
                                    setting.key(),
                                    PlanJson.array(picked.values(), each -> TextNode.valueOf(each.name())));
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
            Optional<String> text = setting.flatMap(found -> text(found, entry.getValue()));
            if (setting.isEmpty() || text.isEmpty()) {
                throw f.wrong(
                        field,
                        "an object of settings that this version knows; \"" + entry.getKey() + "\" is none of them");
            }
            settings = settings.withText(setting.get(), text.get());
        }
        return settings;
    }

    /** The value as the setting reads it; empty if it has not the form of one. */
    private static Optional<String> text(Setting<?> setting, JsonNode value) {
        if (!(setting.kind() instanceof ValueKind.Several<?>)) {
            return Optional.of(value).filter(JsonNode::isValueNode).map(JsonNode::asText);
        }
        List<String> names = new ArrayList<>();
        for (JsonNode each : value) {
            names.add(each.asText());
        }
        return value.isArray() ? Optional.of(String.join(",", names)) : Optional.empty();
    }
}
