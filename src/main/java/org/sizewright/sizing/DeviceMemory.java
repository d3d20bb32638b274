package org.sizewright.sizing;

import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.VgpuType;
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

    public static DeviceMemory of(MigProfileSet set, String profile, Bytes memory) {
        return new DeviceMemory(profile, Fact.known(memory, Evidence.VERIFIED, set.sources()), Optional.of(set));
    }

    public static DeviceMemory of(VgpuType type) {
        return new DeviceMemory(
                type.name().value(),
                type.frameBuffer()
                        .<Fact<Bytes>>map(bytes -> Fact.known(bytes, Evidence.VERIFIED, type.sources()))
                        .orElseGet(() -> Fact.known(Bytes.ofGb(type.nominalGb()), Evidence.INFERRED, type.sources())),
                Optional.of(type));
    }

    /** As a log or a tool printed it. */
    public static DeviceMemory measured(String name, Bytes memory) {
        return new DeviceMemory(name, Fact.known(memory, Evidence.TYPED, java.util.List.of()), Optional.empty());
    }
}
