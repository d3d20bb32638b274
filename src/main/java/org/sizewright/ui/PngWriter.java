package org.sizewright.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/** Writes a picture as a PNG file. The only class of the window that touches AWT, which JavaFX needs for this and nothing else. */
public final class PngWriter {
    /**
     * Writes the picture, creating the folders above it and replacing a file that is there.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Image image, Path file) throws IOException {
        // AWT would look for a display of its own as soon as it is loaded
        System.setProperty("java.awt.headless", "true");
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        BufferedImage pixels = SwingFXUtils.fromFXImage(image, null);
        try (OutputStream out = Files.newOutputStream(file)) {
            if (!ImageIO.write(pixels, "png", out)) {
                throw new IOException("no PNG writer for this picture: " + file);
            }
        }
    }
}
