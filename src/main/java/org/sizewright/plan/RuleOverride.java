package org.sizewright.plan;

/** A finding that the architect accepts, with reason and name; printed with the finding. */
public record RuleOverride(String rule, String subject, String reason, String by) {
    public RuleOverride {
        PlanChecks.name("the rule of an override", rule);
        PlanChecks.name("the reason of an override", reason);
        PlanChecks.name("who accepts it", by);
    }
}
