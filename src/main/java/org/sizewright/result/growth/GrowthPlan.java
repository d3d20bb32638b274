package org.sizewright.result.growth;

import java.util.List;
import org.sizewright.rules.SupportEnd;

/**
 * An option over time.
 *
 * @param loads of its workloads on each date
 * @param steps day 1 and the dates after it
 * @param ends of support that are known of what the option states, within the time or not
 * @param notes what was taken for granted, in sentences
 */
public record GrowthPlan(List<LoadLine> loads, List<GrowthStep> steps, List<SupportEnd> ends, List<String> notes) {
    /** Months after day 1 that are calculated. */
    public static final List<Integer> MONTHS = List.of(0, 12, 36);

    public GrowthPlan {
        loads = List.copyOf(loads);
        steps = List.copyOf(steps);
        ends = List.copyOf(ends);
        notes = List.copyOf(notes);
    }

    /** Whether no workload of the option has a growth, so that all dates are alike. */
    public boolean isConstant() {
        return loads.stream().allMatch(LoadLine::constant);
    }
}
