package org.sizewright.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads library files. A bad record is reported and left out; it never takes the rest with it. */
public final class LibraryReader {
    /** Newest form of the files that this version reads. */
    public static final int SCHEMA = 1;

    static final String FORMAT = "sizewright-library";
    private static final String BUNDLED = "/assets/library/";

    private final Map<String, LibraryRecord> records = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<LibraryProblem> problems = new ArrayList<>();

    private LibraryReader() {}

    /** The library that comes with the application. Throws if its files are missing, which would be a broken build. */
    public static LibraryRead bundled() {
        LibraryReader reader = new LibraryReader();
        for (RecordKind kind : RecordKind.values()) {
            try (InputStream in = LibraryReader.class.getResourceAsStream(BUNDLED + kind.fileName())) {
                if (in == null) {
                    throw new IllegalStateException("the bundled file " + kind.fileName() + " is missing");
                }
                reader.file(kind.fileName(), in.readAllBytes(), false);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (InvalidRecord refused) {
                reader.unreadable(kind.fileName(), refused);
            }
        }
        return reader.result();
    }

    /**
     * A user's own folder: every {@code .json} file directly in it, in the order of their names. Its records are marked as the
     * user's own, with the name of their file; each problem names its line.
     *
     * @throws IOException if the folder itself cannot be listed
     */
    public static LibraryRead readFolder(Path folder) throws IOException {
        LibraryReader reader = new LibraryReader();
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(entry -> entry.toString().endsWith(".json") && Files.isRegularFile(entry))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            try {
                reader.file(name, JsonFiles.bytes(file), true);
            } catch (InvalidRecord refused) {
                reader.unreadable(name, refused);
            }
        }
        return reader.result();
    }

    /** The content of one library file. */
    public static LibraryRead read(String name, byte[] content) {
        LibraryReader reader = new LibraryReader();
        try {
            reader.file(name, content, false);
        } catch (InvalidRecord refused) {
            reader.unreadable(name, refused);
        }
        return reader.result();
    }

    /**
     * The records that a plan carries, as {@link RecordCodec#carried} writes them. A record whose hash does not match was changed
     * by hand: it is taken and reported.
     */
    public static LibraryRead readCarried(JsonNode carried) {
        LibraryReader reader = new LibraryReader();
        if (!carried.isArray()) {
            reader.problem("records", "the records that the plan rests on are not a list; none was taken");
            return reader.result();
        }
        int position = 0;
        for (JsonNode entry : carried) {
            position++;
            String where = "records, entry " + position;
            Optional<RecordKind> kind = RecordKind.parse(entry.path("kind").asText());
            if (kind.isEmpty()) {
                reader.problem(where, "it has no kind of record that this version knows; it was left out");
                continue;
            }
            Optional<LibraryRecord> record =
                    reader.record(where, Optional.empty(), "", kind.get(), entry.path("record"));
            if (record.isPresent() && entry.path("own").isTextual()) {
                reader.own.put(nameOf(record.get()), entry.path("own").asText());
            }
            if (record.isPresent()
                    && !RecordCodec.sha256Of(record.get())
                            .equals(entry.path("sha256").asText())) {
                reader.problem(
                        where + " (" + record.get().key() + ")",
                        "the record does not match its hash: it was changed after the plan was saved; it was taken as it is");
            }
        }
        return reader.result();
    }

    private void file(String name, byte[] content, boolean ofUser) throws InvalidRecord {
        JsonNode root = JsonFiles.parse(content);
        RecordKind kind = kindOf(root);
        List<RecordLines> lines = JsonFiles.recordLines(content);
        int position = 0;
        for (JsonNode node : root.path("records")) {
            Optional<RecordLines> place = position < lines.size() ? Optional.of(lines.get(position)) : Optional.empty();
            position++;
            Optional<LibraryRecord> record = record(name, place, "record " + position, kind, node);
            record.ifPresent(read -> place.ifPresent(found -> places.put(nameOf(read), found.line())));
            if (ofUser) {
                record.ifPresent(read -> own.put(nameOf(read), name));
            }
        }
    }

    /** The kind of records in a library file, or what makes it none. */
    static RecordKind kindOf(JsonNode root) throws InvalidRecord {
        if (!root.isObject() || !root.path("format").asText().equals(FORMAT)) {
            throw new InvalidRecord("this is not a library file: \"format\" is not \"" + FORMAT + "\"");
        }
        int schema = root.path("schema").asInt();
        if (schema != SCHEMA) {
            throw new InvalidRecord("the file has schema " + root.path("schema").asText("(none)")
                    + ", this version reads " + SCHEMA
                    + (schema > SCHEMA ? "; a newer version of the application is needed" : ""));
        }
        Optional<RecordKind> kind = RecordKind.parse(root.path("kind").asText());
        if (kind.isEmpty()) {
            throw new InvalidRecord("\"" + root.path("kind").asText() + "\" is no kind of record");
        }
        if (!root.path("records").isArray()) {
            throw new InvalidRecord("\"records\" is not a list");
        }
        return kind.get();
    }

    private Optional<LibraryRecord> record(
            String file, Optional<RecordLines> place, String position, RecordKind kind, JsonNode node) {
        String named = position + nameOf(node);
        try {
            LibraryRecord record = RecordCodec.read(kind, node);
            LibraryRecord earlier = records.put(nameOf(record), record);
            if (earlier != null) {
                problems.add(new LibraryProblem(
                        file,
                        line(place.map(RecordLines::line)),
                        named,
                        "the same id was used before; the later record was taken"));
            }
            return Optional.of(record);
        } catch (InvalidRecord refused) {
            problems.add(new LibraryProblem(
                    file,
                    line(place.map(found -> found.lineOf(refused.sentence()))),
                    named,
                    refused.sentence() + "; the record was left out"));
            return Optional.empty();
        }
    }

    private static OptionalInt line(Optional<Integer> line) {
        return line.isPresent() ? OptionalInt.of(line.get()) : OptionalInt.empty();
    }

    private static String nameOf(LibraryRecord record) {
        return record.kind().word() + ' ' + record.key();
    }

    private static String nameOf(JsonNode node) {
        for (String field : List.of("id", "key", "name")) {
            if (node.path(field).isTextual()) {
                return " (" + node.path(field).asText() + ")";
            }
        }
        return "";
    }

    private void problem(String where, String sentence) {
        problems.add(new LibraryProblem(where, OptionalInt.empty(), "", sentence));
    }

    private void unreadable(String file, InvalidRecord refused) {
        problems.add(new LibraryProblem(file, refused.line(), "", refused.sentence()));
    }

    private LibraryRead result() {
        Map<LibraryRecord, String> marks = new LinkedHashMap<>();
        records.values().forEach(record -> {
            String file = own.get(nameOf(record));
            if (file != null) {
                marks.put(record, file);
            }
        });
        return new LibraryRead(Library.of(records.values()).withOwnFiles(marks), problems, places);
    }
}
