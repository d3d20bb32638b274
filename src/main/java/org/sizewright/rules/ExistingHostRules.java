package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;

/** Rules about hosts that the customer has: whether the GPUs of the plan go into them. */
final class ExistingHostRules {
    private static final Source LIST = Source.of("The server list of the plan", "catalog", "", Evidence.VERIFIED);
    private static final Source HOST =
            Source.of("What is known of the host and of the GPU", "site; library", "", Evidence.TYPED);
    private static final RuleCard QUALIFIED =
            RuleCard.of("EXIST-001", "The host's server is listed with this GPU", LIST);
    private static final RuleCard COUNT = RuleCard.of("EXIST-002", "No more GPUs than the server list allows", LIST);
    private static final RuleCard SLOTS = RuleCard.of("EXIST-003", "There are free slots for the cards", HOST);
    private static final RuleCard SLOT_POWER = RuleCard.of("EXIST-004", "The slots feed and cool the card", HOST);
    private static final RuleCard SUPPLIES =
            RuleCard.of("EXIST-005", "The power supplies carry the GPUs under redundancy", HOST);
    private static final RuleCard MEMORY = RuleCard.of("EXIST-006", "The VMs that run there leave memory", HOST);
    private static final RuleCard RISER = RuleCard.of("EXIST-007", "The riser for the card is known", HOST);
    private static final RuleCard LOAD = RuleCard.of("EXIST-008", "What runs on the host is known", HOST);
    private static final RuleCard FORM = RuleCard.of("EXIST-009", "The GPU is a card that can be added", HOST);

    private static final RuleCard CABLE = RuleCard.of("EXIST-010", "The card's power cable is known", HOST);

    private ExistingHostRules() {}

    static List<Finding> gpusGoIntoTheHosts(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ResolvedCluster cluster : subject.option().clusters()) {
            for (ResolvedGroup group : cluster.groups()) {
                HostFit.of(group, subject.sizing().demand.hosts, subject::value)
                        .problems()
                        .forEach(problem -> findings.add(finding(problem)));
            }
        }
        return findings;
    }

    private static Finding finding(HostFit.Problem problem) {
        Finding finding = Finding.of(
                        problem.severity(),
                        card(problem.about()),
                        String.join(", ", problem.hosts()),
                        problem.sentence(),
                        problem.remedy())
                .withPath("/site/existingHosts/" + problem.hosts().getFirst() + "/" + problem.field());
        return problem.distance().map(finding::withDistance).orElse(finding);
    }

    private static RuleCard card(HostFit.About about) {
        return switch (about) {
            case QUALIFICATION -> QUALIFIED;
            case COUNT -> COUNT;
            case FORM -> FORM;
            case SLOTS -> SLOTS;
            case SLOT_POWER -> SLOT_POWER;
            case POWER_SUPPLIES -> SUPPLIES;
            case MEMORY -> MEMORY;
            case RISER -> RISER;
            case CABLE -> CABLE;
            case LOAD -> LOAD;
        };
    }
}
