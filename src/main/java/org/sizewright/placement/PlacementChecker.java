package org.sizewright.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.Violation.Kind;
import org.sizewright.plan.Survival;

/**
 * Recounts a placement or a restart plan slot by slot from the tables of starts and sizes. Shares no code with the placer nor
 * with the layouts of {@code partition}, so that an error there is found here. An empty list means accepted.
 */
public final class PlacementChecker {
    private record Key(String vmClass, int number) {}

    private record Place(int host, int gpu) {}

    private final PlacementProblem problem;
    private final List<HostSpec> hosts;
    private final Map<String, VmClass> classes = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private PlacementChecker(PlacementProblem problem) {
        this.problem = problem;
        hosts = problem.hosts();
        problem.vms().forEach(vm -> classes.put(vm.id(), vm));
    }

    /** Checks that every machine asked for is placed or refused once, and that every place is allowed. */
    public static List<Violation> check(PlacementProblem problem, Placement placement) {
        PlacementChecker checker = new PlacementChecker(problem);
        checker.account(
                placement.placed().stream().map(PlacementChecker::key),
                placement.refused().stream().map(vm -> new Key(vm.vmClass(), vm.number())),
                checker.asked());
        checker.places(placement.placed());
        checker.pins(placement.placed());
        return List.copyOf(checker.violations);
    }

    /**
     * The machines that must be where they are pinned: each pin in turn, unless its place is not allowed beside the pins before it.
     */
    public static List<PlacedVm> pinned(PlacementProblem problem) {
        Map<Integer, List<PlacedVm>> byHost = new HashMap<>();
        List<PlacedVm> pinned = new ArrayList<>();
        for (PinnedVm pin : problem.pins()) {
            boolean isThere = pin.group() < problem.groups().size()
                    && pin.host() < problem.groups().get(pin.group()).count()
                    && problem.vms().stream()
                            .anyMatch(vm -> vm.id().equals(pin.vmClass()) && pin.number() <= vm.count());
            if (isThere) {
                PlacedVm vm = pin.from(problem.firstHost(pin.group()));
                List<PlacedVm> onHost = byHost.computeIfAbsent(vm.host(), host -> new ArrayList<>());
                PlacementChecker alone = new PlacementChecker(problem);
                onHost.add(vm);
                alone.places(onHost);
                if (alone.violations.isEmpty()) {
                    pinned.add(vm);
                } else {
                    onHost.removeLast();
                }
            }
        }
        return pinned;
    }

    private void pins(List<PlacedVm> placed) {
        Set<PlacedVm> there = new HashSet<>(placed);
        for (PlacedVm pinned : pinned(problem)) {
            if (!there.contains(pinned)) {
                add(Kind.PIN, key(pinned) + " is not where it is pinned, on host " + pinned.host() + ".");
            }
        }
    }

    /**
     * Checks a restart plan: survivors stay in place, only machines that may be evicted are, every machine of the failed hosts
     * is restarted, down by permission or lost, nothing runs on a failed host, and what runs then is allowed.
     */
    public static List<Violation> check(PlacementProblem problem, Placement before, HostFailure failure) {
        PlacementChecker checker = new PlacementChecker(problem);
        checker.restart(before, failure);
        return List.copyOf(checker.violations);
    }

    private static Key key(PlacedVm vm) {
        return new Key(vm.vmClass(), vm.number());
    }

    private Set<Key> asked() {
        Set<Key> asked = new HashSet<>();
        for (VmClass vm : problem.vms()) {
            for (int number = 1; number <= vm.count(); number++) {
                asked.add(new Key(vm.id(), number));
            }
        }
        return asked;
    }

    private void account(Stream<Key> some, Stream<Key> others, Set<Key> expected) {
        Set<Key> open = new HashSet<>(expected);
        Stream.concat(some, others).forEach(key -> {
            if (!open.remove(key)) {
                add(Kind.ACCOUNT, key + (expected.contains(key) ? " is accounted for twice." : " was not asked for."));
            }
        });
        open.forEach(key -> add(Kind.ACCOUNT, key + " is neither placed nor refused."));
    }

