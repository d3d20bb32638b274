package org.sizewright.ui.checks;

import org.sizewright.rules.Finding;
import org.sizewright.ui.look.Tone;

/** How findings are grouped: by severity while they stand, apart once they are accepted. */
enum Kind {
    ERROR(Tone.ERROR),
    WARNING(Tone.WARN),
    OPEN_ITEM(Tone.INFO),
    NOTE(Tone.NEUTRAL),
    ACCEPTED(Tone.OK);

    private final Tone tone;

    Kind(Tone tone) {
        this.tone = tone;
    }

    static Kind of(Finding finding) {
        if (!finding.isOpen()) {
            return ACCEPTED;
        }
        return switch (finding.severity()) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case OPEN_ITEM -> OPEN_ITEM;
            case NOTE -> NOTE;
        };
    }

    Tone tone() {
        return tone;
    }
}
