package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;

/**
 * A place where facts were read.
 *
 * @param where address, or repository and path
 * @param readOn the day on which it was read, as an ISO date
 * @param sort what it is: code, doc, output, blog, data...
 */
public record SourceRecord(
        String key, String title, String where, String readOn, Optional<String> sort, Optional<String> note)
        implements LibraryRecord {
    public SourceRecord {
        Checks.notBlank("key", key);
        Checks.notBlank("title", title);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SOURCE;
    }

    @Override
    public List<String> sources() {
        return List.of();
    }

    /** The source as a figure quotes it. The date is that of reading, since most sources state none. */
    public Source toSource(Evidence evidence) {
        return Source.of(title, where, readOn.isBlank() ? "" : "read " + readOn, evidence);
    }
}
