package org.sizewright.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One server model with one GPU, as a list states it.
 *
 * @param id names the entry across exports
 * @param vendor the vendor in its one spelling, or as written if it is not a known one
 * @param model the server model, cleaned
 * @param gpu the GPU as far as it is named
 * @param maxGpu most GPUs (or boards, for boards of several GPUs) per server; empty if unknown
 * @param cpu the processor type as written, cleaned; empty if not stated
 * @param maxCpu most processors per server; empty if unknown
 * @param validation what the validation text means
 * @param validationText the validation text as written, cleaned; empty if not stated
 * @param systemClass the class of system, unknown unless the list states it
 * @param extra further columns of the list, by their header
 * @param raw the row it came from
 */
public record CatalogEntry(
        EntryId id,
        String vendor,
        String model,
        GpuName gpu,
        OptionalInt maxGpu,
        String cpu,
        OptionalInt maxCpu,
        Validation validation,
        String validationText,
        SystemClass systemClass,
        Map<String, String> extra,
        RawRow raw) {
    public CatalogEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(gpu, "gpu");
        Objects.requireNonNull(maxGpu, "maxGpu");
        Objects.requireNonNull(cpu, "cpu");
        Objects.requireNonNull(maxCpu, "maxCpu");
        Objects.requireNonNull(validation, "validation");
        Objects.requireNonNull(validationText, "validationText");
        Objects.requireNonNull(systemClass, "systemClass");
        Objects.requireNonNull(raw, "raw");
        // the list's order of columns is kept for display
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
        if (vendor.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException("an entry has a vendor and a model");
        }
        if ((maxGpu.isPresent() && maxGpu.getAsInt() < 1) || (maxCpu.isPresent() && maxCpu.getAsInt() < 1)) {
            throw new IllegalArgumentException("a count is at least 1, or empty");
        }
    }

    CatalogEntry withId(EntryId other) {
        return new CatalogEntry(
                other, vendor, model, gpu, maxGpu, cpu, maxCpu, validation, validationText, systemClass, extra, raw);
    }

    /** The same entry with the class that another source gave. */
    public CatalogEntry withSystemClass(SystemClass other) {
        return new CatalogEntry(
                id, vendor, model, gpu, maxGpu, cpu, maxCpu, validation, validationText, other, extra, raw);
    }
}
