package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.Figure;
import org.sizewright.sizing.storage.StorageFigures;

/** Storage by purpose and by workload, and the datastore that it takes. */
final class StorageSheet {
    private StorageSheet() {}

    static Sheet of(Material material) {
        StorageFigures storage = material.sizing().storage;
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note(
                "What nobody stated is unknown, and a sum over it says at least (≥): state home directories,"
                        + " disks of VMs and container images with each workload."));
        blocks.add(material.tables().singles("In total", material.storageTotals()));
        if (!storage.rows.keys().isEmpty()) {
            List<Figure> homes = material.calculatedOver(storage.rows);
            List<Figure> figures = new ArrayList<>(List.of(storage.versions, storage.copies));
            figures.addAll(homes);
            blocks.add(material.tables().rowsAcross("By workload", storage.rows, figures, homes));
        }
        return new Sheet(
                "storage",
                "Storage",
                "The datastore by purpose: models, checkpoints, vectors, homes, disks, images.",
                Sheet.Group.RESULTS,
                blocks);
    }
}
