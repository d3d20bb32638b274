package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sizewright.table.Cell;
import org.sizewright.table.TextTable;

/**
 * Which column holds what, read from a header row.
 *
 * @param byField the column (from 0) of each field that the header names
 * @param others the columns that fit no field, with their header text; nothing in them is lost
 */
record Columns(Map<Field, Integer> byField, Map<Integer, String> others) {
    private static final int FEWEST = 3;
    private static final List<Field> NEEDED = List.of(Field.VENDOR, Field.MODEL, Field.GPU);
    /** marks of footnotes, and what a page's sorting arrow is called when its text is copied */
    private static final Pattern ORNAMENT = Pattern.compile(
            "[\\u00B9\\u00B2\\u00B3\\u2070-\\u2079]|(?<=\\S)\\s+sort(?:ed)?(?: (?:ascending|descending|by))?\\s*$",
            Pattern.CASE_INSENSITIVE);

    Columns {
        byField = Map.copyOf(byField);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** The form under which header spellings are compared. */
    static String key(String header) {
        String line = Cleaning.line(
                        mayBeOrnate(header) ? ORNAMENT.matcher(header).replaceAll("") : header)
                .replace("#", " number ")
                .toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(line.length());
        int end = line.length();
        for (int i = 0; i <= end; i++) {
            boolean letter = i < end && Character.isLetterOrDigit(line.charAt(i));
            if (letter) {
                key.append(line.charAt(i));
            } else if (i > 0 && line.charAt(i - 1) == 's' && !key.isEmpty()) {
                // the plural
                key.setLength(key.length() - 1);
            }
        }
        return key.toString();
    }

    private static boolean mayBeOrnate(String header) {
        for (int i = 0; i < header.length(); i++) {
            if (header.charAt(i) > '~' || header.regionMatches(true, i, "sort", 0, 4)) {
                return true;
            }
        }
        return false;
    }

    /** Names headers of one kind: the keys of their cells. Empty if fewer than two cells are filled. */
    static String signature(TextTable.Row row) {
        List<String> keys = new ArrayList<>();
        int filled = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            String key = key(own(row, column).text());
            filled += key.isEmpty() ? 0 : 1;
            keys.add(key);
        }
        while (!keys.isEmpty() && keys.getLast().isEmpty()) {
            keys.removeLast();
        }
        return filled < 2 ? "" : String.join("|", keys);
    }

    /**
     * The columns if this row is a header: at least three cells fit a field, vendor, model and GPU among them.
     *
     * @param synonyms what columns are called
     */
    static Optional<Columns> of(TextTable.Row row, HeaderWords synonyms) {
        Map<Field, Integer> columns = named(row, synonyms);
        boolean header = columns.size() >= FEWEST && columns.keySet().containsAll(NEEDED);
        return header ? Optional.of(chosen(row, columns)) : Optional.empty();
    }

    /** The fields without which no server can be read and that have no column. */
    List<Field> missing() {
        return NEEDED.stream().filter(field -> !has(field)).toList();
    }

    /** The columns that the words of a row name, whether or not they suffice. */
    static Columns match(TextTable.Row row, HeaderWords synonyms) {
        return chosen(row, named(row, synonyms));
    }

    private static Map<Field, Integer> named(TextTable.Row row, HeaderWords synonyms) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        Map<Field, Integer> ranks = new EnumMap<>(Field.class);
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.cells().get(column);
            if (cell.isBlank() || cell.origin() == Cell.Origin.MERGED_ACROSS) {
                continue;
            }
            int at = column;
            synonyms.ranks(cell.text()).forEach((field, rank) -> {
                Integer best = ranks.get(field);
                if (best == null || rank < best) {
                    columns.put(field, at);
                    ranks.put(field, rank);
                }
            });
        }
        return columns;
    }

    /** These columns; the others keep the names that the header gives them. */
    static Columns chosen(TextTable.Row header, Map<Field, Integer> byField) {
        Map<Integer, String> others = new LinkedHashMap<>();
        for (int column = 0; column < header.cells().size(); column++) {
            Cell cell = own(header, column);
            if (!cell.isBlank() && !byField.containsValue(column)) {
                others.put(column, Cleaning.line(cell.text()));
            }
        }
        return new Columns(byField, others);
    }

    /** A column named "form factor" may as well hold the server's height: it counts only if its values speak of PCIe or SXM. */
    Columns withFormOnlyIfSpoken(TextTable.Row header, List<TextTable.Row> rows) {
        if (!has(Field.GPU_FORM)) {
            return this;
        }
        boolean speaks = rows.stream().anyMatch(row -> GpuNames.looksLikeForm(text(row, Field.GPU_FORM)));
        return speaks ? this : without(Field.GPU_FORM, text(header, Field.GPU_FORM));
    }

    /** The same without this field: its column counts as one that fits no field. */
    Columns without(Field field, String header) {
        Map<Field, Integer> fields = new EnumMap<>(byField);
        Map<Integer, String> rest = new LinkedHashMap<>(others);
        Integer column = fields.remove(field);
        if (column != null) {
            rest.put(column, header);
        }
        return new Columns(fields, rest);
    }

    /** The field's cell; the empty cell if there is no such column or the text was merged in from another column. */
    Cell cell(TextTable.Row row, Field field) {
        Integer column = byField.get(field);
        return column == null ? Cell.EMPTY : own(row, column);
    }

    String text(TextTable.Row row, Field field) {
        return Cleaning.line(cell(row, field).text());
    }

    static Cell own(TextTable.Row row, int column) {
        Cell cell = row.cell(column);
        return cell.origin() == Cell.Origin.MERGED_ACROSS ? Cell.EMPTY : cell;
    }

    boolean has(Field field) {
        return byField.containsKey(field);
    }

    int score() {
        return byField.size();
    }

    /** The columns whose cells go to an entry as further attributes, with their names. */
    List<Map.Entry<Integer, String>> attributes() {
        return new ArrayList<>(others.entrySet());
    }
}
