package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.sizewright.SampleReferences;
import org.sizewright.plan.Plan;
import org.sizewright.result.Headline;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** Draws a screen in the window with a calculated plan into target/gallery; fails where a word is cut. */
final class ScreenPictures {
    private final Offscreen offscreen = Offscreen.start();
    private final SampleReferences references = new SampleReferences();

    SampleReferences references() {
        return references;
    }

    /** Both sizes in both themes; {@code prepare} gets the screen's node once it is laid out. */
    void draw(
            String name,
            Icon icon,
            String title,
            Plan plan,
            Function<Workspace, Screen> build,
            Consumer<Parent> prepare)
            throws IOException {
        for (Theme theme : Theme.values()) {
            draw(name, icon, title, plan, build, prepare, theme, 1280, 720);
            draw(name + "-1920", icon, title, plan, build, prepare, theme, 1920, 1080);
        }
    }

    private void draw(
            String name,
            Icon icon,
            String title,
            Plan plan,
            Function<Workspace, Screen> build,
            Consumer<Parent> prepare,
            Theme theme,
            int width,
            int height)
            throws IOException {
        TrialWorkspace workspace = new TrialWorkspace(references, plan);
        List<String> clipped = new ArrayList<>();
        WritableImage image = offscreen.picture(
                () -> shell(workspace, icon, title, build, theme).root(),
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
        new PngWriter().write(image, Path.of("target", "gallery", name + "-" + theme.styleClass() + ".png"));
        assertThat(clipped).as("words cut off in %s", name).isEmpty();
    }

    private static Shell shell(
            TrialWorkspace workspace, Icon icon, String title, Function<Workspace, Screen> build, Theme theme) {
        Screen screen = build.apply(workspace);
        List<ScreenSlot> slots = new ArrayList<>();
        slots.add(new ScreenSlot("catalog", Icon.CATALOG, "Catalog", Region::new));
        slots.add(new ScreenSlot("workloads", Icon.WORKLOADS, "Workloads", Region::new));
        slots.add(new ScreenSlot("cluster", Icon.CLUSTER, "Cluster", Region::new));
        slots.add(new ScreenSlot("platform", Icon.SETTINGS, "Platform", Region::new));
        slots.add(new ScreenSlot("placement", Icon.PLACEMENT, "Placement", Region::new));
        slots.add(new ScreenSlot("checks", Icon.CHECKS, "Checks", Region::new));
        slots.add(new ScreenSlot("compare", Icon.COMPARE, "Compare", Region::new));
        slots.replaceAll(slot -> slot.icon() == icon ? new ScreenSlot("shown", icon, title, screen::view) : slot);
        Shell shell = new Shell(workspace.texts(), slots, new QuietActions());
        workspace.onState(screen::show);
        workspace.onWhy(shell.why()::show);
        screen.show(workspace.state());
        shell.select("shown");
        shell.showPlan("Sample plan", "Revision 1, saved", List.of());
        shell.showSite(workspace.state().plan().site().name());
        shell.showOptions(
                workspace.state().plan().options().stream()
                        .map(option -> new OptionTab(
                                option.id().value(), option.id().value().toUpperCase(), option.name()))
                        .toList(),
                workspace.state().plan().live().value());
        shell.showStatus(workspace.state().live().orElseThrow().headline().parts().stream()
                .map(ScreenPictures::segment)
                .toList());
        shell.showTheme(theme);
        return shell;
    }

    private static StatusSegment segment(Headline.Part part) {
        StatusSegment segment = StatusSegment.of(part.id(), part.value(), part.label());
        Tone tone = switch (part.state()) {
            case PLAIN -> Tone.NEUTRAL;
            case GOOD -> Tone.OK;
            case CAREFUL -> Tone.WARN;
            case BAD -> Tone.ERROR;
        };
        return part.remark().map(remark -> segment.withMark(remark, tone)).orElse(segment);
    }
}
