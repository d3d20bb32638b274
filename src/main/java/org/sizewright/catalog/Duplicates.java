package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Compares the rows with each other: equal ones merge, contradicting ones are shown to the user, and every entry gets its own id.
 *
 * <p>Two entries speak of the same thing if vendor, model, GPU, form and memory are the same. They are equal if counts, validation,
 * processor, class and further columns are so too. Other counts or another validation contradict; another processor or further column
 * is a second entry. Where the user decided which statement holds, the others give way.
 */
final class Duplicates {
    /** enough to see what a row contradicts; a list of thousands would help nobody */
    private static final int MOST_CONTRADICTIONS = 5;

    private final List<Note> notes;
    private final Map<EntryId, EntryId> decisions;
    private final Map<EntryId, Group> groups = new LinkedHashMap<>();
    // rows and entries of one import are the same objects throughout, and long to compare
    private final Map<RawRow, List<CatalogEntry>> keptByRow = new IdentityHashMap<>();
    private final Map<RawRow, RawRow> mergedInto = new IdentityHashMap<>();
    private final Map<RawRow, List<String>> contradictions = new IdentityHashMap<>();
    private final Set<RawRow> overruled = new HashSet<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    /** What contradicts if it differs. */
    private record Facts(OptionalInt maxGpu, OptionalInt maxCpu, Validation validation, String unknownValidation) {
        static Facts of(CatalogEntry entry) {
            return new Facts(
                    entry.maxGpu(),
                    entry.maxCpu(),
                    entry.validation(),
                    entry.validation() == Validation.UNKNOWN ? Cleaning.letters(entry.validationText()) : "");
        }
    }

    /** What makes a second entry if it differs. */
    private record Statement(
            Facts facts, String cpu, SystemClass.Kind kind, String classText, Map<String, String> extra) {
        static Statement of(CatalogEntry entry) {
            return new Statement(
                    Facts.of(entry),
                    Cleaning.letters(entry.cpu()),
                    entry.systemClass().kind(),
                    entry.systemClass().text(),
                    entry.extra());
        }
    }

    /** The entries that speak of the same server and GPU, each statement once. */
    private static final class Group {
        private final Map<Statement, CatalogEntry> entries = new LinkedHashMap<>();
        /** most groups stay alone: what they state is compared with nothing */
        private Optional<CatalogEntry> alone = Optional.empty();

        /** Adds the entry, or gives the earlier one that states the same. */
        Optional<CatalogEntry> add(CatalogEntry entry) {
            if (entries.isEmpty() && alone.isEmpty()) {
                alone = Optional.of(entry);
                return Optional.empty();
            }
            alone.ifPresent(first -> entries.put(Statement.of(first), first));
            alone = Optional.empty();
            return Optional.ofNullable(entries.putIfAbsent(Statement.of(entry), entry));
        }

        /** The first entry that states each set of facts. */
        Map<Facts, CatalogEntry> byFacts() {
            Map<Facts, CatalogEntry> firsts = new LinkedHashMap<>();
            entries.forEach((statement, entry) -> firsts.putIfAbsent(statement.facts(), entry));
            return firsts;
        }
    }

    private Duplicates(List<Note> notes, Map<EntryId, EntryId> decisions) {
        this.notes = notes;
        this.decisions = decisions;
    }

    /** The rows' fates, and what the rows contradict each other in. */
    record Resolved(List<RowFate> fates, List<Conflict> conflicts) {}

    /**
     * Compares the rows; adds to the notes.
     *
     * @param decisions for a server with a GPU the statement that holds
     */
    static Resolved resolve(List<RowDraft> drafts, List<Note> notes, Map<EntryId, EntryId> decisions) {
        Duplicates duplicates = new Duplicates(notes, decisions);
        List<RowFate> fates = duplicates.resolve(drafts);
        return new Resolved(fates, List.copyOf(duplicates.conflicts));
    }

    private List<RowFate> resolve(List<RowDraft> drafts) {
        for (RowDraft draft : drafts) {
            if (draft instanceof RowDraft.Read read) {
                read.entries().forEach(this::add);
            }
        }
        groups.forEach(this::compare);
        Map<CatalogEntry, EntryId> ids = ids();
        List<RowFate> fates = new ArrayList<>();
        for (RowDraft draft : drafts) {
            fates.add(
                    switch (draft) {
                        case RowDraft.Header header -> new RowFate.Header(header.raw());
                        case RowDraft.Skip skip -> new RowFate.Skipped(skip.raw(), skip.reason());
                        case RowDraft.Read read ->
                            fate(
                                    read,
                                    keptByRow.getOrDefault(read.raw(), List.of()).stream()
                                            .map(entry -> ids.containsKey(entry)
                                                    ? entry.withId(Objects.requireNonNull(ids.get(entry)))
                                                    : entry)
                                            .toList());
                    });
        }
        return fates;
    }

    private RowFate fate(RowDraft.Read read, List<CatalogEntry> kept) {
        RawRow raw = read.raw();
        Optional<RawRow> into = Optional.ofNullable(mergedInto.get(raw));
        if (kept.isEmpty()
                && (overruled.contains(raw) || into.filter(overruled::contains).isPresent())) {
            return new RowFate.Skipped(raw, RowFate.Reason.OVERRULED);
        }
        if (kept.isEmpty() && into.isPresent()) {
            // what there is to say about it was said about the row that it repeats
            return new RowFate.Merged(raw, into.get());
        }
        List<String> problems = new ArrayList<>(read.problems());
        problems.addAll(contradictions.getOrDefault(raw, List.of()));
        return problems.isEmpty()
                ? new RowFate.Kept(raw, kept)
                : new RowFate.NeedsAttention(raw, String.join(" ", problems), kept);
    }

