package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.session.CatalogDeskFile;
import org.sizewright.session.SessionState;
import org.sizewright.ui.catalog.CatalogView;
import org.sizewright.ui.checks.ChecksView;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** Draws the screens of the catalog and of the checks inside the frame into target/gallery; fails where a word is cut. */
class ListScreensGalleryTest {
    private static Offscreen offscreen;
    private static SampleStates states;

    @BeforeAll
    static void start() {
        offscreen = Offscreen.start();
        states = new SampleStates();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void catalog(Theme theme) throws IOException {
        Consumer<Parent> select = root -> select(root, "#catalog-servers", 2);
        draw(
                "catalog-screen",
                theme,
                1280,
                720,
                shell("catalog", ListScreensGalleryTest::catalog, states.standard()),
                select);
        draw(
                "catalog-screen",
                theme,
                1920,
                1080,
                shell("catalog", ListScreensGalleryTest::catalog, states.standard()),
                select);
        draw(
                "catalog-filtered",
                theme,
                1280,
                720,
                shell("catalog", ListScreensGalleryTest::catalog, states.standard()),
                root -> {
                    find(root, "#catalog-search", TextField.class).setText("dell");
                    find(root, "#facet-A100 PCIe", CheckBox.class).fire();
                    find(root, "#facet-QUALIFIED", CheckBox.class).fire();
                    select(root, "#catalog-servers", 1);
                });
        draw(
                "catalog-rows",
                theme,
                1280,
                720,
                shell("catalog", ListScreensGalleryTest::catalog, states.standard()),
                root -> {
                    find(root, "#catalog-rest-part", ToggleButton.class).fire();
                    root.applyCss();
                    root.layout();
                    find(root, "#catalog-rest", ListView.class)
                            .getSelectionModel()
                            .select(0);
                });
        for (int width : new int[] {1280, 1920}) {
            int height = width * 9 / 16;
            draw(
                    "catalog-search",
                    theme,
                    width,
                    height,
                    shell("catalog", ListScreensGalleryTest::catalog, states.standard()),
                    ListScreensGalleryTest::search);
            draw(
                    "catalog-compare",
                    theme,
                    width,
                    height,
                    shell("catalog", ListScreensGalleryTest::catalog, states.standard()),
                    ListScreensGalleryTest::compare);
        }
        if (theme == Theme.LIGHT) {
            return;
        }
        draw(
                "catalog-empty",
                theme,
                1280,
                720,
                shell("catalog", ListScreensGalleryTest::catalog, states.bare()),
                ignored -> {});
        draw(
                "catalog-nothing-found",
                theme,
                1280,
                720,
                shell("catalog", ListScreensGalleryTest::catalog, states.standard()),
                root -> find(root, "#catalog-search", TextField.class).setText("no such server"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void checks(Theme theme) throws IOException {
        SessionState troubled = states.calculated(Troubled.plan());
        Consumer<Parent> first = root ->
                find(root, "#checks-list", ListView.class).getSelectionModel().select(0);
        draw(
                "checks-screen",
                theme,
                1280,
                720,
                shell("checks", workspace -> new ChecksView(workspace, Runnable::run), troubled),
                first);
        draw(
                "checks-screen",
                theme,
                1920,
                1080,
                shell("checks", workspace -> new ChecksView(workspace, Runnable::run), troubled),
                first);
        draw(
                "checks-accepted",
                theme,
                1280,
                720,
                shell("checks", workspace -> new ChecksView(workspace, Runnable::run), troubled),
                root -> find(root, "#checks-list", ListView.class)
                        .getSelectionModel()
                        .selectLast());
        draw(
                "checks-filtered",
                theme,
                1280,
                720,
                shell("checks", workspace -> new ChecksView(workspace, Runnable::run), troubled),
                root -> {
                    find(root, "#checks-ERROR", ToggleButton.class).fire();
                    first.accept(root);
                    find(root, "#checks-accept", Button.class).fire();
                });
        if (theme == Theme.DARK) {
            return;
        }
        draw(
                "checks-waiting",
                theme,
                1280,
                720,
                shell("checks", workspace -> new ChecksView(workspace, Runnable::run), states.bare()),
                ignored -> {});
        draw(
                "checks-clear",
                theme,
                1280,
                720,
                shell("checks", workspace -> new ChecksView(workspace, Runnable::run), Troubled.clear(states)),
                ignored -> {});
    }

    private static Supplier<Parent> shell(String id, Function<Workspace, Screen> make, SessionState state) {
        return () -> {
            Gallery gallery = new Gallery();
            List<Shell> made = new ArrayList<>();
            Screen screen = make.apply(
                    new QuietWorkspace(why -> made.forEach(shell -> shell.why().show(why))));
            screen.show(state);
            Shell shell = gallery.shell(List.of(
                    Gallery.slot("catalog", Icon.CATALOG, "Catalog", () -> content(id, "catalog", screen)),
                    Gallery.slot("accelerators", Icon.ACCELERATORS, "Accelerators", Region::new),
                    Gallery.slot("workloads", Icon.WORKLOADS, "Workloads", Region::new),
                    Gallery.slot("cluster", Icon.CLUSTER, "Cluster", Region::new),
                    Gallery.slot("placement", Icon.PLACEMENT, "Placement", Region::new),
                    Gallery.slot("checks", Icon.CHECKS, "Checks", () -> content(id, "checks", screen)),
                    Gallery.slot("compare", Icon.COMPARE, "Compare", Region::new),
                    Gallery.slot("sheet", Icon.BUILD_SHEET, "Build sheet", Region::new)));
            made.add(shell);
            shell.select(id);
            return shell.root();
        };
    }

    private static void search(Parent root) {
        find(root, "#catalog-search", TextField.class).setText("supermcro");
        TextField least = (TextField) root.lookup("#range-maxGpu .text-field");
        least.setText("2");
        least.fireEvent(new ActionEvent());
        find(root, "#facet-CERTIFIED", CheckBox.class).fire();
        TableView<?> table = find(root, "#catalog-servers", TableView.class);
        table.getSelectionModel().selectRange(0, 2);
        table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.D, false, true, false, false));
        table.getSelectionModel().selectRange(1, 3);
    }

    private static void compare(Parent root) {
        find(root, "#catalog-search", TextField.class).setText("poweredge");
        root.applyCss();
        root.layout();
        find(root, "#catalog-servers", TableView.class).getSelectionModel().selectIndices(0, 4, 8);
        find(root, "#catalog-compare-button", Button.class).fire();
    }

    private static Screen catalog(Workspace workspace) {
        return new CatalogView(workspace, CatalogDeskFile.inMemory());
    }

    private static Node content(String wanted, String slot, Screen screen) {
        return wanted.equals(slot) ? screen.view() : new Region();
    }

    private static void select(Parent root, String table, int row) {
        find(root, table, TableView.class).getSelectionModel().clearAndSelect(row);
    }

    private static <T extends Node> T find(Parent root, String id, Class<T> type) {
        Optional<Node> found = root.lookupAll(id.startsWith("#facet-") ? ".check-box" : id).stream()
                .filter(node -> id.substring(1).equals(node.getId()))
                .findFirst();
        assertThat(found).as(id).isPresent();
        return type.cast(found.orElseThrow());
    }

    private static void draw(
            String name, Theme theme, int width, int height, Supplier<Parent> view, Consumer<Parent> prepare)
            throws IOException {
        List<Parent> drawn = new ArrayList<>();
        WritableImage image = offscreen.picture(
                view,
                root -> {
                    prepare.accept(root);
                    drawn.add(root);
                },
                theme,
                width,
                height,
                1);
        new PngWriter()
                .write(
                        image,
                        Path.of(
                                "target",
                                "gallery",
                                name + (width > 1280 ? "-" + width : "") + "-" + theme.styleClass() + ".png"));
        assertThat(ClippedWords.in(drawn.getFirst()))
                .as("words cut off in %s", name)
                .isEmpty();
    }
}
