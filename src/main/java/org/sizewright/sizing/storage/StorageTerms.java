package org.sizewright.sizing.storage;

import java.util.OptionalInt;

/**
 * How the datastore is laid out.
 *
 * @param reserve percent of it that stay free; empty if nothing was stated
 * @param path where that is stated in the plan
 */
public record StorageTerms(OptionalInt reserve, String path) {
    public static final int MOST_RESERVE = 90;

    /** What stays free where nobody said how much. */
    public static final int USUAL_RESERVE = 20;
}
