package org.sizewright.result;

import java.util.List;
import java.util.Optional;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.ResolvedPlan;

/** The results of all options of a plan, in the plan's order. */
public record PlanResult(ResolvedPlan plan, List<OptionResult> options) {
    public PlanResult {
        options = List.copyOf(options);
    }

    public Optional<OptionResult> option(OptionId id) {
        return options.stream()
                .filter(result -> result.option().option().id().equals(id))
                .findFirst();
    }

    /** The result of the option that is shown and exported. */
    public OptionResult live() {
        return option(plan.plan().live()).orElseThrow();
    }
}
