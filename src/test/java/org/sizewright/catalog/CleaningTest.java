package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CleaningTest {
    private static final String LETTERS = "abzABZ019 -_/()#&<>*.,:;'\"~@ RTMrtms";

    /** Plain text takes a short way; an invisible character, which is dropped, sends the same text the long way. */
    @Test
    void bothWaysComeToTheSame() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder made = new StringBuilder();
            int length = random.nextInt(14);
            for (int at = 0; at < length; at++) {
                made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            String text = made.toString();
            String longWay = text + "\u200B";
            assertThat(Cleaning.line(text)).as(text).isEqualTo(Cleaning.line(longWay));
            assertThat(Cleaning.lines(text)).as(text).isEqualTo(Cleaning.lines(longWay));
            assertThat(Cleaning.words(text)).as(text).isEqualTo(Cleaning.words(longWay));
            assertThat(Cleaning.letters(text)).as(text).isEqualTo(Cleaning.letters(longWay));
        }
    }
}
