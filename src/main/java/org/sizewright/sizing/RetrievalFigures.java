package org.sizewright.sizing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.sizewright.figure.Dimension;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.library.Fact;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.RetrievalRecord.Headroom;
import org.sizewright.library.RetrievalRecord.Holds;
import org.sizewright.library.RetrievalRecord.VectorIndex;
import org.sizewright.plan.Retrieval;

/**
 * Retrieval, one row per workload: documents to tokens, passages and vectors; memory and disk of the vector database with its
 * headroom; what embedding, reranker and guardrail have to read, and the machines for all of it.
 *
 * <p>The machines of the database have no GPU: they count into vCPUs and memory, not into the VMs that are placed on GPU hosts.
 */
public final class RetrievalFigures {
    private static final Unit HOUR = new Unit("h", Dimension.of(Dimension.Base.SECOND), 3600);
    private static final Source PASSAGES = Source.of(
            "Passages of equal length, each beginning with the end of the one before; documents taken as equally long",
            "",
            "",
            Evidence.INFERRED);
    private static final Source INDEX = Source.of(
            "Memory of vector indexes: Faiss wiki, OpenSearch memory estimation",
            "github.com/facebookresearch/faiss/wiki/Guidelines-to-choose-an-index;"
                    + " docs.opensearch.org, k-NN vector quantization",
            "2026",
            Evidence.VERIFIED);
    private static final Source DATABASE = Source.of(
            "Index and metadata in memory; besides them text and original vectors on disk; both with headroom",
            "qdrant.tech, Capacity Planning",
            "2026",
            Evidence.INFERRED);
    private static final Source LOAD = Source.of(
            "Documents read anew spread over the day; a reranker reads the query with each candidate",
            "",
            "",
            Evidence.INFERRED);
    /** Bytes of an element as embedding models give it. */
    private static final double ORIGINAL_BYTES = 4;

    private static final int BITS_OF_ORIGINAL = 32;
    private static final double HOURS_OF_A_DAY = 24;

    public final Rows rows;
    public final RetrievalModels models;

    // documents to vectors
    public final Figure tokens;
    public final Figure chunks;
    public final Figure embeddedTokens;
    public final Figure dimensions;

    // database
    public final Figure vectorBytes;
    public final Figure bytesPerVector;
    public final Figure index;
    public final Figure memoryPerReplica;
    public final Figure diskPerReplica;
    public final Figure disk;
    public final Figure databaseVms;

    // load
    public final Figure queriesPerSecond;
    public final Figure refreshedVectors;
    public final Figure embeddingLoad;
    public final Figure firstIndexingLoad;
    public final Figure rerankerLoad;
    public final Figure guardrailLoad;
    public final Figure firstIndexingHours;

    // what it asks of a cluster
    public final Figure gpuVms;
    public final Figure gpus;
    public final Figure vcpuPerVm;
    public final Figure memoryPerVm;
    public final Figure vcpu;
    public final Figure memory;

    private final Map<RowKey, RetrievalSubject> subjects;
    private final Facts facts;

