package org.sizewright.sizing;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a case states: texts, numbers and flags by the field names of the cases. */
public record CaseInputs(Map<String, Object> fields) {
    public CaseInputs {
        fields = Map.copyOf(fields);
    }

    Optional<String> text(String name) {
        return fields.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    OptionalDouble number(String name) {
        return fields.get(name) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    long whole(String name, long otherwise) {
        return Math.round(number(name).orElse(otherwise));
    }

    Optional<Boolean> flag(String name) {
        return fields.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }
}
