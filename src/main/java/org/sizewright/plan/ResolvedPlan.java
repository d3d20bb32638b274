package org.sizewright.plan;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.Library;

/** A plan with its ids looked up: only this can be calculated. */
public record ResolvedPlan(Plan plan, Library library, List<ResolvedOption> options, List<Unresolved> problems) {
    public ResolvedPlan {
        options = List.copyOf(options);
        problems = List.copyOf(problems);
    }

    public Optional<ResolvedOption> option(OptionId id) {
        return options.stream()
                .filter(option -> option.option().id().equals(id))
                .findFirst();
    }

    /** The same for a plan of which nothing differs but how far its steps are. */
    public ResolvedPlan withProgressOf(Plan changed) {
        return new ResolvedPlan(
                changed,
                library,
                options.stream()
                        .map(each -> each.withProgress(
                                changed.option(each.option().id()).orElseThrow().progress()))
                        .toList(),
                problems);
    }
}
