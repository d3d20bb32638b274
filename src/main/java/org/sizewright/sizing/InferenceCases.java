package org.sizewright.sizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.sizewright.sizing.GenerationSubject.Head;

/**
 * Measured cases of inference outside a serving engine, held against the figures: peaks of generation, sizes of GGUF files, caches
 * and checkpoints. Pure; what is absent from a case has a default, what cannot be said has a reason.
 */
public final class InferenceCases {
    private static final RowKey ROW = new RowKey("case", "Case");

    private InferenceCases() {}

    /** @param kind of the case: {@code hf_generate}, {@code gguf_size}... */
    public static InferencePrediction predict(
            String kind, CaseInputs inputs, ModelArchitecture model, ModelShape shape, Library library) {
        try {
            return switch (kind) {
                case "hf_generate" -> transformers(inputs, model, shape, library);
                case "litgpt_inference" -> litgpt(inputs, model, shape, library);
                case "awq_inference" -> autoAwq(inputs, model, shape, library);
                case "gguf_size" -> gguf(inputs, model, shape, library);
                case "kv_size" -> cache(inputs, model, shape, library);
                case "checkpoint_size" -> checkpoint(inputs, model, shape, library);
                default ->
                    new InferencePrediction.Refused(
                            "cases of the kind " + kind + " are not of inference outside an engine");
            };
        } catch (Impossible impossible) {
            return new InferencePrediction.Refused(impossible.sentence());
        }
    }

    /** Ends a prediction that cannot be made. */
    private static final class Impossible extends Exception {
        private static final long serialVersionUID = 1L;

        Impossible(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private static InferencePrediction transformers(
            CaseInputs inputs, ModelArchitecture model, ModelShape shape, Library library) throws Impossible {
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

    private static InferencePrediction litgpt(
            CaseInputs inputs, ModelArchitecture model, ModelShape shape, Library library) throws Impossible {
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
    private static InferencePrediction autoAwq(
            CaseInputs inputs, ModelArchitecture model, ModelShape shape, Library library) throws Impossible {
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

    private static InferencePrediction peak(GenerationSubject subject, String metric, Unit unit, Library library) {
        FigureBook.Builder book = FigureBook.builder();
        GenerationMemory memory = new GenerationMemory(book, List.of(subject), library);
        return known(book.build(), Map.of(metric, new Asked(memory.peak, unit)));
    }

    private static InferencePrediction gguf(
            CaseInputs inputs, ModelArchitecture model, ModelShape shape, Library library) throws Impossible {
        String quant = inputs.text("quant").orElse("F16");
        GgufMix mix = library.ggufMix(quant)
                .orElseThrow(() -> new Impossible("\"" + quant + "\" is no mix of block types that the library knows"));
        boolean importance = inputs.flag("imatrix").orElse(mix.needsImportanceMatrix());
        return switch (GgufLayout.of(model, shape, mix, importance, library)) {
            case GgufLayout.Refused refused -> new InferencePrediction.Refused(refused.reason());
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

    private static InferencePrediction cache(
            CaseInputs inputs, ModelArchitecture model, ModelShape shape, Library library) throws Impossible {
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

    private static InferencePrediction checkpoint(
            CaseInputs inputs, ModelArchitecture model, ModelShape shape, Library library) throws Impossible {
        double bytes = inputs.number("dtype_bytes").orElse(2);
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

    private static InferencePrediction known(FigureBook figures, Map<String, Asked> asked) {
        Map<String, InferencePrediction.Estimate> metrics = new LinkedHashMap<>();
        for (Map.Entry<String, Asked> entry : asked.entrySet()) {
            Figure figure = entry.getValue().figure();
            List<Double> lanes = new ArrayList<>();
            for (Lane lane : Lane.values()) {
                OptionalDouble number = figures.value(figure.cell(ROW, lane)).asNumber();
                if (number.isEmpty()) {
                    return new InferencePrediction.Refused(figure.title() + " is not known");
                }
                lanes.add(figure.unit()
                        .convert(number.getAsDouble(), entry.getValue().unit()));
            }
            metrics.put(
                    entry.getKey(), new InferencePrediction.Estimate(figure, lanes.get(0), lanes.get(1), lanes.get(2)));
        }
        return new InferencePrediction.Known(figures, metrics);
    }

    private static Fused fused(ModelArchitecture model, Library library) {
        return library.familyOf(model).map(family -> family.traits().fused()).orElse(Fused.NONE);
    }

    private static GenerationStack stack(String id, Library library) throws Impossible {
        return library.generationStack(id).orElseThrow(() -> new Impossible("the library has no record of " + id));
    }

    /** By its id, or by the words that tables use for the usual group size. */
    private static NumberFormat format(String word, Library library) throws Impossible {
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
                .orElseThrow(() -> new Impossible("the library has no number format \"" + word + "\""));
        if (format.ggufMix().isPresent()) {
            throw new Impossible(format.name() + " is a mix for llama.cpp, which this is not");
        }
        return format;
    }

    /** By the type's name, else as many bytes as the case says, else two. */
    private static double cacheBytes(CaseInputs inputs, Library library) {
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
                .orElse(inputs.number("kv_dtype_bytes").orElse(2));
    }

    private static int atLeastOne(CaseInputs inputs, String name) {
        return (int) Math.max(1, inputs.whole(name, 1));
    }

    /** By the GPU's name, as much of it as the library knows; else an older one. */
    private static boolean isHopper(CaseInputs inputs, Library library) {
        List<String> words = Arrays.asList(inputs.text("gpu").orElse("").split(" ", -1));
        for (int length = words.size(); length > 0; length--) {
            Optional<String> capability =
                    library
                            .candidates(String.join(" ", words.subList(0, length)), Optional.empty(), Optional.empty())
                            .stream()
                            .flatMap(gpu -> gpu.computeCapability().asOptional().stream())
                            .findFirst();
            if (capability.isPresent()) {
                return Integer.parseInt(capability.get().split("\\.", -1)[0]) >= 9;
            }
        }
        return false;
    }
}
