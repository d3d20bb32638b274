package org.sizewright.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormInReleaseTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();

    private static FormInRelease of(String id, String stated) {
        return FormInRelease.of(LIBRARY, id, Optional.of(stated)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "26.7.0, gpu-operator, 26.7.0",
        "v26.7.0, gpu-operator, 26.7.0",
        "26.7, gpu-operator, 26.7.0",
        "26.3.1, gpu-operator-26.3, 26.3.1",
        "25.10, gpu-operator-25.10, 25.10.1",
        "25.3.4, gpu-operator-25.3, 25.3.4"
    })
    void aStatedReleaseHasItsRecord(String stated, String record, String release) {
        FormInRelease form = of("gpu-operator", stated);
        assertThat(form.format().id()).isEqualTo(record);
        assertThat(form.release()).isEqualTo(release);
        assertThat(form.format().version()).isEqualTo(release);
        assertThat(form.unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"24.9.2", "25.3.9", "25", "26.9.0", "27"})
    void aReleaseThatWasNotReadIsSaid(String stated) {
        FormInRelease form = of("gpu-operator", stated);
        assertThat(form.release()).isEqualTo("26.7.0");
        assertThat(form.unread()).contains(stated);
    }

    @Test
    void withoutAStatedReleaseItIsTheUsualOne() {
        FormInRelease usual =
                FormInRelease.of(LIBRARY, "gpu-operator", Optional.empty()).orElseThrow();
        assertThat(usual.release()).isEqualTo("26.7.0");
        assertThat(usual.unread()).isEmpty();
    }

    /** The bundle of 25.3.0 names the channel v24.9, those of 25.3.1 and later v25.3. */
    @Test
    void aReleaseMayDifferFromItsSeries() {
        assertThat(of("olm-gpu-operator", "25.3.0").value("channel")).isEqualTo("v24.9");
        assertThat(of("olm-gpu-operator", "25.3.1").value("channel")).isEqualTo("v25.3");
        assertThat(of("olm-gpu-operator", "25.3.1").value("openshift")).isEqualTo("4.12 to 4.18");
        assertThat(of("olm-gpu-operator", "25.3.4").value("openshift")).isEqualTo("4.14 to 4.19");
        assertThat(of("olm-gpu-operator", "25.3.1").format().version()).isEqualTo("gpu-operator-certified.v25.3.1");
    }
}
