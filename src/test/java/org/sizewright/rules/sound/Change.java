package org.sizewright.rules.sound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.sizewright.StatedSetup;
import org.sizewright.library.Library;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanFile;
import org.sizewright.plan.ReadPlan;
import org.sizewright.plan.SavedPlan;
import org.sizewright.plan.WorkloadId;

/**
 * A change of a plan in words. {@code key=value} states a setting, for all it may be stated for; {@code g2:key=value} or
 * {@code w1:key=value} only for those hosts or machines. {@code /path=value} changes the plan's file: elements of a list are named by
 * their id or the workload that they are about, and {@code -} takes away what is there.
 */
final class Change {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Change() {}

    /** The plan with changes, separated by semicolons. */
    static Plan of(Plan plan, String changes) {
        Plan changed = plan;
        for (String change : changes.split(";")) {
            changed = change.strip().startsWith("/")
                    ? inFile(changed, change.strip())
                    : changed.withOption(stated(changed.options().getFirst(), List.of(change.strip())));
        }
        return changed;
    }

    /** The option with settings. */
    static Option stated(Option option, List<String> settings) {
        Option changed = option;
        for (String line : settings) {
            String[] parts = line.split(":", 2);
            if (parts.length == 1) {
                changed = StatedSetup.with(changed, List.of(line));
                continue;
            }
            Option all = StatedSetup.with(changed, List.of(parts[1]));
            changed = changed.withSetup(
                    parts[0].startsWith("g")
                            ? changed.setup()
                                    .with(
                                            GroupId.of(parts[0]),
                                            old -> all.setup().of(GroupId.of(parts[0])))
                            : changed.setup()
                                    .with(
                                            WorkloadId.of(parts[0]),
                                            old -> all.setup().of(WorkloadId.of(parts[0]))));
        }
        return changed;
    }

    private static Plan inFile(Plan plan, String change) {
        try {
            byte[] file =
                    PlanFile.write(new SavedPlan(plan, Optional.empty(), List.of(), Library.empty(), "Sizewright"));
            ObjectNode root = (ObjectNode) JSON.readTree(file);
            String[] parts = change.split("=", 2);
            String[] names = parts[0].substring(1).split("/");
            JsonNode at = root.get("plan");
            for (int i = 0; i < names.length - 1; i++) {
                at = child(at, names[i]);
            }
            ObjectNode parent = (ObjectNode) at;
            String last = names[names.length - 1];
            if (parts[1].equals("-")) {
                parent.remove(last);
            } else {
                parent.set(last, value(parts[1]));
            }
            return switch (PlanFile.read(JSON.writeValueAsBytes(root))) {
                case ReadPlan.Read read -> read.saved().plan();
                case ReadPlan.Refused refused -> throw new IllegalArgumentException(change + ": " + refused);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode child(JsonNode at, String name) {
        if (at instanceof ArrayNode list) {
            for (JsonNode element : list) {
                String id = element.path("id").asText(element.path("workload").asText());
                if (id.equals(name)) {
                    return element;
                }
            }
            throw new IllegalArgumentException("no element " + name);
        }
        JsonNode child = at.get(name);
        if (child == null) {
            throw new IllegalArgumentException("no field " + name);
        }
        return child;
    }

    private static JsonNode value(String text) throws JsonProcessingException {
        return text.matches("-?\\d+(\\.\\d+)?|true|false|[\\[{].*")
                ? JSON.readTree(text)
                : JSON.getNodeFactory().textNode(text);
    }
}