    private void add(CatalogEntry entry) {
        Group group = groups.computeIfAbsent(entry.id(), ignored -> new Group());
        RawRow raw = entry.raw();
        Optional<CatalogEntry> same = group.add(entry);
        if (same.isEmpty()) {
            keptByRow.computeIfAbsent(raw, ignored -> new ArrayList<>()).add(entry);
            return;
        }
        CatalogEntry earlier = same.get();
        boolean sameRow = earlier.raw().equals(raw);
        if (!sameRow) {
            mergedInto.putIfAbsent(raw, earlier.raw());
        }
        notes.add(new Note(
                raw,
                Note.Code.DUPLICATE_ROW,
                sameRow
                        ? "The row names %s twice.".formatted(entry.gpu().displayName())
                        : "%s says the same.".formatted(place(earlier.raw(), raw))));
    }

    private void compare(EntryId subject, Group group) {
        if (group.entries.size() < 2) {
            return;
        }
        Map<Facts, CatalogEntry> firsts = group.byFacts();
        if (firsts.size() > 1) {
            Optional<Map.Entry<Facts, CatalogEntry>> holds = Optional.ofNullable(decisions.get(subject))
                    .flatMap(decided -> firsts.entrySet().stream()
                            .filter(one -> EntryIds.withFacts(one.getValue()).equals(decided))
                            .findFirst());
            List<Conflict.Side> sides = firsts.values().stream()
                    .map(entry -> new Conflict.Side(EntryIds.withFacts(entry), entry))
                    .toList();
            conflicts.add(new Conflict(subject, sides, holds.map(one -> EntryIds.withFacts(one.getValue()))));
            if (holds.isPresent()) {
                overrule(group, holds.get().getKey(), holds.get().getValue());
            } else {
                group.entries.forEach((statement, entry) -> contradict(entry, statement.facts(), firsts));
            }
        }
        noteDetails(group);
    }

    private void overrule(Group group, Facts facts, CatalogEntry holds) {
        group.entries.entrySet().removeIf(one -> {
            CatalogEntry entry = one.getValue();
            if (one.getKey().facts().equals(facts)) {
                return false;
            }
            Objects.requireNonNull(keptByRow.get(entry.raw())).remove(entry);
            overruled.add(entry.raw());
            notes.add(new Note(
                    entry.raw(),
                    Note.Code.CONFLICT_DECIDED,
                    "%s holds for %s, as you decided."
                            .formatted(
                                    place(holds.raw(), entry.raw()), entry.gpu().displayName())));
            return true;
        });
    }

    private void contradict(CatalogEntry entry, Facts facts, Map<Facts, CatalogEntry> firsts) {
        firsts.entrySet().stream()
                .filter(other -> !other.getKey().equals(facts))
                .limit(MOST_CONTRADICTIONS)
                .forEach(other -> {
                    String sentence = contradiction(entry, other.getValue());
                    contradictions
                            .computeIfAbsent(entry.raw(), ignored -> new ArrayList<>())
                            .add(sentence);
                    notes.add(new Note(entry.raw(), Note.Code.CONFLICT, sentence));
                });
    }

    private void noteDetails(Group group) {
        Map<Facts, CatalogEntry> seen = new HashMap<>();
        group.entries.forEach((statement, entry) -> {
            CatalogEntry first = seen.putIfAbsent(statement.facts(), entry);
            if (first != null) {
                notes.add(new Note(
                        entry.raw(),
                        Note.Code.SAME_SERVER_OTHER_DETAIL,
                        "%s has the same server and GPU with another processor, class or further column; both are kept."
                                .formatted(place(first.raw(), entry.raw()))));
            }
        });
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
        String where = entry.raw().equals(other.raw()) ? "The same row" : place(other.raw(), entry.raw());
        return "%s names the same server with the same GPU (%s) and contradicts (%s): decide which one holds."
                .formatted(where, entry.gpu().displayName(), String.join("; ", differences));
    }

    private static String place(RawRow row, RawRow seenFrom) {
        return row.file().equals(seenFrom.file()) ? "Row " + row.row() : "Row " + row.row() + " of " + row.file();
    }

    private static String count(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "unknown";
    }

    private static String text(String text) {
        return text.isEmpty() ? "not stated" : text;
    }

    /** The ids of entries that share theirs with another: what they differ in goes behind it, so that the row order does not matter. */
    private Map<CatalogEntry, EntryId> ids() {
        Map<CatalogEntry, EntryId> ids = new IdentityHashMap<>();
        for (Group group : groups.values()) {
            if (group.entries.size() == 1) {
                continue;
            }
            Set<EntryId> seen = new HashSet<>();
            boolean factsSuffice =
                    group.entries.values().stream().allMatch(entry -> seen.add(EntryIds.withFacts(entry)));
            for (CatalogEntry entry : group.entries.values()) {
                EntryId id = EntryIds.withFacts(entry);
                ids.put(entry, factsSuffice ? id : EntryIds.withDetails(entry.withId(id)));
            }
        }
        return ids;
    }
}
