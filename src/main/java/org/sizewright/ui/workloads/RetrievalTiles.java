package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.sizing.retrieval.RetrievalFigures;
import org.sizewright.ui.look.Texts;

/** Prepares the figures of retrieval, all of them and those that follow from what is asked at a step. */
final class RetrievalTiles {
    private final Texts texts;
    private final RowFigures f;
    private final RetrievalFigures rag;

    RetrievalTiles(RowFigures figures, RetrievalFigures rag) {
        this.texts = figures.texts();
        this.f = figures;
        this.rag = rag;
    }

    List<Tile> all() {
        return List.of(
                tokens(),
                passages(),
                perVector(),
                index(),
                copy(),
                disk(),
                database(),
                models(),
                gpus(),
                indexing(),
                queries(),
                refreshed());
    }

    Map<RetrievalStep, List<Tile>> bySteps() {
        Map<RetrievalStep, List<Tile>> steps = new EnumMap<>(RetrievalStep.class);
        steps.put(RetrievalStep.DOCUMENTS, List.of(tokens(), passages(), disk(), indexing()));
        steps.put(RetrievalStep.PASSAGES, List.of(passages(), perDocument(), embedded(), copy(), disk(), indexing()));
        steps.put(RetrievalStep.LOAD, load());
        steps.put(RetrievalStep.SEARCH, List.of(perVector(), index(), copy(), disk(), database()));
        steps.put(RetrievalStep.MODELS, served());
        steps.put(
                RetrievalStep.MACHINES,
                List.of(
                        database(),
                        models(),
                        gpus(),
                        tile("workloads.total.vcpu", rag.vcpu),
                        tile("workloads.total.memory", rag.memory),
                        indexing()));
        return steps;
    }

    /** What is asked for, by whoever has to read it. */
    private List<Tile> load() {
        List<Tile> tiles = new ArrayList<>(List.of(queries(), refreshed()));
        for (ServedModel model : ServedModel.of(rag, f.row())) {
            tiles.add(row(model)
                    .tile(
                            texts.get("workloads.retrieval.tile.load", texts.get(model.field())),
                            rag.models.load,
                            0,
                            texts.get("workloads.retrieval.tile.load.note"))
                    .withTerm("throughput"));
        }
        tiles.add(f.tile(
                texts.get("workloads.retrieval.tile.firstLoad"),
                rag.load.firstIndexing,
                0,
                texts.get("workloads.retrieval.tile.hours.note", f.text(rag.corpus.allowedHours))));
        tiles.add(models());
        return tiles;
    }

    private List<Tile> served() {
        List<Tile> tiles = new ArrayList<>();
        for (ServedModel model : ServedModel.of(rag, f.row())) {
            RowFigures row = row(model);
            String name = texts.get(model.field());
            tiles.add(row.tile(
                            texts.get("workloads.retrieval.tile.speed", name),
                            rag.models.rate,
                            0,
                            texts.get(
                                    rag.models.isEstimated(model.row())
                                            ? "workloads.retrieval.tile.speed.estimated"
                                            : "workloads.retrieval.tile.speed.measured"))
                    .withTerm("throughput"));
            tiles.add(row.tile(
                    texts.get("workloads.retrieval.tile.served", name),
                    rag.models.vms,
                    texts.get("workloads.retrieval.tile.served.note", row.text(rag.models.memory))));
        }
        tiles.add(models());
        tiles.add(gpus());
        tiles.add(indexing());
        return tiles;
    }

    private RowFigures row(ServedModel model) {
        return new RowFigures(texts, f.book(), model.row(), f.unit());
    }

    private Tile tokens() {
        return tile("workloads.retrieval.tile.tokens", rag.corpus.tokens).withTerm("token");
    }

    private Tile passages() {
        return tile("workloads.retrieval.tile.passages", rag.corpus.passages).withTerm("chunk");
    }

    private Tile perDocument() {
        return tile("workloads.retrieval.tile.perDocument", rag.corpus.passagesPerDocument);
    }

    private Tile embedded() {
        return tile("workloads.retrieval.tile.embedded", rag.corpus.embeddedTokens)
                .withTerm("token");
    }

    private Tile perVector() {
        return f.tile(
                        texts.get("workloads.retrieval.tile.vectors"),
                        rag.index.bytesPerVector,
                        texts.get("workloads.retrieval.tile.vectors.note", f.plain(rag.index.dimensions)))
                .withTerm("embedding");
    }

    private Tile index() {
        return f.tile(texts.get("workloads.retrieval.tile.index"), rag.index.memory, f.otherUnit(rag.index.memory))
                .withTerm("vector-database");
    }

    private Tile copy() {
        return tile("workloads.retrieval.tile.copy", rag.database.memoryPerReplica);
    }

    private Tile disk() {
        return f.tile(
                texts.get("workloads.retrieval.tile.disk"),
                rag.database.disk,
                texts.get("workloads.retrieval.tile.disk.note"));
    }

    private Tile database() {
        return f.tile(
                texts.get("workloads.retrieval.tile.database"),
                rag.database.vms,
                texts.get(
                        "workloads.retrieval.tile.database.note",
                        f.whole(rag.database.replicas),
                        f.whole(rag.database.shards)));
    }

    private Tile models() {
        return tile("workloads.retrieval.tile.models", rag.gpuVms);
    }

    private Tile gpus() {
        return tile("workloads.retrieval.tile.gpus", rag.gpus);
    }

    private Tile indexing() {
        return new Tile(
                texts.get("workloads.retrieval.tile.hours"),
                hours(),
                texts.get("workloads.retrieval.tile.hours.note", f.text(rag.corpus.allowedHours)),
                f.value(rag.firstIndexingHours).isKnown(),
                f.cell(rag.firstIndexingHours));
    }

    private Tile queries() {
        return new Tile(
                        texts.get("workloads.retrieval.tile.queries"),
                        f.plain(rag.load.queriesPerSecond, 2),
                        f.note(rag.load.queriesPerSecond),
                        f.value(rag.load.queriesPerSecond).isKnown(),
                        f.cell(rag.load.queriesPerSecond))
                .withTerm("throughput");
    }

    private Tile refreshed() {
        return f.tile(
                texts.get("workloads.retrieval.tile.refreshed"),
                rag.load.refreshedVectors,
                0,
                texts.get("workloads.retrieval.tile.refreshed.note", f.text(rag.load.embedding, 0)));
    }

    private Tile tile(String key, Figure figure) {
        return f.tile(texts.get(key), figure, f.note(figure));
    }

    /** How long the first indexing takes; short ones in minutes. */
    String hours() {
        return f.value(rag.firstIndexingHours) instanceof Value.Known known && known.number() < 0.995
                ? texts.get("workloads.retrieval.minutes", ValueText.number(Math.max(0.1, known.number() * 60), 1))
                : f.text(rag.firstIndexingHours, 1);
    }
}
