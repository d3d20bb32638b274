package org.sizewright.library;

/** Names a vGPU type as NVIDIA names it without prefix, such as {@code A100D-4-40C}. */
public record VgpuTypeName(String value) implements Comparable<VgpuTypeName> {
    public VgpuTypeName {
        Checks.notBlank("id", value);
    }

    public static VgpuTypeName of(String value) {
        return new VgpuTypeName(value);
    }

    @Override
    public int compareTo(VgpuTypeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
