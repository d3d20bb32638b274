package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.sizewright.catalog.ImportResult.Imported;

/**
 * What differs between two exports of a list: entries added, removed, and changed field by field.
 *
 * <p>Two entries speak of the same thing if vendor, model, GPU, form and memory are the same under the rules of names; where they stand
 * and how they are spelled is no difference. An entry whose form or memory was open in one list and is named in the other is the same
 * entry, changed. A field that one of the lists does not have at all is not compared.
 *
 * @param added entries of the newer list only, in its order
 * @param removed entries of the older list only, in its order
 * @param changed entries of both that say different things, in the newer list's order
 * @param same how many entries say the same in both
 * @param notCompared the fields and further columns that only one of the lists has
 */
public record CatalogDifference(
        List<CatalogEntry> added,
        List<CatalogEntry> removed,
        List<Changed> changed,
        int same,
        List<NotCompared> notCompared) {
    /** An entry that says something else than before. */
    public record Changed(CatalogEntry before, CatalogEntry after, List<FieldChange> changes) {
        public Changed {
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("a changed entry has a changed field");
            }
        }
    }

    /**
     * One field of a changed entry.
     *
     * @param field its name: {@code form}, {@code memoryGb}, {@code maxGpu}, {@code cpu}, {@code maxCpu}, {@code validation},
     *     {@code class}, or the header of a further column
     * @param before the older value, empty if unknown or not stated
     * @param after the newer value, likewise
     */
    public record FieldChange(String field, String before, String after) {}

    /**
     * A field that cannot be compared.
     *
     * @param field its name, as in {@link FieldChange}
     * @param inOlder whether it is the older list that has it; else only the newer one has
     */
    public record NotCompared(String field, boolean inOlder) {}

    private record Compared(String name, Optional<Field> column, Function<CatalogEntry, String> value) {}

    private static final List<Compared> FIELDS = List.of(
            new Compared(
                    "form",
                    Optional.of(Field.GPU),
                    entry -> entry.gpu().form().map(GpuForm::text).orElse("")),
            new Compared(
                    "memoryGb",
                    Optional.of(Field.GPU),
                    entry -> count(entry.gpu().memoryGb())),
            new Compared("maxGpu", Optional.of(Field.MAX_GPU), entry -> count(entry.maxGpu())),
            new Compared("cpu", Optional.of(Field.CPU), CatalogEntry::cpu),
            new Compared("maxCpu", Optional.of(Field.MAX_CPU), entry -> count(entry.maxCpu())),
            new Compared("validation", Optional.of(Field.VALIDATION), CatalogEntry::validationText),
            new Compared(
                    "class",
                    Optional.of(Field.SYSTEM_CLASS),
                    entry -> entry.systemClass().text()));

    public CatalogDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        notCompared = List.copyOf(notCompared);
    }

    /** Compares two imports. */
    public static CatalogDifference between(Imported older, Imported newer) {
        return new Comparison(older, newer).run();
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /**
     * What of this difference a plan is built on: its servers that were removed or changed.
     *
     * @param servers the entries that the plan rests on
     */
    public Touched touching(Collection<CatalogEntry> servers) {
        Set<String> keys = new HashSet<>();
        servers.forEach(server -> keys.add(key(server)));
        return new Touched(
                removed.stream().filter(entry -> keys.contains(key(entry))).toList(),
                changed.stream()
                        .filter(change -> keys.contains(key(change.before())) || keys.contains(key(change.after())))
                        .toList());
    }

    /** The removed and changed entries that a plan rests on. */
    public record Touched(List<CatalogEntry> removed, List<Changed> changed) {
        public Touched {
            removed = List.copyOf(removed);
            changed = List.copyOf(changed);
        }

        public boolean isEmpty() {
            return removed.isEmpty() && changed.isEmpty();
        }
    }

    /** The id without what only tells entries of one list apart. */
    private static String key(CatalogEntry entry) {
        String id = entry.id().value();
        int facts = id.indexOf('~');
        return facts < 0 ? id : id.substring(0, facts);
    }

    /** Vendor, model and chip: entries that may be the same but for an open form or memory. */
    private static String family(CatalogEntry entry) {
        String key = key(entry);
        return key.substring(0, key.lastIndexOf('/') + 1) + entry.gpu().chip().orElse(key);
    }

    private static String count(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "";
    }

    /** One run over two lists. */
    private static final class Comparison {
        private final Imported older;
        private final Imported newer;
        private final List<Compared> compared = new ArrayList<>();
        private final List<NotCompared> notCompared = new ArrayList<>();
        private final List<CatalogEntry> removed = new ArrayList<>();
        private final List<CatalogEntry> added = new ArrayList<>();
        private final List<Changed> changed = new ArrayList<>();
        private int same;

        Comparison(Imported older, Imported newer) {
            this.older = older;
            this.newer = newer;
            for (Compared field : FIELDS) {
                choose(field, has(older, field), has(newer, field));
            }
            Set<String> before = further(older);
            Set<String> after = further(newer);
            Set<String> all = new TreeSet<>(before);
            all.addAll(after);
            for (String column : all) {
                Compared field = new Compared(
                        column, Optional.empty(), entry -> entry.extra().getOrDefault(column, ""));
                choose(field, before.contains(column), after.contains(column));
            }
        }

        private void choose(Compared field, boolean inOlder, boolean inNewer) {
            if (inOlder && inNewer) {
                compared.add(field);
            } else if (inOlder || inNewer) {
                notCompared.add(new NotCompared(field.name(), inOlder));
            }
        }

        private static boolean has(Imported list, Compared field) {
            boolean column =
                    field.column().filter(list.mapping().used()::containsKey).isPresent();
            return column
                    || list.entries().stream()
                            .anyMatch(entry -> !field.value().apply(entry).isEmpty());
        }

        private static Set<String> further(Imported list) {
            Set<String> names = new LinkedHashSet<>();
            list.mapping().unused().forEach(column -> names.add(column.header()));
            list.entries().forEach(entry -> names.addAll(entry.extra().keySet()));
            names.remove("");
            return names;
        }

        CatalogDifference run() {
            Map<String, List<CatalogEntry>> before = grouped(older.entries(), CatalogDifference::key);
            Map<String, List<CatalogEntry>> after = grouped(newer.entries(), CatalogDifference::key);
            before.forEach((key, entries) -> match(entries, after.getOrDefault(key, List.of())));
            after.forEach((key, entries) -> {
                if (!before.containsKey(key)) {
                    added.addAll(entries);
                }
            });
            refined();
            Comparator<CatalogEntry> inOlder = Comparator.comparingInt(positions(older)::get);
            Comparator<CatalogEntry> inNewer = Comparator.comparingInt(positions(newer)::get);
            removed.sort(inOlder);
            added.sort(inNewer);
            changed.sort(Comparator.comparing(Changed::after, inNewer));
            return new CatalogDifference(added, removed, changed, same, notCompared);
        }

        private static Map<String, List<CatalogEntry>> grouped(
                List<CatalogEntry> entries, Function<CatalogEntry, String> by) {
            Map<String, List<CatalogEntry>> groups = new LinkedHashMap<>();
            entries.forEach(entry -> groups.computeIfAbsent(by.apply(entry), ignored -> new ArrayList<>())
                    .add(entry));
            return groups;
        }

        private static Map<CatalogEntry, Integer> positions(Imported list) {
            Map<CatalogEntry, Integer> positions = new java.util.IdentityHashMap<>();
            list.entries().forEach(entry -> positions.put(entry, positions.size()));
            return positions;
        }

        /** Pairs the entries of one key: first those that say the same, then the ones that differ in the fewest fields. */
        private void match(List<CatalogEntry> before, List<CatalogEntry> after) {
            List<CatalogEntry> left = new ArrayList<>(before);
            List<CatalogEntry> right = new ArrayList<>(after);
            for (int differing = 0; differing <= compared.size() && !left.isEmpty() && !right.isEmpty(); differing++) {
                pair(left, right, differing);
            }
            removed.addAll(left);
            added.addAll(right);
        }

        private void pair(List<CatalogEntry> left, List<CatalogEntry> right, int differing) {
            for (CatalogEntry one : List.copyOf(left)) {
                Optional<CatalogEntry> partner = right.stream()
                        .filter(other -> changes(one, other).size() == differing)
                        .findFirst();
                partner.ifPresent(other -> {
                    left.remove(one);
                    right.remove(other);
                    take(one, other);
                });
            }
        }

        private void take(CatalogEntry before, CatalogEntry after) {
            List<FieldChange> changes = changes(before, after);
            if (changes.isEmpty()) {
                same++;
            } else {
                changed.add(new Changed(before, after, changes));
            }
        }

        /** Entries without a partner whose form or memory is open in one list and fits the other's only candidate. */
        private void refined() {
            Map<String, List<CatalogEntry>> before = grouped(removed, CatalogDifference::family);
            Map<String, List<CatalogEntry>> after = grouped(added, CatalogDifference::family);
            before.forEach((family, entries) -> {
                List<CatalogEntry> candidates = after.getOrDefault(family, List.of());
                if (entries.size() == 1
                        && candidates.size() == 1
                        && isRefinement(
                                entries.getFirst().gpu(), candidates.getFirst().gpu())) {
                    removed.remove(entries.getFirst());
                    added.remove(candidates.getFirst());
                    take(entries.getFirst(), candidates.getFirst());
                }
            });
        }

        private static boolean isRefinement(GpuName one, GpuName other) {
            boolean form = one.form().equals(other.form())
                    || one.form().isEmpty()
                    || other.form().isEmpty();
            boolean memory = one.memoryGb().equals(other.memoryGb())
                    || one.memoryGb().isEmpty()
                    || other.memoryGb().isEmpty();
            return one.isKnown() && form && memory;
        }

        private List<FieldChange> changes(CatalogEntry before, CatalogEntry after) {
            List<FieldChange> changes = new ArrayList<>();
            for (Compared field : compared) {
                String one = field.value().apply(before);
                String other = field.value().apply(after);
                if (!Cleaning.letters(one).equals(Cleaning.letters(other))) {
                    changes.add(new FieldChange(field.name(), one, other));
                }
            }
            return changes;
        }
    }
}
