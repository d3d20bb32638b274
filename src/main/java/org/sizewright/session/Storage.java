package org.sizewright.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sizewright.buildsheet.BuildSheet;
import org.sizewright.buildsheet.BuildSheetSubject;
import org.sizewright.buildsheet.BuildSheets;
import org.sizewright.buildsheet.WorkbookWriter;
import org.sizewright.buildsheet.handover.HandOver;
import org.sizewright.catalog.Catalog;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CatalogRules;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.ImportChoices;
import org.sizewright.catalog.ImportFile;
import org.sizewright.catalog.ImportJob;
import org.sizewright.catalog.ImportResult;
import org.sizewright.catalog.RowFate;
import org.sizewright.library.Library;
import org.sizewright.plan.AtomicFile;
import org.sizewright.plan.CarriedReferences;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.plan.FileOperations;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanFile;
import org.sizewright.plan.PlanRecords;
import org.sizewright.plan.ReadPlan;
import org.sizewright.plan.References;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.SavedPlan;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;

/** Reads and writes the files of a session: plans, catalogs, build sheets, recovery copies. Every failure is a sentence. */
public final class Storage {
    private final UserLibrary library;
    private final CatalogRules rules;
    private final Recovery recovery;
    private final FileOperations files;
    private final String writtenBy;
    private final Optional<Path> answers;

    /** With the shipped library alone. */
    public Storage(Library library, CatalogRules rules, Recovery recovery, FileOperations files, String writtenBy) {
        this(UserLibrary.none(library), rules, recovery, files, writtenBy);
    }

    public Storage(UserLibrary library, CatalogRules rules, Recovery recovery, FileOperations files, String writtenBy) {
        this(library, rules, recovery, files, writtenBy, Optional.empty());
    }

    private Storage(
            UserLibrary library,
            CatalogRules rules,
            Recovery recovery,
            FileOperations files,
            String writtenBy,
            Optional<Path> answers) {
        this.answers = answers;
        this.library = library;
        this.rules = rules;
        this.recovery = recovery;
        this.files = files;
        this.writtenBy = writtenBy;
    }

    /** What a file turned out to be. */
    public sealed interface Opened {
        record PlanOpened(Path path, SavedPlan saved, List<String> remarks) implements Opened {}

        /** @param summary the account of the import in one sentence */
        record CatalogOpened(OpenCatalog catalog, String summary) implements Opened {}

        record Refused(String sentence, String advice) implements Opened {}
    }

    /** The same, with answers about imports kept in this file. Without it none are remembered. */
    public Storage withAnswers(Path file) {
        return new Storage(library, rules, recovery, files, writtenBy, Optional.of(file));
    }

    /** What the user answered about earlier imports. */
    public ImportMemory.Loaded answers() {
        return answers.map(ImportMemory::load)
                .orElseGet(() -> new ImportMemory.Loaded(ImportChoices.NONE, Optional.empty()));
    }

    Optional<Notice> remember(ImportChoices choices) {
        return answers.flatMap(file -> ImportMemory.save(file, choices));
    }

    /** The library of this machine. */
    public Library library() {
        return library.library();
    }

    /** The same with its own part: where that lies, and what is wrong with it. */
    public UserLibrary userLibrary() {
        return library;
    }

    public Recovery recovery() {
        return recovery;
    }

    /** A plan if the name ends with .json, else a catalog. */
    public Opened open(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")
                ? openPlan(path)
                : openCatalog(path);
    }

    public Opened openPlan(Path path) {
        byte[] content;
        try {
            if (Files.isDirectory(path)) {
                return new Opened.Refused(path.getFileName() + " is a folder, not a plan.", "Choose a file.");
            }
            if (!Files.exists(path)) {
                return new Opened.Refused("There is no file " + path + ".", "Check the name.");
            }
            if (Files.size(path) > PlanFile.MAX_BYTES) {
                return new Opened.Refused(
                        path.getFileName() + " is larger than any plan (" + PlanFile.MAX_BYTES / 1_000_000 + " MB).",
                        "Choose another file.");
            }
            content = Files.readAllBytes(path);
        } catch (IOException e) {
            return new Opened.Refused(path.getFileName() + " cannot be read.", "Check that you may read the file.");
        }
        return openPlan(path, content);
    }

    /** A plan from its bytes; the path is only its name. */
    public static Opened openPlan(Path path, byte[] content) {
        return switch (PlanFile.read(content)) {
            case ReadPlan.Read read -> new Opened.PlanOpened(path, read.saved(), read.remarks());
            case ReadPlan.Refused refused ->
                new Opened.Refused(path.getFileName() + ": " + refused.sentence(), refused.advice());
        };
    }

    /** A foreign list, read as tables and not yet understood. */
    public sealed interface ListFile {
        record Read(ImportFile file) implements ListFile {}

        record Refused(String sentence, String advice) implements ListFile {}
    }

