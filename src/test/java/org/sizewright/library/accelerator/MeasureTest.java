package org.sizewright.library.accelerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.figure.Evidence;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.MathFormat;

class MeasureTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();

    private static Gpu gpu(String id) {
        return LIBRARY.gpu(GpuId.of(id)).orElseThrow();
    }

    private static double value(Measure measure, String id) {
        return measure.of(gpu(id)).asOptional().orElseThrow();
    }

    /** H100 SXM5 data sheet: 80 GB, 3.35 TB/s, 1,979 TFLOPS FP8 dense, 700 W. */
    @Test
    void ratiosOfAnH100() {
        assertThat(value(Measure.of(Measure.Kind.BANDWIDTH_PER_MEMORY), "h100-sxm-80"))
                .isCloseTo(3350.0 / 80, within(0.2));
        assertThat(value(Measure.of(Measure.Kind.THROUGHPUT_PER_WATT, MathFormat.FP8), "h100-sxm-80"))
                .isCloseTo(1979.0 / 700, within(0.01));
        assertThat(value(Measure.of(Measure.Kind.MEMORY_PER_WATT), "h100-sxm-80"))
                .isCloseTo(80.0 / 700, within(1e-9));
    }

    /** A16 data sheet: four GPUs of 16 GB on a board of 250 W, so 64 GB share the watts. */
    @Test
    void wattsAreOfTheBoardSoAllItsGpusCount() {
        assertThat(gpu("a16").gpusPerBoard()).isEqualTo(4);
        assertThat(value(Measure.of(Measure.Kind.MEMORY_PER_WATT), "a16")).isCloseTo(64.0 / 250, within(1e-9));
    }

    @Test
    void memoryByNameAndByDriverAreTwoMeasuresInTwoUnits() {
        assertThat(Measure.of(Measure.Kind.MEMORY).unit()).isEqualTo("GB");
        assertThat(Measure.of(Measure.Kind.REPORTED_MEMORY).unit()).isEqualTo("GiB");
        assertThat(value(Measure.of(Measure.Kind.REPORTED_MEMORY), "b300")).isCloseTo(275040 / 1024.0, within(1e-9));
    }

    @Test
    void integerThroughputCountsOperations() {
        assertThat(Measure.of(Measure.Kind.THROUGHPUT, MathFormat.INT8).unit()).isEqualTo("TOPS");
        assertThat(Measure.of(Measure.Kind.THROUGHPUT_PER_WATT, MathFormat.INT8).unit())
                .isEqualTo("TOPS/W");
        assertThatThrownBy(() -> Measure.of(Measure.Kind.THROUGHPUT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Measure.of(Measure.Kind.POWER, MathFormat.FP8))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRatioIsUnknownWithOneOfItsParts() {
        Gpu without = LIBRARY.gpus().stream()
                .filter(gpu -> !gpu.tdp().isKnown())
                .findFirst()
                .orElseThrow();
        assertThat(Measure.of(Measure.Kind.MEMORY_PER_WATT).of(without).isKnown())
                .isFalse();
    }

    @Test
    void aRatioIsAsDoubtfulAsItsMoreDoubtfulPart() {
        for (Gpu gpu : LIBRARY.gpus()) {
            Fact<Double> ratio = Measure.of(Measure.Kind.BANDWIDTH_PER_WATT).of(gpu);
            if (ratio instanceof Fact.Known<Double> known
                    && gpu.tdp() instanceof Fact.Known<?> watts
                    && gpu.memory().bandwidthGbPerSecond() instanceof Fact.Known<Double> bandwidth) {
                assertThat(List.of(watts.evidence(), bandwidth.evidence())).contains(known.evidence());
                if (watts.evidence() == Evidence.RECALLED) {
                    assertThat(known.evidence()).isIn(Evidence.RECALLED, Evidence.CONFLICTING);
                }
            }
        }
    }

    private static Fact<Double> fact(double value) {
        return Fact.known(value, Evidence.VERIFIED, List.of());
    }

    private static Fact<Double> disputed(double value, double other) {
        return new Fact.Known<>(value, Evidence.CONFLICTING, List.of(), List.of(new Fact.Other<>(other, "X")));
    }

    @Test
    void theBestIsMarkedOnlyWhereItIsCertain() {
        Measure.Better more = Measure.Better.MORE;
        assertThat(Ranking.best(more, List.of(fact(3), fact(5), fact(5)))).containsExactly(false, true, true);
        assertThat(Ranking.best(Measure.Better.LESS, List.of(fact(3), fact(5)))).containsExactly(true, false);
        assertThat(Ranking.best(more, List.of(fact(5), fact(5)))).containsExactly(false, false);
        assertThat(Ranking.best(more, List.of(fact(3), Fact.unknown(), fact(5))))
                .containsExactly(false, false, false);
        assertThat(Ranking.best(more, List.of(fact(3), disputed(5, 4)))).containsExactly(false, true);
        assertThat(Ranking.best(more, List.of(fact(4.5), disputed(5, 4)))).containsExactly(false, false);
    }
}
