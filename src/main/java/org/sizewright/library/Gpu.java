package org.sizewright.library;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sizewright.figure.Evidence;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Watts;

/**
 * One GPU model. Figures are per GPU, except {@code tdp} and {@code slots}, which are per board.
 *
 * @param chip the word of server catalogs, such as {@code H100}
 * @param form PCIe, NVL, SXM5, superchip...
 * @param catalogNames further spellings of chip and form in catalogs, such as {@code H100 NVL}
 * @param announcedOnly true if it could not be bought when the record was written
 * @param denseTflops dense throughput in TFLOPS (INT8: TOPS), without structured sparsity; absent = unknown
 * @param mmio 64-bit memory-mapped I/O space that vSphere wants per GPU
 * @param nvaieIncluded5y whether five years of NVIDIA AI Enterprise come with it
 * @param migProfileSet absent where no MIG profiles are known
 */
public record Gpu(
        GpuId id,
        String name,
        String chip,
        String form,
        List<String> catalogNames,
        String architecture,
        int gpusPerBoard,
        boolean announcedOnly,
        Fact<String> computeCapability,
        Memory memory,
        Map<MathFormat, Fact<Double>> denseTflops,
        Fact<Watts> tdp,
        Fact<Integer> slots,
        Fact<String> cooling,
        Fact<NvLink> nvlink,
        Fact<PcieLink> pcie,
        Fact<Bytes> mmio,
        Fact<Bytes> bar1,
        Fact<Boolean> nvaieIncluded5y,
        Optional<MigSetId> migProfileSet,
        List<String> vgpuPrefixes,
        Optional<String> lifecycle,
        Optional<String> notes,
        List<String> sources,
        Details details)
        implements LibraryRecord {

    /** A GPU of which no details are known. */
    public Gpu(
            GpuId id,
            String name,
            String chip,
            String form,
            List<String> catalogNames,
            String architecture,
            int gpusPerBoard,
            boolean announcedOnly,
            Fact<String> computeCapability,
            Memory memory,
            Map<MathFormat, Fact<Double>> denseTflops,
            Fact<Watts> tdp,
            Fact<Integer> slots,
            Fact<String> cooling,
            Fact<NvLink> nvlink,
            Fact<PcieLink> pcie,
            Fact<Bytes> mmio,
            Fact<Bytes> bar1,
            Fact<Boolean> nvaieIncluded5y,
            Optional<MigSetId> migProfileSet,
            List<String> vgpuPrefixes,
            Optional<String> lifecycle,
            Optional<String> notes,
            List<String> sources) {
        this(
                id,
                name,
                chip,
                form,
                catalogNames,
                architecture,
                gpusPerBoard,
                announcedOnly,
                computeCapability,
                memory,
                denseTflops,
                tdp,
                slots,
                cooling,
                nvlink,
                pcie,
                mmio,
                bar1,
                nvaieIncluded5y,
                migProfileSet,
                vgpuPrefixes,
                lifecycle,
                notes,
                sources,
                Details.unknown());
    }

    /**
     * What matters for choosing and mounting, and enters no formula.
     *
     * @param formFactor the board, such as {@code PCIe FHFL}
     * @param auxPower its power connector besides the slot; {@code none (slot)} where it needs none
     * @param minTdp the lowest limit that its power can be set to
     * @param ecc whether its memory corrects errors
     * @param physicalGb memory built in, where it differs from the nominal size
     * @param reportedNote what {@link Memory#reported} was read under
     * @param fp64TensorTflops dense throughput of the tensor cores in FP64
     * @param nvenc video encoders
     * @param nvdec video decoders
     * @param nvjpeg JPEG decoders
     * @param migMaxInstances most MIG instances on one GPU
     * @param vgpuMigBacked whether a vGPU of it can be backed by a MIG instance
     * @param release the year, or years, of release
     * @param pciIds the devices that identify it
     * @param groups the groups of GPUs that its links form in a host, where they are no option to be ordered
     */
    public record Details(
            Fact<String> formFactor,
            Fact<String> auxPower,
            Fact<Watts> minTdp,
            Fact<Boolean> ecc,
            Fact<Integer> physicalGb,
            Optional<String> reportedNote,
            Fact<Double> fp64TensorTflops,
            Fact<Integer> nvenc,
            Fact<Integer> nvdec,
            Fact<Integer> nvjpeg,
            Fact<Integer> migMaxInstances,
            Fact<Boolean> vgpuMigBacked,
            Fact<Boolean> gpuDirectRdma,
            Fact<Boolean> confidentialComputing,
            Fact<String> release,
            Fact<List<PciDevice>> pciIds,
            Fact<Groups> groups) {
        private static final Details UNKNOWN = new Details(
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Optional.empty(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown());

        public Details {
            pciIds = pciIds.map(List::copyOf);
        }

        public static Details unknown() {
            return UNKNOWN;
        }
    }

    /**
     * A PCI device.
     *
     * @param device vendor and device in hexadecimal, such as {@code 10de:2331}
     * @param name its name in the PCI ID database, where that was seen
     * @param inDriver595 whether the device table of driver 595 has it
     */
    public record PciDevice(String device, Optional<String> name, boolean inDriver595) {
        private static final Pattern FORM = Pattern.compile("[0-9a-f]{4}:[0-9a-f]{4}");

        public PciDevice {
            if (!FORM.matcher(device).matches()) {
                throw new IllegalArgumentException(
                        "\"device\" is \"" + device + "\", it must be vendor and device such as 10de:2331");
            }
        }
    }

    /**
     * Memory of one GPU.
     *
     * @param nominalGb the size in its name
     * @param reported what the driver prints
     * @param visible what a serving engine gets to see, smaller than {@code reported}
     */
    public record Memory(
            int nominalGb,
            Fact<Bytes> reported,
            Fact<Bytes> visible,
            Fact<String> type,
            Fact<Double> bandwidthGbPerSecond) {
        public Memory {
            Checks.between("memoryGb", 1, 100_000, nominalGb);
        }

        /**
         * The memory to calculate with: what an engine sees, else what the driver reports, else the nominal size as decimal
         * gigabytes, which is {@link Evidence#INFERRED} and on the small side.
         */
        public Fact<Bytes> usable() {
            return visible.or(reported).or(Fact.known(Bytes.ofGb(nominalGb), Evidence.INFERRED, List.of()));
        }
    }

    /** Total bandwidth of the links of one GPU in GB/s, both directions together. */
    public record NvLink(int generation, double gbPerSecond, String kind) {
        public NvLink {
            Checks.positive("gbPerSecond", gbPerSecond);
        }
    }

    /**
     * Groups of GPUs of a host that a hypervisor gives to one machine as joined.
     *
     * @param sizes how many GPUs a group may have, ascending, each size a multiple of the one before
     * @param modules the module id of each GPU of a board, in such an order that each group stands side by side; empty if not known
     * @param typePrefix what the hypervisor puts before the name of a vGPU type in the name of a group
     */
    public record Groups(List<Integer> sizes, List<Integer> modules, Optional<String> typePrefix) {
        public Groups {
            sizes = List.copyOf(sizes);
            modules = List.copyOf(modules);
            int before = 1;
            for (int size : sizes) {
                Checks.between("sizes", 2, 64, size);
                if (size <= before || size % before != 0) {
                    throw new IllegalArgumentException("\"sizes\" must grow, each a multiple of the one before");
                }
                before = size;
            }
        }
    }

    public record PcieLink(int generation, int lanes) {
        public PcieLink {
            Checks.between("generation", 1, 20, generation);
            Checks.between("lanes", 1, 32, lanes);
        }
    }

    public Gpu {
        Checks.notBlank("name", name);
        Checks.notBlank("chip", chip);
        Checks.notBlank("form", form);
        Checks.between("gpusPerBoard", 1, 16, gpusPerBoard);
        Map<MathFormat, Fact<Double>> ordered = new EnumMap<>(MathFormat.class);
        denseTflops.forEach((format, tflops) -> {
            if (tflops.isKnown()) {
                ordered.put(format, tflops);
            }
        });
        denseTflops = Collections.unmodifiableMap(ordered);
        catalogNames = List.copyOf(catalogNames);
        vgpuPrefixes = List.copyOf(vgpuPrefixes);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.GPU;
    }

    @Override
    public String key() {
        return id.value();
    }

    /** How many boards carry so many of these GPUs; what is left over needs a board of its own. */
    public int boards(int gpus) {
        return Math.ceilDiv(gpus, gpusPerBoard);
    }

    /** Dense throughput in TFLOPS (INT8: TOPS). */
    public Fact<Double> tflops(MathFormat format) {
        Fact<Double> tflops = denseTflops.get(format);
        return tflops == null ? Fact.unknown() : tflops;
    }
}
