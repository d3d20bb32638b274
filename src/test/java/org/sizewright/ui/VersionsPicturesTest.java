package org.sizewright.ui;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.StatedSetup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.ui.checks.ChecksView;
import org.sizewright.ui.look.Icon;

/** Draws the versions into target/gallery, to be looked at; fails where a word is cut. */
class VersionsPicturesTest {
    private final ScreenPictures pictures = new ScreenPictures();

    @Test
    void versionsThatGoTogether() throws IOException {
        draw("versions", List.of());
    }

    @Test
    void versionsThatContradict() throws IOException {
        draw(
                "versions-apart",
                List.of("guest-release=20.1", "ai-enterprise=8.1", "licence-service=DLS", "dls-version=3.3"));
    }

    @Test
    void versionsOfKubernetes() throws IOException {
        Plan plan = SamplePlans.standard();
        plan = plan.withOption(plan.liveOption().withPlatform(Option.Platform.VSPHERE_KUBERNETES));
        draw("versions-kubernetes", plan, List.of("kubernetes-version=1.31", "gpu-operator=26.7"));
    }

    private void draw(String name, List<String> stated) throws IOException {
        draw(name, SamplePlans.standard(), stated);
    }

    private void draw(String name, Plan plan, List<String> stated) throws IOException {
        pictures.draw(
                name,
                Icon.CHECKS,
                "Checks",
                plan.withOption(StatedSetup.with(plan.option(plan.live()).orElseThrow(), stated)),
                workspace -> new ChecksView(workspace, Runnable::run).withVersions(),
                root -> {});
    }
}
