package org.sizewright.library;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sizewright.figure.Evidence;

/**
 * A MIG layout of which a source says whether it is possible: what {@link LibraryCheck} holds the profile sets against.
 *
 * @param placed instances that are put down first, in this order
 * @param wanted how many instances of which profiles are to fit beside them
 * @param feasible whether all of that is possible
 * @param preferredStart where the hypervisor puts a first instance of the one wanted profile
 */
public record MigGeometry(
        String id,
        MigSetId set,
        List<Placed> placed,
        Map<String, Integer> wanted,
        boolean feasible,
        Optional<Integer> preferredStart,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {

    /** An instance at its start. */
    public record Placed(String profile, int start) {
        public Placed {
            Checks.notBlank("profile", profile);
            Checks.atLeast("start", 0, start);
        }
    }

    public MigGeometry {
        Checks.notBlank("id", id);
        placed = List.copyOf(placed);
        wanted = Collections.unmodifiableMap(new TreeMap<>(wanted));
        wanted.forEach((profile, count) -> Checks.between(profile, 1, 64, count));
        if (preferredStart.isPresent() && wanted.size() != 1) {
            throw new IllegalArgumentException("\"preferredStart\" belongs to one wanted profile");
        }
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.MIG_GEOMETRY;
    }

    @Override
    public String key() {
        return id;
    }
}
