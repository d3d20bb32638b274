package org.sizewright.ui.catalog;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.catalog.Facet;
import org.sizewright.catalog.Facet.Known;
import org.sizewright.catalog.Measure;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FacetList;

/** Everything that a list can be narrowed by, one under the other; what is asked for less often is folded at first. */
final class FacetPanel extends VBox {
    private static final double WIDTH = 188;

    private static final Set<Facet> OPEN =
            Set.of(Known.VENDOR, Known.GPU, Known.VALIDATION, Known.SYSTEM_CLASS, Known.MAX_GPU);

    private final CatalogViewModel model;
    private final Texts texts;
    private final Map<Facet, FacetList> lists = new HashMap<>();
    private final Map<Measure, RangeBox> ranges = new EnumMap<>(Measure.class);
    private final Label none = new Label();
    private final VBox box = new VBox(14);
    private List<Facet> shown = List.of();

    FacetPanel(CatalogViewModel model) {
        this.model = model;
        texts = model.words().texts();
        none.setText(texts.get("catalog.noFacets"));
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        box.getStyleClass().add("facets");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(texts.get("catalog.filters"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        getStyleClass().addAll("card", "facet-card");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMinHeight(0);
    }

    void show(CatalogPage page) {
        List<Facet> wanted =
                page.facets().stream().map(CatalogPage.FacetChoice::facet).toList();
        if (!wanted.equals(shown)) {
            arrange(wanted);
        }
        boolean any = false;
        for (CatalogPage.FacetChoice choice : page.facets()) {
            FacetList list = lists.get(choice.facet());
            if (list != null) {
                list.choose(choice.chosen());
                list.show(choice.values());
                any |= choice.values().size() > 0;
            }
        }
        for (CatalogPage.RangeChoice choice : page.ranges()) {
            Optional.ofNullable(ranges.get(choice.measure()))
                    .ifPresent(range -> range.show(
                            Optional.ofNullable(page.query().ranges().get(choice.measure())), choice.counts()));
        }
        none.setVisible(!any);
        none.setManaged(!any);
    }

    private void arrange(List<Facet> wanted) {
        shown = wanted;
        lists.keySet().retainAll(new HashSet<>(wanted));
        for (Facet facet : wanted) {
            lists.computeIfAbsent(facet, this::list);
        }
        box.getChildren().setAll(wanted.stream().map(lists::get).toList());
        box.getChildren().add(none);
    }

    private FacetList list(Facet facet) {
        String title = model.words().facet(facet);
        FacetList list = new FacetList(texts, title);
        list.setId("facets-" + facet.id());
        list.onChange(values -> model.choose(facet, values));
        list.fold(!OPEN.contains(facet));
        for (Measure measure : Measure.values()) {
            if (measure.facet() == facet) {
                RangeBox range = new RangeBox(texts, title);
                range.setId("range-" + facet.id());
                range.onChange(changed -> model.narrow(measure, changed));
                ranges.put(measure, range);
                list.setTop(range);
            }
        }
        return list;
    }
}
