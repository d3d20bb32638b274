package org.sizewright.library.accelerator;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import org.sizewright.figure.Evidence;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.MathFormat;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Watts;

/**
 * A number by which GPUs can be compared. Everything is per GPU but power, which is per board; a ratio to watts therefore counts all
 * GPUs of the board.
 *
 * @param format the number format of a throughput; empty for everything else
 */
public record Measure(Kind kind, Optional<MathFormat> format) {
    /** What is measured. Throughput is dense, without structured sparsity. */
    public enum Kind {
        /** The size in the GPU's name. */
        MEMORY("GB", Better.MORE),
        /** What the driver prints. */
        REPORTED_MEMORY("GiB", Better.MORE),
        BANDWIDTH("GB/s", Better.MORE),
        THROUGHPUT("TFLOPS", Better.MORE),
        /** Of the board. */
        POWER("W", Better.LESS),
        /** Both directions together. */
        NVLINK("GB/s", Better.MORE),
        /** Of the board. */
        SLOTS("slots", Better.LESS),
        MEMORY_PER_WATT("GB/W", Better.MORE),
        BANDWIDTH_PER_WATT("GB/s per W", Better.MORE),
        THROUGHPUT_PER_WATT("TFLOPS/W", Better.MORE),
        /** How often a second the whole memory can be read. */
        BANDWIDTH_PER_MEMORY("GB/s per GB", Better.MORE);

        private final String unit;
        private final Better better;

        Kind(String unit, Better better) {
            this.unit = unit;
            this.better = better;
        }

        public Better better() {
            return better;
        }

        public boolean isThroughput() {
            return this == THROUGHPUT || this == THROUGHPUT_PER_WATT;
        }
    }

    /** Which of two values is to be preferred, all else equal. */
    public enum Better {
        MORE,
        LESS
    }

    public Measure {
        if (kind.isThroughput() != format.isPresent()) {
            throw new IllegalArgumentException("a number format belongs to throughput, and to nothing else");
        }
    }

    public static Measure of(Kind kind) {
        return new Measure(kind, Optional.empty());
    }

    /** @param kind throughput, or throughput per watt */
    public static Measure of(Kind kind, MathFormat format) {
        return new Measure(kind, Optional.of(format));
    }

    /** The unit as written behind a number; integer throughput counts operations, not floating point ones. */
    public String unit() {
        return format.filter(each -> each == MathFormat.INT8).isPresent()
                ? kind.unit.replace("TFLOPS", "TOPS")
                : kind.unit;
    }

    /**
     * The value for a GPU, in {@link #unit()}, not rounded. A ratio is known if both its parts are, and as doubtful as the more
     * doubtful of them.
     */
    public Fact<Double> of(Gpu gpu) {
        return switch (kind) {
            case MEMORY -> Fact.known((double) gpu.memory().nominalGb(), Evidence.VERIFIED, List.of());
            case REPORTED_MEMORY -> gpu.memory().reported().map(Bytes::toGib);
            case BANDWIDTH -> gpu.memory().bandwidthGbPerSecond();
            case THROUGHPUT -> gpu.tflops(format.orElseThrow());
            case POWER -> gpu.tdp().map(Watts::value);
            case NVLINK -> gpu.nvlink().map(Gpu.NvLink::gbPerSecond);
            case SLOTS -> gpu.slots().map(Integer::doubleValue);
            case MEMORY_PER_WATT, BANDWIDTH_PER_WATT, THROUGHPUT_PER_WATT ->
                ratio(gpu, (ofOne, watts) -> ofOne * gpu.gpusPerBoard() / watts);
            case BANDWIDTH_PER_MEMORY -> ratio(gpu, (bandwidth, memory) -> bandwidth / memory);
        };
    }

    /** What a ratio is made of: the measure above the line and the one below it; empty for a fact. */
    public List<Measure> parts() {
        return switch (kind) {
            case MEMORY_PER_WATT -> List.of(of(Kind.MEMORY), of(Kind.POWER));
            case BANDWIDTH_PER_WATT -> List.of(of(Kind.BANDWIDTH), of(Kind.POWER));
            case THROUGHPUT_PER_WATT -> List.of(new Measure(Kind.THROUGHPUT, format), of(Kind.POWER));
            case BANDWIDTH_PER_MEMORY -> List.of(of(Kind.BANDWIDTH), of(Kind.MEMORY));
            case MEMORY, REPORTED_MEMORY, BANDWIDTH, THROUGHPUT, POWER, NVLINK, SLOTS -> List.of();
        };
    }

    private Fact<Double> ratio(Gpu gpu, DoubleBinaryOperator operation) {
        Fact<Double> above = parts().getFirst().of(gpu);
        Fact<Double> below = parts().getLast().of(gpu);
        if (above instanceof Fact.Known<Double> one && below instanceof Fact.Known<Double> two && two.value() > 0) {
            TreeSet<String> sources = new TreeSet<>(one.sources());
            sources.addAll(two.sources());
            return Fact.known(
                    operation.applyAsDouble(one.value(), two.value()),
                    weaker(one.evidence(), two.evidence()),
                    List.copyOf(sources));
        }
        return Fact.unknown();
    }

    private static Evidence weaker(Evidence one, Evidence two) {
        return doubt(one) >= doubt(two) ? one : two;
    }

    private static int doubt(Evidence evidence) {
        return switch (evidence) {
            case VERIFIED, TYPED, COMPUTED -> 0;
            case SECOND_HAND -> 1;
            case INFERRED -> 2;
            case RECALLED -> 3;
            case CONFLICTING -> 4;
        };
    }
}
