package org.sizewright.catalog;

import java.util.List;
import java.util.Objects;

/** What became of one row of the sheet. Every row has exactly one fate. */
public sealed interface RowFate {
    /** The row as it stood in the file. */
    RawRow raw();

    /** The entries that this row gave, if any. */
    default List<CatalogEntry> entries() {
        return switch (this) {
            case Kept kept -> kept.entries;
            case NeedsAttention attention -> attention.entries;
            case Header ignored -> List.of();
            case Merged ignored -> List.of();
            case Skipped ignored -> List.of();
        };
    }

    /** Why a row holds no entry and nobody needs to look at it. */
    enum Reason {
        BLANK("blank"),
        REPEATED_HEADER("repeated-header"),
        PAGER("pager"),
        FOOTNOTE("footnote"),
        TITLE("title"),
        MESSAGE("message"),
        /** the user decided that another row of the same server and GPU holds */
        OVERRULED("overruled");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The word used in reports. */
        public String text() {
            return text;
        }
    }

    /**
     * The header by which the columns were understood: one row of the sheet, counted apart.
     *
     * @param raw the row
     */
    record Header(RawRow raw) implements RowFate {
        public Header {
            Objects.requireNonNull(raw, "raw");
        }
    }

    /**
     * The row became entries.
     *
     * @param raw the row
     * @param entries one for each GPU of the row, at least one
     */
    record Kept(RawRow raw, List<CatalogEntry> entries) implements RowFate {
        public Kept {
            Objects.requireNonNull(raw, "raw");
            entries = List.copyOf(entries);
            if (entries.isEmpty()) {
                throw new IllegalArgumentException("a kept row has an entry");
            }
        }
    }

    /**
     * The row says the same as an earlier one.
     *
     * @param raw the row
     * @param into the earlier row
     */
    record Merged(RawRow raw, RawRow into) implements RowFate {
        public Merged {
            Objects.requireNonNull(raw, "raw");
            boolean together = into.file().equals(raw.file()) && into.sheet().equals(raw.sheet());
            if (together && into.row() >= raw.row()) {
                throw new IllegalArgumentException("a row merges into an earlier one");
            }
        }

        /** The earlier row's number. */
        public int intoRow() {
            return into.row();
        }
    }

    /**
     * The row holds no entry.
     *
     * @param raw the row
     * @param reason why
     */
    record Skipped(RawRow raw, Reason reason) implements RowFate {
        public Skipped {
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A person should look at the row.
     *
     * @param raw the row
     * @param why what to look at, in sentences
     * @param entries what could be read all the same; may be empty
     */
    record NeedsAttention(RawRow raw, String why, List<CatalogEntry> entries) implements RowFate {
        public NeedsAttention {
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(why, "why");
            entries = List.copyOf(entries);
        }
    }
}
