package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.ui.compare.CompareView;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.screen.FigureWhy;

/** Draws the screen of options in its states into target/gallery; fails where a word is cut. */
class ComparePicturesTest {
    private static final SampleReferences REFERENCES = new SampleReferences();
    private static Offscreen offscreen;

    @BeforeAll
    static void start() {
        offscreen = Offscreen.start();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void twoAndFourOptions(Theme theme) throws IOException {
        draw("two", SamplePlans.standard(), false, theme, 1280, 720);
        draw("four", four(), true, theme, 1280, 720);
        draw("four-1920", four(), false, theme, 1920, 1080);
    }

    @Test
    void oneOptionAndNone() throws IOException {
        Plan plan = SamplePlans.standard();
        Plan one = new Plan(
                plan.header(),
                plan.site(),
                plan.workloads(),
                List.of(plan.options().getFirst()),
                plan.live(),
                List.of());
        draw("one", one, true, Theme.LIGHT, 1280, 720);
    }

    /** The sample's two options, one with too few hosts, and one whose base power nobody knows. */
    private static Plan four() {
        Plan plan = SamplePlans.standard();
        Option a = plan.options().getFirst();
        return plan.withOption(copy(a, "c", "HGX H100, two hosts", group -> group.withCount(HostCount.of(2))))
                .withOption(copy(
                        a,
                        "d",
                        "HGX H100, power not known",
                        group -> group.withTyped(group.typed().withBasePower(Optional.empty()))));
    }

    private static Option copy(
            Option from, String id, String name, java.util.function.UnaryOperator<HostGroup> change) {
        Cluster cluster = from.clusters().getFirst();
        return new Option(OptionId.of(id), name, from.platform(), from.clusters(), from.assignments())
                .withCluster(cluster.withGroup(change.apply(cluster.groups().getFirst())));
    }

    private static void draw(String name, Plan plan, boolean onlyDifferences, Theme theme, int width, int height)
            throws IOException {
        List<String> clipped = new ArrayList<>();
        WritableImage image = offscreen.picture(
                () -> {
                    Bench bench = new Bench(plan, REFERENCES);
                    CompareView made = new CompareView(bench, Runnable::run);
                    bench.add(made);
                    Node only = made.view().lookup("#only-differences");
                    ((CheckBox) only).setSelected(onlyDifferences);
                    Shell shell = bench.shell(List.of(
                            slot("catalog", Icon.CATALOG, "Catalog"),
                            slot("accelerators", Icon.ACCELERATORS, "Accelerators"),
                            slot("workloads", Icon.WORKLOADS, "Workloads"),
                            slot("cluster", Icon.CLUSTER, "Cluster"),
                            slot("placement", Icon.PLACEMENT, "Placement"),
                            slot("checks", Icon.CHECKS, "Checks"),
                            new ScreenSlot("compare", Icon.COMPARE, "Compare", made::view),
                            slot("sheet", Icon.BUILD_SHEET, "Build sheet")));
                    shell.select("compare");
                    shell.showTheme(theme);
                    bench.state()
                            .live()
                            .ifPresent(live -> shell.why()
                                    .show(FigureWhy.of(
                                            bench.texts(),
                                            live.figures(),
                                            live.sizing().site.sitePower.cell(RowKey.SINGLE, Lane.VALUE))));
                    return shell.root();
                },
                root -> clipped.addAll(ClippedWords.in(root)),
                theme,
                width,
                height,
                1);
        new PngWriter()
                .write(
                        image,
                        Path.of("target", "gallery", "compare-screen-" + name + "-" + theme.styleClass() + ".png"));
        assertThat(clipped).as("words cut off in %s", name).isEmpty();
    }

    private static ScreenSlot slot(String id, Icon icon, String title) {
        return new ScreenSlot(id, icon, title, Region::new);
    }
}
