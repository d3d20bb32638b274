package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Source;
import org.sizewright.sizing.Sizing;

/** Licences: by which metric, how many, how many are included, how many to order. */
final class LicencesSheet {
    private LicencesSheet() {}

    static Sheet of(Material material) {
        Sizing sizing = material.sizing();
        List<Block> blocks = new ArrayList<>();
        String sources = sizing.cluster.totalLicences.sources().stream()
                .map(Source::toLine)
                .collect(Collectors.joining("; "));
        blocks.add(new Block.Note("Product: NVIDIA AI Enterprise. Metric: physical GPU. Source: " + sources
                + ". Term and edition: unknown — vendor."));
        blocks.add(material.tables().singles("In total", material.licenceTotals()));
        if (!sizing.demand.hosts.rows.keys().isEmpty()) {
            List<Figure> figures = new ArrayList<>(List.of(sizing.cluster.gpus, sizing.demand.hosts.licencesIncluded));
            figures.addAll(material.licencesOfGroups());
            blocks.add(material.tables()
                    .rowsAcross("Per group of hosts", sizing.demand.hosts.rows, figures, material.licencesOfGroups()));
        }
        return new Sheet(
                "licences",
                "Licences",
                "How many licences, and how many of them are to be ordered.",
                Sheet.Group.RESULTS,
                blocks);
    }
}
