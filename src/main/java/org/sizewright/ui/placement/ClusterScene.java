package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sizewright.figure.ValueText;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Survival;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.GpuStrip;

/** One cluster as it runs, or as it runs after a host failure. Rows are prepared one by one, as they come into view. */
final class ClusterScene {
    private final Texts texts;
    private final ClusterPlacement placed;
    private final VmNames names;
    private final Optional<HostFailure> failure;
    private final List<HostSpec> hosts;
    private final List<List<PlacedVm>> onHost = new ArrayList<>();
    private final Set<PlacedVm> restarted;
    private final Set<PlacedVm> pinned;
    private final Map<PartitionMode, Set<String>> wanted;
    private final boolean countsNics;

    ClusterScene(Texts texts, ClusterPlacement placed, VmNames names, Optional<HostFailure> failure) {
        this.texts = texts;
        this.placed = placed;
        this.names = names;
        this.failure = failure;
        hosts = placed.problem().hosts();
        pinned = Set.copyOf(placed.pinning().kept());
        hosts.forEach(host -> onHost.add(new ArrayList<>()));
        Set<PlacedVm> gone = failure.map(f -> new HashSet<>(f.evicted())).orElseGet(HashSet::new);
        restarted = failure.map(f -> new HashSet<>(f.restarted())).orElseGet(HashSet::new);
        placed.placement().placed().stream()
                .filter(vm -> !gone.contains(vm))
                .forEach(vm -> onHost.get(vm.host()).add(vm));
        restarted.forEach(vm -> onHost.get(vm.host()).add(vm));
        onHost.forEach(vms -> vms.sort(Comparator.comparing(PlacedVm::vmClass).thenComparing(PlacedVm::number)));
        wanted = GpuNeed.profiles(
                placed.problem().vms().stream().map(VmClass::gpu).toList());
        countsNics = placed.problem().groups().stream()
                .anyMatch(group -> placed.problem().vms().stream()
                        .anyMatch(vm -> group.host().nicsOf(vm.gpu()) > 0));
    }

    ClusterPlacement placed() {
        return placed;
    }

    VmNames names() {
        return names;
    }

    Optional<HostFailure> failure() {
        return failure;
    }

    int hostCount() {
        return hosts.size();
    }

    /** The most lines of words that a host has. */
    int lines() {
        return countsNics ? 4 : 3;
    }

    /** The most GPUs that a host has. */
    int mostGpus() {
        return hosts.stream().mapToInt(HostSpec::gpus).max().orElse(1);
    }

    HostSpec host(int host) {
        return hosts.get(host);
    }

    List<PlacedVm> vmsOn(int host) {
        return onHost.get(host);
    }

    /** Profiles of the plan that a GPU of this mode could carry. */
    Set<String> wanted(PartitionMode mode) {
        return mode == PartitionMode.FULL ? Set.of() : wanted.getOrDefault(mode, Set.of());
    }

    HostRow.State state(int host) {
        if (failure.isPresent() && failure.get().hosts().contains(host)) {
            return HostRow.State.FAILED;
        }
        if (!onHost.get(host).isEmpty()) {
            return isLent(host) ? HostRow.State.LENT : HostRow.State.RUNNING;
        }
        return placed.problem().policy().failures() > 0 ? HostRow.State.SPARE : HostRow.State.EMPTY;
    }

    /** Whether all that runs there may be stopped, so that it is a spare after all. */
    private boolean isLent(int host) {
        return failure.isEmpty()
                && placed.problem().policy().failures() > 0
                && onHost.get(host).stream().allMatch(this::isEvictable);
    }

    private boolean isEvictable(PlacedVm vm) {
        return placed.problem().vm(vm.vmClass()).survival() == Survival.MAY_BE_EVICTED;
    }

    /** Where a stretch that was chosen before is now: that of the same machine, or of the same place; empty if it is gone. */
    Optional<GpuBar.Stretch> find(String slot, Subject subject) {
        int from = 0;
        int to = hosts.size();
        if (!(subject instanceof Subject.Machine)) {
            from = Integer.parseInt(slot.substring(0, slot.indexOf('/')));
            to = Math.min(to, from + 1);
        }
        for (int host = from; host < to; host++) {
            if (subject instanceof Subject.Machine machine
                    && onHost.get(host).stream()
                            .noneMatch(vm -> vm.vmClass().equals(machine.vm().vmClass())
                                    && vm.number() == machine.vm().number())) {
                continue;
            }
            for (GpuBar bar : row(host, ColourBy.WORKLOAD).gpus()) {
                for (GpuBar.Stretch stretch : bar.stretches()) {
                    boolean same = subject instanceof Subject.Machine machine
                            ? stretch.subject() instanceof Subject.Machine now && now.isSame(machine)
                            : stretch.slot().id().equals(slot);
                    if (same) {
                        return Optional.of(stretch);
                    }
                }
            }
        }
        return Optional.empty();
    }

