package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.library.VectorElementId;
import org.sizewright.library.VectorIndexId;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.VectorStore;
import org.sizewright.plan.Workload;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.PressBox;
import org.sizewright.ui.workloads.WorkloadsView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class RetrievalUseTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private Bench bench;
    private WorkloadsView view;

    @Start
    void start(Stage stage) {
        bench = new Bench(SamplePlans.standard(), REFERENCES);
        view = new WorkloadsView(bench, Runnable::run);
        bench.add(view);
        Scene scene = new Scene(new StackPane(view.view()), 1600, 1000);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private Retrieval retrieval() {
        return bench.plan().workloads().stream()
                .filter(Retrieval.class::isInstance)
                .map(Retrieval.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void add(FxRobot robot, String preset) {
        MenuButton add = robot.lookup("#add-workload").queryAs(MenuButton.class);
        Menu kinds = add.getItems().stream()
                .filter(item -> "add-retrieval".equals(item.getId()))
                .map(Menu.class::cast)
                .findFirst()
                .orElseThrow();
        fire(robot, kinds.getItems(), "add-retrieval-" + preset);
    }

    private static void fire(FxRobot robot, List<MenuItem> items, String id) {
        MenuItem item = items.stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow();
        robot.interact(item::fire);
    }

    private static void enter(FxRobot robot, String field, String text) {
        TextField found = robot.lookup(field).queryAs(TextField.class);
        robot.interact(found::requestFocus);
        robot.interact(found::selectAll);
        robot.type(KeyCode.DELETE).write(text).type(KeyCode.ENTER);
    }

    private static boolean isThere(FxRobot robot, String field) {
        return robot.lookup(field).tryQuery().isPresent();
    }

    @SuppressWarnings("unchecked")
    private static void choose(FxRobot robot, String box, String word) {
        ComboBox<Object> found = (ComboBox<Object>) robot.lookup(box).queryAs(ComboBox.class);
        robot.interact(() -> found.getItems().stream()
                .filter(item -> found.getConverter().toString(item).startsWith(word))
                .findFirst()
                .ifPresentOrElse(found::setValue, () -> {
                    throw new AssertionError("no " + word + " in " + found.getItems());
                }));
    }

    private String words() {
        return words(view.view());
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.lookupAll(".label")
                .forEach(label -> words.append(((Label) label).getText()).append('\n'));
        return words.toString();
    }

    @Test
    void aPresetIsAddedCarriedAndCalculated(FxRobot robot) {
        add(robot, "office");
        Retrieval made = retrieval();
        assertThat(made.corpus().chunkTokens()).isEqualTo(512);
        assertThat(made.store().index()).isEqualTo(VectorIndexId.of("hnsw"));
        assertThat(bench.plan().liveOption().assignment(made.id())).isPresent();
        assertThat(words()).contains("Passages = vectors", "Database machines", "First indexing");
        // 10,000 documents of 11 passages
        assertThat(words()).contains("110,000");
        robot.interact(bench::undo);
        assertThat(bench.plan().workloads()).noneMatch(Retrieval.class::isInstance);
    }

    @Test
    void onlyTheFieldsOfTheIndexAreAsked(FxRobot robot) {
        add(robot, "office");
        assertThat(isThere(robot, "#rag-links")).isTrue();
        assertThat(isThere(robot, "#rag-segments")).isFalse();
        assertThat(isThere(robot, "#rag-originals-KEPT")).isFalse();
        choose(robot, "#rag-index", "IVF lists of PQ");
        assertThat(retrieval().store().index()).isEqualTo(VectorIndexId.of("ivf-pq"));
        assertThat(isThere(robot, "#rag-links")).isFalse();
        assertThat(isThere(robot, "#rag-element")).isFalse();
        assertThat(isThere(robot, "#rag-segments")).isTrue();
        ToggleButton dropped = robot.lookup("#rag-originals-DROPPED").queryAs(ToggleButton.class);
        robot.interact(dropped::fire);
        assertThat(retrieval().store().originals()).isEqualTo(VectorStore.Originals.DROPPED);
        enter(robot, "#rag-segments", "96");
        assertThat(retrieval().store().codeSegments()).isEqualTo(96);
    }

    @Test
    void numbersAreTakenOrExplainThemselves(FxRobot robot) {
        add(robot, "office");
        enter(robot, "#rag-documents", "250000");
        assertThat(retrieval().corpus().documents()).isEqualTo(250_000);
        enter(robot, "#rag-overlap", "512");
        assertThat(retrieval().corpus().overlapTokens()).isEqualTo(50);
        assertThat(words()).contains("The overlap must be shorter than the passage: at most 511 tokens.");
        enter(robot, "#rag-overlap", "100");
        assertThat(retrieval().corpus().overlapTokens()).isEqualTo(100);
        enter(robot, "#rag-passage", "80");
        assertThat(retrieval().corpus().overlapTokens()).isEqualTo(79);
        enter(robot, "#rag-embeddingSpeed", "40000");
        assertThat(retrieval().embedding().tokensPerSecond()).contains(40_000.0);
        assertThat(words()).contains("per machine, as measured");
        enter(robot, "#rag-embeddingSpeed", "");
        assertThat(retrieval().embedding().tokensPerSecond()).isEmpty();
        assertThat(words()).contains("estimated: not measured on this GPU and engine");
        enter(robot, "#rag-tokens", "7000000");
        assertThat(retrieval().corpus().tokens()).contains(7e6);
        enter(robot, "#rag-databaseMemory", "0");
        assertThat(retrieval().databaseVm().memoryGib()).isEqualTo(64);
    }

    @Test
    void anotherIndexIsExplainedAndTakenOver(FxRobot robot) {
        add(robot, "office");
        TableView<?> table = robot.lookup("#rag-compare").queryAs(TableView.class);
        assertThat(table.getItems()).hasSize(13);
        robot.interact(() -> table.getSelectionModel().clearAndSelect(2));
        assertThat(bench.explained().getLast().title()).contains("Memory of one copy");
        ButtonBase use = robot.lookup("#rag-compare-use").queryAs(ButtonBase.class);
        robot.interact(use::fire);
        assertThat(retrieval().store().index()).isEqualTo(VectorIndexId.of("flat"));
        assertThat(retrieval().store().element()).isEqualTo(VectorElementId.of("int8"));
    }

    @Test
    void figuresAreExplained(FxRobot robot) {
        add(robot, "office");
        Node tile = robot.lookup(".figure-tile").queryAll().stream()
                .filter(PressBox.class::isInstance)
                .filter(box -> String.valueOf(box.getAccessibleText()).startsWith("Index in memory"))
                .findFirst()
                .orElseThrow();
        robot.interact(tile::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(bench.cells().getLast().figure().title()).isEqualTo("Index");
    }

    @Test
    void theLanguageModelForItIsAddedWithItsLoad(FxRobot robot) {
        add(robot, "office");
        int before = bench.plan().workloads().size();
        ButtonBase answering = robot.lookup("#rag-add-answering").queryAs(ButtonBase.class);
        robot.interact(answering::fire);
        assertThat(bench.plan().workloads()).hasSize(before + 1);
        Workload added = bench.plan().workloads().getLast();
        assertThat(added).isInstanceOfSatisfying(LlmServing.class, llm -> {
            assertThat(llm.name()).isEqualTo("Document search: answers");
            assertThat(llm.traffic().map(load -> load.users())).isEqualTo(Optional.of(500));
            assertThat(llm.contextTokens()).isGreaterThanOrEqualTo(5400);
        });
    }

    @Test
    void theWizardLeadsFromTheDocumentsToTheMachines(FxRobot robot) {
        MenuButton add = robot.lookup("#add-workload").queryAs(MenuButton.class);
        fire(robot, add.getItems(), "add-retrieval-wizard");
        Node wizard = robot.lookup("#wizard").query();
        MenuButton presets = robot.lookup("#rag-presets").queryAs(MenuButton.class);
        fire(robot, presets.getItems(), "rag-preset-wiki");
        assertThat(retrieval().corpus().pagesPerDocument()).isEqualTo(3);
        enter(robot, "#rag-documents", "20000");
        assertThat(retrieval().corpus().documents()).isEqualTo(20_000);
        assertThat(words(wizard)).contains("What follows", "24,000,000");
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        enter(robot, "#rag-passage", "200");
        assertThat(retrieval().corpus().chunkTokens()).isEqualTo(200);
        assertThat(words(wizard)).contains("Passages per document", "Tokens to embed");
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        enter(robot, "#rag-users", "9000");
        assertThat(words(wizard)).contains("12.5");
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        enter(robot, "#rag-replicas", "3");
        assertThat(retrieval().store().replicas()).isEqualTo(3);
        assertThat(wizard.lookup("#rag-compare")).isNotNull();
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertThat(words(wizard)).contains("Embedding model: one machine reads");
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        Node machines = robot.lookup(".figure-tile").queryAll().stream()
                .filter(box -> String.valueOf(box.getAccessibleText()).startsWith("Database machines"))
                .findFirst()
                .orElseThrow();
        robot.interact(machines::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(bench.cells().getLast().figure().id()).isEqualTo("rag_database_vms");
        ButtonBase done = robot.lookup("#wizard-next").queryAs(ButtonBase.class);
        robot.interact(done::fire);
        assertThat(isThere(robot, "#wizard")).isFalse();
    }

    @Test
    void anotherPresetKeepsDocumentsAndMachines(FxRobot robot) {
        add(robot, "office");
        enter(robot, "#rag-documents", "123456");
        MenuButton presets = robot.lookup("#rag-presets").queryAs(MenuButton.class);
        fire(robot, presets.getItems(), "rag-preset-archive");
        assertThat(retrieval().corpus().documents()).isEqualTo(123_456);
        assertThat(retrieval().corpus().pagesPerDocument()).isEqualTo(20);
        assertThat(retrieval().store().index()).isEqualTo(VectorIndexId.of("ivf-pq"));
        assertThat(bench.steps().getLast()).contains("Large archive");
    }
}
