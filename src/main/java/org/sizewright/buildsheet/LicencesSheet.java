package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sizewright.delivery.supply.LicenceLine;
import org.sizewright.delivery.supply.LicenceList;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Source;
import org.sizewright.sizing.Sizing;

/** Licences: by which metric, how many, how many are included, how many to order. */
final class LicencesSheet {
    private static final String CORES = "Cores to license";

    private LicencesSheet() {}

    static Sheet of(Material material, LicenceList licences) {
        Sizing sizing = material.sizing();
        List<Block> blocks = new ArrayList<>();
        String sources = sizing.cluster.totalLicences.sources().stream()
                .map(Source::toLine)
                .collect(Collectors.joining("; "));
        blocks.add(products(material, licences));
        if (!licences.service().isEmpty()) {
            blocks.add(new Block.Note(String.join(" ", licences.service())));
        }
        blocks.add(new Block.Note("NVIDIA AI Enterprise by GPU. Source: " + sources + ". Term: unknown — vendor."));
        blocks.add(material.tables().singles("In total", material.licenceTotals()));
        if (!sizing.demand.hosts.rows.keys().isEmpty()) {
            List<Figure> figures = new ArrayList<>(List.of(sizing.cluster.gpus, sizing.demand.hosts.licencesIncluded));
            figures.addAll(material.licencesOfGroups());
            blocks.add(material.tables()
                    .rowsAcross("Per group of hosts", sizing.demand.hosts.rows, figures, material.licencesOfGroups()));
        }
        if (!licences.cores().isEmpty()) {
            blocks.add(cores(material, licences));
        }
        return new Sheet(
                "licences",
                "Licences",
                "How many licences, and how many of them are to be ordered.",
                Sheet.Group.RESULTS,
                blocks);
    }

    private static Block products(Material material, LicenceList licences) {
        Block.Table.Builder table = Block.Table.titled("By product")
                .columns(
                        Column.prose("Product", 34),
                        Column.prose("Release or edition", 22),
                        Column.prose("Metric", 18),
                        Column.number("Licences"),
                        Column.prose("How counted", 40),
                        Column.prose("To know", 60),
                        Column.prose("Source", 50));
        for (LicenceLine line : licences.lines()) {
            table.row(
                    Entry.text(line.product()),
                    Entry.text(line.edition()),
                    Entry.text(line.metric()),
                    line.counted() == LicenceLine.Counted.GPUS
                            ? Entry.mirror(material.sizing().cluster.licencesToOrder)
                            : Entry.number(line.count(), 0),
                    Entry.text(line.formula()),
                    Entry.text(line.notes()),
                    Entry.text(line.source()));
        }
        return table.build();
    }

    private static Block cores(Material material, LicenceList licences) {
        Block.Table.Builder table = Block.Table.titled("Cores of new hosts")
                .note(
                        "Hosts that are there already keep their licences; the cores of other hosts of the site come on top.")
                .columns(
                        Column.prose("Hosts", 30),
                        Column.number("Count"),
                        Column.number("Sockets"),
                        Column.number("Cores per socket"),
                        Column.number("Least per socket"),
                        Column.number(CORES));
        double sum = 0;
        boolean known = true;
        for (LicenceList.CoreCount count : licences.cores()) {
            Cell hosts = material.sizing().cluster.hosts.cell(count.row(), Lane.VALUE);
            Cell sockets = material.figures().get("sockets").cell(count.row(), Lane.VALUE);
            Cell cores = material.figures().get("cores_per_socket").cell(count.row(), Lane.VALUE);
            table.row(
                    Entry.text(count.row().title()),
                    Entry.mirror(hosts),
                    Entry.mirror(sockets),
                    Entry.mirror(cores),
                    Entry.number((long) count.minimum()),
                    material.formulas().cores(hosts, sockets, cores, count));
            sum += count.total().asNumber().orElse(0);
            known &= count.total().isKnown();
        }
        table.total(
                Entry.formula(
                        "IF(COUNT({all " + CORES + "})=" + licences.cores().size() + ",\"Total\",\"At least\")",
                        known ? "Total" : "At least"),
                Entry.empty(),
                Entry.empty(),
                Entry.empty(),
                Entry.empty(),
                Entry.formula("SUM({all " + CORES + "})", sum, 0));
        return table.build();
    }
}
