package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.quantity.Bytes;

/**
 * One MIG profile. An instance takes the memory slices {@code [start, start + size)}.
 *
 * @param attribute {@code +me}, {@code +gfx}, {@code +me.all} or {@code -me}
 * @param memoryGb the size in its name
 * @param memory exact size
 * @param memoryReported size as {@code nvidia-smi} prints it, in GiB with two decimals
 * @param memorySlices how many slices of memory it holds; equals {@code size}
 * @param starts where an instance may start
 */
public record MigProfile(
        String name,
        Optional<String> attribute,
        int memoryGb,
        Optional<Bytes> memory,
        Optional<Bytes> memoryReported,
        int memorySlices,
        int computeSlices,
        Optional<Integer> sms,
        List<Integer> starts,
        int size,
        int maxInstances,
        Evidence evidence,
        List<String> sources,
        Driver driver,
        Engines engines) {
    /**
     * How the driver knows it.
     *
     * @param instanceProfileId id of the GPU instance profile
     * @param minDriver the first branch that offers it
     */
    public record Driver(Optional<Integer> instanceProfileId, Optional<String> minDriver, Optional<String> notes) {}

    /**
     * Engines of one instance; empty = not known.
     *
     * @param ofa optical flow accelerators
     */
    public record Engines(
            Optional<Integer> nvdec,
            Optional<Integer> nvenc,
            Optional<Integer> nvjpeg,
            Optional<Integer> ofa,
            Optional<Integer> copyEngines) {}

    public MigProfile {
        Checks.notBlank("name", name);
        Checks.atLeast("memoryGb", 1, memoryGb);
        Checks.atLeast("memorySlices", 1, memorySlices);
        Checks.atLeast("computeSlices", 1, computeSlices);
        Checks.atLeast("size", 1, size);
        Checks.atLeast("maxInstances", 1, maxInstances);
        starts = List.copyOf(starts);
        sources = List.copyOf(sources);
        Checks.notEmpty("starts", starts);
        starts.forEach(start -> Checks.atLeast("starts", 0, start));
    }

    /** Exact size, else the printed one, else the size in its name as decimal gigabytes. */
    public Bytes memoryForSizing() {
        return memory.or(() -> memoryReported).orElseGet(() -> Bytes.ofGb(memoryGb));
    }
}
