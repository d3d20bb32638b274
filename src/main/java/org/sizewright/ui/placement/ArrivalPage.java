package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.arrival.ArrivalFigures;
import org.sizewright.placement.arrival.GpuChoice;
import org.sizewright.ui.chart.Curves;
import org.sizewright.ui.part.Legend;

/**
 * What is shown of arriving machines, prepared.
 *
 * @param at how many events have happened
 * @param changed whether the user changed the script by hand
 */
record ArrivalPage(
        List<ClusterSubject> clusters,
        ClusterSubject cluster,
        Settings settings,
        int at,
        int size,
        boolean changed,
        List<Lane> lanes,
        List<Profile> profiles,
        List<Addable> addable,
        List<Legend.Entry> legend) {
    /**
     * How machines arrive.
     *
     * @param random in a random order by the seed, else in that of the plan
     * @param leaving percent of them that leave again
     */
    record Settings(boolean random, long seed, GpuChoice choice, int leaving) {}

    /**
     * The hosts in one mode.
     *
     * @param nothing why this mode is not drawn; empty if it is
     * @param last the machine that the last event started, if it found a place
     * @param note what the last event did here
     */
    record Lane(
            PartitionMode mode,
            Optional<String> nothing,
            ClusterScene scene,
            ArrivalFigures figures,
            Optional<PlacedVm> last,
            String note) {}

    /** The machines of a profile; empty where a mode is not drawn. */
    record Profile(String name, int arrived, ArrivalFigures.Count same, Optional<ArrivalFigures.Count> mixed) {}

    /** A class of which another machine can be added. */
    record Addable(String vmClass, String text) {}

    /**
     * Many random orders.
     *
     * @param nothing why there is no curve
     */
    record Trials(
            boolean working, Optional<Curves> refused, Optional<Curves> stranded, List<Worst> worst, String nothing) {}

    /** The order that refuses most. @param text mode and number in words @param more what else it comes to */
    record Worst(PartitionMode mode, long seed, String text, String more) {}

    ArrivalPage {
        clusters = List.copyOf(clusters);
        lanes = List.copyOf(lanes);
        profiles = List.copyOf(profiles);
        addable = List.copyOf(addable);
        legend = List.copyOf(legend);
    }
}
