package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;

/** How every calculated number comes about. */
final class TraceSheet {
    private TraceSheet() {}

    static Sheet of(Material material) {
        List<Figure> ofRacks = material.calculatedOver(material.sizing().site.rackGroups);
        List<Figure> figures = new ArrayList<>(material.calculated());
        // last, since the number of their rows depends on the search
        figures.removeAll(ofRacks);
        figures.addAll(ofRacks);
        List<Cell> cells = figures.stream()
                .flatMap(figure -> material.figures().cells(figure).stream())
                .toList();
        return Sheet.of(
                "trace",
                "Trace",
                "How every calculated number comes about: formula, inputs, sources.",
                Sheet.Group.CONTROL,
                material.tables().trace("", cells));
    }
}
