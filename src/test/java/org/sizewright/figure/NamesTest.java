package org.sizewright.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alphabet is that of the two patterns, which say it shorter than the code does. */
class NamesTest {
    private static final String WORD = "[a-z][a-z0-9]*";
    private static final String NAME = WORD + "(_[a-z0-9]+)*";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a1",
                "1a",
                "A",
                "aB",
                "ä",
                "a_b",
                "a_1",
                "a__b",
                "_a",
                "a_",
                "a b",
                "a-b",
                "kv_per_token",
                "w1p12",
                "_",
                "a_B",
                "a_b_",
                "a_b_c2"
            })
    void textsAreJudgedAsThePatternsJudgeThem(String text) {
        assertThat(Names.isWord(text, 0, text.length())).isEqualTo(text.matches(WORD));
        assertThat(Names.isName(text)).isEqualTo(text.matches(NAME));
    }
}
