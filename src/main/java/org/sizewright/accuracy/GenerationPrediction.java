package org.sizewright.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Given;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Unit;
import org.sizewright.library.GenerationStack;
import org.sizewright.library.GgufMix;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.model.FamilyTraits.Fused;
import org.sizewright.library.model.ModelShape;
import org.sizewright.sizing.Facts;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.generation.GenerationMemory;
import org.sizewright.sizing.generation.GenerationSubject;
import org.sizewright.sizing.generation.GenerationSubject.Head;
import org.sizewright.sizing.generation.TokenCache;
import org.sizewright.sizing.gguf.GgufLayout;
import org.sizewright.sizing.gguf.GgufSize;

/**
 * Inference outside a serving engine: peaks of generation, sizes of GGUF files, caches and checkpoints. What is absent from a case
 * has a default.
 */
final class GenerationPrediction {
    private static final RowKey ROW = new RowKey("case", "Case");
    /** Its compute capability, before the point. */
    private static final int HOPPER = 9;

    private GenerationPrediction() {}

    /**
     * By the names that measured cases use: {@code peak_allocated_gib}, {@code peak_gb}, {@code bits_per_weight}...
     *
     * @throws UnknownInput if the case is of another kind or names something nobody knows here
     */
    static Map<String, Estimate> of(MeasuredCase run, ModelArchitecture model, ModelShape shape, Library library) {
        Inputs inputs = run.inputs();
        return switch (run.kind()) {
            case "hf_generate" -> transformers(inputs, model, shape, library);
            case "litgpt_inference" -> litgpt(inputs, model, shape, library);
            case "awq_inference" -> autoAwq(inputs, model, shape, library);
            case "gguf_size" -> gguf(inputs, model, shape, library);
            case "kv_size" -> cache(inputs, model, shape, library);
            case "checkpoint_size" -> checkpoint(inputs, model, shape, library);
            default ->
                throw new UnknownInput("cases of the kind " + run.kind() + " are not of inference outside an engine");
        };
    }

    private static Map<String, Estimate> transformers(
            Inputs inputs, ModelArchitecture model, ModelShape shape, Library library) {
        boolean promptCounted = inputs.flag("prefill_transient_counted").orElse(true);
        boolean logits = inputs.flag("full_prefill_logits").orElse(false);
        String version = logits ? "transformers-4.44" : promptCounted ? "transformers-4.45" : "transformers-4.50";
        NumberFormat format = format(inputs.text("weight_format").orElse("bf16"), library);
        boolean duplicate = inputs.flag("duplicate_head").orElse(false) && shape.tied();
        boolean fourBit = format.weightBits() == 4 || format.bytesPerColumn() > 0;
        Head head = !duplicate ? Head.AS_PUBLISHED : fourBit ? Head.COPIED_WHILE_LOADING : Head.SEPARATE;
        return peak(
                new GenerationSubject(
                        ROW,
                        model,
                        shape,
                        fused(model, library),
                        format,
                        cacheBytes(inputs, library),
                        stack(version, library),
                        head,
                        inputs.whole("input_tokens", 0),
                        inputs.whole("new_tokens", 0),
                        atLeastOne(inputs, "batch"),
                        atLeastOne(inputs, "gpus"),
                        isHopper(inputs, library),
                        promptCounted),
                "peak_allocated_gib",
                Unit.GIB,
                library);
    }

    private static Map<String, Estimate> litgpt(
            Inputs inputs, ModelArchitecture model, ModelShape shape, Library library) {
        return peak(
                new GenerationSubject(
                        ROW,
                        model,
                        shape,
                        fused(model, library),
                        format(inputs.text("weight_format").orElse("bf16"), library),
                        cacheBytes(inputs, library),
                        stack("litgpt", library),
                        inputs.flag("duplicate_head").orElse(true) ? Head.SEPARATE : Head.AS_PUBLISHED,
                        0,
                        0,
                        atLeastOne(inputs, "batch"),
                        1,
                        isHopper(inputs, library),
                        true),
                "peak_gb",
                Unit.GB,
                library);
    }

