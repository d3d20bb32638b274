package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.Traffic.RequestKind;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.TextEntry;

/** The kinds of requests of a load, one row each; their shares stay 100 percent. */
final class KindRows extends VBox {
    private static final int MOST = 20;

    private final Texts texts;
    private final WorkloadsViewModel model;
    private final VBox rows = new VBox(10);
    private final Button add;
    private final List<Row> shown = new ArrayList<>();
    private Consumer<Row> help = ignored -> {};

    KindRows(Texts texts, WorkloadsViewModel model) {
        this.texts = texts;
        this.model = model;
        add = new Button(texts.get("workloads.kinds.add"), Icon.ADD.node());
        add.setId("add-kind");
        add.getStyleClass().add("flat");
        add.setOnAction(ignored -> change(
                texts.get("workloads.kinds.add"),
                kinds -> RequestKinds.with(
                        kinds, new RequestKind(texts.get("workloads.kinds.new", kinds.size() + 1), 1, 2000, 400))));
        setSpacing(8);
        getChildren().setAll(rows, add);
    }

    /** Changes the list of kinds. */
    private interface Change {
        List<RequestKind> of(List<RequestKind> kinds);
    }

    private void change(String what, Change change) {
        model.llm().change(what, llm -> changed(llm, change));
    }

    private static LlmServing changed(LlmServing llm, Change change) {
        return llm.withTraffic(llm.traffic().map(load -> load.withKinds(change.of(load.kinds()))));
    }

    /** Puts help on the words of all rows, also of those to come. */
    void explain(Glossary glossary) {
        help = row -> HelpMarks.on(
                glossary,
                Map.of(
                        Field.KIND_NAME,
                        row.name,
                        Field.KIND_INPUT,
                        row.input.node(),
                        Field.KIND_OUTPUT,
                        row.output.node()));
        shown.forEach(help);
    }

    void show(WorkloadId of, Traffic load) {
        List<RequestKind> kinds = load.kinds();
        while (shown.size() > kinds.size()) {
            shown.removeLast();
            rows.getChildren().removeLast();
        }
        while (shown.size() < kinds.size()) {
            Row row = new Row(shown.size());
            help.accept(row);
            shown.add(row);
            rows.getChildren().add(row);
        }
        for (int i = 0; i < kinds.size(); i++) {
            shown.get(i).show(of, kinds.get(i), kinds.size() == 1);
        }
        add.setDisable(kinds.size() >= MOST);
    }

    private final class Row extends HBox {
        private final TextEntry name;
        private final PlanNumber share;
        private final PlanNumber input;
        private final PlanNumber output;
        private final Button remove = new Button();

        Row(int index) {
            name = new TextEntry(texts, texts.get("workloads.kinds.name"));
            name.field().setId(Field.KIND_NAME + "-" + index);
            name.onCommit(text -> with(
                    index,
                    name.name(),
                    kind -> new RequestKind(text, kind.sharePercent(), kind.inputTokens(), kind.outputTokens())));
            String shareName = texts.get("workloads.kinds.share");
            share = PlanNumber.decimal(
                    texts,
                    "kind-share-" + index,
                    new NumberField.Spec(shareName, "%", new BigDecimal("0.01"), BigDecimal.valueOf(100), 2),
                    percent -> change(shareName, kinds -> RequestKinds.withShare(kinds, index, percent)));
            String inputName = texts.get("workloads.kinds.input");
            input = tokens(
                    inputName,
                    Field.KIND_INPUT + "-" + index,
                    tokens -> with(
                            index,
                            inputName,
                            kind -> new RequestKind(kind.name(), kind.sharePercent(), tokens, kind.outputTokens())));
            String outputName = texts.get("workloads.kinds.output");
            output = tokens(
                    outputName,
                    Field.KIND_OUTPUT + "-" + index,
                    tokens -> with(
                            index,
                            outputName,
                            kind -> new RequestKind(kind.name(), kind.sharePercent(), kind.inputTokens(), tokens)));
            String removeName = texts.get("workloads.kinds.remove");
            remove.setGraphic(Icon.REMOVE.node());
            remove.setId("kind-remove-" + index);
            remove.getStyleClass().addAll("flat", "icon-only");
            remove.setAccessibleText(removeName);
            remove.setTooltip(new Tooltip(removeName));
            remove.setOnAction(ignored -> change(removeName, kinds -> RequestKinds.without(kinds, index)));
            StackPane aligned = new StackPane(remove);
            aligned.setAlignment(Pos.TOP_CENTER);
            aligned.setPadding(new Insets(24, 0, 0, 0));
            width(share.node(), 92);
            width(input.node(), 126);
            width(output.node(), 126);
            name.setMinWidth(120);
            HBox.setHgrow(name, Priority.ALWAYS);
            setSpacing(10);
            getChildren().setAll(name, share.node(), input.node(), output.node(), aligned);
        }

        /** Changes one kind. */
        private void with(int index, String what, UnaryOperator<RequestKind> change) {
            KindRows.this.change(what, kinds -> RequestKinds.replaced(kinds, index, change.apply(kinds.get(index))));
        }

        private PlanNumber tokens(String label, String id, IntConsumer commit) {
            return new PlanNumber(
                    texts,
                    id,
                    NumberField.Spec.whole(label, texts.get("workloads.unit.tokens"), 1, LlmServing.MAX_CONTEXT),
                    commit);
        }

        void show(WorkloadId of, RequestKind kind, boolean only) {
            name.show(kind.name());
            share.show(of, kind.sharePercent());
            share.node().setDisable(only);
            input.show(of, kind.inputTokens());
            output.show(of, kind.outputTokens());
            remove.setDisable(only);
        }

        private static void width(Region field, double width) {
            field.setMinWidth(width);
            field.setPrefWidth(width);
            field.setMaxWidth(width);
        }
    }
}
