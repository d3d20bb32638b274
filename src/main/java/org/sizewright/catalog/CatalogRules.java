package org.sizewright.catalog;

import java.util.Objects;
import java.util.Set;

/**
 * The spellings by which a foreign list is understood; read from the library by {@link CatalogRulesReader}.
 *
 * @param headers what columns are called
 * @param spellings vendors and models
 * @param gpus GPU names
 * @param cpus processor families
 * @param categoryHeaders keys of column names that also say what class the systems under them are
 */
public record CatalogRules(
        HeaderWords headers, Spellings spellings, GpuNames gpus, CpuFamilies cpus, Set<String> categoryHeaders) {
    public CatalogRules {
        categoryHeaders = Set.copyOf(categoryHeaders);
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(spellings, "spellings");
        Objects.requireNonNull(gpus, "gpus");
        Objects.requireNonNull(cpus, "cpus");
    }
}
