package org.sizewright.plan.setting;

import java.util.Collection;
import java.util.List;

/** Some of several choices, each once, in the order of the choices. */
public record Picked<E extends Enum<E>>(List<E> values) {
    public Picked {
        values = values.stream().distinct().sorted().toList();
    }

    public static <E extends Enum<E>> Picked<E> of(Collection<E> values) {
        return new Picked<>(List.copyOf(values));
    }

    public boolean contains(E value) {
        return values.contains(value);
    }
}
