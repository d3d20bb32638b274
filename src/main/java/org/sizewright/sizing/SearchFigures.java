package org.sizewright.sizing;

import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;

/** What the search found, as numbers that turn stale when an input under it is changed in the workbook. */
public final class SearchFigures {
    private static final Source SEARCH = Source.of("Placement, accepted by the checker", "", "", Evidence.COMPUTED);

    /**
     * What a placement comes to.
     *
     * @param survives whether every machine that must restart does, after each failure that the clusters tolerate
     */
    public record Counts(
            int placed,
            int refused,
            int gpusUsed,
            int gpusFree,
            double strandedGib,
            boolean survives,
            int hostsWithoutRack) {}

    public final Figure placed;
    public final Figure refused;
    public final Figure gpusUsed;
    public final Figure gpusFree;
    public final Figure stranded;
    public final Figure survives;
    public final Figure hostsWithoutRack;

    SearchFigures(Demand demand, ClusterFigures cluster, SiteFigures site, Counts counts) {
        FigureBook.Scope all = demand.book().single();
        placed = found(all, cluster.current, "vms_placed", Unit.COUNT, "VMs placed", counts.placed());
        refused = found(all, cluster.current, "vms_refused", Unit.COUNT, "VMs without a place", counts.refused());
        gpusUsed = found(all, cluster.current, "gpus_used", Unit.COUNT, "GPUs in use", counts.gpusUsed());
        gpusFree = found(all, cluster.current, "gpus_free", Unit.COUNT, "GPUs free", counts.gpusFree());
        stranded = found(all, cluster.current, "stranded", Unit.GIB, "GPU memory stranded", counts.strandedGib());
        survives = found(
                all,
                cluster.current,
                "survives",
                Unit.COUNT,
                "Survives the tolerated host failures (1 = yes)",
                counts.survives() ? 1 : 0);
        hostsWithoutRack = found(
                all,
                site.current,
                "hosts_without_rack",
                Unit.COUNT,
                "Hosts without room in a rack",
                counts.hostsWithoutRack());
    }

    private static Figure found(
            FigureBook.Scope all, Figure current, String id, Unit unit, String title, double number) {
        return all.searched(
                id,
                unit,
                title,
                Formula.when(
                        current.equalTo(Formula.constant(1)),
                        Formula.constant(number, unit),
                        new Formula.Missing("stale", "an input under the search was changed", unit)),
                SEARCH);
    }
}
