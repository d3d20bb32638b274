package org.sizewright.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.figure.Evidence;

/**
 * What of a model is trained: all of it, or how many parameters beside it.
 *
 * @param otherNames further names that it goes by
 * @param terms parameters for each matrix (or vector, or layer) that is trained, if {@code rule} is {@link Rule#TERMS}
 * @param kept bytes that are kept between forward and backward pass per token, for adapters in 32 bit
 * @param keptUpdate bytes that are kept once per step for each element of an adapted matrix
 * @param targets matrices that are adapted where nothing else is said
 * @param rank that is taken where nothing else is said
 * @param settings further numbers of the method, with what is usual
 * @param joinsBase whether the result can be merged into the model, so that serving it costs nothing
 */
public record TuningMethod(
        String id,
        String name,
        List<String> otherNames,
        Trains trains,
        Rule rule,
        Terms terms,
        Kept kept,
        double keptUpdate,
        List<String> targets,
        OptionalInt rank,
        Map<String, Integer> settings,
        boolean joinsBase,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {

    /** What the parameters belong to. */
    public enum Trains {
        EVERYTHING("everything"),
        /** The matrices that were chosen. */
        MATRICES("matrices"),
        NORMS("norms"),
        /** Keys and values of virtual tokens in each layer. */
        PREFIX("prefix"),
        /** Virtual tokens before the first layer. */
        PROMPT("prompt"),
        /** The same through a small network of the model's width. */
        PROMPT_ENCODER("prompt-encoder"),
        /** Rows of the embedding. */
        TOKENS("tokens"),
        /** Something in each layer, as wide as the model. */
        LAYERS("layers");

        private final String word;

        Trains(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** How parameters of one adapted matrix are counted. */
    public enum Rule {
        TERMS("terms"),
        /** A factor per output; in an MLP per input. */
        IA3("ia3"),
        /** Both widths in two factors near their root, small ones in full, large ones at the rank if that is less. */
        LOKR("lokr"),
        /** Skew-symmetric blocks along the input. */
        OFT("oft"),
        /** Blocks along the input, in butterflies, and a factor per output. */
        BOFT("boft"),
        /** One value of each block of the matrix in so many. */
        C3A("c3a"),
        /** Scales of as many random bases as the rank goes into the smaller width. */
        RANDLORA("randlora"),
        /** A fixed number of values. */
        VALUES("values");

        private final String word;

        Rule(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Factors of: rank x in, rank x out, rank, in, out, in x out, and one number more. */
    public record Terms(
            double rankTimesIn,
            double rankTimesOut,
            double rank,
            double in,
            double out,
            double inTimesOut,
            double fixed) {}

    /** Factors of the width in, the width out and the rank. */
    public record Kept(double in, double out, double rank) {}

    public TuningMethod {
        Checks.notBlank("id", id);
        Checks.notBlank("name", name);
        otherNames = List.copyOf(otherNames);
        targets = List.copyOf(targets);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        sources = List.copyOf(sources);
        if (rank.isPresent()) {
            Checks.between("rank", 1, 1_000_000, rank.getAsInt());
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.TUNING_METHOD;
    }

    @Override
    public String key() {
        return id;
    }
}
