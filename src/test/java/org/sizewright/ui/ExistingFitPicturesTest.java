package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.sizewright.ExistingHostPlans;
import org.sizewright.partition.PartitionMode;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.Option;
import org.sizewright.plan.Pin;
import org.sizewright.plan.Plan;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.placement.PlacementView;

/** Draws what is said of hosts that are there into target/gallery, to be looked at. */
class ExistingFitPicturesTest {
    @Test
    void whatFitsOnlyAfterRepackingAndWhatMoves() throws IOException {
        new ScreenPictures()
                .draw(
                        "existing-repacked",
                        Icon.PLACEMENT,
                        "Placement",
                        scattered(),
                        workspace -> new PlacementView(workspace, Runnable::run),
                        root -> {
                            assertThat(root.lookup("#there-c1")).isInstanceOf(Button.class);
                            ((Button) root.lookup("#there-c1")).fire();
                        });
    }

    /** A machine of 24 GB on each of four GPUs of the three hosts that are there. */
    private static Plan scattered() {
        Plan plan = ExistingHostPlans.nordhafen();
        Option option = plan.liveOption();
        option = option.withCluster(option.clusters().getFirst().withHostFailures(0));
        for (int i = 0; i < 4; i++) {
            Pin.Place place = new Pin.Place(PartitionMode.EQUAL_SIZE, "L40S-24C", 0);
            option = option.withPin(new Pin(
                    ClusterId.of("c1"),
                    "w2",
                    i + 1,
                    GroupId.of("g1"),
                    1 + i / 2,
                    List.of(new Pin.Share(i % 2, Optional.of(place)))));
        }
        return plan.withOption(option);
    }
}
