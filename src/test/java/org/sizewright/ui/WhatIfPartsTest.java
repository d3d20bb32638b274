package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SliderField;
import org.sizewright.ui.part.StackedBar;
import org.sizewright.ui.part.StopSlider;
import org.sizewright.ui.part.Stops;
import org.sizewright.ui.part.Term;
import org.sizewright.ui.part.UnitSwitch;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class WhatIfPartsTest {
    private final List<String> heard = new ArrayList<>();
    private SliderField context;
    private StopSlider<String> format;
    private StackedBar bar;
    private Glossary glossary;
    private UnitSwitch unit;
    private Button mark;
    private Button other;

    @Start
    void start(Stage stage) {
        Texts texts = Texts.english();
        context = new SliderField(
                texts, NumberField.Spec.whole("Context", "tokens", 16, 131_072), Stops.powersOfTwo(1024, 131_072));
        context.setIds("context");
        context.show(BigDecimal.valueOf(8192));
        context.onMoving(move -> heard.add("at " + move.value() + " " + move.gesture()));
        context.onDone(move -> heard.add("done " + move.value() + " " + move.gesture()));
        format = new StopSlider<>("Weights in", List.of("BF16", "FP8", "NVFP4"), word -> word);
        format.setSliderId("format");
        format.onMoving(move -> heard.add("at " + move.value()));
        format.onDone(move -> heard.add("done " + move.value()));
        bar = new StackedBar("Memory");
        glossary = new Glossary(
                texts,
                List.of(
                        new Term(
                                "kv",
                                "KV cache",
                                List.of(),
                                "Keys and values.",
                                "It takes room.",
                                "",
                                List.of("token", "nowhere")),
                        new Term("token", "token", List.of("tokens"), "A piece of text.", "", "somewhere", List.of())));
        glossary.explain(context.number(), "kv");
        mark = glossary.mark("kv");
        mark.setId("mark");
        unit = new UnitSwitch(texts);
        unit.onChoose(chosen -> heard.add(chosen.symbol()));
        other = new Button("other");
        other.setId("other");
        Scene scene = new Scene(new VBox(10, other, context, format, bar, mark, unit), 500, 500);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private Slider slider(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Slider.class);
    }

    @Test
    void aDragIsOneGestureToldAtEveryStop(FxRobot robot) {
        Slider held = slider(robot, "#context");
        Bounds track = held.localToScreen(held.getBoundsInLocal());
        double y = (track.getMinY() + track.getMaxY()) / 2;
        robot.moveTo("#context .thumb").press(MouseButton.PRIMARY);
        robot.moveTo(track.getMaxX() - 1, y);
        assertThat(heard).contains("at 131072 Context-1").allMatch(entry -> entry.startsWith("at "));
        robot.release(MouseButton.PRIMARY);
        assertThat(heard).endsWith("done 131072 Context-1");
        assertThat(heard.stream().filter(entry -> entry.startsWith("done"))).hasSize(1);
        assertThat(context.number().field().getText()).isEqualTo("131,072 tokens");
        robot.clickOn("#context .thumb");
        assertThat(heard).as("a press that moves nothing is no gesture").endsWith("done 131072 Context-1");
    }

    @Test
    void keysStepAndTheirReleaseEndsTheGesture(FxRobot robot) {
        robot.interact(() -> slider(robot, "#context").requestFocus());
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        robot.type(KeyCode.HOME);
        assertThat(heard)
                .containsExactly(
                        "at 16384 Context-1", "done 16384 Context-1", "at 1024 Context-2", "done 1024 Context-2");
        assertThat(slider(robot, "#context").getAccessibleText()).isEqualTo("Context: 1,024 tokens");
    }

    @Test
    void aTypedNumberBetweenTheStopsIsTakenAndAStepFromItGoesToTheNextStop(FxRobot robot) {
        robot.interact(() -> {
            context.number().field().requestFocus();
            context.number().field().setText("10,000");
        });
        robot.type(KeyCode.ENTER);
        assertThat(heard).containsExactly("at 10000 Context-1", "done 10000 Context-1");
        assertThat(slider(robot, "#context").getValue()).isBetween(3.0, 4.0);
        robot.interact(() -> slider(robot, "#context").requestFocus());
        robot.type(KeyCode.LEFT);
        assertThat(heard).endsWith("at 8192 Context-2", "done 8192 Context-2");
    }

    @Test
    void aNewStateDoesNotMoveASliderThatIsHeldAndTellsNobody(FxRobot robot) {
        robot.moveTo("#context .thumb").press(MouseButton.PRIMARY);
        robot.interact(() -> context.show(BigDecimal.valueOf(1024)));
        assertThat(slider(robot, "#context").getValue()).isEqualTo(3);
        robot.release(MouseButton.PRIMARY);
        robot.interact(() -> context.show(BigDecimal.valueOf(2048)));
        assertThat(slider(robot, "#context").getValue()).isEqualTo(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void namedStopsAreSteppedThrough(FxRobot robot) {
        robot.interact(() -> slider(robot, "#format").requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.END);
        assertThat(heard).containsExactly("at FP8", "done FP8", "at NVFP4", "done NVFP4");
        assertThat(slider(robot, "#format").getAccessibleText()).isEqualTo("Weights in: NVFP4");
        assertThatThrownBy(() -> format.show("FP4")).hasMessage("FP4 is not among the stops of Weights in");
    }

    @Test
    void stopsRiseToTheEnds() {
        assertThat(Stops.powersOfTwo(1000, 5000).values().stream().map(BigDecimal::intValue))
                .containsExactly(1000, 1024, 2048, 4096, 5000);
        assertThat(Stops.steps(new BigDecimal("0.5"), BigDecimal.ONE, new BigDecimal("0.2")).values().stream()
                        .map(BigDecimal::toPlainString))
                .containsExactly("0.5", "0.7", "0.9", "1");
        assertThat(Stops.growing(18, 60).values().stream().map(BigDecimal::intValue))
                .containsExactly(18, 19, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 55, 60);
        assertThat(Stops.growing(1, 100_000).values()).hasSizeLessThan(200);
        assertThatThrownBy(() -> Stops.powersOfTwo(8, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatGoesBeyondTheLimitIsSaid(FxRobot robot) {
        robot.interact(() -> bar.show(
                List.of(
                        StackedBar.Segment.of("w", "Weights", "60", 60, Fill.WORK_1)
                                .withMore("60 GiB = 64.4 GB"),
                        StackedBar.Segment.of("k", "KV cache", "30", 30, Fill.WORK_2)),
                new StackedBar.Limit("H100: 79.2 GiB", 79.2, "10.8 GiB too much")));
        assertThat(bar.lookup(".lane").getAccessibleText())
                .isEqualTo("Memory: H100: 79.2 GiB; 10.8 GiB too much; Weights 60 GiB = 64.4 GB; KV cache 30");
        assertThat(robot.lookup("10.8 GiB too much").queryAs(Label.class).isVisible())
                .isTrue();
        robot.interact(() -> bar.show(
                List.of(StackedBar.Segment.of("w", "Weights", "60", 60, Fill.WORK_1)),
                new StackedBar.Limit("H100: 79.2 GiB", 79.2, "10.8 GiB too much")));
        assertThat(bar.lookup(".lane").getAccessibleText()).isEqualTo("Memory: H100: 79.2 GiB; Weights 60");
        assertThat(bar.lookup(".bar-over").isVisible()).isFalse();
    }

    @Test
    void helpOpensByClickByF1AndByPointingAndClosesWithEscape(FxRobot robot) throws Exception {
        robot.clickOn("#mark");
        assertThat(glossary.shown()).map(Term::id).contains("kv");
        robot.clickOn("#term-token");
        assertThat(glossary.shown()).map(Term::id).contains("token");
        robot.clickOn("#glossary-back");
        assertThat(glossary.shown()).map(Term::id).contains("kv");
        robot.type(KeyCode.ESCAPE);
        assertThat(glossary.isOpen()).isFalse();
        robot.interact(() -> context.number().field().requestFocus());
        robot.type(KeyCode.F1);
        assertThat(glossary.shown()).map(Term::id).contains("kv");
        robot.type(KeyCode.ESCAPE);
        assertThat(glossary.isOpen()).isFalse();
        robot.moveTo("#mark");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> glossary.isOpen());
        robot.moveTo("#other");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !glossary.isOpen());
        assertThat(mark.getAccessibleText()).isEqualTo("What is KV cache?");
        assertThat(glossary.mark("nowhere").isVisible()).isFalse();
    }

    @Test
    void theUnitIsSwitched(FxRobot robot) {
        robot.clickOn("GB");
        assertThat(heard).containsExactly("GB");
    }

    @Test
    void memoryIsWrittenInTheChosenUnitAndInBoth() {
        MemoryText gib = new MemoryText(Texts.english(), MemoryUnit.GIB);
        MemoryText gb = new MemoryText(Texts.english(), MemoryUnit.GB);
        double h100 = 79.19 * (1L << 30);
        assertThat(gib.text(h100)).isEqualTo("79.2 GiB");
        assertThat(gb.text(h100)).isEqualTo("85 GB");
        assertThat(gib.both(h100)).isEqualTo("79.19 GiB = 85.03 GB");
        assertThat(gib.both(81_920)).isEqualTo("80 KiB = 81.92 kB = 81,920 B");
        assertThat(gib.text(512L << 20)).isEqualTo("512 MiB");
        assertThat(gib.text(0)).isEqualTo("0 B");
        assertThat(gib.both(5)).isEqualTo("5 B");
        assertThat(gb.text(1.234e12)).isEqualTo("1,234 GB");
        assertThat(gb.text(9.996e9)).isEqualTo("10 GB");
        assertThat(gib.band(h100, 2 * h100)).isEqualTo("79.2 to 158.4 GiB");
        assertThat(gib.number(512L << 20)).isEqualTo("0.5");
    }
}
