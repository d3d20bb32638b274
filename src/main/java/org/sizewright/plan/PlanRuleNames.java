package org.sizewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What rules were called up to schema 3. Some of the old ids are those of other rules since, so that accepted findings of an older
 * plan must be renamed when it is read; a rule that was split is accepted in all of its parts.
 */
final class PlanRuleNames {
    private static final Map<String, List<String>> SINCE_4 = Map.ofEntries(
            Map.entry("HOST-006", List.of("HOST-101")),
            Map.entry("HOST-007", List.of("HOST-102")),
            Map.entry("HOST-008", List.of("HOST-103")),
            Map.entry("HOST-009", List.of("HOST-104")),
            Map.entry("HOST-010", List.of("HOST-105")),
            Map.entry("LLM-101", List.of("LLM-001", "LLM-002")),
            Map.entry("SITE-001", List.of("SITE-001", "PWR-001", "PWR-004", "PWR-006")),
            Map.entry("SITE-002", List.of("SITE-002", "PWR-001")),
            Map.entry("SITE-003", List.of("PWR-004")),
            Map.entry("EXIST-001", List.of("HOST-001")),
            Map.entry("EXIST-005", List.of("PWR-003")),
            Map.entry("EXIST-010", List.of("HOST-005")));

    private PlanRuleNames() {}

    /** 3 to 4: accepted findings name rules as the rule base does. */
    static ObjectNode since4(ObjectNode file) {
        if (file.path("plan").path("overrides") instanceof ArrayNode overrides) {
            ArrayNode renamed = overrides.arrayNode();
            for (JsonNode override : overrides) {
                List<String> ids = SINCE_4.getOrDefault(override.path("rule").asText(), List.of());
                if (ids.isEmpty()) {
                    renamed.add(override);
                }
                for (String id : ids) {
                    renamed.add(((ObjectNode) override.deepCopy()).put("rule", id));
                }
            }
            ((ObjectNode) file.get("plan")).set("overrides", renamed);
        }
        return file;
    }
}
