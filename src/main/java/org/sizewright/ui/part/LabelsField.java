package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.sizewright.ui.look.Texts;

/** Labels in one line, separated by commas, with a menu of those that are in use elsewhere. */
public final class LabelsField extends LineField {
    private final MenuButton more;
    private List<String> suggestions = List.of();
    private Consumer<String> onCommit = ignored -> {};

    /** @param id of the text field; that of the menu is the same with {@code -menu} */
    public LabelsField(Texts texts, String name, String id) {
        this(texts, name, id, new TextField(), new MenuButton(texts.get("field.labels.add")));
    }

    private LabelsField(Texts texts, String name, String id, TextField field, MenuButton more) {
        super(name, field, row(field, more));
        this.more = more;
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText(texts.get("field.labels.none"));
        more.setId(id + "-menu");
        more.setAccessibleText(texts.get("field.labels.menu", name));
        more.setMinWidth(USE_PREF_SIZE);
    }

    private static HBox row(TextField field, MenuButton more) {
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMinWidth(80);
        return new HBox(6, field, more);
    }

    /** Shows labels, unless the user is typing others; nobody is told. */
    public void show(String line, List<String> inUse) {
        showLine(line);
        suggestions = List.copyOf(inUse);
        offer();
    }

    /**
     * Called with a changed line, which may be empty. What the consumer refuses with an {@link IllegalArgumentException} stays in
     * the field with its message below.
     */
    public void onCommit(Consumer<String> consumer) {
        onCommit = consumer;
    }

    private void offer() {
        List<String> there = new ArrayList<>();
        for (String part : value().split(",")) {
            there.add(part.strip().toLowerCase(Locale.ROOT));
        }
        List<String> open = suggestions.stream()
                .filter(each -> !there.contains(each.toLowerCase(Locale.ROOT)))
                .toList();
        more.getItems()
                .setAll(open.stream()
                        .map(each -> {
                            MenuItem item = new MenuItem(each);
                            item.setOnAction(ignored -> commit(value().isEmpty() ? each : value() + ", " + each));
                            return item;
                        })
                        .toList());
        more.setDisable(open.isEmpty());
    }

    @Override
    void commit(String line) {
        if (line.equals(value())) {
            clearMessage();
            return;
        }
        try {
            onCommit.accept(line);
            clearMessage();
        } catch (IllegalArgumentException refused) {
            line().setText(line);
            String message = String.valueOf(refused.getMessage());
            setMessage(Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".");
        }
    }
}
