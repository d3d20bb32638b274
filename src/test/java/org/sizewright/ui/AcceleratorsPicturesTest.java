package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.ui.accel.AcceleratorsView;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Theme;

/** Draws the screen of accelerators inside the frame into target/gallery; fails where a word is cut. */
class AcceleratorsPicturesTest {
    private static final List<String> FIVE = List.of("h100-sxm-80", "h200-sxm", "b200", "rtx-pro-6000-se", "l40s");

    private static Offscreen offscreen;
    private static SampleStates states;

    @BeforeAll
    static void start() {
        offscreen = Offscreen.start();
        states = new SampleStates();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void screens(Theme theme) throws IOException {
        both("table", theme, view -> view.withTable(FIVE.subList(0, 3)), ignored -> {});
        both("side", theme, view -> view.withSideBySide(FIVE), ignored -> {});
        both("charts", theme, view -> view.withCharts(FIVE.subList(0, 3)), root -> {
            toggle(root, "Throughput");
        });
        both("mig", theme, view -> view.withPartitioning("a100-sxm-80"), root -> {
            find(root, "#accel-geometries", ListView.class).getSelectionModel().select(2);
            root.layout();
        });
        both("mixed", theme, view -> view.withPartitioning("l40s"), root -> {
            press(root, "scale-L40S-16C-0");
            press(root, "scale-L40S-8C-24");
            press(root, "scale-L40S-4C-36");
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void furtherStates(Theme theme) throws IOException {
        draw("found", theme, 1280, 720, view -> view.withTable(List.of()), root -> {
            find(root, "#accel-profile", TextField.class).setText("48C");
            ComboBox<?> format = find(root, "#accel-format", ComboBox.class);
            format.getSelectionModel().select(6);
        });
        draw("undecided", theme, 1280, 720, view -> view.withTable(List.of()), root -> {
            ComboBox<?> format = find(root, "#accel-format", ComboBox.class);
            format.getSelectionModel().select(8);
            root.layout();
            find(root, "#accel-undecided", Button.class).fire();
        });
        draw("same", theme, 1280, 720, view -> view.withPartitioning("h100-nvl-94"), root -> {
            toggle(root, "vGPU, same size");
        });
        draw("two", theme, 1280, 720, view -> view.withSideBySide(List.of("a16", "b300")), ignored -> {});
        draw("power", theme, 1280, 720, view -> view.withCharts(List.of()), root -> toggle(root, "Memory/W"));
        draw("rtxpro", theme, 1280, 720, view -> view.withPartitioning("rtx-pro-6000-se"), root -> {
            press(root, "scale-1g.24gb+me-0");
            press(root, "scale-1g.24gb+me-3");
        });
        if (theme == Theme.DARK) {
            return;
        }
        draw(
                "nothing",
                theme,
                1280,
                720,
                view -> view.withTable(List.of()),
                root -> find(root, "#accel-search", TextField.class).setText("no such gpu"));
        draw("side-empty", theme, 1280, 720, view -> view.withSideBySide(List.of()), ignored -> {});
        draw("no-mig", theme, 1280, 720, view -> view.withPartitioning("l40s"), root -> toggle(root, "MIG"));
        draw(
                "same-only",
                theme,
                1280,
                720,
                view -> view.withPartitioning("h200-sxm"),
                root -> toggle(root, "vGPU, mixed sizes"));
    }

    private static void both(String name, Theme theme, Consumer<AcceleratorsView> state, Consumer<Parent> prepare)
            throws IOException {
        draw(name, theme, 1280, 720, state, prepare);
        draw(name, theme, 1920, 1080, state, prepare);
    }

    private static void draw(
            String name, Theme theme, int width, int height, Consumer<AcceleratorsView> state, Consumer<Parent> prepare)
            throws IOException {
        List<Parent> drawn = new ArrayList<>();
        WritableImage image = offscreen.picture(
                () -> shell(state),
                root -> {
                    prepare.accept(root);
                    drawn.add(root);
                },
                theme,
                width,
                height,
                1);
        String file = "accelerators-" + name + (width > 1280 ? "-" + width : "") + "-" + theme.styleClass() + ".png";
        new PngWriter().write(image, Path.of("target", "gallery", file));
        assertThat(ClippedWords.in(drawn.getFirst()))
                .as("words cut off in %s", file)
                .isEmpty();
    }

    private static Parent shell(Consumer<AcceleratorsView> state) {
        Gallery gallery = new Gallery();
        List<Shell> made = new ArrayList<>();
        AcceleratorsView screen = new AcceleratorsView(
                new QuietWorkspace(why -> made.forEach(shell -> shell.why().show(why))));
        screen.show(states.standard());
        Shell shell = gallery.shell(List.of(
                Gallery.slot("catalog", Icon.CATALOG, "Catalog", Region::new),
                Gallery.slot("accelerators", Icon.ACCELERATORS, "Accelerators", screen::view),
                Gallery.slot("workloads", Icon.WORKLOADS, "Workloads", Region::new),
                Gallery.slot("cluster", Icon.CLUSTER, "Cluster", Region::new),
                Gallery.slot("placement", Icon.PLACEMENT, "Placement", Region::new),
                Gallery.slot("checks", Icon.CHECKS, "Checks", Region::new),
                Gallery.slot("compare", Icon.COMPARE, "Compare", Region::new),
                Gallery.slot("sheet", Icon.BUILD_SHEET, "Build sheet", Region::new)));
        made.add(shell);
        shell.select("accelerators");
        state.accept(screen);
        return shell.root();
    }

    private static void toggle(Parent root, String text) {
        root.lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(text))
                .filter(ToggleButton::isVisible)
                .reduce((first, second) -> second)
                .orElseThrow()
                .fire();
    }

    private static void press(Parent root, String id) {
        root.applyCss();
        root.layout();
        Button button = root.lookupAll(".accel-start").stream()
                .filter(node -> id.equals(node.getId()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(id));
        button.fire();
    }

    private static <T extends Node> T find(Parent root, String id, Class<T> type) {
        Node found = root.lookup(id);
        assertThat(found).as(id).isNotNull();
        return type.cast(found);
    }
}
