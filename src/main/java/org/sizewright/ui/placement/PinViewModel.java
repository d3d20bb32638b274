package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PinTargets;
import org.sizewright.placement.PinnedVm;
import org.sizewright.placement.Pinning;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementProblems;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Pin;
import org.sizewright.plan.PlanEdit;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/** Puts machines in their places by hand: dragged, chosen from a list, and given back to the search. */
final class PinViewModel {
    /**
     * A machine that is being moved.
     *
     * @param section its cluster
     * @param targets what every GPU says to it, worked out before it moves
     */
    record Moving(String section, ClusterScene scene, PlacedVm vm, PinTargets targets) {
        String name() {
            return scene.names().vm(vm);
        }
    }

    /** A place in the list of those to which a machine can go. */
    record Place(String text, PinnedVm pin) {}

    private final Workspace workspace;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<Moving>> dragged = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Moving>> choosing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<OptionResult> result = Optional.empty();

    PinViewModel(Workspace workspace) {
        this.workspace = workspace;
        texts = workspace.texts();
    }

    /** With a newer placement nothing is on its way any more: what the GPUs said may not hold. */
    void show(Optional<OptionResult> shown) {
        boolean same = shown.map(OptionResult::placements).equals(result.map(OptionResult::placements));
        result = shown;
        if (!same) {
            dragged.set(Optional.empty());
            choosing.set(Optional.empty());
        }
    }

    ReadOnlyObjectProperty<Optional<Moving>> dragged() {
        return dragged.getReadOnlyProperty();
    }

    /** The machine for which a place is chosen from a list. */
    ReadOnlyObjectProperty<Optional<Moving>> choosing() {
        return choosing.getReadOnlyProperty();
    }

    /** How many machines of the cluster are pinned, and how many pins do not hold. */
    Optional<PlacementPage.Verdict> verdict(ClusterPlacement placed) {
        Pinning pinning = placed.pinning();
        int kept = pinning.kept().size();
        int unused = pinning.unused().size();
        if (kept + unused == 0) {
            return Optional.empty();
        }
        return Optional.of(
                unused == 0
                        ? new PlacementPage.Verdict(texts.get("placement.pins", kept), Tone.INFO)
                        : new PlacementPage.Verdict(texts.get("placement.pins.unused", kept, unused), Tone.WARN));
    }

    /** Which machines are pinned where, and which pins do not hold; each can be removed. */
    void explain(PlacementPage.Section section) {
        ClusterScene scene = section.scene();
        Pinning pinning = scene.placed().pinning();
        List<Why.Input> inputs = new ArrayList<>();
        for (PlacedVm vm : pinning.kept()) {
            inputs.add(Why.Input.given(scene.names().vm(vm), place(texts, scene.placed(), vm), ""));
        }
        Why why = Why.finding(
                texts.get("placement.pins", pinning.kept().size()), texts.get("placement.pins.text"), inputs);
        for (Pinning.Unused unused : pinning.unused()) {
            String name = name(scene, unused.pin());
            why = why.withSection(Why.Section.of(
                            texts.get("placement.pins.unused.title", name),
                            texts.get(
                                    "placement.pins.unused.text", scene.placed().place(unused.pin()), unused.words()))
                    .withStep(
                            texts.get("placement.pins.remove"),
                            () -> unpin(
                                    scene, unused.pin().vmClass(), unused.pin().number())));
        }
        workspace.explain(why.withSection(
                        Why.Section.of(texts.get("placement.pinAll"), texts.get("placement.pinAll.text"))
                                .withStep(texts.get("placement.pinAll"), () -> pinAll(scene)))
                .withSection(Why.Section.of(texts.get("placement.pins.all"), texts.get("placement.pins.all.text"))
                        .withStep(texts.get("placement.unpinAll"), () -> unpinAll(scene))));
    }

    /** Takes hold of a machine; not while a failure is shown, which is no place to move anything to. */
    void drag(String section, ClusterScene scene, PlacedVm vm) {
        dragged.set(Optional.of(moving(section, scene, vm)));
    }

    /** What the GPU says to the machine that is dragged. */
    Optional<PinTargets.Target> target(int host, int gpu) {
        return dragged.get().map(moving -> moving.targets().at(host, gpu));
    }

    /** Puts the machine down; where it cannot be, the reason is told and nothing changes. */
    void drop(int host, int gpu) {
        Optional<Moving> moving = dragged.get();
        cancel();
        moving.ifPresent(each -> {
            PinTargets.Target target = each.targets().at(host, gpu);
            target.pin()
                    .ifPresentOrElse(
                            pin -> pin(each.scene(), pin),
                            () -> workspace.edit(PlanEdit.of(label(each.scene(), each.name(), host, gpu), plan -> {
                                throw new IllegalArgumentException(
                                        texts.get("placement.pin.refused", each.name(), target.reason()));
                            })));
        });
    }