    HostRow row(int host, ColourBy by) {
        HostSpec spec = hosts.get(host);
        List<PlacedVm> vms = onHost.get(host);
        long vcpu = 0;
        long memory = 0;
        int nics = 0;
        for (PlacedVm vm : vms) {
            VmClass of = placed.problem().vm(vm.vmClass());
            vcpu += of.vcpu();
            memory += of.memoryGib();
            nics += spec.nicsOf(of.gpu());
        }
        HostRow.State state = state(host);
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("placement.host.vcpu", number(vcpu), number(spec.vcpu())));
        lines.add(texts.get("placement.host.memory", number(memory), number(spec.usableMemoryGib())));
        // a host whose number nobody stated counts none; its row is as high as the others
        if (countsNics && spec.gpus() > 0 && spec.nics().isPresent()) {
            lines.add(texts.get("placement.host.nics", nics, spec.countedNics()));
        }
        lines.add(vms.isEmpty() ? texts.get("placement.host.none") : vms(vms));
        List<GpuBar> bars = new ArrayList<>();
        Map<Integer, List<Subject.Machine>> byGpu = byGpu(vms);
        for (int gpu = 0; gpu < spec.gpus(); gpu++) {
            bars.add(bar(host, gpu, byGpu.getOrDefault(gpu, List.of()), state, by));
        }
        return new HostRow(host, placed.hostName(host), state, lines, bars);
    }

    private String vms(List<PlacedVm> vms) {
        long withoutGpu = vms.stream().filter(vm -> vm.gpus().isEmpty()).count();
        return withoutGpu == 0
                ? texts.get("placement.host.vms", vms.size())
                : texts.get("placement.host.vmsWithout", vms.size(), withoutGpu);
    }

    /** Whether the machine is where somebody put it by hand. */
    boolean isPinned(PlacedVm vm) {
        return pinned.contains(vm) && !restarted.contains(vm);
    }

    private Map<Integer, List<Subject.Machine>> byGpu(List<PlacedVm> vms) {
        Map<Integer, List<Subject.Machine>> byGpu = new TreeMap<>();
        for (PlacedVm vm : vms) {
            for (GpuSlot slot : vm.gpus()) {
                byGpu.computeIfAbsent(slot.gpu(), ignored -> new ArrayList<>())
                        .add(new Subject.Machine(vm, slot, restarted.contains(vm), isPinned(vm)));
            }
        }
        byGpu.values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt(machine -> machine.slot().start())));
        return byGpu;
    }

    private GpuBar bar(int host, int gpu, List<Subject.Machine> machines, HostRow.State state, ColourBy by) {
        String at = texts.get("placement.at", placed.hostName(host), gpu);
        if (machines.isEmpty()) {
            boolean spare = state == HostRow.State.SPARE || state == HostRow.State.LENT;
            String word = texts.get(spare ? "placement.keptFree" : "placement.free");
            GpuStrip.Slot slot = new GpuStrip.Slot(
                    host + "/" + gpu + "/untouched",
                    List.of(),
                    0,
                    1,
                    spare ? Fill.RESERVED : Fill.FREE,
                    at + ": " + word);
            return new GpuBar(
                    gpu,
                    1,
                    List.of(new GpuBar.Stretch(slot, new Subject.Untouched(spare))),
                    List.of(texts.get("placement.caption", gpu, word)),
                    Optional.empty());
        }
        PartitionScheme scheme =
                geometry(host).scheme(machines.getFirst().slot().mode()).orElseGet(PartitionScheme::full);
        Optional<GpuLayout> layout = layout(scheme, machines);
        List<GpuBar.Stretch> stretches = new ArrayList<>();
        for (Subject.Machine machine : machines) {
            stretches.add(new GpuBar.Stretch(slot(host, scheme, machine, at, by), machine));
        }
        layout.ifPresent(known -> stretches.addAll(open(host, gpu, known, at)));
        stretches.sort(Comparator.comparingDouble(each -> each.slot().start()));
        return new GpuBar(gpu, scheme.units(), stretches, captions(host, gpu, scheme, machines, stretches), layout);
    }

    private GpuStrip.Slot slot(int host, PartitionScheme scheme, Subject.Machine machine, String at, ColourBy by) {
        PlacedVm vm = machine.vm();
        GpuSlot slot = machine.slot();
        int size = scheme.slice(slot.profile()).map(slice -> slice.size()).orElse(1);
        String plain = texts.get("placement.detail.vm", names.vm(vm), at, names.profile(vm.vmClass()));
        String kept = machine.pinned() ? texts.get("placement.detail.pinned", plain) : plain;
        String what = isEvictable(vm) ? texts.get("placement.detail.evictable", kept) : kept;
        return new GpuStrip.Slot(
                host + "/" + slot.gpu() + "/" + vm.vmClass() + "/" + vm.number(),
                names.labels(vm, placed.problem().vm(vm.vmClass()).gpu(), by),
                slot.start(),
                size,
                names.fill(vm.vmClass(), by),
                machine.restarted() ? texts.get("placement.detail.restarted", what) : what);
    }

    /** The stretches of a used GPU on which nothing lies, what is stranded apart from what is open. */
    private List<GpuBar.Stretch> open(int host, int gpu, GpuLayout layout, String at) {
        PartitionScheme scheme = layout.scheme();
        List<GpuBar.Stretch> stretches = new ArrayList<>();
        for (GpuLayout.Gap gap : layout.gaps(wanted(scheme.mode()))) {
            GpuStrip.Slot slot = new GpuStrip.Slot(
                    host + "/" + gpu + "/open" + gap.start(),
                    List.of(),
                    gap.start(),
                    gap.size(),
                    gap.stranded() ? Fill.STRANDED : Fill.FREE,
                    texts.get(
                            gap.stranded() ? "placement.detail.stranded" : "placement.detail.open",
                            at,
                            gib(host, scheme, gap.size())));
            stretches.add(new GpuBar.Stretch(slot, new Subject.Open(gap.start(), gap.size(), gap.stranded())));
        }
        return stretches;
    }

    /** What the strip's caption can say, from long to short. */
    private List<String> captions(
            int host, int gpu, PartitionScheme scheme, List<Subject.Machine> machines, List<GpuBar.Stretch> stretches) {
        String vmClass = machines.getFirst().vm().vmClass();
        String profile = names.profile(vmClass);
        List<String> modes = switch (scheme.mode()) {
            case FULL ->
                names.isTyped(vmClass)
                        ? List.of(
                                texts.get("placement.caption.wholeGpu", profile),
                                texts.get("placement.caption.whole", profile),
                                profile)
                        : List.of(profile);
            case MIG -> withSet(List.of(texts.get("placement.caption.mig")), scheme, machines);
            case EQUAL_SIZE ->
                List.of(texts.get("placement.caption.same", VmNames.brief(profile)), VmNames.brief(profile));
            case MIXED_SIZE ->
                withSet(
                        List.of(texts.get("placement.caption.mixed"), texts.get("placement.caption.mixed.brief")),
                        scheme,
                        machines);
        };
        int stranded = stretches.stream()
                .map(GpuBar.Stretch::subject)
                .mapToInt(subject -> subject instanceof Subject.Open open && open.stranded() ? open.size() : 0)
                .sum();
        List<String> captions = new ArrayList<>();
        boolean hasSet = scheme.mode() == PartitionMode.MIG || scheme.mode() == PartitionMode.MIXED_SIZE;
        for (String mode : modes) {
            if (hasSet && mode.equals(modes.getLast())) {
                // the set says more than what is hatched anyway
                modes.subList(0, modes.size() - 1)
                        .forEach(each -> captions.add(texts.get("placement.caption", gpu, each)));
            }
            String caption = texts.get("placement.caption", gpu, mode);
            if (stranded > 0 && scheme.mode() == PartitionMode.MIG) {
                captions.add(texts.get("placement.caption.slices", caption, stranded));
                captions.add(texts.get("placement.caption.stranded", caption, stranded));
            } else if (stranded > 0) {
                captions.add(texts.get("placement.caption.stranded", caption, gib(host, scheme, stranded)));
            }
        }
        modes.forEach(mode -> captions.add(texts.get("placement.caption", gpu, mode)));
        return captions;
    }

    /** A mode, in words from long to short, with the profiles that the GPU carries, the largest first; last the mode alone. */
    private List<String> withSet(List<String> modes, PartitionScheme scheme, List<Subject.Machine> machines) {
        Map<String, Integer> counts = new TreeMap<>(Comparator.comparing((String profile) ->
                        -scheme.slice(profile).map(slice -> slice.size()).orElse(0))
                .thenComparing(Comparator.naturalOrder()));
        machines.forEach(machine -> counts.merge(machine.slot().profile(), 1, Integer::sum));
        List<String> set = new ArrayList<>();
        counts.forEach((profile, count) -> {
            String brief = scheme.mode() == PartitionMode.MIG ? profile : VmNames.brief(profile);
            set.add(count == 1 ? brief : texts.get("placement.caption.times", count, brief));
        });
        List<String> captions = new ArrayList<>();
        modes.forEach(mode -> captions.add(texts.get("placement.caption.set", mode, String.join(" + ", set))));
        captions.add(modes.getFirst());
        return captions;
    }

    private static Optional<GpuLayout> layout(PartitionScheme scheme, List<Subject.Machine> machines) {
        GpuLayout layout = GpuLayout.empty(scheme);
        for (Subject.Machine machine : machines) {
            if (!layout.canPlace(machine.slot().profile(), machine.slot().start())) {
                return Optional.empty();
            }
            layout = layout.place(machine.slot().profile(), machine.slot().start());
        }
        return Optional.of(layout);
    }

    GpuGeometry geometry(int host) {
        return hosts.get(host).geometry().orElseThrow();
    }

    /** So many units of a GPU of that host as memory. */
    String gib(int host, PartitionScheme scheme, int units) {
        return ValueText.number(geometry(host).gib(scheme, units), 0) + " GiB";
    }

    private static String number(long number) {
        return ValueText.number(number);
    }
}
