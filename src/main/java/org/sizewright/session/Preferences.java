package org.sizewright.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.plan.AtomicFile;

/**
 * What this user likes on this machine.
 *
 * @param dark whether the window is dark
 * @param decimalMemory whether memory is shown in GB (10^9 bytes) rather than in GiB (2^30)
 * @param recent plans that were opened or saved, latest first
 */
public record Preferences(boolean dark, boolean decimalMemory, List<Path> recent) {
    public static final Preferences DEFAULT = new Preferences(false, false, List.of());

    private static final int MOST_RECENT = 8;
    private static final String GB = "GB";
    private static final String GIB = "GiB";
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Preferences {
        recent = List.copyOf(recent);
    }

    /** What was read, and what had to be said about it. */
    public record Loaded(Preferences preferences, Optional<Notice> notice) {}

    public Preferences withDark(boolean changed) {
        return new Preferences(changed, decimalMemory, recent);
    }

    public Preferences withDecimalMemory(boolean changed) {
        return new Preferences(dark, changed, recent);
    }

    /** With this file as the latest. */
    public Preferences withRecent(Path file) {
        List<Path> files = new ArrayList<>(List.of(file));
        recent.stream()
                .filter(other -> !other.equals(file))
                .limit(MOST_RECENT - 1)
                .forEach(files::add);
        return new Preferences(dark, decimalMemory, files);
    }

    /** Reads the file; one that cannot be read is set aside, never overwritten. */
    public static Loaded load(Path file) {
        if (!Files.exists(file)) {
            return new Loaded(DEFAULT, Optional.empty());
        }
        try {
            JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
            if (!node.isObject()) {
                return setAside(file);
            }
            List<Path> recent = new ArrayList<>();
            node.path("recent").forEach(path -> recent.add(Path.of(path.asText())));
            boolean decimal = node.path("memoryUnit").asText(GIB).equals(GB);
            return new Loaded(new Preferences(node.path("dark").asBoolean(false), decimal, recent), Optional.empty());
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return setAside(file);
        }
    }

    private static Loaded setAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return new Loaded(
                    DEFAULT,
                    Optional.of(Notice.refused("The preferences cannot be read.", "Check the file " + file + ".")));
        }
        return new Loaded(
                DEFAULT,
                Optional.of(Notice.refused(
                        "The preferences could not be read, so the window starts with the usual ones.",
                        "The old file was kept as " + aside.getFileName() + ".")));
    }

    /** Writes the file; a failure is told but stops nothing. */
    public Optional<Notice> save(Path file) {
        ObjectNode written = MAPPER.createObjectNode();
        written.put("dark", dark);
        written.put("memoryUnit", decimalMemory ? GB : GIB);
        ArrayNode list = written.putArray("recent");
        recent.forEach(path -> list.add(path.toString()));
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            byte[] content = MAPPER.writeValueAsBytes(written);
            return switch (AtomicFile.write(file, out -> out.write(content))) {
                case AtomicFile.Outcome.Written done -> Optional.empty();
                case AtomicFile.Outcome.NotWritten not -> Optional.of(Notice.refused(not.sentence(), not.whatToDo()));
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("preferences are plain values", e);
        } catch (IOException e) {
            return Optional.of(Notice.refused("The preferences could not be saved.", ""));
        }
    }
}
