package org.sizewright.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.LinkChip;

/**
 * The bar on top. It never cuts a word: as room runs out, first the product's name goes, then the options become a menu, then the
 * site and the main button keep their icons only, and last the saved state goes.
 */
final class TopBar extends HBox {
    private static final int STEPS = 5;

    private final Texts texts;
    private final ShellActions actions;
    private final Label product = new Label();
    private final MenuButton plan = new MenuButton();
    private final Label saved = new Label();
    private final LinkChip site;
    private final HBox tabs = new HBox();
    private final MenuButton optionMenu = new MenuButton();
    private final Button undo;
    private final Button redo;
    private final Button why;
    private final Button theme;
    private final Button export;
    private String siteText = "";

    TopBar(Texts texts, ShellActions actions, Runnable toggleWhy, Runnable toggleTheme) {
        this.texts = texts;
        this.actions = actions;
        product.setText(texts.get("product.name"));
        product.setGraphic(Icon.PRODUCT.node());
        product.getStyleClass().add("product");
        plan.setId("plan-menu");
        plan.getStyleClass().add("flat");
        saved.getStyleClass().add("saved-state");
        site = new LinkChip("", Tone.INFO, Icon.SITE, actions::openSite);
        site.setId("site");
        tabs.getStyleClass().add("segmented");
        optionMenu.setId("option-menu");
        optionMenu.setGraphic(Icon.OPTIONS.node());
        undo = iconButton("undo", Icon.UNDO, actions::undo);
        redo = iconButton("redo", Icon.REDO, actions::redo);
        why = iconButton("why-toggle", Icon.WHY, toggleWhy);
        named(why, texts.get("bar.why"));
        theme = iconButton("theme", Icon.THEME_DARK, toggleTheme);
        export = new Button(texts.get("bar.export"), Icon.EXPORT.node());
        export.setId("export");
        export.getStyleClass().add("primary");
        named(export, texts.get("bar.export"));
        export.setOnAction(ignored -> actions.exportBuildSheet());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("top-bar");
        getChildren().addAll(product, plan, saved, site, tabs, optionMenu, undo, redo, gap, why, theme, export);
        for (Node each : getChildren()) {
            if (each instanceof Region region && region != gap) {
                region.setMinWidth(USE_PREF_SIZE);
            }
        }
        setMinWidth(0);
        widthProperty().subscribe(this::fit);
        showPlan("", "", List.of());
        showSite("");
        showOptions(List.of(), "");
        showUndo(Optional.empty());
        showRedo(Optional.empty());
        showTheme(Theme.LIGHT);
    }

    void showPlan(String name, String savedState, List<MenuItem> items) {
        plan.setText(name);
        plan.setAccessibleText(texts.get("bar.plan", name));
        plan.getItems().setAll(items);
        saved.setText(savedState);
        fit();
    }

    void showSite(String text) {
        siteText = text;
        site.setText(text);
        site.setAccessibleText(texts.get("bar.site", text));
        site.setTooltip(new Tooltip(texts.get("bar.site", text)));
        fit();
    }

    void showOptions(List<OptionTab> options, String selected) {
        ToggleGroup group = new ToggleGroup();
        ToggleGroup menuGroup = new ToggleGroup();
        tabs.getChildren().clear();
        optionMenu.getItems().clear();
        for (OptionTab option : options) {
            ToggleButton tab = new ToggleButton(option.text());
            tab.setId("option-" + option.id());
            tab.setToggleGroup(group);
            tab.setMinWidth(USE_PREF_SIZE);
            tab.setAccessibleText(texts.get("bar.option", option.letter(), option.label()));
            tab.setSelected(option.id().equals(selected));
            tab.setOnAction(ignored -> {
                tab.setSelected(true);
                actions.chooseOption(option.id());
            });
            tabs.getChildren().add(tab);
            RadioMenuItem item = new RadioMenuItem(option.text());
            item.setToggleGroup(menuGroup);
            item.setSelected(option.id().equals(selected));
            item.setOnAction(ignored -> actions.chooseOption(option.id()));
            optionMenu.getItems().add(item);
            if (option.id().equals(selected)) {
                optionMenu.setText(option.letter());
                optionMenu.setAccessibleText(texts.get("bar.option", option.letter(), option.label()));
            }
        }
        Button add = new Button();
        add.setId("option-add");
        add.setGraphic(Icon.ADD.node());
        add.setOnAction(ignored -> actions.addOption());
        named(add, texts.get("bar.addOption"));
        tabs.getChildren().add(add);
        MenuItem addItem = new MenuItem(texts.get("bar.addOption"));
        addItem.setOnAction(ignored -> actions.addOption());
        optionMenu.getItems().add(addItem);
        if (options.isEmpty()) {
            optionMenu.setAccessibleText(texts.get("bar.addOption"));
        }
        fit();
    }

    void showUndo(Optional<String> step) {
        undo.setDisable(step.isEmpty());
        named(undo, step.map(s -> texts.get("bar.undo.step", s)).orElseGet(() -> texts.get("bar.undo")));
    }

    void showRedo(Optional<String> step) {
        redo.setDisable(step.isEmpty());
        named(redo, step.map(s -> texts.get("bar.redo.step", s)).orElseGet(() -> texts.get("bar.redo")));
    }

    void showTheme(Theme shown) {
        theme.setGraphic((shown == Theme.LIGHT ? Icon.THEME_DARK : Icon.THEME_LIGHT).node());
        named(theme, texts.get(shown == Theme.LIGHT ? "bar.toDark" : "bar.toLight"));
    }

    /** Takes away as little as makes the rest fit. */
    private void fit() {
        if (getWidth() <= 0 || getScene() == null) {
            return;
        }
        for (int step = 0; step < STEPS; step++) {
            apply(step);
            applyCss();
            if (prefWidth(-1) <= getWidth()) {
                return;
            }
        }
    }

    private void apply(int step) {
        product.setText(step < 1 ? texts.get("product.name") : "");
        present(tabs, step < 2);
        present(optionMenu, step >= 2);
        site.setText(step < 3 ? siteText : "");
        export.setText(step < 3 ? texts.get("bar.export") : "");
        present(saved, step < 4 && !saved.getText().isEmpty());
        present(site, !siteText.isEmpty());
        present(plan, !plan.getText().isEmpty());
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }

    private static Button iconButton(String id, Icon icon, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon.node());
        button.getStyleClass().add("icon-only");
        button.setOnAction(ignored -> action.run());
        return button;
    }

    private static void named(Button button, String name) {
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
    }
}
