package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Gpu;
import org.sizewright.library.MigProfile;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.VmDevices;
import org.sizewright.plan.Workload.GpuVms;
import org.sizewright.quantity.Bytes;
import org.sizewright.result.OptionResult;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.SharedVms;
import org.sizewright.sizing.VmsSubject;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.GpuStrip;

/** Prepares what the screen shows of VMs that share GPUs. */
final class VmsSheets {
    private final Texts texts;
    private final SessionState state;
    private final WorkloadState states;

    VmsSheets(Texts texts, SessionState state, MemoryUnit unit) {
        this.texts = texts;
        this.state = state;
        this.states = new WorkloadState(texts, state, unit);
    }

    Sheet.Vms of(GpuVms work) {
        Optional<RowFigures> figures = states.figures(work);
        Optional<OptionResult> result = state.live();
        Optional<ResolvedGroup> group = group(work);
        List<Sheet.Profile> profiles = profiles(work, group, figures, result);
        Optional<String> chosen =
                state.plan().liveOption().assignment(work.id()).flatMap(Assignment::profile);
        boolean known = figures.isPresent() && result.isPresent();
        VmDevices devices = state.plan()
                .liveOption()
                .assignment(work.id())
                .map(Assignment::devices)
                .orElse(VmDevices.ONE);
        List<Sheet.Profile> further = further(profiles, devices);
        return new Sheet.Vms(
                work,
                states.verdict(work),
                known ? sentence(figures.get(), result.get().sizing().demand.vms) : List.of(),
                states.trouble(work),
                known ? tiles(work, figures.get(), result.get()) : List.of(),
                known ? notes(figures.get(), result.get().sizing().demand.vms) : Map.of(),
                profiles,
                profiles.stream()
                        .filter(profile -> profile.name().equals(chosen))
                        .findFirst(),
                state.plan().liveOption().assignment(work.id()),
                further,
                further.stream()
                        .filter(profile -> profile.name().equals(further(devices)))
                        .findFirst(),
                known && group.isPresent()
                        ? strip(
                                figures.get(),
                                result.get().sizing().demand.vms,
                                group.get().gpu())
                        : Optional.empty());
    }

    /** The hosts whose GPU decides which profiles there are. */
    private Optional<ResolvedGroup> group(GpuVms work) {
        Optional<Assignment> assignment = state.plan().liveOption().assignment(work.id());
        return state.live().stream()
                .flatMap(result -> result.option().clusters().stream())
                .filter(cluster -> assignment
                        .filter(a -> a.cluster().equals(cluster.cluster().id()))
                        .isPresent())
                .flatMap(cluster -> cluster.groups().stream())
                .findFirst();
    }

    private List<Sheet.Profile> profiles(
            GpuVms work, Optional<ResolvedGroup> group, Optional<RowFigures> figures, Optional<OptionResult> result) {
        List<Sheet.Profile> profiles = new ArrayList<>();
        boolean automatic = state.plan()
                .liveOption()
                .assignment(work.id())
                .flatMap(Assignment::profile)
                .isEmpty();
        String taken = automatic && figures.isPresent() && result.isPresent()
                ? result.get().sizing().demand.vms.subject(figures.get().row()).profile()
                : "";
        profiles.add(new Sheet.Profile(
                Optional.empty(),
                taken.isEmpty() ? texts.get("workloads.profile.auto") : texts.get("workloads.profile.autoIs", taken)));
        group.ifPresent(hosts -> {
            switch (work.sharing()) {
                case TIME_SLICED ->
                    hosts.vgpuTypes().stream()
                            .filter(type -> type.mode() == VgpuType.Mode.TIME_SLICED)
                            .forEach(type -> profiles.add(profile(
                                    type.name().value(),
                                    type.frameBuffer().orElseGet(() -> Bytes.ofGb(type.nominalGb())))));
                case MIG ->
                    hosts.migProfiles().stream()
                            .map(MigProfileSet::profiles)
                            .flatMap(List::stream)
                            .forEach((MigProfile profile) ->
                                    profiles.add(profile(profile.name(), profile.memoryForSizing())));
                case WHOLE -> {}
            }
        });
        return List.copyOf(profiles);
    }

    /** None, what there is, and several that a plan from elsewhere names. */
    private List<Sheet.Profile> further(List<Sheet.Profile> profiles, VmDevices devices) {
        List<Sheet.Profile> choices = new ArrayList<>();
        choices.add(new Sheet.Profile(Optional.empty(), texts.get("workloads.further.none")));
        profiles.stream().filter(profile -> profile.name().isPresent()).forEach(choices::add);
        if (devices.further().size() > 1) {
            choices.add(new Sheet.Profile(further(devices), further(devices).orElse("")));
        }
        return choices;
    }

    private static Optional<String> further(VmDevices devices) {
        return devices.further().isEmpty() ? Optional.empty() : Optional.of(String.join(" + ", devices.further()));
    }

    private Sheet.Profile profile(String name, Bytes memory) {
        return new Sheet.Profile(
                Optional.of(name),
                texts.get("workloads.profile", name, ValueText.of(Value.of(memory.toGib()), Unit.GIB, 1)));
    }

