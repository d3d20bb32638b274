package org.sizewright.ui.accel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.sizewright.library.MigProfile;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.VgpuType;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Refusal;
import org.sizewright.partition.Slice;
import org.sizewright.ui.accel.ScaleGrid.Bar;
import org.sizewright.ui.accel.ScaleGrid.Line;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;

/** The lines of a drawing of one GPU: what lies on it, and where each profile may start, or how many of each size it carries. */
final class PartitionLines {
    private final Texts texts;
    private final PartitionBoard board;
    private final PartitionScheme scheme;

    /** @param board one that has a layout */
    PartitionLines(Texts texts, PartitionBoard board) {
        this.texts = texts;
        this.board = board;
        this.scheme = board.scheme().orElseThrow();
    }

    /** At most a dozen numbers, in steps that one can count by. */
    int step() {
        int step = 1;
        for (int next : new int[] {2, 4, 8, 10, 16, 20, 32, 40}) {
            if (scheme.units() / step > 12) {
                step = next;
            }
        }
        return step;
    }

    /**
     * What lies on the GPU, and under it each profile at each of its starts.
     *
     * @param press called with profile and start
     * @param add called with a profile to be placed where it strands least
     */
    List<Line> starts(BiConsumer<String, Integer> press, Consumer<String> add) {
        List<Line> lines = new ArrayList<>();
        lines.add(memory());
        board.accelerator()
                .mig()
                .filter(set -> board.mode() == PartitionMode.MIG)
                .ifPresent(set -> lines.add(compute(set)));
        for (Slice slice : scheme.slices()) {
            List<Bar> bars = slice.starts().stream()
                    .map(start -> start(slice, start, press))
                    .toList();
            lines.add(new Line(
                    slice.profile(),
                    shortName(slice.profile()),
                    note(slice),
                    texts.get("accel.partition.add", slice.profile()),
                    bars,
                    Optional.of(() -> add.accept(slice.profile()))));
        }
        return lines;
    }

    /** For each size a GPU full of it, and what is left over. */
    List<Line> rows(Consumer<Slice> explain) {
        List<Line> lines = new ArrayList<>();
        for (Slice slice : scheme.slices()) {
            List<Bar> bars = new ArrayList<>();
            int used = 0;
            for (int i = 0; i < slice.maxInstances(); i++) {
                bars.add(drawing(
                        "v" + i,
                        used,
                        slice.size(),
                        List.of(shortName(slice.profile()), suffix(slice.profile()), ""),
                        Fill.work(board.index(slice.profile())),
                        slice.profile()));
                used += slice.size();
            }
            int left = scheme.units() - used;
            if (left > 0) {
                bars.add(drawing(
                        "left",
                        used,
                        left,
                        List.of(texts.get("accel.partition.left", left), ""),
                        Fill.STRANDED,
                        texts.get("accel.partition.left", left)));
            }
            String note = texts.get("accel.partition.same", slice.maxInstances(), left);
            lines.add(new Line(
                    slice.profile(),
                    shortName(slice.profile()),
                    note,
                    slice.profile() + ": " + note,
                    bars,
                    Optional.of(() -> explain.accept(slice))));
        }
        return lines;
    }

    /** MIG names are short; of a vGPU type the part behind the GPU's own name says all. */
    String shortName(String profile) {
        return board.mode() == PartitionMode.MIG ? profile : suffix(profile);
    }

    private static String suffix(String profile) {
        return profile.substring(profile.lastIndexOf('-') + 1);
    }

    private Line memory() {
        List<Bar> bars = new ArrayList<>();
        GpuLayout layout = board.layout().orElseThrow();
        for (GpuLayout.Part part : layout.parts()) {
            bars.add(drawing(
                    "p" + part.start(),
                    part.start(),
                    part.size(),
                    List.of(shortName(part.profile()), suffix(part.profile()).replaceAll("[.].*", ""), ""),
                    Fill.work(board.index(part.profile())),
                    at(part)));
        }
        for (GpuLayout.Gap gap : board.gaps()) {
            String words = texts.get(gap.stranded() ? "accel.partition.stranded" : "accel.partition.free", gap.size());
            bars.add(drawing(
                    "g" + gap.start(),
                    gap.start(),
                    gap.size(),
                    List.of(texts.get(gap.stranded() ? "accel.stranded" : "accel.free"), ""),
                    gap.stranded() ? Fill.STRANDED : Fill.FREE,
                    words));
        }
        boolean mig = board.mode() == PartitionMode.MIG;
        return new Line(
                "memory",
                texts.get("accel.memory"),
                mig
                        ? texts.get("accel.partition.slices", scheme.units())
                        : texts.get("accel.partition.gb", scheme.units()),
                "",
                bars,
                Optional.empty());
    }

