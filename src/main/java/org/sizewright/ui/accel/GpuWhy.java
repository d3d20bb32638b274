package org.sizewright.ui.accel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.figure.Source;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.MathFormat;
import org.sizewright.library.accelerator.Accelerator;
import org.sizewright.library.accelerator.AcceleratorQuery;
import org.sizewright.library.accelerator.Measure;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/** Explains GPUs and their numbers: what is known, how well, from where, and how a ratio was formed. */
final class GpuWhy {
    private static final List<Measure> RATIOS = List.of(
            Measure.of(Measure.Kind.MEMORY_PER_WATT),
            Measure.of(Measure.Kind.BANDWIDTH_PER_WATT),
            Measure.of(Measure.Kind.BANDWIDTH_PER_MEMORY));

    private final Texts texts;
    private final AccelWords words;
    private final Library library;

    GpuWhy(AccelWords words, Library library) {
        this.texts = words.texts();
        this.words = words;
        this.library = library;
    }

    /** What is known of a GPU; what belongs together unfolds. */
    Why gpu(Accelerator accelerator) {
        Gpu gpu = accelerator.gpu();
        List<Why.Input> inputs = new ArrayList<>();
        inputs.add(Why.Input.given(
                texts.get("accel.architecture"),
                gpu.architecture(),
                gpu.computeCapability()
                        .asOptional()
                        .map(number -> texts.get("accel.capability", number, evidence(gpu.computeCapability())))
                        .orElse("")));
        inputs.add(input(gpu, Measure.of(Measure.Kind.MEMORY)));
        inputs.add(input(gpu, Measure.of(Measure.Kind.REPORTED_MEMORY)));
        inputs.add(input(gpu, Measure.of(Measure.Kind.BANDWIDTH)));
        inputs.add(group(texts.get("accel.group.throughput"), throughput(gpu)));
        inputs.add(input(gpu, Measure.of(Measure.Kind.POWER)));
        inputs.add(group(texts.get("accel.group.links"), board(gpu)));
        inputs.add(group(texts.get("accel.group.details"), details(gpu)));
        inputs.add(group(
                texts.get("accel.group.perWatt"),
                RATIOS.stream().map(measure -> input(gpu, measure)).toList()));
        inputs.add(Why.Input.given(
                texts.get("accel.mig"),
                words.mig(accelerator),
                accelerator
                        .mig()
                        .map(set -> words.meaning(set.placementEvidence()))
                        .orElse("")));
        inputs.add(Why.Input.given(
                texts.get("accel.vgpu"), words.vgpu(accelerator), String.join(", ", gpu.vgpuPrefixes())));
        String life = words.life(gpu).orElse("");
        String own = library.ownFile(gpu)
                .map(file -> texts.get("accel.own.file", file))
                .orElse("");
        return Why.finding(gpu.name(), life.isEmpty() || own.isEmpty() ? life + own : own + "\n" + life, inputs);
    }

    private List<Why.Input> throughput(Gpu gpu) {
        return Stream.of(MathFormat.values())
                .map(format -> input(gpu, Measure.of(Measure.Kind.THROUGHPUT, format)))
                .toList();
    }

    private List<Why.Input> board(Gpu gpu) {
        return List.of(
                Why.Input.given(texts.get("accel.form"), gpu.form(), ""),
                fact(texts.get("accel.memoryType"), gpu.memory().type(), type -> type),
                input(gpu, Measure.of(Measure.Kind.SLOTS)),
                fact(texts.get("accel.cooling"), gpu.cooling(), cooling -> cooling),
                fact(texts.get("accel.nvlink"), gpu.nvlink(), words::nvlink),
                fact(texts.get("accel.pcie"), gpu.pcie(), words::pcie),
                fact(texts.get("accel.nvaie"), gpu.nvaieIncluded5y(), words::yesNo));
    }

    private List<Why.Input> details(Gpu gpu) {
        Gpu.Details details = gpu.details();
        return List.of(
                fact(texts.get("accel.auxPower"), details.auxPower(), connector -> connector),
                fact(texts.get("accel.ecc"), details.ecc(), words::hasIt),
                fact(texts.get("accel.nvenc"), details.nvenc(), String::valueOf),
                fact(texts.get("accel.nvdec"), details.nvdec(), String::valueOf),
                fact(texts.get("accel.nvjpeg"), details.nvjpeg(), String::valueOf),
                fact(texts.get("accel.release"), details.release(), year -> year),
                fact(
                        texts.get("accel.pciIds"),
                        details.pciIds(),
                        devices -> devices.stream().map(Gpu.PciDevice::device).collect(Collectors.joining(", "))));
    }

    /** Several values under one name; how many of them are known is said beside it. */
    private Why.Input group(String name, List<Why.Input> members) {
        long known = members.stream()
                .filter(each -> !each.value().equals(words.unknown()))
                .count();
        return Why.Input.computed(
                name, texts.get("accel.knownOf", known, members.size()), "", () -> Why.finding(name, "", members));
    }

