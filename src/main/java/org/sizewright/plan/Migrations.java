package org.sizewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Brings the JSON of an older file to the schema of this version, one schema after the other. A step never changes once a version
 * with it was given away; the last one leads to the current schema.
 */
final class Migrations {
    /** The schema that this version writes. */
    static final int CURRENT = 4;

    private final int current;
    private final List<UnaryOperator<ObjectNode>> steps;

    private Migrations(int current, List<UnaryOperator<ObjectNode>> steps) {
        this.current = current;
        this.steps = List.copyOf(steps);
    }

    /** Those of this version. */
    static Migrations standard() {
        return of(CURRENT, List.of(Migrations::withExistingHosts, Migrations::withParallelism, PlanRuleNames::since4));
    }

    /** 1 to 2: sites have existing hosts, and groups say where their hosts come from. Until then all were to be bought. */
    static ObjectNode withExistingHosts(ObjectNode file) {
        if (file.path("plan").path("site") instanceof ObjectNode site) {
            site.putArray("existingHosts");
        }
        for (JsonNode option : file.path("plan").path("options")) {
            for (JsonNode cluster : option.path("clusters")) {
                for (JsonNode group : cluster.path("groups")) {
                    if (group instanceof ObjectNode host) {
                        host.put("origin", "BUY");
                    }
                }
            }
        }
        return file;
    }

    /** 2 to 3: replicas may be spread over pipeline stages and groups that share experts. Until then they were not. */
    static ObjectNode withParallelism(ObjectNode file) {
        for (JsonNode option : file.path("plan").path("options")) {
            for (JsonNode assignment : option.path("assignments")) {
                if (assignment instanceof ObjectNode node) {
                    node.put("pipelineParallel", 1).put("expertParallel", 1);
                }
            }
        }
        return file;
    }

    /**
     * @param steps from the oldest: each takes a whole file to the next schema; it may change the tree it is given, and may throw
     *     {@link IllegalArgumentException} with a sentence for the user, without its full stop
     */
    static Migrations of(int current, List<UnaryOperator<ObjectNode>> steps) {
        return new Migrations(current, steps);
    }

    /** The oldest schema that can still be read. */
    int oldest() {
        return current - steps.size();
    }

    /** The file in the current schema. */
    ObjectNode migrate(ObjectNode file) throws BrokenPlan {
        int schema = schemaOf(file);
        if (schema > current) {
            throw new BrokenPlan(
                    "The plan was written by a newer version (schema " + schema + ", this version reads up to "
                            + current + ").",
                    "Update Sizewright, or ask for the plan to be saved with this version.");
        }
        if (schema < oldest()) {
            throw new BrokenPlan(
                    "The plan has schema " + schema + ", and this version reads from " + oldest() + " to " + current
                            + ".",
                    "Open and save it with an older version of Sizewright first.");
        }
        ObjectNode migrated = file;
        for (int from = schema; from < current; from++) {
            try {
                migrated = steps.get(from - oldest()).apply(migrated.deepCopy());
            } catch (IllegalArgumentException refused) {
                throw new BrokenPlan(
                        "The plan could not be brought from schema " + from + " to " + (from + 1) + ": "
                                + refused.getMessage() + ".",
                        "Open it with the version that wrote it, or use the .bak file beside it.");
            }
            migrated.put("schema", from + 1);
        }
        return migrated;
    }

    private static int schemaOf(ObjectNode file) throws BrokenPlan {
        JsonNode schema = file.get("schema");
        if (schema == null) {
            throw new BrokenPlan("The file does not say its \"schema\".", PlanFile.DAMAGED);
        }
        if (!schema.isIntegralNumber() || !schema.canConvertToInt()) {
            throw new BrokenPlan(
                    "/schema must be a whole number, not " + PlanFields.shown(schema) + ".", PlanFile.DAMAGED);
        }
        return schema.intValue();
    }
}