    RetrievalFigures(FigureBook.Builder book, List<RetrievalSubject> subjectList, Library library) {
        subjects = subjectList.stream().collect(Collectors.toMap(RetrievalSubject::row, Function.identity()));
        facts = new Facts(library);
        rows = new Rows(
                "rag",
                "Retrieval",
                subjectList.stream().map(RetrievalSubject::row).toList());
        FigureBook.Scope r = book.over(rows);

        Figure documents = input(
                r,
                "documents",
                Unit.COUNT,
                "Documents",
                "corpus/documents",
                w -> w.corpus().documents());
        Figure pages = input(
                r,
                "pages",
                Unit.COUNT,
                "Pages of a document",
                "corpus/pagesPerDocument",
                w -> w.corpus().pagesPerDocument());
        Figure pageTokens = input(
                r,
                "page_tokens",
                Unit.TOKEN,
                "Tokens of a page",
                "corpus/tokensPerPage",
                w -> w.corpus().tokensPerPage());
        Figure countedTokens = typed(
                r,
                "counted_tokens",
                Unit.TOKEN,
                "Tokens of all documents, if counted",
                "corpus/tokens",
                w -> w.corpus().tokens());
        Figure chunkTokens = input(
                r,
                "chunk_tokens",
                Unit.TOKEN,
                "Tokens of a passage",
                "corpus/chunkTokens",
                w -> w.corpus().chunkTokens());
        Figure overlap = input(
                r,
                "overlap_tokens",
                Unit.TOKEN,
                "Tokens that passages share",
                "corpus/overlapTokens",
                w -> w.corpus().overlapTokens());
        tokens = r.define(
                "rag_tokens",
                Unit.TOKEN,
                "Tokens of all documents",
                countedTokens.orElse(documents.times(pages).times(pageTokens)),
                PASSAGES);
        Figure chunksPerDocument = r.define(
                "rag_chunks_per_document",
                Unit.COUNT,
                "Passages of a document",
                Formula.max(
                        Formula.constant(1),
                        tokens.dividedBy(documents)
                                .minus(overlap)
                                .dividedBy(chunkTokens.minus(overlap))
                                .ceil()),
                PASSAGES);
        chunks = r.define(
                "rag_chunks",
                Unit.COUNT,
                "Passages, each with one vector",
                documents.times(chunksPerDocument),
                PASSAGES);
        embeddedTokens = r.define(
                "rag_embedded_tokens",
                Unit.TOKEN,
                "Tokens to embed, overlaps included",
                tokens.plus(chunks.minus(documents).times(overlap)),
                PASSAGES);

        dimensions =
                r.input("rag_dimensions", Unit.COUNT, "Dimensions of a vector", Range.atLeast(1), this::dimensionsOf);
        Figure elementBits = r.fact(
                "rag_element_bits",
                Unit.COUNT,
                "Bits of an element",
                row -> facts.of(
                        subject(row).search().element(),
                        subject(row).search().element().evidence(),
                        subject(row).search().element().bits()));
        Figure links = input(
                r,
                "links",
                Unit.COUNT,
                "Links of a vector (M)",
                "store/links",
                w -> w.store().links());
        Figure lists = input(
                r, "lists", Unit.COUNT, "Lists", "store/lists", w -> w.store().lists());
        Figure segments = input(
                r,
                "code_segments",
                Unit.COUNT,
                "Segments with a code",
                "store/codeSegments",
                w -> w.store().codeSegments());
        Figure codeBits = input(
                r,
                "code_bits",
                Unit.COUNT,
                "Bits of a code",
                "store/codeBits",
                w -> w.store().codeBits());
        Figure holdsCodes = r.fact(
                "rag_holds_codes",
                Unit.COUNT,
                "The index holds codes, not vectors (1 = yes)",
                row -> indexFact(row, indexOf(row).holds() == Holds.CODES ? 1 : 0));
        Figure linkBytes = r.fact(
                "rag_link_bytes",
                Unit.BYTE,
                "Bytes per vector and link",
                row -> indexFact(row, "bytes per link", VectorIndex::bytesPerLink));
        Figure otherBytes = r.fact(
                "rag_other_bytes",
                Unit.BYTE,
                "Bytes per vector besides",
                row -> indexFact(row, "bytes per vector", VectorIndex::bytesPerVector));
        Figure centroidBytes = r.fact(
                "rag_centroid_bytes",
                Unit.BYTE,
                "Bytes of a dimension of a list's centre",
                row -> indexFact(row, "bytes per centroid", VectorIndex::bytesPerCentroidDimension));
        Figure codebookBytes = r.fact(
                "rag_codebook_bytes",
                Unit.BYTE,
                "Bytes of a dimension of the code book",
                row -> indexFact(row, "bytes of the code book", VectorIndex::bytesPerCodebookDimension));
        Formula oneByte = Formula.constant(1, Unit.BYTE);
        vectorBytes = r.define(
                "rag_vector_bytes",
                Unit.BYTE,
                "Bytes of a vector",
                dimensions.times(elementBits).dividedBy(8).ceil().times(oneByte),
                INDEX);
        Figure codeBytes = r.define(
                "rag_code_bytes",
                Unit.BYTE,
                "Bytes of a code",
                segments.times(codeBits).dividedBy(8).ceil().times(oneByte),
                INDEX);
        bytesPerVector = r.define(
                "rag_bytes_per_vector",
                Unit.BYTE,
                "Bytes of the index per vector",
                Formula.when(holdsCodes.equalTo(Formula.constant(1)), codeBytes, vectorBytes)
                        .plus(linkBytes.times(links))
                        .plus(otherBytes),
                INDEX);
        index = r.define(
                "rag_index",
                Unit.GIB,
                "Index",
                chunks.times(bytesPerVector)
                        .plus(lists.times(dimensions).times(centroidBytes))
                        .plus(Formula.constant(2)
                                .power(codeBits)
                                .times(dimensions)
                                .times(codebookBytes)),
                INDEX);

        Figure replicas = input(
                r,
                "replicas",
                Unit.COUNT,
                "Copies of the database",
                "store/replicas",
                w -> w.store().replicas());
        Figure metadata = input(
                r,
                "metadata_bytes",
                Unit.BYTE,
                "Metadata of a vector",
                "store/metadataBytes",
                w -> w.store().metadataBytes());
        Figure textBytes = r.input(
                "rag_text_bytes",
                Unit.BYTE_PER_TOKEN,
                "Text kept per token",
                Range.NOT_NEGATIVE,
                row -> Given.input(
                        workload(row).store().textBytesPerToken().orElse(0.0), path(row, "store/textBytesPerToken")));
        Figure originals = r.fact(
                "rag_keeps_originals",
                Unit.COUNT,
                "FP32 vectors stay on disk beside the index (1 = yes)",
                row -> Given.fact(keepsOriginals(row) ? 1 : 0, LlmMemory.CHOICE));
        Formula headroom = headroom(r);
        memoryPerReplica = r.define(
                "rag_memory_per_replica",
                Unit.GIB,
                "Memory of one copy of the database",
                index.plus(chunks.times(metadata)).times(headroom),
                DATABASE);
        diskPerReplica = r.define(
                "rag_disk_per_replica",
                Unit.GIB,
                "Disk of one copy of the database",
                index.plus(chunks.times(metadata))
                        .plus(chunks.times(originals)
                                .times(dimensions)
                                .times(Formula.constant(ORIGINAL_BYTES, Unit.BYTE)))
                        .plus(embeddedTokens.times(textBytes))
                        .times(headroom),
                DATABASE);
        disk = r.define(
                "rag_disk", Unit.GIB, "Disk of the database, all copies", diskPerReplica.times(replicas), DATABASE);
        Figure databaseVcpu = input(
                r,
                "database_vcpu_per_vm",
                Unit.COUNT,
                "vCPUs of a database VM",
                "databaseVm/vcpu",
                w -> w.databaseVm().vcpu());
        Figure databaseMemory = input(
                r,
                "database_memory_per_vm",
                Unit.GIB,
                "Memory of a database VM",
                "databaseVm/memoryGib",
                w -> w.databaseVm().memoryGib());
        databaseVms = r.define(
                "rag_database_vms",
                Unit.COUNT,
                "Database VMs, without GPU",
                replicas.times(memoryPerReplica.dividedBy(databaseMemory).ceil()),
                DATABASE);

        Figure typedQueries = typed(
                r,
                "typed_queries",
                Unit.PER_SECOND,
                "Queries per second, if known",
                "queries/perSecond",
                w -> w.queries().perSecond());
        Figure users = input(
                r,
                "users",
                Unit.COUNT,
                "People who ask",
                "queries/users",
                w -> w.queries().users());
        Figure perUserHour = input(
                r,
                "per_user_hour",
                Unit.COUNT,
                "Queries of a person in an hour",
                "queries/perUserHour",
                w -> w.queries().perUserHour());
        Figure queryTokens = input(
                r,
                "query_tokens",
                Unit.TOKEN,
                "Tokens of a query",
                "queries/tokens",
                w -> w.queries().tokens());
        Figure candidates = input(
                r,
                "candidates",
                Unit.COUNT,
                "Candidates that are reranked",
                "queries/candidates",
                w -> w.queries().candidates());
        Figure guardedTokens = input(
                r,
                "guarded_tokens",
                Unit.TOKEN,
                "Tokens that a guardrail reads per query",
                "queries/guardedTokens",
                w -> w.queries().guardedTokens());
        Figure refresh = input(
                r,
                "refresh",
                Unit.PERCENT,
                "Documents read anew in a day",
                "corpus/refreshPercent",
                w -> w.corpus().refreshPercent());
        Figure allowedHours = input(
                r,
                "allowed_hours",
                HOUR,
                "Hours that the first indexing may take",
                "corpus/firstIndexingHours",
                w -> w.corpus().firstIndexingHours());
        queriesPerSecond = r.define(
                "rag_queries_per_second",
                Unit.PER_SECOND,
                "Queries per second",
                typedQueries.orElse(users.times(perUserHour).dividedBy(Formula.constant(1, HOUR))),
                LOAD);
        refreshedVectors = r.define(
                "rag_refreshed_vectors", Unit.COUNT, "Vectors made anew in a day", chunks.times(refresh), LOAD);
        embeddingLoad = r.define(
                "rag_embedding_load",
                Unit.TOKEN_PER_SECOND,
                "Tokens to embed in a second, day by day",
                embeddedTokens
                        .times(refresh)
                        .dividedBy(Formula.constant(HOURS_OF_A_DAY, HOUR))
                        .plus(queriesPerSecond.times(queryTokens)),
                LOAD);
        firstIndexingLoad = r.define(
                "rag_first_indexing_load",
                Unit.TOKEN_PER_SECOND,
                "Tokens to embed in a second at the first indexing",
                embeddedTokens.dividedBy(allowedHours),
                LOAD);
        rerankerLoad = r.define(
                "rag_reranker_load",
                Unit.TOKEN_PER_SECOND,
                "Tokens to rerank in a second",
                queriesPerSecond.times(candidates).times(chunkTokens.plus(queryTokens)),
                LOAD);
        guardrailLoad = r.define(
                "rag_guardrail_load",
                Unit.TOKEN_PER_SECOND,
                "Tokens to guard in a second",
                queriesPerSecond.times(guardedTokens),
                LOAD);
        models = new RetrievalModels(
                book,
                subjectList,
                new RetrievalModels.Loads(firstIndexingLoad, embeddingLoad, rerankerLoad, guardrailLoad),
                facts);
        firstIndexingHours = r.define(
                "rag_first_indexing_hours",
                HOUR,
                "Hours of the first indexing",
                embeddedTokens.dividedBy(models.vms.at(models.embeddingOf).times(models.rate.at(models.embeddingOf))),
                LOAD);

        gpuVms =
                r.define("rag_gpu_vms", Unit.COUNT, "VMs that serve models", models.vms.sumOver(models.modelsOf), LOAD);
        Figure perGpu = r.fact("rag_vms_per_gpu", Unit.COUNT, "VMs on one GPU", this::vmsPerGpu);
        gpus = r.define(
                "rag_gpus",
                Unit.COUNT,
                "GPUs if packed alone",
                gpuVms.dividedBy(perGpu).ceil(),
                LOAD);
        vcpuPerVm = input(r, "vcpu_per_vm", Unit.COUNT, "vCPUs of a VM with a model", "vm/vcpu", w -> w.vm().vcpu());
        memoryPerVm = input(
                r, "memory_per_vm", Unit.GIB, "Memory of a VM with a model", "vm/memoryGib", w -> w.vm().memoryGib());
        vcpu = r.define(
                "rag_vcpu",
                Unit.COUNT,
                "vCPUs, database included",
                gpuVms.times(vcpuPerVm).plus(databaseVms.times(databaseVcpu)));
        memory = r.define(
                "rag_memory",
                Unit.GIB,
                "VM memory, database included",
                gpuVms.times(memoryPerVm).plus(databaseVms.times(databaseMemory)));
    }

