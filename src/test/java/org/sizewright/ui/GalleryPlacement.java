package org.sizewright.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.GpuStrip;
import org.sizewright.ui.part.Legend;

/** A screen of GPU strips with invented contents, to look at. */
final class GalleryPlacement {
    private GalleryPlacement() {}

    static Node screen() {
        Label title = new Label("Placement");
        title.getStyleClass().add("screen-title");
        Button prove = new Button("Prove again", Icon.RUN.node());
        HBox head = new HBox(10, title, new Chip("Proven minimum: 3 hosts, 1 spare", Tone.OK), Gallery.grow(), prove);
        head.setAlignment(Pos.CENTER_LEFT);
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < Fill.WORK_COLOURS; i++) {
            entries.add(new Legend.Entry("workload " + (i + 1), Fill.work(i)));
        }
        entries.add(new Legend.Entry("stranded", Fill.STRANDED));
        entries.add(new Legend.Entry("kept free", Fill.RESERVED));
        entries.add(new Legend.Entry("free", Fill.FREE));
        VBox hosts = new VBox(14);
        for (int host = 1; host <= 3; host++) {
            hosts.getChildren().add(host("esx-0" + host, host));
        }
        return Gallery.page(head, new Legend(entries), new Card("8 × H100 80 GB in a host", hosts));
    }

    private static Node host(String name, int seed) {
        Label label = new Label(name);
        label.getStyleClass().add("strong");
        Label under = new Label("96 of 128 vCPU\n1.5 of 2 TiB");
        under.getStyleClass().add("note");
        VBox left = new VBox(2, label, under);
        left.setMinWidth(96);
        GridPane strips = new GridPane();
        strips.setHgap(10);
        strips.setVgap(6);
        for (int i = 0; i < 8; i++) {
            GpuStrip strip = new GpuStrip(name + " GPU " + i);
            switch ((i + seed) % 4) {
                case 0 -> strip.show(8, List.of(piece("chat-" + i, "chat", 0, 8, Fill.WORK_1)), "full, H100XM-80C");
                case 1 ->
                    strip.show(
                            8,
                            List.of(
                                    piece("3g.40gb embed", "3g.40gb", 0, 4, Fill.WORK_5),
                                    piece("2g.20gb rag", "2g", 4, 2, Fill.WORK_3),
                                    piece("1g.10gb", "1g", 6, 1, Fill.WORK_4),
                                    piece("", "", 7, 1, Fill.STRANDED)),
                            "MIG, 1 slice stranded");
                case 2 ->
                    strip.show(
                            8,
                            List.of(
                                    piece("20C nb-1", "20C", 0, 2, Fill.WORK_2),
                                    piece("20C nb-2", "20C", 2, 2, Fill.WORK_6),
                                    piece("20C nb-3", "20C", 4, 2, Fill.WORK_8)),
                            "equal-size 20C");
                default -> strip.show(8, List.of(piece("spare", "", 0, 8, Fill.RESERVED)), "kept free");
            }
            GridPane.setHgrow(strip, Priority.ALWAYS);
            strip.setMaxWidth(Double.MAX_VALUE);
            strips.add(strip, i % 4, i / 4);
        }
        HBox.setHgrow(strips, Priority.ALWAYS);
        return new HBox(8, left, strips);
    }

    private static GpuStrip.Slot piece(String label, String brief, double start, double size, Fill fill) {
        return new GpuStrip.Slot(label + start, List.of(label, brief), start, size, fill, label + ", slices " + start);
    }
}
