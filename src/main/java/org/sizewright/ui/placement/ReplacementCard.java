package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.SearchableChoice;

/** One profile in the place of another: the whole cluster before and after. */
final class ReplacementCard extends StackPane {
    private static final double WIDTH = 330;

    private final Texts texts;
    private final SearchableChoice<String> from;
    private final SearchableChoice<String> to;
    private final GridPane grid = new GridPane();
    private final Label words = new Label();

    ReplacementCard(Texts texts, ProfileViewModel model) {
        this.texts = texts;
        from = new SearchableChoice<>(texts.get("profiles.replace"), name -> name);
        from.setId("profiles-replace");
        from.onChoose(model::replace);
        to = new SearchableChoice<>(texts.get("profiles.by"), name -> name);
        to.setId("profiles-by");
        to.onChoose(model::by);
        HBox choice = new HBox(12, from, to);
        HBox.setHgrow(from, Priority.ALWAYS);
        HBox.setHgrow(to, Priority.ALWAYS);
        from.setPrefWidth(140);
        to.setPrefWidth(140);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints(72);
        number.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(names, number, number);
        grid.setVgap(1);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("note");
        Card card = new Card(texts.get("profiles.change"), new VBox(6, choice, grid, words));
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH + 90);
        getChildren().add(card);
    }

    void show(ProfilePage page) {
        from.show(page.from(), page.replaced());
        to.show(page.to(), page.by());
        grid.getChildren().clear();
        if (page.from().isEmpty()) {
            words.setText(texts.get("profiles.change.none"));
            return;
        }
        Optional<ProfilePage.Change> change = page.change();
        words.setText(change.map(ProfilePage.Change::words).orElseGet(() -> texts.get("arrivals.trials.working")));
        if (change.isEmpty()) {
            return;
        }
        row(0, "", texts.get("profiles.change.before"), texts.get("profiles.change.after"), "muted");
        List<ProfilePage.Line> lines = change.get().lines();
        for (int i = 0; i < lines.size(); i++) {
            row(i + 1, lines.get(i).name(), lines.get(i).before(), lines.get(i).after(), "strong");
        }
    }

    private void row(int row, String name, String before, String after, String styleClass) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        Label left = new Label(before);
        Label right = new Label(after);
        left.getStyleClass().add(styleClass);
        right.getStyleClass().add(styleClass);
        right.setAccessibleText(name + ": " + before + ", " + after);
        grid.addRow(row, label, left, right);
    }
}
