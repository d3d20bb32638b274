package org.sizewright.ui.workloads;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.sizewright.library.RetrievalRecord.RetrievalPreset;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/** The values of the library that retrieval can begin with. */
final class PresetMenu extends MenuButton {
    private final RetrievalDesk desk;
    private List<RetrievalPreset> offered = List.of();

    PresetMenu(Texts texts, RetrievalDesk desk) {
        super(texts.get("workloads.load.presets"), Icon.OPTIONS.node());
        this.desk = desk;
        setId("rag-presets");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(texts.get("workloads.retrieval.presets.tip")));
    }

    void offer(List<RetrievalPreset> now) {
        if (!now.equals(offered)) {
            offered = now;
            getItems().setAll(now.stream().map(this::item).toList());
        }
        setVisible(!now.isEmpty());
        setManaged(!now.isEmpty());
    }

    private MenuItem item(RetrievalPreset preset) {
        MenuItem item = new MenuItem(preset.name());
        item.setId("rag-preset-" + preset.id());
        item.setOnAction(ignored -> desk.start(preset));
        return item;
    }
}
