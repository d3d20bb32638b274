package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.quantity.Bytes;

/**
 * One vGPU type.
 *
 * @param nominalGb the size in its name; also the length of its interval in mixed-size mode
 * @param frameBuffer exact profile size; the guest sees a little less
 * @param maxEqualSize most of them on one GPU (or GPU instance, see {@code countScope}) in equal-size mode
 * @param maxMixedSize most of them on one GPU in mixed-size mode; absent where the type is not known to work in it
 * @param mixedPlacementIds where it may start in mixed-size mode, in GB of frame buffer; empty = not known, even where {@code
 *     maxMixedSize} is
 * @param migProfile the MIG profile that backs it
 */
public record VgpuType(
        VgpuTypeName name,
        List<GpuId> gpuIds,
        Series series,
        Mode mode,
        Optional<Bytes> frameBuffer,
        int nominalGb,
        Optional<Integer> maxEqualSize,
        Optional<Integer> maxMixedSize,
        List<Integer> mixedPlacementIds,
        Optional<String> migProfile,
        CountScope countScope,
        Optional<String> licence,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources,
        Device device)
        implements LibraryRecord {

    /**
     * How hypervisor and driver name the type.
     *
     * @param pciDevice PCI device of the GPU in hexadecimal, such as {@code 26B5}
     * @param driverTypeId its number in the driver
     */
    public record Device(Optional<String> pciDevice, Optional<Integer> driverTypeId) {
        private static final Device UNKNOWN = new Device(Optional.empty(), Optional.empty());

        public static Device unknown() {
            return UNKNOWN;
        }
    }

    /** A type whose device is not known. */
    public VgpuType(
            VgpuTypeName name,
            List<GpuId> gpuIds,
            Series series,
            Mode mode,
            Optional<Bytes> frameBuffer,
            int nominalGb,
            Optional<Integer> maxEqualSize,
            Optional<Integer> maxMixedSize,
            List<Integer> mixedPlacementIds,
            Optional<String> migProfile,
            CountScope countScope,
            Optional<String> licence,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources) {
        this(
                name,
                gpuIds,
                series,
                mode,
                frameBuffer,
                nominalGb,
                maxEqualSize,
                maxMixedSize,
                mixedPlacementIds,
                migProfile,
                countScope,
                licence,
                notes,
                evidence,
                sources,
                Device.unknown());
    }

    /** C computes, Q is the virtual workstation, B the virtual PC, A virtual applications. */
    public enum Series {
        C,
        Q,
        B,
        A
    }

    /** How the vGPU shares its GPU. */
    public enum Mode {
        TIME_SLICED("time-sliced"),
        MIG_BACKED("mig-backed"),
        MIG_BACKED_TIME_SLICED("mig-backed-time-sliced");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What the maximum counts are per. */
    public enum CountScope {
        GPU("gpu"),
        GPU_INSTANCE("gpu-instance");

        private final String word;

        CountScope(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public VgpuType {
        gpuIds = List.copyOf(gpuIds);
        mixedPlacementIds = List.copyOf(mixedPlacementIds);
        sources = List.copyOf(sources);
        Checks.notEmpty("gpuIds", gpuIds);
        Checks.atLeast("nominalGb", 0, nominalGb);
        maxEqualSize.ifPresent(count -> Checks.atLeast("maxEqualSize", 1, count));
        maxMixedSize.ifPresent(count -> Checks.atLeast("maxMixedSize", 1, count));
        mixedPlacementIds.forEach(start -> Checks.atLeast("mixedPlacementIds", 0, start));
    }

    /** The same type on other GPUs. */
    public VgpuType withGpuIds(List<GpuId> changed) {
        return new VgpuType(
                name,
                changed,
                series,
                mode,
                frameBuffer,
                nominalGb,
                maxEqualSize,
                maxMixedSize,
                mixedPlacementIds,
                migProfile,
                countScope,
                licence,
                notes,
                evidence,
                sources,
                device);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.VGPU_TYPE;
    }

    @Override
    public String key() {
        return name.value();
    }
}
