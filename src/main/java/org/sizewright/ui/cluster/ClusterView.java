package org.sizewright.ui.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.session.SessionState;
import org.sizewright.ui.cluster.ClusterPage.ClusterPart;
import org.sizewright.ui.cluster.ClusterPage.GroupPart;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.screen.LibraryGlossary;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** The live option's clusters and the site, below each other in a narrow window and side by side in a wide one. */
public final class ClusterView implements Screen {
    private final Texts texts;
    private final ClusterViewModel model;
    private final VBox page = new VBox(12);
    private final Label option = new Label();
    private final Label working;
    private final VBox clusters = new VBox(12);
    private final SiteCard site;
    private final ExistingViewModel existingModel;
    private final ExistingCard existing;
    private final Map<String, RulesCard> rules = new HashMap<>();
    private final Map<String, GroupCard> groups = new HashMap<>();
    private List<Node> shown = List.of();
    private Optional<Glossary> glossary = Optional.empty();

    public ClusterView(Workspace workspace) {
        this(workspace, new ClusterViewModel(workspace), new ExistingViewModel(workspace));
    }

    public ClusterView(Workspace workspace, ClusterViewModel model, ExistingViewModel existingModel) {
        this.model = model;
        this.existingModel = existingModel;
        texts = workspace.texts();
        Label title = new Label(texts.get("cluster.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        option.getStyleClass().add("muted");
        working = new Label(texts.get("cluster.working"));
        working.getStyleClass().add("muted");
        Button find = new Button(texts.get("find.button"), Icon.SEARCH.node());
        find.setId("cluster-find");
        find.setMinWidth(Region.USE_PREF_SIZE);
        find.setTooltip(new Tooltip(texts.get("find.buttonTip")));
        find.setAccessibleHelp(texts.get("find.buttonTip"));
        find.setOnAction(ignored -> workspace.findServers(List.of()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, title, option, working, gap, find);
        head.setAlignment(Pos.CENTER_LEFT);
        site = new SiteCard(texts, model);
        existing = new ExistingCard(texts, existingModel);
        page.setPadding(new Insets(14));
        page.getChildren().setAll(head, new Halves(clusters, new VBox(12, existing, site)));
        model.page().subscribe(page -> page.ifPresent(this::showPage));
    }

    @Override
    public Node view() {
        return page;
    }

    @Override
    public void show(SessionState state) {
        if (glossary.isEmpty()) {
            glossary = Optional.of(LibraryGlossary.of(texts, state.library()));
        }
        model.show(state);
        existingModel.show(state);
    }

    private RulesCard rules(ClusterPart part) {
        RulesCard card = new RulesCard(texts, model, part.cluster().id());
        glossary.ifPresent(card::explain);
        return card;
    }

    private void showPage(ClusterPage next) {
        option.setText(texts.get("cluster.option", next.option()));
        working.setVisible(next.calculating());
        List<Node> wanted = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (ClusterPart part : next.clusters()) {
            String id = part.cluster().id().value();
            kept.add(id);
            RulesCard card = rules.computeIfAbsent(id, ignored -> rules(part));
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
                    .withAction(texts.get("cluster.none.step"), () -> model.goTo("catalog")));
        }
        if (!shown.equals(wanted)) {
            shown = List.copyOf(wanted);
            clusters.getChildren().setAll(shown);
        }
        site.show(next.site());
    }
}
