package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Legend;
import org.sizewright.ui.part.WeekChart;

/** What the screen shows, prepared. */
sealed interface PlacementPage {
    /** There is nothing to draw; {@code reason} says why. */
    record Nothing(Reason reason) implements PlacementPage {
        enum Reason {
            CALCULATING,
            NOT_CALCULATED,
            NO_CLUSTER,
            NO_MACHINES
        }
    }

    /**
     * Clusters with their machines.
     *
     * @param problems machines without a place, and what the checker refused
     * @param calculating whether a newer result is on its way
     * @param proving how far the proof of the number of hosts is
     */
    record Drawn(
            List<Section> sections,
            List<Legend.Entry> legend,
            List<Problem> problems,
            boolean calculating,
            Proving proving)
            implements PlacementPage {
        public Drawn {
            sections = List.copyOf(sections);
            legend = List.copyOf(legend);
            problems = List.copyOf(problems);
        }
    }

    /**
     * One cluster.
     *
     * @param existing whether everything fits on the hosts that are there; empty where there are none
     * @param pins how many machines are pinned; empty where none are
     * @param hosts hosts that can be made to fail
     * @param failing numbers of those that do
     * @param week when what runs; empty where everything always does
     * @param outcome what the failure that is shown does, in a sentence; empty while everything runs
     */
    record Section(
            String id,
            String title,
            Verdict proof,
            Verdict survival,
            Optional<Verdict> existing,
            Optional<Verdict> pins,
            List<HostChoice> hosts,
            List<Integer> failing,
            Optional<Verdict> outcome,
            Optional<Week> week,
            ClusterScene scene) {
        public Section {
            hosts = List.copyOf(hosts);
            failing = List.copyOf(failing);
        }
    }

    /**
     * The week of a cluster.
     *
     * @param chosen number of the slot whose placement is shown
     * @param words what the slot comes to, in a line
     */
    record Week(List<WeekChart.Row> rows, List<WeekChart.Step> steps, String chosen, String words) {
        public Week {
            rows = List.copyOf(rows);
            steps = List.copyOf(steps);
        }
    }

    /** A judgement in a few words. */
    record Verdict(String words, Tone tone) {}

    /** A host that can fail. */
    record HostChoice(int host, String name) {}

    /** Something that has no place. */
    record Problem(String who, String why) {}

    /** How far the proof of the number of hosts is. */
    enum Proving {
        /** Everything is proven, or nothing is to be. */
        DONE,
        /** It runs. */
        RUNNING,
        /** It ended with a range. */
        OPEN
    }
}
