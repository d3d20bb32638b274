package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.partition.Schemes;

class HostSpecTest {
    private static final HostSpec HOST = HostSpec.of("host", 8, Schemes.h100(), 64, 512);

    /**
     * A card for each GPU of an HGX board, one for two GPUs of a PCIe node (9 and 5 network adapters, of which one is not beside GPUs):
     * docs.nvidia.com/ai-enterprise/reference-architecture, compute node hardware.
     */
    @ParameterizedTest
    @CsvSource({
        "8, 1, 1, 8",
        "8, 8, 8, 8",
        "4, 1, 1, 4",
        "4, 2, 1, 4",
        "4, 3, 2, 4",
        "4, 8, 4, 4",
        "5, 8, 4, 4",
        "3, 8, 2, 2",
        "2, 4, 1, 2",
        "2, 5, 2, 2",
        "1, 8, 1, 1",
        "0, 1, 1, 0",
        "9, 8, 8, 8",
        "16, 8, 8, 8"
    })
    void aMachineTakesTheCardsBesideItsGpus(int cards, int gpus, int taken, int beside) {
        HostSpec host = HOST.withNics(Optional.of(cards));
        assertThat(host.countedNics()).isEqualTo(beside);
        assertThat(host.nicsOf(new GpuNeed.Whole(gpus).withNics(true))).isEqualTo(taken);
        assertThat(host.nicsOf(new GpuNeed.Whole(gpus))).isZero();
    }

    @Test
    void whatNobodyKnowsIsNotCounted() {
        assertThat(HOST.nicsOf(new GpuNeed.Whole(8).withNics(true))).isZero();
        assertThat(HOST.countedNics()).isZero();
        assertThat(HOST.withNics(Optional.of(4)).nicsOf(new GpuNeed.Mig("1g.10gb")))
                .isZero();
    }

    @Test
    void cardsOfAHostWithoutGpusAreBesideNone() {
        HostSpec host = HostSpec.of("cpu", 0, Schemes.h100(), 64, 512).withNics(Optional.of(4));
        assertThat(host.countedNics()).isZero();
        assertThat(host.nicsOf(new GpuNeed.Whole(2).withNics(true))).isZero();
    }

    @Test
    void thereAreNoFewerThanNone() {
        assertThatThrownBy(() -> HOST.withNics(Optional.of(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
