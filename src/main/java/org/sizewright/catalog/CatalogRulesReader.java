package org.sizewright.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the catalog's spellings from the library that is shipped with the program. */
public final class CatalogRulesReader {
    private static final String FOLDER = "/assets/library/";

    private CatalogRulesReader() {}

    /**
     * Reads the shipped files.
     *
     * @throws UncheckedIOException if one is missing or broken, which is a fault of the build
     */
    public static CatalogRules readShipped() {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode headers = read(mapper, "catalog-headers.json");
        return new CatalogRules(
                headers(headers),
                spellings(read(mapper, "catalog-vendors.json")),
                gpus(read(mapper, "catalog-gpu-names.json")),
                cpus(read(mapper, "catalog-cpus.json")),
                Set.copyOf(texts(headers, "categoryHeaders").stream()
                        .map(Columns::key)
                        .toList()));
    }

    private static JsonNode read(ObjectMapper mapper, String file) {
        try (InputStream in = CatalogRulesReader.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IOException("missing in the program: " + FOLDER + file);
            }
            return mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HeaderWords headers(JsonNode root) {
        Map<Field, List<String>> headers = new EnumMap<>(Field.class);
        Map<Field, HeaderWords.Words> byWords = new EnumMap<>(Field.class);
        for (JsonNode node : root.required("fields")) {
            Field field = Field.of(node.required("field").asText())
                    .orElseThrow(() -> new IllegalStateException("no such field: " + node));
            List<String> keys = new ArrayList<>();
            for (String group : List.of("seen", "also")) {
                keys.addAll(texts(node, group));
            }
            headers.put(field, List.copyOf(keys));
            if (node.has("words")) {
                List<Set<String>> must = new ArrayList<>();
                node.path("words").required("must").forEach(some -> {
                    Set<String> words = new LinkedHashSet<>();
                    some.forEach(word -> words.add(word.asText()));
                    must.add(words);
                });
                byWords.put(field, new HeaderWords.Words(must, Set.copyOf(texts(node.path("words"), "may"))));
            }
        }
        return new HeaderWords(headers, byWords);
    }

    private static Spellings spellings(JsonNode root) {
        Map<String, List<String>> vendors = new LinkedHashMap<>();
        for (JsonNode node : root.required("vendors")) {
            vendors.put(node.required("name").asText(), texts(node, "aliases"));
        }
        return new Spellings(
                vendors,
                texts(root, "legalForms"),
                texts(root.required("modelPrefixes"), "prefixes"),
                texts(root.required("modelWords"), "words"));
    }

    private static CpuFamilies cpus(JsonNode root) {
        Map<String, Pattern> families = new LinkedHashMap<>();
        for (JsonNode node : root.required("families")) {
            families.put(
                    node.required("family").asText(),
                    Pattern.compile(node.required("pattern").asText()));
        }
        return new CpuFamilies(families);
    }

    private static GpuNames gpus(JsonNode root) {
        List<GpuChipRule> rules = new ArrayList<>();
        for (JsonNode node : root.required("chips")) {
            rules.add(chip(node));
        }
        return new GpuNames(rules);
    }

    private static GpuChipRule chip(JsonNode node) {
        List<GpuChipRule.Variant> variants = new ArrayList<>();
        for (JsonNode variant : node.required("variants")) {
            JsonNode memory = variant.path("memoryGb");
            variants.add(new GpuChipRule.Variant(
                    form(variant.required("form").asText()),
                    memory.isInt() ? OptionalInt.of(memory.asInt()) : OptionalInt.empty()));
        }
        Map<Pattern, GpuForm> inferForm = new LinkedHashMap<>();
        for (JsonNode hint : node.path("inferForm")) {
            inferForm.put(
                    Pattern.compile(hint.required("pattern").asText()),
                    form(hint.required("form").asText()));
        }
        Set<GpuFlag> flags = EnumSet.noneOf(GpuFlag.class);
        texts(node, "flags").forEach(flag -> flags.add(GpuFlag.valueOf(flag)));
        return new GpuChipRule(
                node.required("chip").asText(),
                Pattern.compile(node.required("pattern").asText()),
                variants,
                node.path("askMemory").asBoolean(false),
                node.has("askForm"),
                byForm(node.path("names")),
                byForm(node.path("connectors")),
                inferForm,
                flags,
                texts(node, "choices"),
                texts(node, "alternatives"),
                node.path("gpusPerBoard").asInt(1));
    }

    private static Map<GpuForm, String> byForm(JsonNode node) {
        Map<GpuForm, String> texts = new EnumMap<>(GpuForm.class);
        node.properties()
                .forEach(entry ->
                        texts.put(form(entry.getKey()), entry.getValue().asText()));
        return texts;
    }

    private static GpuForm form(String text) {
        return GpuForm.of(text).orElseThrow(() -> new IllegalStateException("no such form: " + text));
    }

    private static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
