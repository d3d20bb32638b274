package org.sizewright.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.buildsheet.handover.HandOver;
import org.sizewright.buildsheet.handover.HandOverFile;

/**
 * Writes hand-over files into a folder. What it wrote is listed there with its hash, in the form that {@code sha256sum -c}
 * reads; only files that still are as they were written are replaced or taken away.
 */
final class HandOverFolder {
    static final String LIST = "SHA256SUMS";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}([A-Za-z0-9][A-Za-z0-9._/-]*)");

    private final Path folder;
    private final Map<String, String> known = new LinkedHashMap<>();

    private HandOverFolder(Path folder) {
        this.folder = folder;
    }

    static Notice write(Path folder, HandOver handOver) {
        try {
            return new HandOverFolder(folder.toAbsolutePath().normalize()).write(handOver);
        } catch (IOException failure) {
            return Notice.refused(
                    "The hand-over files were not all written: " + failure.getMessage() + ".",
                    "Choose another folder, or make this one writable.");
        }
    }

    private Notice write(HandOver handOver) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return Notice.refused("\"" + folder.getFileName() + "\" is a file, not a folder.", "Choose a folder.");
        }
        if (!readList()) {
            return foreign(LIST);
        }
        Map<String, byte[]> contents = new LinkedHashMap<>();
        handOver.files().forEach(file -> contents.put(file.path(), bytes(file)));
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            if (!mayReplace(entry.getKey(), hash(entry.getValue()))) {
                return foreign(entry.getKey());
            }
        }
        List<String> gone = known.keySet().stream()
                .filter(path -> !contents.containsKey(path))
                .toList();
        Files.createDirectories(folder);
        StringBuilder list = new StringBuilder();
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            put(entry.getKey(), entry.getValue());
            list.append(hash(entry.getValue()))
                    .append("  ")
                    .append(entry.getKey())
                    .append('\n');
        }
        put(LIST, list.toString().getBytes(StandardCharsets.UTF_8));
        List<String> kept = new ArrayList<>();
        for (String path : gone) {
            if (mayReplace(path, "")) {
                Files.deleteIfExists(at(path));
            } else {
                kept.add(path);
            }
        }
        return Notice.done("Wrote " + contents.size() + " hand-over files to " + folder.getFileName() + "."
                + (kept.isEmpty()
                        ? ""
                        : " Of an earlier hand-over and changed since, so left there: " + String.join(", ", kept)
                                + "."));
    }

    private static Notice foreign(String path) {
        return Notice.refused(
                "\"" + path + "\" is in this folder, and it is not as Sizewright wrote it. Nothing was written.",
                "Choose another folder, or move that file away.");
    }

    /** False if the list is not one of this class. */
    private boolean readList() throws IOException {
        Path list = at(LIST);
        if (!Files.exists(list)) {
            return true;
        }
        for (String line : new String(Files.readAllBytes(list), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            Matcher match = LINE.matcher(line);
            if (!match.matches() || !at(match.group(2)).startsWith(folder)) {
                return false;
            }
            known.put(match.group(2), match.group(1));
        }
        return true;
    }

    /** Whether nothing is there, or what was written there, or what will be. */
    private boolean mayReplace(String path, String coming) throws IOException {
        Path file = at(path);
        if (!Files.exists(file)) {
            return true;
        }
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String there = hash(Files.readAllBytes(file));
        return there.equals(known.get(path)) || there.equals(coming);
    }

    /** Whole or not at all: into a new file beside it, then moved over it. */
    private void put(String path, byte[] content) throws IOException {
        Path target = at(path);
        Path parent = target.getParent() == null ? folder : target.getParent();
        Files.createDirectories(parent);
        Path fresh = Files.createTempFile(parent, ".sizewright-", ".tmp");
        try {
            Files.write(fresh, content);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path at(String path) {
        return folder.resolve(path).normalize();
    }

    private static byte[] bytes(HandOverFile file) {
        return file.text().getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
