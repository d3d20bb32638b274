package org.sizewright.sizing.generation;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Unit;
import org.sizewright.library.Library;

/**
 * The peak memory of generation without an engine's pool, over all GPUs together, as the allocator of PyTorch counts it, for prompts
 * of which length and number are known.
 */
public final class GenerationMemory {
    public final Rows rows;
    /** As the checkpoint holds them, without what the allocator adds. */
    public final Figure weights;

    public final Figure lost;
    public final Figure kvPerToken;
    public final Figure peak;

    /**
     * Defines all figures.
     *
     * @throws IllegalArgumentException if the subjects differ in their method: each has formulas of its own
     */
    public GenerationMemory(FigureBook.Builder book, List<GenerationSubject> list, Library library) {
        GenerationPeaks peaks = new GenerationPeaks(book, "", list, Optional.empty(), library);
        rows = peaks.rows;
        weights = peaks.weights;
        lost = peaks.lost;
        kvPerToken = peaks.kvPerToken;
        Figure batch = peaks.chosen("gen_batch", Unit.COUNT, "Prompts at once", GenerationSubject::batch);
        peak = peaks.define("gen_peak", Unit.GIB, "Peak of allocated memory", peaks.banded(peaks.at(batch)));
    }
}
