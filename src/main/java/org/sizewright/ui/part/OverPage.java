package org.sizewright.ui.part;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** A page that fills the window: a head, a body, and beside it the Why pane, which is wider on wide windows. Escape closes it. */
public final class OverPage extends BorderPane {
    private static final double WHY = 320;
    private static final double WHY_WIDE = 430;
    private static final double WIDE = 1600;

    /** @param close what Escape does where nothing else takes it */
    public OverPage(String id, Node head, Node body, WhyPane why, Runnable close) {
        getStyleClass().add("over-page");
        setId(id);
        setMinSize(0, 0);
        setTop(head);
        setCenter(body);
        StackPane side = new StackPane(why);
        side.getStyleClass().addAll("card", "over-page-why");
        side.setMinHeight(0);
        setMargin(body, new Insets(0, 5, 14, 16));
        setMargin(side, new Insets(0, 16, 14, 5));
        setRight(side);
        widthProperty().subscribe(width -> {
            double wanted = width.doubleValue() >= WIDE ? WHY_WIDE : WHY;
            side.setMinWidth(wanted);
            side.setPrefWidth(wanted);
            side.setMaxWidth(wanted);
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }
}
