package org.sizewright.ui.platform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.sizewright.plan.setting.Named;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.ValueKind;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.PickField;
import org.sizewright.ui.part.SearchableChoice;
import org.sizewright.ui.part.TextEntry;
import org.sizewright.ui.platform.PlatformPage.Field;

/** One setting: a choice, a number or a text, with what it is and which rules wait for it below. */
final class SettingField extends VBox {
    private static final int DECIMALS = 3;

    private final Texts texts;
    private final PlatformViewModel model;
    private final FieldFrame frame;
    private final Shower shower;
    private Field field;

    /** Shows the value in the control. */
    @FunctionalInterface
    private interface Shower {
        void show(Field shown);
    }

    SettingField(Texts texts, PlatformViewModel model, Field field) {
        this.texts = texts;
        this.model = model;
        this.field = field;
        setId("setting" + field.path().replace('/', '-'));
        Setting<?> setting = field.setting();
        String name = setting.heading();
        switch (setting.kind()) {
            case ValueKind.YesNo yesNo -> {
                SearchableChoice<String> choice = choice(name);
                frame = choice;
                shower = shown -> show(choice, List.of(yesNo.show(true), yesNo.show(false)), shown);
            }
            case ValueKind.Choice<?> kind -> {
                SearchableChoice<String> choice = choice(name);
                frame = choice;
                shower = shown -> show(choice, titles(kind.all()), shown);
            }
            case ValueKind.Several<?> kind -> {
                PickField picks = picks(name);
                frame = picks;
                shower = shown -> picks.show(titles(kind.all()), picked(shown));
            }
            case ValueKind.Whole whole -> {
                NumberField number = number(name, whole.isCounted() ? "" : whole.unit(), whole.min(), whole.max(), 0);
                frame = number;
                shower = shown -> show(number, shown);
            }
            case ValueKind.Amount amount -> {
                NumberField number = number(name, amount.unit(), amount.min(), amount.max(), DECIMALS);
                frame = number;
                shower = shown -> show(number, shown);
            }
            case ValueKind.Version version -> {
                TextEntry entry = text(name, version.example());
                frame = entry;
                shower = shown -> entry.show(shown.written().orElse(""));
            }
            case ValueKind.Words words -> {
                TextEntry entry = text(name, words.example());
                frame = entry;
                shower = shown -> entry.show(shown.written().orElse(""));
            }
        }
        getChildren().add(frame);
        // not whenever it gets the focus: fields with a list get it for a moment when they are built
        addEventFilter(MouseEvent.MOUSE_PRESSED, ignored -> explain());
        addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                explain();
            }
        });
        show(field);
    }

    private static List<String> titles(List<? extends Named> choices) {
        List<String> titles = new ArrayList<>();
        for (Named each : choices) {
            titles.add(each.title());
        }
        return titles;
    }

    /** The titles of what is chosen. */
    private static List<String> picked(Field shown) {
        return shown.shown().map(titles -> List.of(titles.split(", "))).orElse(List.of());
    }

    /** Shows a new value and who waits; what is being typed stays. */
    void show(Field shown) {
        field = shown;
        shower.show(shown);
        String help = shown.setting().help();
        frame.setNote(
                shown.rules().isEmpty()
                        ? help
                        : texts.get(
                                "platform.waits",
                                help,
                                String.join(", ", shown.rules()),
                                shown.rules().size()));
        if (shown.rules().isEmpty()) {
            getStyleClass().remove("awaited");
        } else if (!getStyleClass().contains("awaited")) {
            getStyleClass().add("awaited");
        }
    }

    /** Puts the user into the control and says what it is. */
    void enter() {
        frame.focusControl();
        explain();
    }

    private void explain() {
        model.explain(field);
    }

    private SearchableChoice<String> choice(String name) {
        SearchableChoice<String> choice = new SearchableChoice<>(name, title -> title);
        choice.setPrompt(texts.get("platform.notStated"));
        choice.onChoose(title -> {
            if (title.equals(texts.get("platform.notStated"))) {
                forget();
            } else {
                state(title);
            }
        });
        return choice;
    }

    private void show(SearchableChoice<String> choice, List<String> titles, Field shown) {
        List<String> offered = new ArrayList<>();
        offered.add(texts.get("platform.notStated"));
        offered.addAll(titles);
        choice.show(offered, Optional.of(shown.shown().orElse(offered.getFirst())));
    }

    private PickField picks(String name) {
        PickField picks = new PickField(texts, name, getId() + "-picks");
        picks.setPrompt(texts.get("platform.notStated"));
        picks.onPick(titles -> {
            if (titles.isEmpty()) {
                forget();
            } else {
                state(String.join(",", titles));
            }
        });
        return picks;
    }

    private NumberField number(String name, String unit, double least, double most, int decimals) {
        NumberField number = new NumberField(
                texts, new NumberField.Spec(name, unit, BigDecimal.valueOf(least), BigDecimal.valueOf(most), decimals));
        number.field().setPromptText(texts.get("platform.notStated"));
        number.onCommit(typed -> state(typed.toPlainString()));
        number.onCleared(this::forget);
        return number;
    }

    private static void show(NumberField number, Field shown) {
        if (!number.isBeingEdited()) {
            shown.written().ifPresentOrElse(written -> number.show(new BigDecimal(written)), number::showNothing);
        }
    }

    private TextEntry text(String name, String example) {
        TextEntry entry = new TextEntry(texts, name);
        entry.field().setPromptText(texts.get("platform.example", example));
        entry.readBy(typed -> {
            field.setting().kind().parse(typed);
            return typed;
        });
        entry.onCommit(this::state);
        entry.onCleared(this::forget);
        return entry;
    }

    private void state(String written) {
        model.state(field, written);
    }

    private void forget() {
        if (field.shown().isPresent()) {
            model.forget(field);
        }
    }
}
