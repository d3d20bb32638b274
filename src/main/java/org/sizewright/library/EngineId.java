package org.sizewright.library;

/** Names a serving engine and its versions, such as {@code vllm-0.19}. */
public record EngineId(String value) implements Comparable<EngineId> {
    public EngineId {
        Checks.notBlank("id", value);
    }

    public static EngineId of(String value) {
        return new EngineId(value);
    }

    @Override
    public int compareTo(EngineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
