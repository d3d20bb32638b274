package org.sizewright.ui.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sizewright.plan.RackId;
import org.sizewright.plan.Site;
import org.sizewright.plan.Site.Connectivity;
import org.sizewright.ui.cluster.ClusterPage.SitePart;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.FactGrid;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.SegmentedChoice;
import org.sizewright.ui.part.TextEntry;

/** The site: what it is called, whether it reaches the internet, and its racks side by side. */
final class SiteCard extends VBox {
    private final Texts texts;
    private final ClusterViewModel model;
    private final TextEntry name;
    private final SegmentedChoice<Connectivity> connectivity;
    private final FieldFrame connectivityFrame;
    private final FactGrid facts = new FactGrid();
    private final FactGrid limits = new FactGrid();
    private final Label limitsTitle = new Label();
    private final FlowGrid racks = new FlowGrid(380, 12);
    private final VBox body = new VBox(14);
    private final EmptyState none;
    private final Map<RackId, RackCard> cards = new HashMap<>();
    private List<Shown> figures = List.of();
    private List<RackLimits.Line> lines = List.of();

    SiteCard(Texts texts, ClusterViewModel model) {
        this.texts = texts;
        this.model = model;
        name = new TextEntry(texts, texts.get("cluster.site.name"));
        name.field().setId("site-name");
        name.onCommit(typed -> model.changeSite(name.name(), typed, site -> site.withName(typed)));
        connectivity = new SegmentedChoice<>(
                texts.get("cluster.site.connectivity"), List.of(Connectivity.values()), this::word);
        connectivity.onChoose(chosen -> model.changeSite(
                texts.get("cluster.site.connectivity"), word(chosen), site -> site.withConnectivity(chosen)));
        connectivityFrame = new FieldFrame(texts.get("cluster.site.connectivity"), new HBox(connectivity));
        facts.onSelect(
                fact -> model.explain(figures.get(Integer.parseInt(fact.id())).cell()));
        limits.setId("site-limits");
        limits.onSelect(
                fact -> model.explain(lines.get(Integer.parseInt(fact.id())).why()));
        limitsTitle.setText(texts.get("cluster.limits"));
        limitsTitle.getStyleClass().add("field-name");
        none = new EmptyState(
                        Icon.SITE, Tone.NEUTRAL, texts.get("cluster.rack.none"), texts.get("cluster.rack.none.text"))
                .withAction(texts.get("cluster.rack.add"), model::addRack);
        Button add = new Button(texts.get("cluster.rack.add"), Icon.ADD.node());
        add.setId("add-rack");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(ignored -> model.addRack());
        FlowGrid head = new FlowGrid(300, 24, new VBox(12, name, connectivityFrame), facts);
        body.getChildren().setAll(head, new VBox(4, limitsTitle, limits), racks);
        getChildren().add(new Card(texts.get("cluster.site"), body).withActions(add));
    }

    void show(SitePart part) {
        Site site = part.site();
        name.show(site.name());
        connectivity.show(site.connectivity());
        connectivityFrame.setNote(texts.get(
                site.connectivity() == Connectivity.CONNECTED
                        ? "cluster.site.connected.note"
                        : "cluster.site.airGapped.note"));
        figures = part.figures();
        facts.show(Shown.facts(figures));
        lines = part.limits();
        limits.show(lines.stream().map(RackLimits.Line::fact).toList());
        limitsTitle.setVisible(!lines.isEmpty());
        limitsTitle.setManaged(!lines.isEmpty());
        List<RackId> shown = part.racks().stream().map(each -> each.rack().id()).toList();
        cards.keySet().retainAll(shown);
        List<RackCard> wanted = part.racks().stream()
                .map(each -> {
                    RackCard card =
                            cards.computeIfAbsent(each.rack().id(), ignored -> new RackCard(texts, model, each));
                    card.show(each);
                    return card;
                })
                .toList();
        if (!racks.getChildrenUnmodifiable().equals(wanted)) {
            racks.show(wanted);
        }
        body.getChildren().set(2, wanted.isEmpty() ? none : racks);
    }

    private String word(Connectivity of) {
        return switch (of) {
            case CONNECTED -> texts.get("cluster.site.connected");
            case AIR_GAPPED -> texts.get("cluster.site.airGapped");
        };
    }
}
