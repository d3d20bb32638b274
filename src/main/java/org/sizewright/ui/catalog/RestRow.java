package org.sizewright.ui.catalog;

import org.sizewright.catalog.RowFate;
import org.sizewright.ui.look.Tone;

/**
 * A row of the file that was not plainly kept.
 *
 * @param fate what became of it
 * @param word the fate in a word
 * @param tone how much it matters
 * @param reason why, in a sentence or a few words
 */
record RestRow(RowFate fate, String word, Tone tone, String reason) {
    String id() {
        return Integer.toString(fate.raw().row());
    }
}
