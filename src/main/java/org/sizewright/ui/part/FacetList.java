package org.sizewright.ui.part;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Texts;

/** One property to filter by: its values with how many rows have each. A value that is chosen stays, even with no row left. */
public final class FacetList extends VBox {
    /** A value; {@code rows} counts the rows left by the other filters. */
    public record Facet(String id, String label, int rows) {}

    private static final int FEW = 6;

    private final Texts texts;
    private final String title;
    private final VBox entries = new VBox(5);
    private final Set<String> chosen = new LinkedHashSet<>();
    private List<Facet> facets = List.of();
    private boolean all;
    private Consumer<Set<String>> onChange = ignored -> {};

    public FacetList(Texts texts, String title) {
        this.texts = texts;
        this.title = title;
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        setSpacing(7);
        getChildren().addAll(head, entries);
        setAccessibleText(title);
    }

    public void show(List<Facet> shown) {
        facets = List.copyOf(shown);
        fill();
    }

    /** The ids that are ticked, in the order of ticking. */
    public Set<String> chosen() {
        return new LinkedHashSet<>(chosen);
    }

    /** Ticks exactly these; nobody is told. */
    public void choose(Set<String> ids) {
        chosen.clear();
        chosen.addAll(ids);
        fill();
    }

    /** Called with the ticked ids when the user ticks or unticks one. */
    public void onChange(Consumer<Set<String>> consumer) {
        onChange = consumer;
    }

    private void fill() {
        entries.getChildren().clear();
        int shown = 0;
        for (Facet facet : facets) {
            if (all || shown < FEW || chosen.contains(facet.id())) {
                entries.getChildren().add(entry(facet));
                shown++;
            }
        }
        if (facets.size() > FEW) {
            Button more =
                    new Button(all ? texts.get("facet.fewer") : texts.get("facet.all", String.valueOf(facets.size())));
            more.getStyleClass().add("link");
            more.setAccessibleText(title + ": " + more.getText());
            more.setOnAction(ignored -> {
                all = !all;
                fill();
            });
            entries.getChildren().add(more);
        }
    }

    private HBox entry(Facet facet) {
        CheckBox box = new CheckBox(facet.label());
        box.setId("facet-" + facet.id());
        box.setSelected(chosen.contains(facet.id()));
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(texts.get("facet.spoken", title, facet.label(), facet.rows()));
        box.setOnAction(ignored -> {
            if (box.isSelected()) {
                chosen.add(facet.id());
            } else {
                chosen.remove(facet.id());
            }
            onChange.accept(chosen());
        });
        HBox.setHgrow(box, Priority.ALWAYS);
        Label count = new Label(String.valueOf(facet.rows()));
        count.getStyleClass().add("facet-count");
        count.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(6, box, count);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
