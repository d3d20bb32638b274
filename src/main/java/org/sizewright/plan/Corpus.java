package org.sizewright.plan;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is searched.
 *
 * @param tokens of all documents together; empty if they follow from pages
 * @param chunkTokens most tokens of a passage
 * @param overlapTokens tokens that a passage shares with the one before
 * @param refreshPercent how much of the documents is read anew in a day
 * @param firstIndexingHours hours that the first indexing may take
 */
public record Corpus(
        int documents,
        double pagesPerDocument,
        double tokensPerPage,
        Optional<Double> tokens,
        int chunkTokens,
        int overlapTokens,
        double refreshPercent,
        double firstIndexingHours) {
    public Corpus {
        PlanChecks.between("the documents", 1, Retrieval.MAX_DOCUMENTS, documents);
        PlanChecks.between("the pages of a document", 0.01, 1e6, pagesPerDocument);
        PlanChecks.between("the tokens of a page", 1, 1e6, tokensPerPage);
        tokens.ifPresent(value -> PlanChecks.between("the tokens of all documents", 1, 1e18, value));
        PlanChecks.between("the tokens of a passage", 1, Retrieval.MAX_CHUNK, chunkTokens);
        PlanChecks.between("the tokens that passages share", 0, chunkTokens - 1, overlapTokens);
        PlanChecks.between("the percent read anew in a day", 0, 100_000, refreshPercent);
        PlanChecks.between("the hours of the first indexing", 0.01, 100_000, firstIndexingHours);
    }

    public Corpus withDocuments(int changed) {
        return with(copy -> copy.documents = changed);
    }

    public Corpus withPagesPerDocument(double changed) {
        return with(copy -> copy.pagesPerDocument = changed);
    }

    public Corpus withTokensPerPage(double changed) {
        return with(copy -> copy.tokensPerPage = changed);
    }

    public Corpus withTokens(Optional<Double> changed) {
        return with(copy -> copy.tokens = changed);
    }

    public Corpus withRefreshPercent(double changed) {
        return with(copy -> copy.refreshPercent = changed);
    }

    public Corpus withFirstIndexingHours(double changed) {
        return with(copy -> copy.firstIndexingHours = changed);
    }

    /** Both at once, as the second is smaller than the first. */
    public Corpus withChunks(int tokensOfOne, int shared) {
        return with(copy -> {
            copy.chunkTokens = tokensOfOne;
            copy.overlapTokens = shared;
        });
    }

    private Corpus with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.toCorpus();
    }

    /** The values while one of them is changed. */
    private static final class Copy {
        private int documents;
        private double pagesPerDocument;
        private double tokensPerPage;
        private Optional<Double> tokens;
        private int chunkTokens;
        private int overlapTokens;
        private double refreshPercent;
        private double firstIndexingHours;

        Copy(Corpus from) {
            documents = from.documents;
            pagesPerDocument = from.pagesPerDocument;
            tokensPerPage = from.tokensPerPage;
            tokens = from.tokens;
            chunkTokens = from.chunkTokens;
            overlapTokens = from.overlapTokens;
            refreshPercent = from.refreshPercent;
            firstIndexingHours = from.firstIndexingHours;
        }

        Corpus toCorpus() {
            return new Corpus(
                    documents,
                    pagesPerDocument,
                    tokensPerPage,
                    tokens,
                    chunkTokens,
                    overlapTokens,
                    refreshPercent,
                    firstIndexingHours);
        }
    }
}