    /** Reads the tables of a file. */
    public static ListFile readList(Path path) {
        Reading reading = TableReader.read(path, Limits.STANDARD);
        if (reading instanceof Reading.Unreadable unreadable) {
            return new ListFile.Refused(unreadable.sentence(), unreadable.advice());
        }
        try {
            LocalDate asOf = LocalDate.ofInstant(Files.getLastModifiedTime(path).toInstant(), ZoneId.systemDefault());
            return new ListFile.Read(new ImportFile(
                    path.getFileName().toString(), sha256(Files.readAllBytes(path)), Optional.of(asOf), (Reading.Tables)
                            reading));
        } catch (IOException e) {
            return new ListFile.Refused(path.getFileName() + " cannot be read.", "Check that you may read the file.");
        }
    }

    /** Reads the tables in the bytes of a file. */
    public static ListFile readList(String name, byte[] content, LocalDate asOf) {
        return list(TableReader.read(content, name, Limits.STANDARD), name, content, asOf);
    }

    /** Reads the table in text that was pasted. */
    public static ListFile readPasted(String name, String text, LocalDate asOf) {
        return list(
                TableReader.readText(text, name, Limits.STANDARD), name, text.getBytes(StandardCharsets.UTF_8), asOf);
    }

    private static ListFile list(Reading reading, String name, byte[] content, LocalDate asOf) {
        return switch (reading) {
            case Reading.Unreadable unreadable -> new ListFile.Refused(unreadable.sentence(), unreadable.advice());
            case Reading.Tables tables ->
                new ListFile.Read(new ImportFile(name, sha256(content), Optional.of(asOf), tables));
        };
    }

    /** How foreign lists are understood. */
    public CatalogRules rules() {
        return rules;
    }

    /** A catalog as its file says it, without anybody's answers. */
    public Opened openCatalog(Path path) {
        return openCatalog(readList(path));
    }

    /** A catalog from the bytes of its file. */
    public Opened openCatalog(String name, byte[] content, LocalDate asOf) {
        return openCatalog(readList(name, content, asOf));
    }

    private Opened openCatalog(ListFile read) {
        return switch (read) {
            case ListFile.Refused refused -> new Opened.Refused(refused.sentence(), refused.advice());
            case ListFile.Read list -> openCatalog(new ImportJob(List.of(list.file()), List.of(), ImportChoices.NONE));
        };
    }

    /** The catalog that an import gives. */
    public Opened openCatalog(ImportJob job) {
        return switch (job.run(rules)) {
            case ImportJob.NotDone not ->
                new Opened.Refused(not.refused().sentence(), not.refused().advice());
            case ImportJob.Done done -> new Opened.CatalogOpened(catalog(job, done), account(done.list()));
        };
    }

    /** The catalog of an import that was done. */
    public OpenCatalog catalog(ImportJob job, ImportJob.Done done) {
        ImportFile first = job.files().getFirst();
        Catalog catalog = done.list().toCatalog(first.name(), day(job));
        return OpenCatalog.of(done.list(), catalog, rules.cpus(), library.library())
                .withJob(job);
    }

    /** What came of reading another export of an open list. */
    sealed interface OtherExport {
        record Read(ExportComparison.Export export) implements OtherExport {}

        record Refused(String sentence, String advice) implements OtherExport {}
    }

    /** Another export, understood with the answers, and joined with the certified lists, of the open one. */
    OtherExport otherExport(ListFile read, OpenCatalog open) {
        return switch (read) {
            case ListFile.Refused refused -> new OtherExport.Refused(refused.sentence(), refused.advice());
            case ListFile.Read one -> {
                ImportJob job = new ImportJob(
                        List.of(one.file()),
                        open.job().map(ImportJob::certified).orElse(List.of()),
                        open.job()
                                .map(ImportJob::choices)
                                .map(ImportChoices::lasting)
                                .orElseGet(() -> answers().choices()));
                yield switch (job.run(rules)) {
                    case ImportJob.NotDone not ->
                        new OtherExport.Refused(
                                not.refused().sentence(), not.refused().advice());
                    case ImportJob.Done done -> new OtherExport.Read(export(job, done));
                };
            }
        };
    }

    /** An import as one side of a comparison. */
    ExportComparison.Export export(ImportJob job, ImportJob.Done done) {
        return new ExportComparison.Export(job.files().getFirst().name(), day(job), done.list());
    }

    /** The open list as one side of a comparison. */
    static ExportComparison.Export export(OpenCatalog open) {
        return new ExportComparison.Export(
                open.imported().fileName(), open.catalog().asOf(), open.imported());
    }

    /** A saved plan, to be asked whether a difference touches it. */
    ExportComparison.PlanSource planSource(Path path) {
        return switch (openPlan(path)) {
            case Opened.PlanOpened plan ->
                new ExportComparison.PlanSource.Found(
                        plan.saved().plan().header().title(),
                        Optional.of(path),
                        false,
                        plan.saved().servers());
            case Opened.Refused refused ->
                new ExportComparison.PlanSource.Unreadable(path, refused.sentence(), refused.advice());
            case Opened.CatalogOpened list -> throw new IllegalStateException("a plan is read as a plan");
        };
    }

