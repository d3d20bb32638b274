package org.sizewright.cli;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What {@code size} is asked for, and which of its options belong to that. */
enum Purpose {
    SERVING("serving a model", ""),
    TRAINING("training", "--train METHOD"),
    RETRIEVAL("retrieval", "--retrieve PRESET");

    private static final Set<Purpose> MODEL = EnumSet.of(SERVING, TRAINING);
    private static final Set<Purpose> MACHINES = EnumSet.of(SERVING, RETRIEVAL);
    /** Options that belong to more than their group says. */
    private static final Map<String, Set<Purpose>> SHARED = Map.of(
            "--model", MODEL,
            "--totals", MODEL,
            "--precision", EnumSet.allOf(Purpose.class),
            "--tp", MODEL,
            "--pp", MODEL,
            "--ep", MODEL,
            "--engine", MACHINES,
            "--vm", MACHINES,
            "--users", MACHINES);

    private final String words;
    private final String option;

    Purpose(String words, String option) {
        this.words = words;
        this.option = option;
    }

    /** @throws IllegalArgumentException with a sentence if an option was given that does nothing here */
    void refuseOthers(ParseResult given) {
        for (OptionSpec option : given.matchedOptions()) {
            Set<Purpose> purposes = of(option);
            if (!purposes.contains(this)) {
                throw new IllegalArgumentException(sentence(option.names()[0], purposes));
            }
        }
    }

    /**
     * Options in groups are taken from where they stand last without a word, which nobody can have meant.
     *
     * @throws IllegalArgumentException with a sentence if an option that has one value was given twice
     */
    static void refuseTwice(ParseResult given) {
        Set<OptionSpec> seen = new HashSet<>();
        Map<String, OptionSpec> known = given.commandSpec().optionsMap();
        for (String argument : given.originalArgs()) {
            OptionSpec option = known.get(argument.split("=", 2)[0]);
            if (option != null && !option.isMultiValue() && !seen.add(option)) {
                throw new IllegalArgumentException(option.names()[0] + " is given twice: leave out one");
            }
        }
    }

    private String sentence(String name, Set<Purpose> purposes) {
        List<String> words = purposes.stream().map(each -> each.words).toList();
        List<String> options = purposes.stream()
                .map(each -> each.option)
                .filter(each -> !each.isEmpty())
                .toList();
        String belongs =
                name + " belongs to " + String.join(" and ", words) + ", not to " + this.words + ": leave it out";
        return options.isEmpty() || this != SERVING ? belongs : belongs + ", or give " + String.join(" or ", options);
    }

    private static Set<Purpose> of(OptionSpec option) {
        Set<Purpose> shared = SHARED.get(option.names()[0]);
        return shared != null ? shared : of(option.group());
    }

    private static Set<Purpose> of(@Nullable ArgGroupSpec group) {
        Class<?> type = group == null ? Object.class : group.typeInfo().getType();
        if (type == LoadOptions.class || type == ServingOptions.class || type == ServingOptions.Engine.class) {
            return EnumSet.of(SERVING);
        }
        if (type == TrainingOptions.class || type == GoalOptions.class || type == RunOptions.class) {
            return EnumSet.of(TRAINING);
        }
        return type == RetrievalOptions.class || type == RetrievalModelOptions.class
                ? EnumSet.of(RETRIEVAL)
                : EnumSet.allOf(Purpose.class);
    }
}
