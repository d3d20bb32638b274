package org.sizewright.session;

import java.nio.file.Path;
import java.util.Optional;
import org.sizewright.library.Library;
import org.sizewright.plan.Plan;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;

/**
 * Everything that a face shows, at one moment.
 *
 * @param revision counts up with every change of the plan, undo and redo included
 * @param file where the plan was opened from or saved to
 * @param saved whether the file holds exactly this plan
 * @param library the records that count for this plan: those that it carries, then those of this machine
 * @param result the latest result; of an older revision while {@code calculating}
 */
public record SessionState(
        long revision,
        Plan plan,
        Optional<Path> file,
        boolean saved,
        Optional<String> undoLabel,
        Optional<String> redoLabel,
        Library library,
        Optional<OpenCatalog> catalog,
        Optional<PlanResult> result,
        boolean calculating) {
    /** The result of the option that is shown; empty while nothing was calculated, or the option is newer than the result. */
    public Optional<OptionResult> live() {
        return result.flatMap(done -> done.option(plan.live()));
    }
}
