package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.library.RetrievalRecord.RetrievalPreset;
import org.sizewright.plan.Workload.GpuVms.Sharing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.workloads.TuningDesk.Start;

/** The workloads of the plan, to choose from and to add to. */
final class WorkloadList extends VBox {
    private static final double ENTRY = 56;

    private final ListView<WorkloadItem> list = new ListView<>();
    private final FigureTiles totals;
    private final Card totalsCard;
    private final Menu retrieval;
    private final WorkloadsViewModel model;
    private boolean telling = true;

    WorkloadList(
            Texts texts,
            WorkloadsViewModel model,
            Runnable addWithWizard,
            Runnable tuneWithWizard,
            Runnable searchWithWizard) {
        Label title = new Label(texts.get("workloads.title"));
        title.getStyleClass().add("screen-title");
        list.setId("workload-list");
        list.getStyleClass().add("workload-list");
        list.setAccessibleText(texts.get("workloads.title"));
        list.setCellFactory(ignored -> new Entry());
        list.setMinHeight(80);
        list.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (telling && item != null) {
                model.select(item.id());
            }
        });
        list.setFixedCellSize(ENTRY);
        list.setPrefHeight(ENTRY);
        this.model = model;
        retrieval = new Menu(texts.get("workloads.add.retrieval"));
        retrieval.setId("add-retrieval");
        MenuButton add = new MenuButton(texts.get("workloads.add"), Icon.ADD.node());
        add.setId("add-workload");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setAccessibleText(texts.get("workloads.add"));
        add.getItems()
                .setAll(
                        item("add-llm", texts.get("workloads.kind.llm"), model.llm()::add),
                        item("add-llm-wizard", texts.get("workloads.wizard.add"), addWithWizard),
                        retrieval,
                        item("add-retrieval-wizard", texts.get("workloads.wizard.retrieval.add"), searchWithWizard),
                        item(
                                "add-vgpu",
                                texts.get("workloads.kind.vgpu"),
                                () -> model.vms().add(Sharing.TIME_SLICED)),
                        item(
                                "add-mig",
                                texts.get("workloads.kind.mig"),
                                () -> model.vms().add(Sharing.MIG)),
                        item(
                                "add-whole",
                                texts.get("workloads.kind.whole"),
                                () -> model.vms().add(Sharing.WHOLE)),
                        item("add-tuning-wizard", texts.get("workloads.wizard.tuning.add"), tuneWithWizard),
                        item(
                                "add-lora",
                                texts.get("workloads.add.lora"),
                                () -> model.tuning().add(Start.LORA)),
                        item(
                                "add-qlora",
                                texts.get("workloads.add.qlora"),
                                () -> model.tuning().add(Start.QLORA)),
                        item(
                                "add-full",
                                texts.get("workloads.add.full"),
                                () -> model.tuning().add(Start.FULL)),
                        item(
                                "add-aligned",
                                texts.get("workloads.add.aligned"),
                                () -> model.tuning().add(Start.ALIGNED)));
        add.setMinHeight(USE_PREF_SIZE);
        totals = new FigureTiles(model::explain);
        totalsCard = new Card(texts.get("workloads.totals"), totals);
        totalsCard.setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        setSpacing(10);
        getChildren().setAll(title, list, add, gap, totalsCard);
    }

    void show(List<WorkloadItem> items, Optional<WorkloadId> selected) {
        telling = false;
        try {
            if (!list.getItems().equals(items)) {
                list.getItems().setAll(items);
                list.setPrefHeight(items.size() * ENTRY + 10);
            }
            for (int i = 0; i < items.size(); i++) {
                if (selected.equals(Optional.of(items.get(i).id()))
                        && list.getSelectionModel().getSelectedIndex() != i) {
                    list.getSelectionModel().clearAndSelect(i);
                    list.getFocusModel().focus(i);
                    list.scrollTo(i);
                }
            }
        } finally {
            telling = true;
        }
    }

    /** What retrieval can start from. */
    void offer(List<RetrievalPreset> presets) {
        retrieval
                .getItems()
                .setAll(presets.stream()
                        .map(preset -> item(
                                "add-retrieval-" + preset.id(),
                                preset.name(),
                                () -> model.retrievalDesk().add(preset)))
                        .toList());
        retrieval.setVisible(!presets.isEmpty());
    }

    void showTotals(List<Tile> tiles) {
        totals.show(tiles);
        totalsCard.setVisible(!tiles.isEmpty());
        totalsCard.setManaged(!tiles.isEmpty());
    }

    private static MenuItem item(String id, String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setId(id);
        item.setOnAction(ignored -> action.run());
        return item;
    }

    /** Name above kind and state. */
    private static final class Entry extends ListCell<WorkloadItem> {
        private final Label name = new Label();
        private final Label kind = new Label();
        private final Chip chip = new Chip("", Tone.NEUTRAL);
        private final VBox lines;

        Entry() {
            name.getStyleClass().add("strong");
            kind.getStyleClass().add("note");
            kind.setMinWidth(USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox second = new HBox(6, kind, gap, chip);
            second.setAlignment(Pos.CENTER_LEFT);
            lines = new VBox(4, name, second);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable WorkloadItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            name.setText(item.name());
            kind.setText(item.kind());
            chip.show(item.verdict().word(), item.verdict().tone());
            setGraphic(lines);
            setTooltip(new Tooltip(item.name()));
            setAccessibleText(
                    item.name() + ", " + item.kind() + ", " + item.verdict().word());
        }
    }
}
