package org.sizewright.library;

/** Names a set of MIG profiles, such as {@code a100-40}. */
public record MigSetId(String value) implements Comparable<MigSetId> {
    public MigSetId {
        Checks.notBlank("id", value);
    }

    public static MigSetId of(String value) {
        return new MigSetId(value);
    }

    @Override
    public int compareTo(MigSetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
