package org.sizewright.sizing.training;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TuningMethod;

/**
 * What of a model is trained.
 *
 * @param rank of adapters, or the number of virtual or new tokens; empty = what is usual for method and software
 * @param targets names of the matrices that are adapted, as published checkpoints call them, or {@code all-linear}; none = what is
 *     usual
 * @param settings further numbers of the method, where they are not the usual ones
 * @param withEmbeddings whether embedding and output head are trained as a whole besides
 */
public record Tuning(
        TuningMethod method,
        OptionalInt rank,
        List<String> targets,
        Map<String, Integer> settings,
        boolean withEmbeddings) {
    public static final String ALL_LINEAR = "all-linear";

    public Tuning {
        targets = List.copyOf(targets);
        settings = Map.copyOf(settings);
        if (rank.isPresent() && (rank.getAsInt() < 1 || rank.getAsInt() > 1_000_000)) {
            throw new IllegalArgumentException("a rank is 1 to 1 000 000, not " + rank.getAsInt());
        }
    }

    /** The method with all that is usual. */
    public static Tuning of(TuningMethod method) {
        return new Tuning(method, OptionalInt.empty(), List.of(), Map.of(), false);
    }

    int rankOn(TrainingStack stack) {
        if (rank.isPresent()) {
            return rank.getAsInt();
        }
        Integer usual = stack.usualRanks().get(method.id());
        return usual != null ? usual : method.rank().orElse(1);
    }

    int setting(String name, int otherwise) {
        Integer own = settings.get(name);
        return own != null ? own : method.settings().getOrDefault(name, otherwise);
    }
}
