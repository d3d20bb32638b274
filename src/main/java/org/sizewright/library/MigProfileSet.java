package org.sizewright.library;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sizewright.figure.Evidence;

/**
 * The MIG profiles that some GPUs share, on a grid of memory and compute slices.
 *
 * @param maxInstances most instances on one GPU, of all profiles together
 * @param placementEvidence how far starts and sizes can be trusted
 */
public record MigProfileSet(
        MigSetId id,
        List<GpuId> gpuIds,
        int memorySlices,
        int computeSlices,
        int maxInstances,
        Evidence placementEvidence,
        Evidence nameEvidence,
        Optional<String> notes,
        List<String> sources,
        List<MigProfile> profiles)
        implements LibraryRecord {
    public MigProfileSet {
        Checks.between("memorySlices", 1, 64, memorySlices);
        Checks.between("computeSlices", 1, 64, computeSlices);
        Checks.between("maxInstances", 1, 64, maxInstances);
        gpuIds = List.copyOf(gpuIds);
        sources = List.copyOf(sources);
        profiles = List.copyOf(profiles);
        Checks.notEmpty("gpuIds", gpuIds);
        Set<String> names = new HashSet<>();
        for (MigProfile profile : profiles) {
            if (!names.add(profile.name())) {
                throw new IllegalArgumentException("profile " + profile.name() + " is named twice");
            }
            for (int start : profile.starts()) {
                if (start + profile.size() > memorySlices) {
                    throw new IllegalArgumentException("profile " + profile.name() + " starting at " + start
                            + " leaves the grid of " + memorySlices + " memory slices");
                }
            }
            if (profile.computeSlices() > computeSlices) {
                throw new IllegalArgumentException(
                        "profile " + profile.name() + " has more than the " + computeSlices + " compute slices");
            }
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.MIG_PROFILES;
    }

    @Override
    public String key() {
        return id.value();
    }

    public Optional<MigProfile> profile(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }
}
