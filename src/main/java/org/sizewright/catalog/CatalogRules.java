package org.sizewright.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The spellings by which a foreign list is understood; read from the library by {@link CatalogRulesReader}.
 *
 * @param headers for each field the keys of its column names, the strongest first
 * @param spellings vendors and models
 * @param gpus GPU names
 * @param cpus processor families
 * @param categoryHeaders keys of column names that also say what class the systems under them are
 */
public record CatalogRules(
        Map<Field, List<String>> headers,
        Spellings spellings,
        GpuNames gpus,
        CpuFamilies cpus,
        Set<String> categoryHeaders) {
    public CatalogRules {
        categoryHeaders = Set.copyOf(categoryHeaders);
        headers = Map.copyOf(headers);
        Objects.requireNonNull(spellings, "spellings");
        Objects.requireNonNull(gpus, "gpus");
        Objects.requireNonNull(cpus, "cpus");
    }
}
