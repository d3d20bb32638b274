package org.sizewright.sizing.generation;

import org.sizewright.figure.RowKey;
import org.sizewright.library.GenerationStack;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.FamilyTraits.Fused;
import org.sizewright.library.model.ModelShape;

/**
 * A model that generates text in a process of its own, without an engine's pool.
 *
 * @param fused which matrices its checkpoint holds as one
 * @param cacheBytes bytes of a cached value
 * @param head what becomes of the output head
 * @param prompt tokens of a prompt
 * @param generated tokens that follow, at most
 * @param batch prompts at once
 * @param gpus over which the layers are spread
 * @param hopper whether these are of compute capability 9.0 or above
 * @param promptCounted whether the peak is watched from the prompt on; a measurement may begin later, a sizing never does
 */
public record GenerationSubject(
        RowKey row,
        ModelArchitecture model,
        ModelShape shape,
        Fused fused,
        NumberFormat weights,
        double cacheBytes,
        GenerationStack stack,
        Head head,
        long prompt,
        long generated,
        int batch,
        int gpus,
        boolean hopper,
        boolean promptCounted) {
    /** What becomes of the output head of a tied model. */
    public enum Head {
        AS_PUBLISHED,
        /** A copy of the embedding exists until the model is loaded. */
        COPIED_WHILE_LOADING,
        /** It stays a matrix of its own. */
        SEPARATE
    }

    public GenerationSubject {
        if (prompt < 0 || generated < 0 || batch < 1 || gpus < 1 || cacheBytes <= 0) {
            throw new IllegalArgumentException("a prompt of " + prompt + " tokens, " + generated + " more, batch "
                    + batch + ", " + gpus + " GPUs, " + cacheBytes + " bytes per cached value");
        }
        if (weights.ggufMix().isPresent()) {
            throw new IllegalArgumentException(weights.name() + " is a mix for llama.cpp");
        }
    }

    /** Whether the output head is stored as the matrices of the layers are. */
    boolean quantisesHead() {
        return stack.method() == GenerationStack.Method.LITGPT;
    }
}
