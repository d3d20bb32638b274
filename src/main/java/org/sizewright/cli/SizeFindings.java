package org.sizewright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.model.ModelShape;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.throughput.MeasuredCases;

/**
 * What speaks against a sizing, in sentences.
 *
 * @param errors why it cannot run like that, or why nothing can be said; with any of them the command ends with 1
 * @param notes what should be known besides
 */
record SizeFindings(List<String> errors, List<String> notes) {
    private static final int MOST_TENSOR = 64;

    SizeFindings {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    static SizeFindings of(Demand demand, LlmSubject subject) {
        FigureBook book = demand.figures();
        LlmMemory llm = demand.llm;
        RowKey row = subject.row();
        List<String> errors = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        unevenHeads(subject.shape(), subject.model().name(), subject.tensorParallel())
                .ifPresent(errors::add);
        Value requests = book.value(llm.requestsPerReplica, row);
        switch (requests) {
            case Value.Unknown unknown -> errors.add("Whether it fits cannot be said: " + unknown.why() + ".");
            case Value.Known known -> {
                if (known.number() < 1) {
                    errors.add(
                            "It does not fit: " + ValueText.of(book.value(llm.engine.kvPool, row), Unit.GIB)
                                    + " are left for the cache on each "
                                    + subject.device().name()
                                    + ", and one request of this context needs "
                                    + ValueText.of(book.value(llm.kvPerRequest, row), Unit.GIB)
                                    + ": split it over more GPUs, store weights or cache in fewer bits, or shorten the context.");
                } else if (book.value(llm.requestsPerReplica.cell(row, Lane.HIGH)) instanceof Value.Known worst
                        && worst.number() < 1) {
                    notes.add("It fits, but not at the upper end of the band.");
                }
            }
        }
        subject.workload().traffic().ifPresent(traffic -> {
            if (book.value(demand.throughput.level.replicas, row) instanceof Value.Unknown unknown
                    && unknown.cellText().equals("not kept")) {
                errors.add("The promised times are not kept: " + unknown.why() + ".");
            }
        });
        int context = subject.workload().contextTokens();
        subject.shape().maxPosition().ifPresent(most -> {
            if (context > most) {
                notes.add(subject.model().name() + " was made for contexts of up to " + ValueText.number(most)
                        + " tokens, not " + ValueText.number(context) + ".");
            }
        });
        MeasuredCases load = demand.throughput.measuredLoad(row);
        MeasuredCases alone = demand.throughput.measuredStream(row);
        notes.add("Speed under load: " + load.text() + ".");
        notes.add("Speed of one request alone: " + alone.text() + ".");
        notes.addAll(assumptions(subject.shape()));
        return new SizeFindings(errors, notes);
    }

    /** With further notes in front. */
    SizeFindings and(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(notes);
        return new SizeFindings(errors, all);
    }

    void print(Console console) {
        console.print("");
        errors.forEach(console::print);
        notes.forEach(console::print);
    }

    boolean isFine() {
        return errors.isEmpty();
    }

    /** Why a model cannot be split over so many GPUs, with those over which it can be. */
    static Optional<String> unevenHeads(ModelShape shape, String name, int tensor) {
        OptionalInt odd = shape.headsNotDividedBy(tensor);
        if (odd.isEmpty()) {
            return Optional.empty();
        }
        List<String> even = IntStream.rangeClosed(1, MOST_TENSOR)
                .filter(gpus -> shape.headsNotDividedBy(gpus).isEmpty())
                .mapToObj(Integer::toString)
                .toList();
        return Optional.of("The " + odd.getAsInt() + " query heads of " + name + " cannot be split over " + tensor
                + " GPUs: choose a --tp that divides them: " + String.join(", ", even) + ".");
    }

    static List<String> assumptions(ModelShape shape) {
        return shape.assumptions().stream()
                .map(text -> "Assumed: " + text + ".")
                .toList();
    }
}
