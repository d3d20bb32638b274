package org.sizewright.figure;

import java.util.Optional;

/**
 * A number that is not calculated: typed in by the architect or a fact of the library.
 *
 * @param value in the unit of its figure, or unknown
 * @param source where it comes from
 * @param path where it is changed: a pointer into the plan, empty for facts
 */
public record Given(Value value, Source source, Optional<String> path) {
    /** An input of the plan that lives at that path. */
    public static Given input(double number, String path) {
        return new Given(Value.of(number), new Source("the plan", "", "", Evidence.TYPED), Optional.of(path));
    }

    /** An input of the plan that stands on its default, whose source is named. */
    public static Given assumed(double number, String path, Source source) {
        return new Given(Value.of(number), source, Optional.of(path));
    }

    public static Given fact(double number, Source source) {
        return new Given(Value.of(number), source, Optional.empty());
    }

    public static Given unknown(String why, Source source) {
        return new Given(Value.unknown(why), source, Optional.empty());
    }
}
