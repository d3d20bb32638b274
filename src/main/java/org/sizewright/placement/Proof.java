package org.sizewright.placement;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known about the fewest hosts, and why. */
public sealed interface Proof {
    /** The answer in sentences. */
    String words();

    /** So many hosts were found to be enough; empty if no number was. */
    default OptionalInt enough() {
        return switch (this) {
            case Optimal optimal -> OptionalInt.of(optimal.hosts());
            case Between between -> OptionalInt.of(between.upper());
            case Mixture mixture -> OptionalInt.of(mixture.hosts());
            case NotFound notFound -> OptionalInt.empty();
            case CannotFit cannot -> OptionalInt.empty();
        };
    }

    /** What is known of the number of hosts from below, if anything is; of a mixture it is known what it costs. */
    default Optional<LowerBound> fromBelow() {
        return switch (this) {
            case Optimal optimal -> Optional.of(optimal.bound());
            case Between between -> Optional.of(between.bound());
            case Mixture mixture -> Optional.empty();
            case NotFound notFound -> Optional.of(notFound.bound());
            case CannotFit cannot -> cannot.bound();
        };
    }

    /** The number of hosts in as few words as it can be said. */
    default String range() {
        return switch (this) {
            case Optimal optimal -> String.valueOf(optimal.hosts());
            case Between between -> between.lower() + " to " + between.upper();
            case Mixture mixture -> mixture.question().words(mixture.counts());
            case NotFound notFound -> "none found";
            case CannotFit cannot -> "cannot fit";
        };
    }

    /** What a check that shares nothing with the search says of the bound. */
    enum Review {
        /** Nobody asked for it, as for an answer that is there at once. */
        NONE(""),
        CONFIRMED(" A check that shares nothing with the search confirms this bound."),
        OPEN(" The check of this bound was not carried to its end; it found nothing wrong so far.");

        private final String sentence;

        Review(String sentence) {
            this.sentence = sentence;
        }

        /** The outcome in a sentence; empty where there is none. */
        String words() {
            return sentence.strip();
        }
    }

    /**
     * Exactly so many: they are enough (there is a placement) and fewer are not (there is a bound).
     *
     * @param hosts the fewest hosts
     * @param whyEnough why so many are enough
     * @param bound why fewer are not
     * @param review what a check says of the bound
     */
    record Optimal(int hosts, String whyEnough, LowerBound bound, Review review) implements Proof {
        /** Not checked yet. */
        public Optimal(int hosts, String whyEnough, LowerBound bound) {
            this(hosts, whyEnough, bound, Review.NONE);
        }

        @Override
        public String words() {
            return whyEnough + " Fewer cannot: " + bound.words() + review.sentence;
        }
    }

    /**
     * At least {@code bound.hosts()} and at most {@code upper}; whether fewer than {@code upper} would do is open.
     *
     * @param upper so many are enough
     * @param whyEnough why so many are enough
     * @param whyNotFewer what stopped the search at one fewer
     * @param bound why fewer than the lower end are not enough
     * @param review what a check says of the bound
     */
    record Between(int upper, String whyEnough, String whyNotFewer, LowerBound bound, Review review) implements Proof {
        /** Not checked yet. */
        public Between(int upper, String whyEnough, String whyNotFewer, LowerBound bound) {
            this(upper, whyEnough, whyNotFewer, bound, Review.NONE);
        }

        /** The lower end. */
        public int lower() {
            return bound.hosts();
        }

        @Override
        public String words() {
            return "Between " + lower() + " and " + upper + " hosts. " + whyEnough + " " + whyNotFewer
                    + (lower() == 0 ? "" : " At least " + lower() + ": " + bound.words() + review.sentence);
        }
    }

    /**
     * A mixture of several kinds of hosts; the cheapest if the bound costs as much.
     *
     * @param counts hosts of each group, those that are given too
     * @param whyEnough why these are enough
     * @param obstacle what kept the search from knowing more; empty for a proven one
     * @param bound why nothing is cheaper than it says
     * @param oneKind the cheapest other answer that has one kind only
     * @param notes what else is to be known of it
     */
    record Mixture(
            MixQuestion question,
            List<Integer> counts,
            String whyEnough,
            String obstacle,
            CostBound bound,
            Optional<List<Integer>> oneKind,
            List<String> notes)
            implements Proof {
        public Mixture {
            counts = List.copyOf(counts);
            notes = List.copyOf(notes);
        }

        /** What it costs, in hundredths of the question's unit. */
        public long cost() {
            return question.cost(counts);
        }

        /** Whether nothing is cheaper. */
        public boolean isProven() {
            return cost() <= bound.cost();
        }

        /** Hosts that were searched. */
        public int hosts() {
            return question.hosts(counts);
        }

        public Mixture withNote(String note) {
            return new Mixture(
                    question,
                    counts,
                    whyEnough,
                    obstacle,
                    bound,
                    oneKind,
                    Stream.concat(notes.stream(), Stream.of(note)).toList());
        }

        public Mixture withOneKind(Optional<List<Integer>> runnerUp) {
            return new Mixture(question, counts, whyEnough, obstacle, bound, runnerUp, notes);
        }

        /** The answer in one line, with its unit. */
        public String brief() {
            String answer = question.words(counts) + " = " + question.amount(cost());
            return isProven()
                    ? question.objective().words() + ": " + answer
                    : answer + "; nothing below " + question.amount(bound.cost());
        }

        /** The cheapest other answer with one kind of hosts, with the difference. */
        public String runnerUp() {
            return oneKind.map(other -> {
                        long more = question.cost(other) - cost();
                        return "Of one kind only"
                                + (question.searched().stream()
                                                        .filter(group -> counts.get(group) > 0)
                                                        .count()
                                                > 1
                                        ? ": "
                                        : ", next: ")
                                + question.words(other) + " = " + question.amount(question.cost(other))
                                + (more == 0 ? ", as much." : ", " + question.amount(more) + " more.");
                    })
                    .orElse("");
        }

        @Override
        public String words() {
            String proven = isProven() ? "Nothing below " + question.amount(bound.cost()) + ": " : obstacle + " ";
            return Stream.concat(
                            Stream.of(brief() + ".", whyEnough, proven + bound.words(), runnerUp()),
                            Stream.concat(question.note().stream(), notes.stream()))
                    .filter(sentence -> !sentence.isBlank())
                    .collect(Collectors.joining(" "));
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
