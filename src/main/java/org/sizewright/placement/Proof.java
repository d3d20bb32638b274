package org.sizewright.placement;

import java.util.Optional;
import java.util.OptionalInt;

/** What is known about the fewest hosts, and why. */
public sealed interface Proof {
    /** The answer in sentences. */
    String words();

    /** So many hosts were found to be enough; empty if no number was. */
    default OptionalInt enough() {
        return switch (this) {
            case Optimal optimal -> OptionalInt.of(optimal.hosts());
            case Between between -> OptionalInt.of(between.upper());
            case NotFound notFound -> OptionalInt.empty();
            case CannotFit cannot -> OptionalInt.empty();
        };
    }

    /** What is known from below, if anything is. */
    default Optional<LowerBound> fromBelow() {
        return switch (this) {
            case Optimal optimal -> Optional.of(optimal.bound());
            case Between between -> Optional.of(between.bound());
            case NotFound notFound -> Optional.of(notFound.bound());
            case CannotFit cannot -> cannot.bound();
        };
    }

    /** The number of hosts in as few words as it can be said. */
    default String range() {
        return switch (this) {
            case Optimal optimal -> String.valueOf(optimal.hosts());
            case Between between -> between.lower() + " to " + between.upper();
            case NotFound notFound -> "none found";
            case CannotFit cannot -> "cannot fit";
        };
    }

    /**
     * Exactly so many: they are enough (there is a placement) and fewer are not (there is a bound).
     *
     * @param hosts the fewest hosts
     * @param whyEnough why so many are enough
     * @param bound why fewer are not
     */
    record Optimal(int hosts, String whyEnough, LowerBound bound) implements Proof {
        @Override
        public String words() {
            return whyEnough + " Fewer cannot: " + bound.words();
        }
    }

    /**
     * At least {@code bound.hosts()} and at most {@code upper}; whether fewer than {@code upper} would do is open.
     *
     * @param upper so many are enough
     * @param whyEnough why so many are enough
     * @param whyNotFewer what stopped the search at one fewer
     * @param bound why fewer than the lower end are not enough
     */
    record Between(int upper, String whyEnough, String whyNotFewer, LowerBound bound) implements Proof {
        /** The lower end. */
        public int lower() {
            return bound.hosts();
        }

        @Override
        public String words() {
            return "Between " + lower() + " and " + upper + " hosts. " + whyEnough + " " + whyNotFewer + " At least "
                    + lower() + ": " + bound.words();
        }
    }

    /**
     * Up to the maximum no placement was found, but none is ruled out either.
     *
     * @param maximum the most hosts that were tried
     * @param why what stopped the search there
     * @param bound what is known from below
     */
    record NotFound(int maximum, String why, LowerBound bound) implements Proof {
        @Override
        public String words() {
            return "No placement was found with up to " + maximum + " hosts. " + why;
        }
    }

    /**
     * It cannot be done within the maximum.
     *
     * @param reason why, with what to change
     * @param bound the bound that rules it out, if it is one
     */
    record CannotFit(String reason, Optional<LowerBound> bound) implements Proof {
        @Override
        public String words() {
            return reason;
        }
    }
}
