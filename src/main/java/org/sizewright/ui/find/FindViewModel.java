package org.sizewright.ui.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.catalog.EntryId;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Plan;
import org.sizewright.result.OptionResult;
import org.sizewright.result.servers.Flip;
import org.sizewright.result.servers.RankBy;
import org.sizewright.result.servers.ServerQuestion;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.result.servers.ServerWords;
import org.sizewright.result.servers.TriedServer;
import org.sizewright.session.ServerFinder;

/** What the page of found servers shows and does, without its nodes. */
public final class FindViewModel {
    /** How far it is. */
    sealed interface Stage {
        /** A search runs. */
        record Searching(int done, int all) implements Stage {}

        /** It was ended before it was done. */
        record Stopped() implements Stage {}

        record Refused(String sentence) implements Stage {}

        record Found(ServerRanking ranking) implements Stage {}
    }

    /**
     * What is known of the selected server beside its line.
     *
     * @param result the plan with it; empty until it was calculated
     * @param flip what would make it the best; empty until it was asked for and found
     * @param trying whether that is being looked for
     */
    record Detail(FindRow row, Optional<OptionResult> result, Optional<Flip> flip, boolean trying) {
        Detail with(OptionResult found) {
            return new Detail(row, Optional.of(found), flip, trying);
        }

        Detail with(Flip found) {
            return new Detail(row, result, Optional.of(found), false);
        }

        Detail whileTrying() {
            return new Detail(row, result, Optional.empty(), true);
        }

        /** The same server in another order, in which something else makes it the best. */
        Detail reordered(FindRow other) {
            return new Detail(other, result, Optional.empty(), false);
        }
    }

    private final FindDesk desk;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Searching(0, 0));
    private final ReadOnlyObjectWrapper<List<FindRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Detail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Why the runner-up is not the winner; tried as soon as both are known. */
    private final ReadOnlyObjectWrapper<Optional<Flip>> runnerUp = new ReadOnlyObjectWrapper<>(Optional.empty());

    private ServerQuestion question;
    private RankBy by = RankBy.HOSTS;
    private boolean excluded;
    private String search = "";
    private Runnable endRunnerUp = () -> {};
    private Runnable endTrying = () -> {};

    public FindViewModel(FindDesk desk, ServerQuestion question) {
        this.desk = desk;
        this.question = question;
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<FindRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Detail>> detail() {
        return detail.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Flip>> runnerUp() {
        return runnerUp.getReadOnlyProperty();
    }

    ServerQuestion question() {
        return question;
    }

    Plan plan() {
        return question.plan();
    }

    RankBy by() {
        return by;
    }

    FindDesk desk() {
        return desk;
    }

    ServerWords words() {
        return new ServerWords(plan().site().racks());
    }

    Optional<ServerRanking> ranking() {
        return stage.get() instanceof Stage.Found found ? Optional.of(found.ranking()) : Optional.empty();
    }

    /** Searches anew. */
    public void search() {
        detail.set(Optional.empty());
        runnerUp.set(Optional.empty());
        rows.set(List.of());
        stage.set(new Stage.Searching(0, 0));
        desk.search(question, by, new ServerFinder.Listener() {
            @Override
            public void progress(int done, int all) {
                stage.set(new Stage.Searching(done, all));
            }

            @Override
            public void found(ServerRanking ranking) {
                show(ranking);
            }

            @Override
            public void refused(String sentence) {
                stage.set(new Stage.Refused(sentence));
            }
        });
    }

    /** Shows what was found. */
    public void show(ServerRanking ranking) {
        stage.set(new Stage.Found(ranking.by(by)));
        render();
        tryRunnerUp();
    }

    private void tryRunnerUp() {
        runnerUp.set(Optional.empty());
        endRunnerUp.run();
        ranking()
                .ifPresent(found -> found.runnerUp()
                        .ifPresent(second -> endRunnerUp = desk.flip(
                                question,
                                by,
                                found.winner().orElseThrow(),
                                second,
                                flip -> runnerUp.set(Optional.of(flip)))));
    }

    void stop() {
        desk.cancel();
        stage.set(new Stage.Stopped());
    }

    void rankBy(RankBy changed) {
        by = changed;
        endTrying.run();
        ranking().ifPresent(this::show);
        detail.get()
                .ifPresent(shown -> rows.get().stream()
                        .filter(row -> row.id().equals(shown.row().id()))
                        .findFirst()
                        .ifPresent(row -> detail.set(Optional.of(shown.reordered(row)))));
    }

    void assume(HostGroup.Typed assumed) {
        if (!assumed.equals(question.assumed())) {
            question = question.withAssumed(assumed);
            search();
        }
    }

    void anyValidation(boolean any) {
        question = question.withAnyValidation(any);
        search();
    }

    void showExcluded(boolean wanted) {
        excluded = wanted;
        render();
    }

    boolean showsExcluded() {
        return excluded;
    }

    void searchFor(String text) {
        search = text;
        render();
    }

    private void render() {
        ranking().ifPresent(found -> {
            Optional<Set<EntryId>> matching = desk.matching(search);
            List<FindRow> shown = new ArrayList<>();
            if (excluded) {
                found.excluded().forEach(server -> shown.add(new FindRow.Excluded(server)));
            } else {
                List<Integer> places = found.places();
                for (int i = 0; i < places.size(); i++) {
                    shown.add(new FindRow.Ranked(found.ranked().get(i), places.get(i)));
                }
            }
            rows.set(shown.stream()
                    .filter(row -> matching.filter(
                                    ids -> !ids.contains(row.entry().id()))
                            .isEmpty())
                    .toList());
        });
    }

    /** Explains a line; its figures follow when they are calculated. */
    void select(FindRow row) {
        detail.set(Optional.of(new Detail(row, Optional.empty(), Optional.empty(), false)));
        if (row instanceof FindRow.Ranked ranked) {
            desk.explain(question, ranked.server(), result -> change(row, shown -> shown.with(result)));
        }
    }

    /** Tries what would make the server the best. */
    void tryToWin(FindRow.Ranked row) {
        ranking().flatMap(ServerRanking::winner).ifPresent(winner -> {
            change(row, Detail::whileTrying);
            endTrying.run();
            endTrying = desk.flip(question, by, winner, row.server(), flip -> change(row, shown -> shown.with(flip)));
        });
    }

    private void change(FindRow row, UnaryOperator<Detail> change) {
        detail.get()
                .filter(shown -> shown.row().id().equals(row.id()))
                .ifPresent(shown -> detail.set(Optional.of(change.apply(shown))));
    }

    void take(TriedServer server) {
        desk.take(server);
    }

    void close() {
        desk.cancel();
        desk.close();
    }
}
