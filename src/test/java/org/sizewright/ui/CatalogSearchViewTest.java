package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.session.CatalogDeskFile;
import org.sizewright.ui.catalog.CatalogView;
import org.sizewright.ui.look.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class CatalogSearchViewTest {
    private static final SampleStates STATES = new SampleStates();

    private final CatalogDeskFile desk = CatalogDeskFile.inMemory();

    @Start
    void start(Stage stage) {
        CatalogView view = new CatalogView(new QuietWorkspace(ignored -> {}), desk);
        view.show(STATES.standard());
        Scene scene = new Scene(new StackPane(view.view()), 1200, 900);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#catalog-servers").queryTableView();
    }

    private static String count(FxRobot robot) {
        return robot.lookup("#catalog-count").queryAs(Label.class).getText();
    }

    private static List<String> chips(FxRobot robot) {
        return robot.lookup(".filter-chip .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static void choose(FxRobot robot, String... path) {
        robot.interact(() -> {
            MenuButton menu = robot.lookup("#catalog-saved").queryAs(MenuButton.class);
            menu.getOnShowing().handle(null);
            List<MenuItem> items = menu.getItems();
            for (String text : path) {
                MenuItem item = items.stream()
                        .filter(each -> text.equals(each.getText()))
                        .findFirst()
                        .orElseThrow();
                if (item instanceof javafx.scene.control.Menu more) {
                    items = more.getItems();
                } else {
                    item.fire();
                }
            }
        });
    }

    @Test
    void aMistypedWordIsForgivenAndToldSo(FxRobot robot) {
        Label note = robot.lookup("#catalog-correction").queryAs(Label.class);
        assertThat(note.isVisible()).isFalse();
        type(robot, "#catalog-search", "supermcro");
        assertThat(note.isVisible()).isTrue();
        assertThat(note.getText()).isEqualTo("Nothing for \u201csupermcro\u201d; showing \u201cSupermicro\u201d.");
        assertThat(table(robot).getItems()).isNotEmpty();
        type(robot, "#catalog-search", "supermicro");
        assertThat(note.isVisible()).isFalse();
    }

    @Test
    void everythingThatNarrowsIsAChip(FxRobot robot) {
        type(robot, "#catalog-search", "dell");
        robot.clickOn("#facet-CERTIFIED");
        robot.interact(() -> robot.lookup("#range-maxGpu .text-field")
                .queryAs(TextField.class)
                .requestFocus());
        robot.write("4").type(KeyCode.ENTER);
        assertThat(chips(robot))
                .containsExactly("Text \u201cdell\u201d", "Max GPUs: 4 or more", "Validation: Certified");
        robot.clickOn("#filter-range-maxGpu");
        robot.clickOn("#filter-text");
        assertThat(chips(robot)).containsExactly("Validation: Certified");
        assertThat(robot.lookup("#catalog-search").queryAs(TextField.class).getText())
                .isEmpty();
        assertThat(robot.lookup("#range-maxGpu .text-field")
                        .queryAs(TextField.class)
                        .getText())
                .isEmpty();
    }

    @Test
    void filtersAreSavedAppliedRenamedAndDeleted(FxRobot robot) {
        type(robot, "#catalog-search", "dell");
        robot.clickOn("#facet-CERTIFIED");
        String found = count(robot);
        choose(robot, "Save these filters\u2026");
        robot.write("Certified Dell").type(KeyCode.ENTER);
        robot.clickOn("#filter-text");
        robot.clickOn("#filter-validation");
        assertThat(count(robot)).isNotEqualTo(found);
        choose(robot, "Certified Dell");
        assertThat(count(robot)).isEqualTo(found);
        choose(robot, "Rename", "Certified Dell");
        robot.write("Ours").type(KeyCode.ENTER);
        assertThat(desk.desk().filter("Ours")).isPresent();
        choose(robot, "Delete", "Ours");
        assertThat(desk.desk().filters()).isEmpty();
    }

    @Test
    void starsAreSetByKeyAndMouseAndCanBeShownAlone(FxRobot robot) {
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot).getSelectionModel().clearAndSelect(3);
        });
        robot.press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
        robot.clickOn(robot.lookup(".table-cell.mark").queryAllAs(TableCell.class).stream()
                .filter(cell -> cell.getIndex() == 1)
                .findFirst()
                .orElseThrow());
        assertThat(desk.desk().favourites()).hasSize(2);
        robot.clickOn("#catalog-favourites");
        assertThat(count(robot)).isEqualTo("2 of 224");
        assertThat(chips(robot)).containsExactly("Favourites");
    }

    @Test
    void aColumnChosenByHandIsRemembered(FxRobot robot) {
        robot.interact(() -> {
            MenuButton columns = robot.lookup("#catalog-columns").queryAs(MenuButton.class);
            columns.getItems().stream()
                    .filter(item -> item.getText().equals("Row"))
                    .map(javafx.scene.control.CheckMenuItem.class::cast)
                    .forEach(item -> {
                        item.setSelected(true);
                        item.fire();
                    });
        });
        assertThat(desk.desk().columns()).containsEntry("row", true);
        Optional<? extends TableColumn<?, ?>> row = table(robot).getColumns().stream()
                .filter(column -> "row".equals(column.getId()))
                .findFirst();
        assertThat(row.orElseThrow().isVisible()).isTrue();
    }

    @Test
    void aColumnSortsWithTheUnknownLast(FxRobot robot) {
        sort(robot, TableColumn.SortType.ASCENDING);
        assertThat(memory(robot)).startsWith("16 GB").matches("(?s).*(unknown|ask)$");
        sort(robot, TableColumn.SortType.DESCENDING);
        assertThat(memory(robot)).startsWith("141 GB 96 GB").matches("(?s).*(unknown|ask)$");
        type(robot, "#catalog-search", "dell");
        assertThat(memory(robot)).as("the order stays while searching").startsWith("141 GB 94 GB");
    }

    private static void sort(FxRobot robot, TableColumn.SortType type) {
        robot.interact(() -> sortBy(table(robot), type));
    }

    private static <T> void sortBy(TableView<T> table, TableColumn.SortType type) {
        TableColumn<T, ?> column = table.getColumns().stream()
                .filter(each -> "memory".equals(each.getId()))
                .findFirst()
                .orElseThrow();
        column.setSortType(type);
        table.getSortOrder().setAll(List.of(column));
    }

    private static String memory(FxRobot robot) {
        TableView<?> table = table(robot);
        TableColumn<?, ?> column = table.getColumns().stream()
                .filter(each -> "memory".equals(each.getId()))
                .findFirst()
                .orElseThrow();
        return java.util.stream.IntStream.range(0, table.getItems().size())
                .mapToObj(column::getCellData)
                .map(cell -> ((org.sizewright.ui.part.Cell) cell).text())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    @Test
    void serversStandSideBySideUntilEscape(FxRobot robot) {
        robot.interact(() -> table(robot).getSelectionModel().selectIndices(0, 5, 9));
        Button compare = robot.lookup("#catalog-compare-button").queryButton();
        assertThat(compare.getText()).isEqualTo("Compare (3)");
        robot.clickOn(compare);
        TableView<?> beside = robot.lookup("#catalog-compare-table").queryTableView();
        assertThat(beside.getColumns()).hasSize(5);
        assertThat(beside.isFocused()).isTrue();
        int all = beside.getItems().size();
        robot.clickOn("#catalog-compare-only");
        assertThat(beside.getItems()).hasSizeLessThan(all).isNotEmpty();
        robot.clickOn("#catalog-compare-copy");
        String[] copied = {""};
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).startsWith("Property\t").contains("\tdiffer\n");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#catalog-compare").tryQuery()).isEmpty();
        assertThat(table(robot).isFocused()).isTrue();
        robot.interact(() -> table(robot).getSelectionModel().selectRange(0, 5));
        assertThat(compare.isDisabled()).as("only four fit").isTrue();
    }
}
