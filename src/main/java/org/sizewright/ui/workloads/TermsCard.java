package org.sizewright.ui.workloads;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.Labels;
import org.sizewright.plan.Plan;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.plan.WeeklyWindows.Window;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.LabelsField;
import org.sizewright.ui.part.SegmentedChoice;

/** On which hosts a workload may run, by labels, and in which windows of the week. */
final class TermsCard extends VBox {
    private static final double LABELS = 300;

    private final Texts texts;
    private final WorkloadsViewModel model;
    private final LabelsField labels;
    private final SegmentedChoice<Boolean> windowed;
    private final MenuButton usual;
    private final VBox rows = new VBox(6);
    private final Button add;
    private final Label sum = new Label();
    private final VBox windows;
    private final FieldFrame when;
    private final Map<WorkloadId, WeeklyWindows> earlier = new HashMap<>();
    private WeeklyWindows shown = WeeklyWindows.ALWAYS;

    TermsCard(Texts texts, WorkloadsViewModel model) {
        this.texts = texts;
        this.model = model;
        labels = new LabelsField(texts, texts.get("workloads.terms.labels"), Field.LABELS);
        labels.setMaxWidth(LABELS);
        labels.setNote(texts.get("workloads.terms.labels.note"));
        labels.onCommit(line -> {
            Labels parsed = Labels.parse(line);
            model.change(
                    texts.get("workloads.terms.labels"),
                    work -> work.withTerms(work.terms().withLabels(parsed)));
        });
        windowed = new SegmentedChoice<>(
                texts.get("workloads.terms.when"),
                List.of(false, true),
                weekly -> texts.get(weekly ? "workloads.terms.weekly" : "workloads.terms.always"));
        windowed.getChildren().getFirst().setId("runs-always");
        windowed.getChildren().getLast().setId("runs-weekly");
        windowed.onChoose(this::choose);
        usual = new MenuButton(texts.get("workloads.terms.usual"), Icon.OPTIONS.node());
        usual.setId("usual-windows");
        usual.setMinWidth(Region.USE_PREF_SIZE);
        usual.getItems()
                .setAll(
                        item("workloads.terms.office", office()),
                        item("workloads.terms.nights", nights()),
                        item("workloads.terms.weekend", weekend()));
        add = new Button(texts.get("workloads.terms.add"), Icon.ADD.node());
        add.setId("add-window");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(ignored -> set(shown.withWindow(next())));
        sum.getStyleClass().add("note");
        sum.setWrapText(true);
        sum.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sum, Priority.ALWAYS);
        HBox foot = new HBox(12, add, sum);
        foot.setAlignment(Pos.CENTER_LEFT);
        windows = new VBox(8, rows, foot);
        HBox choice = new HBox(10, windowed, usual);
        choice.setAlignment(Pos.CENTER_LEFT);
        when = new FieldFrame(texts.get("workloads.terms.when"), choice);
        getChildren().add(new Card(texts.get("workloads.terms"), new VBox(12, labels, when, windows)));
    }

    void show(Plan plan, Workload work) {
        labels.show(work.terms().labels().words(), plan.labelsInUse());
        WeeklyWindows now = work.terms().windows();
        if (!now.isAlways()) {
            earlier.put(work.id(), now);
        }
        windowed.show(!now.isAlways());
        windows.setVisible(!now.isAlways());
        windows.setManaged(!now.isAlways());
        sum.setText(texts.get("workloads.terms.sum", ValueText.number(now.minutes() / 60.0)));
        if (!now.equals(shown) || rows.getChildren().size() != now.windows().size()) {
            shown = now;
            rows.getChildren().clear();
            for (int i = 0; i < now.windows().size(); i++) {
                int index = i;
                rows.getChildren()
                        .add(new WindowRow(
                                texts,
                                i + 1,
                                now.windows().get(i),
                                changed -> set(with(index, List.of(changed))),
                                () -> set(with(index, List.of()))));
            }
        }
    }

    /** Puts help on the words of the card. */
    void explain(Glossary glossary) {
        HelpMarks.on(glossary, Map.of(Field.LABELS, labels, Field.WINDOWS, when));
    }

    private WeeklyWindows with(int index, List<Window> instead) {
        List<Window> changed = new ArrayList<>(shown.windows());
        changed.remove(index);
        changed.addAll(index, instead);
        return new WeeklyWindows(changed);
    }

    private void choose(boolean weekly) {
        if (weekly == !shown.isAlways()) {
            return;
        }
        WeeklyWindows back = model.chosen()
                .flatMap(work -> Optional.ofNullable(earlier.get(work.id())))
                .orElseGet(TermsCard::office);
        set(weekly ? back : WeeklyWindows.ALWAYS);
    }

    private void set(WeeklyWindows changed) {
        model.change(
                texts.get("workloads.terms.when"),
                work -> work.withTerms(work.terms().withWindows(changed)));
    }

    private MenuItem item(String key, WeeklyWindows value) {
        MenuItem item = new MenuItem(texts.get(key, value.words()));
        item.setOnAction(ignored -> set(value));
        return item;
    }

    /** A day that has no window yet, in office hours. */
    private Window next() {
        EnumSet<DayOfWeek> free = EnumSet.allOf(DayOfWeek.class);
        shown.windows().forEach(window -> window.days().forEach(free::remove));
        return Window.of(
                EnumSet.of(free.isEmpty() ? DayOfWeek.SATURDAY : free.iterator().next()), 8 * 60, 18 * 60);
    }

    private static WeeklyWindows office() {
        return WeeklyWindows.of(Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 8 * 60, 18 * 60));
    }

    private static WeeklyWindows nights() {
        return WeeklyWindows.of(Window.of(EnumSet.allOf(DayOfWeek.class), 20 * 60, 6 * 60));
    }

    private static WeeklyWindows weekend() {
        return WeeklyWindows.of(Window.of(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), 0, 0));
    }
}