    public RetrievalSubject subject(RowKey row) {
        RetrievalSubject subject = subjects.get(row);
        if (subject == null) {
            throw new IllegalArgumentException("no retrieval in row " + row.id());
        }
        return subject;
    }

    private Retrieval workload(RowKey row) {
        return subject(row).search().workload();
    }

    private VectorIndex indexOf(RowKey row) {
        return subject(row).search().index();
    }

    private String path(RowKey row, String field) {
        return "/workloads/" + workload(row).id() + "/" + field;
    }

    private Figure input(
            FigureBook.Scope r, String id, Unit unit, String title, String field, ToDoubleFunction<Retrieval> number) {
        return r.input(
                "rag_" + id,
                unit,
                title,
                Range.NOT_NEGATIVE,
                row -> Given.input(number.applyAsDouble(workload(row)), path(row, field)));
    }

    private Figure typed(
            FigureBook.Scope r,
            String id,
            Unit unit,
            String title,
            String field,
            Function<Retrieval, Optional<Double>> number) {
        return r.input(
                "rag_" + id,
                unit,
                title,
                Range.NOT_NEGATIVE,
                row -> Facts.typedOrUnknown(number.apply(workload(row)), path(row, field), title));
    }

    /** As typed in, else as wide as the embedding model. */
    private Given dimensionsOf(RowKey row) {
        String path = path(row, "store/dimensions");
        return workload(row)
                .store()
                .dimensions()
                .map(typed -> Given.input(typed, path))
                .orElseGet(() -> {
                    ModelArchitecture model = subject(row).search().embedding().model();
                    Given hidden = facts.of(
                            model,
                            model.evidence(),
                            subject(row).search().embedding().shape().hidden());
                    return new Given(hidden.value(), hidden.source(), Optional.of(path));
                });
    }

