package org.sizewright.rules.sound;

import java.util.List;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;
import org.sizewright.rules.Finding;

/** What is found in a plan. */
final class Findings {
    private static final SoundServers SERVERS = new SoundServers();

    private Findings() {}

    static List<Finding> of(Plan plan) {
        return result(plan).findings();
    }

    static OptionResult result(Plan plan) {
        return all(plan).live();
    }

    static PlanResult all(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, SERVERS), Cancellation.never());
    }
}