    /** Lets go of the machine where it was. */
    void cancel() {
        dragged.set(Optional.empty());
    }

    void pinHere(ClusterScene scene, PlacedVm vm) {
        pin(scene, pinned(scene.placed(), vm));
    }

    private static PinnedVm pinned(ClusterPlacement placed, PlacedVm vm) {
        return new PinnedVm(
                vm.vmClass(), vm.number(), placed.groupOf(vm.host()), placed.numberInGroup(vm.host()), vm.gpus());
    }

    /** Lets the user choose where the machine goes. */
    void choose(String section, ClusterScene scene, PlacedVm vm) {
        choosing.set(Optional.of(moving(section, scene, vm)));
    }

    void endChoosing() {
        choosing.set(Optional.empty());
    }

    /** The places to choose from: those where the machine can go, without the one where it is. */
    List<Place> places(Moving moving) {
        ClusterPlacement placed = moving.scene().placed();
        return moving.targets().open().stream()
                .filter(target -> target.host() != moving.vm().host()
                        || moving.vm().gpus().stream().noneMatch(slot -> slot.gpu() == target.gpu()))
                .map(target -> new Place(
                        place(
                                texts,
                                placed,
                                new PlacedVm(
                                        moving.vm().vmClass(),
                                        moving.vm().number(),
                                        target.host(),
                                        target.pin().orElseThrow().gpus())),
                        target.pin().orElseThrow()))
                .distinct()
                .toList();
    }

    void move(Moving moving, Place place) {
        endChoosing();
        pin(moving.scene(), place.pin());
    }

    void unpin(ClusterScene scene, String vmClass, int number) {
        Pin.Machine machine = new Pin.Machine(scene.placed().cluster().cluster().id(), vmClass, number);
        edit(
                texts.get("placement.unpin.edit", scene.names().workload(vmClass) + "-" + number),
                option -> option.withoutPin(machine));
    }

    /**
     * Pins every machine of the cluster where it is, at whatever time of the week it runs, in one step. Where hosts are there, machines
     * on hosts to buy are left out: they cannot run there today.
     */
    void pinAll(ClusterScene scene) {
        ClusterPlacement placed = scene.placed();
        boolean someThere = placed.cluster().groups().stream()
                .anyMatch(group -> group.group().isExisting());
        List<Pin> pins = placed.all().placed().stream()
                .filter(vm -> !someThere || placed.existing(vm.host()).isPresent())
                .map(vm -> PlacementProblems.pin(placed.cluster(), pinned(placed, vm)))
                .toList();
        edit(texts.get("placement.pinAll.edit", placed.cluster().cluster().name(), pins.size()), option -> {
            Option changed = option;
            for (Pin pin : pins) {
                changed = changed.withPin(pin);
            }
            return changed;
        });
    }

    void unpinAll(ClusterScene scene) {
        var cluster = scene.placed().cluster().cluster();
        edit(
                texts.get("placement.unpinAll.edit", cluster.name()),
                option -> option.withPins(option.pins().stream()
                        .filter(pin -> !pin.cluster().equals(cluster.id()))
                        .toList()));
    }

    private Moving moving(String section, ClusterScene scene, PlacedVm vm) {
        // targets are those of the whole week, whichever slot is shown
        return new Moving(section, scene, vm, PinTargets.of(scene.placed(), vm.vmClass(), vm.number()));
    }

    private void pin(ClusterScene scene, PinnedVm vm) {
        Pin pin = PlacementProblems.pin(scene.placed().cluster(), vm);
        String label =
                texts.get("placement.pin.edit", name(scene, vm), scene.placed().place(vm));
        edit(label, option -> option.withPin(pin));
    }

    private String label(ClusterScene scene, String name, int host, int gpu) {
        String at = scene.placed().hostName(host);
        return texts.get("placement.pin.edit", name, gpu < 0 ? at : texts.get("placement.at", at, gpu));
    }

    private void edit(String label, UnaryOperator<Option> change) {
        Optional<OptionId> id = result.map(shown -> shown.option().option().id());
        workspace.edit(PlanEdit.of(
                label,
                plan -> id.flatMap(plan::option)
                        .map(option -> plan.withOption(change.apply(option)))
                        .orElse(plan)));
    }

    private static String name(ClusterScene scene, PinnedVm pin) {
        return scene.names().workload(pin.vmClass()) + "-" + pin.number();
    }

    /** Host and GPUs of a machine in words. */
    static String place(Texts texts, ClusterPlacement placed, PlacedVm vm) {
        String host = placed.hostName(vm.host());
        return vm.gpus().isEmpty()
                ? host
                : texts.get(
                        "placement.at.gpus",
                        host,
                        vm.gpus().stream()
                                .map(GpuSlot::gpu)
                                .sorted(Comparator.naturalOrder())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")));
    }
}