    /** What its table calls GB was divided by 1024 three times. */
    private static Map<String, Estimate> autoAwq(
            Inputs inputs, ModelArchitecture model, ModelShape shape, Library library) {
        return peak(
                new GenerationSubject(
                        ROW,
                        model,
                        shape,
                        fused(model, library),
                        format(inputs.text("weight_format").orElse("awq"), library),
                        cacheBytes(inputs, library),
                        stack("autoawq", library),
                        Head.AS_PUBLISHED,
                        inputs.whole("prefill", 64),
                        inputs.whole("decode", 64),
                        atLeastOne(inputs, "batch"),
                        1,
                        isHopper(inputs, library),
                        true),
                "peak_gb",
                Unit.GIB,
                library);
    }

    private static Map<String, Estimate> peak(GenerationSubject subject, String metric, Unit unit, Library library) {
        FigureBook.Builder book = FigureBook.builder();
        GenerationMemory memory = new GenerationMemory(book, List.of(subject), library);
        return known(book.build(), Map.of(metric, new Asked(memory.peak, unit)));
    }

    private static Map<String, Estimate> gguf(
            Inputs inputs, ModelArchitecture model, ModelShape shape, Library library) {
        String quant = inputs.text("quant").orElse("F16");
        GgufMix mix = library.ggufMix(quant)
                .orElseThrow(
                        () -> new UnknownInput("\"" + quant + "\" is no mix of block types that the library knows"));
        boolean importance = inputs.flag("imatrix").orElse(mix.needsImportanceMatrix());
        return switch (GgufLayout.of(model, shape, mix, importance, library)) {
            case GgufLayout.Refused refused -> throw new UnknownInput(refused.reason());
            case GgufLayout.Known layout -> {
                FigureBook.Builder book = FigureBook.builder();
                GgufSize size = new GgufSize(book, List.of(new GgufSize.Subject(ROW, model, layout)), library);
                yield known(
                        book.build(),
                        Map.of(
                                "gib", new Asked(size.size, Unit.GIB),
                                "gb", new Asked(size.size, Unit.GB),
                                "bits_per_weight", new Asked(size.bitsPerWeight, Unit.COUNT)));
            }
        };
    }

    private static Map<String, Estimate> cache(
            Inputs inputs, ModelArchitecture model, ModelShape shape, Library library) {
        FigureBook.Builder book = FigureBook.builder();
        Rows rows = new Rows("generation", "Model", List.of(ROW));
        TokenCache cache = new TokenCache(
                book,
                "",
                rows,
                List.of(new TokenCache.Subject(ROW, model, shape, cacheBytes(inputs, library))),
                new Facts(library));
        FigureBook.Scope scope = book.over(rows);
        Figure tokens = scope.fact(
                "cache_tokens", Unit.TOKEN, "Tokens", row -> Given.fact(inputs.whole("tokens", 0), LlmMemory.CHOICE));
        Figure batch = scope.fact(
                "cache_batch",
                Unit.COUNT,
                "Sequences",
                row -> Given.fact(atLeastOne(inputs, "batch"), LlmMemory.CHOICE));
        Figure size = scope.define(
                "cache_size",
                Unit.GIB,
                "Cache",
                new Facts(library)
                        .banded(
                                scope,
                                "kv-size",
                                cache.perToken.times(tokens).plus(cache.state).times(batch)));
        return known(book.build(), Map.of("kv_mib", new Asked(size, Unit.MIB), "kv_gib", new Asked(size, Unit.GIB)));
    }

