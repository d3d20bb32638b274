package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * What a model is trained towards: the next token, or answers that are preferred; which models must be held for it, and when.
 *
 * @param otherNames further names that it goes by
 * @param trained models that are trained, such as actor and critic
 * @param frozen models that only judge, such as reference and reward
 * @param adapterServesAsReference with adapters, the reference is the model without them and costs nothing
 * @param sequencesPerSample sequences that one sample of the data is made of
 * @param answersPerPrompt answers that are generated for each prompt; 0 where none are
 * @param phases what a step goes through, one after the other
 */
public record TrainingObjective(
        String id,
        String name,
        List<String> otherNames,
        List<String> trained,
        List<String> frozen,
        boolean adapterServesAsReference,
        int sequencesPerSample,
        int answersPerPrompt,
        List<Phase> phases,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {
    /** The model that stands for what was before training. */
    public static final String REFERENCE = "reference";

    /** Parts of a step. */
    public enum Phase {
        /** Answers are generated. */
        ROLLOUT("rollout"),
        /** Answers are judged: forward passes only. */
        SCORING("scoring"),
        TRAINING("training");

        private final String word;

        Phase(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public TrainingObjective {
        Checks.notBlank("id", id);
        Checks.notBlank("name", name);
        Checks.notEmpty("trained", trained);
        Checks.between("sequencesPerSample", 1, 100, sequencesPerSample);
        Checks.between("answersPerPrompt", 0, 100_000, answersPerPrompt);
        otherNames = List.copyOf(otherNames);
        trained = List.copyOf(trained);
        frozen = List.copyOf(frozen);
        phases = List.copyOf(phases);
        sources = List.copyOf(sources);
        if (!phases.contains(Phase.TRAINING)) {
            throw new IllegalArgumentException("\"phases\" does not name the training");
        }
    }

    public boolean has(Phase phase) {
        return phases.contains(phase);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.TRAINING_OBJECTIVE;
    }

    @Override
    public String key() {
        return id;
    }
}
