package org.sizewright.ui.intake;

import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.RawRow;
import org.sizewright.ui.intake.IntakePage.Fate;

/**
 * One row of the file.
 *
 * @param raw the row as it stands there
 * @param fate what became of it
 * @param read what was read from it; may be empty
 * @param why the reason of its fate; may be empty
 * @param entry the first entry that came of it, if one did
 */
record IntakeRow(RawRow raw, Fate fate, String read, String why, Optional<CatalogEntry> entry) {
    String id() {
        return raw.file() + "/" + raw.row();
    }

    /** The cells with something in them, in a line. */
    String verbatim() {
        return String.join(
                " \u2502 ",
                raw.text().stream()
                        .map(text -> text.replaceAll("\\s+", " ").strip())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
