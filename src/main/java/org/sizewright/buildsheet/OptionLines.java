package org.sizewright.buildsheet;

import java.util.List;
import java.util.function.Function;
import org.sizewright.figure.Figure;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.result.OptionResult;
import org.sizewright.sizing.Sizing;

/** What is said of an option, on the Summary and where options stand side by side. */
final class OptionLines {
    static final String NOT_PLANNED = "not planned for";
    static final String UNPLACED = "VMs have no place";
    static final String NOT_SURVIVED = "does not survive every failure";

    /** A figure and what it is called here. */
    record Line(String title, Function<Sizing, Figure> figure) {}

    static final List<Line> FIGURES = List.of(
            new Line("Hosts", sizing -> sizing.cluster.totalHosts),
            new Line("GPUs", sizing -> sizing.cluster.totalGpus),
            new Line("GPUs in use", sizing -> sizing.placement.gpusUsed),
            new Line("GPUs free or spare", sizing -> sizing.placement.gpusFree),
            new Line("GPU memory stranded", sizing -> sizing.placement.stranded),
            new Line("VMs asked for", sizing -> sizing.demand.totalVms),
            new Line("VMs placed", sizing -> sizing.placement.placed),
            new Line("Power at full load, existing load included", sizing -> sizing.site.sitePower),
            new Line("Usable power with one feed lost", sizing -> sizing.site.usablePower),
            new Line("Heat of the hosts", sizing -> sizing.cluster.totalHeat),
            new Line("Rack units of the hosts", sizing -> sizing.cluster.totalUnits),
            new Line("Weight of the hosts", sizing -> sizing.cluster.totalWeight),
            new Line("Hosts without room in a rack", sizing -> sizing.placement.hostsWithoutRack),
            new Line("AI Enterprise licences", sizing -> sizing.cluster.totalLicences),
            new Line("AI Enterprise licences to order", sizing -> sizing.cluster.licencesToOrder),
            new Line("Datastore", sizing -> sizing.storage.datastore));

    private OptionLines() {}

    /** Names of options need not differ. */
    static String heading(OptionResult option) {
        return option.option().option().name() + " (" + option.option().option().id() + ")";
    }

    /** How many host failures all clusters of the option tolerate. */
    static int failures(OptionResult option) {
        return option.placements().stream()
                .mapToInt(placed -> placed.problem().policy().failures())
                .min()
                .orElse(0);
    }

    /** The slot of the week that the hosts of an option follow. */
    static String busiest(OptionResult option) {
        return option.placements().stream()
                .flatMap(placed -> placed.week().stream())
                .map(week -> week.busiestSlot().time().windows().words())
                .findFirst()
                .orElse("always the same");
    }

    /** What stands where an option is not fine after failures: machines without a place come first. */
    static String notSurvived(OptionResult option) {
        return option.placements().stream().allMatch(ClusterPlacement::isComplete) ? NOT_SURVIVED : UNPLACED;
    }

    static String survived(int failures) {
        return "survives any " + (failures == 1 ? "host" : failures + " hosts");
    }
}
