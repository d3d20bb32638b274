package org.sizewright.ui.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.RuleOverride;
import org.sizewright.rules.Finding;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.screen.Workspace;

/** What the screen of the checks shows and does, without its nodes. */
public final class FindingsViewModel {
    private final Workspace workspace;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<FindingsPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private List<FindingRow> findings = List.of();
    private Optional<String> selected = Optional.empty();
    private boolean calculated;
    private boolean explainAgain;
    private String text = "";
    private String author = "";

    public FindingsViewModel(Workspace workspace) {
        this.workspace = workspace;
        texts = workspace.texts();
    }

    /** What to show; empty while nothing was calculated. */
    ReadOnlyObjectProperty<Optional<FindingsPage>> page() {
        return page.getReadOnlyProperty();
    }

    void show(SessionState state) {
        if (author.isEmpty()) {
            author = state.plan().header().author();
        }
        List<Finding> found = state.live().map(result -> result.findings()).orElse(List.of());
        boolean changed = calculated != state.live().isPresent()
                || !found.equals(findings.stream().map(FindingRow::finding).toList());
        calculated = state.live().isPresent();
        if (changed) {
            findings = FindingRow.of(found);
            publish();
            if (explainAgain) {
                explainAgain = false;
                selectedRow().ifPresent(this::explain);
            }
        }
    }

    /** Shows these kinds only; all, if none is named. */
    void filter(Set<Kind> wanted) {
        kinds.clear();
        kinds.addAll(wanted);
        publish();
    }

    /** Shows findings only that have all these words. */
    void search(String words) {
        text = words;
        publish();
    }

    void clear() {
        kinds.clear();
        text = "";
        publish();
    }

    /** Explains the finding and offers to accept it; with nothing, offers nothing. */
    void select(Optional<FindingRow> row) {
        selected = row.map(FindingRow::id);
        publish();
        row.ifPresent(this::explain);
    }

    /** Accepts the selected finding, with every other one of the same rule and subject. */
    void accept(String reason, String by) {
        selectedRow().ifPresent(row -> {
            author = by.strip();
            RuleOverride override =
                    new RuleOverride(row.finding().rule(), row.finding().subject(), reason.strip(), author);
            explainAgain = true;
            workspace.edit(PlanEdit.of(
                    texts.get("checks.accept.edit", override.rule(), override.subject()),
                    plan -> plan.withOverrides(
                            Stream.concat(without(plan.overrides(), row.finding()).stream(), Stream.of(override))
                                    .toList())));
        });
    }

    /** Takes the acceptance of the selected finding back. */
    void takeBack() {
        selectedRow().ifPresent(row -> {
            explainAgain = true;
            workspace.edit(PlanEdit.of(
                    texts.get(
                            "checks.takeBack.edit",
                            row.finding().rule(),
                            row.finding().subject()),
                    plan -> plan.withOverrides(without(plan.overrides(), row.finding()))));
        });
    }

    private static List<RuleOverride> without(List<RuleOverride> overrides, Finding finding) {
        return overrides.stream()
                .filter(override -> !override.rule().equals(finding.rule())
                        || !override.subject().equals(finding.subject()))
                .toList();
    }

    private Optional<FindingRow> selectedRow() {
        return findings.stream()
                .filter(row -> selected.filter(row.id()::equals).isPresent())
                .findFirst();
    }

    private void explain(FindingRow row) {
        workspace.explain(new FindingWhy(workspace).of(row.finding()));
    }

    private void publish() {
        if (!calculated) {
            page.set(Optional.empty());
            return;
        }
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        findings.forEach(row -> counts.merge(row.kind(), 1, Integer::sum));
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<FindingRow> shown = new ArrayList<>();
        for (FindingRow row : findings) {
            if ((kinds.isEmpty() || kinds.contains(row.kind())) && has(row.finding(), words)) {
                shown.add(row);
            }
        }
        shown.sort(Comparator.comparing(FindingRow::kind));
        Optional<FindingRow> row = selectedRow();
        int together = row.map(one -> (int) findings.stream()
                        .filter(other -> other != one && other.isAcceptedWith(one))
                        .count())
                .orElse(0);
        page.set(Optional.of(new FindingsPage(counts, kinds, text, shown, findings.size(), row, together, author)));
    }

    private static boolean has(Finding finding, List<String> words) {
        String all = Stream.of(
                        finding.rule(),
                        finding.subject(),
                        finding.sentence(),
                        finding.remedy(),
                        finding.severity().word(),
                        finding.distance().orElse(""),
                        finding.override()
                                .map(override -> override.reason() + " " + override.by())
                                .orElse(""))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }
}
