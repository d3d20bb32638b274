package org.sizewright.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sizewright.catalog.CatalogDifference.Changed;
import org.sizewright.catalog.CatalogDifference.FieldChange;

/**
 * The difference of two exports as JSON: {@code added} and {@code removed} with the entries as an import's report has them,
 * {@code changed} with the rows of both and the fields, {@code same} as a count. What is unknown is null.
 */
public final class DifferenceReport {
    private DifferenceReport() {}

    public static ObjectNode toJson(CatalogDifference difference) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ArrayNode added = report.putArray("added");
        difference.added().forEach(entry -> ImportReport.put(added.addObject(), entry));
        ArrayNode removed = report.putArray("removed");
        difference.removed().forEach(entry -> ImportReport.put(removed.addObject(), entry));
        ArrayNode changed = report.putArray("changed");
        difference.changed().forEach(change -> changed.add(toJson(change)));
        report.put("same", difference.same());
        ArrayNode notCompared = report.putArray("notCompared");
        difference.notCompared().forEach(field -> notCompared.add(field.field()));
        return report;
    }

    private static ObjectNode toJson(Changed change) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("oldRow", change.before().raw().row());
        ImportReport.put(node, change.after());
        ArrayNode changes = node.putArray("changes");
        for (FieldChange field : change.changes()) {
            ObjectNode one = changes.addObject().put("field", field.field());
            put(one, "old", field.before());
            put(one, "new", field.after());
        }
        return node;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (value.isEmpty()) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
