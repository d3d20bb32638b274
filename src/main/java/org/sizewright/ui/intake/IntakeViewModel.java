package org.sizewright.ui.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.catalog.CatalogDifference;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.ColumnMapping;
import org.sizewright.catalog.Conflict;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.Field;
import org.sizewright.catalog.GpuAnswer;
import org.sizewright.catalog.GpuCandidate;
import org.sizewright.catalog.GpuName;
import org.sizewright.catalog.HeaderRow;
import org.sizewright.catalog.ImportChoices;
import org.sizewright.catalog.ImportFile;
import org.sizewright.catalog.ImportJob;
import org.sizewright.catalog.ImportResult;
import org.sizewright.catalog.Question;
import org.sizewright.catalog.RawRow;
import org.sizewright.table.TextTable;
import org.sizewright.ui.intake.IntakePage.Fate;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.MappingEditor;

/** What the page shows and does, without its nodes. Every change runs the import again in the background; the latest one counts. */
public final class IntakeViewModel {
    private static final List<Field> REQUIRED = List.of(Field.VENDOR, Field.MODEL, Field.GPU);
    private static final int RAW_ROWS = 60;

    private final IntakeDesk desk;
    private final Texts texts;
    private final IntakeWords words;
    private final ReadOnlyObjectWrapper<Optional<IntakePage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CatalogDifference>> difference =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(true);
    private ImportJob job;
    private Optional<ImportJob.Outcome> outcome = Optional.empty();
    private Fate shownFate = Fate.ALL;
    private long asked;

    public IntakeViewModel(Texts texts, IntakeDesk desk, ImportJob job) {
        this.texts = texts;
        this.desk = desk;
        this.job = job;
        this.words = new IntakeWords(texts);
        rerun();
    }

    ReadOnlyObjectProperty<Optional<IntakePage>> page() {
        return page.getReadOnlyProperty();
    }

    /** Whether the import runs; what is shown is then of the last run. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What the list says differently than the open one; empty if none is open, it is the same file, or it is not known yet. */
    ReadOnlyObjectProperty<Optional<CatalogDifference>> difference() {
        return difference.getReadOnlyProperty();
    }

    void showDifference() {
        if (!busy.get() && outcome.isPresent() && outcome.get() instanceof ImportJob.Done done) {
            desk.showDifference(job, done);
        }
    }

    IntakeWords words() {
        return words;
    }

    ImportJob job() {
        return job;
    }

    Fate shownFate() {
        return shownFate;
    }

    List<String> vendors() {
        return desk.rules().spellings().vendors();
    }

    List<GpuCandidate> knownGpus() {
        return desk.rules().gpus().known();
    }

    void chooseColumn(Field field, Optional<Integer> column) {
        mapping().ifPresent(now -> {
            Map<Field, Integer> columns = new HashMap<>(now.used());
            column.ifPresentOrElse(index -> columns.put(field, index), () -> columns.remove(field));
            change(
                    columns.equals(now.guess())
                            ? choices().withoutColumns(now.signature())
                            : choices().withColumns(now.signature(), columns));
        });
    }

    void chooseHeader(String sheet, int row) {
        change(choices().withHeader(Optional.of(new HeaderRow(sheet, row))));
    }

    /** Looks for the header again, where the user had said where it stands. */
    void guessHeader() {
        change(choices().withHeader(Optional.empty()));
    }

    /** The GPU that somebody means who types this: one that is known here, or one of that name. */
    void answer(Question.Gpu question, String typed) {
        if (!typed.isBlank()) {
            GpuName name = desk.rules().gpus().parse(typed, Optional.empty());
            answer(
                    question,
                    Optional.of(new GpuAnswer.Meant(
                            new GpuCandidate(name.chip().orElse(name.text()), name.form(), name.memoryGb()))));
        }
    }

    /** The class that the user named for the server of an entry. */
    Optional<String> classByHand(CatalogEntry entry) {
        return Optional.ofNullable(choices().classes().get(entry.id().server()));
    }

