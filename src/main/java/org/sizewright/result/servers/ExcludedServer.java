package org.sizewright.result.servers;

import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.library.Gpu;

/**
 * A server of the list that is not ranked.
 *
 * @param gpu what its GPU was taken for; empty if the library does not know it
 * @param rule the rule that excludes it, where it is one
 * @param sentence why, in words
 */
public record ExcludedServer(
        CatalogEntry entry, Optional<Gpu> gpu, Reason reason, Optional<String> rule, String sentence) {
    /** Why a server is not ranked. */
    public enum Reason {
        UNKNOWN_GPU("GPU not in the library"),
        NOT_QUALIFIED("no validation stated"),
        CANNOT_CARRY("cannot carry the workloads");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Unique among the excluded servers. */
    public String id() {
        return entry.id().value() + gpu.map(known -> " " + known.id().value()).orElse("");
    }
}
