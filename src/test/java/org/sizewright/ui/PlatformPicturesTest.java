package org.sizewright.ui;

import java.io.IOException;
import java.util.List;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.StatedSetup;
import org.sizewright.plan.Plan;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.platform.PlatformView;

/** Draws the settings into target/gallery, to be looked at; fails where a word is cut. */
class PlatformPicturesTest {
    private final ScreenPictures pictures = new ScreenPictures();

    @Test
    void theSettingsOfThePlatform() throws IOException {
        draw("platform", SamplePlans.standard(), "");
    }

    @Test
    void whatIsNotStatedIsWaitedFor() throws IOException {
        Plan plan = SamplePlans.standard();
        draw(
                "platform-asked",
                plan.withOption(StatedSetup.with(
                        plan.option(plan.live()).orElseThrow(),
                        List.of("vsphere=", "vgpu-release=", "edition=", "dimms=", "bios-iommu="))),
                "");
    }

    @Test
    void versionsThatContradict() throws IOException {
        Plan plan = SamplePlans.standard();
        draw(
                "platform-versions",
                plan.withOption(StatedSetup.with(
                        plan.option(plan.live()).orElseThrow(),
                        List.of("vsphere=8.0U2", "guest-release=20.1", "ai-enterprise=8.1"))),
                "");
    }

    @Test
    void theSettingsOfHostsAndMachines() throws IOException {
        draw("platform-hosts", SamplePlans.standard(), "/HOST");
        draw("platform-machines", SamplePlans.standard(), "/MACHINE");
    }

    @Test
    void softwareOfAWorkload() throws IOException {
        Plan plan = SamplePlans.standard();
        draw(
                "platform-software",
                plan.withOption(StatedSetup.with(
                        plan.option(plan.live()).orElseThrow(),
                        List.of("software=TRITON,NCCL,NEMO_GUARDRAILS", "model-repository=S3"))),
                "/USE");
    }

    private void draw(String name, Plan plan, String section) throws IOException {
        pictures.draw(
                name,
                Icon.SETTINGS,
                "Platform",
                plan,
                workspace -> new PlatformView(workspace, Runnable::run),
                root -> {
                    if (!section.isEmpty()) {
                        root.lookupAll(".setting-sections .toggle-button").stream()
                                .map(ToggleButton.class::cast)
                                .filter(button -> button.getId().endsWith(section.replace('/', '-')))
                                .findFirst()
                                .orElseThrow()
                                .fire();
                    }
                });
    }
}
