package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.SamplePlans;
import org.sizewright.buildsheet.BuildSheet;
import org.sizewright.buildsheet.SampleSheet;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.sheet.SheetView;

/** Draws the build sheet screen in its states into target/gallery, to be looked at; fails where a word is cut. */
class SheetPicturesTest {
    private static Offscreen offscreen;
    private static SessionState sample;

    @BeforeAll
    static void start() {
        offscreen = Offscreen.start();
        sample = SheetStates.calculated();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pictures(Theme theme) throws IOException {
        Optional<BuildSheet> made = SheetStates.build(sample);
        for (int page = 0; page < 12; page++) {
            int front = page;
            if (theme == Theme.LIGHT || page == 1 || page == 3 || page == 5) {
                draw("sheet-" + page, sample, made, theme, 1280, 720, root -> open(root, front));
            }
        }
        draw("sheet-1920-summary", sample, made, theme, 1920, 1080, root -> open(root, 1));
        draw("sheet-1920-sizing", sample, made, theme, 1920, 1080, root -> {
            open(root, 3);
        });
        Optional<BuildSheet> odd = Optional.of(SampleSheet.of(SampleSheet.book(8192)));
        draw("sheet-odd-summary", sample, odd, theme, 1280, 720, root -> open(root, 1));
        draw("sheet-odd-hosts", sample, odd, theme, 1280, 720, root -> open(root, 4));
        draw("sheet-odd-placement", sample, odd, theme, 1280, 720, root -> open(root, 5));
        SessionState stale = SheetStates.of(SamplePlans.standard(), sample.result(), true);
        draw("sheet-busy", stale, made, theme, 1280, 720, root -> {});
        draw("sheet-blocked", SheetStates.unresolved(), Optional.empty(), theme, 1280, 720, root -> {});
        draw(
                "sheet-nothing",
                SheetStates.of(SamplePlans.standard(), Optional.empty(), false),
                Optional.empty(),
                theme,
                1280,
                720,
                root -> {});
        draw(
                "sheet-calculating",
                SheetStates.of(SamplePlans.standard(), Optional.empty(), true),
                Optional.empty(),
                theme,
                1280,
                720,
                root -> {});
    }

    private static void open(Parent root, int page) {
        ListView<?> list = (ListView<?>) root.lookup("#sheet-list");
        list.getSelectionModel().select(page);
        root.applyCss();
        root.layout();
        // a number in the middle of the first table, so that the formula line has something to say
        root.lookupAll(".sheet-grid").stream()
                .map(TableView.class::cast)
                .filter(table -> page != 0)
                .min((a, b) -> Double.compare(y(a), y(b)))
                .ifPresent(SheetPicturesTest::selectNumber);
    }

    private static double y(Node node) {
        return node.localToScene(Point2D.ZERO).getY();
    }

    private static <T> void selectNumber(TableView<T> table) {
        for (int column = 0; column < table.getColumns().size(); column++) {
            if (table.getColumns().get(column).getStyleClass().contains("number")
                    && !table.getItems().isEmpty()) {
                table.getSelectionModel()
                        .clearAndSelect(
                                Math.min(2, table.getItems().size() - 1),
                                table.getColumns().get(column));
                return;
            }
        }
    }

    private static void draw(
            String name,
            SessionState state,
            Optional<BuildSheet> made,
            Theme theme,
            int width,
            int height,
            Consumer<Parent> prepare)
            throws IOException {
        Supplier<Parent> view = () -> {
            SheetView screen = new SheetView(new RecordingWorkspace(), ignored -> made, Runnable::run);
            Gallery gallery = new Gallery();
            Shell shell = gallery.shell(List.of(
                    Gallery.slot("catalog", Icon.CATALOG, "Catalog", Region::new),
                    Gallery.slot("workloads", Icon.WORKLOADS, "Workloads", Region::new),
                    Gallery.slot("cluster", Icon.CLUSTER, "Cluster", Region::new),
                    Gallery.slot("placement", Icon.PLACEMENT, "Placement", Region::new),
                    Gallery.slot("checks", Icon.CHECKS, "Checks", Region::new),
                    Gallery.slot("sheet", Icon.BUILD_SHEET, "Build sheet", screen::view)));
            shell.why().show(Gallery.kvCache());
            shell.select("sheet");
            shell.showTheme(theme);
            if (state.calculating() && state.result().isPresent()) {
                screen.show(SheetStates.of(state.plan(), state.result(), false));
            }
            screen.show(state);
            return shell.root();
        };
        List<String> clipped = new ArrayList<>();
        WritableImage image = offscreen.picture(
                view,
                root -> {
                    prepare.accept(root);
                    root.applyCss();
                    root.layout();
                    clipped.addAll(ClippedWords.in(root));
                    // shortened where it must be, and whole in its tooltip
                    if (root.lookup("#sheet-subject") instanceof Label subject && subject.getTooltip() != null) {
                        clipped.remove(subject.getText());
                    }
                },
                theme,
                width,
                height,
                1);
        assertThat(clipped).as("words cut off in %s", name).isEmpty();
        new PngWriter().write(image, Path.of("target", "gallery", name + "-" + theme.styleClass() + ".png"));
    }
}
