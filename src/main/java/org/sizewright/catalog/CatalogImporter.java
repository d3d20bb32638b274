package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sizewright.catalog.ImportResult.Imported;
import org.sizewright.catalog.ImportResult.Refused;
import org.sizewright.table.Reading;
import org.sizewright.table.TextTable;

/**
 * Makes a list of servers of a foreign table, with an account of every row. Pure; whatever the cells hold, it does not throw.
 *
 * <p>Of several sheets it takes the one whose header names most fields, unless the user names another. What it cannot read it says;
 * what it does not know it keeps as written and asks. An unknown product never makes an import fail.
 */
public final class CatalogImporter {
    private final CatalogRules rules;
    private final ImportChoices choices;

    private CatalogImporter(CatalogRules rules, ImportChoices choices) {
        this.rules = Objects.requireNonNull(rules, "rules");
        this.choices = Objects.requireNonNull(choices, "choices");
    }

    /** An importer that nobody has told anything. */
    public static CatalogImporter of(CatalogRules rules) {
        return of(rules, ImportChoices.NONE);
    }

    /** An importer that goes by what the user decided. */
    public static CatalogImporter of(CatalogRules rules, ImportChoices choices) {
        return new CatalogImporter(rules, choices);
    }

    /**
     * Imports the best sheet.
     *
     * @param tables the sheets of the file
     * @param fileName the file's name, for people
     * @param sha256 the file's hash, kept with the catalog
     */
    public ImportResult importTable(Reading.Tables tables, String fileName, String sha256) {
        return importFiles(List.of(new ImportFile(fileName, sha256, Optional.empty(), tables)));
    }

    /**
     * Imports several files as one list, the best sheet of each: pages or parts of one export. A row that an earlier file has already
     * is merged. The first file gives its name and hash to the list.
     *
     * @throws IllegalArgumentException if there is no file
     */
    public ImportResult importFiles(List<ImportFile> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file to import");
        }
        RowContext context = new RowContext(rules, choices);
        List<RowDraft> drafts = new ArrayList<>();
        List<SheetHeader> headers = new ArrayList<>();
        List<String> otherSheets = new ArrayList<>();
        for (ImportFile file : files) {
            List<TextTable> tables = file.tables().tables();
            Optional<SheetHeader> found = best(tables);
            if (found.isEmpty()) {
                return new Refused(
                        "%s has no row within the first %d that names columns for vendor, server and GPU."
                                .formatted(file.name(), SheetHeader.WITHIN),
                        "Add a header row such as: Partners, System, NVIDIA GPU (Max), CPU (Max), Validation Type;"
                                + " or open the file in the window and say which column holds what.",
                        tables,
                        Optional.empty());
            }
            SheetHeader header = found.get();
            List<Field> missing = header.columns().missing();
            if (!missing.isEmpty()) {
                return new Refused(
                        "%s has no column for %s yet."
                                .formatted(
                                        file.name(),
                                        String.join(
                                                ", ",
                                                missing.stream()
                                                        .map(Field::word)
                                                        .toList())),
                        "Say which column holds it.",
                        tables,
                        Optional.of(header.mapping()));
            }
            headers.add(header);
            tables.stream().filter(table -> table != header.table()).forEach(table -> otherSheets.add(table.sheet()));
            String shown = files.size() > 1 ? file.name() : "";
            drafts.addAll(SheetDrafts.ofList(context, header, shown, file).read());
        }
        Duplicates.Resolved resolved = Duplicates.resolve(drafts, context.notes, choices.conflicts());
        return new Imported(
                files.getFirst().name(),
                files.getFirst().sha256(),
                headers.getFirst().table().sheet(),
                resolved.fates().stream()
                        .flatMap(fate -> fate.entries().stream())
                        .toList(),
                resolved.fates(),
                context.notes,
                headers.getFirst().mapping(),
                context.questions(),
                resolved.conflicts(),
                otherSheets);
    }

    private Optional<SheetHeader> best(List<TextTable> tables) {
        List<SheetHeader> found = tables.stream()
                .flatMap(table -> SheetHeader.find(table, rules, choices).stream())
                .toList();
        Optional<SheetHeader> said = found.stream()
                .filter(header -> choices.header()
                        .filter(row -> row.sheet().equals(header.table().sheet()))
                        .isPresent())
                .findFirst();
        // of equal ones the first
        return said.or(() -> found.stream().reduce((one, other) -> BY_SCORE.compare(other, one) > 0 ? other : one));
    }

    private static final Comparator<SheetHeader> BY_SCORE =
            Comparator.comparingInt(header -> header.columns().score());

    /**
     * Reads a list of NVIDIA-Certified Systems: every table of every sheet, with the class that a column, the heading above a table or
     * the sheet's name states.
     */
    public CertifiedList.Read readCertified(ImportFile file) {
        return CertifiedList.read(file, rules, choices);
    }

    /**
     * True if a further file looks like a list of certified systems rather than like a part of this list: its header is another one and
     * it states classes.
     */
    public boolean isCertifiedList(ImportFile file, Imported list) {
        boolean part = best(file.tables().tables())
                .filter(header -> header.signature().equals(list.mapping().signature()))
                .isPresent();
        return !part
                && readCertified(file) instanceof CertifiedList.Accepted accepted
                && accepted.list().entries().stream()
                        .anyMatch(entry -> entry.systemClass().isKnown());
    }

    /** Joins the class of systems from lists of certified systems, then from what the user said. */
    public ClassJoin join(Imported list, List<CertifiedList> certified) {
        return ClassJoin.of(list, certified, choices);
    }
}
