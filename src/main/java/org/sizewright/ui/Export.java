package org.sizewright.ui;

import java.nio.file.Path;
import org.sizewright.session.Session;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/** One export of the build sheet: says what it is at, can be stopped, and tells how it went. */
final class Export {
    private final Notices notices;
    private final Notices.Ongoing shown;
    private Runnable stop = () -> {};

    Export(Texts texts, Notices notices) {
        this.notices = notices;
        shown = notices.begin(
                texts.get("window.export.begins"), new Why.Step(texts.get("window.export.stop"), () -> stop.run()));
    }

    void run(Session session, Path file) {
        stop = session.sheets().exportTo(file, step -> shown.say(step + "\u2026"), notice -> {
            shown.end();
            notices.show(notice);
        });
    }
}
