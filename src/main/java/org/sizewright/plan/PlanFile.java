package org.sizewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CatalogEntryCodec;
import org.sizewright.catalog.EntryId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryProblem;
import org.sizewright.library.LibraryRead;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.RecordCodec;
import org.sizewright.library.RecordKind;

/**
 * The content of a plan's file: one JSON object with the fields {@code format}, {@code schema}, {@code writtenBy}, {@code catalog},
 * {@code records} and {@code plan}, in UTF-8. What is written reads back as an equal plan, and equal plans have the same bytes.
 *
 * <p>What is wrong in {@code plan} refuses the whole file; a carried record that cannot be read is left out with a remark, as the
 * library of the machine may have it. Fields beside {@code plan} whose name begins with {@code x-} are passed over, so that other
 * programs can leave a mark.
 */
public final class PlanFile {
    /** A larger file is no plan and is not read. */
    public static final long MAX_BYTES = PlanJson.LARGEST_BYTES;

    static final String DAMAGED = "Use the .bak file beside it or the recovery copy, or correct it by hand.";
    static final String NOT_A_PLAN = "Choose a plan that Sizewright saved.";

    private static final String FORMAT = "sizewright-plan";
    private static final String EXTENSION = "x-";

    private PlanFile() {}

    public static byte[] write(SavedPlan saved) {
        ObjectNode file = PlanJson.object()
                .put("format", FORMAT)
                .put("schema", Migrations.CURRENT)
                .put("writtenBy", saved.writtenBy());
        saved.catalog().ifPresent(stamp -> file.set("catalog", write(stamp)));
        ObjectNode records = file.putObject("records");
        records.set("servers", PlanJson.array(saved.servers(), CatalogEntryCodec::toJson));
        records.set("library", RecordCodec.carried(saved.records(), sourcesLast(saved.records())));
        file.set("plan", PlanCodec.write(saved.plan()));
        return PlanJson.print(file);
    }

    /** Never throws: what cannot be read is refused with a sentence and an advice. */
    public static ReadPlan read(byte[] file) {
        return read(file, Migrations.standard());
    }

    static ReadPlan read(byte[] file, Migrations migrations) {
        try {
            ObjectNode root = PlanJson.parse(file);
            JsonNode format = root.path("format");
            if (!format.isTextual() || !format.textValue().equals(FORMAT)) {
                throw new BrokenPlan(
                        "The file is not a Sizewright plan: its \"format\" is not \"" + FORMAT + "\".", NOT_A_PLAN);
            }
            List<String> remarks = new ArrayList<>();
            SavedPlan saved = PlanFields.read(migrations.migrate(root), "", fields -> read(fields, remarks));
            return new ReadPlan.Read(saved, remarks);
        } catch (BrokenPlan broken) {
            return broken.toRefusal();
        }
    }

    private static SavedPlan read(PlanFields f, List<String> remarks) throws BrokenPlan {
        f.text("format");
        f.needed("schema");
        String writtenBy = f.text("writtenBy");
        Optional<CatalogStamp> catalog = f.findObject("catalog", PlanFile::readStamp);
        List<CatalogEntry> servers = new ArrayList<>();
        List<Library> library = new ArrayList<>();
        f.findObject("records", records -> {
            servers.addAll(readServers(records, remarks));
            library.add(readLibrary(records, remarks));
            return true;
        });
        for (String extension : f.passOver(EXTENSION)) {
            remarks.add("The field " + PlanFields.shortened(extension)
                    + " is not Sizewright's own; it is lost when the plan is saved.");
        }
        Plan plan = f.object("plan", PlanCodec::read);
        Library records = library.isEmpty() ? Library.empty() : library.getFirst();
        return new SavedPlan(plan, catalog, servers, records, writtenBy);
    }

    private static ObjectNode write(CatalogStamp stamp) {
        ObjectNode node = PlanJson.object().put("name", stamp.name());
        stamp.asOf().ifPresent(day -> node.put("asOf", day.toString()));
        return node.put("sha256", stamp.sha256());
    }

    private static CatalogStamp readStamp(PlanFields f) throws BrokenPlan {
        return new CatalogStamp(f.text("name"), f.findDate("asOf"), f.text("sha256"));
    }

    private static List<CatalogEntry> readServers(PlanFields f, List<String> remarks) throws BrokenPlan {
        List<CatalogEntry> servers = new ArrayList<>();
        Optional<JsonNode> list = f.find("servers");
        if (list.isEmpty()) {
            return servers;
        }
        if (!list.get().isArray()) {
            throw f.wrong("servers", "a list");
        }
        Set<EntryId> seen = new HashSet<>();
        int position = 0;
        for (JsonNode node : list.get()) {
            String path = "/records/servers/" + position;
            position++;
            try {
                CatalogEntry server = CatalogEntryCodec.fromJson(node);
                if (!seen.add(server.id())) {
                    remarks.add(path + " is a second server with the id " + server.id() + "; it was left out.");
                    continue;
                }
                servers.add(server);
                if (!CatalogEntryCodec.toJson(server).equals(node)) {
                    remarks.add(path + " (" + server.id()
                            + ") says more than this version knows; the rest is lost when the plan is saved.");
                }
            } catch (IllegalArgumentException refused) {
                remarks.add(path + " is no server that can be read (" + refused.getMessage() + "); it was left out.");
            }
        }
        return servers;
    }

    private static Library readLibrary(PlanFields f, List<String> remarks) {
        Optional<JsonNode> carried = f.find("library");
        if (carried.isEmpty()) {
            return Library.empty();
        }
        LibraryRead read = LibraryReader.readCarried(carried.get());
        for (LibraryProblem problem : read.problems()) {
            remarks.add(problem.where() + ": " + problem.sentence() + ".");
        }
        return read.library();
    }

    private static List<LibraryRecord> sourcesLast(Library library) {
        return Stream.concat(
                        library.records().stream().filter(record -> record.kind() != RecordKind.SOURCE),
                        library.sources().stream())
                .toList();
    }
}
