package org.sizewright.catalog;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the class of a system was taken from.
 *
 * @param source the kind of source
 * @param text which source, for people, such as a file and its column
 * @param date the day for which the source holds, if known
 */
public record ClassOrigin(Source source, String text, Optional<LocalDate> date) {
    /** The kinds of source, the strongest first. */
    public enum Source {
        /** a column of the list itself */
        COLUMN,
        /** the filter that the list was exported with */
        FILTER,
        /** a list of NVIDIA-Certified Systems, joined by server and GPU */
        CERTIFIED_LIST,
        /** said by the user */
        MANUAL
    }

    public ClassOrigin {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(date, "date");
    }
}
