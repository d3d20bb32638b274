package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import org.sizewright.ui.look.Theme;

/** Draws pages that fill the window into target/gallery; fails where a word is cut. */
final class PagePictures {
    private PagePictures() {}

    /** @param prepare gets the page before it is laid out */
    static void draw(String name, Supplier<Parent> page, Consumer<Parent> prepare, Theme theme, int width, int height)
            throws IOException {
        List<String> clipped = new ArrayList<>();
        WritableImage image = Offscreen.start()
                .picture(
                        page,
                        root -> {
                            prepare.accept(root);
                            root.applyCss();
                            root.layout();
                            clipped.addAll(ClippedWords.in(root));
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
                                "%s-%s-%d.png".formatted(name, theme.name().toLowerCase(Locale.ROOT), width)));
        assertThat(clipped).as(name).isEmpty();
    }
}
