package org.sizewright.ui.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.sizewright.buildsheet.Sheet;
import org.sizewright.buildsheet.Tag;
import org.sizewright.buildsheet.Tone;
import org.sizewright.ui.part.Chip;

/** The words and colours of the sheets as nodes and style classes. */
final class Marks {
    private Marks() {}

    /** All style classes that {@link #styleClasses} can give. */
    static final List<String> STYLE_CLASSES = List.of(
            "sheet-tag-input",
            "sheet-tag-fact",
            "sheet-tag-calculated",
            "sheet-tag-searched",
            "sheet-tone-muted",
            "sheet-tone-information",
            "sheet-tone-good",
            "sheet-tone-caution",
            "sheet-tone-bad",
            "sheet-active",
            "sheet-link");

    static List<String> styleClasses(Item item) {
        List<String> classes = new ArrayList<>();
        if (item.tone() != Tone.PLAIN) {
            classes.add("sheet-tone-" + lower(item.tone()));
        } else {
            item.tag().ifPresent(tag -> classes.add(styleClass(tag)));
        }
        if (item.isActive()) {
            classes.add("sheet-active");
        }
        if (item.leads() instanceof Item.Leads.ToPage || item.leads() instanceof Item.Leads.ToHome) {
            classes.add("sheet-link");
        }
        return classes;
    }

    static String styleClass(Tag tag) {
        return "sheet-tag-" + lower(tag);
    }

    static String styleClass(Sheet.Group group) {
        return "sheet-group-" + lower(group);
    }

    /** The word of a tag on its colour. */
    static Label mark(Tag tag) {
        Label mark = new Label(tag.word());
        mark.getStyleClass().addAll("sheet-mark", styleClass(tag));
        mark.setMinWidth(Region.USE_PREF_SIZE);
        mark.setTooltip(new Tooltip(tag.meaning()));
        return mark;
    }

    /** Names all tags in their colours. */
    static FlowPane legend(String name) {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("sheet-legend");
        for (Tag tag : Tag.values()) {
            legend.getChildren().add(mark(tag));
        }
        legend.setAccessibleText(name);
        legend.setPrefWrapLength(300);
        legend.setMinWidth(Region.USE_PREF_SIZE);
        return legend;
    }

    static org.sizewright.ui.look.Tone chipTone(Tone tone) {
        return switch (tone) {
            case PLAIN, MUTED -> org.sizewright.ui.look.Tone.NEUTRAL;
            case INFORMATION -> org.sizewright.ui.look.Tone.INFO;
            case GOOD -> org.sizewright.ui.look.Tone.OK;
            case CAUTION -> org.sizewright.ui.look.Tone.WARN;
            case BAD -> org.sizewright.ui.look.Tone.ERROR;
        };
    }

    /** The item outside of a table; one that does something can be pressed. */
    static Region node(Item item, String subject, Consumer<Item> onChoose) {
        if (item.look() == Item.Look.STATUS && !item.text().isEmpty()) {
            return new Chip(item.text(), chipTone(item.tone()));
        }
        if (item.look() == Item.Look.TAG && item.tag().isPresent()) {
            return mark(item.tag().get());
        }
        if (item.isActive() || item.leads() instanceof Item.Leads.Own) {
            Button button = new Button(item.text());
            button.getStyleClass().add("sheet-value");
            button.getStyleClass().addAll(styleClasses(item));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleText(subject + ": " + item.text());
            button.setOnAction(ignored -> onChoose.accept(item));
            return button;
        }
        Label label = new Label(item.text());
        label.getStyleClass().addAll(styleClasses(item));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Optional<Label> text(String text, String styleClass) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return Optional.of(label);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
