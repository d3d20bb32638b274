package org.sizewright.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.library.RuleBase;
import org.sizewright.plan.RuleOverride;

/** The findings of one option in the order in which they should be read. */
public final class Rules {
    private static final String UNKNOWN = "PLAN-003";

    private Rules() {}

    /** The findings, heaviest first; accepted ones carry their override. */
    public static List<Finding> check(RuleSubject subject) {
        Scene scene = new Scene(subject);
        RuleBase base = scene.base();
        for (RuleCheck check : RuleTable.all()) {
            check.check().accept(new Inspection(scene, base.rule(check.rule())));
        }
        scene.askForWhatIsUnknown(new Inspection(scene, base.rule(UNKNOWN)));
        Map<Accepted, RuleOverride> overrides = new HashMap<>();
        for (RuleOverride override : subject.plan().plan().overrides()) {
            overrides.putIfAbsent(new Accepted(override.rule(), override.subject()), override);
        }
        return scene.findings().stream()
                .map(finding -> {
                    RuleOverride accepted = overrides.get(new Accepted(finding.rule(), finding.subject()));
                    return accepted == null ? finding : finding.withOverride(accepted);
                })
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    /** What an override is about. */
    private record Accepted(String rule, String subject) {}
}
