package org.sizewright.library;

import java.util.Locale;
import java.util.Optional;
import org.sizewright.library.model.Ending;
import org.sizewright.library.model.FamilyTraits;

/** What a model was made for. Any model can be tried for anything else. */
public enum ModelUse {
    /** Writes text. */
    GENERATION,
    /** Turns texts into vectors. */
    EMBEDDING,
    /** Says how well a passage answers a query. */
    RERANKER,
    /** Says whether what is asked or answered is allowed. */
    GUARDRAIL;

    /** As files spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What follows from the class that the configuration names, else from the family. */
    static ModelUse of(ModelArchitecture model, Optional<ModelFamily> family) {
        return switch (model.config().map(Ending::of).orElse(Ending.WORDS)) {
            case VECTOR -> EMBEDDING;
            case SCORES -> RERANKER;
            case WORDS ->
                family.filter(known -> known.traits().build() == FamilyTraits.Build.ENCODER)
                                .isPresent()
                        ? EMBEDDING
                        : GENERATION;
        };
    }
}
