package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sizewright.WindowPlans;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.cluster.ClusterView;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.placement.PlacementView;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;
import org.sizewright.ui.workloads.WorkloadsView;

/** Draws what labels and weekly windows add to the screens into target/gallery, to be looked at. */
class WeekPicturesTest {
    private static ScreenPictures pictures;

    @BeforeAll
    static void start() {
        pictures = new ScreenPictures();
    }

    @Test
    void theWeekAboveItsPlacement() throws IOException {
        draw(
                "week-placement",
                Icon.PLACEMENT,
                "Placement",
                workspace -> new PlacementView(workspace, Runnable::run),
                root -> {
                    assertThat(root.lookup("#slot-c1"))
                            .isInstanceOfSatisfying(
                                    Label.class,
                                    label -> assertThat(label.getText()).endsWith("the busiest slot"));
                    ((Button) root.lookup("#proof-c1")).fire();
                });
    }

    @Test
    void trialsWithTheMachinesOfTheBusiestSlot() throws IOException {
        draw(
                "week-arrivals",
                Icon.PLACEMENT,
                "Placement",
                workspace -> new PlacementView(workspace, Runnable::run).withArrivals(),
                root -> {});
        draw(
                "week-policies",
                Icon.PLACEMENT,
                "Placement",
                workspace -> new PlacementView(workspace, Runnable::run).withPolicies(),
                root -> {});
        draw(
                "week-profiles",
                Icon.PLACEMENT,
                "Placement",
                workspace -> new PlacementView(workspace, Runnable::run).withProfiles(),
                root -> {});
    }

    @Test
    void windowsAndLabelsOfAWorkload() throws IOException {
        draw(
                "week-workload",
                Icon.WORKLOADS,
                "Workloads",
                workspace -> new WorkloadsView(workspace, Runnable::run).withSelected(WorkloadId.of("w2")),
                WeekPicturesTest::scrollDown);
    }

    @Test
    void labelsOfHosts() throws IOException {
        draw("week-cluster", Icon.CLUSTER, "Cluster", ClusterView::new, root -> {});
    }

    private static void draw(
            String name, Icon icon, String title, Function<Workspace, Screen> build, Consumer<Parent> prepare)
            throws IOException {
        pictures.draw(name, icon, title, WindowPlans.standard(), build, prepare);
    }

    private static void scrollDown(Parent root) {
        root.applyCss();
        root.layout();
        for (Node node : root.lookupAll(".scroll-pane")) {
            ((ScrollPane) node).setVvalue(1);
        }
    }
}
