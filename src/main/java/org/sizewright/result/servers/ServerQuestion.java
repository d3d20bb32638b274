package org.sizewright.result.servers;

import java.util.List;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.References;

/**
 * Which servers of a list carry the workloads of an option, and how many of each.
 *
 * @param references what the plan is resolved against
 * @param entries the servers to try
 * @param assumed what to take for power, height and weight of servers where nobody knows them; what is not assumed either stays unknown
 * @param anyValidation whether servers without a stated validation are tried too
 */
public record ServerQuestion(
        Plan plan,
        OptionId option,
        References references,
        List<CatalogEntry> entries,
        HostGroup.Typed assumed,
        boolean anyValidation) {
    public ServerQuestion {
        entries = List.copyOf(entries);
    }

    /** About the option that the plan shows, with nothing assumed. */
    public static ServerQuestion of(Plan plan, References references, List<CatalogEntry> entries) {
        return new ServerQuestion(plan, plan.live(), references, entries, HostGroup.Typed.NOTHING, false);
    }

    public ServerQuestion withAssumed(HostGroup.Typed changed) {
        return new ServerQuestion(plan, option, references, entries, changed, anyValidation);
    }

    public ServerQuestion withAnyValidation(boolean changed) {
        return new ServerQuestion(plan, option, references, entries, assumed, changed);
    }
}
