package org.sizewright.sizing;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.MigProfile;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.quantity.Bytes;

/**
 * What a model can use: the memory of a whole GPU as its driver reports it, of a MIG instance, or the frame buffer of a vGPU.
 *
 * @param owner the record that says so; empty if it was measured
 */
public record DeviceMemory(String name, Fact<Bytes> usable, Optional<LibraryRecord> owner) {
    public static DeviceMemory of(Gpu gpu) {
        return new DeviceMemory(gpu.name(), gpu.memory().usable(), Optional.of(gpu));
    }

    /** What one machine with that share of a GPU of the group can use. */
    public static DeviceMemory of(ResolvedGroup group, GpuShare share) {
        return switch (share) {
            case GpuShare.Whole whole -> of(group.gpu());
            case GpuShare.Mig mig ->
                new DeviceMemory(
                        group.gpu().name() + " " + mig.profile(),
                        Fact.known(mig.memory(), Evidence.VERIFIED, List.of()),
                        group.migProfiles().map(LibraryRecord.class::cast));
            case GpuShare.TimeSliced sliced -> of(sliced.type());
            case GpuShare.Several several ->
                new DeviceMemory(
                        group.gpu().name() + " " + several.profile(),
                        Fact.known(several.memory(), Evidence.VERIFIED, List.of()),
                        Optional.empty());
        };
    }

    /** A MIG instance of that GPU. */
    public static DeviceMemory of(Gpu gpu, MigProfileSet set, MigProfile profile) {
        return new DeviceMemory(
                gpu.name() + " " + profile.name(),
                Fact.known(profile.memoryForSizing(), profile.evidence(), profile.sources()),
                Optional.of(set));
    }

    public static DeviceMemory of(VgpuType type) {
        Evidence evidence = type.frameBuffer().isPresent() ? Evidence.VERIFIED : Evidence.INFERRED;
        Bytes memory = type.frameBuffer().orElseGet(() -> Bytes.ofGb(type.nominalGb()));
        return new DeviceMemory(type.name().value(), Fact.known(memory, evidence, List.of()), Optional.of(type));
    }

    /** As a log or a tool printed it. */
    public static DeviceMemory measured(String name, Bytes memory) {
        return new DeviceMemory(name, Fact.known(memory, Evidence.TYPED, List.of()), Optional.empty());
    }
}
