package org.sizewright.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.library.Gpu;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.ClusterId;
import org.sizewright.rules.HostFit;
import org.sizewright.rules.Severity;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SearchableChoice;

/** Makes groups of a cluster out of chosen hosts: which GPU, how many, and what blocks it. */
final class UsePane extends VBox {
    private final Texts texts;
    private final ExistingViewModel model;
    private final List<InventoryHost> hosts;
    private final SearchableChoice<Gpu> gpu;
    private final NumberField count;
    private final SearchableChoice<Into> into;
    private final VBox verdicts = new VBox(10);
    private final Button make;
    private Optional<Gpu> chosen;
    private int gpus = 1;
    private Optional<ClusterId> cluster;

    /** A cluster to take the hosts; empty for a new one. */
    private record Into(Optional<ClusterId> id, String name) {}

    UsePane(Texts texts, ExistingViewModel model, List<InventoryHost> hosts, Runnable done) {
        super(12);
        this.texts = texts;
        this.model = model;
        this.hosts = hosts;
        Label title = new Label(texts.get("existing.use.title", hosts.size()));
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        gpu = new SearchableChoice<>(texts.get("cluster.gpu"), each -> each.name());
        List<Gpu> choices = model.gpus(hosts);
        chosen = choices.stream().findFirst();
        gpu.show(choices, chosen);
        gpu.onChoose(each -> {
            chosen = Optional.of(each);
            check();
        });
        count = new NumberField(texts, NumberField.Spec.whole(texts.get("cluster.gpus"), "", 1, 72));
        count.field().setId("use-gpus");
        count.show(java.math.BigDecimal.ONE);
        count.setNote(texts.get("existing.use.gpus.note"));
        count.onCommit(number -> {
            gpus = number.intValue();
            check();
        });
        into = new SearchableChoice<>(texts.get("existing.use.cluster"), Into::name);
        List<Into> clusters = Stream.concat(
                        model.clusters().stream().map(each -> new Into(Optional.of(each.id()), each.name())),
                        Stream.of(new Into(Optional.empty(), texts.get("existing.use.newCluster"))))
                .toList();
        cluster = model.clusters().stream().findFirst().map(Cluster::id);
        into.show(clusters, clusters.stream().findFirst());
        into.onChoose(each -> cluster = each.id());
        make = new Button(texts.get("existing.use.make"), Icon.OK.node());
        make.setId("make-group");
        make.getStyleClass().add("primary");
        make.setMinWidth(USE_PREF_SIZE);
        make.setOnAction(ignored -> chosen.ifPresent(each -> {
            done.run();
            model.use(hosts, each, gpus, cluster);
        }));
        Button cancel = new Button(texts.get("existing.cancel"), Icon.CLOSE.node());
        cancel.setId("cancel-use");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(ignored -> done.run());
        HBox bar = new HBox(8, make, cancel);
        bar.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, new FlowGrid(200, 12, gpu, count, into), verdicts, bar);
        check();
    }

    private void check() {
        List<Node> shown = new ArrayList<>();
        boolean possible = chosen.isPresent();
        if (chosen.isPresent()) {
            gpu.setNote(
                    texts.get(model.isListed(hosts, chosen.get()) ? "existing.use.listed" : "existing.use.notListed"));
            for (ExistingViewModel.Kind kind : model.fits(hosts, chosen.get(), gpus)) {
                shown.add(verdict(kind));
                possible &= kind.refusal().isEmpty();
            }
        }
        verdicts.getChildren().setAll(shown);
        make.setDisable(!possible);
    }

    private Node verdict(ExistingViewModel.Kind kind) {
        String names = kind.hosts().stream().map(InventoryHost::name).collect(Collectors.joining(", "));
        Label title = new Label(names);
        title.setWrapText(true);
        title.getStyleClass().add("strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        long blocks =
                kind.fit().problems().stream().filter(HostFit.Problem::blocks).count();
        long open = kind.fit().problems().size() - blocks;
        Chip chip = kind.refusal().isPresent()
                ? new Chip(texts.get("existing.fit.refused"), Tone.ERROR)
                : blocks > 0
                        ? new Chip(texts.get("existing.fit.blocked"), Tone.ERROR)
                        : open > 0
                                ? new Chip(texts.get("existing.fit.open", open), Tone.WARN)
                                : new Chip(texts.get("existing.fit.fits"), Tone.OK);
        HBox head = new HBox(8, title, chip);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(6, head);
        box.getStyleClass().addAll("card", "inner-card");
        kind.refusal().ifPresent(sentence -> box.getChildren().add(sentence(sentence, "")));
        for (HostFit.Problem problem : kind.fit().problems()) {
            Chip word = problem.severity() == Severity.ERROR
                    ? new Chip(problem.distance().orElse(texts.get("existing.fit.blocks")), Tone.ERROR)
                    : new Chip(texts.get("existing.fit.ask"), Tone.WARN);
            Label text = sentence(problem.sentence(), problem.remedy());
            HBox line = new HBox(8, word, text);
            line.setAlignment(Pos.TOP_LEFT);
            box.getChildren().add(line);
        }
        return box;
    }

    private static Label sentence(String sentence, String remedy) {
        Label label = new Label(remedy.isEmpty() ? sentence : sentence + " " + remedy);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
