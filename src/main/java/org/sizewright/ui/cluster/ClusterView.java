package org.sizewright.ui.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.session.SessionState;
import org.sizewright.ui.cluster.ClusterPage.ClusterPart;
import org.sizewright.ui.cluster.ClusterPage.GroupPart;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** The live option's clusters and the site, below each other in a narrow window and side by side in a wide one. */
public final class ClusterView implements Screen {
    /** From this width on the site stands beside the clusters, with room for two racks side by side. */
    private static final double WIDE = 1300;

    /** How much of a wide screen the clusters take, in percent. */
    private static final double CLUSTERS = 43;

    private final Texts texts;
    private final ClusterViewModel model;
    private final VBox page = new VBox(12);
    private final Label option = new Label();
    private final Label working;
    private final VBox clusters = new VBox(12);
    private final SiteCard site;
    private final GridPane halves = new GridPane();
    private final Map<String, RulesCard> rules = new HashMap<>();
    private final Map<String, GroupCard> groups = new HashMap<>();
    private List<Node> shown = List.of();

    public ClusterView(Workspace workspace) {
        this(workspace, new ClusterViewModel(workspace));
    }

    public ClusterView(Workspace workspace, ClusterViewModel model) {
        this.model = model;
        texts = workspace.texts();
        Label title = new Label(texts.get("cluster.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        option.getStyleClass().add("muted");
        working = new Label(texts.get("cluster.working"));
        working.getStyleClass().add("muted");
        HBox head = new HBox(10, title, option, working);
        head.setAlignment(Pos.CENTER_LEFT);
        site = new SiteCard(texts, model);
        page.setPadding(new Insets(14));
        halves.setHgap(12);
        halves.setVgap(12);
        halves.setMinHeight(Region.USE_PREF_SIZE);
        site.setAlignment(Pos.TOP_LEFT);
        page.getChildren().setAll(head, halves);
        page.widthProperty().subscribe(this::arrange);
        arrange();
        model.page().subscribe(page -> page.ifPresent(this::showPage));
    }

    @Override
    public Node view() {
        return page;
    }

    @Override
    public void show(SessionState state) {
        model.show(state);
    }

    private void arrange() {
        boolean wide = page.getWidth() >= WIDE;
        if (!halves.getChildren().isEmpty()
                && wide == (halves.getColumnConstraints().size() == 2)) {
            return;
        }
        halves.getChildren().clear();
        ColumnConstraints first = new ColumnConstraints();
        first.setPercentWidth(wide ? CLUSTERS : 100);
        ColumnConstraints second = new ColumnConstraints();
        second.setPercentWidth(100 - CLUSTERS);
        halves.getColumnConstraints().setAll(wide ? List.of(first, second) : List.of(first));
        halves.add(clusters, 0, 0);
        halves.add(site, wide ? 1 : 0, wide ? 0 : 1);
        GridPane.setValignment(clusters, VPos.TOP);
        GridPane.setValignment(site, VPos.TOP);
    }

    private void showPage(ClusterPage next) {
        option.setText(texts.get("cluster.option", next.option()));
        working.setVisible(next.calculating());
        List<Node> wanted = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (ClusterPart part : next.clusters()) {
            String id = part.cluster().id().value();
            kept.add(id);
            RulesCard card = rules.computeIfAbsent(
                    id, ignored -> new RulesCard(texts, model, part.cluster().id()));
            card.show(next.platform(), part);
            wanted.add(card);
            for (GroupPart group : part.groups()) {
                String groupId = id + "/" + group.group().id();
                kept.add(groupId);
                GroupCard groupCard = groups.computeIfAbsent(groupId, ignored -> new GroupCard(texts, model, group));
                groupCard.show(group);
                wanted.add(groupCard);
            }
        }
        rules.keySet().retainAll(kept);
        groups.keySet().retainAll(kept);
        if (wanted.isEmpty()) {
            wanted.add(new EmptyState(
                            Icon.CLUSTER, Tone.NEUTRAL, texts.get("cluster.none"), texts.get("cluster.none.text"))
                    .withAction(texts.get("cluster.none.step"), () -> model.goTo("/catalog")));
        }
        if (!shown.equals(wanted)) {
            shown = List.copyOf(wanted);
            clusters.getChildren().setAll(shown);
        }
        site.show(next.site());
    }
}
