package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.FacetList;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.StackedBar;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class PartsTest {
    record Server(String name, Optional<Integer> watts, String state) {}

    private final List<BigDecimal> committed = new ArrayList<>();
    private final List<Set<String>> ticked = new ArrayList<>();
    private final List<String> segments = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private NumberField number;
    private TextField other;
    private FacetList facets;
    private DataTable<Server> table;
    private StackedBar bar;

    @Start
    void start(Stage stage) {
        Texts texts = Texts.english();
        number = new NumberField(texts, NumberField.Spec.whole("Load", "users", 1, 100_000));
        number.show(BigDecimal.valueOf(300));
        number.onCommit(committed::add);
        number.field().setId("number");
        other = new TextField();
        other.setId("other");
        facets = new FacetList(texts, "Vendor");
        facets.show(List.of(
                new FacetList.Facet("dell", "Dell Technologies", 31),
                new FacetList.Facet("hpe", "HPE", 28),
                new FacetList.Facet("cisco", "Cisco", 0)));
        facets.onChange(ticked::add);
        table = new DataTable<>(
                texts,
                "Servers",
                Server::name,
                List.of(
                        Column.words("name", "Server", s -> Cell.text(s.name())),
                        Column.numbers(
                                "watts",
                                "Power, W",
                                s -> s.watts()
                                        .map(w -> Cell.number(String.format("%,d", w), w))
                                        .orElse(Cell.unknown("not given"))),
                        Column.words("state", "State", s -> Cell.chip(s.state(), Tone.OK))));
        table.view().setId("table");
        table.onOpen(server -> opened.add(server.name()));
        table.show(List.of(
                new Server("b", Optional.of(900), "Certified"),
                new Server("a", Optional.empty(), "Qualified"),
                new Server("c\td", Optional.of(10_200), "Certified")));
        bar = new StackedBar("Memory");
        bar.show(
                List.of(
                        StackedBar.Segment.of("w", "Weights", "33.9", 33.9, Fill.WORK_1),
                        StackedBar.Segment.of("k", "KV cache", "33.5", 33.5, Fill.WORK_2)),
                79.19);
        bar.onSelect(segment -> segments.add(segment.id()));
        Scene scene = new Scene(new VBox(10, number, other, facets, table, bar), 800, 700);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void type(FxRobot robot, String text) {
        robot.interact(() -> {
            number.field().requestFocus();
            number.field().setText(text);
        });
    }

    @Test
    void aNumberIsCommittedWithEnterOnce(FxRobot robot) {
        type(robot, "1,500");
        assertThat(committed).isEmpty();
        robot.type(KeyCode.ENTER);
        robot.interact(other::requestFocus);
        assertThat(committed).containsExactly(new BigDecimal("1500"));
        assertThat(number.field().getText()).isEqualTo("1,500 users");
    }

    @Test
    void aNumberIsCommittedOnLeaving(FxRobot robot) {
        type(robot, "42 users");
        robot.interact(other::requestFocus);
        assertThat(committed).containsExactly(new BigDecimal("42"));
    }

    @Test
    void escapeBringsTheLastGoodNumberBack(FxRobot robot) {
        type(robot, "oops");
        robot.type(KeyCode.ENTER);
        assertThat(number.isInvalid()).isTrue();
        robot.type(KeyCode.ESCAPE);
        robot.interact(other::requestFocus);
        assertThat(number.isInvalid()).isFalse();
        assertThat(number.field().getText()).isEqualTo("300 users");
        assertThat(committed).isEmpty();
    }

    @Test
    void anUnchangedNumberIsNotCommitted(FxRobot robot) {
        type(robot, "300");
        robot.interact(other::requestFocus);
        assertThat(committed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|Enter a number from 1 users to 100,000 users.",
                "100001|Enter a number from 1 users to 100,000 users.",
                "1.5|Enter a whole number.",
                "1,5|\u201c1,5\u201d is not a number. Write it like 1,024 or 0.9.",
                "''|Enter a number."
            })
    void whatIsWrongStandsBesideTheField(String typed, String message, FxRobot robot) {
        type(robot, typed);
        assertThat(number.isInvalid()).as("never while typing").isFalse();
        robot.interact(other::requestFocus);
        assertThat(number.isInvalid()).isTrue();
        assertThat(number.textBelow()).isEqualTo(message);
        assertThat(number.value()).contains(BigDecimal.valueOf(300));
        assertThat(committed).isEmpty();
    }

    @Test
    void facetsAreTickedByMouseAndKeyboard(FxRobot robot) {
        robot.clickOn("#facet-dell");
        robot.interact(() -> robot.lookup("#facet-hpe").queryAs(CheckBox.class).requestFocus());
        robot.type(KeyCode.SPACE);
        robot.clickOn("#facet-dell");
        assertThat(ticked).containsExactly(Set.of("dell"), Set.of("dell", "hpe"), Set.of("hpe"));
        assertThat(facets.chosen()).containsExactly("hpe");
    }

    @Test
    void aTickedFacetStaysWhenItsRowsAreGone(FxRobot robot) {
        robot.interact(() -> {
            facets.choose(Set.of("cisco"));
            facets.show(List.of(new FacetList.Facet("dell", "Dell", 3), new FacetList.Facet("cisco", "Cisco", 0)));
        });
        assertThat(robot.lookup("#facet-cisco").queryAs(CheckBox.class).isSelected())
                .isTrue();
    }

    @Test
    void copyingPutsTitlesAndSelectedRowsOnTheClipboard(FxRobot robot) {
        robot.interact(() -> {
            table.select(Set.of("b", "c\td"));
            table.view().requestFocus();
        });
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).isEqualTo("Server\tPower, W\tState\nb\t900\tCertified\nc d\t10,200\tCertified\n");
    }

    @Test
    void withoutASelectionTheWholeTableIsCopied(FxRobot robot) {
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = table.toTsv());
        assertThat(copied[0].lines()).hasSize(4).contains("a\tnot given\tQualified");
    }

    @Test
    void rowsAreSortedByNumberAndUnknownsComeLastBothWays(FxRobot robot) {
        robot.interact(() -> table.sortBy("watts", true));
        assertThat(table.toTsv().lines().skip(1).map(line -> line.substring(0, 1)))
                .containsExactly("b", "c", "a");
        robot.interact(() -> table.sortBy("watts", false));
        assertThat(table.toTsv().lines().skip(1).map(line -> line.substring(0, 1)))
                .containsExactly("c", "b", "a");
    }

    @Test
    void theSelectionOutlivesNewRows(FxRobot robot) {
        robot.interact(() -> {
            table.select(Set.of("a"));
            table.show(List.of(new Server("z", Optional.of(1), "x"), new Server("a", Optional.of(2), "y")));
        });
        assertThat(table.selected()).containsExactly(new Server("a", Optional.of(2), "y"));
    }

    @Test
    void enterOpensARow(FxRobot robot) {
        robot.interact(() -> {
            table.select(Set.of("a"));
            table.view().requestFocus();
        });
        robot.type(KeyCode.ENTER);
        assertThat(opened).containsExactly("a");
    }

    @Test
    void segmentsAreChosenByKeyboardAndSpokenOf(FxRobot robot) {
        robot.interact(() -> bar.lookup(".lane").requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(segments).containsExactly("k");
        assertThat(bar.lookup(".lane").getAccessibleText()).isEqualTo("Memory: KV cache 33.5");
    }
}
