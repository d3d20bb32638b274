package org.sizewright.result;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.ResolvedPlan;

/**
 * The results of all options of a plan, in the plan's order.
 *
 * @param proving whether these are the first placements found, whose proof is still to come
 */
public record PlanResult(ResolvedPlan plan, List<OptionResult> options, boolean proving) {
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

    /** Whether all machines have the same places here and there, and as many hosts are needed at both ends of every band. */
    public boolean placesAs(PlanResult other) {
        if (options.size() != other.options.size()) {
            return false;
        }
        for (int i = 0; i < options.size(); i++) {
            OptionResult one = options.get(i);
            OptionResult same = other.options.get(i);
            if (!one.placements().equals(same.placements())
                    || !one.maintenance().equals(same.maintenance())
                    || !one.existing().equals(same.existing())
                    || !one.figures()
                            .band(one.sizing().cluster.totalHosts, RowKey.SINGLE)
                            .equals(same.figures().band(same.sizing().cluster.totalHosts, RowKey.SINGLE))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same for a plan of which nothing differs but how far its steps are; empty if anything else does, which has to be
     * calculated.
     */
    public Optional<PlanResult> withProgressOf(Plan changed) {
        if (!changed.withoutProgress().equals(plan.plan().withoutProgress())) {
            return Optional.empty();
        }
        ResolvedPlan resolved = plan.withProgressOf(changed);
        return Optional.of(new PlanResult(
                resolved,
                options.stream().map(option -> option.withProgressOf(resolved)).toList(),
                proving));
    }

    /** The same while more is being proven. */
    public PlanResult stillProving() {
        return new PlanResult(plan, options, true);
    }

    /** With the answers of another result of the same plan where those here say less. */
    public PlanResult orBetter(PlanResult before) {
        return new PlanResult(
                plan,
                options.stream()
                        .map(fresh -> before.option(fresh.option().option().id())
                                .filter(other -> !AnswerOrder.isAsGood(fresh, other))
                                .orElse(fresh))
                        .toList(),
                proving);
    }

    /** The same as the last word. */
    public PlanResult proven() {
        return new PlanResult(plan, options, false);
    }
}
