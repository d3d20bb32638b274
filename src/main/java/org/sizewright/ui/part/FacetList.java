package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/**
 * One property to filter by: its values with how many rows have each. A value that is chosen stays, even with no row left. A long list
 * shows its first values, all of it on demand, and can be searched then. Lines are used again, so that new counts cost little; a
 * folded list asks for nothing.
 */
public final class FacetList extends VBox {
    /** A value; {@code rows} counts the rows left by the other filters. */
    public record Facet(String id, String label, int rows) {}

    /** Where the values come from; asked for as many as are shown. */
    public interface Values {
        /** How many there are. */
        int size();

        /** The first values, and every chosen one; only those with this text in them, unless it is empty. */
        List<Facet> top(int most, String part);
    }

    private static final int FEW = 6;
    private static final int SEARCHED_FROM = 12;

    /** More lines than this help nobody; the rest is found by typing. */
    private static final int MOST = 60;

    private final Texts texts;
    private final String title;
    private final Button head = new Button();
    private final VBox body = new VBox(6);
    private final TextField search = new TextField();
    private final VBox entries = new VBox(5);
    private final Button more = new Button();
    private final Label rest = new Label();
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private Values values = new Listed(List.of());
    private boolean all;
    private boolean folded;
    private Consumer<Set<String>> onChange = ignored -> {};

    public FacetList(Texts texts, String title) {
        this.texts = texts;
        this.title = title;
        head.getStyleClass().add("facet-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setOnAction(ignored -> fold(!folded));
        search.setPromptText(texts.get("facet.search"));
        search.setAccessibleText(texts.get("facet.searchIn", title));
        search.textProperty().addListener((property, before, text) -> fill());
        more.getStyleClass().add("link");
        more.setOnAction(ignored -> {
            all = !all;
            if (!all) {
                search.clear();
            }
            fill();
        });
        rest.getStyleClass().add("note");
        rest.setWrapText(true);
        rest.setMinHeight(USE_PREF_SIZE);
        body.getChildren().addAll(search, entries, rest, more);
        setSpacing(6);
        getChildren().addAll(head, body);
        setAccessibleText(title);
        fold(false);
    }

    public void show(List<Facet> shown) {
        show(new Listed(shown));
    }

    public void show(Values shown) {
        values = shown;
        fill();
    }

    /** Stands above the values, such as a range. */
    public void setTop(Node top) {
        body.getChildren().addFirst(top);
    }

    /** Shows only the title, or everything. */
    public void fold(boolean only) {
        folded = only;
        body.setVisible(!folded);
        body.setManaged(!folded);
        fill();
    }

    /** The ids that are ticked, in the order of ticking. */
    public Set<String> chosen() {
        return new LinkedHashSet<>(chosen);
    }

    /** Ticks exactly these; nobody is told. */
    public void choose(Set<String> ids) {
        if (!chosen.equals(ids)) {
            chosen.clear();
            chosen.addAll(ids);
            fill();
        }
    }

    /** Called with the ticked ids when the user ticks or unticks one. */
    public void onChange(Consumer<Set<String>> consumer) {
        onChange = consumer;
    }

    private void fill() {
        showHead();
        if (folded) {
            return;
        }
        int size = values.size();
        boolean searched = all && size > SEARCHED_FROM;
        show(search, searched);
        List<Facet> shown =
                values.top(all ? MOST : FEW, searched ? search.getText().strip() : "");
        while (lines.size() < shown.size()) {
            lines.add(new Line());
        }
        for (int i = 0; i < shown.size(); i++) {
            lines.get(i).show(shown.get(i));
        }
        if (entries.getChildren().size() != shown.size()) {
            entries.getChildren().setAll(lines.subList(0, shown.size()));
        }
        boolean cut = all && shown.size() >= MOST && size > MOST;
        show(rest, cut);
        if (cut) {
            rest.setText(texts.get("facet.rest", MOST, size));
        }
        show(more, size > FEW);
        if (size > FEW) {
            more.setText(all ? texts.get("facet.fewer") : texts.get("facet.all", String.valueOf(size)));
            more.setAccessibleText(title + ": " + more.getText());
        }
    }

    private void showHead() {
        String words = chosen.isEmpty() ? title : texts.get("facet.chosen", title, chosen.size());
        if (!words.equals(head.getText())) {
            head.setText(words);
        }
        if (head.getGraphic() == null
                || folded != head.getGraphic().getStyleClass().contains("folded")) {
            head.setGraphic(folded ? Icon.COLLAPSED.node("folded") : Icon.EXPANDED.node());
        }
        head.setAccessibleText(texts.get(folded ? "facet.folded" : "facet.unfolded", words));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Values that are all there. */
    private final class Listed implements Values {
        private final List<Facet> facets;

        Listed(List<Facet> facets) {
            this.facets = List.copyOf(facets);
        }

        @Override
        public int size() {
            return facets.size();
        }

        @Override
        public List<Facet> top(int most, String part) {
            String wanted = part.toLowerCase(Locale.ROOT);
            List<Facet> top = new ArrayList<>();
            int others = 0;
            for (Facet facet : facets) {
                boolean fits =
                        others < most && facet.label().toLowerCase(Locale.ROOT).contains(wanted);
                if (fits || chosen.contains(facet.id())) {
                    top.add(facet);
                    others += chosen.contains(facet.id()) ? 0 : 1;
                }
            }
            return top;
        }
    }

    /** A value with its count; shows one value after the other. */
    private final class Line extends HBox {
        private final CheckBox box = new CheckBox();
        private final Label count = new Label();
        private Facet facet = new Facet("", "", -1);

        Line() {
            super(6);
            box.setWrapText(true);
            box.setMinHeight(USE_PREF_SIZE);
            box.setMaxWidth(Double.MAX_VALUE);
            box.setOnAction(ignored -> {
                if (box.isSelected()) {
                    chosen.add(facet.id());
                } else {
                    chosen.remove(facet.id());
                }
                onChange.accept(chosen());
            });
            HBox.setHgrow(box, Priority.ALWAYS);
            count.getStyleClass().add("facet-count");
            count.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(box, count);
            setAlignment(Pos.TOP_LEFT);
        }

        void show(Facet shown) {
            box.setSelected(chosen.contains(shown.id()));
            if (shown.equals(facet)) {
                return;
            }
            facet = shown;
            box.setId("facet-" + shown.id());
            box.setText(shown.label());
            box.setAccessibleText(texts.get("facet.spoken", title, shown.label(), shown.rows()));
            count.setText(String.valueOf(shown.rows()));
        }
    }
}
