package org.sizewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a plan by the places where they are changed, such as {@code /workloads/w1/vm/vcpu}: fields by their names in the file,
 * members of lists by id, name or number from 0. They are in the units of the figures that rest on them: power of racks in kW.
 */
public final class PlanNumbers {
    private static final double KILO = 1000;

    /** Places whose fields have other names in the file, with what a number is multiplied by there. */
    private static final Map<String, Kept> KEPT_AS = Map.of(
            "usablePerFeed", new Kept("usablePerFeedW", KILO),
            "cooling", new Kept("coolingW", KILO),
            "load", new Kept("loadW", KILO),
            "maxLoad", new Kept("maxLoadKg", 1),
            "weight", new Kept("weightKg", 1),
            "basePower", new Kept("basePowerW", 1));

    private static final String AUTO = "AUTO";

    private record Kept(String field, double times) {
        static Kept of(String place) {
            String last = place.substring(place.lastIndexOf('/') + 1);
            return KEPT_AS.getOrDefault(last, new Kept(last, 1));
        }
    }

    private final ObjectNode plan;

    private PlanNumbers(Plan plan) {
        this.plan = PlanCodec.write(plan);
    }

    public static PlanNumbers of(Plan plan) {
        return new PlanNumbers(plan);
    }

    /** The number there; empty if there is none, or something else. */
    public OptionalDouble find(String place) {
        Kept kept = Kept.of(place);
        return holder(plan, place, false)
                .map(holder -> holder.get(kept.field()))
                .filter(JsonNode::isNumber)
                .map(number -> OptionalDouble.of(number.doubleValue() / kept.times()))
                .orElseGet(OptionalDouble::empty);
    }

    /**
     * The plan with this number there, or with none.
     *
     * @throws IllegalArgumentException with a sentence for the user, if there is no such place or the plan cannot be so
     */
    public static Plan with(Plan plan, String place, OptionalDouble number) {
        Kept kept = Kept.of(place);
        ObjectNode changed = PlanCodec.write(plan);
        ObjectNode holder = holder(changed, place, true)
                .orElseThrow(() -> new IllegalArgumentException("the plan does not have it any more"));
        JsonNode before = holder.get(kept.field());
        if (before != null && !before.isNumber() && !before.asText().equals(AUTO)) {
            throw new IllegalArgumentException("the plan has a choice there, which is changed in the application only");
        }
        if (number.isPresent()) {
            holder.set(kept.field(), PlanJson.number(number.getAsDouble() * kept.times()));
        } else {
            holder.remove(kept.field());
        }
        try {
            return PlanFields.read(changed, "", PlanCodec::read);
        } catch (BrokenPlan refused) {
            throw new IllegalArgumentException(sentence(refused), refused);
        }
    }

    /** Without its place in the file and the point at its end, to go on with. */
    private static String sentence(BrokenPlan refused) {
        return String.valueOf(refused.getMessage())
                .replaceFirst("^/\\S*: ", "")
                .replaceFirst("^/\\S*/", "")
                .replaceFirst("\\.$", "");
    }

    /** @param making whether an object in which nothing stands yet is made */
    private static Optional<ObjectNode> holder(JsonNode root, String place, boolean making) {
        JsonNode node = root;
        String[] parts = place.split("/", -1);
        for (int i = 1; i < parts.length - 1; i++) {
            JsonNode next = node instanceof ArrayNode list ? member(list, parts[i]) : node.get(parts[i]);
            if (next == null && making && node instanceof ObjectNode object) {
                next = object.putObject(parts[i]);
            }
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    private static @Nullable JsonNode member(ArrayNode list, String part) {
        for (String field : new String[] {"id", "name"}) {
            for (JsonNode member : list) {
                if (part.equals(member.path(field).asText())) {
                    return member;
                }
            }
        }
        return part.matches("\\d{1,6}") ? list.get(Integer.parseInt(part)) : null;
    }
}
