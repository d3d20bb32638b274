package org.sizewright.ui.cluster;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.inventory.FreeSlots;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.HostName;

/** The hosts that the customer has: a list, and in its place an import, a form, or a choice of GPUs for some of them. */
final class ExistingCard extends VBox {
    private static final double HEAD = 36;
    private static final double ROW = 30;
    private static final int MOST_ROWS = 10;

    private final Texts texts;
    private final ExistingViewModel model;
    private final DataTable<ExistingPart.Line> table;
    private final StackPane body = new StackPane();
    private final VBox list;
    private final EmptyState none;
    private final Button use;
    private final Button edit;
    private final Button remove;
    private final HBox actions;
    private boolean busy;
    private List<ExistingPart.Line> lines = List.of();

    ExistingCard(Texts texts, ExistingViewModel model) {
        this.texts = texts;
        this.model = model;
        table = new DataTable<>(
                texts,
                texts.get("existing.title"),
                line -> line.host().key(),
                List.of(
                        Column.words(
                                "name",
                                texts.get("existing.field.name"),
                                line -> Cell.text(shortName(line))
                                        .withTip(line.host().name())),
                        Column.words(
                                "ready",
                                texts.get("existing.field.ready"),
                                line -> Cell.chip(
                                                line.ready().text(),
                                                line.ready().tone())
                                        .withTip(line.why())),
                        Column.words(
                                "used",
                                texts.get("existing.field.used"),
                                line -> line.usedIn().map(Cell::text).orElseGet(() -> Cell.unknown("–"))),
                        Column.words(
                                "model",
                                texts.get("existing.field.model"),
                                line -> known(line.host().model(), line.host().serverName())),
                        Column.words("cpu", texts.get("existing.field.cpu"), line -> cpu(line.host())),
                        Column.numbers(
                                "memory",
                                texts.get("existing.field.memoryGib"),
                                line -> line.host()
                                        .memoryGib()
                                        .map(gib -> Cell.number(String.valueOf(gib), gib))
                                        .orElseGet(this::unknown)),
                        Column.words(
                                "load",
                                texts.get("existing.field.load"),
                                line -> line.host()
                                        .load()
                                        .map(load -> Cell.text(texts.get(
                                                        "existing.load.short",
                                                        load.vcpus(),
                                                        Math.round(load.memory().toGib())))
                                                .withTip(HostWhy.load(texts, load)))
                                        .orElseGet(this::unknown)),
                        Column.words(
                                "slots",
                                texts.get("existing.field.freeSlots"),
                                line -> line.host()
                                        .fittings()
                                        .freeSlots()
                                        .map(slots -> Cell.text(FreeSlots.toText(slots))
                                                .withTip(FreeSlots.toText(slots)))
                                        .orElseGet(this::unknown)),
                        Column.<ExistingPart.Line>words(
                                        "cluster",
                                        texts.get("existing.field.cluster"),
                                        line -> known(
                                                line.host().cluster(),
                                                line.host().cluster()))
                                .hidden()));
        table.view().setId("existing-hosts");
        table.onSelect(line -> {
            line.ifPresent(model::explain);
            enable();
        });
        table.onOpen(line -> form(Optional.of(line.host())));
        use = button("existing.use", Icon.CLUSTER, "use-hosts", () -> useSelected());
        use.getStyleClass().add("primary");
        edit = button(
                "existing.editHost",
                Icon.EDIT,
                "edit-host",
                () -> table.selected().stream().findFirst().ifPresent(line -> form(Optional.of(line.host()))));
        remove = button("existing.remove", Icon.REMOVE, "remove-hosts", () -> model.remove(selected()));
        Label hint = new Label(texts.get("existing.hint"));
        hint.getStyleClass().add("note");
        hint.setWrapText(true);
        HBox bar = new HBox(8, use, edit, remove);
        bar.setAlignment(Pos.CENTER_LEFT);
        list = new VBox(10, table, bar, hint);
        none = new EmptyState(Icon.CLUSTER, Tone.NEUTRAL, texts.get("existing.none"), texts.get("existing.none.text"))
                .withAction(texts.get("existing.import"), this::importFiles);
        actions = new HBox(
                8,
                button("existing.import", Icon.IMPORT, "import-hosts", this::importFiles),
                button("existing.paste", Icon.COPY, "paste-hosts", this::paste),
                button("existing.add", Icon.ADD, "add-host", () -> form(Optional.empty())));
        getChildren().add(new Card(texts.get("existing.title"), body).withActions(actions));
        model.part().subscribe(part -> part.ifPresent(this::show));
    }

    private void show(ExistingPart part) {
        lines = part.hosts();
        table.show(lines);
        double height = HEAD + ROW * Math.clamp(lines.size(), 3, MOST_ROWS);
        table.setMinHeight(height);
        table.setPrefHeight(height);
        if (!busy) {
            showList();
        }
        enable();
    }

    private void showList() {
        busy = false;
        actions.setDisable(false);
        body.getChildren().setAll(lines.isEmpty() ? none : list);
    }

    private void occupy(Node pane) {
        busy = true;
        actions.setDisable(true);
        body.getChildren().setAll(pane);
    }

    private void enable() {
        boolean nothing = table.selected().isEmpty();
        use.setDisable(nothing);
        edit.setDisable(nothing);
        remove.setDisable(nothing);
    }

    private List<InventoryHost> selected() {
        return table.selected().stream().map(ExistingPart.Line::host).toList();
    }

    private void useSelected() {
        List<InventoryHost> hosts = selected();
        if (!hosts.isEmpty()) {
            occupy(new UsePane(texts, model, hosts, this::showList));
        }
    }

    private void form(Optional<InventoryHost> host) {
        occupy(new HostForm(texts, model, host, this::showList));
    }

    private void importFiles() {
        model.chooseFiles(sources -> occupy(new ImportPane(texts, model, sources, this::showList)));
    }

    private void paste() {
        TextArea area = new TextArea();
        area.setId("pasted-hosts");
        area.setPrefRowCount(8);
        area.setAccessibleText(texts.get("existing.paste.name"));
        area.setPromptText(texts.get("existing.paste.prompt"));
        Button read = button(
                "existing.paste.read",
                Icon.NEXT,
                "read-pasted",
                () -> model.pasted(area.getText())
                        .ifPresent(sources -> occupy(new ImportPane(texts, model, sources, this::showList))));
        read.getStyleClass().add("primary");
        Button cancel = button("existing.cancel", Icon.CLOSE, "cancel-paste", this::showList);
        Label name = new Label(texts.get("existing.paste.name"));
        name.getStyleClass().add("field-name");
        name.setLabelFor(area);
        occupy(new VBox(10, name, area, new HBox(8, read, cancel)));
        area.requestFocus();
    }

    private Button button(String key, Icon icon, String id, Runnable action) {
        Button button = new Button(texts.get(key), icon.node());
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(ignored -> action.run());
        return button;
    }

    private static String shortName(ExistingPart.Line line) {
        return HostName.brief(line.host().name());
    }

    private Cell cpu(InventoryHost host) {
        return host.sockets().isPresent() && host.coresPerSocket().isPresent()
                ? Cell.text(host.sockets().get() + " × " + host.coresPerSocket().get())
                        .withTip(host.cpuModel())
                : unknown();
    }

    private Cell known(String text, String tip) {
        return text.isBlank() ? unknown() : Cell.text(text).withTip(tip);
    }

    private Cell unknown() {
        return Cell.unknown(texts.get("cluster.unknown"));
    }
}
