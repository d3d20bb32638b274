package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.partition.Schemes;

class DeviceGroupsTest {
    private static final HostSpec HOST = HostSpec.of("board", 8, Schemes.h100(), 64, 512);

    @Test
    void cardsAreThoseThatTheHostIsStatedToHaveBesideItsGpus() {
        GpuNeed eight = new GpuNeed.Whole(8).withNics(true);

        assertThat(DeviceGroups.cards(HOST.withNics(Optional.of(8)), eight))
                .contains("8 x GPU + NIC under one PCIe switch; 8 of the 8 NICs beside GPUs");
        assertThat(DeviceGroups.cards(HOST.withNics(Optional.of(4)), eight))
                .contains("8 GPUs + 4 NICs, each beside several of them under one PCIe switch;"
                        + " 4 of the 4 NICs beside GPUs");
        assertThat(DeviceGroups.cards(HOST.withNics(Optional.of(5)), eight))
                .as("the fifth is beside no GPU that the others are not beside")
                .contains("8 GPUs + 4 NICs, each beside several of them under one PCIe switch;"
                        + " 4 of the 4 NICs beside GPUs (5 stated)");
        assertThat(DeviceGroups.cards(HOST, eight))
                .contains("8 x GPU + NIC under one PCIe switch; NICs beside the GPUs unknown, so not counted");
        assertThat(DeviceGroups.cards(HOST.withNics(Optional.of(8)), new GpuNeed.Whole(8)))
                .isEmpty();
    }
}
