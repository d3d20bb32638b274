package org.sizewright.delivery.access;

import java.util.List;
import org.sizewright.library.AccessFunction.Mode;
import org.sizewright.plan.Plan;

/**
 * One way to reach GPUs, tried for one workload of an option while all others stay as they are.
 *
 * @param inUse whether the option carries the workload that way
 */
public record AccessTrial(Mode mode, boolean inUse, Outcome outcome) {
    /** What came of it. */
    public sealed interface Outcome {}

    /**
     * It can be done.
     *
     * @param plan the plan with this way
     * @param profile what each machine gets, in words
     * @param gpus that the whole option has, and that are in use
     * @param machinesPlaced of all machines of the option
     * @param warnings that the other way does not bring
     */
    public record Works(
            Plan plan, String profile, long hosts, long gpus, long gpusUsed, long machinesPlaced, List<String> warnings)
            implements Outcome {
        public Works {
            warnings = List.copyOf(warnings);
        }
    }

    /** Something stands in its way. @param reasons sentences, with the rule where there is one */
    public record Fails(List<String> reasons) implements Outcome {
        public Fails {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a way that fails has a reason");
            }
        }
    }
}
