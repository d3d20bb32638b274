package org.sizewright.catalog;

import java.util.Objects;

/**
 * Names a catalog entry across exports: vendor, model and GPU as comparison keys, such as
 * {@code dell-technologies/poweredgexe9680/h100-sxm}. It does not depend on where the row stood. Where a list says several things
 * about the same server and GPU, the id goes on with what they differ in: {@code ...~8gpu-2cpu-qualified}.
 *
 * @param value the key; saved plans hold it
 */
public record EntryId(String value) implements Comparable<EntryId> {
    public EntryId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not an entry id: \"" + value + "\"");
        }
    }

    /** The part that names the server without the GPU: vendor and model. */
    public String server() {
        int vendor = value.indexOf('/');
        int model = value.indexOf('/', vendor + 1);
        return vendor < 0 || model < 0 ? value : value.substring(0, model);
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
