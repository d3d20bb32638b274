package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;

/** The words of the preview are those that the workbook's cells show. */
class EntryTextTest {
    private final FigureBook book = SampleSheet.book(8192);
    private final EntryText words = new EntryText(book);

    @Test
    void numbersKeepTheDecimalsOfTheirCell() {
        // 70,553,706,496 parameters of 2 bytes are 131.41609... GiB; all cells of a figure have the same decimals
        Entry weights = Entry.home(book.get("weights").cell(SampleSheet.W1, Lane.VALUE));
        assertThat(words.text(weights)).isEqualTo("131.4");
        assertThat(words.text(Entry.number(2.5, 2))).isEqualTo("2.50");
        assertThat(words.text(Entry.number(1234))).isEqualTo("1,234");
    }

    @Test
    void whatIsNotKnownSaysSoAndWhatIsABoundHasItsSign() {
        Entry delivery = Entry.mirror(book.get("delivery"));
        assertThat(words.text(delivery)).isEqualTo("unknown");
        assertThat(words.tone(delivery)).isEqualTo(Tone.CAUTION);
        // two hosts of 5,600 W are known, the third is not
        assertThat(words.text(Entry.mirror(book.get("power_total")))).isEqualTo("≥ 11.20");
    }

    @Test
    void aSearchThatNoLongerHoldsIsStale() {
        FigureBook changed = SampleSheet.book(9000);
        EntryText stale = new EntryText(changed);
        Entry hosts = Entry.mirror(changed.get("hosts_found"));
        assertThat(stale.text(hosts)).isEqualTo("stale");
        assertThat(stale.tone(hosts)).isEqualTo(Tone.BAD);
        Block.Banner before = (Block.Banner)
                Staleness.banner(book, book.get("placement_current").cell());
        Block.Banner after = (Block.Banner)
                Staleness.banner(changed, changed.get("placement_current").cell());
        assertThat(words.tone(before.entry())).isEqualTo(Tone.GOOD);
        assertThat(stale.tone(after.entry())).isEqualTo(Tone.BAD);
    }

    @Test
    void onlyLiveCellsHaveAFormula() {
        assertThat(EntryText.formula(Entry.mirror(book.get("gpus_total")))).contains("=out_gpus_total");
        assertThat(EntryText.formula(Entry.home(book.get("delivery").cell()))).isEqualTo(Optional.empty());
        assertThat(EntryText.formula(Entry.text("=1+1"))).isEqualTo(Optional.empty());
    }
}
