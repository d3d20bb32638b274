package org.sizewright.ui.workloads;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TuningMethod;
import org.sizewright.plan.AdapterServing;
import org.sizewright.plan.FineTuning;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.TextEntry;

/** The groups of fields of fine-tuning. */
final class TuningFields {
    private static final int MANY = 64;
    /** Further numbers of methods by the keys of their fields. */
    private static final Map<String, String> SETTINGS = Map.of(
            "blockSize", "workloads.field.tuningBlock",
            "factor", "workloads.field.tuningFactor",
            "factors", "workloads.field.tuningFactors",
            "values", "workloads.field.tuningValues");

    final TuningForm method;
    final TuningForm run;
    final TuningForm savers;
    final TuningForm spread;
    final TuningForm goal;
    final TuningForm serving;
    private List<TrainingStack> stacks = List.of();

    /** Sets of matrices that adapters usually sit on, as published checkpoints call them. */
    private enum Targets {
        USUAL(List.of()),
        ALL(List.of("all-linear")),
        ATTENTION(List.of("q_proj", "k_proj", "v_proj", "o_proj")),
        MLP(List.of("gate_proj", "up_proj", "down_proj")),
        OWN(List.of());

        private final List<String> names;

        Targets(List<String> names) {
            this.names = names;
        }

        static Targets of(List<String> names) {
            return Stream.of(values())
                    .filter(each -> each != OWN && each.names.equals(names))
                    .findFirst()
                    .orElse(OWN);
        }
    }

    TuningFields(Texts texts, WorkloadsViewModel model) {
        TuningForm inputs = new TuningForm(texts, model);
        TextEntry names = new TextEntry(texts, texts.get("workloads.field.tuningNames"));
        names.field().setId("tuningNames");
        names.onCommit(typed -> model.tuning()
                .change(
                        names.name(),
                        work -> work.withMethod(work.method()
                                .withTargets(Arrays.stream(typed.split("[,;\\s]+"))
                                        .filter(name -> !name.isEmpty())
                                        .toList()))));
        method = inputs.<ModelArchitecture>searched(
                        "workloads.field.tuningModel",
                        ModelArchitecture::name,
                        sheet -> sheet.offered().models(),
                        work -> work.model().value(),
                        found -> found.id().value(),
                        (work, chosen) -> work.withModel(chosen.id()))
                .<TuningMethod>searched(
                        "workloads.field.tuningMethod",
                        TuningMethod::name,
                        sheet -> sheet.offered().methods(),
                        work -> work.method().id(),
                        TuningMethod::id,
                        this::withMethod)
                .open(
                        "workloads.field.tuningRank",
                        "",
                        FineTuning.MAX_RANK,
                        0,
                        work -> work.method().rank(),
                        sheet -> sheet.usualRank(),
                        (work, rank) -> work.withMethod(work.method().withRank(rank.map(Double::intValue))))
                .<Targets>choice(
                        "workloads.field.tuningTargets",
                        each -> switch (each) {
                            case USUAL -> texts.get("workloads.targets.usual");
                            case ALL -> texts.get("workloads.targets.all");
                            case ATTENTION -> texts.get("workloads.targets.attention");
                            case MLP -> texts.get("workloads.targets.mlp");
                            case OWN -> texts.get("workloads.targets.own");
                        },
                        sheet -> List.of(Targets.values()),
                        sheet ->
                                Optional.of(Targets.of(sheet.workload().method().targets())),
                        (work, chosen) -> chosen == Targets.OWN
                                ? work
                                : work.withMethod(work.method().withTargets(chosen.names)))
                .with("tuningNames", names, sheet -> {
                    names.show(String.join(", ", sheet.targets()));
                    names.setDisable(!sheet.adapts());
                })
                .<NumberFormat>searched(
                        "workloads.field.tuningWeights",
                        NumberFormat::name,
                        sheet -> sheet.offered().formats(),
                        work -> work.weights().value(),
                        format -> format.id().value(),
                        (work, chosen) -> work.withWeights(chosen.id()))
                .yesNo(
                        "workloads.field.tuningEmbeddings",
                        work -> work.method().withEmbeddings(),
                        (work, yes) -> work.withMethod(work.method().withEmbeddings(yes)));
        for (Map.Entry<String, String> each : new TreeMap<>(SETTINGS).entrySet()) {
            String setting = each.getKey();
            method.open(
                    each.getValue(),
                    "",
                    1_000_000,
                    0,
                    work -> Optional.ofNullable(work.method().settings().get(setting)),
                    sheet -> sheet.settings().getOrDefault(setting, OptionalInt.empty()),
                    (work, number) -> work.withMethod(setting(work.method(), setting, number)));
        }
        run = RunFields.form(texts, model);
        savers = SaverFields.form(texts, model);
        spread = SpreadFields.form(texts, model);
        goal = GoalFields.form(texts, model);
        serving = new TuningForm(texts, model)
                .whole(
                        "workloads.field.tuningSlots",
                        "",
                        1,
                        AdapterServing.MAX_SLOTS,
                        MANY,
                        work -> work.serving().slots(),
                        (work, number) -> work.withServing(work.serving().withSlots(number)))
                .whole(
                        "workloads.field.tuningLargestRank",
                        "",
                        1,
                        AdapterServing.MAX_RANK,
                        256,
                        work -> work.serving().largestRank(),
                        (work, number) -> work.withServing(work.serving().withLargestRank(number)))
                .whole(
                        "workloads.field.tuningServedOn",
                        "",
                        1,
                        AdapterServing.MAX_TENSOR,
                        16,
                        work -> work.serving().tensor(),
                        (work, number) -> work.withServing(work.serving().withTensor(number)))
                .whole(
                        "workloads.field.tuningSeries",
                        "",
                        1,
                        AdapterServing.MAX_IN_SERIES,
                        8,
                        work -> work.serving().inSeries(),
                        (work, number) -> work.withServing(work.serving().withInSeries(number)));
    }

