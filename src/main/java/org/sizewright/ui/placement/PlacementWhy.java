package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Gpu;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.DeviceGroups;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Policy;
import org.sizewright.placement.Proof;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.Survival;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/** Explains machines, free and stranded stretches, the number of hosts, and what a failure does. */
final class PlacementWhy {
    /** So many machines are listed one by one; the rest is counted. */
    private static final int LISTED = 40;

    private final Texts texts;
    private final Workspace workspace;

    PlacementWhy(Workspace workspace) {
        this.workspace = workspace;
        texts = workspace.texts();
    }

    Why stretch(ClusterScene scene, int host, GpuBar bar, GpuBar.Stretch stretch) {
        String at = texts.get("placement.at", scene.placed().hostName(host), bar.gpu());
        return switch (stretch.subject()) {
            case Subject.Machine machine -> machine(scene, host, bar, machine);
            case Subject.Open open -> open(scene, host, bar, open, at);
            case Subject.Untouched untouched ->
                Why.finding(
                        texts.get(
                                untouched.spare() ? "placement.why.spare.title" : "placement.why.untouched.title", at),
                        untouched.spare()
                                ? texts.get(
                                        "placement.why.spare",
                                        scene.placed().problem().policy().failures())
                                : texts.get("placement.why.untouched"),
                        List.of());
        };
    }

    private Why machine(ClusterScene scene, int host, GpuBar bar, Subject.Machine machine) {
        VmNames names = scene.names();
        PlacedVm vm = machine.vm();
        VmClass of = scene.placed().problem().vm(vm.vmClass());
        List<Why.Input> inputs = new ArrayList<>();
        inputs.add(given("placement.why.workload", names.workload(vm.vmClass()), survival(of.survival())));
        inputs.add(given("placement.why.host", scene.placed().hostName(host), ""));
        inputs.add(given(
                "placement.why.gpu",
                vm.gpus().stream()
                        .map(slot -> String.valueOf(slot.gpu()))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                ""));
        inputs.add(given(
                "placement.why.profile",
                names.profile(vm.vmClass()),
                machine.slot().mode().words()));
        groups(scene, vm, of, inputs);
        Optional<PartitionScheme> scheme = bar.layout().map(GpuLayout::scheme);
        if (machine.slot().mode() != PartitionMode.FULL) {
            inputs.add(given(
                    "placement.why.start",
                    unit(machine.slot().mode(), machine.slot().start()),
                    scheme.map(s -> of(s)).orElse("")));
        }
        inputs.add(given("placement.why.vcpu", ValueText.number(of.vcpu()), ""));
        inputs.add(given("placement.why.memory", ValueText.number(of.memoryGib()) + " GiB", ""));
        Why why = Why.finding(names.vm(vm), here(scene, of, machine), inputs);
        Optional<String> rule = scheme.flatMap(s -> rule(s, machine.slot(), of));
        if (rule.isPresent()) {
            why = why.withSection(Why.Section.of(texts.get("placement.why.rule"), rule.get()));
        }
        if (machine.slot().mode() != PartitionMode.FULL) {
            why = why.withSection(Why.Section.of(texts.get("placement.why.beside"), beside(names, bar, machine)));
        }
        Optional<String> stranded = strandedText(scene, host, bar);
        if (stranded.isPresent()) {
            why = why.withSection(Why.Section.of(texts.get("placement.why.stranded"), stranded.get()));
        }
        return why.withSection(Why.Section.of(texts.get("placement.why.change"), texts.get("placement.why.change.text"))
                .withStep(
                        texts.get("placement.why.change.step", names.workload(vm.vmClass())),
                        () -> workspace.goTo("/workloads/" + vm.vmClass())));
    }

    private void groups(ClusterScene scene, PlacedVm vm, VmClass of, List<Why.Input> inputs) {
        ResolvedGroup group =
                scene.placed().cluster().groups().get(scene.placed().groupOf(vm.host()));
        Gpu gpu = group.gpu();
        Optional<ResolvedAssignment> assignment = scene.names().assignment(vm.vmClass());
        assignment
                .flatMap(found -> DeviceGroups.name(gpu, found.share(), of.gpu()))
                .ifPresent(name -> inputs.add(given("placement.why.group", name, "")));
        DeviceGroups.partition(gpu, of.gpu(), vm.gpus())
                .ifPresent(part -> inputs.add(given("placement.why.partition", part, "")));
        DeviceGroups.cards(scene.host(vm.host()), of.gpu())
                .ifPresent(cards -> inputs.add(given("placement.why.cards", cards, "")));
    }

