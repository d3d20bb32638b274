package org.sizewright.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;

/**
 * Which pins of a problem hold on the hosts that it has. A pin holds unless what it names is not there, the place is not one that the
 * machine may have, or pins before it leave no room; one that does not hold is left out, and its machine is placed like any other.
 *
 * @param kept pinned machines in their places, in the order of the pins
 * @param unused pins that do not hold, and why
 */
public record Pinning(List<PlacedVm> kept, List<Unused> unused) {
    /**
     * A pin that does not hold.
     *
     * @param words why not, as a sentence
     */
    public record Unused(PinnedVm pin, String words) {}

    public Pinning {
        kept = List.copyOf(kept);
        unused = List.copyOf(unused);
    }

    public static Pinning of(PlacementProblem problem) {
        return problem.pins().isEmpty() ? new Pinning(List.of(), List.of()) : of(new Cluster(problem));
    }

    static Pinning of(Cluster cluster) {
        List<PlacedVm> kept = new ArrayList<>();
        List<Unused> unused = new ArrayList<>();
        if (!cluster.problem.pins().isEmpty()) {
            Packing packing = new Packing(cluster);
            for (PinnedVm pin : cluster.problem.pins()) {
                fault(cluster, packing, pin)
                        .ifPresentOrElse(
                                words -> unused.add(new Unused(pin, words)),
                                () -> kept.add(cluster.problem.placed(pin)));
            }
        }
        return new Pinning(kept, unused);
    }

    /** How many machines are pinned, as a sentence with a space before it; empty if none are. */
    public String words() {
        return switch (kept.size()) {
            case 0 -> "";
            case 1 -> " One machine is pinned by hand.";
            default -> " " + kept.size() + " machines are pinned by hand.";
        };
    }

    public boolean holds(String vmClass, int number) {
        return kept.stream().anyMatch(vm -> vm.vmClass().equals(vmClass) && vm.number() == number);
    }

    /** Why the pin does not hold; takes its place if it does. */
    private static Optional<String> fault(Cluster cluster, Packing packing, PinnedVm pin) {
        PlacementProblem problem = cluster.problem;
        int vmClass = cluster.classNumber(pin.vmClass());
        if (vmClass < 0) {
            return Optional.of("There is no such machine any more.");
        }
        VmClass vm = cluster.vm(vmClass);
        if (pin.number() > vm.count()) {
            return Optional.of(
                    "There are only " + vm.count() + (vm.count() == 1 ? " machine" : " machines") + " of this kind.");
        }
        if (pin.group() >= problem.groups().size()) {
            return Optional.of("Its group of hosts is not there any more.");
        }
        HostGroupSpec group = problem.groups().get(pin.group());
        if (pin.host() >= group.count()) {
            return Optional.of(
                    "There are only " + group.count() + (group.count() == 1 ? " host" : " hosts") + " of this kind.");
        }
        if (!group.host().labels().containsAll(vm.labels())) {
            return Optional.of("The host does not carry the labels that the machine needs.");
        }
        if (pin.gpus().size() != vm.gpu().gpus()) {
            return Optional.of("The machine asks for " + vm.gpu().words() + " now.");
        }
        List<GpuNeed> open = new ArrayList<>(vm.gpu().shares());
        for (GpuSlot slot : pin.gpus()) {
            Optional<GpuNeed> share = open.stream()
                    .filter(each -> each.profile().equals(slot.profile()))
                    .findFirst();
            if (share.isEmpty()) {
                return Optional.of("The machine asks for " + vm.gpu().words() + " now.");
            }
            open.remove(share.get());
            Optional<String> fault = fault(problem.policy(), group.host(), share.get(), slot);
            if (fault.isPresent()) {
                return fault;
            }
        }
        if (vm.gpu() instanceof GpuNeed.Whole whole && !group.host().links().accepts(whole, pin.gpus())) {
            return Optional.of("Its " + whole.gpus() + " GPUs are to be joined, and these are no group of links.");
        }
        return packing.putBack(problem.placed(pin))
                ? Optional.empty()
                : Optional.of("What is pinned before it leaves no room there.");
    }

    private static Optional<String> fault(Policy policy, HostSpec host, GpuNeed need, GpuSlot slot) {
        if (slot.gpu() < 0 || slot.gpu() >= host.gpus()) {
            return Optional.of("The host has only " + host.gpus() + (host.gpus() == 1 ? " GPU." : " GPUs."));
        }
        return allowed(policy, host, need)
                        .anyMatch(scheme -> scheme.mode() == slot.mode()
                                && scheme.slice(slot.profile())
                                        .filter(slice -> slice.starts().contains(slot.start()))
                                        .isPresent())
                ? Optional.empty()
                : Optional.of(
                        slot.mode() == PartitionMode.FULL
                                ? "The machine cannot have a whole GPU of this host."
                                : "The GPU offers no " + need.words() + " at this place ("
                                        + slot.mode().words() + ").");
    }

    private static Stream<PartitionScheme> allowed(Policy policy, HostSpec host, GpuNeed need) {
        Optional<GpuGeometry> geometry = host.geometry();
        return geometry.stream().flatMap(gpu -> GpuMoves.schemes(gpu, policy.vgpuMode(), need, true).stream());
    }
}
