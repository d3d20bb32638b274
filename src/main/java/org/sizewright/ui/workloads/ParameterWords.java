package org.sizewright.ui.workloads;

import org.sizewright.figure.ValueText;
import org.sizewright.ui.look.Texts;

/** How many parameters a model has, in words: in billions, small ones in millions. */
final class ParameterWords {
    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;

    private ParameterWords() {}

    static String of(Texts texts, long parameters) {
        return parameters < BILLION / 10
                ? texts.get("workloads.millions", ValueText.number(parameters / MILLION, 2))
                : texts.get("workloads.billions", ValueText.number(parameters / BILLION, 2));
    }
}
