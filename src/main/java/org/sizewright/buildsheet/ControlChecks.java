package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.sizing.Sizing;

/** Sums that must agree, counted again by other ways than the figures themselves. */
final class ControlChecks {
    private final Material material;
    private final FigureBook figures;
    private final Block.Table.Builder table =
            Block.Table.titled("Control checks").columns(Column.text("Check").withWidth(44), Column.status("Result"));

    private ControlChecks(Material material) {
        this.material = material;
        this.figures = material.figures();
    }

    static Block table(Material material) {
        return new ControlChecks(material).build();
    }

    private Block build() {
        Sizing sizing = material.sizing();
        List<String> products = new ArrayList<>();
        List<Cell> counted = new ArrayList<>();
        double bom = 0;
        for (RowKey row : sizing.demand.hosts.rows.keys()) {
            Cell hosts = sizing.cluster.hosts.cell(row, Lane.VALUE);
            Cell each = sizing.demand.hosts.gpusPerHost.cell(row, Lane.VALUE);
            products.add(hosts.name() + "*" + each.name());
            counted.add(hosts);
            counted.add(each);
            bom += number(hosts) * number(each);
        }
        if (!products.isEmpty()) {
            same(
                    "GPUs on the BOM = GPUs of the hosts",
                    String.join("+", products),
                    bom,
                    counted,
                    List.of(sizing.cluster.totalGpus.cell()));
        }
        same(
                "GPUs = GPUs in use + GPUs free",
                sizing.cluster.totalGpus,
                sizing.placement.gpusUsed,
                sizing.placement.gpusFree);
        same(
                "VMs asked for = placed + without a place",
                sizing.demand.totalVms,
                sizing.placement.placed,
                sizing.placement.refused);
        List<Cell> racked = new ArrayList<>();
        for (RowKey row : sizing.site.rackGroups.keys()) {
            racked.add(sizing.site.hostsInRack.cell(row, Lane.VALUE));
        }
        racked.add(sizing.placement.hostsWithoutRack.cell());
        same(
                "Hosts = hosts in racks + hosts without a rack",
                sizing.cluster.totalHosts.cell().name(),
                number(sizing.cluster.totalHosts.cell()),
                List.of(sizing.cluster.totalHosts.cell()),
                racked);
        notMore("Power is within what one feed carries", sizing.site.sitePower.cell(), sizing.site.usablePower.cell());
        return table.build();
    }

    private void same(String title, Figure left, Figure first, Figure second) {
        same(
                title,
                left.cell().name(),
                number(left.cell()),
                List.of(left.cell()),
                List.of(first.cell(), second.cell()));
    }

    private void same(String title, String left, double leftNow, List<Cell> leftCells, List<Cell> right) {
        List<Cell> reads = new ArrayList<>(leftCells);
        reads.addAll(right);
        double rightNow = right.stream().mapToDouble(this::number).sum();
        String sum = String.join("-", right.stream().map(Cell::name).toList());
        row(title, reads, "ROUND(" + left + "-" + sum + ",6)=0", Math.abs(leftNow - rightNow) < 5e-7);
    }

    private void notMore(String title, Cell less, Cell more) {
        row(
                title,
                List.of(less, more),
                "ROUND(" + less.name() + "-" + more.name() + ",6)<=0",
                number(less) - number(more) < 5e-7);
    }

    private void row(String title, List<Cell> reads, String condition, boolean holds) {
        table.row(Entry.text(title), material.formulas().check(reads, condition, holds));
    }

    private double number(Cell cell) {
        return figures.value(cell).asNumber().orElse(0);
    }
}
