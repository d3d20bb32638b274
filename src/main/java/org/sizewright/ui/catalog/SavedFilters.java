package org.sizewright.ui.catalog;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.sizewright.session.CatalogDesk;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/** The menu of saved filters, and the line in which one gets its name. */
final class SavedFilters {
    private final CatalogViewModel model;
    private final Texts texts;
    private final MenuButton menu = new MenuButton();
    private final Label question = new Label();
    private final TextField name = new TextField();
    private final Label problem = new Label();
    private final HBox line;
    private Function<String, Optional<String>> onName = ignored -> Optional.empty();

    SavedFilters(CatalogViewModel model) {
        this.model = model;
        texts = model.words().texts();
        menu.setText(texts.get("catalog.saved"));
        menu.setGraphic(Icon.SAVE.node());
        menu.setId("catalog-saved");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setOnShowing(ignored -> fill());
        fill();
        question.setMinWidth(Region.USE_PREF_SIZE);
        question.setLabelFor(name);
        name.setId("catalog-filter-name");
        name.setPrefWidth(240);
        name.setOnAction(ignored -> take());
        Button save = new Button(texts.get("catalog.saved.take"));
        save.getStyleClass().add("primary");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(ignored -> take());
        Button cancel = new Button(texts.get("catalog.saved.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(ignored -> ask(false));
        problem.getStyleClass().add("message");
        line = new HBox(8, question, name, save, cancel, problem);
        line.setAlignment(Pos.CENTER_LEFT);
        line.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                ask(false);
                event.consume();
            }
        });
        ask(false);
    }

    MenuButton menu() {
        return menu;
    }

    /** Asks for a name while one is wanted; takes no room otherwise. */
    Node line() {
        return line;
    }

    private void fill() {
        menu.getItems().clear();
        CatalogDesk desk = model.desk();
        for (CatalogDesk.SavedFilter filter : desk.filters()) {
            MenuItem apply = new MenuItem(filter.name());
            apply.setMnemonicParsing(false);
            apply.setOnAction(ignored -> model.apply(filter.name()));
            menu.getItems().add(apply);
        }
        if (desk.filters().isEmpty()) {
            MenuItem none = new MenuItem(texts.get("catalog.saved.none"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        MenuItem save = new MenuItem(texts.get("catalog.saved.save"));
        save.setDisable(
                model.page().get().stream().noneMatch(page -> page.query().narrows()));
        save.setOnAction(ignored -> ask(texts.get("catalog.saved.name"), "", this::keep));
        Menu rename = new Menu(texts.get("catalog.saved.rename"));
        Menu delete = new Menu(texts.get("catalog.saved.delete"));
        for (CatalogDesk.SavedFilter filter : desk.filters()) {
            rename.getItems()
                    .add(item(
                            filter.name(),
                            () -> ask(
                                    texts.get("catalog.saved.newName", filter.name()),
                                    filter.name(),
                                    to -> rename(filter.name(), to))));
            delete.getItems().add(item(filter.name(), () -> model.delete(filter.name())));
        }
        rename.setDisable(desk.filters().isEmpty());
        delete.setDisable(desk.filters().isEmpty());
        menu.getItems().addAll(new SeparatorMenuItem(), save, rename, delete);
    }

    private Optional<String> keep(String typed) {
        model.save(typed);
        return Optional.empty();
    }

    private Optional<String> rename(String from, String to) {
        return model.rename(from, to) ? Optional.empty() : Optional.of(texts.get("catalog.saved.taken", to));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(ignored -> action.run());
        return item;
    }

    /** @param take takes the name, or says why not */
    private void ask(String words, String before, Function<String, Optional<String>> take) {
        question.setText(words);
        name.setAccessibleText(words);
        name.setText(before);
        problem.setText("");
        onName = take;
        ask(true);
        name.requestFocus();
        name.selectAll();
    }

    private void ask(boolean asking) {
        boolean focused = line.getScene() != null && !asking && line.isVisible();
        line.setVisible(asking);
        line.setManaged(asking);
        if (focused) {
            menu.requestFocus();
        }
    }

    private void take() {
        String typed = name.getText().strip();
        if (typed.isEmpty()) {
            problem.setText(texts.get("field.noText"));
            return;
        }
        Optional<String> refused = onName.apply(typed);
        problem.setText(refused.orElse(""));
        if (refused.isEmpty()) {
            ask(false);
        }
    }
}
