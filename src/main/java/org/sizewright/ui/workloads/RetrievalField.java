package org.sizewright.ui.workloads;

import java.util.Map;
import java.util.Optional;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.Glossary;

/**
 * The fields of retrieval, named by the keys of their texts: by these notes and words of the glossary find them, and their ends are
 * the ids of the controls.
 */
final class RetrievalField {
    static final String DOCUMENTS = "workloads.retrieval.documents";
    static final String PAGES = "workloads.retrieval.pages";
    static final String PAGE_TOKENS = "workloads.retrieval.pageTokens";
    static final String TOKENS = "workloads.retrieval.tokens";
    static final String PASSAGE = "workloads.retrieval.passage";
    static final String OVERLAP = "workloads.retrieval.overlap";
    static final String REFRESH = "workloads.retrieval.refresh";
    static final String HOURS = "workloads.retrieval.hours";
    static final String INDEX = "workloads.retrieval.index";
    static final String ELEMENT = "workloads.retrieval.element";
    static final String DIMENSIONS = "workloads.retrieval.dimensions";
    static final String LINKS = "workloads.retrieval.links";
    static final String LISTS = "workloads.retrieval.lists";
    static final String SEGMENTS = "workloads.retrieval.segments";
    static final String CODE_BITS = "workloads.retrieval.codeBits";
    static final String HEADROOM = "workloads.retrieval.headroom";
    static final String REPLICAS = "workloads.retrieval.replicas";
    static final String ORIGINALS = "workloads.retrieval.originals";
    static final String METADATA = "workloads.retrieval.metadata";
    static final String TEXT = "workloads.retrieval.text";
    static final String PER_SECOND = "workloads.retrieval.perSecond";
    static final String USERS = "workloads.retrieval.users";
    static final String PER_HOUR = "workloads.retrieval.perHour";
    static final String QUERY_TOKENS = "workloads.retrieval.queryTokens";
    static final String CANDIDATES = "workloads.retrieval.candidates";
    static final String GUARDED = "workloads.retrieval.guarded";
    static final String EMBEDDING = "workloads.retrieval.embedding";
    static final String RERANKER = "workloads.retrieval.reranker";
    static final String GUARDRAIL = "workloads.retrieval.guardrail";
    /** Behind the name of a model: how its weights are stored. */
    static final String WEIGHTS = "Weights";
    /** Behind the name of a model: how fast it reads. */
    static final String SPEED = "Speed";

    static final String ENGINE = "workloads.retrieval.engine";
    static final String SLICE = "workloads.retrieval.slice";
    static final String DATABASE_VCPU = "workloads.retrieval.databaseVcpu";
    static final String DATABASE_MEMORY = "workloads.retrieval.databaseMemory";

    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry(DOCUMENTS, "rag"),
            Map.entry(PAGE_TOKENS, "token"),
            Map.entry(TOKENS, "token"),
            Map.entry(PASSAGE, "chunk"),
            Map.entry(OVERLAP, "chunk"),
            Map.entry(HOURS, "reindexing"),
            Map.entry(INDEX, "vector-database"),
            Map.entry(ELEMENT, "number-format"),
            Map.entry(DIMENSIONS, "embedding"),
            Map.entry(LINKS, "hnsw"),
            Map.entry(LISTS, "ivf"),
            Map.entry(SEGMENTS, "pq"),
            Map.entry(CODE_BITS, "pq"),
            Map.entry(REPLICAS, "replica"),
            Map.entry(ORIGINALS, "quantisation"),
            Map.entry(TEXT, "chunk"),
            Map.entry(PER_SECOND, "throughput"),
            Map.entry(QUERY_TOKENS, "token"),
            Map.entry(CANDIDATES, "reranker"),
            Map.entry(GUARDED, "guardrails"),
            Map.entry(EMBEDDING, "embedding-model"),
            Map.entry(RERANKER, "reranker"),
            Map.entry(GUARDRAIL, "guardrails"),
            Map.entry(EMBEDDING + WEIGHTS, "number-format"),
            Map.entry(EMBEDDING + SPEED, "throughput"),
            Map.entry(RERANKER + WEIGHTS, "number-format"),
            Map.entry(RERANKER + SPEED, "throughput"),
            Map.entry(GUARDRAIL + WEIGHTS, "number-format"),
            Map.entry(GUARDRAIL + SPEED, "throughput"),
            Map.entry(ENGINE, "serving-engine"),
            Map.entry(SLICE, "mig-profile"),
            Map.entry(DATABASE_MEMORY, "vector-database"),
            Map.entry(DATABASE_VCPU, "vcpu"),
            Map.entry(REFRESH, "reindexing"),
            Map.entry(HEADROOM, "index-headroom"),
            Map.entry(METADATA, "vector-metadata"),
            Map.entry(USERS, "active-users"),
            Map.entry(PER_HOUR, "request"));

    private RetrievalField() {}

    /** Ids differ from those of the other fields of the screen. */
    static String id(String field) {
        return "rag-" + field.substring(field.lastIndexOf('.') + 1);
    }

    static void explain(Glossary glossary, Map<String, FieldFrame> frames) {
        frames.forEach((field, frame) ->
                Optional.ofNullable(TERMS.get(field)).ifPresent(term -> glossary.explain(frame, term)));
    }
}
