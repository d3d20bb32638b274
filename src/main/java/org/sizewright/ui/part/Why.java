package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the Why pane says about a figure or a finding.
 *
 * @param title what is explained
 * @param value the figure, large; empty for a finding
 * @param valueNote the figure in another unit, or its range; may be empty
 * @param text a sentence above all else; may be empty
 * @param formula the rule and then the rule with live numbers, a line each
 * @param inputs what went into it
 * @param sections further titled texts
 */
public record Why(
        String title,
        String value,
        String valueNote,
        String text,
        List<String> formula,
        List<Input> inputs,
        List<Section> sections) {
    public Why {
        formula = List.copyOf(formula);
        inputs = List.copyOf(inputs);
        sections = List.copyOf(sections);
    }

    /** A figure with its formula and inputs. */
    public static Why figure(String title, String value, String valueNote, List<String> formula, List<Input> inputs) {
        return new Why(title, value, valueNote, "", formula, inputs, List.of());
    }

    /** A finding, told in a sentence. */
    public static Why finding(String title, String text, List<Input> inputs) {
        return new Why(title, "", "", text, List.of(), inputs, List.of());
    }

    public Why withText(String sentence) {
        return new Why(title, value, valueNote, sentence, formula, inputs, sections);
    }

    public Why withSection(Section section) {
        List<Section> more = new ArrayList<>(sections);
        more.add(section);
        return new Why(title, value, valueNote, text, formula, inputs, more);
    }

    /**
     * One thing that went in.
     *
     * @param source where it comes from: file and row, library entry and date, or the user's own choice
     * @param why how it came about itself, if it was computed; asked for only when the user wants it
     */
    public record Input(String name, String value, String source, Optional<Supplier<Why>> why) {
        public static Input given(String name, String value, String source) {
            return new Input(name, value, source, Optional.empty());
        }

        public static Input computed(String name, String value, String source, Supplier<Why> why) {
            return new Input(name, value, source, Optional.of(why));
        }
    }

    /** A titled text below the inputs, with a step to take if there is one. */
    public record Section(String title, String text, Optional<Step> step) {
        public static Section of(String title, String text) {
            return new Section(title, text, Optional.empty());
        }

        public Section withStep(String label, Runnable action) {
            return new Section(title, text, Optional.of(new Step(label, action)));
        }
    }

    /** Something the user can do about it. */
    public record Step(String label, Runnable action) {}
}