    private List<Phrase> sentence(RowFigures f, SharedVms vms) {
        Sentence says = new Sentence(texts);
        says.add(
                "workloads.vms.ask",
                f.phrase(
                        texts.get(
                                "workloads.vms", Math.round(f.number(vms.count).orElse(0))),
                        vms.count),
                f.phrase(f.text(vms.memoryNeeded), vms.memoryNeeded),
                f.phrase(vms.subject(f.row()).profile(), vms.profileMemory),
                f.phrase(f.text(vms.profileMemory, 1), vms.profileMemory));
        switch (f.value(vms.perGpu)) {
            case Value.Known known ->
                says.add(
                        "workloads.vms.fill",
                        f.phrase(f.plain(vms.perGpu), vms.perGpu),
                        f.phrase(
                                texts.get(
                                        "workloads.gpus",
                                        Math.round(f.number(vms.gpusAlone).orElse(0))),
                                vms.gpusAlone));
            case Value.Unknown unknown -> says.add("workloads.vms.unknown", f.phrase(unknown.why(), vms.perGpu));
        }
        return says.phrases();
    }

    private List<Tile> tiles(GpuVms work, RowFigures f, OptionResult result) {
        SharedVms vms = result.sizing().demand.vms;
        long refused = WorkloadState.refused(result, work);
        long placed = WorkloadState.placed(result, work);
        List<Tile> tiles = new ArrayList<>();
        tiles.add(f.tile(
                texts.get("workloads.figure.count"),
                vms.count,
                refused > 0
                        ? texts.get("workloads.figure.count.refused", placed, refused)
                        : texts.get("workloads.figure.count.placed", placed)));
        tiles.add(f.tile(texts.get("workloads.figure.profile"), vms.profileMemory, 1, f.otherUnit(vms.profileMemory)));
        tiles.add(f.tile(texts.get("workloads.figure.perGpu"), vms.perGpu, texts.get("workloads.figure.perGpu.note")));
        tiles.add(f.tile(texts.get("workloads.figure.alone"), vms.gpusAlone, texts.get("workloads.figure.alone.note")));
        tiles.add(f.tile(texts.get("workloads.figure.given"), vms.gpuMemoryGiven, 1, f.otherUnit(vms.gpuMemoryGiven)));
        tiles.add(f.tile(
                texts.get("workloads.figure.vcpu"),
                vms.vcpu,
                texts.get("workloads.figure.each", f.plain(vms.vcpuPerVm))));
        tiles.add(f.tile(
                texts.get("workloads.figure.memory"),
                vms.memory,
                texts.get("workloads.figure.each", f.text(vms.memoryPerVm))));
        return tiles;
    }

    private Map<String, String> notes(RowFigures f, SharedVms vms) {
        Map<String, String> notes = new HashMap<>();
        notes.put(Field.SHARING, texts.get("workloads.note.sharing"));
        notes.put(Field.COUNT, texts.get("workloads.note.count", f.text(vms.gpuMemoryGiven, 1)));
        notes.put(
                Field.GPU_MEMORY,
                f.number(vms.profileMemory).isPresent()
                        ? texts.get("workloads.note.gpuMemory", f.text(vms.profileMemory, 1))
                        : "");
        notes.put(Field.PROFILE, texts.get("workloads.note.profile", f.plain(vms.perGpu)));
        int parts = vms.subject(f.row()).devices();
        notes.put(Field.VGPUS, parts > 1 ? texts.get("workloads.note.vgpus", parts) : "");
        notes.put(Field.VCPU, texts.get("workloads.note.vcpu", f.plain(vms.vcpu)));
        notes.put(Field.MEMORY, texts.get("workloads.note.memory", f.text(vms.memory)));
        return notes;
    }

    private Optional<Sheet.Strip> strip(RowFigures f, SharedVms vms, Gpu gpu) {
        Optional<Bytes> whole = gpu.memory().usable().asOptional();
        OptionalDouble memory = f.number(vms.profileMemory);
        OptionalDouble most = f.number(vms.perGpu);
        if (whole.isEmpty() || memory.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        double capacity = whole.get().toGib();
        VmsSubject subject = vms.subject(f.row());
        String name = switch (subject.share()) {
            case GpuShare.Whole one -> gpu.name();
            case GpuShare.Shared shared -> shared.parts().getFirst().profile();
        };
        double each = memory.getAsDouble() / subject.devices();
        int wanted = (int) Math.min(most.getAsDouble(), f.number(vms.count).orElse(0) * subject.devices());
        // sizes of profiles are rounded by their makers, so that they may seem to overfill the GPU by a little
        double size = Math.min(each, capacity / most.getAsDouble());
        List<GpuStrip.Slot> slots = new ArrayList<>();
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < most.getAsDouble(); i++) {
            String id = "slot-" + i;
            slots.add(new GpuStrip.Slot(
                    id,
                    List.of(name, String.valueOf(i + 1)),
                    i * size,
                    size,
                    i < wanted ? Fill.WORK_2 : Fill.FREE,
                    texts.get("workloads.strip.slot", i + 1, name, ValueText.of(Value.of(each), Unit.GIB, 1))));
            cells.put(id, f.cell(vms.profileMemory));
        }
        double rest = capacity - slots.size() * size;
        if (rest > capacity * 0.005) {
            slots.add(new GpuStrip.Slot(
                    "rest",
                    List.of(texts.get("workloads.strip.rest"), ""),
                    slots.size() * size,
                    rest,
                    Fill.STRANDED,
                    texts.get("workloads.strip.rest.detail", ValueText.number(rest, 1))));
            cells.put("rest", f.cell(vms.perGpu));
        }
        return Optional.of(new Sheet.Strip(
                texts.get("workloads.strip", gpu.name(), ValueText.number(capacity, 1)),
                capacity,
                slots,
                rest > capacity * 0.005
                        ? texts.get("workloads.strip.caption", f.plain(vms.perGpu), name, ValueText.number(rest, 1))
                        : texts.get("workloads.strip.caption.full", f.plain(vms.perGpu), name),
                cells));
    }
}