    private void restart(Placement before, HostFailure failure) {
        Set<Integer> failed = new HashSet<>(failure.hosts());
        Map<Key, PlacedVm> running = new LinkedHashMap<>();
        Set<Key> hit = new HashSet<>();
        for (PlacedVm vm : before.placed()) {
            if (failed.contains(vm.host())) {
                hit.add(key(vm));
            } else {
                running.put(key(vm), vm);
            }
        }
        for (PlacedVm vm : failure.evicted()) {
            if (running.get(key(vm)) == null) {
                add(Kind.RESTART, key(vm) + " is evicted but does not run on a healthy host.");
            } else if (survival(vm.vmClass()) != Survival.MAY_BE_EVICTED) {
                add(Kind.RESTART, key(vm) + " is evicted and may not be.");
            }
            running.remove(key(vm));
        }
        account(
                failure.restarted().stream().map(PlacementChecker::key),
                Stream.concat(failure.down().stream(), failure.lost().stream())
                        .map(vm -> new Key(vm.vmClass(), vm.number())),
                hit);
        for (RefusedVm vm : failure.down()) {
            if (survival(vm.vmClass()) == Survival.MUST_RESTART) {
                add(Kind.RESTART, vm.vmClass() + " " + vm.number() + " stays down but must restart.");
            }
        }
        List<PlacedVm> after = new ArrayList<>(running.values());
        for (PlacedVm vm : failure.restarted()) {
            if (failed.contains(vm.host())) {
                add(Kind.RESTART, key(vm) + " restarts on the failed host " + vm.host() + ".");
            }
            VmClass vmClass = classes.get(vm.vmClass());
            if (vmClass != null && !vmClass.restartable()) {
                add(Kind.RESTART, key(vm) + " restarts and cannot.");
            }
            after.add(vm);
        }
        places(after);
    }

    private Survival survival(String vmClass) {
        VmClass vm = classes.get(vmClass);
        return vm == null ? Survival.MUST_RESTART : vm.survival();
    }

    private void places(List<PlacedVm> placed) {
        long[] vcpu = new long[hosts.size()];
        long[] memory = new long[hosts.size()];
        long[] nics = new long[hosts.size()];
        Map<Place, List<GpuSlot>> slots = new LinkedHashMap<>();
        for (PlacedVm vm : placed) {
            VmClass vmClass = classes.get(vm.vmClass());
            if (vmClass == null) {
                continue; // already reported by the account
            }
            if (vm.host() < 0 || vm.host() >= hosts.size()) {
                add(Kind.UNKNOWN, key(vm) + " is on host " + vm.host() + ", which does not exist.");
                continue;
            }
            HostSpec host = hosts.get(vm.host());
            vcpu[vm.host()] += vmClass.vcpu();
            memory[vm.host()] += vmClass.memoryGib();
            nics[vm.host()] += nics(vmClass, host);
            if (!host.labels().containsAll(vmClass.labels())) {
                add(Kind.LABEL, key(vm) + " needs labels that host " + vm.host() + " does not carry.");
            }
            need(vm, vmClass, host);
            for (GpuSlot slot : vm.gpus()) {
                slots.computeIfAbsent(new Place(vm.host(), slot.gpu()), place -> new ArrayList<>())
                        .add(slot);
            }
        }
        for (int i = 0; i < hosts.size(); i++) {
            HostSpec host = hosts.get(i);
            if (vcpu[i] > host.vcpu()) {
                add(Kind.VCPU, "Host " + i + " gives " + vcpu[i] + " vCPU of " + host.vcpu() + ".");
            }
            if (memory[i] > host.memoryGib() - host.reservedMemoryGib()) {
                add(Kind.MEMORY, "Host " + i + " gives " + memory[i] + " GiB of " + host.usableMemoryGib() + ".");
            }
            if (nics[i] > cards(host)) {
                add(Kind.NICS, "Host " + i + " gives " + nics[i] + " network cards of " + cards(host) + ".");
            }
        }
        slots.forEach(this::gpu);
    }

    /** Cards of its own: one for as many of its GPUs as a card is beside, and one more for the rest. */
    private static int nics(VmClass vm, HostSpec host) {
        if (!(vm.gpu() instanceof GpuNeed.Whole whole)
                || !whole.nics()
                || host.gpus() == 0
                || host.nics().isEmpty()) {
            return 0;
        }
        int beside = gpusBesideACard(host);
        return whole.gpus() / beside + (whole.gpus() % beside > 0 ? 1 : 0);
    }

