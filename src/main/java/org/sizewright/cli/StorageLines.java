package org.sizewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.ValueText;
import org.sizewright.result.OptionResult;
import org.sizewright.sizing.storage.StorageFigures;

/** The storage of an option by purpose: as a line and as JSON. */
final class StorageLines {
    private static final int DECIMALS = 2;

    private StorageLines() {}

    static void print(Console console, OptionResult result) {
        StorageFigures storage = result.sizing().storage;
        console.print("Datastore: " + text(result, storage.datastore, RowKey.SINGLE) + " ("
                + storage.totals().entrySet().stream()
                        .map(each -> each.getKey().title() + " " + text(result, each.getValue(), RowKey.SINGLE))
                        .collect(Collectors.joining(", "))
                + "; " + text(result, storage.reserve, RowKey.SINGLE) + " stay free)");
    }

    static void put(ObjectNode node, OptionResult result) {
        StorageFigures storage = result.sizing().storage;
        ObjectNode all = node.putObject("storage");
        ValueJson.put(all, "datastoreTib", result.figures().value(storage.datastore));
        ValueJson.put(all, "inUseTib", result.figures().value(storage.kept));
        ValueJson.put(all, "reservePercent", result.figures().value(storage.reserve));
        ArrayNode purposes = all.putArray("purposes");
        storage.totals()
                .forEach((purpose, figure) -> ValueJson.put(
                        purposes.addObject().put("id", purpose.id()).put("title", purpose.title()),
                        "tib",
                        result.figures().value(figure)));
        ArrayNode workloads = all.putArray("workloads");
        for (RowKey row : storage.rows.keys()) {
            ObjectNode one = workloads.addObject().put("id", row.id()).put("name", row.title());
            storage.byPurpose()
                    .forEach((purpose, figure) -> ValueJson.put(
                            one, purpose.id() + "Gib", result.figures().value(figure, row)));
        }
    }

    private static String text(OptionResult result, Figure figure, RowKey row) {
        return ValueText.of(result.figures().value(figure, row), figure.unit(), DECIMALS);
    }
}
