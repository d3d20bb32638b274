package org.sizewright.plan.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What values a setting may have. */
public sealed interface ValueKind<T> {
    /** The type of the values. */
    Class<T> type();

    /**
     * The value of a text as files and people write it.
     *
     * @throws IllegalArgumentException with a sentence for the user, without its full stop
     */
    T parse(String text);

    /** As files write it; {@link #parse} reads it. */
    default String write(T value) {
        return value.toString();
    }

    /** As people read it. */
    default String show(T value) {
        return value.toString();
    }

    /** Yes or no. */
    record YesNo() implements ValueKind<Boolean> {
        @Override
        public Class<Boolean> type() {
            return Boolean.class;
        }

        @Override
        public Boolean parse(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "yes" -> true;
                case "false", "no" -> false;
                default -> throw new IllegalArgumentException("\"" + text + "\" is neither yes nor no");
            };
        }

        @Override
        public String show(Boolean value) {
            return value ? "yes" : "no";
        }
    }

    /** One of some. */
    record Choice<E extends Enum<E> & Named>(Class<E> type) implements ValueKind<E> {
        public List<E> all() {
            return List.of(type.getEnumConstants());
        }

        @Override
        public E parse(String text) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> each.name().equals(text) || each.title().equalsIgnoreCase(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is none of "
                            + String.join(", ", all().stream().map(Named::title).toList())));
        }

        @Override
        public String write(E value) {
            return value.name();
        }

        @Override
        public String show(E value) {
            return value.title();
        }
    }

    /** Some of several; as a text with commas between them. */
    record Several<E extends Enum<E> & Named>(Class<E> choices) implements ValueKind<Picked<E>> {
        private static final String BETWEEN = ",";

        public List<E> all() {
            return List.of(choices.getEnumConstants());
        }

        // a class object knows nothing of the type in the brackets
        @SuppressWarnings("unchecked")
        @Override
        public Class<Picked<E>> type() {
            return (Class<Picked<E>>) (Class<?>) Picked.class;
        }

        @Override
        public Picked<E> parse(String text) {
            Choice<E> one = new Choice<>(choices);
            return Picked.of(Arrays.stream(text.split(BETWEEN))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .map(one::parse)
                    .toList());
        }

        @Override
        public String write(Picked<E> value) {
            return String.join(BETWEEN, value.values().stream().map(Enum::name).toList());
        }

        @Override
        public String show(Picked<E> value) {
            return String.join(
                    BETWEEN + " ", value.values().stream().map(Named::title).toList());
        }
    }

    /** A whole number. */
    record Whole(int min, int max, String unit) implements ValueKind<Integer> {
        private static final Pattern COUNTED = Pattern.compile("[A-Za-z]{3,}s");

        @Override
        public Class<Integer> type() {
            return Integer.class;
        }

        @Override
        public Integer parse(String text) {
            try {
                int value = Integer.parseInt(text.strip());
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException notWhole) {
                throw new IllegalArgumentException(refusal(text), notWhole);
            }
            throw new IllegalArgumentException(refusal(text));
        }

        private String refusal(String text) {
            return "\"" + text + "\" is no whole number from " + min + " to " + max;
        }

        @Override
        public String show(Integer value) {
            return unit.isEmpty() ? value.toString() : value + " " + (value == 1 && isCounted() ? one() : unit);
        }

        /** Whether the unit is the plural of what is counted, such as links. */
        public boolean isCounted() {
            return COUNTED.matcher(unit).matches();
        }

        private String one() {
            return unit.endsWith("ies")
                    ? unit.substring(0, unit.length() - 3) + "y"
                    : unit.substring(0, unit.length() - 1);
        }
    }

    /** A number. */
    record Amount(double min, double max, String unit) implements ValueKind<Double> {
        @Override
        public Class<Double> type() {
            return Double.class;
        }

        @Override
        public Double parse(String text) {
            try {
                double value = Double.parseDouble(text.strip());
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException noNumber) {
                throw new IllegalArgumentException(refusal(text), noNumber);
            }
            throw new IllegalArgumentException(refusal(text));
        }

        private String refusal(String text) {
            return "\"" + text + "\" is no number from " + plain(min) + " to " + plain(max);
        }

        @Override
        public String write(Double value) {
            return plain(value);
        }

        @Override
        public String show(Double value) {
            return plain(value) + " " + unit;
        }

        private static String plain(double value) {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }
    }

    /** A version. */
    record Version(String example) implements ValueKind<Release> {
        @Override
        public Class<Release> type() {
            return Release.class;
        }

        @Override
        public Release parse(String text) {
            return Release.of(text);
        }
    }

    /** A text of a certain form. */
    record Words(String form, String example) implements ValueKind<String> {
        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public String parse(String text) {
            String words = text.strip();
            if (!Pattern.matches(form, words)) {
                throw new IllegalArgumentException("\"" + words + "\" is not of the form " + example);
            }
            return words;
        }
    }
}
