package org.sizewright.sizing.retrieval;

/** What a model does for retrieval. */
public enum RetrievalRole {
    EMBEDDING("embed", "embedding"),
    RERANKER("rerank", "reranker"),
    GUARDRAIL("guard", "guardrail");

    private final String suffix;
    private final String field;

    RetrievalRole(String suffix, String field) {
        this.suffix = suffix;
        this.field = field;
    }

    /** What the id of its row ends with. */
    String suffix() {
        return suffix;
    }

    String title() {
        return field;
    }

    /** Name of its field in the plan. */
    String field() {
        return field;
    }
}
