package org.sizewright.library;

/** Names how an element of a vector is stored, such as {@code fp16}. */
public record VectorElementId(String value) implements Comparable<VectorElementId> {
    public VectorElementId {
        Checks.notBlank("id", value);
    }

    public static VectorElementId of(String value) {
        return new VectorElementId(value);
    }

    @Override
    public int compareTo(VectorElementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
