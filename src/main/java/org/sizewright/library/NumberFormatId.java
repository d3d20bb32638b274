package org.sizewright.library;

/** Names a way to store weights, such as {@code nf4-dq}. */
public record NumberFormatId(String value) implements Comparable<NumberFormatId> {
    public NumberFormatId {
        Checks.notBlank("id", value);
    }

    public static NumberFormatId of(String value) {
        return new NumberFormatId(value);
    }

    @Override
    public int compareTo(NumberFormatId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
