package org.sizewright.library;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sizewright.figure.Evidence;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;

/**
 * The MIG profiles that some GPUs share, on a grid of memory and compute slices.
 *
 * @param maxInstances most instances on one GPU, of all profiles together
 * @param otherNames profile names that other sources print for this set, where its own are not beyond doubt
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
        List<MigProfile> profiles,
        List<String> otherNames)
        implements LibraryRecord {

    /** A set whose profiles have no other names. */
    public MigProfileSet(
            MigSetId id,
            List<GpuId> gpuIds,
            int memorySlices,
            int computeSlices,
            int maxInstances,
            Evidence placementEvidence,
            Evidence nameEvidence,
            Optional<String> notes,
            List<String> sources,
            List<MigProfile> profiles) {
        this(
                id,
                gpuIds,
                memorySlices,
                computeSlices,
                maxInstances,
                placementEvidence,
                nameEvidence,
                notes,
                sources,
                profiles,
                List.of());
    }

    public MigProfileSet {
        Checks.between("memorySlices", 1, 64, memorySlices);
        Checks.between("computeSlices", 1, 64, computeSlices);
        Checks.between("maxInstances", 1, 64, maxInstances);
        gpuIds = List.copyOf(gpuIds);
        sources = List.copyOf(sources);
        profiles = List.copyOf(profiles);
        otherNames = List.copyOf(otherNames);
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

    /** The grid with its profiles, as layouts are made of. Profiles with media engines exclude each other. */
    public PartitionScheme toScheme() {
        return PartitionScheme.mig(
                memorySlices, profiles.stream().map(MigProfileSet::slice).toList());
    }

    private static Slice slice(MigProfile profile) {
        Slice slice = Slice.of(profile.name(), profile.size(), profile.starts(), profile.maxInstances());
        boolean media =
                profile.attribute().filter(text -> text.startsWith("+me")).isPresent();
        return media ? slice.inGroup(Slice.MEDIA) : slice;
    }

    public Optional<MigProfile> profile(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }
}
