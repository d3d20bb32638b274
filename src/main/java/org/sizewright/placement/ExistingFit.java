package org.sizewright.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Whether all machines of a cluster fit on its hosts that are there already, none being bought: every machine has a place, and what
 * must restart does, whichever hosts fail.
 *
 * @param hosts how many hosts are there
 * @param machines how many machines ask for a place
 * @param failures how many hosts may fail at once
 * @param today machines that are pinned to these hosts: they run there today
 * @param inPlace while those stay where they are
 * @param repacked when every machine may move
 * @param moves of those that run there today, which move where in the repacking that was found; empty where none is needed or found
 * @param more for groups of hosts that would help, how many more; empty where the machines fit after repacking
 */
public record ExistingFit(
        int hosts,
        int machines,
        int failures,
        List<PinnedVm> today,
        Answer inPlace,
        Answer repacked,
        List<Move> moves,
        List<More> more) {
    /** What is known of one of the two questions. */
    public sealed interface Answer {
        /** They fit. @param placement on the hosts that are there, numbered as if the cluster had no others */
        record Fits(Placement placement) implements Answer {}

        /** They cannot, however they are placed. @param why in sentences */
        record Cannot(String why) implements Answer {}

        /** No placement was found and none is ruled out. @param why in sentences */
        record Open(String why) implements Answer {}

        default boolean fits() {
            return this instanceof Fits;
        }

        /** Whether it is proven that they cannot. */
        default boolean isRuledOut() {
            return this instanceof Cannot;
        }
    }

    /** A machine that runs there today and gets another place. */
    public record Move(PinnedVm from, PinnedVm to) {}

    /**
     * More hosts like those of a group, with which everything fits after repacking.
     *
     * @param group number of the group in the problem
     * @param atLeast fewer more cannot do
     * @param enough so many more were found to do; empty if no number was
     */
    public record More(int group, int atLeast, OptionalInt enough) {
        /** Whether the fewest are known. */
        public boolean isProven() {
            return enough.isPresent() && enough.getAsInt() == atLeast;
        }

        /** The number in as few words as it can be said. */
        public String range() {
            if (enough.isEmpty()) {
                return "at least " + atLeast;
            }
            return isProven() ? String.valueOf(atLeast) : atLeast + " to " + enough.getAsInt();
        }
    }

    public ExistingFit {
        today = List.copyOf(today);
        moves = List.copyOf(moves);
        more = List.copyOf(more);
        if (inPlace.fits() && !repacked.fits() || repacked.isRuledOut() && !inPlace.isRuledOut()) {
            throw new IllegalArgumentException("what fits in place fits after repacking, too");
        }
    }

    /** The answer in sentences, with the names that the cluster has for its hosts. Classes are named by their ids. */
    public String words(ClusterPlacement placed) {
        String all = "All " + machines + " machines";
        String there = hosts + (hosts == 1 ? " host that is" : " hosts that are") + " there";
        if (inPlace.fits()) {
            return all + " fit on the " + there + (today.isEmpty() ? ". " : " in place: " + stay() + " ") + survival();
        }
        String inPlaceNot = inPlace.isRuledOut() ? "cannot fit" : "were not found to fit";
        if (repacked.fits()) {
            return all + " fit on the " + there + " only after repacking: while " + stays() + " stay, they "
                    + inPlaceNot + ". " + moved() + " " + survival() + " " + why(inPlace);
        }
        String repackedNot = repacked.isRuledOut()
                ? "do not fit on the " + there + ", not even when all of them are placed anew. "
                : "were not found to fit on the " + there + ", nor is it ruled out. ";
        return "The " + machines + " machines " + repackedNot + why(repacked) + helped(placed);
    }

    private String stay() {
        return today.size() == 1
                ? "the one that runs there today stays where it is."
                : "the " + today.size() + " that run there today stay where they are.";
    }

    private String stays() {
        return today.size() == 1 ? "the one that runs there today" : "the " + today.size() + " that run there today";
    }

    private String moved() {
        return moves.size() == 1
                ? "One of them moves in the repacking that was found."
                : moves.size() + " of them move in the repacking that was found; fewer may do.";
    }

    private String survival() {
        return switch (failures) {
            case 0 -> "No host failure is planned for.";
            case 1 -> "What must restart does after any host failure.";
            default -> "What must restart does after any " + failures + " host failures.";
        };
    }

    private static String why(Answer answer) {
        return switch (answer) {
            case Answer.Fits fits -> "";
            case Answer.Cannot cannot -> cannot.why();
            case Answer.Open open -> open.why();
        };
    }

    private String helped(ClusterPlacement placed) {
        List<String> ways = new ArrayList<>();
        for (More each : more) {
            String kind = " like "
                    + placed.cluster().groups().get(each.group()).group().name();
            String count = each.range() + (each.range().equals("1") ? " more host" : " more hosts") + kind;
            ways.add(
                    each.enough().isEmpty()
                            ? count + ", of which no number was found to do"
                            : count + (each.isProven() ? " (proven: none fewer)" : " (open within this range)"));
        }
        if (ways.isEmpty()) {
            return "";
        }
        return " All fit, placed anew" + (failures > 0 ? " and with what must restart after a failure" : "") + ", with "
                + String.join(", or with ", ways) + ".";
    }
}
