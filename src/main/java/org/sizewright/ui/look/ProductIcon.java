package org.sizewright.ui.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;

/** The picture of the program, for the window's title and the task bar. */
public final class ProductIcon {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256, 512);

    private ProductIcon() {}

    /** The sizes that there are, in pixels; each lies at {@code assets/icons/sizewright-N.png}. */
    public static List<Integer> sizes() {
        return SIZES;
    }

    /** All sizes, for {@code Stage.getIcons()}. */
    public static List<Image> images() {
        List<Image> images = new ArrayList<>();
        for (int size : SIZES) {
            String path = "/assets/icons/sizewright-" + size + ".png";
            try (InputStream in = ProductIcon.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("icon missing from the class path: " + path);
                }
                images.add(new Image(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return images;
    }
}
