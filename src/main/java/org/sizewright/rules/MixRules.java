package org.sizewright.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.Proof;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedWorkload;

/** Rules about clusters with several groups of hosts. */
final class MixRules {
    private MixRules() {}

    static void costsAreKnown(Inspection at) {
        for (ClusterPlacement placed : at.placements()) {
            HostObjective asked = placed.cluster().cluster().objective();
            placed.proof().ifPresent(proof -> {
                if (proof instanceof Proof.Mixture mixture && mixture.question().objective() != asked) {
                    at.add(at.violated(
                            placed.cluster().cluster().name(),
                            mixture.question().note().orElse(""),
                            asked == HostObjective.LOWEST_PRICE
                                    ? "Add the quotes to your own library, or choose another objective."
                                    : "Type it in at the hosts, or choose another objective."));
                }
            });
        }
    }

    static void oneGpuIsUsed(Inspection at) {
        for (MachineView machine : at.machines()) {
            ResolvedGroup first = machine.groups().getFirst();
            List<ResolvedGroup> others = machine.groups().stream()
                    .filter(group -> !group.gpu().id().equals(first.gpu().id()))
                    .toList();
            if (!others.isEmpty() && !(machine.resolved() instanceof ResolvedWorkload.Vms)) {
                at.add(sizedForTheFirst(at, machine, first, others));
            }
        }
    }

    private static Finding sizedForTheFirst(
            Inspection at, MachineView machine, ResolvedGroup first, List<ResolvedGroup> others) {
        return at.violated(
                machine.name(),
                "Its machines are sized for the " + first.gpu().name() + " of "
                        + first.group().name()
                        + ", and may be placed on "
                        + others.stream()
                                .map(group -> group.group().name() + " with "
                                        + group.gpu().name())
                                .collect(Collectors.joining(", "))
                        + " as if they did the same there.",
                "Label the hosts that it may use, or mix hosts with the same GPU.");
    }
}
