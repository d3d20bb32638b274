package org.sizewright.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.Proof;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.ClusterId;

/** Rules about where virtual machines run and what a failure does. */
final class PlacementRules {
    private static final Source PLACED = Source.of("Placement slot by slot", "", "", Evidence.COMPUTED);
    private static final Source HA = Source.of(
            "HA admission control counts CPU and memory, not GPUs",
            "developer.broadcom.com, ClusterFailoverResourcesAdmissionControlPolicy",
            "2026",
            Evidence.VERIFIED);
    private static final RuleCard CHECKED = RuleCard.of("PLACE-001", "The checker accepts the placement", PLACED);
    private static final RuleCard FOUND = RuleCard.of("PLACE-002", "A number of hosts carries the demand", PLACED);
    private static final RuleCard COMPLETE = RuleCard.of("PLACE-003", "Every VM has a place", PLACED);
    private static final RuleCard SURVIVES = RuleCard.of("HA-001", "GPU VMs restart after a host failure", HA);
    private static final RuleCard STRANDED = RuleCard.of("PLACE-004", "Little GPU memory is stranded", PLACED);
    private static final RuleCard MIXED =
            RuleCard.of("PLACE-006", "Sizes are mixed where the cluster mixes them", PLACED);
    private static final RuleCard PINNED = RuleCard.of("PLACE-005", "Every pin holds", PLACED);
    /** Above this share of the used GPUs' memory, stranding is worth a word; a proposal, not a fact. */
    private static final double STRANDED_SHARE = 0.10;

    private PlacementRules() {}

