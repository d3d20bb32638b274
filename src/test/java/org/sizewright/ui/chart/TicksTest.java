package org.sizewright.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LINEAR       | 0    | 86     | 0 | 6 | 0 20 40 60 80",
                "LINEAR       | 0    | 0.9    | 0 | 5 | 0 0.2 0.4 0.6 0.8",
                "LINEAR       | 1    | 3      | 1 | 9 | 1 2 3",
                "LINEAR       | -3   | 3      | 0 | 4 | -2 0 2",
                "LOG          | 1    | 1000   | 0 | 4 | 1 10 100 1000",
                "LOG          | 0.5  | 20     | 0 | 8 | 0.5 1 2 5 10 20",
                "LOG          | 1    | 1e6    | 0 | 4 | 1 100 10000 1000000",
                "LOG          | 30   | 40     | 0 | 3 | 30 35 40",
                "POWERS_OF_TWO| 1024 | 131072 | 0 | 9 | 1024 2048 4096 8192 16384 32768 65536 131072",
                "POWERS_OF_TWO| 1000 | 140000 | 0 | 4 | 2048 8192 32768 131072",
            })
    void areRoundNumbers(Scale scale, double least, double most, double grain, int atMost, String expected) {
        List<Double> wanted =
                List.of(expected.split(" ")).stream().map(Double::valueOf).toList();
        assertThat(Ticks.of(scale, least, most, grain, atMost)).isEqualTo(wanted);
    }

    @Test
    void areFewRiseAndStayInside() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            Scale scale = Scale.values()[random.nextInt(3)];
            double least = Math.pow(10, random.nextDouble() * 12 - 4);
            double most = least * (1.01 + Math.pow(10, random.nextDouble() * 5));
            int atMost = 2 + random.nextInt(8);
            List<Double> ticks = Ticks.of(scale, least, most, 0, atMost);
            assertThat(ticks)
                    .as("%s from %s to %s, at most %s", scale, least, most, atMost)
                    .hasSizeBetween(1, atMost)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(tick -> tick >= least * (1 - 1e-6) && tick <= most * (1 + 1e-6));
        }
    }
}
