package org.sizewright.ui.cluster;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.library.Gpu;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Labels;
import org.sizewright.plan.Origin;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;
import org.sizewright.ui.cluster.ClusterPage.GroupPart;
import org.sizewright.ui.cluster.ClusterPage.TypedPart;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.FactGrid;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.LabelsField;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SearchableChoice;

/** A group of equal hosts: the server, what is in it, and what one and all of them give. */
final class GroupCard extends VBox {
    private static final double LABELS = 420;

    private final Texts texts;
    private final ClusterViewModel model;
    private final Label server = new Label();
    private final FlowPane words = new FlowPane(8, 4);
    private final SearchableChoice<Gpu> gpu;
    private final NumberField gpus;
    private final NumberField hosts;
    private final NumberField sockets;
    private final NumberField cores;
    private final NumberField vcpu;
    private final NumberField memory;
    private final NumberField reserved;
    private final NumberField basePower;
    private final NumberField height;
    private final NumberField weight;
    private final FactGrid one = new FactGrid();
    private final FactGrid all = new FactGrid();
    private final Label allTitle = new Label();
    private final NumberField there;
    private final Label names = new Label();
    private final Button change;
    private final Button remove;
    private final Button keep = new Button();
    private final LabelsField labels;
    private final Card card;
    private GroupPart part;

    GroupCard(Texts texts, ClusterViewModel model, GroupPart first) {
        this.texts = texts;
        this.model = model;
        part = first;
        gpu = new SearchableChoice<>(texts.get("cluster.gpu"), Gpu::name);
        gpu.onChoose(chosen -> model.change(
                part.cluster(),
                part.group(),
                texts.get("cluster.gpu"),
                chosen.name(),
                group -> group.withGpu(chosen.id())));
        gpus = number("gpus", texts.get("cluster.gpus"), "", 1, 72, 0, (g, n) -> g.withGpusPerHost(n.intValue()));
        hosts = number(
                "hosts",
                texts.get("cluster.hosts"),
                "",
                1,
                10_000,
                0,
                (g, n) -> g.withCount(HostCount.of(n.intValue())));
        hosts.onAutomatic(() -> automatic(texts.get("cluster.hosts"), g -> g.withCount(HostCount.auto())));
        sockets = number("sockets", texts.get("cluster.sockets"), "", 1, 16, 0, (g, n) -> g.withSockets(n.intValue()));
        cores = number(
                "cores", texts.get("cluster.cores"), "", 1, 1024, 0, (g, n) -> g.withCoresPerSocket(n.intValue()));
        vcpu = new NumberField(
                texts,
                new NumberField.Spec(texts.get("cluster.vcpu"), "", new BigDecimal("0.1"), BigDecimal.valueOf(32), 2));
        commit(vcpu, "vcpu", texts.get("cluster.vcpu"), (g, n) -> g.withVcpuPerCore(n.doubleValue()));
        memory = number(
                "memory", texts.get("cluster.memory"), "GiB", 1, 1_048_576, 0, (g, n) -> g.withMemoryGib(n.intValue()));
        reserved = number(
                "reserved",
                texts.get("cluster.reserved"),
                "GiB",
                0,
                1_048_576,
                0,
                (g, n) -> g.withReservedMemoryGib(n.intValue()));
        basePower = number(
                "basePower",
                texts.get("cluster.basePower"),
                "W",
                0,
                1_000_000,
                0,
                (g, n) -> g.withTyped(g.typed().withBasePower(Optional.of(Watts.of(n.doubleValue())))));
        forget(basePower, typed -> typed.withBasePower(Optional.empty()));
        height = number(
                "height",
                texts.get("cluster.height"),
                "U",
                1,
                60,
                0,
                (g, n) -> g.withTyped(g.typed().withHeightU(Optional.of(n.intValue()))));
        forget(height, typed -> typed.withHeightU(Optional.empty()));
        weight = number(
                "weight",
                texts.get("cluster.weight"),
                "kg",
                0,
                10_000,
                1,
                (g, n) -> g.withTyped(g.typed().withWeight(Optional.of(Kilograms.of(n.doubleValue())))));
        forget(weight, typed -> typed.withWeight(Optional.empty()));
        there = number("there", texts.get("cluster.there"), "", 0, 72, 0, (g, n) -> switch (g.origin()) {
            case Origin.ToBuy ignored -> g;
            case Origin.Existing existing -> g.withOrigin(existing.withGpusThere(n.intValue()));
        });
        labels = new LabelsField(
                texts, texts.get("cluster.labels"), "labels-" + first.group().id());
        labels.setMaxWidth(LABELS);
        labels.setNote(texts.get("cluster.labels.note"));
        labels.onCommit(line -> {
            Labels parsed = Labels.parse(line);
            model.change(
                    part.cluster(),
                    part.group(),
                    texts.get("cluster.labels"),
                    parsed.isEmpty() ? texts.get("cluster.labels.none") : parsed.words(),
                    group -> group.withLabels(parsed));
        });
        change = new Button(texts.get("cluster.server.change"), Icon.CATALOG.node());
        remove = new Button();
        one.onSelect(fact -> explain(part.host(), fact));
        all.onSelect(fact -> explain(part.all(), fact));
        card = new Card("", body()).withActions(remove());
        getChildren().add(card);
        show(first);
    }

