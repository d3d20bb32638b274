package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows with each other: equal ones merge, contradicting ones are shown to the user, and every entry gets its own id.
 *
 * <p>Two entries speak of the same thing if vendor, model, GPU, form and memory are the same. They are equal if counts, validation,
 * processor, class and further columns are so too. Other counts or another validation contradict; another processor or further column
 * is a second entry.
 */
final class Duplicates {
    private final List<Note> notes;
    private final Map<EntryId, List<CatalogEntry>> groups = new LinkedHashMap<>();
    private final Map<Integer, List<String>> contradictions = new HashMap<>();

    private Duplicates(List<Note> notes) {
        this.notes = notes;
    }

    /** The rows' fates; adds to the notes. */
    static List<RowFate> resolve(List<RowDraft> drafts, List<Note> notes) {
        return new Duplicates(notes).resolve(drafts);
    }

    private List<RowFate> resolve(List<RowDraft> drafts) {
        Map<Integer, List<CatalogEntry>> keptByRow = new HashMap<>();
        Map<Integer, Integer> mergedInto = new HashMap<>();
        for (RowDraft draft : drafts) {
            if (draft instanceof RowDraft.Read read) {
                List<CatalogEntry> kept = new ArrayList<>();
                for (CatalogEntry entry : read.entries()) {
                    add(entry, kept, mergedInto);
                }
                keptByRow.put(read.raw().row(), kept);
            }
        }
        compareGroups();
        Map<CatalogEntry, EntryId> ids = ids();
        List<RowFate> fates = new ArrayList<>();
        for (RowDraft draft : drafts) {
            fates.add(
                    switch (draft) {
                        case RowDraft.Header header -> new RowFate.Header(header.raw());
                        case RowDraft.Skip skip -> new RowFate.Skipped(skip.raw(), skip.reason());
                        case RowDraft.Read read -> {
                            int row = read.raw().row();
                            List<CatalogEntry> kept = keptByRow.getOrDefault(row, List.of()).stream()
                                    .map(entry -> entry.withId(ids.getOrDefault(entry, entry.id())))
                                    .toList();
                            yield fate(read, kept, mergedInto.get(row));
                        }
                    });
        }
        return fates;
    }

    private RowFate fate(RowDraft.Read read, List<CatalogEntry> kept, @Nullable Integer mergedInto) {
        List<String> problems = new ArrayList<>(read.problems());
        problems.addAll(contradictions.getOrDefault(read.raw().row(), List.of()));
        if (kept.isEmpty() && mergedInto != null) {
            // what there is to say about it was said about the row that it repeats
            return new RowFate.Merged(read.raw(), mergedInto);
        }
        return problems.isEmpty()
                ? new RowFate.Kept(read.raw(), kept)
                : new RowFate.NeedsAttention(read.raw(), String.join(" ", problems), kept);
    }

    private void add(CatalogEntry entry, List<CatalogEntry> kept, Map<Integer, Integer> mergedInto) {
        List<CatalogEntry> group = groups.computeIfAbsent(entry.id(), ignored -> new ArrayList<>());
        int row = entry.raw().row();
        for (CatalogEntry earlier : group) {
            if (saysTheSame(earlier, entry)) {
                int into = earlier.raw().row();
                if (into != row) {
                    mergedInto.putIfAbsent(row, into);
                }
                notes.add(new Note(
                        row,
                        Note.Code.DUPLICATE_ROW,
                        into == row
                                ? "The row names %s twice."
                                        .formatted(entry.gpu().displayName())
                                : "Row %d says the same.".formatted(into)));
                return;
            }
        }
        group.add(entry);
        kept.add(entry);
    }

    private static boolean saysTheSame(CatalogEntry one, CatalogEntry other) {
        return !contradict(one, other)
                && Cleaning.letters(one.cpu()).equals(Cleaning.letters(other.cpu()))
                && one.systemClass().equals(other.systemClass())
                && one.extra().equals(other.extra());
    }

    private static boolean contradict(CatalogEntry one, CatalogEntry other) {
        return !one.maxGpu().equals(other.maxGpu())
                || !one.maxCpu().equals(other.maxCpu())
                || one.validation() != other.validation()
                || (one.validation() == Validation.UNKNOWN
                        && !Cleaning.letters(one.validationText()).equals(Cleaning.letters(other.validationText())));
    }

    private void compareGroups() {
        for (List<CatalogEntry> group : groups.values()) {
            for (CatalogEntry entry : group) {
                for (CatalogEntry other : group) {
                    if (entry != other && contradict(entry, other)) {
                        String sentence = contradiction(entry, other);
                        contradictions
                                .computeIfAbsent(entry.raw().row(), ignored -> new ArrayList<>())
                                .add(sentence);
                        notes.add(new Note(entry.raw().row(), Note.Code.CONFLICT, sentence));
                    } else if (entry != other && entry.raw().row() > other.raw().row()) {
                        notes.add(new Note(
                                entry.raw().row(),
                                Note.Code.SAME_SERVER_OTHER_DETAIL,
                                "Row %d has the same server and GPU with another processor, class or further column; both are kept."
                                        .formatted(other.raw().row())));
                    }
                }
            }
        }
    }

    private static String contradiction(CatalogEntry entry, CatalogEntry other) {
        List<String> differences = new ArrayList<>();
        if (!entry.maxGpu().equals(other.maxGpu())) {
            differences.add(
                    "GPUs per server: %s here, %s there".formatted(count(entry.maxGpu()), count(other.maxGpu())));
        }
        if (!entry.maxCpu().equals(other.maxCpu())) {
            differences.add(
                    "CPUs per server: %s here, %s there".formatted(count(entry.maxCpu()), count(other.maxCpu())));
        }
        if (!entry.validationText().equals(other.validationText())) {
            differences.add("validation: %s here, %s there"
                    .formatted(text(entry.validationText()), text(other.validationText())));
        }
        String where = entry.raw().row() == other.raw().row()
                ? "The same row"
                : "Row " + other.raw().row();
        return "%s names the same server with the same GPU (%s) and contradicts (%s): decide which one holds."
                .formatted(where, entry.gpu().displayName(), String.join("; ", differences));
    }

    private static String count(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "unknown";
    }

    private static String text(String text) {
        return text.isEmpty() ? "not stated" : text;
    }

    /** The ids of entries that share theirs with another: what they differ in goes behind it, so that the row order does not matter. */
    private Map<CatalogEntry, EntryId> ids() {
        Map<CatalogEntry, EntryId> ids = new HashMap<>();
        for (List<CatalogEntry> group : groups.values()) {
            if (group.size() == 1) {
                continue;
            }
            Set<EntryId> seen = new HashSet<>();
            boolean factsSuffice = group.stream().allMatch(entry -> seen.add(EntryIds.withFacts(entry)));
            for (CatalogEntry entry : group) {
                EntryId id = EntryIds.withFacts(entry);
                ids.put(entry, factsSuffice ? id : EntryIds.withDetails(entry.withId(id)));
            }
        }
        return ids;
    }
}
