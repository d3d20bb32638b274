package org.sizewright.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.Proof;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.ResolvedGroup;

/** Rules about where virtual machines run and what a failure does. */
final class PlacementRules {
    /** Above this share of the used GPUs' memory, stranding is worth a word; a proposal, not a fact. */
    private static final double STRANDED_SHARE = 0.10;

    private PlacementRules() {}

    static void checkerAcceptsThePlacement(Inspection at) {
        for (ClusterPlacement placed : at.placements()) {
            placed.violations()
                    .forEach(violation -> at.add(at.violated(
                            name(placed),
                            violation.words(),
                            "This is an error of the program: please report it with the plan.")));
        }
    }

    static void hostsWereFound(Inspection at) {
        for (ClusterPlacement placed : at.placements()) {
            placed.proof().ifPresent(proof -> {
                if (proof instanceof Proof.CannotFit || proof instanceof Proof.NotFound) {
                    at.add(at.violated(
                            name(placed),
                            named(at, proof.words()),
                            "Change the hosts or the workloads"
                                    + (isForFailures(placed, proof) ? ", or tolerate fewer failures." : ".")));
                }
            });
        }
    }

    /** Whether fewer failures may help: what cannot fit without a bound that counts them does not fit in normal operation either. */
    private static boolean isForFailures(ClusterPlacement placed, Proof proof) {
        return placed.problem().policy().failures() > 0
                && !(proof instanceof Proof.CannotFit cannot && cannot.bound().isEmpty());
    }

    static void everyVmHasAPlace(Inspection at) {
        for (ClusterPlacement placed : at.placements()) {
            Map<String, List<RefusedVm>> byClass = placed.all().refused().stream()
                    .collect(Collectors.groupingBy(RefusedVm::vmClass, TreeMap::new, Collectors.toList()));
            byClass.forEach((vmClass, refused) -> at.add(at.violated(
                            workloadName(at, vmClass),
                            refused.size() + " of "
                                    + placed.whole().vm(vmClass).count() + " VMs have no place. "
                                    + refused.getFirst().reason().words(),
                            remedy(refused.getFirst().reason().binding()))
                    .withDistance(refused.size() + " VMs without a place")));
        }
    }

    /** What can help: where even an empty host does not do, more of them do not either. */
    private static String remedy(RefusedVm.Binding binding) {
        return switch (binding) {
            case NO_HOST -> "Add hosts.";
            case LABEL -> "Give hosts these labels, or other labels to the workload.";
            case PROFILE -> "Choose another profile, or GPUs that offer this one.";
            case HOST_SIZE -> "Take larger hosts, or smaller VMs.";
            case HOST_NICS -> "Take hosts with more network cards beside their GPUs, or let the VMs do without.";
            case LINKS -> "Change how many GPUs a VM has, whether they are to be joined, or the hosts.";
            case NICS -> "Add hosts, take hosts with more network cards beside their GPUs, or let VMs do without.";
            case GPU_SLICES, WHOLE_GPUS, VCPU, MEMORY, NOT_RESTARTABLE ->
                "Add hosts, choose another profile, or reduce the workload.";
        };
    }

    static void failuresAreSurvived(Inspection at) {
        for (ClusterPlacement placed : at.placements()) {
            if (placed.problem().policy().failures() == 0) {
                boolean promised = at.machines().stream()
                        .anyMatch(machine -> machine.mustRestart()
                                && machine.cluster()
                                        .cluster()
                                        .id()
                                        .equals(placed.cluster().cluster().id()));
                if (!promised) {
                    continue; // every machine of it may stay down
                }
                at.add(at.finding(
                        Severity.WARNING,
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
                                lost -> workloadName(at, lost.vmClass()), TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getValue() + " × " + entry.getKey())
                        .collect(Collectors.joining(", "));
                at.add(at.violated(
                                name(placed),
                                when(worst) + "If " + hosts + " fails, these VMs find no place: " + vms + ". "
                                        + certainty(first) + " The same holds for "
                                        + bad.size() + " of "
                                        + worst.resilience().failures().size() + " failures"
                                        + proven(worst.resilience(), bad) + ".",
                                worst.resilience().wayOut().isEmpty()
                                        ? "Add a host, or let a workload stay down."
                                        : groupNamed(placed, worst.resilience().wayOut())
                                                + " Or let a workload stay down.")
                        .withDistance(first.lost().size() + " VMs stay down"));
            }
        }
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

    static void strandedMemoryIsSmall(Inspection at) {
        for (ClusterPlacement placed : at.placements()) {
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
                at.add(at.violated(
                        name(placed),
                        ValueText.number(stranded)
                                + " GiB of the GPUs in use can be reached by no profile of the plan.",
                        "Other profiles may leave less: the Placement screen shows where it lies."));
            }
        }
    }

    /** GPUs stay at same size where nobody knows the placement ids; what that costs cannot be said. */
    static void sizesAreMixed(Inspection at) {
        for (ClusterPlacement placed : at.placements()) {
            placed.all()
                    .notes()
                    .forEach(note -> at.add(at.violated(
                                    name(placed),
                                    note,
                                    "Set the cluster to same size, so that the hosts are built as they were counted, or ask"
                                            + " the vendor for the placement ids and add them to your own library.")
                            .withPath("/options/" + at.option().option().id() + "/clusters/"
                                    + placed.cluster().cluster().id())));
        }
    }

    static void pinsHold(Inspection at) {
        List<ClusterId> clusters = new ArrayList<>();
        for (ClusterPlacement placed : at.placements()) {
            clusters.add(placed.cluster().cluster().id());
            boolean hostsAreKnown =
                    placed.proof().isEmpty() || placed.proof().get().enough().isPresent();
            if (hostsAreKnown) {
                placed.pinning()
                        .unused()
                        .forEach(unused -> at.add(unusedPin(
                                at,
                                unused.pin().vmClass(),
                                unused.pin().number(),
                                placed.place(unused.pin()),
                                unused.words())));
            }
        }
        at.option().option().pins().stream()
                .filter(pin -> !clusters.contains(pin.cluster()))
                .forEach(pin -> at.add(unusedPin(
                        at, pin.machine(), pin.number(), "host " + pin.host(), "Its cluster is not there any more.")));
    }

    private static Finding unusedPin(Inspection at, String machine, int number, String place, String why) {
        String name = workloadName(at, machine) + " " + number;
        return at.violated(
                name,
                "The pin of " + name + " to " + place + " is not used: " + why,
                "Remove the pin on the Placement screen, or pin the VM to another place.");
    }

    /** A sentence of the search with what people call the workloads in place of the ids of its classes. */
    private static String named(Inspection at, String sentence) {
        return VmClass.named(sentence, vmClass -> workloadName(at, vmClass));
    }

    /** The same with the names of groups of hosts in place of their ids. */
    private static String groupNamed(ClusterPlacement placed, String sentence) {
        String named = sentence;
        for (ResolvedGroup group : placed.cluster().groups()) {
            named = named.replace(
                    " of " + group.group().id() + " ", " of " + group.group().name() + " ");
        }
        return named;
    }

    private static String name(ClusterPlacement placed) {
        return placed.cluster().cluster().name();
    }

    static String workloadName(Inspection at, String vmClass) {
        return at.plan().plan().workloads().stream()
                .filter(workload -> workload.id().value().equals(VmClass.workloadOf(vmClass)))
                .map(workload -> VmClass.isDatabase(vmClass) ? workload.name() + ", database" : workload.name())
                .findFirst()
                .orElse(vmClass);
    }
}
