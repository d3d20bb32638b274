package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.plan.GpuAccess;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.SearchableChoice;
import org.sizewright.ui.part.SegmentedChoice;

/** A host that is emptied: each of its machines, how it leaves, to where, and how long it stands still. */
final class MaintenancePane extends StackPane {
    private final Texts texts;
    private final SearchableChoice<ClusterSubject> clusters;
    private final SearchableChoice<MaintenancePage.HostChoice> hosts;
    private final SearchableChoice<MaintenancePage.Owner> workloads;
    private final SegmentedChoice<GpuAccess> access;
    private final FieldFrame accessFrame;
    private final HBox verdicts = new HBox(8);
    private final Label total = line("words");
    private final Label remark = line("note");
    private final DataTable<MaintenancePage.Row> table;
    private final VBox filled;
    private final EmptyState empty;

    MaintenancePane(Texts texts, MaintenanceViewModel model) {
        this.texts = texts;
        clusters = new SearchableChoice<>(texts.get("arrivals.cluster"), ClusterSubject::name);
        clusters.setPrefWidth(160);
        clusters.onChoose(model::choose);
        hosts = new SearchableChoice<>(texts.get("maintenance.host"), MaintenancePage.HostChoice::text);
        hosts.setId("maintenance-host");
        hosts.setPrefWidth(180);
        hosts.onChoose(model::choose);
        workloads = new SearchableChoice<>(texts.get("maintenance.workload"), MaintenancePage.Owner::name);
        workloads.setPrefWidth(180);
        workloads.onChoose(model::choose);
        access = new SegmentedChoice<>(texts.get("maintenance.access"), List.of(GpuAccess.values()), this::word);
        access.setId("maintenance-access");
        access.onChoose(model::reach);
        accessFrame = new FieldFrame(texts.get("maintenance.access"), new HBox(access));
        verdicts.setAlignment(Pos.CENTER_LEFT);
        HBox fields = new HBox(14, clusters, hosts, workloads, accessFrame);
        fields.setAlignment(Pos.TOP_LEFT);
        VBox told = new VBox(4, verdicts, total, remark);
        table = new DataTable<>(texts, texts.get("maintenance.table"), MaintenancePage.Row::name, columns());
        table.view().setId("maintenance-table");
        table.onSelect(row -> row.ifPresent(model::explain));
        Card card = new Card(texts.get("maintenance.table"), table);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        filled = new VBox(10, fields, told, card);
        empty = new EmptyState(
                Icon.WORKLOADS, Tone.NEUTRAL, texts.get("arrivals.empty"), texts.get("arrivals.empty.text"));
        setMinHeight(0);
        model.page().subscribe(this::show);
    }

    private List<Column<MaintenancePage.Row>> columns() {
        return List.of(
                Column.words("vm", texts.get("maintenance.column.vm"), row -> Cell.text(row.name())),
                Column.words("access", texts.get("maintenance.column.access"), row -> Cell.text(row.access())),
                Column.words("way", texts.get("maintenance.column.way"), row -> Cell.chip(row.way(), row.tone())),
                Column.words("target", texts.get("maintenance.column.target"), row -> Cell.text(row.target())),
                Column.numbers(
                        "standstill",
                        texts.get("maintenance.column.standstill"),
                        row -> row.seconds() < 0
                                ? Cell.unknown(row.standstill())
                                : Cell.number(row.standstill(), row.seconds())),
                Column.words(
                        "note",
                        texts.get("maintenance.column.note"),
                        row -> row.note().isEmpty()
                                ? Cell.text("")
                                : Cell.text(row.note()).withTip(row.note())));
    }

    private String word(GpuAccess each) {
        return switch (each) {
            case VGPU -> texts.get("maintenance.access.vgpu");
            case DYNAMIC_DIRECTPATH -> texts.get("maintenance.access.dynamic");
            case DIRECTPATH -> texts.get("maintenance.access.fixed");
        };
    }

    private void show(Optional<MaintenancePage> shown) {
        if (shown.isEmpty()) {
            getChildren().setAll(empty);
            return;
        }
        MaintenancePage page = shown.get();
        clusters.show(page.clusters(), Optional.of(page.chosen()));
        present(clusters, page.clusters().size() > 1);
        hosts.show(page.hosts(), Optional.of(page.host()));
        workloads.show(page.workloads(), page.workload());
        present(workloads, page.workloads().size() > 1);
        present(accessFrame, page.workload().isPresent());
        page.workload().ifPresent(owner -> {
            access.show(owner.access());
            accessFrame.setNote(texts.get("maintenance.access.note", owner.name()));
        });
        verdicts.getChildren().clear();
        page.verdict().ifPresent(each -> verdicts.getChildren().add(new Chip(each.words(), each.tone())));
        page.cluster().ifPresent(each -> verdicts.getChildren().add(new Chip(each.words(), each.tone())));
        present(verdicts, !verdicts.getChildren().isEmpty());
        total.setText(page.total());
        remark.setText(page.remark());
        present(remark, !page.remark().isEmpty());
        table.show(page.rows());
        if (getChildren().isEmpty() || getChildren().getFirst() != filled) {
            getChildren().setAll(filled);
        }
    }

    private static Label line(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static void present(Region node, boolean isPresent) {
        node.setVisible(isPresent);
        node.setManaged(isPresent);
    }
}
