package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.library.model.FamilyTraits;
import org.sizewright.library.model.ModelConfig;
import org.sizewright.library.model.Wiring;

/** JSON form of models and of their families. */
final class ModelCodec {
    private ModelCodec() {}

    static ModelArchitecture read(Fields f) throws InvalidRecord {
        Optional<ModelConfig> config = f.has("hidden") ? Optional.of(flattened(f)) : f.find("config", Fields.CONFIG);
        return new ModelArchitecture(
                ModelId.of(f.text("id")),
                f.text("name"),
                f.find("year", Fields.WHOLE),
                use(f),
                config,
                f.find("totals", Fields.nested(ModelCodec::readTotals)),
                f.find("parametersTotal", Fields.LONG),
                f.find("parametersActive", Fields.LONG),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    private static Optional<ModelUse> use(Fields f) throws InvalidRecord {
        return f.has("use") ? Optional.of(word(f, "use", ModelUse.GENERATION)) : Optional.empty();
    }

    /** Records of plans that were saved before models were known by their configuration. */
    private static ModelConfig flattened(Fields f) throws InvalidRecord {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("model_type", f.text("family"));
        config.put("hidden_size", (long) f.whole("hidden"));
        config.put("num_hidden_layers", (long) f.whole("layers"));
        config.put("num_attention_heads", (long) f.whole("heads"));
        config.put("num_key_value_heads", (long) f.whole("kvHeads"));
        config.put("head_dim", (long) f.whole("headDim"));
        config.put("intermediate_size", (long) f.whole("intermediate"));
        config.put("vocab_size", (long) f.whole("vocab"));
        config.put("tie_word_embeddings", f.flag("tied"));
        config.put("attention_bias", f.flag("outputBias"));
        config.put("mlp_bias", f.flag("mlpBias"));
        for (String implied : List.of("gatedMlp", "qkvBias", "qkNorm")) {
            f.flag(implied);
        }
        int rotary = f.whole("rotaryDim");
        if (rotary > 0) {
            config.put("rotary_dim", (long) rotary);
        }
        if (f.has("experts")) {
            Fields experts = f.object("experts");
            config.put("num_local_experts", (long) experts.whole("count"));
            config.put("num_experts_per_tok", (long) experts.whole("perToken"));
            config.put("moe_intermediate_size", (long) experts.whole("intermediate"));
        }
        if (f.fact("maxPosition", Fields.COUNT) instanceof Fact.Known<Integer> known) {
            config.put("max_position_embeddings", (long) known.value());
        }
        return new ModelConfig(config);
    }

    private static ModelTotals readTotals(Fields f) throws InvalidRecord {
        return new ModelTotals(
                f.get("parameters", Fields.LONG),
                f.whole("hidden"),
                f.whole("layers"),
                f.whole("heads"),
                f.whole("kvHeads"),
                f.whole("headDim"),
                f.whole("vocabulary"),
                f.whole("mlpWidth"),
                f.find(
                        "experts",
                        Fields.nested(experts -> new ModelTotals.Experts(
                                experts.get("active", Fields.LONG),
                                experts.whole("count"),
                                experts.whole("perToken")))));
    }

    static ObjectNode write(ModelArchitecture model) {
        Written written = new Written()
                .put("id", model.id().value())
                .put("name", model.name())
                .put("year", model.year(), Written::whole)
                .put("use", model.use().map(ModelUse::word), Written::text)
                .put("notes", model.notes(), Written::text)
                .put("evidence", model.evidence().word())
                .put("sources", model.sources(), Written::text);
        model.config().ifPresent(config -> written.node().set("config", ModelConfigReader.toJson(config)));
        model.totals().ifPresent(totals -> written.node().set("totals", write(totals)));
        model.parametersTotal().ifPresent(count -> written.node().put("parametersTotal", count));
        model.parametersActive().ifPresent(count -> written.node().put("parametersActive", count));
        return written.node();
    }

    private static ObjectNode write(ModelTotals totals) {
        ObjectNode node = new Written()
                .put("hidden", totals.hidden())
                .put("layers", totals.layers())
                .put("heads", totals.heads())
                .put("kvHeads", totals.kvHeads())
                .put("headDim", totals.headDim())
                .put("vocabulary", totals.vocabulary())
                .put("mlpWidth", totals.mlpWidth())
                .node();
        node.put("parameters", totals.parameters());
        totals.experts()
                .ifPresent(experts -> node.putObject("experts")
                        .put("active", experts.active())
                        .put("count", experts.count())
                        .put("perToken", experts.perToken()));
        return node;
    }

    static ModelFamily readFamily(Fields f) throws InvalidRecord {
        return new ModelFamily(
                f.text("id"),
                f.texts("types"),
                new FamilyTraits(
                        word(f, "build", FamilyTraits.Build.DECODER),
                        flag(f, "tied", false),
                        flag(f, "gated", true),
                        flag(f, "layerNorm", false),
                        f.find("norms", Fields.COUNT).orElse(2),
                        when(f, "qkvBias"),
                        when(f, "outputBias"),
                        when(f, "mlpBias"),
                        flag(f, "headBias", false),
                        word(f, "qkNorm", FamilyTraits.QkNorm.NONE),
                        f.find("positions", Fields.COUNT).map(OptionalInt::of).orElse(OptionalInt.empty()),
                        flag(f, "pooler", true),
                        flag(f, "rotary", true),
                        flag(f, "embeddingNorm", false),
                        flag(f, "layerScale", false),
                        f.find("mlpShare", Fields.AMOUNT).orElse(1.0),
                        f.find("mlpMultiple", Fields.COUNT).orElse(1),
                        flag(f, "routerBias", false),
                        f.find("sharedExperts", Fields.COUNT).orElse(0),
                        word(f, "sinks", FamilyTraits.Sinks.NONE),
                        word(f, "window", FamilyTraits.Window.LISTED),
                        word(f, "fused", FamilyTraits.Fused.NONE),
                        new Wiring(
                                flag(f, "parallel", false),
                                flag(f, "plainNorms", flag(f, "layerNorm", false)),
                                f.lists("modules"))),
                flag(f, "gguf", true),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    /** What is as in most families is left out. */
    static ObjectNode write(ModelFamily family) {
        FamilyTraits traits = family.traits();
        Written written = new Written().put("id", family.id()).put("types", family.types(), Written::text);
        word(written, "build", traits.build(), FamilyTraits.Build.DECODER);
        flag(written, "tied", traits.tied(), false);
        flag(written, "gated", traits.gated(), true);
        flag(written, "layerNorm", traits.layerNorm(), false);
        if (traits.norms() != 2) {
            written.put("norms", traits.norms());
        }
        when(written, "qkvBias", traits.qkvBias());
        when(written, "outputBias", traits.outputBias());
        when(written, "mlpBias", traits.mlpBias());
        flag(written, "headBias", traits.headBias(), false);
        word(written, "qkNorm", traits.qkNorm(), FamilyTraits.QkNorm.NONE);
        traits.positions().ifPresent(extra -> written.put("positions", extra));
        flag(written, "pooler", traits.pooler(), true);
        flag(written, "rotary", traits.rotary(), true);
        flag(written, "embeddingNorm", traits.embeddingNorm(), false);
        flag(written, "layerScale", traits.layerScale(), false);
        if (traits.mlpShare() != 1) {
            written.put("mlpShare", Written.number(traits.mlpShare()));
        }
        if (traits.mlpMultiple() != 1) {
            written.put("mlpMultiple", traits.mlpMultiple());
        }
        flag(written, "routerBias", traits.routerBias(), false);
        if (traits.sharedExperts() != 0) {
            written.put("sharedExperts", traits.sharedExperts());
        }
        word(written, "sinks", traits.sinks(), FamilyTraits.Sinks.NONE);
        word(written, "window", traits.window(), FamilyTraits.Window.LISTED);
        word(written, "fused", traits.fused(), FamilyTraits.Fused.NONE);
        flag(written, "gguf", family.gguf(), true);
        flag(written, "parallel", traits.wiring().parallel(), false);
        flag(written, "plainNorms", traits.wiring().plainNorms(), traits.layerNorm());
        written.lists("modules", traits.wiring().modules());
        return written.put("notes", family.notes(), Written::text)
                .put("evidence", family.evidence().word())
                .put("sources", family.sources(), Written::text)
                .node();
    }

    private static boolean flag(Fields f, String field, boolean usual) throws InvalidRecord {
        return f.find(field, Fields.FLAG).orElse(usual);
    }

    private static void flag(Written written, String field, boolean value, boolean usual) {
        if (value != usual) {
            written.put(field, value);
        }
    }

    private static FamilyTraits.When when(Fields f, String field) throws InvalidRecord {
        return FamilyTraits.When.parse(f.findText(field).orElse("never"));
    }

    private static void when(Written written, String field, FamilyTraits.When when) {
        if (!when.equals(FamilyTraits.When.NEVER)) {
            written.put(field, when.word());
        }
    }

    private static <E extends Enum<E>> E word(Fields f, String field, E usual) throws InvalidRecord {
        Optional<String> word = f.findText(field);
        if (word.isEmpty()) {
            return usual;
        }
        for (E value : usual.getDeclaringClass().getEnumConstants()) {
            if (word(value).equals(word.get())) {
                return value;
            }
        }
        throw new InvalidRecord("\"" + field + "\" is \"" + word.get() + "\", which is no word for it");
    }

    private static <E extends Enum<E>> void word(Written written, String field, E value, E usual) {
        if (value != usual) {
            written.put(field, word(value));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
