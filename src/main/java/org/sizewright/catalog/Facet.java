package org.sizewright.catalog;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** What a list of servers can be narrowed, counted and sorted by. The empty text stands for what the list does not say. */
public sealed interface Facet {
    /** A name that stays the same between versions; saved filters hold it. */
    String id();

    /** The facet with this id; empty if there is none. */
    static Optional<Facet> parse(String id) {
        if (id.startsWith(Extra.PREFIX) && id.length() > Extra.PREFIX.length()) {
            return Optional.of(new Extra(id.substring(Extra.PREFIX.length())));
        }
        return Arrays.stream(Known.values())
                .filter(facet -> facet.id.equals(id))
                .map(Facet.class::cast)
                .findFirst();
    }

    /** What every list has. */
    enum Known implements Facet {
        VENDOR("vendor"),
        MODEL("model"),
        /** the usual name of chip and form */
        GPU("gpu"),
        /** the form with its generation, as far as it is named or only one is possible */
        FORM("form"),
        /** GB of one GPU, as far as it is named or only one size is possible */
        MEMORY("memory"),
        MAX_GPU("maxGpu"),
        CPU_FAMILY("cpuFamily"),
        CPU("cpu"),
        MAX_CPU("maxCpu"),
        /** names of {@link Validation} */
        VALIDATION("validation"),
        SYSTEM_CLASS("class"),
        /** {@link #YES} or {@link #NO} */
        TO_CHECK("toCheck"),
        /** {@link #YES} or {@link #NO} */
        FAVOURITE("favourite");

        private final String id;

        Known(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** The values of facets that only say yes or no. */
    String YES = "yes";

    String NO = "no";

    /**
     * A further column of the list.
     *
     * @param column its name in {@link CatalogEntry#extra()}
     */
    record Extra(String column) implements Facet {
        private static final String PREFIX = "extra:";

        public Extra {
            Objects.requireNonNull(column, "column");
        }

        @Override
        public String id() {
            return PREFIX + column;
        }
    }
}
