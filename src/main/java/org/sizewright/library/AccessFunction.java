package org.sizewright.library;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sizewright.figure.Evidence;

/**
 * Something that operations count on, and in which ways of reaching a GPU it works under vSphere.
 *
 * @param explanation what it means that it works
 * @param answers one for each {@link Mode}
 */
public record AccessFunction(String id, String title, String explanation, List<Answer> answers, List<String> sources)
        implements LibraryRecord {
    /** A way in which a machine of vSphere reaches GPUs, in the order of tables. */
    public enum Mode {
        DIRECTPATH("directpath", "DirectPath I/O"),
        DYNAMIC_DIRECTPATH("dynamic-directpath", "Dynamic DirectPath I/O"),
        TIME_SLICED("time-sliced", "Time-sliced vGPU"),
        MIG_BACKED("mig-backed", "MIG-backed vGPU"),
        FULL_VGPU("full-vgpu", "Full-size vGPU"),
        SEVERAL_VGPUS("several-vgpus", "Several vGPUs");

        private final String word;
        private final String title;

        Mode(String word, String title) {
            this.word = word;
            this.title = title;
        }

        /** As files write it. */
        public String word() {
            return word;
        }

        public String title() {
            return title;
        }
    }

    /** Whether it works. */
    public enum Works {
        YES("yes"),
        PARTLY("partly"),
        NO("no");

        private final String word;

        Works(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * @param words how, or why not
     * @param caveat what sources disagree on, or what was reasoned
     */
    public record Answer(
            Mode mode, Works works, String words, Optional<String> caveat, Evidence evidence, List<String> sources) {
        public Answer {
            Checks.notBlank("words", words);
            sources = List.copyOf(sources);
            Checks.atLeast("sources", 1, sources.size());
        }
    }

    public AccessFunction {
        Checks.notBlank("id", id);
        Checks.notBlank("title", title);
        Checks.notBlank("explanation", explanation);
        answers = List.copyOf(answers);
        sources = List.copyOf(sources);
        Set<Mode> answered = new HashSet<>();
        for (Answer answer : answers) {
            if (!answered.add(answer.mode())) {
                throw new IllegalArgumentException("\"" + answer.mode().word() + "\" is answered twice");
            }
        }
        if (answered.size() < Mode.values().length) {
            throw new IllegalArgumentException("the \"answers\" lack a mode");
        }
    }

    public Answer answer(Mode mode) {
        return answers.stream()
                .filter(answer -> answer.mode() == mode)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ACCESS_FUNCTION;
    }

    @Override
    public String key() {
        return id;
    }
}
