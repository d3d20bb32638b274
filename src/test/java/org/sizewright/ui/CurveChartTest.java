package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.ui.chart.Axis;
import org.sizewright.ui.chart.CurveChart;
import org.sizewright.ui.chart.Curves;
import org.sizewright.ui.chart.Scale;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.look.Tone;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init") // controls can only be built in start
class CurveChartTest {
    private final List<Double> chosen = new ArrayList<>();
    private CurveChart chart;
    private Button other;

    @Start
    void start(Stage stage) {
        other = new Button("other");
        chart = new CurveChart(Texts.english(), "Memory over requests");
        chart.show(curves());
        chart.onChoose(chosen::add);
        chart.setPrefSize(420, 240);
        Scene scene = new Scene(new VBox(10, other, chart), 440, 300);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static Curves curves() {
        Axis x = Axis.of("Requests", "", Scale.LINEAR, value -> String.format("%.0f", value))
                .ofCounts();
        Axis y = Axis.of("Memory", "GiB", Scale.LINEAR, value -> String.format("%.1f", value));
        List<Curves.Point> points = new ArrayList<>();
        for (int i = 0; i <= 100; i += 10) {
            points.add(new Curves.Point(i, 30 + i * 0.5, 31 + i * 0.6, 33 + i * 0.7));
        }
        return Curves.of(x, y, List.of(Curves.Line.of("H100", Fill.WORK_1, points)))
                .withLimits(List.of(new Curves.Limit("80 GB H100", 79.2, Tone.WARN)))
                .withMarkers(List.of(new Curves.Marker(80, "at 80 requests: next replica", Tone.WARN)))
                .withHere(50, 61, "50 requests");
    }

    private String spoken(FxRobot robot) {
        return robot.lookup(".chart").query().getAccessibleText();
    }

    @Test
    void saysWhatItShows(FxRobot robot) {
        assertThat(spoken(robot))
                .isEqualTo(
                        "Memory over requests: Memory, GiB over Requests. H100 goes from 31.0 GiB at 0 to 91.0 GiB at 100."
                                + " 80 GB H100 at 79.2 GiB. at 80 requests: next replica. 50 requests");
    }

    @Test
    void arrowKeysReadOutFromPointToPoint(FxRobot robot) {
        robot.interact(() -> robot.lookup(".chart").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(spoken(robot)).isEqualTo("Memory over requests: 50; 61.0 GiB (55.0 to 68.0); 50 requests");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(chart.pointedAt()).contains(70.0);
        robot.type(KeyCode.UP);
        assertThat(spoken(robot)).endsWith("at 80 requests: next replica");
        robot.type(KeyCode.ENTER, KeyCode.HOME);
        assertThat(chosen).containsExactly(80.0);
        assertThat(chart.pointedAt()).contains(0.0);
        robot.type(KeyCode.LEFT, KeyCode.ESCAPE);
        assertThat(chart.pointedAt()).isEmpty();
    }

    @Test
    void theMouseFindsTheNearestPointAndAClickChoosesIt(FxRobot robot) {
        robot.clickOn(".chart");
        assertThat(chosen).hasSize(1);
        assertThat(chosen.getFirst()).isBetween(40.0, 60.0);
        robot.moveTo(other);
        assertThat(chart.pointedAt()).isEmpty();
    }

    @Test
    void theCrosshairStaysWhereThereIsStillAPoint(FxRobot robot) {
        robot.interact(() -> {
            chart.point(70);
            chart.show(curves());
        });
        assertThat(chart.pointedAt()).contains(70.0);
        robot.interact(() -> chart.showNothing("Nothing was calculated."));
        assertThat(chart.pointedAt()).isEmpty();
        assertThat(spoken(robot)).isEqualTo("Memory over requests: Nothing was calculated.");
    }

    @Test
    void labelsKeepApartAtEverySize(FxRobot robot) {
        for (double width = 220; width <= 420; width += 20) {
            for (double height = 120; height <= 240; height += 40) {
                double wide = width;
                double high = height;
                robot.interact(() -> {
                    chart.setMinSize(wide, high);
                    chart.setMaxSize(wide, high);
                    chart.getScene().getRoot().applyCss();
                    chart.getScene().getRoot().layout();
                });
                List<Label> labels = robot.lookup(".chart .label").queryAllAs(Label.class).stream()
                        .filter(label -> label.isVisible() && label.getParent().isVisible())
                        .toList();
                assertThat(labels).hasSizeGreaterThan(5);
                for (Label one : labels) {
                    assertThat(one.getBoundsInParent().getMinX()).isGreaterThanOrEqualTo(0);
                    assertThat(one.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width);
                    assertThat(one.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(height);
                    for (Label two : labels) {
                        if (one != two) {
                            assertThat(one.getBoundsInParent().intersects(two.getBoundsInParent()))
                                    .as("%s meets %s at %s x %s", one.getText(), two.getText(), width, height)
                                    .isFalse();
                        }
                    }
                }
            }
        }
    }

    @Test
    void whatHasNoPlaceIsRefused() {
        Axis log = Axis.of("Context", "tokens", Scale.POWERS_OF_TWO, String::valueOf);
        Axis y = Axis.of("Memory", "GiB", Scale.LINEAR, String::valueOf);
        List<Curves.Line> zero = List.of(Curves.Line.of("a", Fill.WORK_1, List.of(Curves.Point.of(0, 1))));
        assertThatThrownBy(() -> Curves.of(log, y, zero)).hasMessageContaining("no place for 0: a");
        assertThatThrownBy(() -> new Curves.Point(1, 3, 2, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> Curves.Line.of("a", Fill.WORK_1, List.of(Curves.Point.of(2, 1), Curves.Point.of(1, 1))))
                .hasMessage("points out of order: a");
    }
}
