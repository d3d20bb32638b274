package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sizewright.buildsheet.handover.VmNames;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.plan.Plan;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.Survival;
import org.sizewright.result.OptionResult;
import org.sizewright.sizing.ClusterFigures;
import org.sizewright.sizing.Sizing;

/** What all sheets are made from, and which sheet is home to which figures. */
record Material(BuildSheetSubject subject, FigureBook figures, FigureTables tables, LiveFormulas formulas) {
    static Material of(BuildSheetSubject subject) {
        FigureBook figures = subject.live().figures();
        return new Material(
                subject,
                figures,
                new FigureTables(figures),
                new LiveFormulas(figures, subject.live().sizing()));
    }

    OptionResult live() {
        return subject.live();
    }

    Sizing sizing() {
        return live().sizing();
    }

    Plan plan() {
        return subject.plan().plan().plan();
    }

    /** Says whether the placement still belongs to the inputs of the workbook. */
    Block placementBanner() {
        return Staleness.banner(figures, sizing().cluster.current.cell());
    }

    /** The same for the racks, which are filled after the placement. */
    Block rackBanner() {
        return Staleness.banner(figures, sizing().site.current.cell());
    }

    /** The same for both searches in one line. */
    Block searchBanner() {
        return new Block.Banner(formulas.bothCurrent(Staleness.CURRENT_SENTENCE, Staleness.STALE_SENTENCE));
    }

    String workloadName(String vmClass) {
        return VmNames.workload(plan(), vmClass);
    }

    String vmName(String vmClass, int number) {
        return VmNames.of(plan(), vmClass, number);
    }

    static RowKey row(ResolvedGroup group) {
        return new RowKey(group.group().id().value(), group.group().name());
    }

    /** The server list's own place of a group's server. */
    static String catalogRow(ResolvedGroup group) {
        return "sheet " + group.server().raw().sheet() + " row "
                + group.server().raw().row();
    }

    /** Where a host that is there was read. */
    static String inventoryRow(InventoryHost host) {
        return host.row().map(InventoryHost.InventoryRow::toText).orElse("typed in");
    }

    static String words(Survival survival) {
        return switch (survival) {
            case MUST_RESTART -> "must restart";
            case MAY_STAY_DOWN -> "may stay down";
            case MAY_BE_EVICTED -> "may be stopped for others";
        };
    }

    List<Figure> given() {
        return figures.figures().stream()
                .filter(figure -> figure.formula().isEmpty())
                .toList();
    }

    List<Figure> calculated() {
        return figures.figures().stream()
                .filter(figure -> figure.formula().isPresent())
                .toList();
    }

    List<Figure> calculatedOver(Rows rows) {
        return calculated().stream()
                .filter(figure -> figure.rows().equals(rows))
                .toList();
    }

    /** Figures of host groups whose home is the sheet Power. */
    List<Figure> powerOfGroups() {
        ClusterFigures cluster = sizing().cluster;
        return List.of(sizing().demand.hosts.hostPower, cluster.power, cluster.heat, cluster.units, cluster.weight);
    }

    /** Single figures whose home is the sheet Power. */
    List<Figure> powerTotals() {
        ClusterFigures cluster = sizing().cluster;
        return List.of(
                sizing().site.sitePower,
                sizing().site.usablePower,
                cluster.totalPower,
                cluster.totalHeat,
                cluster.totalUnits,
                sizing().site.siteUnitsLeft,
                cluster.totalWeight);
    }

    /** Figures of host groups whose home is the sheet Licences. */
    List<Figure> licencesOfGroups() {
        return List.of(sizing().cluster.licences, sizing().cluster.licencesIncluded);
    }

    /** Single figures whose home is the sheet Licences. */
    List<Figure> licenceTotals() {
        return List.of(sizing().cluster.totalLicences, sizing().cluster.licencesToOrder);
    }

    /** Single figures whose home is the sheet Storage. */
    List<Figure> storageTotals() {
        List<Figure> all = new ArrayList<>(sizing().storage.totals().values());
        all.add(sizing().storage.kept);
        all.add(sizing().storage.datastore);
        return all;
    }

    /** Everything calculated that has no other home, so that a new figure finds its place by itself. */
    List<Figure> sizingFigures() {
        Set<Figure> elsewhere = new HashSet<>();
        elsewhere.addAll(powerOfGroups());
        elsewhere.addAll(powerTotals());
        elsewhere.addAll(licencesOfGroups());
        elsewhere.addAll(licenceTotals());
        elsewhere.addAll(calculatedOver(sizing().site.racks));
        elsewhere.addAll(calculatedOver(sizing().site.rackGroups));
        elsewhere.addAll(storageTotals());
        elsewhere.addAll(calculatedOver(sizing().storage.rows));
        return calculated().stream()
                .filter(figure -> !elsewhere.contains(figure) && !figure.rows().isDetail())
                .toList();
    }

    /** All figures of the rows that other rows sum up; inputs stand with the inputs. */
    Map<Rows, List<Figure>> details() {
        Map<Rows, List<Figure>> details = new LinkedHashMap<>();
        for (Figure figure : figures().figures()) {
            if (figure.rows().isDetail() && !figure.rows().keys().isEmpty() && figure.kind() != Figure.Kind.INPUT) {
                details.computeIfAbsent(figure.rows(), rows -> new ArrayList<>())
                        .add(figure);
            }
        }
        return details;
    }

    /** Lanes in reading order: the value, then the band. */
    static List<Lane> lanes(Figure figure) {
        return figure.isBanded() ? List.of(Lane.VALUE, Lane.LOW, Lane.HIGH) : List.of(Lane.VALUE);
    }
}
