package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** A part of a sheet. Blocks stand under each other. */
public sealed interface Block {
    /**
     * One plain table: one heading row, one datum per cell, no merged cells.
     *
     * @param title printed above it; may be empty
     * @param note a sentence under the title; may be empty
     * @param rows each with one entry per column
     * @param total printed under the table and no part of it; one entry per column
     */
    record Table(String title, String note, List<Column> columns, List<List<Entry>> rows, Optional<List<Entry>> total)
            implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            total = total.map(List::copyOf);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("table \"" + title + "\" has no columns");
            }
            Set<String> labels = new HashSet<>();
            for (Column column : columns) {
                if (!labels.add(column.label().toLowerCase(Locale.ROOT))) {
                    throw new IllegalArgumentException(
                            "table \"" + title + "\" has two columns called \"" + column.label() + "\"");
                }
            }
            for (List<Entry> row : rows) {
                requireWidth(title, columns, row);
            }
            if (total.isPresent()) {
                requireWidth(title, columns, total.get());
            }
        }

        private static void requireWidth(String title, List<Column> columns, List<Entry> row) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("table \"" + title + "\" has " + columns.size()
                        + " columns, but a row has " + row.size() + " entries");
            }
        }

        boolean hasTags() {
            return columns.stream().anyMatch(column -> column.tag().isPresent());
        }

        /** The column that names each row for good. */
        OptionalInt idColumn() {
            return IntStream.range(0, columns.size())
                    .filter(column -> columns.get(column).heading().equals(Column.ID)
                            || columns.get(column).heading().equals(Column.NAME))
                    .findFirst();
        }

        public static Builder titled(String title) {
            return new Builder(title);
        }

        /** Collects columns and rows. */
        public static final class Builder {
            private final String title;
            private String note = "";
            private final List<Column> columns = new ArrayList<>();
            private final List<List<Entry>> rows = new ArrayList<>();
            private Optional<List<Entry>> total = Optional.empty();

            private Builder(String title) {
                this.title = title;
            }

            public Builder note(String sentence) {
                note = sentence;
                return this;
            }

            public Builder columns(Column... more) {
                columns.addAll(List.of(more));
                return this;
            }

            public Builder column(Column column) {
                columns.add(column);
                return this;
            }

            public Builder row(Entry... entries) {
                rows.add(List.of(entries));
                return this;
            }

            public Builder row(List<Entry> entries) {
                rows.add(entries);
                return this;
            }

            public Builder total(Entry... entries) {
                total = Optional.of(List.of(entries));
                return this;
            }

            public Table build() {
                return new Table(title, note, columns, rows, total);
            }
        }
    }

    /** Labelled values under each other. */
    record Facts(String title, List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }

        boolean hasNotes() {
            return facts.stream().anyMatch(fact -> !fact.note().isEmpty());
        }

        public static Facts of(String title, Fact... facts) {
            return new Facts(title, List.of(facts));
        }
    }

    /**
     * A labelled value.
     *
     * @param note unit or remark at the right; may be empty
     */
    record Fact(String label, Entry entry, String note) {
        public static Fact of(String label, Entry entry) {
            return new Fact(label, entry, "");
        }

        public static Fact of(String label, String text) {
            return new Fact(label, Entry.text(text), "");
        }

        public static Fact of(String label, Entry entry, String note) {
            return new Fact(label, entry, note);
        }
    }

    /** One line across the sheet that must be seen, such as whether the searched results still hold. */
    record Banner(Entry entry) implements Block {}

    /** Sentences across the sheet. */
    record Note(String text) implements Block {}
}
