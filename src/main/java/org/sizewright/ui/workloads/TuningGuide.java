package org.sizewright.ui.workloads;

import java.util.List;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Glossary;

/** Fine-tuning in four questions: which model towards what, by which method, on what data, on which GPUs. */
final class TuningGuide {
    private static final String MODEL = "tuningModel";

    private final TuningFields fields;
    private final MemoryCard memory;
    private final Wizard wizard;

    TuningGuide(Texts texts, WorkloadsViewModel model, Runnable close) {
        fields = new TuningFields(texts, model);
        memory = new MemoryCard(texts, model);
        wizard = new Wizard(
                texts,
                List.of(
                        new Wizard.Step(
                                texts.get("workloads.wizard.tuning.step.model"),
                                texts.get("workloads.wizard.tuning.model.text"),
                                List.of(
                                        new Card(
                                                texts.get("workloads.wizard.tuning.model"),
                                                fields.method.gridOf(Wizard.FIELD, MODEL::equals)),
                                        new Card(texts.get("workloads.tuning.goal"), fields.goal.grid(Wizard.FIELD)),
                                        memory)),
                        new Wizard.Step(
                                texts.get("workloads.wizard.tuning.step.method"),
                                texts.get("workloads.wizard.tuning.method.text"),
                                List.of(
                                        new Card(
                                                texts.get("workloads.wizard.tuning.method"),
                                                fields.method.gridOf(Wizard.FIELD, id -> !id.equals(MODEL))),
                                        memory)),
                        new Wizard.Step(
                                texts.get("workloads.wizard.tuning.step.data"),
                                texts.get("workloads.wizard.tuning.data.text"),
                                List.of(
                                        new Card(texts.get("workloads.tuning.run"), fields.run.grid(Wizard.FIELD)),
                                        memory)),
                        new Wizard.Step(
                                texts.get("workloads.wizard.tuning.step.gpus"),
                                texts.get("workloads.wizard.tuning.gpus.text"),
                                List.of(
                                        new Card(
                                                texts.get("workloads.tuning.spread"), fields.spread.grid(Wizard.FIELD)),
                                        memory,
                                        new Card(
                                                texts.get("workloads.tuning.savers"),
                                                fields.savers.grid(Wizard.FIELD))))),
                model::explain,
                close);
    }

    Wizard wizard() {
        return wizard;
    }

    /** Puts help on the words of the fields. */
    void explain(Glossary glossary) {
        fields.explain(glossary);
        memory.explain(glossary);
    }

    void show(Sheet.Training sheet) {
        fields.show(sheet);
        sheet.memory().ifPresent(memory::show);
        memory.setVisible(sheet.memory().isPresent());
        memory.setManaged(sheet.memory().isPresent());
        wizard.show(sheet);
    }
}
