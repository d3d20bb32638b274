package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import org.sizewright.session.ModelFile;
import org.sizewright.ui.look.Tone;

/**
 * What became of a model's file.
 *
 * @param form where totals are to be typed in
 */
record ModelReport(Tone tone, String title, List<String> sentences, Optional<Form> form) {
    /** What the form begins with. */
    record Form(String name, ModelFile.Numbers numbers) {}

    ModelReport {
        sentences = List.copyOf(sentences);
    }
}
