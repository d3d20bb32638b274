package org.sizewright.ui.workloads;

import java.util.List;
import org.sizewright.plan.Corpus;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;

/** What is searched: documents, and the passages that they are cut into. */
final class CorpusFields {
    private final Texts texts;
    private final PlanNumber documents;
    private final PlanNumber pages;
    private final PlanNumber pageTokens;
    private final PlanNumber tokens;
    private final PlanNumber passage;
    private final PlanNumber overlap;
    private final PlanNumber refresh;
    private final PlanNumber hours;

    CorpusFields(RetrievalNumbers numbers) {
        texts = numbers.texts();
        String unit = texts.get("workloads.unit.tokens");
        documents = numbers.whole(
                RetrievalField.DOCUMENTS,
                "",
                1,
                Retrieval.MAX_DOCUMENTS,
                (work, number) -> work.withCorpus(work.corpus().withDocuments(number)));
        pages = numbers.decimal(
                RetrievalField.PAGES,
                "",
                "0.01",
                "1000000",
                2,
                (work, number) -> work.withCorpus(work.corpus().withPagesPerDocument(number)));
        pageTokens = numbers.decimal(
                RetrievalField.PAGE_TOKENS,
                unit,
                "1",
                "1000000",
                1,
                (work, number) -> work.withCorpus(work.corpus().withTokensPerPage(number)));
        tokens = numbers.open(
                RetrievalField.TOKENS,
                numbers.name(RetrievalField.TOKENS),
                unit,
                "1",
                "1000000000000000000",
                0,
                (work, number) -> work.withCorpus(work.corpus().withTokens(number)));
        String passageName = numbers.name(RetrievalField.PASSAGE);
        passage = numbers.whole(
                RetrievalField.PASSAGE,
                unit,
                1,
                Retrieval.MAX_CHUNK,
                // a shorter passage takes the overlap along
                (work, number) -> work.withCorpus(
                        work.corpus().withChunks(number, Math.min(work.corpus().overlapTokens(), number - 1))));
        overlap = numbers.whole(
                RetrievalField.OVERLAP, unit, 0, Retrieval.MAX_CHUNK, (work, number) -> overlapped(work, number));
        overlap.node().setAccessibleHelp(texts.get("workloads.retrieval.overlap.below", passageName));
        refresh = numbers.decimal(
                RetrievalField.REFRESH,
                "%",
                "0",
                "100000",
                2,
                (work, number) -> work.withCorpus(work.corpus().withRefreshPercent(number)));
        hours = numbers.decimal(
                RetrievalField.HOURS,
                "h",
                "0.01",
                "100000",
                2,
                (work, number) -> work.withCorpus(work.corpus().withFirstIndexingHours(number)));
    }

    /** An overlap as long as the passage would never come to an end: it is said at the field and changes nothing. */
    private Retrieval overlapped(Retrieval work, int number) {
        Corpus corpus = work.corpus();
        if (number < corpus.chunkTokens()) {
            return work.withCorpus(corpus.withChunks(corpus.chunkTokens(), number));
        }
        overlap.node().setMessage(texts.get("workloads.retrieval.overlap.refused", corpus.chunkTokens() - 1));
        return work;
    }

    List<FieldFrame> documents() {
        return List.of(documents.node(), pages.node(), pageTokens.node(), tokens.node());
    }

    List<FieldFrame> passages() {
        return List.of(passage.node(), overlap.node());
    }

    /** How soon and how often all of it is read. */
    List<FieldFrame> renewal() {
        return List.of(refresh.node(), hours.node());
    }

    void show(Sheet.Search sheet) {
        WorkloadId id = sheet.workload().id();
        Corpus corpus = sheet.workload().corpus();
        documents.show(id, corpus.documents());
        pages.show(id, corpus.pagesPerDocument());
        pageTokens.show(id, corpus.tokensPerPage());
        tokens.show(id, corpus.tokens(), sheet.fields().automatic(RetrievalField.TOKENS));
        passage.show(id, corpus.chunkTokens());
        overlap.show(id, corpus.overlapTokens());
        refresh.show(id, corpus.refreshPercent());
        hours.show(id, corpus.firstIndexingHours());
    }
}
