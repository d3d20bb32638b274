package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.OptionResult;
import org.sizewright.sizing.storage.StorageFigures;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;

/** What a workload keeps on the datastore by purpose, and the datastore of all workloads. */
final class StorageTiles {
    private StorageTiles() {}

    /** None while the option does not carry the workload. */
    static List<Tile> of(Texts texts, OptionResult result, WorkloadId id, MemoryUnit unit) {
        StorageFigures storage = result.sizing().storage;
        Optional<RowKey> row = RowFigures.row(storage.rows, id);
        if (row.isEmpty()) {
            return List.of();
        }
        RowFigures figures = new RowFigures(texts, result.figures(), row.get(), unit);
        List<Tile> tiles = new ArrayList<>();
        storage.byPurpose().forEach((purpose, figure) -> {
            // what this kind of workload never keeps would only stand in the way
            boolean none = figures.value(figure) instanceof Value.Known known && known.number() == 0;
            if (!none) {
                tiles.add(figures.tile(purpose.title(), figure, ""));
            }
        });
        Value all = result.figures().value(storage.datastore);
        tiles.add(new Tile(
                        texts.get("workloads.outlook.datastore"),
                        ValueText.of(all, storage.datastore.unit(), 1),
                        texts.get(
                                "workloads.outlook.datastore.note",
                                ValueText.of(result.figures().value(storage.reserve), storage.reserve.unit())),
                        all.isKnown(),
                        storage.datastore.cell(RowKey.SINGLE, Lane.VALUE))
                .withTerm("datastore"));
        return tiles;
    }
}
