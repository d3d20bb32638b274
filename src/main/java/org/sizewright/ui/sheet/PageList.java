package org.sizewright.ui.sheet;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.buildsheet.Sheet;
import org.sizewright.ui.look.Texts;

/** The sheets of the workbook, in order; a stripe in the colour of its tab stands before each. */
final class PageList extends ListView<Page> {
    static final double WIDTH = 208;

    private boolean telling = true;

    PageList(Texts texts, Consumer<Page> onOpen) {
        setId("sheet-list");
        getStyleClass().add("sheet-list");
        setAccessibleText(texts.get("sheet.list"));
        setCellFactory(ignored -> new PageCell(group -> switch (group) {
            case FRONT -> texts.get("sheet.group.front");
            case INPUTS -> texts.get("sheet.group.inputs");
            case WORKINGS -> texts.get("sheet.group.workings");
            case RESULTS -> texts.get("sheet.group.results");
            case CONTROL -> texts.get("sheet.group.control");
        }));
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMinHeight(0);
        getSelectionModel().selectedItemProperty().subscribe(page -> {
            if (telling && page != null) {
                onOpen.accept(page);
            }
        });
    }

    /** Shows these sheets, or marks another one of the same. */
    void show(java.util.List<Page> pages, Page front) {
        telling = false;
        try {
            if (!isSame(pages)) {
                getItems().setAll(pages);
            }
            int index = pages.indexOf(front);
            if (getSelectionModel().getSelectedIndex() != index) {
                getSelectionModel().clearAndSelect(index);
                scrollTo(Math.max(0, index - 2));
            }
        } finally {
            telling = true;
        }
    }

    private boolean isSame(java.util.List<Page> pages) {
        if (pages.size() != getItems().size()) {
            return false;
        }
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i) != getItems().get(i)) {
                return false;
            }
        }
        return true;
    }

    private static final class PageCell extends ListCell<Page> {
        private final Function<Sheet.Group, String> groupName;
        private final Region stripe = new Region();
        private final Label title = new Label();
        private final Label purpose = new Label();
        private final HBox content;

        PageCell(Function<Sheet.Group, String> groupName) {
            this.groupName = groupName;
            title.getStyleClass().add("strong");
            purpose.getStyleClass().add("note");
            purpose.setWrapText(true);
            purpose.setMinHeight(USE_PREF_SIZE);
            VBox words = new VBox(1, title, purpose);
            HBox.setHgrow(words, Priority.ALWAYS);
            content = new HBox(9, stripe, words);
            content.setPrefWidth(WIDTH - 34);
            content.setMaxWidth(WIDTH - 34);
        }

        /** The words wrap at the width that they have. */
        @Override
        protected double computePrefHeight(double width) {
            return isEmpty()
                    ? super.computePrefHeight(width)
                    : snappedTopInset() + snappedBottomInset() + content.prefHeight(content.getPrefWidth());
        }

        private static String firstSentence(String text) {
            int end = text.indexOf(". ");
            return end < 0 ? text : text.substring(0, end + 1);
        }

        @Override
        protected void updateItem(@Nullable Page page, boolean empty) {
            super.updateItem(page, empty);
            setText(null);
            if (empty || page == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            title.setText(page.title());
            purpose.setText(firstSentence(page.purpose()));
            stripe.getStyleClass().setAll("sheet-stripe", Marks.styleClass(page.group()));
            setGraphic(content);
            setTooltip(new Tooltip(page.purpose()));
            setAccessibleText(page.title() + ", " + groupName.apply(page.group()) + ". " + page.purpose());
        }
    }
}
