package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.GgufTensor.GgufModel;
import org.sizewright.library.GgufTensor.Use;

/**
 * Which type a mix gives to some of the matrices: all conditions that are stated must hold.
 *
 * @param of uses that it is about; all but the output if empty
 * @param type the id of a {@link GgufType}
 * @param at where in the model
 * @param byOrdinal whether {@code at} counts matrices even where there are experts, which otherwise count by layer
 * @param groupFrom least number of query heads for each head of keys and values
 * @param experts exactly so many experts
 * @param expertsFrom at least so many
 * @param layers exactly so many layers
 * @param importanceMatrix with one, or without
 * @param families only these {@link ModelFamily families}; all if empty
 * @param exceptFamilies not these
 * @param stacked only matrices that are kept as one of three dimensions
 * @param misfit only where the columns are no multiple of the block of the mix's own type
 */
public record GgufRule(
        List<Use> of,
        String type,
        Optional<Position> at,
        boolean byOrdinal,
        Optional<Integer> groupFrom,
        Optional<Integer> experts,
        Optional<Integer> expertsFrom,
        Optional<Integer> layers,
        Optional<Boolean> importanceMatrix,
        List<String> families,
        List<String> exceptFamilies,
        boolean stacked,
        boolean misfit) {
    /** Where in a model, of index i of n, with division of whole numbers. */
    public enum Position {
        FIRST_TWO("first-two"),
        FIRST_FOUR("first-four"),
        FIRST_EIGHTH("first-eighth"),
        FIRST_SIXTEENTH("first-sixteenth"),
        /** Neither the first nor the last eighth. */
        MIDDLE("middle"),
        /** The first and the last eighth, and every third between them. */
        MORE_BITS("more-bits");

        private final String word;

        Position(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        boolean holds(int i, int n) {
            return switch (this) {
                case FIRST_TWO -> i < 2;
                case FIRST_FOUR -> i < 4;
                case FIRST_EIGHTH -> i < n / 8;
                case FIRST_SIXTEENTH -> i < n / 16;
                case MIDDLE -> i >= n / 8 && i < 7 * n / 8;
                case MORE_BITS -> i < n / 8 || i >= 7 * n / 8 || (i - n / 8) % 3 == 2;
            };
        }
    }

    public GgufRule {
        Checks.notBlank("type", type);
        of = List.copyOf(of);
        families = List.copyOf(families);
        exceptFamilies = List.copyOf(exceptFamilies);
    }

    /** @param own the type that the mix has where no rule says otherwise */
    boolean matches(GgufTensor tensor, GgufModel model, GgufType own) {
        boolean use = of.isEmpty() ? tensor.use() != Use.OUTPUT : of.contains(tensor.use());
        return use
                && at.map(position -> position.holds(index(tensor, model), count(tensor, model)))
                        .orElse(true)
                && groupFrom.map(least -> model.group() >= least).orElse(true)
                && experts.map(exactly -> model.experts() == exactly).orElse(true)
                && expertsFrom.map(least -> model.experts() >= least).orElse(true)
                && layers.map(exactly -> model.layers() == exactly).orElse(true)
                && importanceMatrix
                        .map(wanted -> model.importanceMatrix() == wanted)
                        .orElse(true)
                && (families.isEmpty() || families.contains(model.family()))
                && !exceptFamilies.contains(model.family())
                && (!stacked || tensor.stacked())
                && (!misfit || !own.fits(tensor.columns()));
    }

    private int index(GgufTensor tensor, GgufModel model) {
        boolean byLayer = model.experts() > 1 && !byOrdinal && tensor.use() != Use.ATTN_V;
        return byLayer ? tensor.layer() : tensor.ordinal();
    }

    /** Matrices of the MLP are counted against the layers of the model, however many there are. */
    private static int count(GgufTensor tensor, GgufModel model) {
        return tensor.use() == Use.ATTN_V ? tensor.count() : model.layers();
    }
}
