package org.sizewright.ui;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Progress;
import org.sizewright.plan.StepKey;
import org.sizewright.plan.StepState;
import org.sizewright.plan.StepState.Status;
import org.sizewright.ui.checks.ChecksView;
import org.sizewright.ui.look.Icon;

/** Draws the checklists into target/gallery, to be looked at; fails where a word is cut. */
class ChecklistsPicturesTest {
    private final ScreenPictures pictures = new ScreenPictures();

    /** The sample plan with work begun. */
    private static Plan begun() {
        Plan plan = SamplePlans.standard();
        Progress progress = Progress.NOTHING
                .with(new StepKey("account-hub", ""), state -> done(state, "Licence manager"))
                .with(
                        new StepKey("account-ngc", ""),
                        state -> state.withStatus(Status.IN_PROGRESS)
                                .withOwner("Licence manager")
                                .withNote("Invitation sent to the owner of the organisation"))
                .with(new StepKey("account-key", ""), state -> done(state, "Licence manager"))
                .with(
                        new StepKey("order-room", ""),
                        state -> state.withOwner("Data center team").withDate(Optional.of(LocalDate.of(2026, 12, 11))))
                .with(new StepKey("bios-iommu-intel", "g1"), state -> done(state, "Data center team"))
                .with(new StepKey("edge", ""), state -> state.withStatus(Status.NOT_NEEDED));
        return plan.withOption(plan.liveOption().withProgress(progress));
    }

    private static StepState done(StepState state, String owner) {
        return state.withStatus(Status.DONE).withOwner(owner).withDate(Optional.of(LocalDate.of(2026, 11, 20)));
    }

    @Test
    void theChecklistsWithAStepSelected() throws IOException {
        draw("checklists", begun(), true);
    }

    @Test
    void theChecklistsOfANewPlan() throws IOException {
        draw("checklists-new", SamplePlans.standard(), false);
    }

    private void draw(String name, Plan plan, boolean select) throws IOException {
        pictures.draw(
                name,
                Icon.CHECKS,
                "Checks",
                plan,
                workspace -> new ChecksView(workspace, Runnable::run).withChecklists(),
                root -> {
                    if (select) {
                        ((ListView<?>) root.lookup("#checks-steps"))
                                .getSelectionModel()
                                .select(7);
                    }
                });
    }
}
