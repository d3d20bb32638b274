package org.sizewright.cli;

import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.plan.ResolvedWorkload.Search;
import org.sizewright.sizing.retrieval.RetrievalFigures;
import org.sizewright.sizing.retrieval.RetrievalModels;
import org.sizewright.sizing.retrieval.RetrievalRole;
import org.sizewright.sizing.retrieval.RetrievalSubject;

/** The figures of retrieval that people ask for, from documents to machines. */
final class RetrievalTable {
    private final Console console;
    private final boolean explained;

    RetrievalTable(Console console, boolean explained) {
        this.console = console;
        this.explained = explained;
    }

    void print(FigureBook book, RetrievalFigures rag, RetrievalSubject subject, SizeFindings findings) {
        Search search = subject.search();
        String elements =
                search.index().hasCodes() ? "" : ", " + search.element().name();
        console.print("Retrieval from an index of kind %s%s, with %s on %s with %s"
                .formatted(
                        search.index().name(),
                        elements,
                        search.embedding().model().name(),
                        subject.device().name(),
                        search.engine().name()));
        RowKey row = subject.row();
        FigureTable table = new FigureTable(console, book, explained);
        table.section(
                "Documents",
                row,
                rag.corpus.documents,
                rag.corpus.tokens,
                rag.corpus.passagesPerDocument,
                rag.corpus.passages,
                rag.corpus.embeddedTokens);
        table.section(
                "Index",
                row,
                rag.index.dimensions,
                rag.index.vectorBytes,
                rag.index.bytesPerVector,
                rag.index.held,
                rag.index.structure,
                rag.index.memory);
        table.section(
                "Database",
                row,
                rag.database.metadata,
                rag.database.headroom,
                rag.database.memoryPerReplica,
                rag.database.diskPerReplica,
                rag.database.replicas,
                rag.database.disk,
                rag.database.shards,
                rag.database.memoryPerShard,
                rag.database.vms);
        table.section(
                "Queries and changes",
                row,
                rag.load.queriesPerSecond,
                rag.load.refreshedVectors,
                rag.corpus.allowedHours);
        for (RowKey model : rag.models.rowsOf(row)) {
            model(table, rag.models, model);
        }
        table.section("First indexing", row, rag.firstIndexingHours);
        table.section("Needed", row, rag.gpuVms, rag.gpus, rag.vms, rag.vcpu, rag.memory);
        findings.print(console);
    }

    private static void model(FigureTable table, RetrievalModels models, RowKey row) {
        RetrievalRole role = models.roleOf(row);
        String title = switch (role) {
            case EMBEDDING -> "Embedding";
            case RERANKER -> "Reranker";
            case GUARDRAIL -> "Guardrail";
        };
        table.section(
                title + ": " + models.modelOf(row).name(),
                row,
                models.weights,
                models.activation,
                models.cache,
                models.memory,
                models.deviceMemory,
                models.text,
                models.load);
        if (role == RetrievalRole.EMBEDDING) {
            table.more(row, models.firstLoad);
        }
        table.more(row, models.rate, models.vms);
    }
}
