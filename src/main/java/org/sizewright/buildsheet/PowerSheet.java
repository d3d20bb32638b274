package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Rows;
import org.sizewright.sizing.HostFigures;
import org.sizewright.sizing.Sizing;

/** Power, heat, space and weight: per group of hosts, per rack, in total. */
final class PowerSheet {
    private PowerSheet() {}

    static Sheet of(Material material) {
        Sizing sizing = material.sizing();
        FigureBook book = material.figures();
        HostFigures host = sizing.demand.hosts;
        List<Block> blocks = new ArrayList<>();
        blocks.add(material.rackBanner());
        blocks.add(material.tables().singles("In total", material.powerTotals()));
        if (!host.rows.keys().isEmpty()) {
            List<Figure> figures = new ArrayList<>(List.of(host.basePower, host.gpuPower, host.gpusPerHost));
            host.boards.ifPresent(boards -> figures.add(boards.perHost));
            figures.add(host.hostPower);
            figures.add(sizing.cluster.hosts);
            figures.addAll(
                    material.powerOfGroups().subList(1, material.powerOfGroups().size()));
            blocks.add(
                    material.tables().rowsAcross("Per group of hosts", host.rows, figures, material.powerOfGroups()));
        }
        Rows racks = sizing.site.racks;
        if (!racks.keys().isEmpty()) {
            List<Figure> homes = material.calculatedOver(racks);
            List<Figure> figures = new ArrayList<>();
            for (String id : List.of("usable_per_feed", "feeds", "existing_power")) {
                figures.add(book.get(id));
            }
            figures.addAll(homes);
            blocks.add(material.tables().rowsAcross("Per rack", racks, figures, homes));
        }
        // last, since the number of its rows depends on the search
        Rows rackGroups = sizing.site.rackGroups;
        if (!rackGroups.keys().isEmpty()) {
            List<Figure> homes = material.calculatedOver(rackGroups);
            blocks.add(material.tables().rowsAcross("Hosts in each rack", rackGroups, homes, homes));
        }
        return new Sheet(
                "power",
                "Power",
                "Power, heat, rack space and weight at full load, with one feed lost.",
                Sheet.Group.RESULTS,
                blocks);
    }
}
