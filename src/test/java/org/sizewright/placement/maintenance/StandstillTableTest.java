package org.sizewright.placement.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.SampleReferences;
import org.sizewright.library.VmotionStun;
import org.sizewright.placement.maintenance.Standstill.Basis;

class StandstillTableTest {
    private final Optional<VmotionStun> measured =
            new SampleReferences().library().vmotionStun();

    /** The rows of the vendor's table at 10 GbE. Source: vSphere 7 documentation, using vMotion with vGPU machines. */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "4, 6", "8, 12", "16, 22", "32, 39"})
    void measuredSizesStandAsLongAsMeasured(double gb, double seconds) {
        assertThat(new StandstillTable(measured, OptionalDouble.empty()).of(List.of(gb)))
                .isEqualTo(new Standstill.Estimate(seconds, 10, java.util.Set.of()));
    }

    /** Between 16 and 32 GB on the line between 22 and 39 s; 80 GB on the same line; another bandwidth is inversely proportional. */
    @Test
    void everythingElseSaysWhatItRestsOn() {
        StandstillTable atTen = new StandstillTable(measured, OptionalDouble.of(10));
        assertThat(atTen.of(List.of(24.0)))
                .isEqualTo(new Standstill.Estimate(30.5, 10, java.util.Set.of(Basis.BETWEEN)));
        assertThat(atTen.of(List.of(80.0))).isEqualTo(new Standstill.Estimate(90, 10, java.util.Set.of(Basis.BEYOND)));
        assertThat(atTen.of(List.of(16.0, 16.0))).isEqualTo(new Standstill.Estimate(44, 10, java.util.Set.of()));
        assertThat(new StandstillTable(measured, OptionalDouble.of(25)).of(List.of(32.0)))
                .isEqualTo(new Standstill.Estimate(15.6, 25, java.util.Set.of(Basis.SCALED)));
        assertThat(atTen.of(List.of())).isEqualTo(new Standstill.None());
        assertThat(new StandstillTable(Optional.empty(), OptionalDouble.empty()).of(List.of(1.0)))
                .isInstanceOf(Standstill.Unknown.class);
    }

    @Test
    void olderReleasesGiveUpAfterAHundredSeconds() {
        StandstillTable table = new StandstillTable(measured, OptionalDouble.empty());
        assertThat(table.isBeyondLimit(table.of(List.of(80.0)))).isFalse();
        assertThat(table.isBeyondLimit(table.of(List.of(80.0, 80.0)))).isTrue();
        assertThat(table.isBeyondLimit(new Standstill.Unknown(""))).isFalse();
    }
}
