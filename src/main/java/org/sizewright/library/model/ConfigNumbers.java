package org.sizewright.library.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Numbers of a configuration, each under any of its names; collects what is wrong with them and what was assumed. */
final class ConfigNumbers {
    static final int WIDTH = 10_000_000;
    static final int MANY = 100_000;

    private final ModelConfig config;
    private final List<String> problems;
    private final List<String> assumptions;

    ConfigNumbers(ModelConfig config) {
        this(config, new ArrayList<>(), new ArrayList<>());
    }

    private ConfigNumbers(ModelConfig config, List<String> problems, List<String> assumptions) {
        this.config = config;
        this.problems = problems;
        this.assumptions = assumptions;
    }

    /** The same collection of problems for a nested configuration. */
    ConfigNumbers of(ModelConfig nested) {
        return new ConfigNumbers(nested, problems, assumptions);
    }

    ModelConfig config() {
        return config;
    }

    List<String> problems() {
        return problems;
    }

    List<String> assumptions() {
        return assumptions;
    }

    void refuse(String problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Two fields that contradict each other; no news where a field itself could not be read and something stands in for it. */
    void contradict(String problem) {
        if (problems.isEmpty()) {
            refuse(problem);
        }
    }

    void assume(String assumption) {
        if (!assumptions.contains(assumption)) {
            assumptions.add(assumption);
        }
    }

    boolean has(String name) {
        return config.find(name).isPresent();
    }

    /** From 1 up to the largest plausible; 1 and a problem if it is missing or absurd. */
    int needed(int largest, String... names) {
        OptionalInt found = find(1, largest, names);
        if (found.isEmpty()) {
            if (named(names).isEmpty()) {
                refuse("\"" + names[0] + "\" is missing");
            }
            return 1;
        }
        return found.getAsInt();
    }

    /** From {@code least}; empty if absent, empty and a problem if absurd. */
    OptionalInt find(int least, int largest, String... names) {
        Optional<String> name = named(names);
        if (name.isEmpty()) {
            return OptionalInt.empty();
        }
        Object value = config.find(name.get()).orElseThrow();
        if (value instanceof Long whole && whole >= least && whole <= largest) {
            return OptionalInt.of(whole.intValue());
        }
        if (value instanceof Double number && number == Math.rint(number) && number >= least && number <= largest) {
            return OptionalInt.of(number.intValue());
        }
        refuse("\"" + name.get() + "\" is " + shortened(value) + ", not a whole number from " + least + " to "
                + largest);
        return OptionalInt.empty();
    }

    /** As given, else this number, which is then named as an assumption. */
    int or(int otherwise, String because, int largest, String... names) {
        OptionalInt found = find(1, largest, names);
        if (found.isPresent()) {
            return found.getAsInt();
        }
        assume("\"" + names[0] + "\" is missing: taken as " + otherwise + ", " + because);
        return otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        Optional<Object> value = config.find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.get() instanceof Boolean flag) {
            return flag;
        }
        refuse("\"" + name + "\" is " + shortened(value.get()) + ", neither true nor false");
        return otherwise;
    }

    /** Above zero and at most one. */
    double share(double otherwise, String... names) {
        Optional<String> name = named(names);
        if (name.isEmpty()) {
            return otherwise;
        }
        Object value = config.find(name.get()).orElseThrow();
        double share = value instanceof Number number ? number.doubleValue() : -1;
        if (share > 0 && share <= 1) {
            return share;
        }
        refuse("\"" + name.get() + "\" is " + shortened(value) + ", not a number above 0 and up to 1");
        return otherwise;
    }

    /** The elements of a list; none if the field is absent. */
    List<?> list(String name) {
        return switch (config.find(name).orElse(List.of())) {
            case List<?> list -> list;
            case Object other -> {
                refuse("\"" + name + "\" is " + shortened(other) + ", not a list");
                yield List.of();
            }
        };
    }

    /** A list with one element per layer; none, and a problem, if it is of another length. */
    List<?> perLayer(String name, int layers) {
        List<?> list = list(name);
        if (!list.isEmpty() && list.size() < layers) {
            refuse("\"" + name + "\" names " + list.size() + " layers, but there are " + layers);
            return List.of();
        }
        return list;
    }

    private Optional<String> named(String... names) {
        for (String name : names) {
            if (has(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static String shortened(Object value) {
        String text = value instanceof String word ? "\"" + word + "\"" : String.valueOf(value);
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