    /** Cards beside GPUs: those that there are, without those too many to share the GPUs out evenly. */
    private static int cards(HostSpec host) {
        return host.gpus() == 0 || host.nics().orElse(0) == 0 ? 0 : host.gpus() / gpusBesideACard(host);
    }

    private static int gpusBesideACard(HostSpec host) {
        int most = host.nics().orElse(0);
        for (int cards = most; cards > 1; cards--) {
            if (host.gpus() % cards == 0) {
                return host.gpus() / cards;
            }
        }
        return Math.max(1, host.gpus());
    }

    /** Whether the slots of one machine are what it asked for. */
    private void need(PlacedVm vm, VmClass vmClass, HostSpec host) {
        Set<Integer> distinct = new HashSet<>();
        for (GpuSlot slot : vm.gpus()) {
            if (slot.gpu() < 0 || slot.gpu() >= host.gpus()) {
                add(Kind.UNKNOWN, key(vm) + " is on GPU " + slot.gpu() + ", which host " + vm.host() + " has not.");
            }
            // vGPUs of one machine may lie on one GPU, whole GPUs are each another one
            if (!distinct.add(slot.gpu()) && !(vmClass.gpu() instanceof GpuNeed.Several)) {
                add(Kind.NEED, key(vm) + " is twice on GPU " + slot.gpu() + ".");
            }
            boolean asked = switch (vmClass.gpu()) {
                case GpuNeed.None none -> false;
                case GpuNeed.Whole whole -> slot.mode() == PartitionMode.FULL;
                case GpuNeed.Fraction share -> isShare(slot, share);
                case GpuNeed.Several several -> several.parts().stream().anyMatch(part -> isShare(slot, part));
            };
            if (slot.mode() == PartitionMode.EQUAL_SIZE
                    && problem.policy().vgpuMode() == Policy.VgpuMode.MIXED_SIZE
                    && host.geometry().flatMap(GpuGeometry::mixedSize).isPresent()
                    && !insistsOnOneSize(vmClass.gpu())) {
                add(Kind.MODE, key(vm) + " is on a GPU at same size, which the policy rules out.");
            }
            if (!asked) {
                add(
                        Kind.NEED,
                        key(vm) + " got " + slot.profile() + " (" + slot.mode().words() + ") unasked.");
            }
        }
        int expected = switch (vmClass.gpu()) {
            case GpuNeed.None none -> 0;
            case GpuNeed.Whole whole -> whole.gpus();
            case GpuNeed.Fraction share -> 1;
            case GpuNeed.Several several -> several.parts().size();
        };
        if (vm.gpus().size() != expected) {
            add(Kind.NEED, key(vm) + " got " + vm.gpus().size() + " GPU shares and asked for " + expected + ".");
        } else if (vmClass.gpu() instanceof GpuNeed.Whole whole) {
            joined(vm, whole, host);
        } else if (vmClass.gpu() instanceof GpuNeed.Several several) {
            Map<String, Integer> open = new TreeMap<>();
            several.parts().forEach(part -> open.merge(part.profile(), 1, Integer::sum));
            vm.gpus().forEach(slot -> open.merge(slot.profile(), -1, Integer::sum));
            open.forEach((profile, missing) -> {
                if (missing > 0) {
                    add(Kind.NEED, key(vm) + " lacks " + missing + " of " + profile + ".");
                }
            });
        }
    }

    /** Whether GPUs that are to be joined are one group of the host's links: side by side from a multiple of their number. */
    private void joined(PlacedVm vm, GpuNeed.Whole whole, HostSpec host) {
        if (whole.gpus() == 1 || whole.joining() == GpuNeed.Joining.ANY) {
            return;
        }
        int largest =
                host.links().sizes().stream().mapToInt(Integer::intValue).max().orElse(1);
        if (host.links().sizes().stream().anyMatch(size -> size == whole.gpus())) {
            int first = vm.gpus().stream().mapToInt(GpuSlot::gpu).min().orElse(0);
            int last = vm.gpus().stream().mapToInt(GpuSlot::gpu).max().orElse(0);
            if (first % whole.gpus() != 0 || last != first + whole.gpus() - 1) {
                add(Kind.LINKS, key(vm) + " is on GPUs " + first + " to " + last + ", which are no group of links.");
            }
        } else if (whole.gpus() < largest || whole.joining() == GpuNeed.Joining.ALWAYS) {
            add(Kind.LINKS, key(vm) + " needs " + whole.gpus() + " joined GPUs, which host " + vm.host() + " has not.");
        }
    }

