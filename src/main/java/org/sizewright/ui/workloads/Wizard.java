package org.sizewright.ui.workloads;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Cell;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.SegmentedChoice;

/** The fields of a workload as a few questions, with the result at each. Alt and an arrow go on and back, Escape closes. */
final class Wizard extends BorderPane {
    static final double FIELD = 250;

    /**
     * One question.
     *
     * @param name on the way from first to last
     * @param nodes what is shown for it; some may belong to several questions
     */
    record Step(String name, String question, List<Node> nodes) {
        Step {
            nodes = List.copyOf(nodes);
        }
    }

    private final Texts texts;
    private final Runnable close;
    private final List<Step> asked;
    private final SegmentedChoice<Step> steps;
    private final Label title = new Label();
    private final Label question = new Label();
    private final VBox page = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(page);
    private final Chip verdict = new Chip("", Tone.NEUTRAL);
    private final SentenceFlow sentence;
    private final Label waiting = new Label();
    private final Button back;
    private final Button next;
    private int at;

    Wizard(Texts texts, List<Step> asked, Consumer<Cell> explain, Runnable close) {
        this.texts = texts;
        this.close = close;
        this.asked = List.copyOf(asked);
        steps = new SegmentedChoice<>(texts.get("workloads.wizard.steps"), this.asked, Step::name);
        steps.onChoose(step -> go(this.asked.indexOf(step)));
        title.getStyleClass().add("title");
        question.getStyleClass().add("muted");
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        sentence = new SentenceFlow(explain);
        waiting.setText(texts.get("workloads.waiting"));
        waiting.getStyleClass().add("muted");
        waiting.setWrapText(true);
        waiting.setMinHeight(Region.USE_PREF_SIZE);
        Button leave = button("wizard-close", texts.get("workloads.wizard.close"), Icon.CLOSE, close);
        back = button("wizard-back", texts.get("workloads.wizard.back"), Icon.BACK, () -> move(-1));
        next = button("wizard-next", texts.get("workloads.wizard.next"), Icon.NEXT, () -> move(1));
        next.getStyleClass().add("primary");
        setId("wizard");
        setMinWidth(0);
        setTop(top(leave));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        setCenter(scroll);
        setBottom(bottom());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        go(0);
    }

    private Node top(Button leave) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, title, gap, leave);
        line.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        VBox top = new VBox(10, line, steps, question);
        top.setPadding(new Insets(0, 0, 12, 0));
        return top;
    }

    private Node bottom() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, verdict, gap, back, next);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox bottom = new VBox(8, sentence.node(), waiting, line);
        bottom.setId("wizard-result");
        bottom.getStyleClass().add("card");
        BorderPane.setMargin(bottom, new Insets(12, 0, 0, 0));
        return bottom;
    }

    private static Button button(String id, String name, Icon icon, Runnable action) {
        Button button = new Button(name, icon.node());
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(ignored -> action.run());
        return button;
    }

    /** Begins with the first question again. */
    void restart() {
        go(0);
    }

    /** Puts the user where the way on is. */
    void focus() {
        next.requestFocus();
    }

    private void move(int by) {
        int to = at + by;
        if (to >= asked.size()) {
            close.run();
        } else if (to >= 0) {
            go(to);
        }
    }

    private void go(int to) {
        boolean focusGoes = holdsFocus(page) || (to == 0 && back.isFocused());
        at = to;
        Step step = asked.get(to);
        steps.show(step);
        question.setText(step.question());
        page.getChildren().setAll(step.nodes());
        scroll.setVvalue(0);
        back.setDisable(to == 0);
        boolean last = to == asked.size() - 1;
        next.setText(texts.get(last ? "workloads.wizard.done" : "workloads.wizard.next"));
        next.setGraphic(last ? Icon.OK.node() : Icon.NEXT.node());
        if (focusGoes) {
            // else keys would reach nobody
            next.requestFocus();
        }
    }

    private static boolean holdsFocus(Node node) {
        Scene scene = node.getScene();
        for (Node at = scene == null ? null : scene.getFocusOwner(); at != null; at = at.getParent()) {
            if (at == node) {
                return true;
            }
        }
        return false;
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.RIGHT) {
            move(1);
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            move(-1);
            event.consume();
        }
    }

    /** Shows how the workload stands; its fields are shown by whoever made them. */
    void show(Sheet sheet) {
        title.setText(texts.get("workloads.wizard.title", sheet.workload().name()));
        verdict.show(sheet.verdict().word(), sheet.verdict().tone());
        sentence.show(sheet.sentence());
        waiting.setText(sheet.trouble()
                .map(trouble -> trouble.sentence() + " " + trouble.remedy())
                .orElseGet(() -> texts.get("workloads.waiting")));
        waiting.setVisible(sheet.sentence().isEmpty());
        waiting.setManaged(sheet.sentence().isEmpty());
    }
}
