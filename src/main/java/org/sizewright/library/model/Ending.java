package org.sizewright.library.model;

import java.util.List;
import java.util.Optional;

/** What a model makes of what it has read. */
public enum Ending {
    /** The next word: the decoder has an output head. */
    WORDS,
    /** The vector of the text itself; a head, if the checkpoint has one at all, is not loaded. */
    VECTOR,
    /** One score or a few: a small matrix stands where the output head would be. */
    SCORES;

    /** Both spellings that published code has for a decoder with its head. */
    private static final List<String> HEADS = List.of("LMHeadModel", "ForCausalLM");

    /** By the class that the configuration names; words where it names none. */
    public static Ending of(ModelConfig config) {
        Optional<String> name = config.find("architectures")
                .filter(List.class::isInstance)
                .map(List.class::cast)
                .filter(list -> !list.isEmpty())
                .map(list -> String.valueOf(list.get(0)));
        if (name.isEmpty() || HEADS.stream().anyMatch(name.get()::endsWith)) {
            return WORDS;
        }
        if (name.get().endsWith("ForSequenceClassification")) {
            return SCORES;
        }
        return name.get().endsWith("Model") ? VECTOR : WORDS;
    }
}
