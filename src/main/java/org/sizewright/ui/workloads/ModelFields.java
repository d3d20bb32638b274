package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.sizewright.library.Engine;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.SearchableChoice;

/** Which model runs on which engine, with the ways to a model that the library does not have. */
final class ModelFields {
    private final SearchableChoice<ModelArchitecture> architecture;
    private final Choice<Engine> engine;
    private final Button fromFile;
    private final Button totals;

    ModelFields(Texts texts, WorkloadsViewModel model) {
        architecture = new SearchableChoice<>(texts.get("workloads.field.model"), ModelArchitecture::name);
        architecture.onChoose(chosen -> model.llm().change(architecture.name(), llm -> llm.withModel(chosen.id())));
        String engineName = texts.get("workloads.field.engine");
        engine = new Choice<>(
                engineName,
                Field.ENGINE,
                Engine::name,
                chosen -> model.llm().change(engineName, llm -> llm.withEngine(chosen.id())));
        fromFile = button(
                "model-from-file", texts.get("workloads.model.fromFile"), Icon.OPEN, model.modelDesk()::chooseFiles);
        fromFile.setTooltip(new Tooltip(texts.get("workloads.model.fromFile.tip")));
        totals = button(
                "model-totals", texts.get("workloads.model.enterTotals"), Icon.EDIT, model.modelDesk()::enterTotals);
    }

    private static Button button(String id, String name, Icon icon, Runnable action) {
        Button button = new Button(name, icon.node());
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(ignored -> action.run());
        return button;
    }

    Node[] actions() {
        return new Node[] {fromFile, totals};
    }

    FieldFrame architecture() {
        return architecture;
    }

    FieldFrame engine() {
        return engine;
    }

    Map<String, FieldFrame> frames() {
        return Map.of(Field.MODEL, architecture, Field.ENGINE, engine);
    }

    void show(Sheet.Llm sheet) {
        List<ModelArchitecture> models = sheet.models();
        architecture.show(
                models,
                models.stream()
                        .filter(each -> each.id().equals(sheet.workload().model()))
                        .findFirst());
        engine.show(
                sheet.engines(),
                sheet.engines().stream()
                        .filter(each -> each.id().equals(sheet.workload().engine()))
                        .findFirst());
    }
}
