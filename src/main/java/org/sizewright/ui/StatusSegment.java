package org.sizewright.ui;

import java.util.Optional;
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
