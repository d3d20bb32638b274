package org.sizewright.buildsheet.returned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDayTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-02-03 | 2027-02-03",
                "3.2.2027 | 2027-02-03",
                "13/2/2027 | 2027-02-13",
                "2/13/2027 | 2027-02-13",
                "4/4/2027 | 2027-04-04",
                "3 Feb 2027 | 2027-02-03",
                "February 3, 2027 | 2027-02-03"
            })
    void daysThatCanBeReadInOneWayAreRead(String typed, LocalDate day) {
        assertThat(TypedDay.parse(typed)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "3/4/2027", "31.2.2027", "31 Feb 2027", "99 Dec 2027", "2027-13-01", "13/13/2027"})
    void othersAreNamed(String typed) {
        assertThatThrownBy(() -> TypedDay.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("write the day as 2026-12-31");
    }

    @Test
    void nothingIsNoDay() {
        assertThat(TypedDay.parse("")).isEmpty();
    }
}