    private static Map<String, Estimate> checkpoint(
            Inputs inputs, ModelArchitecture model, ModelShape shape, Library library) {
        double bytes = inputs.number("dtype_bytes").orElse(2.0);
        Optional<String> format = inputs.text("weight_format");
        FigureBook.Builder book = FigureBook.builder();
        if (format.isEmpty() && bytes != 2) {
            Rows rows = new Rows("generation", "Model", List.of(ROW));
            FigureBook.Scope scope = book.over(rows);
            Figure parameters = scope.fact(
                    "checkpoint_parameters",
                    Unit.COUNT,
                    "Parameters",
                    row -> new Facts(library).of(model, model.evidence(), shape.parameters()));
            Figure each = scope.fact(
                    "checkpoint_bytes", Unit.BYTE, "Bytes per parameter", row -> Given.fact(bytes, LlmMemory.CHOICE));
            Figure size = scope.define("checkpoint_size", Unit.BYTE, "Checkpoint", parameters.times(each));
            return known(book.build(), Map.of("total_size_bytes", new Asked(size, Unit.BYTE)));
        }
        GenerationMemory memory = new GenerationMemory(
                book,
                List.of(new GenerationSubject(
                        ROW,
                        model,
                        shape,
                        fused(model, library),
                        format(format.orElse("bf16"), library),
                        2,
                        stack("transformers-4.50", library),
                        Head.AS_PUBLISHED,
                        0,
                        0,
                        1,
                        1,
                        false,
                        true)),
                library);
        Figure size = book.over(memory.rows).define("checkpoint_size", Unit.BYTE, "Checkpoint", memory.weights);
        return known(book.build(), Map.of("total_size_bytes", new Asked(size, Unit.BYTE)));
    }

    /** A figure and the unit that it is asked for in. */
    private record Asked(Figure figure, Unit unit) {}

    private static Map<String, Estimate> known(FigureBook figures, Map<String, Asked> asked) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        asked.forEach((metric, wanted) -> estimates.put(
                metric,
                Estimate.Known.of(
                        number(figures, wanted, Lane.VALUE),
                        number(figures, wanted, Lane.LOW),
                        number(figures, wanted, Lane.HIGH))));
        return estimates;
    }

    private static double number(FigureBook figures, Asked asked, Lane lane) {
        Figure figure = asked.figure();
        double number = figures.value(figure.cell(ROW, lane))
                .asNumber()
                .orElseThrow(() -> new UnknownInput(figure.title() + " is not known"));
        return figure.unit().convert(number, asked.unit());
    }

    private static Fused fused(ModelArchitecture model, Library library) {
        return library.familyOf(model).map(family -> family.traits().fused()).orElse(Fused.NONE);
    }

    private static GenerationStack stack(String id, Library library) {
        return library.generationStack(id).orElseThrow(() -> new UnknownInput("the library has no record of " + id));
    }

    /** By its id, or by the words that tables use for the usual group size. */
    private static NumberFormat format(String word, Library library) {
        String lower = word.toLowerCase(Locale.ROOT);
        String id = switch (lower) {
            case "awq", "awq-int4", "int4-awq" -> "awq-int4-g128";
            case "gptq", "gptq-int4", "int4" -> "gptq-int4-g128";
            case "f16", "float16" -> "fp16";
            case "bfloat16" -> "bf16";
            case "f32", "float32" -> "fp32";
            default -> lower;
        };
        NumberFormat format = (id.matches("[a-z0-9][a-z0-9._-]*")
                        ? library.numberFormat(NumberFormatId.of(id))
                        : Optional.<NumberFormat>empty())
                .orElseThrow(() -> new UnknownInput("the library has no number format \"" + word + "\""));
        if (format.ggufMix().isPresent()) {
            throw new UnknownInput(format.name() + " is a mix for llama.cpp, which this is not");
        }
        return format;
    }

    /** By the type's name, else as many bytes as the case says, else two. */
    private static double cacheBytes(Inputs inputs, Library library) {
        Optional<NumberFormat> named = inputs.text("cache_type")
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(word -> switch (word) {
                    case "f16" -> "fp16";
                    case "f32" -> "fp32";
                    default -> word;
                })
                .flatMap(word -> library.numberFormats().stream()
                        .filter(format -> format.id().value().equals(word))
                        .findFirst());
        return named.map(NumberFormat::bytesPerParameter)
                .orElse(inputs.number("kv_dtype_bytes").orElse(2.0));
    }

    private static int atLeastOne(Inputs inputs, String name) {
        return (int) Math.max(1, inputs.whole(name, 1));
    }

    /** A GPU that nobody knows counts as an older one. */
    private static boolean isHopper(Inputs inputs, Library library) {
        return inputs.text("gpu")
                .flatMap(name -> GpuByName.find(name, library))
                .flatMap(gpu -> gpu.computeCapability().asOptional())
                .filter(capability -> Integer.parseInt(capability.split("\\.", -1)[0]) >= HOPPER)
                .isPresent();
    }
}
