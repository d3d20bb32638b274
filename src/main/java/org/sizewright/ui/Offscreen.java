package org.sizewright.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sizewright.ui.look.Theme;

/**
 * Takes pictures of views without a display. No window is shown, because the headless screen is smaller than the pictures; a scene
 * that belongs to no window is styled and laid out all the same.
 */
public final class Offscreen {
    /** Rounds of layout: tables and scroll panes settle their cells and bars only after they know their size. */
    private static final int ROUNDS = 4;

    /** Below this scale letters stand on whole pixels and unevenly apart; drawn twice as large and halved they do not. */
    private static final double FINE = 1.5;

    private Offscreen() {}

    /** Starts JavaFX without a display. Call it before anything of JavaFX is used; a toolkit that is already running is kept. */
    public static Offscreen start() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
        } catch (IllegalStateException alreadyRunning) {
            return new Offscreen();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while JavaFX started", e);
        }
        Platform.setImplicitExit(false);
        return new Offscreen();
    }

    /** The picture of a view at a size in logical pixels, one picture pixel each. */
    public <N extends Parent> WritableImage picture(Supplier<N> view, Theme theme, int width, int height) {
        return picture(view, ignored -> {}, theme, width, height, 1);
    }

    /**
     * The picture of a view.
     *
     * @param view builds the view; runs on the JavaFX thread
     * @param prepare brings the view, once laid out, into the state to show
     * @param width of the view in logical pixels
     * @param height of the view in logical pixels
     * @param scale picture pixels per logical pixel, as the scaling of a display
     */
    public <N extends Parent> WritableImage picture(
            Supplier<N> view, Consumer<N> prepare, Theme theme, int width, int height, double scale) {
        if (width <= 0 || height <= 0 || !(scale > 0)) {
            throw new IllegalArgumentException("picture of no size: " + width + " x " + height + " at " + scale);
        }
        N root = onThread(view);
        Scene scene = onThread(() -> {
            Scene made = new Scene(root, width, height);
            theme.applyTo(made);
            return made;
        });
        settle(root, width, height);
        onThread(() -> {
            prepare.accept(root);
            return scene;
        });
        settle(root, width, height);
        return onThread(() -> {
            if (scale >= FINE) {
                return snapshot(scene, width, height, scale);
            }
            WritableImage image = halved(snapshot(scene, width, height, 2 * scale));
            copyIcons(root, snapshot(scene, width, height, scale), image, scale);
            return image;
        });
    }

    private static WritableImage snapshot(Scene scene, int width, int height, double scale) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(new Scale(scale, scale));
        how.setViewport(new Rectangle2D(0, 0, width * scale, height * scale));
        how.setFill(Paint.valueOf("transparent"));
        WritableImage image = new WritableImage((int) Math.round(width * scale), (int) Math.round(height * scale));
        return scene.getRoot().snapshot(how, image);
    }

    /**
     * Takes the icons from a picture drawn in one go. Enlarged, the software renderer fills letters by the even-odd rule, which
     * leaves holes where the strokes of an icon cross.
     */
    private static void copyIcons(Node node, WritableImage from, WritableImage to, double scale) {
        if (node instanceof FontIcon) {
            Bounds bounds = node.localToScene(node.getBoundsInLocal());
            int left = (int) Math.max(0, Math.floor(bounds.getMinX() * scale));
            int top = (int) Math.max(0, Math.floor(bounds.getMinY() * scale));
            int right = (int) Math.min(Math.min(from.getWidth(), to.getWidth()), Math.ceil(bounds.getMaxX() * scale));
            int bottom =
                    (int) Math.min(Math.min(from.getHeight(), to.getHeight()), Math.ceil(bounds.getMaxY() * scale));
            if (right > left && bottom > top) {
                to.getPixelWriter().setPixels(left, top, right - left, bottom - top, from.getPixelReader(), left, top);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> copyIcons(child, from, to, scale));
        }
    }

    /** Each pixel the mean of four. */
    private static WritableImage halved(WritableImage image) {
        int width = (int) image.getWidth() / 2;
        int height = (int) image.getHeight() / 2;
        WritableImage half = new WritableImage(width, height);
        int[] rows = new int[4 * width];
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            image.getPixelReader()
                    .getPixels(0, 2 * y, 2 * width, 2, PixelFormat.getIntArgbInstance(), rows, 0, 2 * width);
            for (int x = 0; x < width; x++) {
                line[x] = mean(rows[2 * x], rows[2 * x + 1], rows[2 * (width + x)], rows[2 * (width + x) + 1]);
            }
            half.getPixelWriter().setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
        }
        return half;
    }

    private static int mean(int a, int b, int c, int d) {
        int result = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int sum = (a >>> shift & 0xff) + (b >>> shift & 0xff) + (c >>> shift & 0xff) + (d >>> shift & 0xff);
            result |= (sum + 2 >>> 2) << shift;
        }
        return result;
    }

    /** Each round is a task of its own, so that what a round leaves for later on the thread is done before the next. */
    private static void settle(Parent root, int width, int height) {
        for (int round = 0; round < ROUNDS; round++) {
            onThread(() -> {
                root.resize(width, height);
                root.applyCss();
                root.layout();
                return root;
            });
        }
    }

    private static <T> T onThread(Supplier<T> work) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("pictures are asked for from outside the JavaFX thread");
        }
        FutureTask<T> task = new FutureTask<>(work::get);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a picture was taken", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a view could not be built or drawn", e.getCause());
        }
    }
}
