package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.plan.VmDevices;

class DeviceGroupsTest {
    @Test
    void cardsAreThoseThatTheHostIsStatedToHave() {
        VmDevices rdma = VmDevices.ONE.withRdma(true);
        GpuNeed eight = new GpuNeed.Whole(8);

        assertThat(DeviceGroups.cards(rdma, eight, Optional.of(9)))
                .contains("8 x GPU + NIC under one PCIe switch; of 9 NICs of the host");
        assertThat(DeviceGroups.cards(rdma, eight, Optional.of(5)))
                .contains("8 x GPU + NIC under one PCIe switch; no more than 5, which are all NICs of the host");
        assertThat(DeviceGroups.cards(rdma, eight, Optional.empty()))
                .contains("8 x GPU + NIC under one PCIe switch; NICs of the host unknown");
        assertThat(DeviceGroups.cards(VmDevices.ONE, eight, Optional.of(9))).isEmpty();
    }
}
