package org.sizewright.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.Field;
import org.sizewright.catalog.GpuAnswer;
import org.sizewright.catalog.GpuCandidate;
import org.sizewright.catalog.GpuForm;
import org.sizewright.catalog.GpuText;
import org.sizewright.catalog.ImportChoices;
import org.sizewright.plan.AtomicFile;

/**
 * What the user answered when lists were imported, kept on this machine: columns by header, GPUs by their text, vendors, decided
 * conflicts, classes. The file is JSON with a version; one that cannot be read is set aside, never overwritten.
 */
public final class ImportMemory {
    private static final String FORMAT = "import-answers/1";
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ImportMemory() {}

    /** What was read, and what had to be said about it. */
    public record Loaded(ImportChoices choices, Optional<Notice> notice) {}

    /** Reads the file; without one there are no answers yet. */
    public static Loaded load(Path file) {
        if (!Files.exists(file)) {
            return new Loaded(ImportChoices.NONE, Optional.empty());
        }
        try {
            return new Loaded(parse(Files.readAllBytes(file)), Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            return setAside(file);
        }
    }

    private static Loaded setAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return new Loaded(
                    ImportChoices.NONE,
                    Optional.of(Notice.refused(
                            "The answers about imports cannot be read.", "Check the file " + file + ".")));
        }
        return new Loaded(
                ImportChoices.NONE,
                Optional.of(Notice.refused(
                        "The remembered answers about imports could not be read and are asked again.",
                        "The old file was kept as " + aside.getFileName() + ".")));
    }

    /** Writes what holds for every list; a failure is told but stops nothing. */
    public static Optional<Notice> save(Path file, ImportChoices choices) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            byte[] content = write(choices);
            return switch (AtomicFile.write(file, out -> out.write(content))) {
                case AtomicFile.Outcome.Written done -> Optional.empty();
                case AtomicFile.Outcome.NotWritten not -> Optional.of(Notice.refused(not.sentence(), not.whatToDo()));
            };
        } catch (IOException e) {
            return Optional.of(Notice.refused("The answers about imports could not be saved.", ""));
        }
    }

    /** The file's content. Sorted, so that the same answers give the same bytes. */
    static byte[] write(ImportChoices choices) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        ArrayNode columns = root.putArray("columns");
        new TreeMap<>(choices.columns()).forEach((signature, byField) -> {
            ObjectNode one = columns.addObject();
            one.put("header", signature);
            ObjectNode fields = one.putObject("fields");
            new TreeMap<>(byField).forEach((field, column) -> fields.put(field.id(), column));
        });
        ArrayNode gpus = root.putArray("gpus");
        choices.gpus().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        java.util.Comparator.comparing(GpuText::text).thenComparing(GpuText::formColumn)))
                .forEach(one -> {
                    ObjectNode node = gpus.addObject();
                    node.put("text", one.getKey().text());
                    node.put("form", one.getKey().formColumn());
                    switch (one.getValue()) {
                        case GpuAnswer.Meant meant -> gpu(node.putObject("meant"), meant.gpu());
                        case GpuAnswer.LeftOpen open -> node.put("leftOpen", true);
                    }
                });
        texts(root.putObject("vendors"), choices.vendors());
        texts(
                root.putObject("conflicts"),
                choices.conflicts().entrySet().stream()
                        .collect(Collectors.toMap(
                                one -> one.getKey().value(),
                                one -> one.getValue().value())));
        texts(root.putObject("classes"), choices.classes());
        ArrayNode confirmed = root.putArray("confirmed");
        new TreeSet<>(choices.confirmed()).forEach(id -> confirmed.add(id.value()));
        return MAPPER.writeValueAsBytes(root);
    }

    private static void texts(ObjectNode node, Map<String, String> texts) {
        new TreeMap<>(texts).forEach(node::put);
    }

    private static void gpu(ObjectNode node, GpuCandidate gpu) {
        node.put("chip", gpu.chip());
        gpu.form().ifPresent(form -> node.put("form", form.text()));
        gpu.memoryGb().ifPresent(memory -> node.put("memoryGb", memory));
    }

    /**
     * The answers in a file of this format.
     *
     * @throws IOException if it is no JSON
     * @throws IllegalArgumentException if it is not of this format, with a sentence that says what is wrong
     */
    public static ImportChoices parse(byte[] content) throws IOException {
        JsonNode root = MAPPER.readTree(content);
        if (!root.path("format").asText().equals(FORMAT)) {
            throw new IllegalArgumentException("It is not a file of answers about imports (" + FORMAT + ").");
        }
        Map<String, Map<Field, Integer>> columns = new HashMap<>();
        for (JsonNode one : root.path("columns")) {
            Map<Field, Integer> byField = new EnumMap<>(Field.class);
            one.path("fields").properties().forEach(entry -> {
                Field field = Field.of(entry.getKey())
                        .orElseThrow(() -> new IllegalArgumentException("There is no field " + entry.getKey() + "."));
                if (!entry.getValue().isInt()) {
                    throw new IllegalArgumentException("The column of " + entry.getKey() + " is no number.");
                }
                byField.put(field, entry.getValue().asInt());
            });
            columns.put(one.path("header").asText(), byField);
        }
        Map<GpuText, GpuAnswer> gpus = new HashMap<>();
        for (JsonNode one : root.path("gpus")) {
            gpus.put(
                    new GpuText(one.path("text").asText(), one.path("form").asText()),
                    one.path("leftOpen").asBoolean(false) ? new GpuAnswer.LeftOpen() : meant(one.path("meant")));
        }
        Map<EntryId, EntryId> conflicts = new HashMap<>();
        texts(root.path("conflicts"))
                .forEach((subject, holds) -> conflicts.put(new EntryId(subject), new EntryId(holds)));
        Set<EntryId> confirmed = new HashSet<>();
        root.path("confirmed").forEach(id -> confirmed.add(new EntryId(id.asText())));
        return new ImportChoices(
                columns,
                gpus,
                texts(root.path("vendors")),
                conflicts,
                texts(root.path("classes")),
                confirmed,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static GpuAnswer meant(JsonNode node) {
        String chip = node.path("chip").asText();
        if (chip.isBlank()) {
            throw new IllegalArgumentException("An answer about a GPU names no chip.");
        }
        JsonNode form = node.path("form");
        Optional<GpuForm> known = form.isMissingNode()
                ? Optional.empty()
                : Optional.of(GpuForm.of(form.asText())
                        .orElseThrow(() -> new IllegalArgumentException("There is no form " + form.asText() + ".")));
        JsonNode memory = node.path("memoryGb");
        return new GpuAnswer.Meant(
                new GpuCandidate(chip, known, memory.isInt() ? OptionalInt.of(memory.asInt()) : OptionalInt.empty()));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
