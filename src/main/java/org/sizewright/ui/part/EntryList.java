package org.sizewright.ui.part;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Tone;

/** A list whose entries are sentences in full: a status, a title, a text that wraps, and a remark at the right. Copies as text. */
public final class EntryList<T> extends StackPane {
    private static final double CHIP_WIDTH = 104;

    /**
     * What stands in one entry, prepared.
     *
     * @param id tells entries apart, also between one showing and the next
     * @param word the status in a word
     * @param note below the text, small; may be empty
     * @param aside at the right; may be empty
     */
    public record Entry(String id, String word, Tone tone, String title, String text, String note, String aside) {
        String spoken() {
            return List.of(word, title, text, note, aside).stream()
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    private record Line<T>(T item, Entry entry) {}

    private final Function<T, Entry> prepare;
    private final ListView<Line<T>> view = new ListView<>();
    private Consumer<Optional<T>> onSelect = ignored -> {};
    private boolean telling = true;
    private boolean told;

    /** @param name what the list holds, for screen readers */
    public EntryList(String name, Function<T, Entry> prepare) {
        this.prepare = prepare;
        view.setAccessibleText(name);
        view.getStyleClass().add("entry-list");
        view.setMinHeight(120);
        view.setCellFactory(ignored -> new EntryCell<>());
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, ignored -> told = false);
        view.setOnMouseClicked(ignored -> {
            if (!told) {
                tell();
            }
        });
        view.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> tell());
        getChildren().add(view);
    }

    /** Shows these entries; what was selected stays so where it is still there, and nobody is told then. */
    public void show(List<T> items) {
        Line<T> before = view.getSelectionModel().getSelectedItem();
        List<Line<T>> lines = items.stream()
                .map(item -> new Line<>(item, prepare.apply(item)))
                .toList();
        telling = false;
        try {
            view.getItems().setAll(lines);
            view.getSelectionModel().clearSelection();
            lines.stream()
                    .filter(line -> before != null
                            && line.entry().id().equals(before.entry().id()))
                    .findFirst()
                    .ifPresent(line -> view.getSelectionModel().select(line));
        } finally {
            telling = true;
        }
        if (before != null && view.getSelectionModel().isEmpty()) {
            tell();
        }
    }

    /** What stands in the list when it has no entries. */
    public void setEmpty(Node placeholder) {
        view.setPlaceholder(placeholder);
    }

    /** Called when an entry is selected or pressed again, and with nothing when the selected one is gone. */
    public void onSelect(Consumer<Optional<T>> consumer) {
        onSelect = consumer;
    }

    /** The entries as text: fields parted by tabs, a line each. */
    public String toTsv() {
        return view.getItems().stream()
                .map(Line::entry)
                .map(entry -> List.of(entry.word(), entry.title(), entry.text(), entry.note(), entry.aside()).stream()
                        .map(field -> field.replaceAll("[\\t\\r\\n]+", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The list itself, for focus and size. */
    public ListView<?> view() {
        return view;
    }

    private void tell() {
        if (telling) {
            told = true;
            onSelect.accept(Optional.ofNullable(view.getSelectionModel().getSelectedItem())
                    .map(Line::item));
        }
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            ClipboardContent content = new ClipboardContent();
            content.putString(toTsv());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            tell();
            event.consume();
        }
    }

    /** Draws an entry as wide as the list and as high as its sentences need. */
    private static final class EntryCell<T> extends ListCell<Line<T>> {
        private final Chip chip = new Chip("", Tone.NEUTRAL);
        private final Label title = wrapped("strong");
        private final Label text = wrapped("entry-text");
        private final Label note = wrapped("note");
        private final Label aside = new Label();
        private final HBox content;

        EntryCell() {
            StackPane status = new StackPane(chip);
            StackPane.setAlignment(chip, Pos.TOP_LEFT);
            status.setMinWidth(CHIP_WIDTH);
            status.setPrefWidth(CHIP_WIDTH);
            VBox words = new VBox(2, title, text, note);
            HBox.setHgrow(words, Priority.ALWAYS);
            aside.getStyleClass().add("entry-aside");
            aside.setMinWidth(Region.USE_PREF_SIZE);
            content = new HBox(8, status, words, aside);
            content.setAlignment(Pos.TOP_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Line<T> line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Entry entry = line.entry();
            chip.show(entry.word(), entry.tone());
            title.setText(entry.title());
            fill(text, entry.text());
            fill(note, entry.note());
            fill(aside, entry.aside());
            setAccessibleText(entry.spoken());
            setGraphic(content);
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        @Override
        protected double computePrefHeight(double width) {
            if (getGraphic() == null) {
                return super.computePrefHeight(width);
            }
            double room = width > 0 ? width : getListView().getWidth();
            return snappedTopInset()
                    + snappedBottomInset()
                    + content.prefHeight(Math.max(200, room - snappedLeftInset() - snappedRightInset()));
        }

        private static void fill(Label label, String words) {
            label.setText(words);
            label.setVisible(!words.isEmpty());
            label.setManaged(!words.isEmpty());
        }

        private static Label wrapped(String styleClass) {
            Label label = new Label();
            label.getStyleClass().add(styleClass);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            return label;
        }
    }
}
