package org.sizewright.accuracy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inputs of a case by name: texts, numbers, flags and lists of texts. What is absent or of another kind is empty. */
public record Inputs(Map<String, Object> values) {
    public Inputs {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<String> text(String name) {
        return values.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    public Optional<Double> number(String name) {
        return values.get(name) instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(number.doubleValue())
                : Optional.empty();
    }

    /** A whole number from 1 up; empty if it is none. */
    public Optional<Integer> count(String name) {
        return number(name)
                .filter(value -> value >= 1 && value <= Integer.MAX_VALUE)
                .map(value -> (int) Math.round(value));
    }

    /** Rounded; {@code otherwise} if there is none. */
    public long whole(String name, long otherwise) {
        return number(name).map(Math::round).orElse(otherwise);
    }

    public Optional<Boolean> flag(String name) {
        return values.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
