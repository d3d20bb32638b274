package org.sizewright.ui.intake;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.ClassJoin;
import org.sizewright.catalog.ClassOrigin;
import org.sizewright.catalog.ImportFile;
import org.sizewright.catalog.SystemClass;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/** Where the class of the systems comes from: the filter of the export, and lists of certified systems with what they gave. */
final class ClassPanel extends VBox {
    private static final List<String> WORDINGS = List.of("dataCenter", "edge", "workstation");
    private static final int MOST_PROPOSALS = 12;

    private final IntakeViewModel model;
    private final Texts texts;
    private final ComboBox<String> filter = new ComboBox<>();
    private final Button join;
    private final Button drop;
    private final VBox report = new VBox(4);
    private final Label single = new Label();
    private final ComboBox<String> singleClass = new ComboBox<>();
    private final Label singleNote = new Label();
    private final VBox byHand = new VBox(4);
    private Optional<CatalogEntry> selected = Optional.empty();
    private boolean telling = true;

    ClassPanel(IntakeViewModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        Label about = new Label(texts.get("intake.filter"));
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.setLabelFor(filter);
        filter.setEditable(true);
        filter.setMaxWidth(Double.MAX_VALUE);
        filter.setId("intake-filter");
        filter.setAccessibleText(texts.get("intake.filter"));
        filter.setPromptText(texts.get("intake.filter.none"));
        filter.getItems().setAll(WORDINGS);
        filter.getItems().addFirst("");
        filter.valueProperty().addListener((property, before, value) -> chosen(value));
        join = new Button(texts.get("intake.join"), Icon.IMPORT.node());
        join.setId("intake-join");
        join.setMinWidth(USE_PREF_SIZE);
        join.setOnAction(ignored -> model.chooseCertified());
        drop = new Button(texts.get("intake.unjoin"));
        drop.getStyleClass().add("flat");
        drop.setOnAction(ignored -> model.withoutCertified());
        getChildren().addAll(about, filter, new HBox(6, join, drop), report, new Separator(), single(), byHand);
    }

    /** The class of the server in the chosen row, said by the user. */
    private VBox single() {
        Label title = new Label(texts.get("intake.single"));
        title.getStyleClass().add("section-title");
        single.setWrapText(true);
        single.setMinHeight(USE_PREF_SIZE);
        single.setLabelFor(singleClass);
        singleClass.setEditable(true);
        singleClass.setMaxWidth(Double.MAX_VALUE);
        singleClass.setId("intake-single-class");
        singleClass.setPromptText(texts.get("intake.single.none"));
        singleClass.getItems().setAll(WORDINGS);
        singleClass.getItems().addFirst("");
        singleClass.valueProperty().addListener((property, before, value) -> named(value));
        singleNote.getStyleClass().add("note");
        singleNote.setWrapText(true);
        singleNote.setMinHeight(USE_PREF_SIZE);
        select(Optional.empty());
        return new VBox(6, title, single, singleClass, singleNote);
    }

    private void named(@Nullable String value) {
        if (telling) {
            Optional<String> wording = Optional.ofNullable(value).filter(text -> !text.isBlank());
            selected.ifPresent(entry -> model.nameClass(entry.id().server(), wording));
        }
    }

    /** Goes to the server of a chosen row. */
    void select(Optional<CatalogEntry> entry) {
        selected = entry;
        single.setText(entry.map(known -> texts.get("intake.serverName", known.vendor(), known.model()))
                .orElseGet(() -> texts.get("intake.single.choose")));
        singleClass.setDisable(entry.isEmpty());
        singleClass.setAccessibleText(texts.get("intake.single") + ": " + single.getText());
        telling = false;
        try {
            singleClass.setValue(entry.flatMap(model::classByHand).orElse(""));
        } finally {
            telling = true;
        }
        String stronger = entry.map(CatalogEntry::systemClass)
                .filter(known -> known.origin()
                        .filter(origin -> origin.source() == ClassOrigin.Source.MANUAL)
                        .isEmpty())
                .filter(SystemClass::isKnown)
                .map(known -> texts.get(
                        "intake.single.stronger",
                        known.text(),
                        known.origin().map(ClassOrigin::text).orElse("")))
                .orElseGet(() -> entry.isPresent() ? texts.get("intake.single.all") : "");
        singleNote.setText(stronger);
        singleNote.setVisible(!stronger.isEmpty());
        singleNote.setManaged(!stronger.isEmpty());
    }

    private void showByHand(List<IntakePage.HandClass> named) {
        byHand.getChildren().clear();
        for (IntakePage.HandClass one : named) {
            Label label = new Label(texts.get("intake.single.said", one.name(), one.wording()));
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(label, Priority.ALWAYS);
            Button remove = new Button();
            remove.setGraphic(Icon.CLOSE.node("small"));
            remove.getStyleClass().addAll("flat", "tiny");
            remove.setAccessibleText(texts.get("intake.single.remove", one.name()));
            remove.setTooltip(new Tooltip(texts.get("intake.single.remove", one.name())));
            remove.setMinWidth(USE_PREF_SIZE);
            remove.setOnAction(ignored -> model.nameClass(one.server(), Optional.empty()));
            HBox line = new HBox(6, label, remove);
            line.setAlignment(Pos.CENTER_LEFT);
            byHand.getChildren().add(line);
        }
    }

    private void chosen(@Nullable String value) {
        if (telling) {
            model.filteredBy(Optional.ofNullable(value).filter(text -> !text.isBlank()));
        }
    }

    void show(Optional<ClassJoin> joined, List<IntakePage.HandClass> named) {
        showByHand(named);
        select(selected);
        telling = false;
        try {
            filter.setValue(model.job().choices().filter().orElse(""));
        } finally {
            telling = true;
        }
        List<ImportFile> files = model.job().certified();
        drop.setVisible(!files.isEmpty());
        drop.setManaged(!files.isEmpty());
        report.getChildren().clear();
        if (joined.isEmpty()) {
            line("muted", texts.get("intake.join.none"));
            return;
        }
        ClassJoin join = joined.get();
        line("strong", String.join(", ", files.stream().map(ImportFile::name).toList()));
        line(
                "label",
                texts.get(
                        "intake.join.report",
                        join.matched().size(),
                        join.onlyInList().size(),
                        join.onlyCertified().size()));
        if (!join.contradictions().isEmpty()) {
            line(
                    "label",
                    texts.get(
                            "intake.join.contradictions", join.contradictions().size()));
        }
        if (!join.proposals().isEmpty()) {
            line("label", texts.get("intake.join.proposals", join.proposals().size()));
            join.proposals().stream().limit(MOST_PROPOSALS).forEach(this::proposal);
        }
    }

    private void proposal(ClassJoin.Proposal proposal) {
        String classes = String.join(
                "; ",
                proposal.certified().stream()
                        .map(entry -> entry.systemClass().text())
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList());
        CheckBox box = new CheckBox(texts.get(
                "intake.join.proposal",
                proposal.entry().model(),
                proposal.entry().gpu().displayName(),
                classes.isEmpty() ? texts.get("intake.notStated") : classes));
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        box.setSelected(proposal.confirmed());
        box.setOnAction(ignored -> model.confirm(proposal.entry().id(), box.isSelected()));
        report.getChildren().add(box);
    }

    private void line(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        report.getChildren().add(label);
    }
}