    /** @param wording empty for no class of the user's */
    void nameClass(String server, Optional<String> wording) {
        change(wording.map(words -> choices().withClass(server, words.strip()))
                .orElseGet(() -> choices().withoutClass(server)));
    }

    /** @param answer empty to ask again */
    void answer(Question.Gpu question, Optional<GpuAnswer> answer) {
        change(answer.map(known -> choices().withGpu(question.key(), known))
                .orElseGet(() -> choices().withoutGpu(question.key())));
    }

    /** @param vendor empty to keep it as written */
    void answer(Question.Vendor question, Optional<String> vendor) {
        change(vendor.map(known -> choices().withVendor(question.key(), known))
                .orElseGet(() -> choices().withoutVendor(question.key())));
    }

    /** @param holds empty to leave it undecided */
    void decide(Conflict conflict, Optional<Conflict.Side> holds) {
        change(holds.map(side -> choices().withConflict(conflict.subject(), side.statement()))
                .orElseGet(() -> choices().withoutConflict(conflict.subject())));
    }

    void filteredBy(Optional<String> wording) {
        change(choices().withFilter(wording));
    }

    void confirm(EntryId entry, boolean holds) {
        change(choices().withConfirmed(entry, holds));
    }

    void chooseCertified() {
        desk.chooseCertified(file -> {
            List<ImportFile> lists = new ArrayList<>(job.certified());
            lists.add(file);
            job = job.withCertified(lists);
            rerun();
        });
    }

    void withoutCertified() {
        job = job.withCertified(List.of());
        rerun();
    }

    void show(Fate fate) {
        shownFate = fate;
        outcome.ifPresent(this::prepare);
    }

    void takeOver() {
        if (!busy.get() && outcome.isPresent() && outcome.get() instanceof ImportJob.Done done) {
            desk.remember(choices());
            desk.takeOver(job, done);
        }
    }

    void cancel() {
        asked++;
        desk.cancel();
    }

    private ImportChoices choices() {
        return job.choices();
    }

    private void change(ImportChoices changed) {
        if (!changed.equals(job.choices())) {
            job = job.withChoices(changed);
            rerun();
        }
    }

    private void rerun() {
        long now = ++asked;
        busy.set(true);
        difference.set(Optional.empty());
        ImportJob running = job;
        desk.run(running, done -> {
            if (now == asked) {
                outcome = Optional.of(done);
                prepare(done);
                busy.set(false);
                if (done instanceof ImportJob.Done list) {
                    desk.differs(running, list, known -> {
                        if (now == asked) {
                            difference.set(Optional.of(known));
                        }
                    });
                }
            }
        });
    }

    private Optional<ColumnMapping> mapping() {
        return outcome.flatMap(known -> switch (known) {
            case ImportJob.Done done -> Optional.of(done.list().mapping());
            case ImportJob.NotDone not -> not.refused().attempt();
        });
    }

    private void prepare(ImportJob.Outcome known) {
        page.set(Optional.of(
                switch (known) {
                    case ImportJob.Done done -> page(done);
                    case ImportJob.NotDone not -> page(not.refused());
                }));
    }

    private IntakePage page(ImportJob.Done done) {
        ImportResult.Imported list = done.list();
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        list.fates().forEach(fate -> counts.merge(IntakeWords.kind(fate), 1, Integer::sum));
        counts.put(Fate.ALL, list.rows());
        List<IntakeRow> rows = list.fates().stream()
                .filter(fate -> shownFate == Fate.ALL || IntakeWords.kind(fate) == shownFate)
                .map(words::row)
                .toList();
        List<Question> questions = new ArrayList<>(list.questions());
        questions.sort(java.util.Comparator.comparing(Question::answered).thenComparing(q -> weight(q)));
        List<Conflict> conflicts = new ArrayList<>(list.conflicts());
        conflicts.sort(
                java.util.Comparator.comparing(conflict -> conflict.decided().isPresent()));
        return new IntakePage(
                name(),
                about(list.mapping(), list.otherSheets()),
                Optional.empty(),
                lines(Optional.of(list.mapping())),
                sources(Optional.of(list.mapping())),
                unused(list.mapping()),
                questions,
                conflicts,
                done.certified().isEmpty() ? Optional.empty() : Optional.of(done.join()),
                byHand(list),
                choices().header().isPresent(),
                rows,
                counts,
                list.entries().size());
    }

