package org.sizewright.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sizewright.figure.Evidence;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelConfigReader;
import org.sizewright.library.ModelConfigResult;
import org.sizewright.library.ModelId;
import org.sizewright.library.ModelTotals;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.WeightIndex;
import org.sizewright.library.model.ModelConfig;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;

/** Makes a record for the user's own library out of a model's {@code config.json}, held against the index of its weights. */
public sealed interface ModelFile {
    /** Folders that say nothing about what lies in them. */
    Set<String> ANY_FOLDER = Set.of("", "downloads", "desktop", "documents", "tmp", "temp");

    /** Name of the model that the file is about. */
    String name();

    /**
     * A model that can be sized.
     *
     * @param isNew whether it has to be kept; otherwise the library has it already, word for word
     * @param weights what the index beside it says; empty if there is none
     */
    record Known(ModelArchitecture model, ModelShape shape, boolean isNew, Optional<Weights> weights)
            implements ModelFile {
        @Override
        public String name() {
            return model.name();
        }
    }

    /** Not a model that can be sized from its configuration. @param numbers what can be taken from it for the totals */
    record Refused(String name, List<String> reasons, Numbers numbers) implements ModelFile {}

    /** The size of the stored weights. */
    sealed interface Weights {
        /** @param computed empty if it is not known how the weights are stored @param how they are stored */
        record Stated(long bytes, int tensors, OptionalLong computed, String how) implements Weights {
            /** How much more the index states than the configuration comes to, as a share; empty if that is not known. */
            public Optional<Double> difference() {
                return computed.isPresent()
                        ? Optional.of((bytes - computed.getAsLong()) / (double) computed.getAsLong())
                        : Optional.empty();
            }
        }

        record Unreadable(String reason) implements Weights {}
    }

    /** Numbers of a configuration that totals begin with; empty = it does not say. */
    record Numbers(
            OptionalLong hidden,
            OptionalLong layers,
            OptionalLong heads,
            OptionalLong kvHeads,
            OptionalLong headDim,
            OptionalLong vocabulary,
            OptionalLong mlpWidth) {
        public static final Numbers NONE = of(new ModelConfig(java.util.Map.of()));

        static Numbers of(ModelConfig config) {
            ModelConfig decoder = config.decoder();
            return new Numbers(
                    first(decoder, "hidden_size", "n_embd", "d_model"),
                    first(decoder, "num_hidden_layers", "n_layer", "n_layers", "num_layers"),
                    first(decoder, "num_attention_heads", "n_head", "n_heads"),
                    first(decoder, "num_key_value_heads", "num_attention_heads", "n_head", "n_heads"),
                    first(decoder, "head_dim"),
                    first(decoder, "vocab_size"),
                    first(decoder, "intermediate_size", "n_inner", "ffn_dim", "ffn_hidden_size"));
        }

        private static OptionalLong first(ModelConfig config, String... names) {
            for (String name : names) {
                if (config.find(name).orElse("") instanceof Long number && number > 0) {
                    return OptionalLong.of(number);
                }
            }
            return OptionalLong.empty();
        }
    }

    /** Whether a file may be about a model, by its name: {@code config.json} or {@code model.safetensors.index.json}. */
    static boolean isMeant(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith("config.json") || isIndex(file);
    }

