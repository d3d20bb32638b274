package org.sizewright.library;

import java.util.List;

/**
 * A place where a record breaks a check because its sources contradict each other: the check passes over it, for this reason.
 *
 * @param check name of the check, one of {@link LibraryCheck#checks}
 * @param about kind of the record
 * @param record key of the record
 * @param reason what the sources say
 */
public record KnownContradiction(
        String id, String check, RecordKind about, String record, String reason, List<String> sources)
        implements LibraryRecord {
    public KnownContradiction {
        Checks.notBlank("id", id);
        Checks.notBlank("check", check);
        Checks.notBlank("record", record);
        Checks.notBlank("reason", reason);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.KNOWN_CONTRADICTION;
    }

    @Override
    public String key() {
        return id;
    }
}
