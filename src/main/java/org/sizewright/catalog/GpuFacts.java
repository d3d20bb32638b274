package org.sizewright.catalog;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Form and memory of an entry's GPU, from the list or because nothing else is possible.
 *
 * @param form such as {@code SXM5} or {@code PCIe}
 * @param memoryGb GB (10^9 bytes, as on the label) of one GPU
 */
public record GpuFacts(Optional<String> form, OptionalInt memoryGb) {
    public GpuFacts {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(memoryGb, "memoryGb");
    }

    /** What the list itself says. */
    public static GpuFacts stated(CatalogEntry entry) {
        GpuName gpu = entry.gpu();
        return new GpuFacts(gpu.connector().or(() -> gpu.form().map(GpuForm::text)), gpu.memoryGb());
    }
}
