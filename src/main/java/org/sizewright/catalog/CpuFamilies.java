package org.sizewright.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Groups processor texts into families, for filters only. */
public final class CpuFamilies {
    private final Map<String, Pattern> families;

    CpuFamilies(Map<String, Pattern> families) {
        this.families = new LinkedHashMap<>(families);
    }

    /** The family; the text itself if it fits none, the empty text if the list states no processor. */
    public String familyOf(String cpu) {
        String words = Cleaning.words(cpu);
        return families.entrySet().stream()
                .filter(family -> family.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(cpu);
    }
}
