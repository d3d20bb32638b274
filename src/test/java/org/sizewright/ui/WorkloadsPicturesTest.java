package org.sizewright.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.FineTunings;
import org.sizewright.SamplePlans;
import org.sizewright.figure.Lane;
import org.sizewright.library.EngineId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.OptionResult;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Measured;
import org.sizewright.ui.workloads.WorkloadsView;

/** Draws the screen of workloads in its states into target/gallery; fails where a word is cut. */
class WorkloadsPicturesTest {
    private static final WorkloadPictures PICTURES =
            new WorkloadPictures("workloads-screen-", WorkloadsPicturesTest::activation);

    private static Optional<Why> activation(Texts texts, OptionResult live) {
        LlmMemory llm = live.sizing().demand.llm;
        return llm.rows.keys().stream()
                .findFirst()
                .map(row -> Measured.with(
                        texts,
                        PICTURES.references().library(),
                        live.figures(),
                        llm,
                        llm.engine.activation.cell(row, Lane.VALUE)));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void languageModel(Theme theme) throws IOException {
        PICTURES.draw("llm", SamplePlans.standard(), 0, 0, theme, 1280, 720);
        PICTURES.draw("llm-curves", SamplePlans.standard(), 0, 0.42, theme, 1280, 720);
        PICTURES.draw("llm-fit", SamplePlans.standard(), 0, 0.78, theme, 1280, 720);
        PICTURES.draw("llm-low", SamplePlans.standard(), 0, 1, theme, 1280, 720);
        PICTURES.draw("llm-1920", SamplePlans.standard(), 0, 0, theme, 1920, 1080);
        PICTURES.draw("llm-1920-low", SamplePlans.standard(), 0, 1, theme, 1920, 1080);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void sharedGpus(Theme theme) throws IOException {
        PICTURES.draw("vgpu", SamplePlans.standard(), 1, 0, theme, 1280, 720);
        PICTURES.draw("mig", SamplePlans.standard(), 2, 0, theme, 1920, 1080);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void loadsAndSlices(Theme theme) throws IOException {
        PICTURES.draw("traffic", traffic(), 0, 0.3, theme, 1280, 720);
        PICTURES.draw("traffic-low", traffic(), 0, 0.8, theme, 1280, 720);
        PICTURES.draw("slice", slice(), 0, 0, theme, 1280, 720);
        PICTURES.draw("slice-low", slice(), 0, 0.5, theme, 1280, 720);
        PICTURES.draw("slice-1920", slice(), 0, 0.4, theme, 1920, 1080);
    }

    private static Plan traffic() {
        LlmServing llm = (LlmServing) SamplePlans.standard().workloads().getFirst();
        return SamplePlans.standard()
                .withWorkload(llm.withTraffic(Optional.of(new Traffic(
                        3000, 20, 30, List.of(new Traffic.RequestKind("Completion", 100, 6000, 1000)), 0, 2, 40))));
    }

    private static Plan slice() {
        Plan plan = SamplePlans.standard();
        LlmServing llm = (LlmServing) plan.workloads().getFirst();
        Plan small = plan.withWorkload(
                llm.withModel(ModelId.of("meta-llama/Llama-3.1-8B-Instruct")).withConcurrency(40));
        return small.withOption(small.liveOption()
                .withAssignment(small.liveOption()
                        .assignment(WorkloadId.of("w1"))
                        .orElseThrow()
                        .withTensorParallel(1)
                        .withProfile(Optional.of("2g.20gb"))));
    }

    @Test
    void troubles() throws IOException {
        PICTURES.draw("not-placed", changed(SamplePlans.standard()), 0, 0, Theme.LIGHT, 1280, 720);
        PICTURES.draw("does-not-fit", changed(split(1)), 0, 0, Theme.LIGHT, 1280, 720);
        PICTURES.draw("does-not-fit-low", changed(split(1)), 0, 0.5, Theme.DARK, 1280, 720);
        PICTURES.draw("not-known", engine(split(4), "llama.cpp"), 0, 0, Theme.LIGHT, 1280, 720);
        PICTURES.draw("not-known-low", engine(split(4), "llama.cpp"), 0, 0.5, Theme.LIGHT, 1280, 720);
        Plan plan = SamplePlans.standard();
        PICTURES.draw(
                "unassigned",
                plan.withOption(plan.liveOption().withoutAssignment(WorkloadId.of("w1"))),
                0,
                0,
                Theme.LIGHT,
                1280,
                720);
        Plan none = plan.withoutWorkload(WorkloadId.of("w1"))
                .withoutWorkload(WorkloadId.of("w2"))
                .withoutWorkload(WorkloadId.of("w3"));
        PICTURES.draw("empty", none, 0, 0, Theme.DARK, 1280, 720);
    }

    private static Plan changed(Plan plan) {
        LlmServing llm = (LlmServing) plan.workloads().getFirst();
        return plan.withWorkload(llm.withWeights(NumberFormatId.of("bf16")));
    }

    private static Plan engine(Plan plan, String engine) {
        LlmServing llm = (LlmServing) plan.workloads().getFirst();
        return plan.withWorkload(llm.withEngine(EngineId.of(engine)));
    }

    private static Plan split(int degree) {
        Plan plan = SamplePlans.standard();
        return plan.withOption(plan.liveOption()
                .withAssignment(plan.liveOption()
                        .assignment(WorkloadId.of("w1"))
                        .orElseThrow()
                        .withTensorParallel(degree)));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void loadFromPeople(Theme theme) throws IOException {
        PICTURES.draw("people", people(), 0, 0, theme, 1280, 720);
        PICTURES.draw("people-low", people(), 0, 0.45, theme, 1280, 720);
        PICTURES.draw("people-1920", people(), 0, 0.3, theme, 1920, 1080);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wizard(Theme theme) throws IOException {
        for (int step = 0; step < 4; step++) {
            Consumer<WorkloadsView> open = WorkloadPictures.wizardAt(step);
            PICTURES.draw("wizard-" + (step + 1), people(), 0, 0, theme, 1280, 720, open);
            PICTURES.draw("wizard-" + (step + 1) + "-1920", people(), 0, 0, theme, 1920, 1080, open);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void modelFiles(Theme theme, @TempDir Path folder) throws IOException {
        Path known = ModelFolder.llama(folder);
        PICTURES.draw(
                "model-read", SamplePlans.standard(), 0, 0, theme, 1280, 720, view -> view.takeFiles(List.of(known)));
        Path unknown = ModelFolder.unknown(folder);
        PICTURES.draw(
                "model-refused",
                SamplePlans.standard(),
                0,
                0,
                theme,
                1280,
                720,
                view -> view.takeFiles(List.of(unknown)));
        PICTURES.draw(
                "model-refused-1920",
                SamplePlans.standard(),
                0,
                0,
                theme,
                1920,
                1080,
                view -> view.takeFiles(List.of(unknown)));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void fineTuning(Theme theme) throws IOException {
        Plan full = tuned(FineTunings.full(), TrainingLayout.SINGLE);
        Plan lora = tuned(
                FineTuning.qlora(WorkloadId.of("w3"), "Support answers", FineTunings.LLAMA_8B), TrainingLayout.SINGLE);
        FineTuning ppo = FineTuning.aligned(WorkloadId.of("w3"), "Preferred answers", FineTunings.LLAMA_8B, "ppo");
        Plan aligned = tuned(ppo, TrainingLayout.data(8, Sharding.ZERO_3));
        PICTURES.draw("tuning", lora, 2, 0, theme, 1280, 720);
        for (int part = 1; part <= 4; part++) {
            PICTURES.draw("tuning-" + part, lora, 2, part / 4.0, theme, 1280, 720);
        }
        PICTURES.draw("tuning-full", full, 2, 0, theme, 1280, 720);
        PICTURES.draw("tuning-full-changes", full, 2, 0.4, theme, 1280, 720);
        PICTURES.draw("tuning-aligned", aligned, 2, 0.25, theme, 1280, 720);
        PICTURES.draw("tuning-1920", aligned, 2, 0, theme, 1920, 1080);
        PICTURES.draw("tuning-1920-low", aligned, 2, 1, theme, 1920, 1080);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whereFineTuningFits(Theme theme) throws IOException {
        Plan full = tuned(FineTunings.full(), TrainingLayout.SINGLE);
        Plan sharded = tuned(FineTunings.full(), TrainingLayout.data(8, Sharding.ZERO_3));
        PICTURES.draw("tuning-fit", full, 2, 0.53, theme, 1280, 720);
        PICTURES.draw("tuning-fit-sharded", sharded, 2, 0.53, theme, 1280, 720);
        FineTuning ppo = FineTuning.aligned(WorkloadId.of("w3"), "Preferred answers", FineTunings.LLAMA_8B, "ppo");
        Plan aligned = tuned(ppo, TrainingLayout.data(8, Sharding.ZERO_3));
        PICTURES.draw("tuning-fit-aligned", aligned, 2, 0.57, theme, 1280, 720);
        PICTURES.draw("tuning-fit-1920", sharded, 2, 0.6, theme, 1920, 1080);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void tuningWizard(Theme theme) throws IOException {
        FineTuning ppo = FineTuning.aligned(WorkloadId.of("w3"), "Preferred answers", FineTunings.LLAMA_8B, "ppo");
        for (int step = 0; step < 4; step++) {
            PICTURES.draw(
                    "tuning-wizard-" + (step + 1),
                    tuned(ppo, TrainingLayout.data(8, Sharding.ZERO_3)),
                    2,
                    0,
                    theme,
                    1280,
                    720,
                    WorkloadPictures.wizardAt(step));
        }
    }

    private static Plan tuned(FineTuning tuning, TrainingLayout layout) {
        Plan plan = SamplePlans.standard().withWorkload(tuning);
        return plan.withOption(plan.liveOption()
                .withAssignment(
                        plan.liveOption().assignment(tuning.id()).orElseThrow().withTraining(layout)));
    }

    private static Plan people() {
        Plan plan = SamplePlans.standard();
        LlmServing llm = (LlmServing) plan.workloads().getFirst();
        return plan.withWorkload(llm.withTraffic(Optional.of(new Traffic(
                        400,
                        25,
                        60,
                        List.of(
                                new Traffic.RequestKind("Step of the agent", 85, 24_000, 500),
                                new Traffic.RequestKind("Plan or summary", 15, 48_000, 2000)),
                        80,
                        5,
                        25)))
                .withContextTokens(50_176));
    }
}
