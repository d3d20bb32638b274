package org.sizewright.cli;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Library;
import org.sizewright.plan.FineTuning;
import org.sizewright.sizing.training.TrainingChange;
import org.sizewright.sizing.training.TrainingMemory;
import org.sizewright.sizing.training.TrainingSubject;
import org.sizewright.sizing.training.TuningSubject;

/** What speaks against a training run, in sentences. */
final class TrainingFindings {
    private TrainingFindings() {}

    static SizeFindings of(FigureBook book, TrainingMemory memory, TuningSubject tuning, Library library) {
        TrainingSubject subject = tuning.training();
        RowKey row = subject.row();
        List<String> errors = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        SizeFindings.unevenHeads(
                        subject.shape(),
                        subject.model().name(),
                        subject.layout().tensor())
                .ifPresent(errors::add);
        switch (book.value(memory.left, row)) {
            case Value.Unknown unknown -> errors.add("Whether it fits cannot be said: " + unknown.why() + ".");
            case Value.Known left -> {
                if (left.number() < 0) {
                    errors.add("It does not fit: the peak of " + ValueText.of(book.value(memory.peak, row), Unit.GIB)
                            + " is more than the " + ValueText.of(book.value(memory.device, row), Unit.GIB)
                            + " of each "
                            + subject.device().name()
                            + ". " + TrainingChange.remedy(TrainingChange.of(tuning, library)));
                } else if (book.value(memory.left.cell(row, Lane.HIGH)) instanceof Value.Known worst
                        && worst.number() < 0) {
                    notes.add("It fits, but not at the upper end of the band.");
                }
            }
        }
        if (!tuning.workload().goal().objective().equals(FineTuning.SUPERVISED)) {
            notes.add("The band of the peak comes from supervised runs; none of "
                    + subject.alignment().objective().name() + " was measured.");
        }
        int sequence = subject.batch().sequence();
        subject.shape().maxPosition().ifPresent(most -> {
            if (sequence > most) {
                notes.add(subject.model().name() + " was made for sequences of up to " + ValueText.number(most)
                        + " tokens, not " + ValueText.number(sequence) + ".");
            }
        });
        if (!TrainingOptions.isWhole(subject.tuning().method())
                && book.value(memory.trained.rank, row) instanceof Value.Known rank
                && rank.number() > subject.serving().largestRank()) {
            notes.add("The adapter has rank " + ValueText.number(rank.number())
                    + " and is served only where room is kept" + " for it: raise --serve-rank from "
                    + subject.serving().largestRank() + ".");
        }
        notes.addAll(SizeFindings.assumptions(subject.shape()));
        return new SizeFindings(errors, notes);
    }
}
