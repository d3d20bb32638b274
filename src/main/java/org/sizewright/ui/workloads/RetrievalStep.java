package org.sizewright.ui.workloads;

/** What is asked of retrieval one after another. */
enum RetrievalStep {
    DOCUMENTS("workloads.wizard.retrieval.step.documents", "workloads.wizard.retrieval.documents.text"),
    PASSAGES("workloads.wizard.retrieval.step.passages", "workloads.wizard.retrieval.passages.text"),
    LOAD("workloads.wizard.retrieval.step.load", "workloads.wizard.retrieval.load.text"),
    SEARCH("workloads.wizard.retrieval.step.search", "workloads.wizard.retrieval.search.text"),
    MODELS("workloads.wizard.retrieval.step.models", "workloads.wizard.retrieval.models.text"),
    MACHINES("workloads.wizard.retrieval.step.machines", "workloads.wizard.retrieval.machines.text");

    private final String name;
    private final String question;

    RetrievalStep(String name, String question) {
        this.name = name;
        this.question = question;
    }

    /** The key of its name on the way from first to last. */
    String nameKey() {
        return name;
    }

    /** The key of what is asked. */
    String questionKey() {
        return question;
    }
}
