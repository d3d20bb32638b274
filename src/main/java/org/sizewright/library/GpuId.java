package org.sizewright.library;

/** Names a GPU model, such as {@code h100-sxm-80}. */
public record GpuId(String value) implements Comparable<GpuId> {
    public GpuId {
        Checks.notBlank("id", value);
    }

    public static GpuId of(String value) {
        return new GpuId(value);
    }

    @Override
    public int compareTo(GpuId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
