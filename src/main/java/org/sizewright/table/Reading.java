package org.sizewright.table;

import java.util.List;
import java.util.Objects;

/** What came of reading a foreign table: the tables, or why there are none. */
public sealed interface Reading {
    /**
     * The sheets that hold at least one filled cell, in the file's order, hidden ones last; never empty.
     *
     * @param tables the sheets
     */
    record Tables(List<TextTable> tables) implements Reading {
        public Tables {
            tables = List.copyOf(tables);
            if (tables.isEmpty()) {
                throw new IllegalArgumentException("no table: use Unreadable");
            }
        }
    }

    /**
     * The file cannot be used.
     *
     * @param sentence what is wrong, one sentence, with the file's name
     * @param advice what to do, one sentence
     */
    record Unreadable(String sentence, String advice) implements Reading {
        public Unreadable {
            Objects.requireNonNull(sentence, "sentence");
            Objects.requireNonNull(advice, "advice");
        }
    }
}