    private static boolean isIndex(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".index.json");
    }

    /** Reads a configuration and the index that was given with it, else the one that lies beside it. */
    static ModelFile read(List<Path> files, Library library) {
        Optional<Path> index = files.stream().filter(ModelFile::isIndex).findFirst();
        Path config = files.stream()
                .filter(file -> !isIndex(file))
                .findFirst()
                .or(() -> index.map(file -> file.resolveSibling("config.json")))
                .orElseThrow(() -> new IllegalArgumentException("no file of a model"));
        String folder = folder(config);
        if (!Files.isReadable(config)) {
            return new Refused(
                    folder.isEmpty() ? String.valueOf(config.getFileName()) : folder,
                    List.of(config.getFileName() + " does not lie here or cannot be read"),
                    Numbers.NONE);
        }
        return switch (ModelConfigReader.read(config, ModelId.of(folder.isEmpty() ? "model" : folder), library)) {
            case ModelConfigResult.Refused refused ->
                new Refused(
                        folder.isEmpty() ? String.valueOf(config.getFileName()) : folder,
                        refused.reasons(),
                        refused.config().map(Numbers::of).orElse(Numbers.NONE));
            case ModelConfigResult.Parsed parsed -> {
                String name = folder.isEmpty() ? described(parsed) : folder;
                Optional<Path> beside =
                        index.or(() -> Optional.of(config.resolveSibling("model.safetensors.index.json"))
                                .filter(Files::isReadable));
                yield known(name, parsed, beside, library);
            }
        };
    }

    /**
     * A record for totals that were typed in.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    static ModelArchitecture typed(String name, ModelTotals totals, Library library) {
        return record(free(name.strip(), library), Optional.empty(), Optional.of(totals));
    }

    private static Known known(String name, ModelConfigResult.Parsed parsed, Optional<Path> index, Library library) {
        Optional<ModelConfig> config = parsed.model().config();
        Optional<ModelArchitecture> same = library.models().stream()
                .filter(model -> model.config().equals(config) && model.totals().isEmpty())
                .filter(model -> model.id().value().equals(name) || model.name().equals(lastPart(name)))
                .findFirst();
        Optional<Weights> weights = index.map(file -> switch (ModelConfigReader.index(file)) {
            case WeightIndex.Read read -> stated(read, config.orElseThrow(), parsed.shape(), library);
            case WeightIndex.Refused refused -> new Weights.Unreadable(refused.reason());
        });
        return same.map(model -> new Known(model, parsed.shape(), false, weights))
                .orElseGet(() -> new Known(
                        record(free(name, library), config, Optional.empty()), parsed.shape(), true, weights));
    }

    private static Weights stated(WeightIndex.Read read, ModelConfig config, ModelShape shape, Library library) {
        Optional<ModelConfig> quantised = config.nested("quantization_config");
        if (quantised.isEmpty()) {
            String type = config.text("torch_dtype")
                    .or(() -> config.text("dtype"))
                    .or(() -> config.decoder().text("torch_dtype"))
                    .or(() -> config.decoder().text("dtype"))
                    .orElse("bfloat16");
            int bytes = type.equals("float32") ? 4 : 2;
            return new Weights.Stated(
                    read.totalBytes(),
                    read.tensors(),
                    OptionalLong.of(nearest(read, shape, tensor -> (double) bytes * tensor.parameters())),
                    type);
        }
        String method = quantised.get().text("quant_method").orElse("");
        Optional<NumberFormat> format =
                formatId(method, quantised.get()).flatMap(id -> library.numberFormat(NumberFormatId.of(id)));
        return new Weights.Stated(
                read.totalBytes(),
                read.tensors(),
                format.map(known -> OptionalLong.of(nearest(
                                read,
                                shape,
                                tensor -> tensor.parameters()
                                        * (known.covers(tensor) ? known.bytesPerParameter() : 2.0))))
                        .orElse(OptionalLong.empty()),
                format.map(NumberFormat::name).orElse(method));
    }

    /** With or without the layers that guess further tokens: publishers store either. */
    private static long nearest(
            WeightIndex.Read read, ModelShape shape, java.util.function.ToDoubleFunction<Tensor> bytes) {
        double without = shape.tensors().mapToDouble(bytes).sum();
        double with = without + shape.nextToken().stream().mapToDouble(bytes).sum();
        return Math.round(Math.abs(with - read.totalBytes()) < Math.abs(without - read.totalBytes()) ? with : without);
    }

    /** The number format that a quantisation's own words mean. */
    private static Optional<String> formatId(String method, ModelConfig quantised) {
        long bits = quantised.find("bits").orElse(4L) instanceof Long number ? number : 4;
        long group = quantised.find("group_size").orElse(128L) instanceof Long number ? number : 128;
        return switch (method) {
            case "fp8" -> Optional.of(quantised.find("weight_block_size").isPresent() ? "fp8-block128" : "fp8");
            case "gptq" -> Optional.of(bits == 8 ? "gptq-int8" : "gptq-int" + bits + "-g" + group);
            case "awq" -> Optional.of("awq-int" + bits + "-g" + group);
            case "mxfp4" -> Optional.of("mxfp4");
            default -> Optional.empty();
        };
    }

    private static ModelArchitecture record(String id, Optional<ModelConfig> config, Optional<ModelTotals> totals) {
        return new ModelArchitecture(
                ModelId.of(id),
                lastPart(id),
                Optional.empty(),
                config,
                totals,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Evidence.TYPED,
                List.of());
    }

    private static String free(String wanted, Library library) {
        String id = wanted;
        for (int number = 2; library.model(ModelId.of(id)).isPresent(); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }

    private static String lastPart(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** The name that the folders give: that of a download cache, else of the folder itself; empty if that says nothing. */
    private static String folder(Path config) {
        List<String> parts = new ArrayList<>();
        Path folder = config.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            folder.forEach(part -> parts.add(part.toString()));
        }
        Optional<String> cached =
                parts.stream().filter(part -> part.startsWith("models--")).findFirst();
        if (cached.isPresent()) {
            return cached.get().substring("models--".length()).replace("--", "/");
        }
        String last = parts.isEmpty() ? "" : parts.getLast();
        return ANY_FOLDER.contains(last.toLowerCase(Locale.ROOT)) ? "" : last;
    }

    /** "llama-8.03B": what else there is to tell models apart. */
    private static String described(ModelConfigResult.Parsed parsed) {
        return parsed.model().family()
                + String.format(Locale.ROOT, "-%.2fB", parsed.shape().parameters() / 1e9);
    }
}