    private VBox body() {
        server.getStyleClass().add("title");
        server.setWrapText(true);
        server.setMinHeight(USE_PREF_SIZE);
        names.getStyleClass().add("muted");
        names.setWrapText(true);
        names.setMinHeight(USE_PREF_SIZE);
        VBox named = new VBox(5, server, words, names);
        words.setPrefWrapLength(330);
        HBox.setHgrow(named, Priority.ALWAYS);
        gpu.setPrefWidth(220);
        gpu.setMinWidth(190);
        change.setId("change-server-" + part.group().id());
        change.setMinWidth(USE_PREF_SIZE);
        change.setOnAction(ignored -> model.goTo("catalog"));
        keep.setText(texts.get("cluster.keep"));
        keep.setId("keep-server-" + part.group().id());
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setTooltip(new Tooltip(texts.get("cluster.keep.tip")));
        keep.setOnAction(ignored -> part.toKeep().ifPresent(model::keep));
        HBox head = new HBox(12, named, gpu, change);
        head.setAlignment(Pos.BOTTOM_LEFT);
        Label oneTitle = new Label(texts.get("cluster.one"));
        oneTitle.getStyleClass().add("section-title");
        allTitle.getStyleClass().add("section-title");
        FlowGrid capacity = new FlowGrid(280, 24, new VBox(6, oneTitle, one), new VBox(6, allTitle, all));
        return new VBox(
                14,
                head,
                new FlowGrid(
                        150, 12, hosts, gpus, there, sockets, cores, vcpu, memory, reserved, basePower, height, weight),
                labels,
                keep,
                capacity);
    }

    private Button remove() {
        String words = texts.get("cluster.group.remove", part.group().name());
        remove.setGraphic(Icon.REMOVE.node());
        remove.getStyleClass().addAll("flat", "icon-only");
        remove.setId("remove-group-" + part.group().id());
        remove.setAccessibleText(words);
        remove.setTooltip(new javafx.scene.control.Tooltip(words));
        remove.setOnAction(ignored -> model.removeGroup(part.cluster(), part.group()));
        return remove;
    }

    /** What the hosts themselves say is changed there; what the group adds to them stays open. */
    private void showOrigin(HostGroup group) {
        boolean existing = group.isExisting();
        for (NumberField field : List.of(sockets, cores, memory)) {
            field.setDisable(existing);
        }
        hosts.setVisible(!existing);
        hosts.setManaged(!existing);
        names.setVisible(existing);
        names.setManaged(existing);
        change.setVisible(!existing);
        change.setManaged(!existing);
        there.setVisible(existing);
        there.setManaged(existing);
        String note = existing ? texts.get("cluster.ofHosts") : "";
        List.of(sockets, cores, memory).forEach(field -> field.setNote(note));
        if (group.origin() instanceof Origin.Existing origin) {
            Entries.show(there, origin.gpusThere());
            names.setText(String.join(", ", origin.hosts()));
        }
    }

    void show(GroupPart next) {
        part = next;
        HostGroup group = next.group();
        card.setTitle(texts.get("cluster.group", group.name()));
        server.setText(next.server().name());
        words.getChildren()
                .setAll(next.server().words().stream()
                        .map(word -> new Chip(word.text(), word.tone()))
                        .toList());
        gpu.show(next.gpus(), next.gpu());
        Entries.show(gpus, group.gpusPerHost());
        Entries.show(
                hosts,
                next.hosts().entered().map(BigDecimal::valueOf),
                next.hosts().found().map(BigDecimal::valueOf));
        hosts.setNote(next.hosts().note());
        Entries.show(sockets, group.sockets());
        Entries.show(cores, group.coresPerSocket());
        Entries.show(vcpu, group.vcpuPerCore());
        Entries.show(memory, group.memoryGib());
        Entries.show(reserved, group.reservedMemoryGib());
        show(basePower, next.basePower());
        show(height, next.height());
        show(weight, next.weight());
        showOrigin(group);
        remove.setVisible(next.removable());
        labels.show(group.labels().words(), next.labels());
        keep.setVisible(next.toKeep().isPresent());
        keep.setManaged(keep.isVisible());
        one.show(Shown.facts(next.host()));
        all.show(Shown.facts(next.all()));
        allTitle.setText(next.hosts()
                .entered()
                .or(() -> next.hosts().found())
                .map(count -> texts.get("cluster.all", count))
                .orElse(texts.get("cluster.all.unknown")));
    }

    private static void show(NumberField field, TypedPart typed) {
        Entries.show(field, typed.typed(), typed.library());
        field.setNote(typed.note());
    }

    private void explain(List<Shown> figures, FactGrid.Fact fact) {
        model.explain(figures.get(Integer.parseInt(fact.id())).cell());
    }

    private NumberField number(
            String id,
            String name,
            String unit,
            long least,
            long most,
            int decimals,
            BiFunction<HostGroup, BigDecimal, HostGroup> change) {
        NumberField field = new NumberField(
                texts, new NumberField.Spec(name, unit, BigDecimal.valueOf(least), BigDecimal.valueOf(most), decimals));
        commit(field, id, name, change);
        return field;
    }

    private void commit(
            NumberField field, String id, String name, BiFunction<HostGroup, BigDecimal, HostGroup> change) {
        field.field().setId(id + "-" + part.group().id());
        field.onCommit(number -> {
            model.change(
                    part.cluster(),
                    part.group(),
                    name,
                    ClusterViewModel.text(number),
                    group -> change.apply(group, number));
            // what the plan refused must not stay in the field
            show(part);
        });
    }

    /** Emptied or sent back to AUTO, a typed fact gives way to what the library says. */
    private void forget(NumberField field, UnaryOperator<HostGroup.Typed> forget) {
        Runnable change = () -> automatic(field.name(), group -> group.withTyped(forget.apply(group.typed())));
        field.onAutomatic(change);
        field.onCleared(change);
    }

    private void automatic(String name, UnaryOperator<HostGroup> change) {
        model.change(part.cluster(), part.group(), name, texts.get("field.auto"), change);
    }
}
