package org.sizewright.ui.workloads;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;

/** Name, verdict and the story of a workload in a sentence; a workload without figures says why. */
final class Head extends VBox {
    private final Texts texts;
    private final WorkloadsViewModel model;
    private final TextField name = new TextField();
    private final Chip verdict = new Chip("", Tone.NEUTRAL);
    private final SentenceFlow sentence;
    private final Button wizard;
    private final VBox trouble = new VBox(8);
    private @Nullable WorkloadId of;
    private String shownName = "";

    /** @param openWizard asks the questions of the workload one by one, where there are some */
    Head(Texts texts, WorkloadsViewModel model, Runnable openWizard) {
        this.texts = texts;
        this.model = model;
        name.setId("workload-name");
        name.getStyleClass().add("title-field");
        name.setAccessibleText(texts.get("workloads.field.name"));
        name.setTooltip(new Tooltip(texts.get("workloads.field.name.tip")));
        name.setOnAction(ignored -> commit());
        name.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
        name.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                name.setText(shownName);
                event.consume();
            }
        });
        name.setMinWidth(120);
        name.textProperty().subscribe(ignored -> fit());
        sentence = new SentenceFlow(model::explain);
        wizard = button("open-wizard", texts.get("workloads.wizard"), Icon.SETTINGS, openWizard);
        wizard.setTooltip(new Tooltip(texts.get("workloads.wizard.tip")));
        Button duplicate =
                iconButton("duplicate-workload", texts.get("workloads.duplicate"), Icon.COPY, model::duplicate);
        Button remove = iconButton("remove-workload", texts.get("workloads.remove"), Icon.REMOVE, model::remove);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, name, verdict, gap, wizard, duplicate, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        verdict.setMinWidth(USE_PREF_SIZE);
        trouble.getStyleClass().add("card");
        setSpacing(8);
        getChildren().setAll(line, sentence.node(), trouble);
    }

    void show(Sheet sheet) {
        boolean typing = name.isFocused() && !Objects.equals(name.getText(), shownName);
        if (!typing || !sheet.workload().id().equals(of)) {
            shownName = sheet.workload().name();
            if (!shownName.equals(name.getText())) {
                name.setText(shownName);
            }
        }
        of = sheet.workload().id();
        verdict.show(sheet.verdict().word(), sheet.verdict().tone());
        sentence.show(sheet.sentence());
        present(wizard, !(sheet instanceof Sheet.Vms));
        showTrouble(sheet);
    }

    private void showTrouble(Sheet sheet) {
        boolean waiting = sheet.sentence().isEmpty() && sheet.trouble().isEmpty();
        trouble.getChildren().clear();
        sheet.trouble().ifPresent(told -> {
            trouble.getChildren().addAll(wrapped(told.sentence(), "strong"), wrapped(told.remedy(), "muted"));
            if (told.unassigned()) {
                Button carry = new Button(texts.get("workloads.carry"), Icon.CLUSTER.node());
                carry.setId("carry-workload");
                carry.getStyleClass().add("primary");
                carry.setOnAction(ignored -> model.carry());
                trouble.getChildren().add(carry);
            }
        });
        if (waiting) {
            trouble.getChildren().add(wrapped(texts.get("workloads.waiting"), "muted"));
        }
        present(trouble, !trouble.getChildren().isEmpty());
    }

    /** Makes the field as wide as its text, so that the verdict follows the name. */
    private void fit() {
        Text probe = new Text(Objects.toString(name.getText(), ""));
        probe.setFont(Font.font("Inter Semi Bold", 17));
        double width = Math.ceil(probe.getLayoutBounds().getWidth()) + 24;
        name.setPrefWidth(Math.clamp(width, 120, 460));
    }

    private void commit() {
        String typed = name.getText() == null ? "" : name.getText().strip();
        if (typed.isEmpty()) {
            name.setText(shownName);
        } else if (!typed.equals(shownName)) {
            shownName = typed;
            model.rename(typed);
        }
    }

    private static Button button(String id, String name, Icon icon, Runnable action) {
        Button button = new Button(name, icon.node());
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(name);
        button.setOnAction(ignored -> action.run());
        return button;
    }

    /** A button that has its name as a tip only. */
    private static Button iconButton(String id, String name, Icon icon, Runnable action) {
        Button button = button(id, "", icon, action);
        button.getStyleClass().add("icon-only");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static void present(Region node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
