package org.sizewright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void spacesAndCaseMeanNothing() {
        Labels labels = Labels.parse(" training ; Inference,TRAINING,, ");

        assertThat(labels.names()).containsExactly("Inference", "training");
        assertThat(labels.words()).isEqualTo("Inference, training");
        assertThat(Labels.parse(labels.words())).isEqualTo(labels);
        assertThat(labels.containsAll(Labels.of("INFERENCE"))).isTrue();
        assertThat(labels.containsAll(Labels.of("zone"))).isFalse();
        assertThat(labels.containsAll(Labels.NONE)).isTrue();
        assertThat(labels.without(Labels.of("Training").names()).names()).containsExactly("Inference");
    }

    @Test
    void whatIsNoLabelIsRefusedInWords() {
        assertThatThrownBy(() -> Labels.of(" ")).hasMessage("a label is a word, such as training");
        assertThatThrownBy(() -> Labels.of("a,b")).hasMessageContaining("a comma separates labels");
        assertThatThrownBy(() -> Labels.of("x".repeat(41))).hasMessageContaining("at most 40 letters");
    }
}
