package org.sizewright.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.result.platforms.PlatformComparison;
import org.sizewright.result.platforms.PlatformOutcome;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.AnswerGrid;
import org.sizewright.ui.part.Chip;

/** The live option on every platform. */
final class PlatformsPane extends OutlookPane<PlatformComparison> {
    private final Texts texts;
    private final OutlookViewModel model;
    private final AnswerGrid grid;

    PlatformsPane(OutlookViewModel model) {
        super(model, "platforms", model.texts().get("compare.platforms.waiting"));
        this.model = model;
        texts = model.texts();
        grid = new AnswerGrid(texts, "platform", 170, model::explain);
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
    }

    @Override
    Node[] answered(PlatformComparison comparison) {
        List<AnswerGrid.Head> heads = new ArrayList<>();
        comparison.outcomes().forEach(outcome -> heads.add(head(outcome)));
        grid.show(heads, PlatformLines.of(texts, comparison));
        return new Node[] {note(texts.get("compare.platforms.note")), grid.node()};
    }

    private AnswerGrid.Head head(PlatformOutcome outcome) {
        String name = outcome.trial().platform().title();
        boolean inUse = outcome.trial().inUse();
        Chip verdict = new Chip(
                texts.get(outcome.works() ? "compare.platforms.works" : "compare.platforms.worksNot"),
                outcome.works() ? Tone.OK : Tone.ERROR);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button add = new Button(
                texts.get(inUse ? "compare.platforms.inUse" : "compare.platforms.add"), inUse ? null : Icon.ADD.node());
        add.setId("add-platform-" + outcome.trial().platform().name().toLowerCase(Locale.ROOT));
        add.setDisable(inUse);
        add.setMaxWidth(Double.MAX_VALUE);
        add.setAccessibleText(texts.get("compare.platforms.add.named", name));
        add.setOnAction(ignored -> model.add(outcome));
        return new AnswerGrid.Head(name, AnswerGrid.head(name, "", inUse, new HBox(6, verdict, gap), add), inUse);
    }
}