    private static boolean isShare(GpuSlot slot, GpuNeed.Fraction share) {
        return slot.profile().equals(share.profile())
                && switch (share) {
                    case GpuNeed.Mig mig -> slot.mode() == PartitionMode.MIG;
                    case GpuNeed.TimeSliced vgpu ->
                        slot.mode() == PartitionMode.EQUAL_SIZE
                                || slot.mode() == PartitionMode.MIXED_SIZE && !vgpu.sameSizeOnly();
                };
    }

    private static boolean insistsOnOneSize(GpuNeed need) {
        return switch (need) {
            case GpuNeed.TimeSliced vgpu -> vgpu.sameSizeOnly();
            case GpuNeed.Several several -> several.parts().stream().allMatch(PlacementChecker::insistsOnOneSize);
            case GpuNeed.None none -> false;
            case GpuNeed.Whole whole -> false;
            case GpuNeed.Mig mig -> false;
        };
    }

    /** One GPU, unit by unit. */
    private void gpu(Place place, List<GpuSlot> slots) {
        String where = "Host " + place.host() + ", GPU " + place.gpu() + ": ";
        PartitionMode mode = slots.getFirst().mode();
        if (slots.stream().anyMatch(slot -> slot.mode() != mode)) {
            add(Kind.MODE, where + "two modes on one GPU.");
            return;
        }
        Optional<PartitionScheme> scheme =
                hosts.get(place.host()).geometry().flatMap(geometry -> table(geometry, mode));
        if (scheme.isEmpty()) {
            add(Kind.MODE, where + "it has no mode " + mode.words() + ".");
            return;
        }
        if (mode == PartitionMode.MIXED_SIZE && problem.policy().vgpuMode() == Policy.VgpuMode.SAME_SIZE) {
            add(Kind.MODE, where + "the policy rules out " + mode.words() + ".");
        }
        int[] users = new int[scheme.get().units()];
        Map<String, Integer> perProfile = new TreeMap<>();
        Map<String, Integer> perGroup = new TreeMap<>();
        Set<Integer> sizes = new HashSet<>();
        for (GpuSlot slot : slots) {
            Optional<Slice> found = scheme.get().slices().stream()
                    .filter(slice -> slice.profile().equals(slot.profile()))
                    .findFirst();
            if (found.isEmpty()) {
                add(Kind.UNKNOWN, where + "it does not offer " + slot.profile() + ".");
                continue;
            }
            Slice slice = found.get();
            if (!slice.starts().contains(slot.start())) {
                add(Kind.START, where + slot.profile() + " cannot start at " + slot.start() + ".");
            }
            for (int unit = slot.start(); unit < slot.start() + slice.size(); unit++) {
                if (unit >= 0 && unit < users.length && ++users[unit] == 2) {
                    add(Kind.OVERLAP, where + "unit " + unit + " is used twice.");
                }
            }
            sizes.add(slice.size());
            if (perProfile.merge(slot.profile(), 1, Integer::sum) == slice.maxInstances() + 1) {
                add(Kind.MAXIMUM, where + "more than " + slice.maxInstances() + " of " + slot.profile() + ".");
            }
            slice.group().ifPresent(group -> {
                if (perGroup.merge(group, 1, Integer::sum) == 2) {
                    add(Kind.MAXIMUM, where + "two profiles of the group " + group + ".");
                }
            });
        }
        if (mode == PartitionMode.EQUAL_SIZE && sizes.size() > 1) {
            add(Kind.SIZE_LOCK, where + "two sizes on a GPU at same size.");
        }
    }

    private static Optional<PartitionScheme> table(GpuGeometry geometry, PartitionMode mode) {
        return switch (mode) {
            case FULL -> Optional.of(PartitionScheme.full());
            case MIG -> geometry.mig();
            case EQUAL_SIZE -> geometry.equalSize();
            case MIXED_SIZE -> geometry.mixedSize();
        };
    }

    private void add(Kind kind, String words) {
        violations.add(new Violation(kind, words));
    }
}
