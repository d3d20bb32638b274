package org.sizewright.catalog;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the user decides about an import. All but the last three hold for every list and can be remembered; a choice that a list gives
 * no occasion for does nothing.
 *
 * @param columns for a header's signature the column (from 0) of each field; a field that is not there has no column
 * @param gpus answers about GPU names
 * @param vendors for the key of a vendor's name the vendor that it is another name of
 * @param conflicts for a server and GPU about which rows contradict each other, the statement that holds (see {@link Conflict})
 * @param classes for a server ({@link EntryId#server()}) the class that the user named, in the user's words
 * @param confirmed entries (see {@link ClassJoin.Proposal}) for which the class of the same server with another GPU holds
 * @param header where the header stands, if it was not found or not the right one
 * @param filter the class that the list was filtered by when it was exported, in its own wording
 * @param date the day for which the list holds
 */
public record ImportChoices(
        Map<String, Map<Field, Integer>> columns,
        Map<GpuText, GpuAnswer> gpus,
        Map<String, String> vendors,
        Map<EntryId, EntryId> conflicts,
        Map<String, String> classes,
        Set<EntryId> confirmed,
        Optional<HeaderRow> header,
        Optional<String> filter,
        Optional<LocalDate> date) {
    /** No choice at all. */
    public static final ImportChoices NONE = new ImportChoices(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public ImportChoices {
        Map<String, Map<Field, Integer>> copy = new HashMap<>();
        columns.forEach((signature, byField) -> {
            if (byField.values().stream().anyMatch(column -> column < 0)) {
                throw new IllegalArgumentException("columns count from 0: " + byField);
            }
            copy.put(signature, Map.copyOf(byField));
        });
        columns = Map.copyOf(copy);
        gpus = Map.copyOf(gpus);
        vendors = Map.copyOf(vendors);
        conflicts = Map.copyOf(conflicts);
        classes = Map.copyOf(classes);
        confirmed = Set.copyOf(confirmed);
        Objects.requireNonNull(header, "header");
        filter = filter.map(String::strip).filter(text -> !text.isEmpty());
        Objects.requireNonNull(date, "date");
    }

    /** With these columns for lists with this header. */
    public ImportChoices withColumns(String signature, Map<Field, Integer> byField) {
        return new ImportChoices(
                with(columns, signature, byField), gpus, vendors, conflicts, classes, confirmed, header, filter, date);
    }

    /** With the guess again for lists with this header. */
    public ImportChoices withoutColumns(String signature) {
        return new ImportChoices(
                without(columns, signature), gpus, vendors, conflicts, classes, confirmed, header, filter, date);
    }

    public ImportChoices withGpu(GpuText text, GpuAnswer answer) {
        return new ImportChoices(
                columns, with(gpus, text, answer), vendors, conflicts, classes, confirmed, header, filter, date);
    }

    public ImportChoices withoutGpu(GpuText text) {
        return new ImportChoices(
                columns, without(gpus, text), vendors, conflicts, classes, confirmed, header, filter, date);
    }

    /** With this vendor's name as another name of {@code vendor}. */
    public ImportChoices withVendor(String key, String vendor) {
        return new ImportChoices(
                columns, gpus, with(vendors, key, vendor), conflicts, classes, confirmed, header, filter, date);
    }

    public ImportChoices withoutVendor(String key) {
        return new ImportChoices(
                columns, gpus, without(vendors, key), conflicts, classes, confirmed, header, filter, date);
    }

    /** With a conflict decided for this side. */
    public ImportChoices withConflict(EntryId subject, EntryId holds) {
        return new ImportChoices(
                columns, gpus, vendors, with(conflicts, subject, holds), classes, confirmed, header, filter, date);
    }

    public ImportChoices withoutConflict(EntryId subject) {
        return new ImportChoices(
                columns, gpus, vendors, without(conflicts, subject), classes, confirmed, header, filter, date);
    }

    /** With a class that the user names for a server. */
    public ImportChoices withClass(String server, String wording) {
        return new ImportChoices(
                columns, gpus, vendors, conflicts, with(classes, server, wording), confirmed, header, filter, date);
    }

    public ImportChoices withoutClass(String server) {
        return new ImportChoices(
                columns, gpus, vendors, conflicts, without(classes, server), confirmed, header, filter, date);
    }

    public ImportChoices withConfirmed(EntryId entry, boolean holds) {
        Set<EntryId> changed = new HashSet<>(confirmed);
        if (holds) {
            changed.add(entry);
        } else {
            changed.remove(entry);
        }
        return new ImportChoices(columns, gpus, vendors, conflicts, classes, changed, header, filter, date);
    }

    public ImportChoices withHeader(Optional<HeaderRow> row) {
        return new ImportChoices(columns, gpus, vendors, conflicts, classes, confirmed, row, filter, date);
    }

    public ImportChoices withFilter(Optional<String> wording) {
        return new ImportChoices(columns, gpus, vendors, conflicts, classes, confirmed, header, wording, date);
    }

    public ImportChoices withDate(Optional<LocalDate> day) {
        return new ImportChoices(columns, gpus, vendors, conflicts, classes, confirmed, header, filter, day);
    }

    /** Only what holds for every list: what is worth remembering. */
    public ImportChoices lasting() {
        return withHeader(Optional.empty()).withFilter(Optional.empty()).withDate(Optional.empty());
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        Map<K, V> changed = new HashMap<>(map);
        changed.remove(key);
        return changed;
    }
}
