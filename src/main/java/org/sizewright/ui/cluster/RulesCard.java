package org.sizewright.ui.cluster;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.Cluster.GpuPolicy;
import org.sizewright.plan.Cluster.VgpuMode;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.Option.Platform;
import org.sizewright.ui.cluster.ClusterPage.ClusterPart;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.SearchableChoice;
import org.sizewright.ui.part.SegmentedChoice;
import org.sizewright.ui.part.TextEntry;

/** A cluster's platform, name and rules. The platform is the option's; it shows with each of its clusters. */
final class RulesCard extends VBox {
    private final Texts texts;
    private final ClusterViewModel model;
    private final ClusterId id;
    private final SearchableChoice<Platform> platform;
    private final TextEntry name;
    private final SegmentedChoice<Integer> failures;
    private final FieldFrame failuresFrame;
    private final SegmentedChoice<VgpuMode> mode;
    private final FieldFrame modeFrame;
    private final SegmentedChoice<GpuPolicy> policy;
    private final FieldFrame policyFrame;
    private final Card card;

    RulesCard(Texts texts, ClusterViewModel model, ClusterId id) {
        this.texts = texts;
        this.model = model;
        this.id = id;
        platform = new SearchableChoice<>(texts.get("cluster.platform"), Platform::title);
        platform.onChoose(model::setPlatform);
        name = new TextEntry(texts, texts.get("cluster.name"));
        name.field().setId("name-" + id);
        name.onCommit(typed -> change("cluster.name", typed, typed));
        failures = new SegmentedChoice<>(texts.get("cluster.failures"), List.of(0, 1, 2), String::valueOf);
        failures.onChoose(count ->
                model.change(id, texts.get("cluster.failures"), String.valueOf(count), c -> c.withHostFailures(count)));
        failuresFrame = new FieldFrame(texts.get("cluster.failures"), new HBox(failures));
        mode = new SegmentedChoice<>(texts.get("cluster.mode"), List.of(VgpuMode.values()), this::word);
        mode.onChoose(chosen ->
                model.change(id, texts.get("cluster.mode"), word(chosen), cluster -> cluster.withVgpuMode(chosen)));
        modeFrame = new FieldFrame(texts.get("cluster.mode"), new HBox(mode));
        policy = new SegmentedChoice<>(texts.get("cluster.policy"), List.of(GpuPolicy.values()), this::word);
        policy.onChoose(chosen ->
                model.change(id, texts.get("cluster.policy"), word(chosen), cluster -> cluster.withGpuPolicy(chosen)));
        policyFrame = new FieldFrame(texts.get("cluster.policy"), new HBox(policy));
        card = new Card("", new FlowGrid(224, 12, platform, name, failuresFrame, modeFrame, policyFrame));
        getChildren().add(card);
    }

    void show(Platform chosen, ClusterPart part) {
        Cluster cluster = part.cluster();
        card.setTitle(cluster.name());
        platform.show(List.of(Platform.values()), Optional.of(chosen));
        name.show(cluster.name());
        failures.show(cluster.hostFailures());
        failuresFrame.setNote(texts.get("cluster.failures.note", cluster.hostFailures()));
        mode.show(cluster.vgpuMode());
        modeFrame.setNote(texts.get(
                cluster.vgpuMode() == VgpuMode.SAME_SIZE ? "cluster.mode.same.note" : "cluster.mode.mixed.note"));
        policy.show(cluster.gpuPolicy());
        policyFrame.setNote(texts.get(
                cluster.gpuPolicy() == GpuPolicy.PERFORMANCE
                        ? "cluster.policy.performance.note"
                        : "cluster.policy.consolidation.note"));
    }

    private void change(String key, String typed, String value) {
        model.change(id, texts.get(key), value, cluster -> cluster.withName(typed));
    }

    private String word(VgpuMode of) {
        return switch (of) {
            case SAME_SIZE -> texts.get("cluster.mode.same");
            case MIXED_SIZE -> texts.get("cluster.mode.mixed");
        };
    }

    private String word(GpuPolicy of) {
        return switch (of) {
            case PERFORMANCE -> texts.get("cluster.policy.performance");
            case CONSOLIDATION -> texts.get("cluster.policy.consolidation");
        };
    }
}