    private static LocalDate day(ImportJob job) {
        return job.choices()
                .date()
                .or(job.files().getFirst()::date)
                .orElseThrow(() -> new IllegalArgumentException("a catalog holds for a day"));
    }

    /** What became of the rows of an import, in one sentence. */
    public static String account(ImportResult.Imported imported) {
        List<String> files = imported.files();
        String name = files.size() > 1 ? String.join(" and ", files) : imported.fileName();
        return name + ": " + (imported.rows() - imported.count(RowFate.Header.class)) + " rows: "
                + imported.count(RowFate.Kept.class) + " kept, "
                + imported.count(RowFate.Merged.class) + " merged, " + imported.count(RowFate.Skipped.class)
                + " skipped, " + imported.count(RowFate.NeedsAttention.class) + " to check; "
                + imported.entries().size() + " entries.";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What a plan is resolved against: its own records, then this machine's library and the open catalog. */
    public CarriedReferences references(SavedPlan saved, Optional<OpenCatalog> catalog) {
        return CarriedReferences.of(
                saved,
                library.library(),
                id -> catalog.flatMap(open -> open.catalog().find(id)),
                catalog.map(open -> open.catalog().asOf()));
    }

    /** The plan with the records that it rests on, ready to be saved. */
    public SavedPlan carry(Plan plan, SavedPlan before, References references, Optional<OpenCatalog> catalog) {
        PlanRecords records = PlanRecords.carriedBy(Resolver.resolve(plan, references), references::server);
        Optional<CatalogStamp> open = catalog.map(list -> CatalogStamp.of(list.catalog()));
        // servers that the plan carries already are from its own list, whatever list is open now
        Set<EntryId> carried = before.servers().stream().map(CatalogEntry::id).collect(Collectors.toSet());
        boolean ownList = !records.servers().isEmpty()
                && records.servers().stream().map(CatalogEntry::id).allMatch(carried::contains);
        Optional<CatalogStamp> stamp = ownList ? before.catalog().or(() -> open) : open.or(before::catalog);
        return SavedPlan.of(plan, stamp, records, writtenBy);
    }

    /** The plan with the records of this machine in the place of those that it carries; its servers stay. */
    public SavedPlan renewed(SavedPlan saved) {
        References here = new References() {
            @Override
            public Library library() {
                return library.library();
            }

            @Override
            public Optional<CatalogEntry> server(EntryId id) {
                return saved.servers().stream()
                        .filter(server -> server.id().equals(id))
                        .findFirst();
            }
        };
        PlanRecords records = PlanRecords.carriedBy(Resolver.resolve(saved.plan(), here), here::server);
        return SavedPlan.of(saved.plan(), saved.catalog(), records, writtenBy);
    }

    /** A plan that rests on nothing yet. */
    public SavedPlan fresh(Plan plan) {
        return new SavedPlan(plan, Optional.empty(), List.of(), Library.empty(), writtenBy);
    }

    public Notice save(Path path, SavedPlan saved) {
        return written(AtomicFile.write(path, files, out -> out.write(PlanFile.write(saved))), "Saved ");
    }

    /** Writes the build sheet of an option; {@code progress} hears of each step. */
    public Notice export(
            Path path,
            PlanResult plan,
            OptionResult option,
            Optional<CatalogStamp> catalog,
            Consumer<String> progress) {
        return export(path, plan, option, catalog, Cancellation.never(), progress);
    }

    /** The same, which writes nothing if it is stopped before the file is complete. */
    Notice export(
            Path path,
            PlanResult plan,
            OptionResult option,
            Optional<CatalogStamp> catalog,
            Cancellation cancellation,
            Consumer<String> progress) {
        BuildSheet sheet;
        try {
            BuildSheetSubject subject = SheetSubject.of(plan, option, catalog, writtenBy, cancellation, progress);
            progress.accept("Collecting the sheets");
            sheet = BuildSheets.of(subject);
            cancellation.check();
        } catch (Cancellation.Superseded stopped) {
            return Notice.done("The export was stopped; nothing was written.");
        }
        progress.accept("Writing " + path.getFileName());
        return written(AtomicFile.write(path, files, out -> WorkbookWriter.write(sheet, out)), "Wrote ");
    }

    /** Writes the hand-over files of an option into a folder, which is made if it is not there. */
    public Notice handOver(Path folder, OptionResult option) {
        return HandOverFolder.write(folder, HandOver.of(option, writtenBy));
    }

    private static Notice written(AtomicFile.Outcome outcome, String verb) {
        return switch (outcome) {
            case AtomicFile.Outcome.Written done ->
                Notice.done(verb + done.target().getFileName() + ".");
            case AtomicFile.Outcome.NotWritten not -> Notice.refused(not.sentence(), not.whatToDo());
        };
    }

    void keepRecoveryCopy(SavedPlan plan) {
        recovery.keep(plan);
    }

    void dropRecoveryCopy() {
        recovery.drop();
    }
}
