package org.sizewright.partition;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One profile in one mode of a GPU: how long it is and where it may start.
 *
 * @param profile name of the profile, for example {@code 3g.40gb} or {@code L40S-16C}
 * @param size length in units of the scheme (MIG: memory slices; vGPU: GB of frame buffer)
 * @param starts offsets at which it may start, in units of the scheme, in the order in which they are tried; vendors list them
 *     ascending
 * @param maxInstances how many the vendor allows on one GPU
 * @param group profiles with the same group exclude each other: one GPU carries at most one instance of the group (the
 *     media profiles "+me")
 */
public record Slice(String profile, int size, List<Integer> starts, int maxInstances, Optional<String> group) {
    /** The group of the media profiles, of which a GPU carries at most one. */
    public static final String MEDIA = "media";

    public Slice {
        Objects.requireNonNull(group);
        starts = starts.stream().distinct().toList();
        if (profile.isBlank()) {
            throw new IllegalArgumentException("a slice has a profile name");
        }
        if (size < 1 || maxInstances < 1 || starts.isEmpty() || Collections.min(starts) < 0) {
            throw new IllegalArgumentException(
                    profile + ": size and count are at least 1, and there is a start at or above 0");
        }
    }

    /** A slice that belongs to no group. */
    public static Slice of(String profile, int size, List<Integer> starts, int maxInstances) {
        return new Slice(profile, size, starts, maxInstances, Optional.empty());
    }

    /** A vGPU that starts at whole multiples of its size, as in same-size mode. */
    public static Slice inRow(String profile, int size, int maxInstances) {
        return of(
                profile,
                size,
                IntStream.range(0, maxInstances).mapToObj(i -> i * size).toList(),
                maxInstances);
    }

    /** The same slice as a member of a group of which a GPU carries at most one instance. */
    public Slice inGroup(String name) {
        return new Slice(profile, size, starts, maxInstances, Optional.of(name));
    }
}