    private String here(ClusterScene scene, VmClass of, Subject.Machine machine) {
        if (machine.pinned()) {
            return texts.get("placement.why.pinned", PinViewModel.place(texts, scene.placed(), machine.vm()));
        }
        if (machine.restarted()) {
            return texts.get("placement.why.restarted", failed(scene));
        }
        if (of.gpu() instanceof GpuNeed.Whole whole
                && scene.host(machine.vm().host()).links().joins(whole)) {
            return texts.get("placement.why.joined", whole.gpus());
        }
        if (of.gpu() instanceof GpuNeed.Whole whole) {
            return texts.get("placement.why.whole", whole.gpus());
        }
        if (of.gpu() instanceof GpuNeed.Several several) {
            return texts.get("placement.why.several", several.gpus());
        }
        Policy policy = scene.placed().problem().policy();
        return switch (policy.assignment()) {
            case CONSOLIDATION -> texts.get("placement.why.consolidation");
            case PERFORMANCE -> texts.get("placement.why.performance");
        };
    }

    private String failed(ClusterScene scene) {
        return scene.failure()
                .map(failure -> hosts(scene.placed(), failure.hosts()))
                .orElse("");
    }

    private Optional<String> rule(PartitionScheme scheme, GpuSlot slot, VmClass of) {
        if (slot.mode() == PartitionMode.FULL) {
            return Optional.of(texts.get("placement.rule.whole", of.gpu().gpus()));
        }
        return scheme.slice(slot.profile()).map(slice -> switch (slot.mode()) {
            case MIG ->
                texts.get(
                        "placement.rule.mig",
                        slice.profile(),
                        slice.size(),
                        scheme.units(),
                        starts(slice),
                        slice.maxInstances());
            case EQUAL_SIZE -> texts.get("placement.rule.same", slice.profile(), slice.size(), slice.maxInstances());
            case MIXED_SIZE -> texts.get("placement.rule.mixed", slice.profile(), starts(slice), slice.maxInstances());
            case FULL -> "";
        });
    }