    /** Another method has other settings, and as an optimiser what its software usually takes with it. */
    private FineTuning withMethod(FineTuning work, TuningMethod chosen) {
        boolean whole = chosen.id().equals(FineTuning.FULL);
        FineTuning changed = work.withMethod(FineTuning.Method.of(chosen.id())
                .withTargets(whole ? List.of() : work.method().targets()));
        if (whole == work.method().id().equals(FineTuning.FULL)) {
            return changed;
        }
        return stacks.stream()
                .filter(stack -> stack.id().equals(work.software().stack()))
                .findFirst()
                .map(stack -> changed.withSoftware(
                        work.software().withOptimiser(whole ? stack.optimiser() : stack.adapterOptimiser())))
                .orElse(changed);
    }

    private static FineTuning.Method setting(FineTuning.Method method, String setting, Optional<Double> number) {
        Map<String, Integer> settings = new LinkedHashMap<>(method.settings());
        settings.remove(setting);
        number.ifPresent(value -> settings.put(setting, value.intValue()));
        return method.withSettings(settings);
    }

    /** Puts help on the words of the fields. */
    void explain(Glossary glossary) {
        forms().forEach(form -> form.explain(glossary));
    }

    void show(Sheet.Training sheet) {
        stacks = sheet.offered().stacks();
        forms().forEach(form -> form.show(sheet));
        SETTINGS.forEach((setting, key) -> {
            boolean there = sheet.settings().containsKey(setting);
            FieldFrame frame = method.frames().get(key.substring(key.lastIndexOf('.') + 1));
            if (frame != null) {
                frame.setVisible(there);
                frame.setManaged(there);
            }
        });
        disable(method, !sheet.adapts(), "tuningTargets", "tuningNames");
        disable(method, !sheet.frozen(), "tuningWeights", "tuningEmbeddings", "tuningRank");
        disable(run, sheet.workload().run().tokens().isPresent(), "tuningExamples", "tuningExampleTokens");
        GoalFields.show(goal, sheet);
    }

    static void disable(TuningForm form, boolean disabled, String... ids) {
        for (String id : ids) {
            Optional.ofNullable(form.frames().get(id)).ifPresent(frame -> frame.setDisable(disabled));
        }
    }

    private List<TuningForm> forms() {
        return List.of(method, run, savers, spread, goal, serving);
    }
}
