package org.sizewright.ui;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.ui.checks.ChecksView;
import org.sizewright.ui.look.Icon;

/** Draws the ways to reach GPUs into target/gallery, to be looked at; fails where a word is cut. */
class AccessPicturesTest {
    private final ScreenPictures pictures = new ScreenPictures();

    @Test
    void theWaysToReachGpus() throws IOException {
        pictures.draw(
                "access-modes",
                Icon.CHECKS,
                "Checks",
                SamplePlans.standard(),
                workspace -> new ChecksView(workspace, Runnable::run).withAccess(),
                root -> {});
    }
}
