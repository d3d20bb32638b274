package org.sizewright.ui.cluster;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.Chassis;
import org.sizewright.library.Gpu;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Rack;
import org.sizewright.plan.Site;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.StackedBar;
import org.sizewright.ui.part.Why;

/** What the screen shows, prepared. */
record ClusterPage(
        String option, Option.Platform platform, List<ClusterPart> clusters, SitePart site, boolean calculating) {
    ClusterPage {
        clusters = List.copyOf(clusters);
    }

    /** @param mix the answer where several groups are on AUTO: in a line, and why */
    record ClusterPart(Cluster cluster, List<GroupPart> groups, Optional<MixPart> mix) {
        ClusterPart {
            groups = List.copyOf(groups);
        }
    }

    /**
     * The mixture that was found.
     *
     * @param answer in a line
     * @param runnerUp the cheapest of one kind, with the difference; may be empty
     * @param note why it is not what was asked for; may be empty
     */
    record MixPart(String answer, String runnerUp, String note, Tone tone, Why why) {}

    /**
     * A group of equal hosts.
     *
     * @param gpus the GPUs that the catalog entry may mean
     * @param gpu the one chosen; empty if the library does not know it
     * @param host what one host gives
     * @param all what all hosts come to
     * @param labels those that are in use in the plan
     * @param removable whether it can be taken out: there already, or one of several
     * @param toKeep what was typed in about the server, as a record for the user's own library; empty if nothing new was
     */
    record GroupPart(
            ClusterId cluster,
            HostGroup group,
            ServerPart server,
            List<Gpu> gpus,
            Optional<Gpu> gpu,
            HostsPart hosts,
            TypedPart basePower,
            TypedPart height,
            TypedPart weight,
            List<Shown> host,
            List<Shown> all,
            List<String> labels,
            boolean removable,
            Optional<Chassis> toKeep) {
        GroupPart {
            gpus = List.copyOf(gpus);
            host = List.copyOf(host);
            all = List.copyOf(all);
            labels = List.copyOf(labels);
        }
    }

    /** The server as the catalog names it; {@code known} is false where no catalog has it. */
    record ServerPart(String name, List<Word> words, boolean known) {
        ServerPart {
            words = List.copyOf(words);
        }
    }

    /** A word with its tone. */
    record Word(String text, Tone tone) {}

    /** How many hosts: entered by hand, or found for AUTO. */
    record HostsPart(Optional<Integer> entered, Optional<Integer> found, String note) {}

    /** A fact that can be typed in over what the library says. */
    record TypedPart(Optional<BigDecimal> typed, Optional<BigDecimal> library, String note) {}

    /** @param limits how many hosts of each group go into a rack, and by what */
    record SitePart(Site site, List<RackPart> racks, List<Shown> figures, List<RackLimits.Line> limits) {
        SitePart {
            racks = List.copyOf(racks);
            figures = List.copyOf(figures);
            limits = List.copyOf(limits);
        }
    }

    /** A rack; what it carries is empty until it was calculated. */
    record RackPart(Rack rack, Optional<Load> load) {}

    /**
     * What stands in a rack.
     *
     * @param power what the usable power with one feed lost goes to
     * @param usable that power, in the unit of the segments
     * @param over by how much the load is above it
     * @param verdict whether it all fits
     */
    record Load(
            List<StackedBar.Segment> power,
            double usable,
            String usableText,
            Optional<String> over,
            List<Standing> hosts,
            List<Shown> figures,
            Word verdict) {
        Load {
            power = List.copyOf(power);
            hosts = List.copyOf(hosts);
            figures = List.copyOf(figures);
        }
    }

    /** A host in a rack. */
    record Standing(String name, String number, Optional<Integer> units, Fill fill) {}
}
