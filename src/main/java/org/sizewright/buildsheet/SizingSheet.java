package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Rows;

/** How much the workloads need and what the hosts give, as live formulas. */
final class SizingSheet {
    private SizingSheet() {}

    static Sheet of(Material material) {
        Map<Rows, List<Figure>> byRows = new LinkedHashMap<>();
        List<Figure> totals = new ArrayList<>();
        List<Figure> searched = new ArrayList<>();
        for (Figure figure : material.sizingFigures()) {
            if (figure.rows().isNone()) {
                (figure.kind() == Figure.Kind.SEARCHED ? searched : totals).add(figure);
            } else {
                byRows.computeIfAbsent(figure.rows(), rows -> new ArrayList<>()).add(figure);
            }
        }
        List<Block> blocks = new ArrayList<>();
        byRows.forEach((rows, figures) -> {
            if (!rows.keys().isEmpty()) {
                blocks.add(material.tables().rowsAcross(title(material, rows), rows, figures));
            }
        });
        if (!totals.isEmpty()) {
            blocks.add(material.tables().singles("In total", totals));
        }
        if (!searched.isEmpty()) {
            blocks.add(material.tables().singles("Found by search", searched));
        }
        return new Sheet(
                "sizing",
                "Sizing",
                "What the workloads need and what the hosts give. Every number is a live formula.",
                Sheet.Group.WORKINGS,
                blocks);
    }

    private static String title(Material material, Rows rows) {
        if (rows.equals(material.sizing().demand.llm.rows)) {
            return "Language models";
        }
        return rows.title();
    }
}
