package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.sizewright.partition.PartitionMode;
import org.sizewright.ui.look.Tone;

/**
 * What is shown of the profile advisor, prepared.
 *
 * @param mode how vGPUs share a GPU
 * @param profiles what the GPU offers, and whether the user would offer it
 * @param nothing why there is no advice, where none is on its way
 * @param from profiles that machines of the cluster have
 * @param to profiles that they can get
 */
record ProfilePage(
        List<Place> places,
        Place place,
        List<Machines> choices,
        Machines machines,
        double needGib,
        int count,
        PartitionMode mode,
        boolean mixedKnown,
        List<Offered> profiles,
        boolean working,
        List<Advice> advice,
        String nothing,
        List<String> from,
        List<String> to,
        Optional<String> replaced,
        Optional<String> by,
        Optional<Change> change) {
    /** A GPU of a cluster. */
    record Place(ClusterSubject cluster, int group, String text) {
        /** Whether it is the GPU of the same hosts, whatever they are called. */
        boolean isSame(Place other) {
            return cluster.id().equals(other.cluster.id()) && group == other.group;
        }
    }

    /** Machines to advise on. @param vmClass id of their class */
    record Machines(String vmClass, String text) {}

    /** A profile of the GPU. */
    record Offered(String profile, boolean isChosen) {}

    /**
     * A profile with its verdict.
     *
     * @param text the verdict in a word
     * @param same most on a GPU at same size, or as MIG instances; empty where it is not offered so
     * @param mixed most on a GPU at mixed size
     * @param left GiB that a GPU full of it leaves over, as the cluster runs it
     * @param refused machines refused at most in 95 of 100 orders
     * @param stranded GiB stranded at most in 95 of 100 orders
     */
    record Advice(
            String profile,
            String text,
            Tone tone,
            String reason,
            double sizeGib,
            double spareGib,
            OptionalInt same,
            OptionalInt mixed,
            OptionalDouble left,
            Numbers atSame,
            Numbers atMixed) {
        boolean isBest() {
            return tone == Tone.OK;
        }
    }

    /** What the trials gave in a mode; empty where there were none. */
    record Numbers(OptionalInt refused, OptionalDouble stranded) {
        static final Numbers NONE = new Numbers(OptionalInt.empty(), OptionalDouble.empty());
    }

    /** One profile in the place of another. */
    record Change(String words, Tone tone, List<Line> lines) {
        Change {
            lines = List.copyOf(lines);
        }
    }

    /** A number before and after. */
    record Line(String name, String before, String after) {}

    ProfilePage {
        places = List.copyOf(places);
        choices = List.copyOf(choices);
        profiles = List.copyOf(profiles);
        advice = List.copyOf(advice);
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
