package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sizewright.catalog.ImportResult.Imported;

/**
 * What to import and how: files of one list, lists of certified systems to join, and the user's choices. Pure; the same job gives the
 * same outcome.
 *
 * @param files the list; of several files the first is the list and the others are further parts of it
 * @param certified lists of certified systems, from which classes are joined
 * @param choices what the user decided
 */
public record ImportJob(List<ImportFile> files, List<ImportFile> certified, ImportChoices choices) {
    public ImportJob {
        files = List.copyOf(files);
        certified = List.copyOf(certified);
        Objects.requireNonNull(choices, "choices");
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file to import");
        }
    }

    /** What came of a job. */
    public sealed interface Outcome {}

    /**
     * The list was read.
     *
     * @param list the list, classes joined
     * @param join how the classes were joined
     * @param certified the lists of certified systems
     */
    public record Done(Imported list, ClassJoin join, List<CertifiedList> certified) implements Outcome {
        public Done {
            Objects.requireNonNull(list, "list");
            Objects.requireNonNull(join, "join");
            certified = List.copyOf(certified);
        }
    }

    /** One of the files cannot be understood. */
    public record NotDone(ImportResult.Refused refused) implements Outcome {}

    /** The job for the first file alone, the further ones recognised: parts of the list, or lists of certified systems. */
    public static ImportJob sorting(List<ImportFile> files, ImportChoices choices, CatalogRules rules) {
        ImportFile first = files.getFirst();
        CatalogImporter importer = CatalogImporter.of(rules, choices);
        List<ImportFile> parts = new ArrayList<>(List.of(first));
        List<ImportFile> certified = new ArrayList<>();
        if (files.size() > 1 && importer.importFiles(List.of(first)) instanceof Imported list) {
            files.subList(1, files.size())
                    .forEach(file -> (importer.isCertifiedList(file, list) ? certified : parts).add(file));
        }
        return new ImportJob(parts, certified, choices);
    }

    public ImportJob withChoices(ImportChoices changed) {
        return new ImportJob(files, certified, changed);
    }

    public ImportJob withCertified(List<ImportFile> changed) {
        return new ImportJob(files, changed, choices);
    }

    public Outcome run(CatalogRules rules) {
        CatalogImporter importer = CatalogImporter.of(rules, choices);
        List<CertifiedList> lists = new ArrayList<>();
        for (ImportFile file : certified) {
            switch (importer.readCertified(file)) {
                case CertifiedList.Accepted accepted -> lists.add(accepted.list());
                case CertifiedList.NotAList not -> {
                    return new NotDone(not.refused());
                }
            }
        }
        return switch (importer.importFiles(files)) {
            case ImportResult.Refused refused -> new NotDone(refused);
            case Imported list -> {
                ClassJoin join = importer.join(list, lists);
                yield new Done(join.joined(), join, lists);
            }
        };
    }
}
