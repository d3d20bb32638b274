package org.sizewright.ui.difference;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sizewright.catalog.CatalogDifference;
import org.sizewright.catalog.CatalogDifference.Changed;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.session.ExportComparison;
import org.sizewright.session.ExportComparison.PlanCheck;
import org.sizewright.ui.difference.DifferenceRow.Kind;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.EntryList;

/**
 * A comparison of two exports as it is shown, prepared: to be made off the window's thread.
 *
 * @param comparison what is shown
 * @param older the older list in a line
 * @param newer the newer list in a line
 * @param rows the entries that differ: changed, removed, added, each in the order of the lists
 * @param plans the plans, touched ones first
 * @param touched how many plans are touched
 * @param notCompared what was not compared and why, in a sentence; may be empty
 */
public record DifferencePage(
        ExportComparison comparison,
        String older,
        String newer,
        List<DifferenceRow> rows,
        List<PlanLine> plans,
        int touched,
        String notCompared) {
    /** A plan as it stands in the list of plans, with what touches it. */
    record PlanLine(PlanCheck check, EntryList.Entry entry) {}

    public DifferencePage {
        rows = List.copyOf(rows);
        plans = List.copyOf(plans);
    }

    public static DifferencePage of(Texts texts, ExportComparison comparison) {
        DifferenceWords words = new DifferenceWords(texts);
        CatalogDifference difference = comparison.difference();
        Map<CatalogEntry, List<String>> plans = plansByEntry(words, comparison.plans());
        List<DifferenceRow> rows = new ArrayList<>();
        for (Changed change : difference.changed()) {
            rows.add(row(
                    words,
                    plans,
                    Kind.CHANGED,
                    Optional.of(change.before()),
                    Optional.of(change.after()),
                    Optional.of(change)));
        }
        difference
                .removed()
                .forEach(entry -> rows.add(
                        row(words, plans, Kind.REMOVED, Optional.of(entry), Optional.empty(), Optional.empty())));
        difference
                .added()
                .forEach(entry -> rows.add(
                        row(words, plans, Kind.ADDED, Optional.empty(), Optional.of(entry), Optional.empty())));
        List<PlanLine> lines = new ArrayList<>();
        for (int i = 0; i < comparison.plans().size(); i++) {
            PlanCheck check = comparison.plans().get(i);
            lines.add(new PlanLine(check, words.plan(check, String.valueOf(i))));
        }
        lines.sort(java.util.Comparator.comparingInt(line -> DifferenceWords.weight(line.check())));
        return new DifferencePage(
                comparison,
                words.export(comparison.older()),
                words.export(comparison.newer()),
                rows,
                lines,
                (int) comparison.plans().stream()
                        .filter(DifferenceWords::isTouched)
                        .count(),
                words.notCompared(difference.notCompared()));
    }

    private static Map<CatalogEntry, List<String>> plansByEntry(DifferenceWords words, List<PlanCheck> checks) {
        // the entries of a touch are those of the difference themselves
        Map<CatalogEntry, List<String>> plans = new IdentityHashMap<>();
        for (PlanCheck check : checks) {
            check.touched().ifPresent(touched -> {
                touched.removed()
                        .forEach(entry -> plans.computeIfAbsent(entry, key -> new ArrayList<>())
                                .add(words.name(check.plan())));
                touched.changed()
                        .forEach(change -> plans.computeIfAbsent(change.before(), key -> new ArrayList<>())
                                .add(words.name(check.plan())));
            });
        }
        return plans;
    }

    private static DifferenceRow row(
            DifferenceWords words,
            Map<CatalogEntry, List<String>> plans,
            Kind kind,
            Optional<CatalogEntry> before,
            Optional<CatalogEntry> after,
            Optional<Changed> change) {
        CatalogEntry entry = after.or(() -> before).orElseThrow();
        String what = change.map(words::changes).orElseGet(() -> words.says(entry));
        String id = kind.name().charAt(0) + entry.id().value();
        String searched = String.join(
                        " ", entry.vendor(), entry.model(), entry.gpu().displayName(), what, words.kind(kind))
                .toLowerCase(Locale.ROOT);
        return new DifferenceRow(
                id,
                kind,
                before,
                after,
                change.map(Changed::changes).orElse(List.of()),
                what,
                before.map(known -> plans.getOrDefault(known, List.of())).orElse(List.of()),
                searched);
    }

    int count(Kind kind) {
        CatalogDifference difference = comparison.difference();
        return switch (kind) {
            case ADDED -> difference.added().size();
            case REMOVED -> difference.removed().size();
            case CHANGED -> difference.changed().size();
        };
    }
}