    static List<Finding> checkerAcceptsThePlacement(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ClusterPlacement placed : subject.placements()) {
            placed.violations()
                    .forEach(violation -> findings.add(Finding.of(
                            Severity.ERROR,
                            CHECKED,
                            name(placed),
                            violation.words(),
                            "This is an error of the program: please report it with the plan.")));
        }
        return findings;
    }

    static List<Finding> hostsWereFound(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ClusterPlacement placed : subject.placements()) {
            placed.proof().ifPresent(proof -> {
                if (proof instanceof Proof.CannotFit || proof instanceof Proof.NotFound) {
                    findings.add(Finding.of(
                            Severity.ERROR,
                            FOUND,
                            name(placed),
                            named(subject, proof.words()),
                            "Change the hosts or the workloads, or tolerate fewer failures."));
                }
            });
        }
        return findings;
    }

    static List<Finding> everyVmHasAPlace(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ClusterPlacement placed : subject.placements()) {
            Map<String, List<RefusedVm>> byClass = placed.all().refused().stream()
                    .collect(Collectors.groupingBy(RefusedVm::vmClass, TreeMap::new, Collectors.toList()));
            byClass.forEach((vmClass, refused) -> findings.add(Finding.of(
                            Severity.ERROR,
                            COMPLETE,
                            workloadName(subject, vmClass),
                            refused.size() + " of "
                                    + placed.whole().vm(vmClass).count() + " VMs have no place. "
                                    + refused.getFirst().reason().words(),
                            "Add hosts, choose another profile, or reduce the workload.")
                    .withDistance(refused.size() + " VMs without a place")));
        }
        return findings;
    }

    static List<Finding> failuresAreSurvived(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ClusterPlacement placed : subject.placements()) {
            if (placed.problem().policy().failures() == 0) {
                findings.add(Finding.of(
                        Severity.WARNING,
                        SURVIVES,
                        name(placed),
                        "The cluster tolerates no host failure: GPU VMs of a failed host stay down.",
                        "Tolerate one host failure, unless the customer accepts this."));
            } else if (!placed.isSurvived()) {
                ClusterPlacement worst = notSurvived(placed);
                List<HostFailure> bad = worst.resilience().notSurvived();
                HostFailure first = Collections.max(
                        bad,
                        Comparator.comparing(HostFailure::isRuledOut)
                                .thenComparing(failure -> failure.lost().size()));
                String hosts = first.hosts().stream().map(placed::hostName).collect(Collectors.joining(" and "));
                String vms = first.lost().stream()
                        .collect(Collectors.groupingBy(
                                lost -> workloadName(subject, lost.vmClass()), TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getValue() + " × " + entry.getKey())
                        .collect(Collectors.joining(", "));
                findings.add(Finding.of(
                                Severity.ERROR,
                                SURVIVES,
                                name(placed),
                                when(worst) + "If " + hosts + " fails, these VMs find no place: " + vms + ". "
                                        + certainty(first) + " The same holds for "
                                        + bad.size() + " of "
                                        + worst.resilience().failures().size() + " failures"
                                        + proven(worst.resilience(), bad) + ".",
                                "Add a host, or let a workload stay down.")
                        .withDistance(first.lost().size() + " VMs stay down"));
            }
        }
        return findings;
    }

    private static String certainty(HostFailure failure) {
        return failure.isRuledOut()
                ? "It is proven that not everything can restart."
                : "No restart was found, and none is ruled out.";
    }

    private static String proven(Resilience resilience, List<HostFailure> bad) {
        long proven = resilience.ruledOut();
        return proven == 0 || proven == bad.size() ? "" : ", proven for " + proven + " of them";
    }

    /** As it runs in the slot of the week in which most failures are not survived. */
    private static ClusterPlacement notSurvived(ClusterPlacement placed) {
        return placed.week()
                .map(week -> IntStream.range(0, week.slots().size())
                        .mapToObj(placed::at)
                        .max(Comparator.comparingInt(
                                at -> at.resilience().notSurvived().size()))
                        .orElse(placed))
                .orElse(placed);
    }

    private static String when(ClusterPlacement placed) {
        return placed.slot().map(slot -> "At " + slot.time().brief() + ": ").orElse("");
    }

    static List<Finding> strandedMemoryIsSmall(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ClusterPlacement placed : subject.placements()) {
            double used = placed.figures().gpus().stream()
                    .mapToDouble(gpu -> placed.problem()
                                    .hosts()
                                    .get(gpu.host())
                                    .geometry()
                                    .orElseThrow()
                                    .memoryMib()
                            / 1024.0)
                    .sum();
            double stranded = placed.figures().strandedGib();
            if (used > 0 && stranded / used > STRANDED_SHARE) {
                findings.add(Finding.of(
                        Severity.NOTE,
                        STRANDED,
                        name(placed),
                        ValueText.number(stranded)
                                + " GiB of the GPUs in use can be reached by no profile of the plan.",
                        "Other profiles may leave less: the Placement screen shows where it lies."));
            }
        }
        return findings;
    }

    /** GPUs stay at same size where nobody knows the placement ids; what that costs cannot be said. */
    static List<Finding> sizesAreMixed(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ClusterPlacement placed : subject.placements()) {
            placed.all()
                    .notes()
                    .forEach(note -> findings.add(Finding.of(
                                    Severity.WARNING,
                                    MIXED,
                                    name(placed),
                                    note,
                                    "Set the cluster to same size, so that the hosts are built as they were counted, or ask"
                                            + " the vendor for the placement ids and add them to your own library.")
                            .withPath("/options/" + subject.option().option().id() + "/clusters/"
                                    + placed.cluster().cluster().id())));
        }
        return findings;
    }

    static List<Finding> pinsHold(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        List<ClusterId> clusters = new ArrayList<>();
        for (ClusterPlacement placed : subject.placements()) {
            clusters.add(placed.cluster().cluster().id());
            boolean hostsAreKnown =
                    placed.proof().isEmpty() || placed.proof().get().enough().isPresent();
            if (hostsAreKnown) {
                placed.pinning()
                        .unused()
                        .forEach(unused -> findings.add(unusedPin(
                                subject,
                                unused.pin().vmClass(),
                                unused.pin().number(),
                                placed.place(unused.pin()),
                                unused.words())));
            }
        }
        subject.option().option().pins().stream()
                .filter(pin -> !clusters.contains(pin.cluster()))
                .forEach(pin -> findings.add(unusedPin(
                        subject,
                        pin.machine(),
                        pin.number(),
                        "host " + pin.host(),
                        "Its cluster is not there any more.")));
        return findings;
    }

    private static Finding unusedPin(RuleSubject subject, String machine, int number, String place, String why) {
        String name = workloadName(subject, machine) + " " + number;
        return Finding.of(
                Severity.WARNING,
                PINNED,
                name,
                "The pin of " + name + " to " + place + " is not used: " + why,
                "Remove the pin on the Placement screen, or pin the VM to another place.");
    }

    /** A sentence of the search with what people call the workloads in place of the ids of its classes. */
    private static String named(RuleSubject subject, String sentence) {
        return VmClass.named(sentence, vmClass -> workloadName(subject, vmClass));
    }

    private static String name(ClusterPlacement placed) {
        return placed.cluster().cluster().name();
    }

    static String workloadName(RuleSubject subject, String vmClass) {
        return subject.plan().plan().workloads().stream()
                .filter(workload -> workload.id().value().equals(VmClass.workloadOf(vmClass)))
                .map(workload -> VmClass.isDatabase(vmClass) ? workload.name() + ", database" : workload.name())
                .findFirst()
                .orElse(vmClass);
    }
}
