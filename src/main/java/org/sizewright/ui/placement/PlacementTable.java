package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PlacedVm;
import org.sizewright.ui.look.Texts;

/** The placement as lines of cells separated by tabs, for pasting into a spreadsheet. */
final class PlacementTable {
    private PlacementTable() {}

    /** One line for each share of a GPU, under a heading; machines without a GPU have a line too. */
    static String of(Texts texts, List<ClusterScene> scenes) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(
                "\t",
                texts.get("placement.table.host"),
                texts.get("placement.table.gpu"),
                texts.get("placement.table.mode"),
                texts.get("placement.table.profile"),
                texts.get("placement.table.start"),
                texts.get("placement.table.vm"),
                texts.get("placement.table.pinned")));
        for (ClusterScene scene : scenes) {
            for (int host = 0; host < scene.hostCount(); host++) {
                if (scene.state(host) != HostRow.State.FAILED) {
                    lines.addAll(host(texts, scene, host));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> host(Texts texts, ClusterScene scene, int host) {
        record Line(int gpu, int start, String text) {}
        String name = scene.placed().hostName(host);
        List<Line> lines = new ArrayList<>();
        for (PlacedVm vm : scene.vmsOn(host)) {
            String pinned = scene.isPinned(vm) ? texts.get("placement.pinned") : "";
            String vmName = cell(scene.names().vm(vm)) + "\t" + pinned;
            if (vm.gpus().isEmpty()) {
                lines.add(new Line(Integer.MAX_VALUE, 0, String.join("\t", cell(name), "", "", "", "", vmName)));
            }
            for (GpuSlot slot : vm.gpus()) {
                lines.add(new Line(
                        slot.gpu(),
                        slot.start(),
                        String.join(
                                "\t",
                                cell(name),
                                String.valueOf(slot.gpu()),
                                slot.mode().words(),
                                cell(scene.names().profile(vm.vmClass())),
                                String.valueOf(slot.start()),
                                vmName)));
            }
        }
        lines.sort(Comparator.comparingInt(Line::gpu).thenComparingInt(Line::start));
        return lines.stream().map(Line::text).toList();
    }

    /** Names are the user's: what would break the table becomes a space. */
    private static String cell(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }
}
