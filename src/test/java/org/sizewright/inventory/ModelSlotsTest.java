package org.sizewright.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.library.Chassis.SlotGroup;
import org.sizewright.quantity.Watts;

class ModelSlotsTest {
    @Test
    void readsWidthLanesGenerationWattsAndRiser() {
        assertThat(ModelSlots.parse("4 double x16 Gen5 350 W on Riser 2; 2 slots x8"))
                .containsExactly(
                        new SlotGroup(
                                4,
                                Optional.of(2),
                                Optional.of(16),
                                Optional.of(5),
                                Optional.of(Watts.of(350)),
                                Optional.of("Riser 2")),
                        new SlotGroup(
                                2,
                                Optional.empty(),
                                Optional.of(8),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "1 slot",
                "8 single x8 Gen4 75 W",
                "2 3-slot x16 Gen5 600 W on front cage",
                "4 double x16 Gen5 350 W on Riser 2; 2 slots x8"
            })
    void writesWhatItReads(String text) {
        assertThat(ModelSlots.toText(ModelSlots.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "2 single double", "2 double x16 blue"})
    void saysHowSlotsAreWritten(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelSlots.parse(text))
                .withMessageContaining("is no list of slots; write it like");
    }

    /** A free slot must say how wide it is: whether a card goes in is decided by it. */
    @Test
    void aFreeSlotNeedsItsWidth() {
        assertThatIllegalArgumentException().isThrownBy(() -> FreeSlots.parseList("2 slots x16"));
        assertThat(FreeSlots.toText(FreeSlots.parseList("2 Double-Wide x16 Gen4 300W, 1 single x8")))
                .isEqualTo("2 double x16 Gen4 300 W; 1 single x8");
        assertThat(FreeSlots.parseList("none")).isEqualTo(List.of());
    }
}
