package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.sizewright.SampleReferences;
import org.sizewright.plan.Plan;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.workloads.WorkloadsView;

/** Draws the screen of workloads in the window into target/gallery; fails where a word is cut. */
final class WorkloadPictures {
    private final SampleReferences references = new SampleReferences();
    private final Offscreen offscreen = Offscreen.start();
    private final String prefix;
    private final BiFunction<Texts, OptionResult, Optional<Why>> why;

    /**
     * @param prefix of the names of the files
     * @param why what stands in the pane at the right
     */
    WorkloadPictures(String prefix, BiFunction<Texts, OptionResult, Optional<Why>> why) {
        this.prefix = prefix;
        this.why = why;
    }

    SampleReferences references() {
        return references;
    }

    /** Opens the wizard at a step, the first being 0. */
    static Consumer<WorkloadsView> wizardAt(int step) {
        return view -> {
            view.openWizard();
            for (int i = 0; i < step; i++) {
                ((Button) view.view().lookup("#wizard-next")).fire();
            }
        };
    }

    /**
     * @param workload its place in the list
     * @param scrolled how far down, from 0 to 1
     */
    void draw(String name, Plan plan, int workload, double scrolled, Theme theme, int width, int height)
            throws IOException {
        draw(name, plan, workload, scrolled, theme, width, height, view -> {});
    }

    void draw(
            String name,
            Plan plan,
            int workload,
            double scrolled,
            Theme theme,
            int width,
            int height,
            Consumer<WorkloadsView> then)
            throws IOException {
        List<String> clipped = new ArrayList<>();
        AtomicReference<Optional<WorkloadsView>> view = new AtomicReference<>(Optional.empty());
        WritableImage image = offscreen.picture(
                () -> {
                    Bench bench = new Bench(plan, references);
                    WorkloadsView made = new WorkloadsView(bench, Runnable::run);
                    bench.add(made);
                    view.set(Optional.of(made));
                    Shell shell = bench.shell(List.of(
                            slot("catalog", Icon.CATALOG, "Catalog"),
                            slot("accelerators", Icon.ACCELERATORS, "Accelerators"),
                            new ScreenSlot("workloads", Icon.WORKLOADS, "Workloads", made::view),
                            slot("cluster", Icon.CLUSTER, "Cluster"),
                            slot("placement", Icon.PLACEMENT, "Placement"),
                            slot("checks", Icon.CHECKS, "Checks"),
                            slot("compare", Icon.COMPARE, "Compare"),
                            slot("sheet", Icon.BUILD_SHEET, "Build sheet")));
                    shell.select("workloads");
                    shell.showTheme(theme);
                    bench.state()
                            .live()
                            .flatMap(live -> why.apply(bench.texts(), live))
                            .ifPresent(shell.why()::show);
                    ListView<?> list = (ListView<?>) made.view().lookup("#workload-list");
                    if (list != null) {
                        list.getSelectionModel().select(workload);
                    }
                    then.accept(made);
                    return shell.root();
                },
                (Parent root) -> {
                    root.lookupAll(".scroll-pane").stream()
                            .map(ScrollPane.class::cast)
                            .forEach(pane ->
                                    pane.setVvalue(pane.getVmin() + scrolled * (pane.getVmax() - pane.getVmin())));
                    clipped.addAll(ClippedWords.in(root));
                },
                theme,
                width,
                height,
                1);
        new PngWriter().write(image, Path.of("target", "gallery", prefix + name + "-" + theme.styleClass() + ".png"));
        assertThat(view.get()).isPresent();
        assertThat(clipped).as("words cut off in %s", name).isEmpty();
    }

    private static ScreenSlot slot(String id, Icon icon, String title) {
        return new ScreenSlot(id, icon, title, Region::new);
    }
}
