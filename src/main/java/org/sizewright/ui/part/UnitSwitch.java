package org.sizewright.ui.part;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;

/** Whether memory is shown in GiB or in GB. Who holds it keeps the choice as a preference. */
public final class UnitSwitch extends HBox {
    private final SegmentedChoice<MemoryUnit> choice;

    public UnitSwitch(Texts texts) {
        choice = new SegmentedChoice<>(texts.get("unit.memory"), List.of(MemoryUnit.values()), MemoryUnit::symbol);
        Tooltip.install(choice, new Tooltip(texts.get("unit.tip")));
        setMaxWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        getChildren().add(choice);
        show(MemoryUnit.GIB);
    }

    /** Shows which unit holds; nobody is told. */
    public void show(MemoryUnit unit) {
        choice.show(unit);
    }

    /** Called when the user presses a unit. */
    public void onChoose(Consumer<MemoryUnit> consumer) {
        choice.onChoose(consumer);
    }
}
