package org.sizewright.ui.catalog;

import org.sizewright.catalog.RowFate;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.EntryList;

/**
 * A row of the file that was not plainly kept.
 *
 * @param title the row's number in words
 * @param fate what became of it
 * @param word the fate in a word
 * @param tone how much it matters
 * @param reason why, in a sentence or a few words
 */
record RestRow(String title, RowFate fate, String word, Tone tone, String reason) {
    EntryList.Entry toEntry() {
        return new EntryList.Entry(
                Integer.toString(fate.raw().row()), word, tone, title, reason, CatalogWords.verbatim(fate.raw()), "");
    }
}
