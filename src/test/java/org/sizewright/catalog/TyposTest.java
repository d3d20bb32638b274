package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TyposTest {
    @ParameterizedTest
    @CsvSource({
        "certified,certified,0",
        "certfied,certified,1",
        "certifried,certified,1",
        "certifued,certified,1",
        "cretified,certified,1",
        "cretifed,certified,2",
        "crtifd,certified,100",
        "gen10,gen11,100",
        "gen1,gen11,100",
        "egn10,gen10,1"
    })
    void countsTyposInLetters(String typed, String word, int distance) {
        assertThat(new Typos(typed, 2, false).to(word)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({"supermc,supermicro,1", "super,supermicro,0", "sepur,supermicro,2", "micro,supermicro,100"})
    void comparesWithBeginnings(String typed, String word, int distance) {
        assertThat(new Typos(typed, 2, false).toBeginningOf(word)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({"xe9640,xe9680,1", "xe6980,xe9680,1", "a100,a10,1", "a100,a800,1", "a100,l40,100"})
    void countsDigitsOnlyIfAskedTo(String typed, String word, int distance) {
        assertThat(new Typos(typed, 1, true).to(word)).isEqualTo(distance);
        assertThat(new Typos(typed, 1, false).to(word)).isEqualTo(Typos.FAR);
    }
}
