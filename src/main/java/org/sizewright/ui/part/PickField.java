package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/** Some of several choices: a menu in which each is ticked, and below it those that are chosen, each with a way to drop it. */
public final class PickField extends FieldFrame {
    private static final double LONGEST = 170;

    private final Texts texts;
    private final MenuButton menu;
    private final FlowPane chips = new FlowPane(6, 6);
    private List<String> offered = List.of();
    private List<String> chosen = List.of();
    private String prompt = "";
    private Consumer<List<String>> onPick = ignored -> {};

    /** @param id of the menu; that of the button that drops a choice is the same with its place among the choices */
    public PickField(Texts texts, String name, String id) {
        this(texts, name, id, new MenuButton());
    }

    private PickField(Texts texts, String name, String id, MenuButton menu) {
        super(name, menu);
        this.texts = texts;
        this.menu = menu;
        menu.setId(id);
        menu.getStyleClass().add("pick-menu");
        chips.setMinHeight(USE_PREF_SIZE);
        getChildren().add(getChildren().indexOf(menu) + 1, chips);
        show(List.of(), List.of());
    }

    /** What stands in the field while nothing is chosen. */
    public void setPrompt(String text) {
        prompt = text;
        say();
    }

    /** Shows what can be chosen and what is chosen; nobody is told. */
    public void show(List<String> choices, List<String> picked) {
        if (!choices.equals(offered)) {
            offered = List.copyOf(choices);
            menu.getItems().setAll(offered.stream().map(this::item).toList());
        }
        chosen = List.copyOf(picked);
        for (MenuItem item : menu.getItems()) {
            if (item instanceof CheckMenuItem tick) {
                tick.setSelected(chosen.contains(tick.getText()));
            }
        }
        List<Node> nodes = new ArrayList<>();
        chosen.forEach(each -> nodes.add(chip(each)));
        chips.getChildren().setAll(nodes);
        chips.setVisible(!nodes.isEmpty());
        chips.setManaged(!nodes.isEmpty());
        say();
    }

    /** Called with all that is chosen, in the order of the choices, whenever the user ticks one or drops one. */
    public void onPick(Consumer<List<String>> consumer) {
        onPick = consumer;
    }

    private void say() {
        String words = chosen.isEmpty() ? prompt : texts.get("field.pick.chosen", chosen.size());
        menu.setText(words);
        menu.setAccessibleText(name() + ": " + (chosen.isEmpty() ? words : String.join(", ", chosen)));
    }

    private CheckMenuItem item(String choice) {
        CheckMenuItem tick = new CheckMenuItem(choice);
        tick.setMnemonicParsing(false);
        tick.setOnAction(ignored -> pick(choice, !chosen.contains(choice)));
        return tick;
    }

    private Node chip(String choice) {
        Label label = new Label(choice);
        label.setMaxWidth(LONGEST);
        Button remove = new Button();
        remove.setId(menu.getId() + "-" + offered.indexOf(choice));
        remove.setGraphic(Icon.CLOSE.node("small"));
        remove.getStyleClass().addAll("flat", "tiny");
        remove.setAccessibleText(texts.get("field.pick.remove", choice));
        remove.setTooltip(new Tooltip(texts.get("field.pick.remove", choice)));
        remove.setOnAction(ignored -> {
            menu.requestFocus();
            pick(choice, false);
        });
        HBox chip = new HBox(label, remove);
        chip.getStyleClass().add("filter-chip");
        return chip;
    }

    private void pick(String choice, boolean wanted) {
        onPick.accept(offered.stream()
                .filter(each -> each.equals(choice) ? wanted : chosen.contains(each))
                .toList());
    }
}
