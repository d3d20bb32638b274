package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.library.ModelUse;
import org.sizewright.plan.Retrieval;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;

/** The groups of fields of retrieval. */
final class RetrievalInputs {
    private final Texts texts;
    private final double width;
    private final double modelWidth;
    private final RetrievalNumbers numbers;
    private final CorpusFields corpus;
    private final IndexFields index;
    private final QueryFields queries;
    private final List<ServiceFields> services;
    private final RetrievalMachines machines;
    private final PresetMenu presets;
    private final AnsweringLine answering;

    /**
     * @param width how narrow a field may be, in pixels
     * @param modelWidth the same of a field with the name of a model
     */
    RetrievalInputs(Texts texts, WorkloadsViewModel model, double width, double modelWidth) {
        this.texts = texts;
        this.width = width;
        this.modelWidth = modelWidth;
        RetrievalDesk desk = model.retrievalDesk();
        numbers = new RetrievalNumbers(texts, desk);
        corpus = new CorpusFields(numbers);
        index = new IndexFields(numbers, width);
        queries = new QueryFields(numbers, width);
        services = List.of(
                new ServiceFields(
                        numbers,
                        RetrievalField.EMBEDDING,
                        ModelUse.EMBEDDING,
                        work -> Optional.of(work.embedding()),
                        (work, service) -> service.map(work::withEmbedding).orElse(work)),
                new ServiceFields(
                        numbers,
                        RetrievalField.RERANKER,
                        ModelUse.RERANKER,
                        Retrieval::reranker,
                        Retrieval::withReranker),
                new ServiceFields(
                        numbers,
                        RetrievalField.GUARDRAIL,
                        ModelUse.GUARDRAIL,
                        Retrieval::guardrail,
                        Retrieval::withGuardrail));
        machines = new RetrievalMachines(numbers, model);
        presets = new PresetMenu(texts, desk);
        answering = new AnsweringLine(texts, desk);
    }

    PresetMenu presets() {
        return presets;
    }

    Region documents() {
        return grid(corpus.documents());
    }

    Region passages() {
        return grid(corpus.passages());
    }

    Region renewal() {
        return grid(corpus.renewal());
    }

    /** How the documents are cut and how often they are read anew, in one. */
    Region passagesAndRenewal() {
        List<FieldFrame> all = new ArrayList<>(corpus.passages());
        all.addAll(corpus.renewal());
        return grid(all);
    }

    Region queries() {
        return queries.grid();
    }

    Region index() {
        return index.grid();
    }

    /** One row for each model, and the way to the language model that answers. */
    Region models() {
        VBox box = new VBox(14);
        services.forEach(service -> box.getChildren().add(grid(modelWidth, service.nodes())));
        box.getChildren().add(answering);
        return box;
    }

    Region machines() {
        return new VBox(
                14,
                group("workloads.retrieval.group.database", grid(machines.database())),
                group("workloads.retrieval.group.models", grid(machines.models())));
    }

    /** Fields under a title of their own. */
    Region group(String key, Node fields) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("strong");
        return new VBox(8, title, fields);
    }

    private FlowGrid grid(List<FieldFrame> fields) {
        return grid(width, fields);
    }

    private static FlowGrid grid(double least, List<FieldFrame> fields) {
        FlowGrid grid = new FlowGrid(least, 14);
        grid.show(fields);
        return grid;
    }

    void show(Sheet.Search sheet) {
        presets.offer(sheet.fields().presets());
        answering.show(sheet.workload());
        corpus.show(sheet);
        index.show(sheet);
        queries.show(sheet);
        services.forEach(service -> service.show(sheet));
        machines.show(sheet);
        numbers.frames().forEach((field, frame) -> frame.setNote(sheet.fields().note(field)));
    }

    /** Puts help on the words of the fields. */
    void explain(Glossary glossary) {
        RetrievalField.explain(glossary, numbers.frames());
        HelpMarks.on(glossary, numbers.frames());
    }
}
