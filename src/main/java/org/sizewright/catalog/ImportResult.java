package org.sizewright.catalog;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sizewright.table.TextTable;

/** What came of importing a table as a list of servers. */
public sealed interface ImportResult {
    /**
     * The table is a list of servers. The fates cover the chosen sheet's rows from 1 to the last filled one, each exactly once, in
     * order, and sheet after sheet where the list was put together from several files; so header + kept + merged + skipped + needing
     * attention = rows, with at most one header per sheet.
     *
     * @param fileName the file; the first one of several
     * @param sha256 the file's hash
     * @param sheet the chosen sheet
     * @param entries all entries, in the rows' order, ids unique; those of rows that need attention included
     * @param fates the fate of every row
     * @param notes how rows were read, where that is worth knowing
     * @param mapping which column was read as what; of the first file, if there are several
     * @param questions what the list leaves open, answered or not
     * @param conflicts which rows contradict each other, decided or not
     * @param otherSheets the sheets of the file that were not read
     */
    record Imported(
            String fileName,
            String sha256,
            String sheet,
            List<CatalogEntry> entries,
            List<RowFate> fates,
            List<Note> notes,
            ColumnMapping mapping,
            List<Question> questions,
            List<Conflict> conflicts,
            List<String> otherSheets)
            implements ImportResult {
        public Imported {
            Objects.requireNonNull(fileName, "fileName");
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(sheet, "sheet");
            entries = List.copyOf(entries);
            fates = List.copyOf(fates);
            notes = List.copyOf(notes);
            questions = List.copyOf(questions);
            conflicts = List.copyOf(conflicts);
            otherSheets = List.copyOf(otherSheets);
            Objects.requireNonNull(mapping, "mapping");
            checkAccount(fates);
            if (!entries.equals(
                    fates.stream().flatMap(fate -> fate.entries().stream()).toList())) {
                throw new IllegalArgumentException("the entries are those of the rows");
            }
            Set<EntryId> ids = new LinkedHashSet<>();
            entries.forEach(entry -> ids.add(entry.id()));
            if (ids.size() != entries.size()) {
                throw new IllegalArgumentException("two entries with one id");
            }
        }

        private static void checkAccount(List<RowFate> fates) {
            Set<HeaderRow> headers = new HashSet<>();
            int expected = 1;
            for (int i = 0; i < fates.size(); i++) {
                RawRow raw = fates.get(i).raw();
                boolean sameSheet = i > 0
                        && fates.get(i - 1).raw().sheet().equals(raw.sheet())
                        && fates.get(i - 1).raw().file().equals(raw.file());
                expected = sameSheet ? expected + 1 : 1;
                if (raw.row() != expected) {
                    throw new IllegalArgumentException("row " + expected + " is not accounted for");
                }
                if (fates.get(i) instanceof RowFate.Header
                        && !headers.add(new HeaderRow(raw.file() + "/" + raw.sheet(), 0))) {
                    throw new IllegalArgumentException("a list has one header");
                }
            }
        }

        /** The fate of a row of this list. */
        public Optional<RowFate> fate(RawRow raw) {
            int likely = raw.row() - 1;
            if (likely < fates.size() && fates.get(likely).raw().equals(raw)) {
                return Optional.of(fates.get(likely));
            }
            return fates.stream().filter(fate -> fate.raw().equals(raw)).findFirst();
        }

        /** The files that the list was put together from; one without a name if it is one file. */
        public List<String> files() {
            return fates.stream().map(fate -> fate.raw().file()).distinct().toList();
        }

        /** The same with entries changed in what is neither id nor row, such as their class. */
        public Imported withEntries(UnaryOperator<CatalogEntry> change) {
            List<RowFate> changed = fates.stream()
                    .<RowFate>map(fate -> switch (fate) {
                        case RowFate.Kept kept ->
                            new RowFate.Kept(
                                    kept.raw(),
                                    kept.entries().stream().map(change).toList());
                        case RowFate.NeedsAttention needs ->
                            new RowFate.NeedsAttention(
                                    needs.raw(),
                                    needs.why(),
                                    needs.entries().stream().map(change).toList());
                        case RowFate.Header header -> header;
                        case RowFate.Merged merged -> merged;
                        case RowFate.Skipped skipped -> skipped;
                    })
                    .toList();
            return new Imported(
                    fileName,
                    sha256,
                    sheet,
                    changed.stream().flatMap(fate -> fate.entries().stream()).toList(),
                    changed,
                    notes,
                    mapping,
                    questions,
                    conflicts,
                    otherSheets);
        }

        /** Rows of the sheet, the header included. */
        public int rows() {
            return fates.size();
        }

        /** How many rows have this fate. */
        public int count(Class<? extends RowFate> fate) {
            return (int) fates.stream().filter(fate::isInstance).count();
        }

        /** The entries as a catalog that holds for this day. */
        public Catalog toCatalog(String name, LocalDate asOf) {
            return Catalog.of(name, asOf, sha256, entries);
        }
    }

    /**
     * The table is no list of servers that can be understood.
     *
     * @param sentence what is wrong, one sentence
     * @param advice what to do, one sentence
     * @param tables the sheets, so that the user can say where the header is and what the columns hold
     * @param attempt how the columns were understood so far, if a header was named
     */
    record Refused(String sentence, String advice, List<TextTable> tables, Optional<ColumnMapping> attempt)
            implements ImportResult {
        public Refused {
            tables = List.copyOf(tables);
            Objects.requireNonNull(attempt, "attempt");
            Objects.requireNonNull(sentence, "sentence");
            Objects.requireNonNull(advice, "advice");
        }
    }
}
