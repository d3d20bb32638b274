package org.sizewright.ui.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The findings as the screen shows them.
 *
 * @param counts of every kind, whatever is filtered
 * @param rows the findings that pass the filters, heaviest first
 * @param all findings there are
 * @param selected the finding that is explained and can be accepted
 * @param acceptedTogether further findings that one acceptance covers as well
 * @param author who accepts, unless something else is typed
 */
record FindingsPage(
        Map<Kind, Integer> counts,
        Set<Kind> kinds,
        String text,
        List<FindingRow> rows,
        int all,
        Optional<FindingRow> selected,
        int acceptedTogether,
        String author) {
    FindingsPage {
        counts = Map.copyOf(counts);
        kinds = Set.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
