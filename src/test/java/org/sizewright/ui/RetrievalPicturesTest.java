package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.Retrievals;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Lane;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.screen.FigureWhy;
import org.sizewright.ui.workloads.WorkloadsView;

/** Draws retrieval in its states into target/gallery; fails where a word is cut. */
class RetrievalPicturesTest {
    private static final SampleReferences REFERENCES = new SampleReferences();
    private static final WorkloadId ID = WorkloadId.of("w3");
    private static Offscreen offscreen;

    @BeforeAll
    static void start() {
        offscreen = Offscreen.start();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void documentsInAGraph(Theme theme) throws IOException {
        draw("graph", plan(estimated()), 0, theme, 1280, 720);
        draw("graph-figures", plan(estimated()), 0.38, theme, 1280, 720);
        draw("graph-models", plan(estimated()), 0.72, theme, 1280, 720);
        draw("graph-low", plan(estimated()), 1, theme, 1280, 720);
        draw("graph-1920", plan(estimated()), 0, theme, 1920, 1080);
        draw("graph-1920-low", plan(estimated()), 1, theme, 1920, 1080);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void codesWithAllModels(Theme theme) throws IOException {
        Retrieval full = Retrievals.full();
        Retrieval large = full.withCorpus(full.corpus()
                        .withDocuments(4_000_000)
                        .withTokens(Optional.empty())
                        .withFirstIndexingHours(2000))
                .withDatabaseVm(new VmShape(16, 4));
        draw("codes", plan(large), 0.2, theme, 1280, 720);
        draw("codes-models", plan(large), 0.62, theme, 1280, 720);
        draw("codes-1920", plan(large), 0.3, theme, 1920, 1080);
    }

    @Test
    void troubles() throws IOException {
        Plan plan = plan(estimated());
        draw("unassigned", plan.withOption(plan.liveOption().withoutAssignment(ID)), 0, Theme.LIGHT, 1280, 720);
    }

    private static Retrieval estimated() {
        Retrieval plain = Retrievals.plain();
        return plain.withCorpus(plain.corpus().withDocuments(250_000))
                .withStore(plain.store().withReplicas(2).withMetadataBytes(200).withTextBytesPerToken(Optional.of(4.0)))
                .withEmbedding(plain.embedding().withTokensPerSecond(Optional.empty()));
    }

    private static Plan plan(Retrieval retrieval) {
        return SamplePlans.standard().withWorkload(retrieval.withId(ID));
    }

    private static void draw(String name, Plan plan, double scrolled, Theme theme, int width, int height)
            throws IOException {
        List<String> clipped = new ArrayList<>();
        WritableImage image = offscreen.picture(
                () -> {
                    Bench bench = new Bench(plan, REFERENCES);
                    WorkloadsView made = new WorkloadsView(bench, Runnable::run);
                    bench.add(made);
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
                            .ifPresent(live -> live.sizing()
                                    .demand
                                    .retrieval
                                    .flatMap(rag -> rag.rows.keys().stream()
                                            .findFirst()
                                            .map(row -> rag.database.memoryPerReplica.cell(row, Lane.VALUE)))
                                    .ifPresent(cell ->
                                            shell.why().show(FigureWhy.of(bench.texts(), live.figures(), cell))));
                    ListView<?> list = (ListView<?>) made.view().lookup("#workload-list");
                    list.getSelectionModel().select(2);
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
        new PngWriter()
                .write(image, Path.of("target", "gallery", "retrieval-" + name + "-" + theme.styleClass() + ".png"));
        assertThat(clipped).as("words cut off in %s", name).isEmpty();
    }

    private static ScreenSlot slot(String id, Icon icon, String title) {
        return new ScreenSlot(id, icon, title, Region::new);
    }
}
