package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.sizewright.figure.RowKey;
import org.sizewright.library.GpuId;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;
import org.sizewright.ui.screen.LatestAnswer;

/**
 * Sizes a language model on the GPUs, MIG profiles and vGPU types of the library. Works in the background; only the latest question is
 * answered, the usual GPUs first.
 */
final class FitSearch {
    private static final List<Integer> DEGREES = List.of(1, 2, 4, 8);

    /** Places between two looks at whether the answer is still wanted. */
    private static final int AT_ONCE = 32;

    private final LatestAnswer answers;

    /**
     * @param worker where it is calculated
     * @param owner where answers are delivered
     */
    FitSearch(Executor worker, Executor owner) {
        answers = new LatestAnswer(worker, owner);
    }

    /** @param deliver gets the rows of the usual GPUs as soon as they are there, then all of them */
    void start(Question question, Consumer<List<FitRow>> deliver) {
        answers.ask((wanted, tell) -> answer(question, wanted, tell), deliver);
    }

    private static void answer(Question question, BooleanSupplier wanted, Consumer<List<FitRow>> tell) {
        Optional<GpuId> present = question.present().map(Question.Present::gpuId);
        List<FitRow> rows = new ArrayList<>(answer(question, Place.usual(question.library(), present)));
        tell.accept(sorted(rows));
        List<Place> others = Place.others(question.library(), present);
        for (int from = 0; from < others.size(); from += AT_ONCE) {
            if (!wanted.getAsBoolean()) {
                return;
            }
            rows.addAll(answer(question, others.subList(from, Math.min(others.size(), from + AT_ONCE))));
        }
        tell.accept(sorted(rows));
    }

    /** Forgets the latest question. */
    void cancel() {
        answers.cancel();
    }

    /** What the live option does first; then fewest GPUs, then those of unknown number, then what does not fit. */
    private static List<FitRow> sorted(List<FitRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing((FitRow row) -> !row.current()).thenComparingDouble(FitRow::order))
                .toList();
    }

    /**
     * One row for each place: split over the fewest GPUs that it fits on, or over the most if it does not. The GPU of the plan has all
     * its splits.
     */
    static List<FitRow> answer(Question question, List<Place> places) {
        List<LlmSubject> subjects = new ArrayList<>();
        Map<RowKey, Integer> perGpu = new HashMap<>();
        Map<RowKey, Place> placeOf = new HashMap<>();
        for (Place place : places) {
            for (Parallelism parallel : splits(question, place)) {
                RowKey row = new RowKey(
                        "t" + subjects.size(),
                        question.workload().name() + ", " + (place.isWhole() ? parallel.gpus() + " × " : "")
                                + place.title());
                subjects.add(question.subject(row, question.workload(), place.gpu(), place.device(), parallel));
                perGpu.put(row, place.perGpu());
                placeOf.put(row, place);
            }
        }
        Trial trial = Trial.withSpeed(subjects, perGpu, question.library());
        List<FitRow> rows = new ArrayList<>();
        Optional<FitRow> before = Optional.empty();
        for (LlmSubject subject : subjects) {
            Place place = Objects.requireNonNull(placeOf.get(subject.row()));
            FitRow row = new FitRow(
                    place,
                    subject.parallel(),
                    question.weights(),
                    isPresent(question, place, subject.parallel()),
                    trial,
                    subject.row());
            if (before.isPresent() && before.get().place().equals(place) && !isOfPlan(question, place)) {
                if (before.get().state().fits()) {
                    continue;
                }
                rows.removeLast();
            }
            rows.add(row);
            before = Optional.of(row);
        }
        return rows;
    }

    private static List<Parallelism> splits(Question question, Place place) {
        if (!place.isWhole()) {
            return List.of(Parallelism.NONE);
        }
        Set<Integer> degrees = new TreeSet<>(DEGREES);
        List<Parallelism> splits = new ArrayList<>();
        Optional<Parallelism> own = question.present()
                .filter(present -> present.profile().isEmpty()
                        && present.gpuId().equals(place.gpu().id()))
                .map(Question.Present::parallel);
        if (own.isPresent() && own.get().gpus() == own.get().tensor()) {
            degrees.add(own.get().tensor());
        } else {
            own.ifPresent(splits::add);
        }
        degrees.forEach(degree -> splits.add(Parallelism.tensor(degree)));
        return splits;
    }

    private static boolean isOfPlan(Question question, Place place) {
        return place.isWhole()
                && question.present()
                        .filter(present -> present.gpuId().equals(place.gpu().id()))
                        .isPresent();
    }

    private static boolean isPresent(Question question, Place place, Parallelism parallel) {
        return question.present()
                .filter(present -> present.gpuId().equals(place.gpu().id())
                        && present.profile().equals(place.profile())
                        && present.parallel().equals(parallel))
                .isPresent();
    }
}
