package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SearchableChoice;

/** One group of fields of fine-tuning: each knows how to read its value from the plan and how to change it there. */
final class TuningForm {
    private static final double FIELD = 176;
    private static final List<Boolean> NO_YES = List.of(false, true);

    private final Texts texts;
    private final WorkloadsViewModel model;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Consumer<Sheet.Training>> shows = new ArrayList<>();
    private final Map<String, FieldFrame> frames = new LinkedHashMap<>();
    private final List<StopField<Integer>> sliders = new ArrayList<>();

    TuningForm(Texts texts, WorkloadsViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    /** A whole number with a slider beside it where {@code steps} is above 0. */
    TuningForm whole(
            String key,
            String unit,
            int least,
            int most,
            int steps,
            ToDoubleFunction<FineTuning> read,
            BiFunction<FineTuning, Integer, FineTuning> change) {
        String id = id(key);
        String name = texts.get(key);
        PlanNumber field = new PlanNumber(
                texts,
                id,
                NumberField.Spec.whole(name, unit(unit), least, most),
                number -> model.tuning().change(name, work -> change.apply(work, number)));
        if (steps > 0) {
            Steps slider = new Steps(
                    texts.get("workloads.steps", name),
                    id + "-steps",
                    least,
                    steps,
                    steps > 4096 ? Steps::tokens : Steps::requests,
                    (number, gesture) -> model.tuning().drag(name, gesture, work -> change.apply(work, number)));
            field.node().getChildren().add(2, slider);
            shows.add(sheet -> slider.show((int) read.applyAsDouble(sheet.workload()), Math.max(steps, (int)
                    read.applyAsDouble(sheet.workload()))));
        }
        return add(
                id,
                field.node(),
                sheet -> field.show(sheet.workload().id(), (int) read.applyAsDouble(sheet.workload())));
    }

    TuningForm decimal(
            String key,
            String unit,
            String least,
            double most,
            int decimals,
            ToDoubleFunction<FineTuning> read,
            BiFunction<FineTuning, Double, FineTuning> change) {
        String id = id(key);
        String name = texts.get(key);
        PlanNumber field = PlanNumber.decimal(
                texts,
                id,
                new NumberField.Spec(name, unit(unit), new BigDecimal(least), BigDecimal.valueOf(most), decimals),
                number -> model.tuning().change(name, work -> change.apply(work, number)));
        return add(id, field.node(), sheet -> field.show(sheet.workload().id(), read.applyAsDouble(sheet.workload())));
    }

    /** A number that may be left open; {@code usual} is what counts then. */
    TuningForm open(
            String key,
            String unit,
            double most,
            int decimals,
            Function<FineTuning, Optional<? extends Number>> read,
            Function<Sheet.Training, OptionalInt> usual,
            BiFunction<FineTuning, Optional<Double>, FineTuning> change) {
        String id = id(key);
        String name = texts.get(key);
        PlanNumber field = PlanNumber.decimal(
                        texts,
                        id,
                        new NumberField.Spec(
                                name,
                                unit(unit),
                                BigDecimal.ONE.movePointLeft(decimals),
                                BigDecimal.valueOf(most),
                                decimals),
                        number -> model.tuning().change(name, work -> change.apply(work, Optional.of(number))))
                .withAutomatic(() -> model.tuning().change(name, work -> change.apply(work, Optional.empty())));
        field.node().field().setPromptText(texts.get("workloads.tuning.open"));
        return add(
                id,
                field.node(),
                sheet -> field.show(sheet.workload().id(), read.apply(sheet.workload()), usual.apply(sheet)));
    }

    <T> TuningForm searched(
            String key,
            Function<T, String> words,
            Function<Sheet.Training, List<T>> offered,
            Function<FineTuning, String> read,
            Function<T, String> idOf,
            BiFunction<FineTuning, T, FineTuning> change) {
        String id = id(key);
        String name = texts.get(key);
        SearchableChoice<T> field = new SearchableChoice<>(name, words);
        field.onChoose(chosen -> model.tuning().change(name, work -> change.apply(work, chosen)));
        return add(id, field, sheet -> {
            List<T> values = offered.apply(sheet);
            field.show(
                    values,
                    values.stream()
                            .filter(value -> idOf.apply(value).equals(read.apply(sheet.workload())))
                            .findFirst());
        });
    }

    <T> TuningForm choice(
            String key,
            Function<T, String> words,
            Function<Sheet.Training, List<T>> offered,
            Function<Sheet.Training, Optional<T>> read,
            BiFunction<FineTuning, T, FineTuning> change) {
        String id = id(key);
        String name = texts.get(key);
        Choice<T> field = new Choice<>(
                name, id, words, chosen -> model.tuning().change(name, work -> change.apply(work, chosen)));
        return add(id, field, sheet -> field.show(offered.apply(sheet), read.apply(sheet)));
    }

    /** Few values, all in sight. */
    <T> TuningForm oneOf(
            String key,
            List<T> values,
            Function<T, String> words,
            Function<FineTuning, T> read,
            BiFunction<FineTuning, T, FineTuning> change) {
        String id = id(key);
        String name = texts.get(key);
        Segmented<T> field = new Segmented<>(
                name, id, words, chosen -> model.tuning().change(name, work -> change.apply(work, chosen)));
        return add(id, field, sheet -> field.show(values, Optional.of(read.apply(sheet.workload()))));
    }

    TuningForm yesNo(
            String key, Function<FineTuning, Boolean> read, BiFunction<FineTuning, Boolean, FineTuning> change) {
        String id = id(key);
        String name = texts.get(key);
        Segmented<Boolean> field = new Segmented<>(
                name, id, this::yesOrNo, chosen -> model.tuning().change(name, work -> change.apply(work, chosen)));
        return add(id, field, sheet -> field.show(NO_YES, Optional.of(read.apply(sheet.workload()))));
    }

    /** One of the ways in which the live option spreads the run over GPUs. */
    <T> TuningForm spread(
            String key,
            List<T> values,
            Function<T, String> words,
            Function<TrainingLayout, T> read,
            BiFunction<TrainingLayout, T, TrainingLayout> change) {
        String id = id(key);
        String name = texts.get(key);
        Segmented<T> field = new Segmented<>(
                name, id, words, chosen -> model.tuning().spread(name, layout -> change.apply(layout, chosen)));
        return add(id, field, sheet -> {
            field.show(values, sheet.layout().map(read));
            field.setDisable(sheet.layout().isEmpty());
        });
    }

    /** A degree of parallelism, on a slider. */
    TuningForm degree(
            String key,
            Function<Sheet.Training, List<Integer>> stops,
            ToDoubleFunction<TrainingLayout> read,
            BiFunction<TrainingLayout, Integer, TrainingLayout> change) {
        String id = id(key);
        String name = texts.get(key);
        StopField<Integer> field = new StopField<>(
                name,
                id,
                String::valueOf,
                (degree, gesture) -> model.tuning().dragSpread(name, gesture, layout -> change.apply(layout, degree)));
        nodes.add(field);
        sliders.add(field);
        shows.add(sheet -> {
            Optional<Integer> degree = sheet.layout().map(layout -> (int) read.applyAsDouble(layout));
            List<Integer> all = new ArrayList<>(stops.apply(sheet));
            degree.filter(present -> !all.contains(present)).ifPresent(all::add);
            field.show(all.stream().sorted().toList(), degree, sheet.notes().getOrDefault(id, ""));
        });
        return this;
    }

    /** A field that does more than these. */
    TuningForm with(String id, FieldFrame field, Consumer<Sheet.Training> show) {
        return add(id, field, show);
    }

    private TuningForm add(String id, FieldFrame field, Consumer<Sheet.Training> show) {
        nodes.add(field);
        frames.put(id, field);
        shows.add(show);
        return this;
    }

    FlowGrid grid() {
        return grid(FIELD);
    }

    /** With fields that are at least so wide. */
    FlowGrid grid(double least) {
        FlowGrid grid = new FlowGrid(least, 14);
        grid.show(nodes);
        return grid;
    }

    /** Only those of its fields, other than sliders alone. */
    FlowGrid gridOf(double least, Predicate<String> ids) {
        FlowGrid grid = new FlowGrid(least, 14);
        grid.show(frames.entrySet().stream()
                .filter(each -> ids.test(each.getKey()))
                .map(Map.Entry::getValue)
                .toList());
        return grid;
    }

    Map<String, FieldFrame> frames() {
        return frames;
    }

    /** Puts help on the words of the fields. */
    void explain(Glossary glossary) {
        HelpMarks.on(glossary, frames);
        HelpMarks.onSliders(glossary, sliders);
    }

    void show(Sheet.Training sheet) {
        shows.forEach(each -> each.accept(sheet));
        frames.forEach((id, frame) -> frame.setNote(sheet.notes().getOrDefault(id, "")));
    }

    /** The id of a field is the end of its key. */
    private static String id(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    String yesOrNo(boolean yes) {
        return texts.get(yes ? "workloads.tuning.yes" : "workloads.tuning.no");
    }

    private String unit(String key) {
        return key.isEmpty() ? "" : texts.get(key);
    }
}
