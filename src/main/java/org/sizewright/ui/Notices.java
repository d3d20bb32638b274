package org.sizewright.ui;

import atlantafx.base.controls.Notification;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.sizewright.session.Notice;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.part.Why;

/** Short messages over the window: what went well goes away by itself, what was refused stays until it is closed. */
final class Notices extends VBox {
    private static final Duration SHOWN = Duration.seconds(5);
    private static final int MOST = 3;

    Notices() {
        super(8);
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_RIGHT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
    }

    void show(Notice notice) {
        show(notice, Optional.empty());
    }

    /** With a button for something to do about it. */
    void show(Notice notice, Why.Step step) {
        show(notice, Optional.of(step));
    }

    /** Something that goes on, shown until it ends. */
    interface Ongoing {
        void say(String words);

        void end();
    }

    /** Shows that something goes on, with a button that stops it. */
    Ongoing begin(String words, Why.Step stop) {
        Notification shown = new Notification(words, Icon.INFO.node());
        shown.setMaxWidth(420);
        shown.setMinHeight(Region.USE_PREF_SIZE);
        Button button = new Button(stop.label());
        button.setId("notice-stop");
        button.setOnAction(event -> {
            button.setDisable(true);
            stop.action().run();
        });
        shown.setPrimaryActions(button);
        shown.setOnClose(event -> getChildren().remove(shown));
        shown.setAccessibleText(words);
        getChildren().add(shown);
        return new Ongoing() {
            @Override
            public void say(String now) {
                shown.setMessage(now);
                shown.setAccessibleText(now);
            }

            @Override
            public void end() {
                getChildren().remove(shown);
            }
        };
    }

    private void show(Notice notice, Optional<Why.Step> step) {
        String text = notice.advice().isEmpty() ? notice.sentence() : notice.sentence() + " " + notice.advice();
        Notification shown = new Notification(text, (notice.kind() == Notice.Kind.DONE ? Icon.OK : Icon.WARN).node());
        shown.getStyleClass().add(notice.kind() == Notice.Kind.DONE ? "done" : "refused");
        shown.setMaxWidth(420);
        shown.setMinHeight(Region.USE_PREF_SIZE);
        shown.setAccessibleText(text);
        shown.setOnClose(event -> getChildren().remove(shown));
        step.ifPresent(action -> {
            Button button = new Button(action.label());
            button.setOnAction(event -> {
                getChildren().remove(shown);
                action.action().run();
            });
            shown.setPrimaryActions(button);
        });
        getChildren().add(shown);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        if (notice.kind() == Notice.Kind.DONE) {
            PauseTransition wait = new PauseTransition(SHOWN);
            wait.setOnFinished(event -> getChildren().remove(shown));
            wait.play();
        }
    }
}
