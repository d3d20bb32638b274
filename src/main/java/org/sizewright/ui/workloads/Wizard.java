package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.SegmentedChoice;

/** The fields of a language model in four steps, with the result at each. Alt and an arrow go on and back, Escape closes. */
final class Wizard extends BorderPane {
    private static final double FIELD = 250;

    /** The questions in their order. */
    private enum Step {
        WHAT,
        WHOM,
        HOW,
        WHERE
    }

    private final Texts texts;
    private final Runnable close;
    private final ModelFields model;
    private final LoadFields load;
    private final StoreFields store;
    private final PlaceFields place;
    private final Map<String, FieldFrame> frames = new HashMap<>();
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
    private final List<Card> pages = new ArrayList<>();
    private final ReportCard report;
    private final MemoryCard memory;
    private Step step = Step.WHAT;

    Wizard(Texts texts, WorkloadsViewModel viewModel, Runnable close) {
        this.texts = texts;
        this.close = close;
        model = new ModelFields(texts, viewModel);
        load = new LoadFields(texts, viewModel);
        store = new StoreFields(texts, viewModel);
        place = new PlaceFields(texts, viewModel);
        memory = new MemoryCard(texts, viewModel);
        report = new ReportCard(texts, viewModel.modelDesk());
        frames.putAll(model.frames());
        frames.putAll(load.frames());
        frames.putAll(store.frames());
        frames.putAll(place.frames());
        pages.add(card("workloads.wizard.what", new FlowGrid(FIELD, 14, model.architecture(), model.engine()))
                .withActions(model.actions()));
        pages.add(card("workloads.wizard.whom", load));
        pages.add(card("workloads.wizard.how", grid(store.nodes())));
        pages.add(card("workloads.wizard.where", grid(place.nodes())));
        steps = new SegmentedChoice<>(texts.get("workloads.wizard.steps"), List.of(Step.values()), each -> name(each));
        steps.onChoose(this::go);
        title.getStyleClass().add("title");
        question.getStyleClass().add("muted");
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        sentence = new SentenceFlow(viewModel::explain);
        waiting.setText(texts.get("workloads.waiting"));
        waiting.getStyleClass().add("muted");
        waiting.setWrapText(true);
        waiting.setMinHeight(Region.USE_PREF_SIZE);
        Button leave = button("wizard-close", texts.get("workloads.wizard.close"), Icon.CLOSE, close);
        back = button("wizard-back", texts.get("workloads.wizard.back"), Icon.BACK, () -> move(-1));
        next = button("wizard-next", texts.get("workloads.wizard.next"), Icon.NEXT, () -> move(1));
        next.getStyleClass().add("primary");
        setId("wizard");
        setTop(top(leave));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        setCenter(scroll);
        setBottom(bottom());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        go(Step.WHAT);
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

    private Card card(String key, Node content) {
        return new Card(texts.get(key), content);
    }

    private static FlowGrid grid(List<Node> nodes) {
        FlowGrid grid = new FlowGrid(FIELD, 18);
        grid.show(nodes);
        return grid;
    }

    private static Button button(String id, String name, Icon icon, Runnable action) {
        Button button = new Button(name, icon.node());
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(ignored -> action.run());
        return button;
    }

    private String name(Step each) {
        return switch (each) {
            case WHAT -> texts.get("workloads.wizard.step.what");
            case WHOM -> texts.get("workloads.wizard.step.whom");
            case HOW -> texts.get("workloads.wizard.step.how");
            case WHERE -> texts.get("workloads.wizard.step.where");
        };
    }

    private String text(Step each) {
        return switch (each) {
            case WHAT -> texts.get("workloads.wizard.what.text");
            case WHOM -> texts.get("workloads.wizard.whom.text");
            case HOW -> texts.get("workloads.wizard.how.text");
            case WHERE -> texts.get("workloads.wizard.where.text");
        };
    }

    /** Begins with the first question again. */
    void restart() {
        go(Step.WHAT);
    }

    /** Puts the user where the way on is. */
    void focus() {
        next.requestFocus();
    }

    private void move(int by) {
        int to = step.ordinal() + by;
        if (to >= Step.values().length) {
            close.run();
        } else if (to >= 0) {
            go(Step.values()[to]);
        }
    }

    private void go(Step to) {
        boolean focusGoes = holdsFocus(page) || (to == Step.WHAT && back.isFocused());
        step = to;
        steps.show(to);
        question.setText(text(to));
        Card card = pages.get(to.ordinal());
        if (to == Step.WHAT) {
            page.getChildren().setAll(report, card, memory);
        } else {
            page.getChildren().setAll(card, memory);
        }
        scroll.setVvalue(0);
        back.setDisable(to == Step.WHAT);
        boolean last = to == Step.WHERE;
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

    /** Puts help on the words of the steps. */
    void explain(Glossary glossary) {
        HelpMarks.on(glossary, frames);
        store.explain(glossary);
        place.explain(glossary);
        load.explain(glossary);
        memory.explain(glossary);
    }

    void show(Sheet.Llm sheet) {
        title.setText(texts.get("workloads.wizard.title", sheet.workload().name()));
        model.show(sheet);
        load.show(sheet);
        store.show(sheet);
        place.show(sheet);
        frames.forEach((field, frame) -> frame.setNote(sheet.note(field)));
        sheet.memory().ifPresent(memory::show);
        memory.setVisible(sheet.memory().isPresent());
        memory.setManaged(sheet.memory().isPresent());
        verdict.show(sheet.verdict().word(), sheet.verdict().tone());
        sentence.show(sheet.sentence());
        waiting.setText(sheet.trouble()
                .map(trouble -> trouble.sentence() + " " + trouble.remedy())
                .orElseGet(() -> texts.get("workloads.waiting")));
        waiting.setVisible(sheet.sentence().isEmpty());
        waiting.setManaged(sheet.sentence().isEmpty());
    }
}
