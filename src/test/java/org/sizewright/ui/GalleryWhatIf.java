package org.sizewright.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.library.LibraryReader;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SliderField;
import org.sizewright.ui.part.StackedBar;
import org.sizewright.ui.part.StopSlider;
import org.sizewright.ui.part.Stops;
import org.sizewright.ui.part.TermCard;
import org.sizewright.ui.part.UnitSwitch;
import org.sizewright.ui.screen.LibraryGlossary;

/** Sliders, bars with limits, help and the switch of units with invented contents, to look at. */
final class GalleryWhatIf {
    private static final double GIB = 1L << 30;

    private final Texts texts = Texts.english();
    private final Glossary glossary =
            LibraryGlossary.of(texts, LibraryReader.bundled().library());

    Parent page() {
        UnitSwitch unit = new UnitSwitch(texts);
        unit.show(MemoryUnit.GIB);
        Label title = new Label("What if");
        title.getStyleClass().add("screen-title");
        HBox head = new HBox(12, title, Gallery.grow(), unit);
        head.setAlignment(Pos.CENTER_LEFT);
        Label text = new Label("One replica holds 53 requests. What binds:");
        HBox sentence = new HBox(
                3,
                text,
                glossary.word("kv-cache", "KV cache"),
                new Label("at"),
                glossary.word("context-window", "context"),
                new Label("8,192."));
        sentence.setAlignment(Pos.BASELINE_LEFT);
        VBox bars = new VBox(
                12,
                new Card("Fits", bar(MemoryUnit.GIB, 33.5, 600)),
                new Card("The same in GB", bar(MemoryUnit.GB, 33.5, 600)),
                new Card("Too much", bar(MemoryUnit.GIB, 61.4, 600)),
                new Card("A hair too much", bar(MemoryUnit.GIB, 42, 600)));
        HBox.setHgrow(bars, Priority.ALWAYS);
        VBox right = new VBox(12, card("kv-cache"), card("gb-gib"), new Card("Narrow", bar(MemoryUnit.GIB, 61.4, 240)));
        return Gallery.page(head, sentence, sliders(), new HBox(12, bars, right));
    }

    private Card sliders() {
        SliderField context = new SliderField(
                texts, NumberField.Spec.whole("Context", "tokens", 16, 131_072), Stops.powersOfTwo(1024, 131_072));
        context.show(BigDecimal.valueOf(10_000));
        context.number().setNote("16 to 131,072");
        glossary.explain(context.number(), "context-window");
        SliderField load = new SliderField(
                texts, NumberField.Spec.whole("Concurrent requests", "", 1, 5000), Stops.growing(1, 5000));
        load.number().onAutomatic(() -> {});
        load.show(BigDecimal.valueOf(150));
        glossary.explain(load.number(), "concurrency");
        SliderField share = new SliderField(
                texts,
                new NumberField.Spec("Memory used", "", new BigDecimal("0.1"), BigDecimal.ONE, 2),
                Stops.steps(new BigDecimal("0.5"), BigDecimal.ONE, new BigDecimal("0.05")));
        share.showAutomatic(new BigDecimal("0.9"));
        share.number().field().setText("1.2");
        share.number().field().fireEvent(new ActionEvent());
        StopSlider<String> format =
                new StopSlider<>("Weights in", List.of("BF16", "FP8", "INT8", "AWQ INT4, group 128", "NVFP4"), s -> s);
        format.show("FP8");
        glossary.explain(format, "number-format");
        StopSlider<Integer> tensor =
                new StopSlider<>("Tensor parallel", List.of(1, 2, 4, 8), n -> n + (n == 1 ? " GPU" : " GPUs"));
        tensor.show(2);
        glossary.explain(tensor, "tensor-parallel");
        StopSlider<String> single = new StopSlider<>("KV cache in", List.of("FP8"), s -> s);
        return new Card("Sliders", new FlowGrid(300, 14, context, load, share, format, tensor, single));
    }

    private StackedBar bar(MemoryUnit unit, double kv, double width) {
        MemoryText memory = new MemoryText(texts, unit);
        StackedBar bar = new StackedBar("Memory of one GPU");
        double used = 33.9 + kv + 1.8 + 2.1;
        double free = Math.max(0, 79.19 - used);
        List<StackedBar.Segment> segments = new ArrayList<>(List.of(
                segment(memory, "Weights", 33.9, Fill.WORK_1),
                segment(memory, "KV cache", kv, Fill.WORK_2),
                segment(memory, "Activation", 1.8, Fill.WORK_3).withNote("±10 %"),
                segment(memory, "Overhead", 2.1, Fill.WORK_4)));
        if (free > 0) {
            segments.add(segment(memory, "Free", free, Fill.FREE));
        }
        bar.show(
                segments,
                new StackedBar.Limit(
                        "H100 80 GB: " + memory.text(79.19 * GIB),
                        79.19,
                        memory.text((used - 79.19) * GIB) + " too much"));
        bar.setPrefWidth(width);
        return bar;
    }

    private static StackedBar.Segment segment(MemoryText memory, String name, double gib, Fill fill) {
        return StackedBar.Segment.of(name, name, memory.text(gib * GIB), gib, fill)
                .withMore(memory.both(gib * GIB));
    }

    private TermCard card(String id) {
        TermCard card = new TermCard(texts, glossary::term);
        Optional.of(id).flatMap(glossary::term).ifPresent(card::show);
        return card;
    }
}