    /** One number of a GPU. */
    Why measure(Gpu gpu, Measure measure) {
        Fact<Double> fact = measure.of(gpu);
        List<String> formula = formula(gpu, measure);
        List<Why.Input> inputs =
                measure.parts().stream().map(part -> input(gpu, part)).toList();
        Why why = Why.figure(
                        texts.get("accel.of", words.title(measure), gpu.name()),
                        words.value(measure, fact),
                        measure.kind() == Measure.Kind.MEMORY ? "" : evidence(fact),
                        formula,
                        inputs)
                .withText(words.meaning(measure));
        if (fact instanceof Fact.Known<Double> known && !known.others().isEmpty()) {
            why = why.withSection(Why.Section.of(texts.get("accel.others"), others(known, measure)));
        }
        if (!fact.isKnown()) {
            return why.withSection(Why.Section.of(texts.get("accel.unknown.title"), texts.get("accel.unknown.text")));
        }
        return measure.parts().isEmpty()
                ? why.withSection(Why.Section.of(texts.get("accel.sources"), sources(gpu, fact)))
                : why;
    }

    /** The GPUs that a query leaves open. */
    Why undecided(AcceleratorQuery query, List<Accelerator> undecided) {
        String format = query.natively().map(AccelWords::format).orElse("");
        return Why.finding(
                texts.get("accel.undecided.title", format),
                texts.get("accel.undecided.text", format),
                undecided.stream()
                        .map(each -> Why.Input.given(
                                each.gpu().name(), words.unknown(), each.gpu().architecture()))
                        .toList());
    }

    /** Which host groups of which options use it. */
    String usage(Plan plan, GpuId gpu) {
        String usage = plan.options().stream()
                .flatMap(option -> option.clusters().stream()
                        .flatMap(cluster -> cluster.groups().stream())
                        .filter(group -> group.gpu().equals(gpu))
                        .map(group -> usage(option, group)))
                .collect(Collectors.joining("\n"));
        return usage.isEmpty() ? texts.get("accel.inPlan.none") : usage;
    }

    private String usage(Option option, HostGroup group) {
        String letter = option.id().value().toUpperCase(java.util.Locale.ROOT);
        return switch (group.count()) {
            case HostCount.Fixed fixed -> texts.get("accel.inPlan.fixed", letter, group.name(), fixed.hosts());
            case HostCount.Auto ignored -> texts.get("accel.inPlan.auto", letter, group.name());
        };
    }

    private Why.Input input(Gpu gpu, Measure measure) {
        Fact<Double> fact = measure.of(gpu);
        String value = words.value(measure, fact);
        String note = measure.kind() == Measure.Kind.MEMORY ? texts.get("accel.memory.byName") : evidence(fact);
        return fact.isKnown()
                ? Why.Input.computed(words.title(measure), value, note, () -> measure(gpu, measure))
                : Why.Input.given(words.title(measure), value, note);
    }

    private <T> Why.Input fact(String name, Fact<T> fact, Function<T, String> text) {
        return Why.Input.given(name, fact.asOptional().map(text).orElseGet(words::unknown), evidence(fact));
    }

    /** How far a fact can be trusted, in words; empty for what is unknown. */
    private String evidence(Fact<?> fact) {
        return fact instanceof Fact.Known<?> known ? words.meaning(known.evidence()) : "";
    }

    private List<String> formula(Gpu gpu, Measure measure) {
        if (measure.parts().isEmpty()) {
            return List.of();
        }
        Measure above = measure.parts().getFirst();
        Measure below = measure.parts().getLast();
        boolean board = below.kind() == Measure.Kind.POWER;
        String one = words.value(above, above.of(gpu));
        String two = words.value(below, below.of(gpu));
        return board
                ? List.of(
                        texts.get("accel.formula.board", words.title(above), words.title(below)),
                        texts.get("accel.formula.board.numbers", one, gpu.gpusPerBoard(), two))
                : List.of(
                        texts.get("accel.formula", words.title(above), words.title(below)),
                        texts.get("accel.formula.numbers", one, two));
    }

    private String others(Fact.Known<Double> known, Measure measure) {
        return known.others().stream()
                .map(other -> texts.get(
                        "accel.others.one",
                        AccelWords.number(other.value()),
                        measure.unit(),
                        library.source(other.source())
                                .map(source -> source.title())
                                .orElse(other.source())))
                .collect(Collectors.joining("\n"));
    }

    /** The sources of the fact itself, else those of the record as a whole, and says which. */
    private String sources(LibraryRecord owner, Fact<?> fact) {
        List<Source> quoted = library.quote(owner, fact);
        boolean own = fact instanceof Fact.Known<?> known && !known.sources().isEmpty();
        String lines = quoted.stream().map(GpuWhy::line).distinct().collect(Collectors.joining("\n"));
        if (lines.isEmpty()) {
            return texts.get("accel.sources.none");
        }
        return own ? lines : texts.get("accel.sources.record", lines);
    }

    private static String line(Source source) {
        return source.asOf().isEmpty() ? source.title() : source.title() + ", " + source.asOf();
    }
}
