package org.sizewright.catalog;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What came of importing a table as a list of servers. */
public sealed interface ImportResult {
    /**
     * The table is a list of servers. The fates cover the chosen sheet's rows from 1 to the last filled one, each exactly once, in
     * order; so header + kept + merged + skipped + needing attention = rows, with one header.
     *
     * @param fileName the file
     * @param sha256 the file's hash
     * @param sheet the chosen sheet
     * @param entries all entries, in the rows' order, ids unique; those of rows that need attention included
     * @param fates the fate of every row
     * @param notes how rows were read, where that is worth knowing
     */
    record Imported(
            String fileName,
            String sha256,
            String sheet,
            List<CatalogEntry> entries,
            List<RowFate> fates,
            List<Note> notes)
            implements ImportResult {
        public Imported {
            Objects.requireNonNull(fileName, "fileName");
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(sheet, "sheet");
            entries = List.copyOf(entries);
            fates = List.copyOf(fates);
            notes = List.copyOf(notes);
            for (int i = 0; i < fates.size(); i++) {
                if (fates.get(i).raw().row() != i + 1) {
                    throw new IllegalArgumentException("row " + (i + 1) + " is not accounted for");
                }
            }
            if (fates.stream().filter(RowFate.Header.class::isInstance).count() != 1) {
                throw new IllegalArgumentException("a list has one header");
            }
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
     */
    record Refused(String sentence, String advice) implements ImportResult {
        public Refused {
            Objects.requireNonNull(sentence, "sentence");
            Objects.requireNonNull(advice, "advice");
        }
    }
}
