package org.sizewright.ui.workloads;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.plan.WeeklyWindows.Window;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/** One window: its days, and from when to when. */
final class WindowRow extends VBox {
    private static final double TIME = 70;

    private final Texts texts;
    private final Window window;
    private final Consumer<Window> onChange;
    private final Map<DayOfWeek, ToggleButton> days = new EnumMap<>(DayOfWeek.class);
    private final TextField from;
    private final TextField to;
    private final Label message = new Label();

    /**
     * A window in a list.
     *
     * @param number its number in the list, from 1
     * @param onChange gets what it is changed to
     */
    WindowRow(Texts texts, int number, Window window, Consumer<Window> onChange, Runnable onRemove) {
        this.texts = texts;
        this.window = window;
        this.onChange = onChange;
        HBox boxes = new HBox();
        boxes.getStyleClass().add("segmented");
        for (DayOfWeek day : DayOfWeek.values()) {
            ToggleButton button = new ToggleButton(WeeklyWindows.dayWord(day));
            button.setId("window-" + number + "-" + WeeklyWindows.dayWord(day).toLowerCase(java.util.Locale.ROOT));
            button.setAccessibleText(texts.get("workloads.terms.day", number, WeeklyWindows.dayWord(day)));
            button.setSelected(window.days().contains(day));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(ignored -> take());
            days.put(day, button);
            boxes.getChildren().add(button);
        }
        boxes.setMinWidth(USE_PREF_SIZE);
        from = time("from", texts.get("workloads.terms.from", number), number, window.from());
        to = time("to", texts.get("workloads.terms.to", number), number, window.to());
        Label over = new Label(window.crossesMidnight() ? texts.get("workloads.terms.nextDay") : "");
        over.getStyleClass().add("note");
        Button remove = new Button();
        remove.setGraphic(Icon.REMOVE.node());
        remove.getStyleClass().addAll("flat", "icon-only");
        remove.setId("window-" + number + "-remove");
        remove.setAccessibleText(texts.get("workloads.terms.remove", window.words()));
        remove.setTooltip(new Tooltip(texts.get("workloads.terms.remove", window.words())));
        remove.setOnAction(ignored -> onRemove.run());
        HBox times = new HBox(8, from, new Label("\u2013"), to, over, remove);
        times.setAlignment(Pos.CENTER_LEFT);
        // only when both ends are typed: half a change could meet another window and become one with it
        times.focusWithinProperty().addListener((property, before, within) -> {
            if (!within) {
                take();
            }
        });
        FlowPane line = new FlowPane(10, 6, boxes, times);
        line.setAlignment(Pos.CENTER_LEFT);
        message.getStyleClass().add("message");
        message.setGraphic(Icon.ERROR.node("small"));
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        refuse("");
        setSpacing(2);
        getChildren().setAll(line, message);
    }

    private TextField time(String id, String name, int number, int minute) {
        TextField field = new TextField(WeeklyWindows.time(minute));
        field.setId("window-" + number + "-" + id);
        field.setAccessibleText(name);
        field.setTooltip(new Tooltip(texts.get("workloads.terms.time")));
        field.setPrefWidth(TIME);
        field.setMinWidth(TIME);
        field.setOnAction(ignored -> take());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.setText(WeeklyWindows.time(minute));
                refuse("");
                event.consume();
            }
        });
        return field;
    }

    private void take() {
        if (getScene() == null) {
            return; // the list has been made anew, and what is typed here belongs to no window any more
        }
        Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        days.forEach((day, button) -> {
            if (button.isSelected()) {
                on.add(day);
            }
        });
        try {
            Window changed = Window.of(on, WeeklyWindows.parseTime(text(from)), WeeklyWindows.parseTime(text(to)));
            refuse("");
            if (!changed.equals(window)) {
                onChange.accept(changed);
            }
        } catch (IllegalArgumentException refused) {
            refuse(String.valueOf(refused.getMessage()));
        }
    }

    private void refuse(String words) {
        message.setText(words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
        message.setVisible(!words.isEmpty());
        message.setManaged(!words.isEmpty());
        List<String> help = new ArrayList<>();
        if (!words.isEmpty()) {
            help.add(message.getText());
        }
        from.setAccessibleHelp(String.join(" ", help));
        to.setAccessibleHelp(String.join(" ", help));
    }

    private static String text(TextField field) {
        return field.getText() == null ? "" : field.getText();
    }
}