    private static String starts(Slice slice) {
        return slice.starts().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String beside(VmNames names, GpuBar bar, Subject.Machine machine) {
        String others = bar.stretches().stream()
                .map(GpuBar.Stretch::subject)
                .filter(Subject.Machine.class::isInstance)
                .map(Subject.Machine.class::cast)
                .filter(other -> !other.equals(machine))
                .map(other -> texts.get(
                        "placement.why.neighbour",
                        names.vm(other.vm()),
                        VmNames.brief(names.profile(other.vm().vmClass())),
                        unit(other.slot().mode(), other.slot().start())))
                .collect(Collectors.joining("; "));
        return others.isEmpty() ? texts.get("placement.why.alone") : others + ".";
    }

    private Why open(ClusterScene scene, int host, GpuBar bar, Subject.Open open, String at) {
        PartitionScheme scheme = bar.layout().orElseThrow().scheme();
        String gib = scene.gib(host, scheme, open.size());
        List<Why.Input> inputs = List.of(
                given("placement.why.from", unit(scheme.mode(), open.start()), of(scheme)),
                given("placement.why.size", gib, scheme.mode().words()));
        if (!open.stranded()) {
            return Why.finding(
                    texts.get("placement.why.open.title", at, gib),
                    texts.get("placement.why.open", fitting(bar, open, scene.wanted(scheme.mode()))),
                    inputs);
        }
        return Why.finding(
                        texts.get("placement.why.stranded.title", at, gib),
                        texts.get("placement.why.stranded.text"),
                        inputs)
                .withSection(Why.Section.of(texts.get("placement.why.use"), use(bar, open)));
    }

    private Optional<String> strandedText(ClusterScene scene, int host, GpuBar bar) {
        List<String> sentences = new ArrayList<>();
        for (GpuBar.Stretch stretch : bar.stretches()) {
            if (stretch.subject() instanceof Subject.Open open && open.stranded()) {
                PartitionScheme scheme = bar.layout().orElseThrow().scheme();
                sentences.add(texts.get(
                        "placement.why.stranded.line",
                        scene.gib(host, scheme, open.size()),
                        unit(scheme.mode(), open.start()),
                        use(bar, open)));
            }
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private String use(GpuBar bar, Subject.Open open) {
        Set<String> all = bar.layout().orElseThrow().scheme().slices().stream()
                .map(Slice::profile)
                .collect(Collectors.toSet());
        String fitting = fitting(bar, open, all);
        return fitting.isEmpty() ? texts.get("placement.why.use.none") : texts.get("placement.why.use.some", fitting);
    }

    /** Profiles that can still start there. */
    private static String fitting(GpuBar bar, Subject.Open open, Set<String> profiles) {
        GpuLayout layout = bar.layout().orElseThrow();
        return layout.scheme().slices().stream()
                .filter(slice -> profiles.contains(slice.profile()))
                .filter(slice -> layout.freeStarts(slice.profile()).stream()
                        .anyMatch(start -> open.start() <= start && start < open.start() + open.size()))
                .map(Slice::profile)
                .collect(Collectors.joining(", "));
    }

    /** Why so many hosts, or that they are entered. */
    Why proof(ClusterScene scene, String title, String path) {
        ClusterPlacement placed = scene.placed();
        Optional<Proof> proof = placed.proof();
        String words = proof.map(found -> scene.names().named(found.words()))
                .orElseGet(() -> texts.get("placement.proof.entered.text", scene.hostCount()));
        Why why = Why.finding(title, words, List.of());
        if (placed.provenDemand().isPresent()) {
            why = why.withSection(Why.Section.of(
                    texts.get("placement.proof.demand"),
                    scene.names().named(placed.provenDemand().get().words())));
        }
        if (placed.fewestGpus().isPresent()) {
            why = why.withSection(Why.Section.of(
                    texts.get("placement.proof.gpus"), placed.fewestGpus().get().words()));
        }
        if (!placed.placement().notes().isEmpty()) {
            why = why.withSection(Why.Section.of(
                    texts.get("placement.proof.notes"),
                    scene.names().named(String.join(" ", placed.placement().notes()))));
        }
        if (placed.violations().isEmpty() && placed.placement().isComplete()) {
            why = why.withSection(
                    Why.Section.of(texts.get("placement.proof.checked"), texts.get("placement.proof.checked.text")));
        }
        return why.withSection(Why.Section.of(
                        texts.get("placement.proof.hosts"),
                        texts.get(isAuto(placed) ? "placement.proof.hosts.auto" : "placement.proof.hosts.entered"))
                .withStep(texts.get("placement.proof.hosts.step"), () -> workspace.goTo(path)));
    }

    private static boolean isAuto(ClusterPlacement placed) {
        return placed.cluster().groups().stream()
                .anyMatch(group -> group.group().count() instanceof HostCount.Auto);
    }

    /** Whether the cluster survives what it tolerates. */
    Why survival(ClusterScene scene, String title) {
        Why why = Why.finding(title, scene.names().named(scene.placed().verdictHere()), List.of());
        List<HostFailure> bad = scene.placed().resilience().notSurvived();
        if (!bad.isEmpty()) {
            String lines = bad.stream()
                    .limit(LISTED)
                    .map(failure -> texts.get(
                            "placement.survival.line",
                            hosts(scene.placed(), failure.hosts()),
                            failure.lost().size(),
                            texts.get(failure.isRuledOut() ? "placement.survival.proven" : "placement.survival.open")))
                    .collect(Collectors.joining("\n"));
            why = why.withSection(Why.Section.of(texts.get("placement.survival.bad"), lines));
        }
        List<PlacedVm> lent = scene.placed().resilience().failures().stream()
                .flatMap(failure -> failure.evicted().stream())
                .distinct()
                .toList();
        if (!lent.isEmpty()) {
            why = why.withSection(Why.Section.of(
                    texts.get("placement.survival.lent"),
                    texts.get(
                            "placement.survival.lent.text",
                            lent.size(),
                            lent.stream().limit(LISTED).map(scene.names()::vm).collect(Collectors.joining(", ")))));
        }
        return why;
    }

    /** Where the machines of failed hosts restart, and which stay down. */
    Why failure(ClusterScene scene, HostFailure failure, String sentence) {
        ClusterPlacement placed = scene.placed();
        VmNames names = scene.names();
        List<Why.Input> inputs = new ArrayList<>();
        failure.restarted().stream()
                .limit(LISTED)
                .forEach(vm -> inputs.add(Why.Input.given(
                        names.vm(vm),
                        "",
                        vm.gpus().isEmpty()
                                ? placed.hostName(vm.host())
                                : texts.get(
                                        "placement.at.gpus",
                                        placed.hostName(vm.host()),
                                        vm.gpus().stream()
                                                .map(slot -> String.valueOf(slot.gpu()))
                                                .collect(Collectors.joining(", "))))));
        if (failure.restarted().size() > LISTED) {
            inputs.add(Why.Input.given(
                    texts.get("placement.failure.more", failure.restarted().size() - LISTED), "", ""));
        }
        Why why = Why.finding(
                texts.get(
                        "placement.failure.title",
                        hosts(placed, failure.hosts()),
                        failure.hosts().size()),
                sentence,
                inputs);
        if (!failure.lost().isEmpty()) {
            why = why.withSection(Why.Section.of(texts.get("placement.failure.lost"), refused(names, failure.lost())))
                    .withSection(Why.Section.of(texts.get("placement.failure.certainty"), certainty(failure)));
        }
        if (!failure.down().isEmpty()) {
            why = why.withSection(Why.Section.of(texts.get("placement.failure.down"), refused(names, failure.down())));
        }
        if (!failure.evicted().isEmpty()) {
            String stopped = failure.evicted().stream().map(names::vm).collect(Collectors.joining(", "));
            why = why.withSection(Why.Section.of(texts.get("placement.failure.evicted"), stopped + "."));
        }
        return why;
    }

    private String certainty(HostFailure failure) {
        return switch (failure.certainty()) {
            case PLANNED -> texts.get("placement.failure.planned");
            case NOT_FOUND -> texts.get("placement.failure.open");
            case RULED_OUT -> texts.get("placement.failure.proven");
        };
    }

    private static String refused(VmNames names, Collection<RefusedVm> refused) {
        return byReason(names, refused).entrySet().stream()
                .map(entry -> names.list(entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining("\n"));
    }

    /** Machines without a place by the reason, which most of a class share. */
    static Map<String, List<RefusedVm>> byReason(VmNames names, Collection<RefusedVm> refused) {
        Map<String, List<RefusedVm>> byReason = new LinkedHashMap<>();
        for (RefusedVm vm : refused) {
            byReason.computeIfAbsent(names.named(vm.reason().words()), ignored -> new ArrayList<>())
                    .add(vm);
        }
        return byReason;
    }

    String hosts(ClusterPlacement placed, List<Integer> hosts) {
        return hosts.stream().map(placed::hostName).collect(Collectors.joining(texts.get("placement.and")));
    }

    private String survival(Survival survival) {
        return switch (survival) {
            case MUST_RESTART -> texts.get("placement.survival.must");
            case MAY_STAY_DOWN -> texts.get("placement.survival.down");
            case MAY_BE_EVICTED -> texts.get("placement.survival.evicted");
        };
    }

    private String unit(PartitionMode mode, int units) {
        return mode == PartitionMode.MIG
                ? texts.get("placement.unit.slice", units)
                : texts.get("placement.unit.gb", units);
    }

    private String of(PartitionScheme scheme) {
        return texts.get(
                scheme.mode() == PartitionMode.MIG ? "placement.why.ofSlices" : "placement.why.ofGb", scheme.units());
    }

    private Why.Input given(String key, String value, String source) {
        return Why.Input.given(texts.get(key), value, source);
    }
}
