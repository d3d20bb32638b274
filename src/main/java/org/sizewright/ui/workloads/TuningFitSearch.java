package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.sizing.training.TrainingChange;
import org.sizewright.sizing.training.TuningSubject;
import org.sizewright.ui.screen.LatestAnswer;

/**
 * Sizes a run of fine-tuning on the GPUs and MIG profiles of the library: as the live option spreads it, and with as many copies as
 * it takes to fit. Works in the background; only the latest question is answered, the usual GPUs first, what would make it fit last.
 */
final class TuningFitSearch {
    private static final int MOST_GPUS = 1024;
    /** Places between two looks at whether the answer is still wanted. */
    private static final int AT_ONCE = 16;

    /**
     * A run, and where the live option has it.
     *
     * @param profile the slice; empty for whole GPUs
     */
    record Question(TuningSubject subject, GpuId gpu, Optional<String> profile, Library library) {
        TrainingLayout layout() {
            return subject.training().layout();
        }
    }

    private final LatestAnswer answers;

    /**
     * @param worker where it is calculated
     * @param owner where answers are delivered
     */
    TuningFitSearch(Executor worker, Executor owner) {
        answers = new LatestAnswer(worker, owner);
    }

    /** @param deliver gets the rows of the usual GPUs as soon as they are there, then all of them, then what would make them fit */
    void start(Question question, Consumer<List<TuningFitRow>> deliver) {
        answers.ask((wanted, tell) -> answer(question, wanted, tell), deliver);
    }

    /** Forgets the latest question. */
    void cancel() {
        answers.cancel();
    }

    private static void answer(Question question, BooleanSupplier wanted, Consumer<List<TuningFitRow>> tell) {
        Optional<GpuId> present = Optional.of(question.gpu());
        List<TuningFitRow> rows = new ArrayList<>(answer(question, trained(Place.usual(question.library(), present))));
        tell.accept(sorted(rows));
        List<Place> others = trained(Place.others(question.library(), present));
        for (int from = 0; from < others.size(); from += AT_ONCE) {
            if (!wanted.getAsBoolean()) {
                return;
            }
            rows.addAll(answer(question, others.subList(from, Math.min(others.size(), from + AT_ONCE))));
        }
        List<TuningFitRow> all = new ArrayList<>(sorted(rows));
        tell.accept(List.copyOf(all));
        for (int i = 0; i < all.size(); i++) {
            if (!wanted.getAsBoolean()) {
                return;
            }
            all.set(i, withChange(all.get(i), question.library()));
        }
        tell.accept(List.copyOf(all));
    }

    /** On a vGPU other machines take turns, for hours: nobody trains there. */
    private static List<Place> trained(List<Place> places) {
        return places.stream().filter(place -> place.kind() != Place.Kind.VGPU).toList();
    }

