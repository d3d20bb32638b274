package org.sizewright.library;

/** Names a server model, such as {@code dell-poweredge-xe7745}. */
public record ChassisId(String value) implements Comparable<ChassisId> {
    public ChassisId {
        Checks.notBlank("id", value);
    }

    public static ChassisId of(String value) {
        return new ChassisId(value);
    }

    @Override
    public int compareTo(ChassisId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
