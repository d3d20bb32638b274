package org.sizewright.ui;

import java.util.Optional;
import org.sizewright.result.Headline;
import org.sizewright.ui.look.Tone;

/**
 * A part of the status line.
 *
 * @param id what {@link ShellActions#openStatus} gets
 * @param value the figure, strong; may be empty if the mark says all
 * @param label what it counts and its limit
 * @param mark a verdict behind it
 * @param detail the full sentence, for tooltip and screen reader
 * @param trailing whether it stands at the right end
 */
public record StatusSegment(
        String id, String value, String label, Optional<Mark> mark, String detail, boolean trailing) {
    /** A verdict in a word. */
    public record Mark(String word, Tone tone) {}

    public static StatusSegment of(String id, String value, String label) {
        return new StatusSegment(id, value, label, Optional.empty(), (value + " " + label).strip(), false);
    }

    /**
     * The part of a headline as the status line shows it.
     *
     * @param old whether newer numbers are on their way
     */
    static StatusSegment of(Headline.Part part, boolean old) {
        String label = part.label()
                + part.remark()
                        .map(word -> part.label().isEmpty() ? word : ": " + word)
                        .orElse("");
        StatusSegment segment = switch (part.state()) {
            case PLAIN -> of(part.id(), part.value(), label);
            case GOOD -> marked(part, Tone.OK);
            case CAREFUL -> marked(part, Tone.WARN);
            case BAD -> marked(part, Tone.ERROR);
        };
        StatusSegment detailed = segment.withDetail(part.toLine() + (old ? " …" : ""));
        return part.id().equals("findings") ? detailed.atEnd() : detailed;
    }

    private static StatusSegment marked(Headline.Part part, Tone tone) {
        return part.label().isEmpty()
                ? of(part.id(), "", "").withMark(part.value(), tone)
                : of(part.id(), "", "").withMark(part.value() + " " + part.label(), tone);
    }

    public StatusSegment withMark(String word, Tone tone) {
        return new StatusSegment(id, value, label, Optional.of(new Mark(word, tone)), detail + ", " + word, trailing);
    }

    public StatusSegment withDetail(String sentence) {
        return new StatusSegment(id, value, label, mark, sentence, trailing);
    }

    public StatusSegment atEnd() {
        return new StatusSegment(id, value, label, mark, detail, true);
    }
}
