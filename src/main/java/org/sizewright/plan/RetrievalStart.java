package org.sizewright.plan;

import java.util.Optional;
import org.sizewright.library.Engine;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.ModelUse;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.RetrievalRecord.RetrievalPreset;

/** What retrieval starts with: a preset of the library, and numbers of the plan that are there to be replaced. */
public final class RetrievalStart {
    /** What new retrieval embeds with, where the library has it; else the first that was made for it, else any. */
    private static final ModelId FIRST_EMBEDDING = ModelId.of("BAAI/bge-m3");

    private static final NumberFormatId FIRST_FORMAT = NumberFormatId.of("bf16");
    private static final int DOCUMENTS = 10_000;
    private static final int PEOPLE = 500;
    private static final double QUERIES_OF_AN_HOUR = 5;
    private static final int LISTS = 4096;
    private static final int CODE_SEGMENTS = 64;
    private static final int CODE_BITS = 8;
    private static final VmShape DATABASE_VM = new VmShape(16, 64);
    private static final VmShape MODEL_VM = new VmShape(8, 32);

    private RetrievalStart() {}

    /** New retrieval; empty if the library has no model or engine. */
    public static Optional<Retrieval> of(WorkloadId id, String name, RetrievalPreset preset, Library library) {
        Optional<ModelArchitecture> model = library.model(FIRST_EMBEDDING)
                .or(() -> library.modelsFor(ModelUse.EMBEDDING).stream().findFirst());
        Optional<Engine> engine = library.engines().stream().findFirst();
        if (model.isEmpty() || engine.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Retrieval(
                id,
                name,
                corpus(DOCUMENTS, preset),
                new VectorStore(
                        preset.index(),
                        preset.element(),
                        Optional.empty(),
                        preset.links(),
                        LISTS,
                        CODE_SEGMENTS,
                        CODE_BITS,
                        Optional.empty(),
                        2,
                        VectorStore.Originals.KEPT,
                        preset.metadataBytes(),
                        Optional.of(preset.textBytesPerToken())),
                new Retrieval.Queries(
                        Optional.empty(),
                        PEOPLE,
                        QUERIES_OF_AN_HOUR,
                        preset.queryTokens(),
                        preset.candidates(),
                        preset.guardedTokens()),
                engine.get().id(),
                new Retrieval.Service(model.get().id(), FIRST_FORMAT, Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                DATABASE_VM,
                MODEL_VM,
                Survival.MUST_RESTART));
    }

    /** Values of the preset; documents, people, models and machines stay. */
    public static Retrieval with(Retrieval work, RetrievalPreset preset) {
        return work.withCorpus(corpus(work.corpus().documents(), preset))
                .withStore(work.store()
                        .withIndex(preset.index())
                        .withElement(preset.element())
                        .withLinks(preset.links())
                        .withMetadataBytes(preset.metadataBytes())
                        .withTextBytesPerToken(Optional.of(preset.textBytesPerToken())))
                .withQueries(work.queries()
                        .withTokens(preset.queryTokens())
                        .withCandidates(preset.candidates())
                        .withGuardedTokens(preset.guardedTokens()));
    }

    private static Corpus corpus(int documents, RetrievalPreset preset) {
        return new Corpus(
                documents,
                preset.pagesPerDocument(),
                preset.tokensPerPage(),
                Optional.empty(),
                preset.chunkTokens(),
                preset.overlapTokens(),
                preset.refreshPercent(),
                preset.firstIndexingHours());
    }
}
