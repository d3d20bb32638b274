package org.sizewright.library;

/** Names an index over vectors, such as {@code hnsw}. */
public record VectorIndexId(String value) implements Comparable<VectorIndexId> {
    public VectorIndexId {
        Checks.notBlank("id", value);
    }

    public static VectorIndexId of(String value) {
        return new VectorIndexId(value);
    }

    @Override
    public int compareTo(VectorIndexId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
