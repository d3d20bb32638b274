package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.ui.look.Theme;

/** Draws every part in both themes into target/gallery, to be looked at; fails where a picture stays empty or a word is cut. */
class GalleryTest {
    private static Offscreen offscreen;
    private final Gallery gallery = new Gallery();

    @BeforeAll
    static void start() {
        offscreen = Offscreen.start();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pictures(Theme theme) throws IOException {
        draw("catalog", () -> shell(gallery.catalog(), theme), theme, 1280, 720, 1);
        draw("catalog-1920", () -> shell(gallery.catalog(), theme), theme, 1920, 1080, 1);
        draw("catalog-150", () -> shell(gallery.catalog(), theme), theme, 853, 480, 1.5);
        draw("workloads", () -> shell(gallery.workloads(), theme), theme, 1280, 720, 1);
        draw("workloads-150", () -> shell(gallery.workloads(), theme), theme, 853, 480, 1.5);
        draw("placement", () -> shell(gallery.placement(), theme), theme, 1280, 720, 1);
        draw("placement-1100", () -> why(gallery.placement(), theme), theme, 1100, 720, 1);
        draw("empty", () -> screen(gallery.catalog(), "cluster", theme), theme, 1280, 720, 1);
        draw("error", () -> screen(gallery.catalog(), "checks", theme), theme, 1280, 720, 1);
        draw("controls", gallery::controls, theme, 900, 620, 1);
        draw("charts", () -> new GalleryCharts().charts(), theme, 1400, 1010, 1);
        draw("what-if", () -> new GalleryWhatIf().page(), theme, 1100, 1080, 1);
    }

    @Test
    void aPictureLargerThanTheHeadlessScreenComesOutWhole() {
        WritableImage image = offscreen.picture(() -> shell(gallery.catalog(), Theme.DARK), Theme.DARK, 1920, 1080);
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(1080);
        // the status line reaches the lower right corner; a cut picture would be blank there
        assertThat(colours(image, 1600, 1040, 320, 40)).hasSizeGreaterThan(20);
    }

    private static Parent shell(Shell shell, Theme theme) {
        shell.showTheme(theme);
        return shell.root();
    }

    private static Parent screen(Shell shell, String id, Theme theme) {
        shell.select(id);
        shell.why().clear();
        return shell(shell, theme);
    }

    private static Parent why(Shell shell, Theme theme) {
        shell.openWhy();
        return shell(shell, theme);
    }

    private static void draw(String name, Supplier<Parent> view, Theme theme, int width, int height, double scale)
            throws IOException {
        List<String> clipped = new ArrayList<>();
        WritableImage image =
                offscreen.picture(view, root -> clipped.addAll(ClippedWords.in(root)), theme, width, height, scale);
        assertThat(clipped).as("words cut off in %s", name).isEmpty();
        assertThat(colours(image, 0, 0, (int) image.getWidth(), (int) image.getHeight()))
                .hasSizeGreaterThan(50);
        new PngWriter().write(image, Path.of("target", "gallery", name + "-" + theme.styleClass() + ".png"));
    }

    private static Set<Integer> colours(WritableImage image, int x, int y, int width, int height) {
        Set<Integer> seen = new HashSet<>();
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                seen.add(image.getPixelReader().getArgb(column, row));
            }
        }
        return seen;
    }
}
