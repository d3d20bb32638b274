package org.sizewright.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void decimalAndBinaryGigabytesAreDifferentViewsOfTheSameCount() {
        Bytes memory = Bytes.ofGb(26);
        assertThat(memory.count()).isEqualTo(26_000_000_000L);
        assertThat(memory.toGib()).isBetween(24.21, 24.22);
        // nvidia-smi of an "80 GB" H100 prints 81559 MiB
        assertThat(Bytes.ofMib(81_559).toGib()).isBetween(79.64, 79.65);
    }

    @Test
    void negativeAmountsAreRefused() {
        assertThatThrownBy(() -> Bytes.of(-1)).hasMessageContaining("-1 bytes");
        assertThatThrownBy(() -> Watts.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kilograms.of(-0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
