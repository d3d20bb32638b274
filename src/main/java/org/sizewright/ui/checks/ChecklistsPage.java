package org.sizewright.ui.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sizewright.library.ChecklistStep.Phase;
import org.sizewright.plan.StepState.Status;

/**
 * The checklists as the part shows them.
 *
 * @param phases how far each phase is, whatever is filtered
 * @param phase the one whose steps are shown; empty for all
 * @param statuses only these are shown; all, if there are none
 * @param counts steps of the phase by status
 * @param owners everybody who owns a step
 * @param owner only this owner's steps are shown; the empty text stands for steps without one
 * @param rows the steps that pass the filters
 * @param all steps of the phase
 * @param selected the step that is explained and edited
 */
record ChecklistsPage(
        Map<Phase, Done> phases,
        Done total,
        Optional<Phase> phase,
        Set<Status> statuses,
        Map<Status, Integer> counts,
        List<String> owners,
        Optional<String> owner,
        String text,
        List<StepRow> rows,
        int all,
        Optional<StepRow> selected) {
    /**
     * How far steps are.
     *
     * @param settled done or not needed
     */
    record Done(int settled, int all) {
        double share() {
            return all == 0 ? 0 : (double) settled / all;
        }
    }

    ChecklistsPage {
        phases = Map.copyOf(phases);
        statuses = Set.copyOf(statuses);
        counts = Map.copyOf(counts);
        owners = List.copyOf(owners);
        rows = List.copyOf(rows);
    }

    int count(Status status) {
        return counts.getOrDefault(status, 0);
    }
}