    private static List<TuningFitRow> sorted(List<TuningFitRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing((TuningFitRow row) -> !row.current())
                        .thenComparingDouble(TuningFitRow::order))
                .toList();
    }

    /** One row for each place. */
    static List<TuningFitRow> answer(Question question, List<Place> places) {
        Map<Place, TuningTrial.Run> asSet = runs(question, places, place -> spread(question, place));
        Map<Place, TuningTrial.Run> fewest = fewest(question, places);
        List<TuningFitRow> rows = new ArrayList<>();
        for (Place place : places) {
            Optional<TuningTrial.Run> set = Optional.ofNullable(asSet.get(place));
            rows.add(new TuningFitRow(
                    place,
                    isPresent(question, place),
                    set,
                    Optional.ofNullable(fewest.get(place)),
                    set.map(TuningTrial.Run::left)
                                    .filter(left -> left instanceof Value.Known known && known.number() < 0)
                                    .isPresent()
                            ? new TuningFitRow.Change.BeingSought()
                            : new TuningFitRow.Change.NotNeeded()));
        }
        return rows;
    }

    private static boolean isPresent(Question question, Place place) {
        return question.gpu().equals(place.gpu().id()) && question.profile().equals(place.profile());
    }

    /** How the live option spreads it; nothing on a slice, unless it is a run on one GPU. */
    private static List<TrainingLayout> spread(Question question, Place place) {
        return place.isWhole() || question.layout().gpus() == 1 ? List.of(question.layout()) : List.of();
    }

    /** More and more copies of the run, until it fits; its stages and the GPUs that share a matrix or a sequence stay. */
    private static Map<Place, TuningTrial.Run> fewest(Question question, List<Place> places) {
        Map<Place, TuningTrial.Run> found = new HashMap<>();
        List<Place> open = new ArrayList<>(places);
        for (int copies : copies(question.layout())) {
            if (open.isEmpty()) {
                break;
            }
            runs(question, open, place -> spreads(question.layout(), place, copies))
                    .forEach((place, run) -> {
                        if (run.fits()) {
                            found.put(place, run);
                        }
                    });
            open.removeAll(found.keySet());
        }
        return found;
    }

    private static TreeSet<Integer> copies(TrainingLayout layout) {
        long others = layout.gpus() / layout.data();
        TreeSet<Integer> copies = new TreeSet<>(List.of(1, layout.data()));
        for (int data = 2; data * others <= MOST_GPUS; data *= 2) {
            copies.add(data);
        }
        return copies;
    }

    /** With that many copies, sharded as the run is and, if that is not all that can be, sharded whole. */
    private static List<TrainingLayout> spreads(TrainingLayout layout, Place place, int copies) {
        if (!place.isWhole()) {
            return copies == 1 ? List.of(TrainingLayout.SINGLE.withOffload(layout.offload())) : List.of();
        }
        TrainingLayout spread = layout.withData(copies);
        return spread.sharding() == Sharding.ZERO_3 || copies * layout.context() == 1
                ? List.of(spread)
                : List.of(spread, spread.withSharding(Sharding.ZERO_3));
    }

    /** How a run could be spread in a place, the first that fits being taken. */
    private interface Spreads {
        List<TrainingLayout> in(Place place);
    }

    /** The run in each place, spread in the first way that fits, else in the last; nothing where there is no way. */
    private static Map<Place, TuningTrial.Run> runs(Question question, List<Place> places, Spreads spreads) {
        Map<Place, List<TuningSubject>> subjects = new HashMap<>();
        List<TuningSubject> all = new ArrayList<>();
        for (Place place : places) {
            List<TuningSubject> ways = new ArrayList<>();
            for (TrainingLayout layout : spreads.in(place)) {
                RowKey row = new RowKey(
                        "t" + all.size(),
                        question.subject().workload().name() + ", " + (place.isWhole() ? layout.gpus() + " × " : "")
                                + place.title());
                TuningSubject way = question.subject().on(row, layout, place.share(), place.gpu(), place.device());
                ways.add(way);
                all.add(way);
            }
            subjects.put(place, ways);
        }
        Map<Place, TuningTrial.Run> runs = new HashMap<>();
        if (all.isEmpty()) {
            return runs;
        }
        TuningTrial trial = new TuningTrial(all, question.library());
        subjects.forEach((place, ways) -> {
            List<TuningTrial.Run> tried = ways.stream().map(trial::run).toList();
            tried.stream()
                    .filter(TuningTrial.Run::fits)
                    .findFirst()
                    .or(() -> tried.stream().reduce((first, second) -> second))
                    .ifPresent(run -> runs.put(place, run));
        });
        return runs;
    }

    private static TuningFitRow withChange(TuningFitRow row, Library library) {
        if (!(row.change() instanceof TuningFitRow.Change.BeingSought)
                || row.asSet().isEmpty()) {
            return row;
        }
        return row.withChange(TrainingChange.cheapest(row.asSet().get().subject(), library)
                .<TuningFitRow.Change>map(TuningFitRow.Change.Found::new)
                .orElseGet(TuningFitRow.Change.None::new));
    }
}
