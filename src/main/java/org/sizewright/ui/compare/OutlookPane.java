package org.sizewright.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.EmptyState;

/** Something that is worked out while it is looked at: its answer, how far it is, or why it is not there. */
abstract class OutlookPane<A> extends VBox {
    private final Texts texts;
    private final Label progress = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop;
    private final VBox working;
    private final EmptyState waiting;
    private final EmptyState stopped;

    OutlookPane(OutlookViewModel model, String id, String waitingText) {
        texts = model.texts();
        setId(id);
        setSpacing(12);
        stop = new Button(texts.get("compare.outlook.stop"), Icon.CLOSE.node());
        stop.setId(id + "-stop");
        stop.setOnAction(ignored -> model.stop());
        bar.setMaxWidth(280);
        bar.setAccessibleText(texts.get("compare.outlook.working"));
        progress.getStyleClass().add("muted");
        working = new VBox(12, progress, bar, stop);
        working.setAlignment(Pos.CENTER);
        waiting = new EmptyState(Icon.COMPARE, Tone.NEUTRAL, texts.get("compare.outlook.waiting"), waitingText);
        stopped = new EmptyState(
                        Icon.COMPARE,
                        Tone.NEUTRAL,
                        texts.get("compare.outlook.stopped"),
                        texts.get("compare.outlook.stopped.text"))
                .withAction(texts.get("compare.outlook.again"), model::ask);
        for (Region each : new Region[] {working, waiting, stopped}) {
            VBox.setVgrow(each, Priority.ALWAYS);
            each.setMaxHeight(Double.MAX_VALUE);
        }
    }

    void show(Phase<A> phase) {
        switch (phase) {
            case Phase.Waiting<A> nobody -> getChildren().setAll(waiting);
            case Phase.Stopped<A> ended -> getChildren().setAll(stopped);
            case Phase.Working<A> some -> {
                progress.setText(
                        some.all() == 0
                                ? texts.get("compare.outlook.working")
                                : texts.get("compare.outlook.progress", some.done(), some.all()));
                bar.setProgress(
                        some.all() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) some.done() / some.all());
                if (!getChildren().contains(working)) {
                    getChildren().setAll(working);
                }
            }
            case Phase.Answered<A> there -> getChildren().setAll(answered(there.answer()));
        }
    }

    /** The nodes of an answer. */
    abstract Node[] answered(A answer);

    /** A line of small words that wraps. */
    static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(note, Priority.ALWAYS);
        return note;
    }
}
