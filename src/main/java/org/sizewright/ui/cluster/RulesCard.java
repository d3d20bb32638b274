package org.sizewright.ui.cluster;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.Cluster.GpuPolicy;
import org.sizewright.plan.Cluster.VgpuMode;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.Option.Platform;
import org.sizewright.ui.cluster.ClusterPage.ClusterPart;
import org.sizewright.ui.cluster.ClusterPage.MixPart;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.NumberField;
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
    private final SearchableChoice<HostObjective> objective;
    private final Button answer = new Button();
    private final Label runnerUp = new Label();
    private final VBox mix = new VBox(4);
    private final NumberField vmotion;
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
        objective = new SearchableChoice<>(texts.get("cluster.objective"), this::word);
        objective.setId("objective-" + id);
        objective.setAccessibleHelp(texts.get("cluster.objective.help"));
        Tooltip.install(objective, new Tooltip(texts.get("cluster.objective.help")));
        objective.onChoose(chosen -> model.change(
                id, texts.get("cluster.objective"), word(chosen), cluster -> cluster.withObjective(chosen)));
        answer.getStyleClass().addAll("link", "flat");
        answer.setId("mix-" + id);
        answer.setWrapText(true);
        answer.setAlignment(Pos.CENTER_LEFT);
        answer.setMinHeight(USE_PREF_SIZE);
        answer.setAccessibleHelp(texts.get("cluster.mix.help"));
        runnerUp.getStyleClass().add("muted");
        runnerUp.setWrapText(true);
        runnerUp.setMinHeight(USE_PREF_SIZE);
        mix.getChildren().addAll(answer, runnerUp);
        vmotion = new NumberField(
                texts,
                new NumberField.Spec(
                        texts.get("cluster.vmotion"),
                        "Gb/s",
                        BigDecimal.valueOf(Cluster.LEAST_VMOTION),
                        BigDecimal.valueOf(Cluster.MOST_VMOTION),
                        1));
        vmotion.field().setId("vmotion-" + id);
        vmotion.onCommit(gbps -> model.change(
                id,
                texts.get("cluster.vmotion"),
                ClusterViewModel.text(gbps),
                cluster -> cluster.withVmotionGbps(OptionalDouble.of(gbps.doubleValue()))));
        vmotion.onCleared(() -> model.change(
                id,
                texts.get("cluster.vmotion"),
                texts.get("cluster.vmotion.unknown"),
                cluster -> cluster.withVmotionGbps(OptionalDouble.empty())));
        card = new Card(
                "",
                new VBox(
                        10,
                        new FlowGrid(
                                224, 12, platform, name, failuresFrame, modeFrame, policyFrame, vmotion, objective),
                        mix));
        getChildren().add(card);
    }

    /** Explains the fields that have a word in the glossary. */
    void explain(Glossary glossary) {
        glossary.explain(vmotion, "vmotion-network");
        glossary.explain(failuresFrame, "high-availability");
    }

    void show(Platform chosen, ClusterPart part) {
        Cluster cluster = part.cluster();
        card.setTitle(cluster.name());
        platform.show(List.of(Platform.values()), Optional.of(chosen));
        name.show(cluster.name());
        failures.show(cluster.hostFailures());
        failuresFrame.setNote(texts.get("cluster.failures.note", cluster.hostFailures()));
        if (!vmotion.isBeingEdited()) {
            if (cluster.vmotionGbps().isPresent()) {
                vmotion.show(BigDecimal.valueOf(cluster.vmotionGbps().getAsDouble()));
            } else {
                vmotion.showNothing();
            }
        }
        vmotion.setNote(texts.get("cluster.vmotion.note"));
        mode.show(cluster.vgpuMode());
        modeFrame.setNote(texts.get(
                switch (cluster.vgpuMode()) {
                    case SAME_SIZE -> "cluster.mode.same.note";
                    case MIXED_SIZE -> "cluster.mode.mixed.note";
                    case PER_GPU -> "cluster.mode.perGpu.note";
                }));
        showMix(part);
        policy.show(cluster.gpuPolicy());
        policyFrame.setNote(texts.get(
                cluster.gpuPolicy() == GpuPolicy.PERFORMANCE
                        ? "cluster.policy.performance.note"
                        : "cluster.policy.consolidation.note"));
    }

    /** Only where several groups are on AUTO is there something to choose by. */
    private void showMix(ClusterPart part) {
        boolean mixed = part.cluster().isMixed();
        objective.setVisible(mixed);
        objective.setManaged(mixed);
        objective.show(
                List.of(HostObjective.values()), Optional.of(part.cluster().objective()));
        objective.setNote(texts.get("cluster.objective.note"));
        mix.setVisible(mixed);
        mix.setManaged(mixed);
        answer.setDisable(part.mix().isEmpty());
        answer.setText(part.mix().map(MixPart::answer).orElse(texts.get("cluster.hosts.searching")));
        String below = part.mix()
                .map(found -> (found.runnerUp() + " " + found.note()).strip())
                .orElse("");
        runnerUp.setText(below);
        runnerUp.setVisible(!below.isEmpty());
        runnerUp.setManaged(!below.isEmpty());
        part.mix().ifPresent(found -> answer.setOnAction(ignored -> model.explain(found.why())));
    }

    private void change(String key, String typed, String value) {
        model.change(id, texts.get(key), value, cluster -> cluster.withName(typed));
    }

    private String word(HostObjective of) {
        return switch (of) {
            case FEWEST_HOSTS -> texts.get("cluster.objective.hosts");
            case LOWEST_PRICE -> texts.get("cluster.objective.price");
            case LEAST_POWER -> texts.get("cluster.objective.power");
            case FEWEST_RACK_UNITS -> texts.get("cluster.objective.units");
        };
    }

    private String word(VgpuMode of) {
        return switch (of) {
            case SAME_SIZE -> texts.get("cluster.mode.same");
            case MIXED_SIZE -> texts.get("cluster.mode.mixed");
            case PER_GPU -> texts.get("cluster.mode.perGpu");
        };
    }

    private String word(GpuPolicy of) {
        return switch (of) {
            case PERFORMANCE -> texts.get("cluster.policy.performance");
            case CONSOLIDATION -> texts.get("cluster.policy.consolidation");
        };
    }
}
