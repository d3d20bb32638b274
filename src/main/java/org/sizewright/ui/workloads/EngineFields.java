package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.NumberField;

/** Settings of the engine, and what its own log says. */
final class EngineFields {
    private final Texts texts;
    private final WorkloadsViewModel model;
    private final PlanNumber utilisation;
    private final PlanNumber sequences;
    private final PlanNumber batched;
    private final PlanNumber block;
    private final PlanNumber pool;

    EngineFields(Texts texts, WorkloadsViewModel model) {
        this.texts = texts;
        this.model = model;
        String tokens = texts.get("workloads.unit.tokens");
        utilisation = setting(
                "workloads.field.utilisation", Field.UTILISATION, "%", 100, EngineSettings::withUtilisationPercent);
        sequences =
                setting("workloads.field.sequences", Field.SEQUENCES, "", 1_000_000, EngineSettings::withMaxSequences);
        batched = setting(
                "workloads.field.batched", Field.BATCHED, tokens, 100_000_000, EngineSettings::withMaxBatchedTokens);
        block = setting("workloads.field.block", Field.BLOCK, tokens, 65_536, EngineSettings::withBlockTokens);
        String poolName = texts.get("workloads.field.pool");
        pool = PlanNumber.decimal(
                        texts,
                        Field.POOL,
                        new NumberField.Spec(
                                poolName,
                                texts.get("workloads.unit.gib"),
                                BigDecimal.ZERO,
                                BigDecimal.valueOf(100_000),
                                3),
                        gib -> model.llm()
                                .changeSettings(poolName, settings -> settings.withMeasuredPoolGib(Optional.of(gib))))
                .withAutomatic(() -> model.llm()
                        .changeSettings(poolName, settings -> settings.withMeasuredPoolGib(Optional.empty())));
        pool.node().field().setPromptText(texts.get("workloads.pool.none"));
    }

    /** Changes one setting of the engine; empty stands for its default. */
    private interface SettingChange {
        EngineSettings apply(EngineSettings settings, Optional<Integer> number);
    }

    private PlanNumber setting(String key, String id, String unit, int most, SettingChange change) {
        String name = texts.get(key);
        return new PlanNumber(
                        texts,
                        id,
                        NumberField.Spec.whole(name, unit, 1, most),
                        number -> model.llm()
                                .changeSettings(name, settings -> change.apply(settings, Optional.of(number))))
                .withAutomatic(() ->
                        model.llm().changeSettings(name, settings -> change.apply(settings, Optional.empty())));
    }

    List<FieldFrame> nodes() {
        return List.of(utilisation.node(), sequences.node(), batched.node(), block.node(), pool.node());
    }

    Map<String, FieldFrame> frames() {
        return Map.of(
                Field.UTILISATION, utilisation.node(),
                Field.SEQUENCES, sequences.node(),
                Field.BATCHED, batched.node(),
                Field.BLOCK, block.node(),
                Field.POOL, pool.node());
    }

    void show(Sheet.Llm sheet) {
        WorkloadId id = sheet.workload().id();
        EngineSettings settings = sheet.workload().settings();
        utilisation.show(id, settings.utilisationPercent(), sheet.defaults().utilisationPercent());
        sequences.show(id, settings.maxSequences(), sheet.defaults().maxSequences());
        batched.show(id, settings.maxBatchedTokens(), sheet.defaults().maxBatchedTokens());
        block.show(id, settings.blockTokens(), sheet.fields().blockTokens());
        pool.show(id, settings.measuredPoolGib(), OptionalInt.empty());
    }
}
