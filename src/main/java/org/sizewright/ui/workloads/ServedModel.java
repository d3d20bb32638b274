package org.sizewright.ui.workloads;

import java.util.List;
import org.sizewright.figure.RowKey;
import org.sizewright.sizing.retrieval.RetrievalFigures;

/**
 * A model that retrieval has served beside the language model.
 *
 * @param field the name of its field
 */
record ServedModel(String field, RowKey row) {
    /** Those of one workload. */
    static List<ServedModel> of(RetrievalFigures rag, RowKey workload) {
        return rag.models.rowsOf(workload).stream()
                .map(row -> new ServedModel(
                        switch (rag.models.roleOf(row)) {
                            case EMBEDDING -> RetrievalField.EMBEDDING;
                            case RERANKER -> RetrievalField.RERANKER;
                            case GUARDRAIL -> RetrievalField.GUARDRAIL;
                        },
                        row))
                .toList();
    }
}
