package org.sizewright.ui.accel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.MathFormat;
import org.sizewright.library.VgpuType;
import org.sizewright.library.accelerator.Accelerator;
import org.sizewright.library.accelerator.Measure;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;

/** What the terms of GPUs are called on the screen, and how their values are written. */
record AccelWords(Texts texts) {
    /** The kinds of evidence that carry a badge, from the mildest doubt to the gravest. */
    static final List<Evidence> DOUBTFUL =
            List.of(Evidence.SECOND_HAND, Evidence.INFERRED, Evidence.RECALLED, Evidence.CONFLICTING, Evidence.TYPED);

    String unknown() {
        return texts.get("accel.unknown");
    }

    /** With as many decimals as tell values apart that are close to each other. */
    static String number(double value) {
        return Math.abs(value) < 1 ? ValueText.number(value, 3) : ValueText.number(value);
    }

    /** A name without what stands in brackets, for narrow places. */
    static String shortName(Gpu gpu) {
        return gpu.name().replaceAll(" *\\(.*", "").replace(" Edition", "");
    }

    static String format(MathFormat format) {
        return format.word().toUpperCase(Locale.ROOT);
    }

    /** What is measured, without its unit. */
    String title(Measure measure) {
        return switch (measure.kind()) {
            case MEMORY -> texts.get("accel.memory");
            case REPORTED_MEMORY -> texts.get("accel.memory.reported");
            case BANDWIDTH -> texts.get("accel.bandwidth");
            case THROUGHPUT -> texts.get("accel.throughput", format(measure));
            case POWER -> texts.get("accel.power");
            case NVLINK -> texts.get("accel.nvlink");
            case SLOTS -> texts.get("accel.slots");
            case MEMORY_PER_WATT -> texts.get("accel.memoryPerWatt");
            case BANDWIDTH_PER_WATT -> texts.get("accel.bandwidthPerWatt");
            case THROUGHPUT_PER_WATT -> texts.get("accel.throughputPerWatt", format(measure));
            case BANDWIDTH_PER_MEMORY -> texts.get("accel.bandwidthPerMemory");
        };
    }

    /** Title and unit, for heads of columns and rows. */
    String titleWithUnit(Measure measure) {
        return texts.get("accel.withUnit", title(measure), measure.unit());
    }

    private static String format(Measure measure) {
        return measure.format().map(AccelWords::format).orElse("");
    }

    /** How the value comes about or what it covers, in a sentence. */
    String meaning(Measure measure) {
        return switch (measure.kind()) {
            case MEMORY -> texts.get("accel.memory.meaning");
            case REPORTED_MEMORY -> texts.get("accel.memory.reported.meaning");
            case BANDWIDTH -> texts.get("accel.bandwidth.meaning");
            case THROUGHPUT -> texts.get("accel.throughput.meaning");
            case POWER -> texts.get("accel.power.meaning");
            case NVLINK -> texts.get("accel.nvlink.meaning");
            case SLOTS -> texts.get("accel.slots.meaning");
            case MEMORY_PER_WATT, BANDWIDTH_PER_WATT, THROUGHPUT_PER_WATT -> texts.get("accel.perWatt.meaning");
            case BANDWIDTH_PER_MEMORY -> texts.get("accel.bandwidthPerMemory.meaning");
        };
    }

    /** The number with its unit, or that it is unknown. */
    String value(Measure measure, Fact<Double> fact) {
        return fact.asOptional()
                .map(number -> texts.get("accel.number", number(number), measure.unit()))
                .orElseGet(this::unknown);
    }

    /** The badge of a fact; empty where it was read in its source, or is not known at all. */
    Optional<Cell.Mark> mark(Fact<?> fact) {
        return fact instanceof Fact.Known<?> known ? mark(known.evidence()) : Optional.empty();
    }

    Optional<Cell.Mark> mark(Evidence evidence) {
        return switch (evidence) {
            case VERIFIED, COMPUTED -> Optional.empty();
            case SECOND_HAND ->
                Optional.of(new Cell.Mark(texts.get("accel.mark.secondHand"), meaning(evidence), Tone.NEUTRAL));
            case INFERRED -> Optional.of(new Cell.Mark(texts.get("accel.mark.inferred"), meaning(evidence), Tone.INFO));
            case RECALLED -> Optional.of(new Cell.Mark(texts.get("accel.mark.recalled"), meaning(evidence), Tone.WARN));
            case CONFLICTING ->
                Optional.of(new Cell.Mark(texts.get("accel.mark.conflicting"), meaning(evidence), Tone.ERROR));
            case TYPED -> Optional.of(new Cell.Mark(texts.get("accel.mark.typed"), meaning(evidence), Tone.INFO));
        };
    }

    String hasIt(boolean yes) {
        return texts.get(yes ? "accel.has" : "accel.hasNot");
    }

    /** The badge of a record from the user's own files. */
    Cell.Mark ownMark() {
        return new Cell.Mark(texts.get("accel.mark.own"), texts.get("accel.own"), Tone.INFO);
    }

    String meaning(Evidence evidence) {
        return switch (evidence) {
            case VERIFIED -> texts.get("accel.evidence.verified");
            case SECOND_HAND -> texts.get("accel.evidence.secondHand");
            case INFERRED -> texts.get("accel.evidence.inferred");
            case RECALLED -> texts.get("accel.evidence.recalled");
            case CONFLICTING -> texts.get("accel.evidence.conflicting");
            case TYPED -> texts.get("accel.evidence.typed");
            case COMPUTED -> texts.get("accel.evidence.computed");
        };
    }

    String pcie(Gpu.PcieLink link) {
        return texts.get("accel.pcie.value", link.generation(), link.lanes());
    }

    String nvlink(Gpu.NvLink link) {
        return texts.get("accel.nvlink.value", number(link.gbPerSecond()), link.generation());
    }

    String yesNo(boolean yes) {
        return texts.get(yes ? "accel.yes" : "accel.no");
    }

    /** How often MIG can cut the GPU, or that nothing is known of it. */
    String mig(Accelerator each) {
        return each.mig()
                .map(set -> texts.get("accel.mig.value", set.maxInstances()))
                .orElseGet(() -> texts.get("accel.noneKnown"));
    }

    String vgpu(Accelerator each) {
        return each.vgpuTypes().isEmpty()
                ? texts.get("accel.noneKnown")
                : texts.get("accel.vgpu.value", each.vgpuTypes().size());
    }

    /** Whether it can be had, as far as its record says. */
    Optional<String> life(Gpu gpu) {
        return gpu.announcedOnly() ? Optional.of(texts.get("accel.announced")) : gpu.lifecycle();
    }

    String series(VgpuType.Series series) {
        return switch (series) {
            case C -> texts.get("accel.series.c");
            case Q -> texts.get("accel.series.q");
            case B -> texts.get("accel.series.b");
            case A -> texts.get("accel.series.a");
        };
    }
}
