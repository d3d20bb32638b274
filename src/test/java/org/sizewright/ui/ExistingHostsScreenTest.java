package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sizewright.ExistingHostPlans;
import org.sizewright.plan.Plan;
import org.sizewright.ui.cluster.ClusterView;
import org.sizewright.ui.look.Icon;

/** Draws the hosts that are there, their import, their form and their use into target/gallery, to be looked at. */
class ExistingHostsScreenTest {
    private static ScreenPictures pictures;

    @BeforeAll
    static void start() {
        pictures = new ScreenPictures();
    }

    @Test
    void theList() throws IOException {
        draw("existing-list", root -> {
            select(root, 5);
            scrollTo(root, "#existing-hosts");
        });
    }

    @Test
    void theGroup() throws IOException {
        draw("existing-group", root -> {});
    }

    @Test
    void theImport() throws IOException {
        draw("existing-import", root -> {
            press(root, "#import-hosts");
            scrollTo(root, "#import-rows");
        });
    }

    @Test
    void theImportWithItsColumns() throws IOException {
        draw("existing-import-columns", root -> {
            press(root, "#import-hosts");
            ((ToggleButton) root.lookup("#import-columns")).setSelected(true);
            root.applyCss();
            root.layout();
            scrollTo(root, "#import-rows");
        });
    }

    @Test
    void theForm() throws IOException {
        draw("existing-form", root -> {
            select(root, 0);
            press(root, "#edit-host");
            scrollTo(root, "#save-host");
        });
    }

    @Test
    void theFormThatKeeps() throws IOException {
        draw("existing-form-keep", root -> {
            select(root, 4);
            press(root, "#edit-host");
            ((CheckBox) root.lookup("#keep-model")).fire();
            root.applyCss();
            root.layout();
            scrollTo(root, "#save-host");
        });
    }

    @Test
    void theUse() throws IOException {
        draw("existing-use", root -> {
            select(root, 3, 4, 5);
            press(root, "#use-hosts");
            scrollTo(root, "#make-group");
        });
    }

    private static void draw(String name, Consumer<Parent> prepare) throws IOException {
        Plan plan = ExistingHostPlans.nordhafen();
        pictures.draw(name, Icon.CLUSTER, "Cluster", plan, ClusterView::new, prepare);
    }

    private static void select(Parent root, int... rows) {
        TableView<?> table = (TableView<?>) root.lookup("#existing-hosts");
        for (int row : rows) {
            table.getSelectionModel().select(row);
        }
    }

    private static void press(Parent root, String id) {
        Node button = root.lookup(id);
        assertThat(button).as(id).isInstanceOf(Button.class);
        ((Button) button).fire();
        root.applyCss();
        root.layout();
    }

    /** Brings a node to about the middle of the page. */
    private static void scrollTo(Parent root, String id) {
        Node node = root.lookup(id);
        List<ScrollPane> panes = root.lookupAll(".scroll-pane").stream()
                .filter(ScrollPane.class::isInstance)
                .map(ScrollPane.class::cast)
                .filter(pane -> pane.getContent() != null && isIn(pane.getContent(), node))
                .toList();
        for (ScrollPane pane : panes) {
            double height = pane.getContent().getBoundsInLocal().getHeight();
            double shown = pane.getViewportBounds().getHeight();
            double y = pane.getContent()
                    .sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                    .getMinY();
            pane.setVvalue(Math.clamp((y - shown * 0.45) / Math.max(1, height - shown), 0, 1));
        }
    }

    private static boolean isIn(Node parent, Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(parent)) {
                return true;
            }
        }
        return false;
    }
}
