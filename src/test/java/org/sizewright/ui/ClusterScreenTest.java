package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sizewright.MixedHostPlans;
import org.sizewright.SamplePlans;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Rack;
import org.sizewright.quantity.Watts;
import org.sizewright.ui.cluster.ClusterView;
import org.sizewright.ui.look.Icon;

/** Draws the cluster screen into target/gallery, to be looked at. */
class ClusterScreenTest {
    private static ScreenPictures pictures;

    @BeforeAll
    static void start() {
        pictures = new ScreenPictures();
    }

    @Test
    void hostsEntered() throws IOException {
        draw("cluster-screen", SamplePlans.standard(), root -> explain(root, 3));
    }

    @Test
    void theSite() throws IOException {
        draw("cluster-site", SamplePlans.standard(), root -> {
            explain(root, 14);
            scrollDown(root);
        });
    }

    @Test
    void hostsFound() throws IOException {
        draw("cluster-auto", SamplePlans.standard().withLive(OptionId.of("b")), root -> explain(root, 3));
    }

    @Test
    void severalKindsOnAuto() throws IOException {
        draw(
                "cluster-mixed",
                MixedHostPlans.twoKinds(HostObjective.LEAST_POWER),
                root -> ((Button) root.lookup("#mix-c1")).fire());
    }

    @Test
    void unknownAndOverfull() throws IOException {
        Plan plan = SamplePlans.standard();
        List<Rack> racks = plan.site().racks();
        Rack open = racks.get(0).withMaxLoad(Optional.empty()).withCooling(Optional.empty());
        Rack over = racks.get(1).withUsablePerFeed(Watts.ofKilowatts(0.5));
        draw("cluster-unknown", plan.withSite(plan.site().withRacks(List.of(open, over))), root -> {
            explain(root, 16);
            scrollDown(root);
        });
    }

    @Test
    void severalClusters() throws IOException {
        draw("cluster-two", PlacementScreenTest.two(), root -> explain(root, 3));
    }

    @Test
    void noRacks() throws IOException {
        Plan plan = SamplePlans.standard();
        draw("cluster-no-racks", plan.withSite(plan.site().withRacks(List.of())), ClusterScreenTest::scrollDown);
    }

    private static void draw(String name, Plan plan, Consumer<Parent> prepare) throws IOException {
        pictures.draw(name, Icon.CLUSTER, "Cluster", plan, ClusterView::new, prepare);
    }

    private static void scrollDown(Parent root) {
        root.lookupAll(".scroll-pane").stream()
                .filter(ScrollPane.class::isInstance)
                .map(ScrollPane.class::cast)
                .forEach(scroll -> scroll.setVvalue(1));
    }

    /** Presses the figure at this place of the screen. */
    private static void explain(Parent root, int index) {
        List<Node> figures = root.lookupAll(".fact.press-box").stream().toList();
        assertThat(figures).hasSizeGreaterThan(index);
        figures.get(index)
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    }
}
