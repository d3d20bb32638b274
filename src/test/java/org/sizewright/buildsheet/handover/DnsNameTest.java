package org.sizewright.buildsheet.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsNameTest {
    @ParameterizedTest
    @CsvSource({
        "Coding assistant,w1,coding-assistant-w1",
        "Büro (Süd) #2,w10,buro-sud-2-w10",
        "日本,w2,w2",
        "'--',w2-database,w2-database",
        "a very long name that goes on and on and on until nobody reads it any more,w3,a-very-long-name-that-goes-on-and-on-and-on-until-nobody-rea-w3"
    })
    void aNameBecomesALabel(String name, String id, String label) {
        assertThat(DnsName.of(name, id)).isEqualTo(label).matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    }
}
