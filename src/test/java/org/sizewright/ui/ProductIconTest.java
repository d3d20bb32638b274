package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.ProductIcon;
import org.sizewright.ui.look.Theme;

/** Draws the product's icon, three GPUs in use to different extents, and checks that the bundled files are there. */
class ProductIconTest {
    private static Offscreen offscreen;

    @BeforeAll
    static void start() {
        offscreen = Offscreen.start();
    }

    @Test
    void draw() throws IOException {
        for (int size : ProductIcon.sizes()) {
            WritableImage image = offscreen.picture(() -> drawing(size), Theme.LIGHT, size, size);
            assertThat(image.getWidth()).isEqualTo(size);
            // copied to assets/icons by hand when the drawing changes
            new PngWriter().write(image, Path.of("target", "icons", "sizewright-" + size + ".png"));
        }
    }

    @Test
    void everySizeIsBundled() {
        List<Double> widths = ProductIcon.images().stream().map(Image::getWidth).toList();
        assertThat(widths).containsExactly(16.0, 32.0, 48.0, 64.0, 128.0, 256.0, 512.0);
    }

    private static Pane drawing(int size) {
        double unit = size / 16.0;
        Pane root = new Pane();
        root.getStyleClass().add("product-icon");
        Region ground = piece("product-ground", 0.5 * unit, 0.5 * unit, 15 * unit, 15 * unit, 3.5 * unit);
        root.getChildren().add(ground);
        Fill[][] rows = {{Fill.WORK_3, Fill.WORK_6}, {Fill.WORK_6}, {Fill.WORK_3}};
        double[][] widths = {{6, 4}, {7}, {4}};
        for (int row = 0; row < rows.length; row++) {
            double y = (3 + 3.6 * row) * unit;
            root.getChildren().add(piece("product-lane", 3 * unit, y, 10 * unit, 2.8 * unit, 0.7 * unit));
            double x = 3;
            for (int i = 0; i < rows[row].length; i++) {
                root.getChildren()
                        .add(piece(
                                rows[row][i].styleClass(), x * unit, y, widths[row][i] * unit, 2.8 * unit, 0.7 * unit));
                x += widths[row][i];
            }
        }
        return root;
    }

    private static Region piece(String styleClass, double x, double y, double width, double height, double radius) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setStyle("-fx-background-radius: " + radius + "px;");
        region.resizeRelocate(x, y, width, height);
        region.setManaged(false);
        return region;
    }
}
