package org.sizewright.sizing.throughput;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Given;
import org.sizewright.figure.Source;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.MathFormat;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ThroughputModel;
import org.sizewright.sizing.Facts;

/** The constants and peaks that count for a model on a GPU. */
final class Constants {
    private final Facts facts;
    /** Read from the configuration once for each model. */
    private final Map<ModelArchitecture, String> families = new IdentityHashMap<>();
    /** Many rows read the same constant. */
    private final Map<ThroughputModel.Constant, Source> sources = new IdentityHashMap<>();

    /** Looked up for every row. */
    private final Map<ThroughputModel, Map<String, List<ThroughputModel.Constant>>> named = new IdentityHashMap<>();

    Constants(Facts facts) {
        this.facts = facts;
    }

    /** What the GPU calculates in when the weights are stored so: the format's own, or 16 bit where it does not know that. */
    static MathFormat computed(Served subject) {
        MathFormat wanted = subject.weights().computeFormat();
        return subject.gpu().tflops(wanted).isKnown() ? wanted : sixteenBit(subject.gpu());
    }

    static MathFormat sixteenBit(Gpu gpu) {
        return gpu.tflops(MathFormat.BF16).isKnown() ? MathFormat.BF16 : MathFormat.FP16;
    }

    static boolean isWide(MathFormat format) {
        return switch (format) {
            case FP64, FP32, TF32, BF16, FP16 -> true;
            case FP8, INT8, FP4 -> false;
        };
    }

    Optional<ThroughputModel.Constant> find(ThroughputModel model, Served subject, String name) {
        return ThroughputModel.best(
                named.computeIfAbsent(model, Constants::byName).getOrDefault(name, List.of()),
                subject.gpu(),
                subject.weights(),
                computed(subject),
                families.computeIfAbsent(subject.model(), ModelArchitecture::family));
    }

    private static Map<String, List<ThroughputModel.Constant>> byName(ThroughputModel model) {
        return model.constants().stream().collect(Collectors.groupingBy(ThroughputModel.Constant::name));
    }

    Given given(ThroughputModel model, Served subject, String name) {
        return find(model, subject, name)
                .map(constant -> given(model, constant))
                .orElseGet(() -> unknown(model, name));
    }

    /** The share of the peak that the matrices reach, and the peak that it is a share of. */
    Given matrixShare(ThroughputModel model, Served subject) {
        return matrices(model, subject)
                .map(constant -> given(model, constant))
                .orElseGet(() -> unknown(model, "flops"));
    }

    Given matrixPeak(ThroughputModel model, Served subject) {
        MathFormat format = matrices(model, subject)
                .flatMap(ThroughputModel.Constant::of)
                .filter(of -> subject.gpu().tflops(of).isKnown())
                .orElseGet(() -> computed(subject));
        return peak(subject, format);
    }

    private Optional<ThroughputModel.Constant> matrices(ThroughputModel model, Served subject) {
        Optional<ThroughputModel.Constant> own =
                find(model, subject, "flops").filter(constant -> constant.of().isPresent());
        if (own.isPresent()) {
            return own;
        }
        return find(model, subject, isWide(computed(subject)) ? "flops16" : "flops");
    }

    Given peak(Served subject, MathFormat format) {
        Fact<Double> tflops = subject.gpu().tflops(format);
        return ofWhole(subject, facts.of(subject.gpu(), "throughput in " + format.word(), tflops, number -> number));
    }

    /** A speed of the whole GPU, which says nothing about a slice that others share it with. */
    static Given ofWhole(Served subject, Given given) {
        return subject.slice()
                .map(slice -> Given.unknown(
                        "the speed of the slice " + slice + " is not known: nobody measured it",
                        Source.of("not in the library", "", "", Evidence.VERIFIED)))
                .orElse(given);
    }

    private static Given unknown(ThroughputModel model, String name) {
        return Given.unknown(
                "the constant \"" + name + "\" is missing in " + model.title(),
                Source.of("not in the library", "record " + model.key(), "", Evidence.VERIFIED));
    }

    private Given given(ThroughputModel model, ThroughputModel.Constant constant) {
        return Given.fact(constant.value(), sources.computeIfAbsent(constant, missing -> source(model, constant)));
    }

    private static Source source(ThroughputModel model, ThroughputModel.Constant constant) {
        String fitted = constant.cases() > 0 ? "fitted on " + constant.cases() + " cases" : "set, not fitted";
        String range = constant.low().isPresent() && constant.high().isPresent()
                ? ", " + constant.low().get() + " to " + constant.high().get() + " when a model is left out"
                : "";
        return Source.of(
                model.title() + ": " + constant.name() + ", " + fitted + range,
                "record " + model.key(),
                "",
                model.evidence());
    }
}
