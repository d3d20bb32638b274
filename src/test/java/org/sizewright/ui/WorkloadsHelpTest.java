package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.FineTunings;
import org.sizewright.Retrievals;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.Workload;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.workloads.WorkloadsView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every field of the screen of workloads that bears a technical word explains it. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class WorkloadsHelpTest {
    private static final WorkloadId ID = WorkloadId.of("w1");
    /** Their names say it all. */
    private static final Set<String> PLAIN = Set.of("VMs", "Pages per document", "Share");

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    /** Names of the fields without a mark, in sight or not. */
    private Set<String> unmarked(FxRobot robot, Workload work) {
        Plan plan = SamplePlans.standard().withWorkload(work);
        for (Workload other : SamplePlans.standard().workloads()) {
            if (!other.id().equals(work.id())) {
                plan = plan.withoutWorkload(other.id());
            }
        }
        Bench bench = new Bench(plan, new SampleReferences());
        Set<String> names = new TreeSet<>();
        robot.interact(() -> {
            WorkloadsView view = new WorkloadsView(bench, ignored -> {});
            Scene scene = new Scene(new StackPane(view.view()), 1600, 1000);
            Theme.LIGHT.applyTo(scene);
            stage.setScene(scene);
            stage.show();
            bench.add(view);
            view.view().applyCss();
            for (Node each : view.view().lookupAll(".field")) {
                FieldFrame field = (FieldFrame) each;
                if (field.lookup(".term-mark") == null) {
                    names.add(field.name());
                }
            }
        });
        names.removeAll(PLAIN);
        return names;
    }

    @Test
    void ofLanguageModels(FxRobot robot) {
        LlmServing typed = (LlmServing) SamplePlans.standard().workload(ID).orElseThrow();
        LlmServing people = typed.withTraffic(java.util.Optional.of(
                new Traffic(400, 25, 60, List.of(new Traffic.RequestKind("Chat", 100, 6000, 1000)), 0, 2, 40)));
        assertThat(unmarked(robot, typed)).isEmpty();
        assertThat(unmarked(robot, people)).isEmpty();
    }

    @Test
    void ofSharedGpus(FxRobot robot) {
        assertThat(unmarked(
                        robot,
                        SamplePlans.standard().workload(WorkloadId.of("w2")).orElseThrow()))
                .isEmpty();
    }

    @Test
    void ofRetrieval(FxRobot robot) {
        assertThat(unmarked(robot, Retrievals.full().withId(ID))).isEmpty();
    }

    @Test
    void ofFineTuningAndAlsoAfterItsStopsChange(FxRobot robot) {
        assertThat(unmarked(robot, FineTuning.aligned(ID, "Answers", FineTunings.LLAMA_8B, "ppo")))
                .isEmpty();
        Slider pipeline = robot.lookup("#tuningPipeline").queryAs(Slider.class);
        robot.interact(pipeline::requestFocus);
        robot.interact(() -> pipeline.setValue(1));
        Slider virtual = robot.lookup("#tuningVirtual").queryAs(Slider.class);
        assertThat(virtual.getMax()).isGreaterThan(1);
        assertThat(virtual.getParent().lookup("#help-virtual-stage")).isNotNull();
    }
}
