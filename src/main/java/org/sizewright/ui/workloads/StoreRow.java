package org.sizewright.ui.workloads;

import org.sizewright.figure.Cell;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Value;
import org.sizewright.library.RetrievalRecord.VectorElement;
import org.sizewright.library.RetrievalRecord.VectorIndex;

/**
 * One kind of index with one kind of elements for the documents of a workload.
 *
 * @param element what the plan has where the index holds codes, for which elements do not count
 * @param book where its figures can be explained
 * @param memory of one copy
 */
record StoreRow(
        VectorIndex index,
        VectorElement element,
        String title,
        boolean current,
        FigureBook book,
        Cell bytesPerVector,
        Cell memory,
        Cell machines,
        Cell disk) {
    String id() {
        return index.key() + "/" + element.key();
    }

    Value value(Cell cell) {
        return book.value(cell);
    }
}
