package org.sizewright.ui.sheet;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.buildsheet.Tag;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/** Name and live formula of the selected cell, as a spreadsheet program shows them above its grid. */
final class FormulaLine extends VBox {
    private final Texts texts;
    private final Label name = new Label();
    private final Label subject = new Label();
    private final HBox tag = new HBox();
    private final Button home = new Button();
    private final TextArea formula = new TextArea();

    /** @param onHome goes to the page on which the name of the shown cell is defined */
    FormulaLine(Texts texts, Runnable onHome) {
        this.texts = texts;
        name.setId("sheet-name");
        name.getStyleClass().addAll("mono", "strong");
        name.setMinWidth(USE_PREF_SIZE);
        subject.setId("sheet-subject");
        subject.getStyleClass().add("note");
        subject.setMinWidth(0);
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        home.setId("sheet-home");
        home.setGraphic(Icon.NEXT.node("small"));
        home.getStyleClass().addAll("link", "tiny");
        home.setMinWidth(USE_PREF_SIZE);
        home.setOnAction(ignored -> onHome.run());
        tag.setMinWidth(USE_PREF_SIZE);
        tag.setAlignment(Pos.CENTER_RIGHT);
        HBox first = new HBox(10, name, subject, home, tag);
        first.setAlignment(Pos.CENTER_LEFT);
        first.setMinHeight(22);
        formula.setId("sheet-formula");
        formula.setEditable(false);
        formula.setWrapText(true);
        formula.setPrefRowCount(2);
        formula.setMinHeight(USE_PREF_SIZE);
        formula.setPrefColumnCount(20);
        formula.setAccessibleText(texts.get("sheet.formula"));
        // Tab leads on, as nothing is typed here
        formula.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                formula.requestFocusTraversal(
                        event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        getStyleClass().add("sheet-formula-line");
        getChildren().addAll(first, formula);
        show(Optional.empty());
    }

    void show(Optional<Choice> choice) {
        String cellName = choice.map(Choice::name).orElse("");
        if (choice.isEmpty()) {
            name.setText(texts.get("sheet.noCell"));
        } else if (cellName.isEmpty()) {
            name.setText(texts.get(choice.get().formula().startsWith("=") ? "sheet.ownFormula" : "sheet.noFormula"));
        } else {
            name.setText(cellName);
        }
        name.getStyleClass().removeAll("mono", "note");
        name.getStyleClass().add(cellName.isEmpty() ? "note" : "mono");
        String said = choice.map(Choice::subject).orElse("");
        subject.setText(choice.isEmpty() ? texts.get("sheet.hint") : said);
        subject.setTooltip(said.isEmpty() ? null : new Tooltip(said));
        formula.setText(choice.map(Choice::formula).orElse(""));
        tag.getChildren().clear();
        Optional<Tag> kind = choice.flatMap(Choice::tag);
        kind.ifPresent(each -> tag.getChildren().add(Marks.mark(each)));
        Optional<Page> place = choice.flatMap(Choice::home);
        home.setVisible(place.isPresent());
        home.setManaged(place.isPresent());
        place.ifPresent(page -> {
            home.setText(page.title());
            home.setAccessibleText(texts.get("sheet.home", page.title()));
            home.setTooltip(new Tooltip(texts.get("sheet.home", page.title())));
        });
    }
}
