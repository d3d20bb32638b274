package org.sizewright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Value;

/** A value as a field: an unknown is null with its reason beside it, and a bound stands beside the number. */
final class ValueJson {
    private ValueJson() {}

    static void put(ObjectNode node, String field, Value value) {
        switch (value) {
            case Value.Known known -> {
                node.put(field, known.number());
                if (known.bound() != Bound.EXACT) {
                    node.put(field + "Bound", known.bound().name().toLowerCase(Locale.ROOT));
                }
            }
            case Value.Unknown unknown -> node.putNull(field).put(field + "Unknown", unknown.why());
        }
    }
}