    /** What needs an answer before what merely may be changed. */
    private static int weight(Question question) {
        return switch (question) {
            case Question.Gpu gpu -> gpu.why() == Question.Why.ASSUMED ? 2 : 0;
            case Question.Vendor ignored -> 1;
        };
    }

    private IntakePage page(ImportResult.Refused refused) {
        List<IntakeRow> rows = new ArrayList<>();
        for (TextTable table : refused.tables()) {
            table.rows().stream()
                    .limit(RAW_ROWS)
                    .map(row -> IntakeWords.plain(new RawRow("", table.sheet(), row.number(), row.texts())))
                    .forEach(rows::add);
        }
        return new IntakePage(
                name(),
                refused.attempt().map(mapping -> about(mapping, List.of())).orElse(""),
                Optional.of(refused.sentence()),
                lines(refused.attempt()),
                sources(refused.attempt()),
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                choices().header().isPresent(),
                rows,
                Map.of(Fate.ALL, rows.size()),
                0);
    }

    /** The servers of this list whose class was named by hand, in its order. */
    private List<IntakePage.HandClass> byHand(ImportResult.Imported list) {
        Map<String, String> said = choices().classes();
        if (said.isEmpty()) {
            return List.of();
        }
        Map<String, IntakePage.HandClass> found = new LinkedHashMap<>();
        for (CatalogEntry entry : list.entries()) {
            String server = entry.id().server();
            String wording = said.get(server);
            if (wording != null) {
                found.putIfAbsent(
                        server,
                        new IntakePage.HandClass(
                                server, texts.get("intake.serverName", entry.vendor(), entry.model()), wording));
            }
        }
        return List.copyOf(found.values());
    }

    private String name() {
        return job.files().stream().map(ImportFile::name).collect(Collectors.joining(", "));
    }

    private String about(ColumnMapping mapping, List<String> others) {
        String header = mapping.headerRow() == 0
                ? texts.get("intake.noHeader")
                : texts.get("intake.headerRow", Integer.toString(mapping.headerRow()));
        String sheet = texts.get("intake.about", mapping.sheet(), header);
        return others.isEmpty()
                ? sheet
                : sheet + " \u00B7 " + texts.get("intake.otherSheets", String.join(", ", others));
    }

    private List<MappingEditor.Line<Field>> lines(Optional<ColumnMapping> mapping) {
        return Arrays.stream(Field.values())
                .map(field -> new MappingEditor.Line<>(
                        field,
                        words.field(field),
                        REQUIRED.contains(field),
                        mapping.map(known -> known.used().get(field)),
                        mapping.filter(known -> known.isGuessed(field)).isPresent()))
                .toList();
    }

    private static List<MappingEditor.Source> sources(Optional<ColumnMapping> mapping) {
        return mapping.map(ColumnMapping::columns).orElse(List.of()).stream()
                .map(column -> new MappingEditor.Source(
                        column.index(),
                        letters(column.index()) + "  " + (column.header().isEmpty() ? "" : column.header()),
                        String.join(" \u00B7 ", column.samples())))
                .toList();
    }

    /** The column's name in a spreadsheet: A, B, ..., Z, AA. */
    static String letters(int index) {
        String rest = index >= 26 ? letters(index / 26 - 1) : "";
        return rest + (char) ('A' + index % 26);
    }

    private String unused(ColumnMapping mapping) {
        List<String> names = mapping.unused().stream()
                .map(column -> column.header().isEmpty() ? letters(column.index()) : column.header())
                .toList();
        return names.isEmpty() ? "" : texts.get("intake.unused", String.join(", ", names));
    }
}
