package org.sizewright.ui.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.rules.Finding;

/**
 * A finding in the list.
 *
 * @param id the same finding has the same id after every recalculation, whatever its numbers say by then
 */
record FindingRow(String id, Kind kind, Finding finding) {
    /** The findings as rows, in their order. */
    static List<FindingRow> of(List<Finding> findings) {
        Map<String, Integer> seen = new HashMap<>();
        List<FindingRow> rows = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            String about = finding.rule() + " " + finding.subject();
            int number = seen.merge(about, 1, Integer::sum);
            rows.add(new FindingRow(about + " " + number, Kind.of(finding), finding));
        }
        return rows;
    }

    /** Whether an acceptance of the one is an acceptance of the other. */
    boolean isAcceptedWith(FindingRow other) {
        return finding.rule().equals(other.finding.rule()) && finding.subject().equals(other.finding.subject());
    }
}
