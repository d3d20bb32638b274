package org.sizewright.ui;

import java.io.IOException;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.plan.DiskNeeds;
import org.sizewright.plan.Growth;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.compare.CompareView;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.workloads.WorkloadsView;

/** Draws growth and storage of a workload into target/gallery, to be looked at. */
class OutlookPicturesTest {
    private static ScreenPictures pictures;

    @BeforeAll
    static void start() {
        pictures = new ScreenPictures();
    }

    @Test
    void growthAndStorageOfNotebooksAndOfAModel() throws IOException {
        draw("outlook-vms", "w2");
        draw("outlook-llm", "w1");
    }

    @Test
    void platformsAndDates() throws IOException {
        pictures.draw(
                "compare-platforms",
                Icon.COMPARE,
                "Compare",
                plan(),
                workspace -> new CompareView(workspace, Runnable::run).withPlatforms(),
                root -> {});
        pictures.draw(
                "compare-growth",
                Icon.COMPARE,
                "Compare",
                plan(),
                workspace -> new CompareView(workspace, Runnable::run).withGrowth(),
                root -> {});
    }

    private static void draw(String name, String workload) throws IOException {
        pictures.draw(
                name,
                Icon.WORKLOADS,
                "Workloads",
                plan(),
                workspace -> new WorkloadsView(workspace, Runnable::run).withSelected(WorkloadId.of(workload)),
                OutlookPicturesTest::scrollDown);
    }

    private static Plan plan() {
        Plan plan = SamplePlans.standard();
        Workload notebooks = plan.workload(WorkloadId.of("w2")).orElseThrow();
        return plan.withWorkload(notebooks.withTerms(notebooks
                .terms()
                .withGrowth(new Growth.Factors(1.5, 3))
                .withDisk(DiskNeeds.UNSTATED.withHomeGb(Optional.of(100.0)).withDiskGb(Optional.of(80.0)))));
    }

    private static void scrollDown(Parent root) {
        root.applyCss();
        root.layout();
        for (Node node : root.lookupAll(".scroll-pane")) {
            ((ScrollPane) node).setVvalue(1);
        }
    }
}