    /** Compute slices have no place of their own: they are drawn in the order of the instances. */
    private Line compute(MigProfileSet set) {
        double each = (double) scheme.units() / set.computeSlices();
        List<Bar> bars = new ArrayList<>();
        int used = 0;
        for (GpuLayout.Part part : board.layout().orElseThrow().parts()) {
            int slices =
                    set.profile(part.profile()).map(MigProfile::computeSlices).orElse(0);
            bars.add(drawing(
                    "c" + part.start(),
                    used * each,
                    slices * each,
                    List.of(String.valueOf(slices), ""),
                    Fill.work(board.index(part.profile())),
                    texts.get("accel.partition.computeOf", slices, part.profile())));
            used += slices;
        }
        int idle = set.computeSlices() - used;
        if (idle > 0) {
            bars.add(drawing(
                    "idle",
                    used * each,
                    idle * each,
                    List.of(texts.get("accel.partition.idle", idle), String.valueOf(idle), ""),
                    Fill.FREE,
                    texts.get("accel.partition.idle", idle)));
        }
        return new Line(
                "compute",
                texts.get("accel.compute"),
                texts.get("accel.partition.slices", set.computeSlices()),
                "",
                bars,
                Optional.empty());
    }

    private Bar start(Slice slice, int start, BiConsumer<String, Integer> press) {
        String profile = slice.profile();
        Optional<Refusal> refusal = board.refusal(profile, start);
        boolean placed = board.isPlaced(profile, start);
        List<String> styles = placed
                ? List.of("placed", Fill.work(board.index(profile)).styleClass())
                : List.of(refusal.isEmpty() ? "open" : "refused");
        String spoken = placed
                ? texts.get("accel.partition.takeOut", profile, start)
                : refusal.map(why -> refused(profile, start, why))
                        .orElseGet(() -> texts.get("accel.partition.place", profile, start));
        String name = shortName(profile);
        return new Bar(
                String.valueOf(start),
                start,
                slice.size(),
                placed ? List.of(name, suffix(name).replaceAll("[.].*", ""), "") : List.of(String.valueOf(start), ""),
                styles,
                spoken,
                Optional.of(() -> press.accept(profile, start)));
    }

    /** Why a profile cannot start there, in a sentence. */
    String refused(String profile, int start, Refusal refusal) {
        return switch (refusal) {
            case Refusal.Overlap overlap -> texts.get("accel.refused.overlap", profile, start, at(overlap.with()));
            case Refusal.AllUsed used -> texts.get("accel.refused.all", profile, used.maxInstances());
            case Refusal.GroupTaken taken -> texts.get("accel.refused.group", profile, at(taken.member()));
            case Refusal.OtherSize other -> texts.get("accel.refused.size", profile, at(other.first()));
            case Refusal.NoSuchStart ignored -> texts.get("accel.refused.start", profile, start);
            case Refusal.NoSuchProfile ignored -> texts.get("accel.refused.start", profile, start);
        };
    }

    private String at(GpuLayout.Part part) {
        return texts.get("accel.partition.at", part.profile(), part.start(), part.end());
    }

    private String note(Slice slice) {
        int placed = board.placed(slice.profile());
        return board.migProfile(slice.profile())
                .filter(profile -> board.mode() == PartitionMode.MIG)
                .map(profile ->
                        texts.get("accel.partition.note.mig", placed, slice.maxInstances(), profile.computeSlices()))
                .orElseGet(
                        () -> texts.get("accel.partition.note.vgpu", placed, slice.maxInstances(), equalMost(slice)));
    }

    /** How many of the type fit in same-size mode, to hold against mixed sizes. */
    private int equalMost(Slice slice) {
        return board.geometry()
                .equalSize()
                .flatMap(same -> same.slice(slice.profile()))
                .map(Slice::maxInstances)
                .orElseGet(() -> board.vgpuType(slice.profile())
                        .flatMap(VgpuType::maxEqualSize)
                        .orElse(slice.maxInstances()));
    }

    private static Bar drawing(String id, double start, double size, List<String> labels, Fill fill, String spoken) {
        return new Bar(id, start, size, labels, List.of(fill.styleClass()), spoken, Optional.empty());
    }
}
