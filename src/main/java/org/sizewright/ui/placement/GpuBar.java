package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.partition.GpuLayout;
import org.sizewright.ui.part.GpuStrip;

/**
 * One GPU, prepared for drawing.
 *
 * @param gpu number on its host, from 0
 * @param capacity length in the unit of the stretches
 * @param captions what can stand under it, from long to short
 * @param layout what lies where; empty for an untouched GPU, or one whose machines break the rules
 */
record GpuBar(int gpu, double capacity, List<Stretch> stretches, List<String> captions, Optional<GpuLayout> layout) {
    /** A stretch as drawn, and what it is. */
    record Stretch(GpuStrip.Slot slot, Subject subject) {}

    GpuBar {
        stretches = List.copyOf(stretches);
        captions = List.copyOf(captions);
    }

    /** The longest caption of at most so many letters, else the shortest. */
    String caption(int letters) {
        return captions.stream()
                .filter(text -> text.length() <= letters)
                .findFirst()
                .orElse(captions.getLast());
    }

    List<GpuStrip.Slot> slots() {
        return stretches.stream().map(Stretch::slot).toList();
    }

    /** The stretches to draw a line round: machines that were restarted here. */
    Set<String> outlined() {
        return stretches.stream()
                .filter(each -> each.subject() instanceof Subject.Machine machine && machine.restarted())
                .map(each -> each.slot().id())
                .collect(Collectors.toSet());
    }

    /** The stretches of machines that are pinned. */
    Set<String> locked() {
        return stretches.stream()
                .filter(each -> each.subject() instanceof Subject.Machine machine && machine.pinned())
                .map(each -> each.slot().id())
                .collect(Collectors.toSet());
    }

    /** The machine on a stretch that could be pinned: not one that only restarted here. */
    Optional<Subject.Machine> movable(String id) {
        return stretch(id)
                .map(Stretch::subject)
                .filter(Subject.Machine.class::isInstance)
                .map(Subject.Machine.class::cast)
                .filter(machine -> !machine.restarted());
    }

    Optional<Stretch> stretch(String id) {
        return stretches.stream().filter(each -> each.slot().id().equals(id)).findFirst();
    }
}
