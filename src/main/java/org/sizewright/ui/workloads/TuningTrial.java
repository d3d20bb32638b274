package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.Library;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.sizing.training.TrainingMemory;
import org.sizewright.sizing.training.TuningSubject;

/** The figures of a run in many places or spread in many ways at once, a row each, in a book of its own. */
final class TuningTrial {
    private final TrainingMemory memory;
    private final FigureBook book;
    private final Library library;

    TuningTrial(List<TuningSubject> subjects, Library library) {
        this.library = library;
        FigureBook.Builder builder = FigureBook.builder();
        memory = new TrainingMemory(
                builder, subjects.stream().map(TuningSubject::training).toList(), library);
        book = builder.build();
    }

    /** One row of it. */
    Run run(TuningSubject subject) {
        return new Run(subject, this);
    }

    /** A run as it is spread in one place. */
    record Run(TuningSubject subject, TuningTrial trial) {
        private RowKey row() {
            return subject.training().row();
        }

        TrainingLayout layout() {
            return subject.training().layout();
        }

        /** GiB that stay free on the fullest GPU; below 0 if it does not fit. */
        Value left() {
            return trial.book.value(trial.memory.left, row());
        }

        boolean fits() {
            return left().asNumber().orElse(-1) >= 0;
        }

        /** Hours of the run, or those of learning alone where nobody knows how long the rest takes. */
        private Figure duration() {
            Figure hours = trial.memory.time.hours;
            return trial.book.value(hours, row()).isKnown() ? hours : trial.memory.time.learning;
        }

        boolean isLearningAlone() {
            return duration().equals(trial.memory.time.learning)
                    && trial.book.value(duration(), row()).isKnown();
        }

        Value hours() {
            return trial.book.value(duration(), row());
        }

        /** The same over the band; empty where nothing is known about it. */
        Optional<Range> hoursRange() {
            return trial.book.band(duration(), row());
        }

        Cell leftCell() {
            return trial.memory.left.cell(row(), Lane.VALUE);
        }

        FigureBook figures() {
            return trial.book;
        }

        Library library() {
            return trial.library;
        }
    }
}