    private boolean keepsOriginals(RowKey row) {
        boolean holdsThem = indexOf(row).holds() == Holds.VECTORS
                && subject(row).search().element().bits() >= BITS_OF_ORIGINAL;
        return workload(row).store().originals() == Retrieval.Originals.KEPT && !holdsThem;
    }

    private Formula headroom(FigureBook.Scope r) {
        Figure typed = typed(
                r,
                "headroom_typed",
                Unit.COUNT,
                "Headroom, if known",
                "store/headroom",
                w -> w.store().headroom());
        Figure low = r.fact("rag_headroom_low", Unit.COUNT, "Least headroom", row -> headroomOf(row, Headroom::low));
        Figure value = r.fact("rag_headroom", Unit.COUNT, "Headroom", row -> headroomOf(row, Headroom::value));
        Figure high = r.fact("rag_headroom_high", Unit.COUNT, "Most headroom", row -> headroomOf(row, Headroom::high));
        return new Formula.ByLane(typed.orElse(low), typed.orElse(value), typed.orElse(high));
    }

    private Given headroomOf(RowKey row, ToDoubleFunction<Headroom> side) {
        Headroom headroom = indexOf(row).headroom();
        return facts.of(
                indexOf(row),
                "headroom",
                Fact.known(side.applyAsDouble(headroom), headroom.evidence(), headroom.sources()),
                number -> number);
    }

    private Given indexFact(RowKey row, double number) {
        return facts.of(indexOf(row), indexOf(row).evidence(), number);
    }

    private Given indexFact(RowKey row, String what, Function<VectorIndex, Fact<Double>> fact) {
        return facts.of(indexOf(row), what, fact.apply(indexOf(row)), number -> number);
    }

    private Given vmsPerGpu(RowKey row) {
        RetrievalSubject subject = subject(row);
        return subject.perGpu()
                .map(most -> Given.fact(most, LlmMemory.CHOICE))
                .orElseGet(() -> new Given(
                        Value.unknown("how many " + subject.device().name() + " one GPU carries is not known"),
                        LlmMemory.CHOICE,
                        Optional.empty()));
    }
}
