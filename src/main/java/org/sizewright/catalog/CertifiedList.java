package org.sizewright.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sizewright.catalog.ImportResult.Refused;
import org.sizewright.table.TextTable;

/**
 * A list of NVIDIA-Certified Systems: what it certifies, each entry with its class in the list's own words, and the fate of every row of
 * every sheet.
 *
 * @param fileName the file
 * @param sha256 the file's hash
 * @param date the day for which it holds, if known
 * @param entries the certified servers with their GPUs
 * @param fates the fate of every row, sheet after sheet
 * @param notes how rows were read
 */
public record CertifiedList(
        String fileName,
        String sha256,
        Optional<LocalDate> date,
        List<CatalogEntry> entries,
        List<RowFate> fates,
        List<Note> notes) {
    /** What came of reading a file as such a list. */
    public sealed interface Read {}

    /** The file is one. */
    public record Accepted(CertifiedList list) implements Read {}

    /**
     * The file has no table that names vendor, server and GPU.
     *
     * @param refused what is wrong and what to do
     */
    public record NotAList(Refused refused) implements Read {}

    public CertifiedList {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(date, "date");
        entries = List.copyOf(entries);
        fates = List.copyOf(fates);
        notes = List.copyOf(notes);
    }

    static Read read(ImportFile file, CatalogRules rules, ImportChoices choices) {
        RowContext context = new RowContext(rules, choices.withHeader(Optional.empty()));
        List<RowDraft> drafts = new ArrayList<>();
        for (TextTable table : file.tables().tables()) {
            drafts.addAll(SheetDrafts.ofDocument(context, table, file).read());
        }
        if (drafts.stream().noneMatch(RowDraft.Header.class::isInstance)) {
            return new NotAList(new Refused(
                    "%s has no row that names columns for partner, system and GPU.".formatted(file.name()),
                    "Save the list of certified systems as Excel or CSV, with its header rows.",
                    file.tables().tables(),
                    Optional.empty()));
        }
        Duplicates.Resolved resolved = Duplicates.resolve(drafts, context.notes, choices.conflicts());
        List<CatalogEntry> entries = resolved.fates().stream()
                .flatMap(fate -> fate.entries().stream())
                .toList();
        return new Accepted(
                new CertifiedList(file.name(), file.sha256(), file.date(), entries, resolved.fates(), context.notes));
    }

    /** Rows of the file, headers included. */
    public int rows() {
        return fates.size();
    }

    /** How many rows have this fate. */
    public int count(Class<? extends RowFate> fate) {
        return (int) fates.stream().filter(fate::isInstance).count();
    }
}
