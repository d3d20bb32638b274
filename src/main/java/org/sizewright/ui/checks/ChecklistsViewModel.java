package org.sizewright.ui.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.delivery.checklist.Checklist;
import org.sizewright.delivery.checklist.Step;
import org.sizewright.library.ChecklistStep.Phase;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Progress;
import org.sizewright.plan.StepKey;
import org.sizewright.plan.StepState;
import org.sizewright.plan.StepState.Status;
import org.sizewright.result.OptionResult;
import org.sizewright.session.SessionState;
import org.sizewright.ui.checks.ChecklistsPage.Done;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Workspace;

/** What the checklists show and do, without their nodes. */
final class ChecklistsViewModel {
    private final Workspace workspace;
    private final Texts texts;
    private final LatestAnswer answers;
    private final ReadOnlyObjectWrapper<Optional<ChecklistsPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<Status> statuses = EnumSet.noneOf(Status.class);
    private Optional<OptionResult> result = Optional.empty();
    private Optional<Checklist> checklist = Optional.empty();
    private Progress progress = Progress.NOTHING;
    private Optional<Phase> phase = Optional.empty();
    private Optional<String> owner = Optional.empty();
    private Optional<String> selected = Optional.empty();
    private String text = "";

    /**
     * @param worker where checklists are prepared
     * @param owner where they are delivered
     */
    ChecklistsViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        texts = workspace.texts();
        answers = new LatestAnswer(worker, owner);
    }

    /** What to show; empty while nothing is prepared. */
    ReadOnlyObjectProperty<Optional<ChecklistsPage>> page() {
        return page.getReadOnlyProperty();
    }

    void show(SessionState state) {
        Progress now = state.plan().liveOption().progress();
        boolean moved = !now.equals(progress);
        progress = now;
        if (state.live().isEmpty()) {
            result = Optional.empty();
            checklist = Optional.empty();
            answers.cancel();
            publish();
        } else if (!isShown(state.live().get())) {
            OptionResult asked = state.live().get();
            result = Optional.of(asked);
            answers.<Checklist>ask((wanted, tell) -> tell.accept(Checklist.of(asked)), made -> {
                checklist = Optional.of(made);
                publish();
            });
            if (moved) {
                publish();
            }
        } else if (moved) {
            publish();
        }
    }

    private boolean isShown(OptionResult live) {
        return result.filter(shown -> shown == live).isPresent();
    }

    /** Shows the steps of this phase only. */
    void choose(Optional<Phase> wanted) {
        phase = wanted;
        publish();
    }

    /** Shows steps only that are so far; all, if none is named. */
    void filter(Set<Status> wanted) {
        statuses.clear();
        statuses.addAll(wanted);
        publish();
    }

    /** Shows the steps of this owner only; the empty text stands for those without one. */
    void filterOwner(Optional<String> wanted) {
        owner = wanted;
        publish();
    }

    /** Shows steps only that have all these words. */
    void search(String words) {
        text = words;
        publish();
    }

    void clear() {
        statuses.clear();
        owner = Optional.empty();
        text = "";
        publish();
    }

    /** Explains the step and offers it for editing; with nothing, offers nothing. */
    void select(Optional<StepRow> row) {
        selected = row.map(StepRow::id);
        publish();
    }

    /** The result whose checklists are shown. */
    Optional<OptionResult> result() {
        return result;
    }

    /** Changes what is said about the selected step. */
    void change(UnaryOperator<StepState> change) {
        page.get().flatMap(ChecklistsPage::selected).ifPresent(row -> {
            if (!change.apply(row.state()).equals(row.state())) {
                edit(
                        texts.get("checks.step.edit", shortened(row.step().text())),
                        List.of(row.step().key()),
                        change);
            }
        });
    }

    /** Makes a step done, or open again if it is. */
    void toggleDone() {
        change(state -> state.withStatus(state.status() == Status.DONE ? Status.OPEN : Status.DONE));
    }

    /** Gives every step that is shown this owner. */
    void ownAll(String wanted) {
        page.get().ifPresent(shown -> {
            List<StepKey> keys =
                    shown.rows().stream().map(row -> row.step().key()).toList();
            edit(texts.get("checks.step.edit.owner", keys.size()), keys, state -> state.withOwner(wanted));
        });
    }

    private void edit(String label, List<StepKey> steps, UnaryOperator<StepState> change) {
        workspace.edit(PlanEdit.of(
                label,
                plan -> plan.withOption(plan.liveOption()
                        .withProgress(plan.liveOption().progress().withAll(steps, change)))));
    }

    private static String shortened(String words) {
        return words.length() <= 40 ? words : words.substring(0, 39) + "\u2026";
    }

    private void publish() {
        page.set(checklist.map(this::pageOf));
    }

    private ChecklistsPage pageOf(Checklist made) {
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Map<Phase, Done> phases = new EnumMap<>(Phase.class);
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        Set<String> owners = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<StepRow> rows = new ArrayList<>();
        Optional<StepRow> chosen = Optional.empty();
        Done total = new Done(0, 0);
        int all = 0;
        for (Step step : made.steps()) {
            StepRow row = new StepRow(step, progress.of(step.key()));
            int settled = row.state().status().isSettled() ? 1 : 0;
            Done one = new Done(settled, 1);
            phases.merge(step.phase(), one, ChecklistsViewModel::sum);
            total = sum(total, one);
            if (!row.state().owner().isEmpty()) {
                owners.add(row.state().owner());
            }
            if (selected.filter(row.id()::equals).isPresent()) {
                chosen = Optional.of(row);
            }
            if (phase.isEmpty() || phase.get() == step.phase()) {
                all++;
                counts.merge(row.state().status(), 1, Integer::sum);
                if (passes(row, words)) {
                    rows.add(row);
                }
            }
        }
        return new ChecklistsPage(
                phases, total, phase, statuses, counts, List.copyOf(owners), owner, text, rows, all, chosen);
    }

    private static Done sum(Done one, Done other) {
        return new Done(one.settled() + other.settled(), one.all() + other.all());
    }

    private boolean passes(StepRow row, List<String> words) {
        return (statuses.isEmpty() || statuses.contains(row.state().status()))
                && owner.map(wanted -> wanted.equalsIgnoreCase(row.state().owner()))
                        .orElse(true)
                && row.has(words);
    }
}
