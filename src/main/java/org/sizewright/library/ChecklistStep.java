package org.sizewright.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * A step on the way from an order to a cluster in service. Which plans it belongs to is a condition; what it says is filled from the
 * plan.
 *
 * @param id never changes its meaning: plans keep by it who does the step and how far it is
 * @param per what it is done for: once, or once for each of them
 * @param text what to do, with {@link StepValue}s between braces
 * @param when all must hold
 * @param commands what to enter, with values between braces
 * @param hostCommands ids of {@link HandOverRecord.Command}s that are entered on each host
 * @param reason why it is done
 * @param rules ids of the {@link Rule}s that it keeps
 * @param settings keys of the settings of a plan that say how it went
 */
public record ChecklistStep(
        String id,
        Phase phase,
        Per per,
        String text,
        List<Condition> when,
        List<String> commands,
        List<String> hostCommands,
        String reason,
        List<String> rules,
        List<String> settings,
        Optional<String> caveat,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {
    /** Declared in the order in which they are worked through. */
    public enum Phase {
        ORDER("Order and accounts"),
        BIOS("Hosts and BIOS"),
        INSTALL("Installation"),
        LICENCE("Licences"),
        KUBERNETES("Machines and Kubernetes"),
        ACCEPTANCE("Acceptance"),
        UPGRADE("Driver upgrade");

        private final String title;

        Phase(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** What files call it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a step is done for. */
    public enum Per {
        PLAN,
        CLUSTER,
        /** A group of equal hosts. */
        HOSTS,
        /** The machines of a workload. */
        MACHINES;

        /** What files call it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Whether one of some traits is there.
     *
     * @param holds false turns it round
     */
    public record Condition(List<StepTrait> anyOf, boolean holds) {
        private static final String NOT = "not ";
        private static final String OR = " or ";

        public Condition {
            Checks.notEmpty("when", anyOf);
            anyOf = List.copyOf(anyOf);
        }

        /**
         * Reads {@code vgpu}, {@code intel or amd}, {@code not kubernetes}.
         *
         * @throws IllegalArgumentException with a sentence
         */
        static Condition parse(String text) {
            boolean holds = !text.startsWith(NOT);
            List<StepTrait> traits = List.of((holds ? text : text.substring(NOT.length())).split(OR)).stream()
                    .map(word -> StepTrait.parse(word)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "\"when\" asks for \"" + word + "\", which nothing can be")))
                    .toList();
            return new Condition(traits, holds);
        }

        /** The words that it was read from. */
        String toText() {
            return (holds ? "" : NOT)
                    + String.join(OR, anyOf.stream().map(StepTrait::word).toList());
        }
    }

    public ChecklistStep {
        Checks.notBlank("id", id);
        Checks.notBlank("text", text);
        Checks.notBlank("reason", reason);
        Checks.notEmpty("sources", sources);
        StepValue.in(text);
        commands.forEach(StepValue::in);
        when = List.copyOf(when);
        commands = List.copyOf(commands);
        hostCommands = List.copyOf(hostCommands);
        rules = List.copyOf(rules);
        settings = List.copyOf(settings);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CHECKLIST_STEP;
    }

    @Override
    public String key() {
        return id;
    }
}
