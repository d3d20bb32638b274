package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.library.LoadPreset;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.Traffic.RequestKind;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SegmentedChoice;
import org.sizewright.ui.part.Stops;
import org.sizewright.ui.workloads.LlmFields.LoadStage;

/** The load: requests in work typed in, or from people down to requests, every stage with its result. */
final class LoadFields extends VBox {
    private static final double STAGE = 270;
    private static final double TYPED = 300;
    private static final int MANY_REQUESTS = 4096;
    private static final int FIRST_USERS = 100;

    /** Where the requests in work come from. */
    private enum From {
        TYPED,
        PEOPLE
    }

    private final Texts texts;
    private final WorkloadsViewModel model;
    private final SegmentedChoice<From> from;
    private final MenuButton presets;
    private final PlanNumber concurrency;
    private final Steps concurrencySteps;
    private final SliderNumber users;
    private final SliderNumber active;
    private final SliderNumber perHour;
    private final SliderNumber reuse;
    private final SliderNumber firstToken;
    private final SliderNumber perToken;
    private final KindRows kinds;
    private final Map<String, FieldFrame> sliders = new HashMap<>();
    private final HBox promise = new HBox(6);
    private final Map<LoadStage, FigureTiles> results = new EnumMap<>(LoadStage.class);
    private final VBox typed;
    private final VBox people;
    private final Map<WorkloadId, Traffic> earlier = new HashMap<>();
    private List<LoadPreset> offered = List.of();
    private Optional<Sheet.Llm> shown = Optional.empty();

    LoadFields(Texts texts, WorkloadsViewModel model) {
        this.texts = texts;
        this.model = model;
        from = new SegmentedChoice<>(texts.get("workloads.load.from"), List.of(From.values()), each -> switch (each) {
            case TYPED -> texts.get("workloads.load.typed");
            case PEOPLE -> texts.get("workloads.load.people");
        });
        from.getChildren().getFirst().setId("load-typed");
        from.getChildren().getLast().setId("load-people");
        from.onChoose(this::change);
        presets = new MenuButton(texts.get("workloads.load.presets"), Icon.OPTIONS.node());
        presets.setId("load-presets");
        presets.setMinWidth(Region.USE_PREF_SIZE);
        String loadName = texts.get("workloads.field.concurrency");
        concurrency = new PlanNumber(
                texts,
                Field.CONCURRENCY,
                NumberField.Spec.whole(loadName, "", 1, LlmServing.MAX_CONCURRENCY),
                requests -> model.llm().change(loadName, llm -> llm.withConcurrency(requests)));
        concurrencySteps = new Steps(
                texts.get("workloads.steps", loadName),
                "concurrency-steps",
                1,
                MANY_REQUESTS,
                Steps::requests,
                (requests, gesture) -> model.llm().drag(loadName, gesture, llm -> llm.withConcurrency(requests)));
        concurrency.node().getChildren().add(2, concurrencySteps);
        concurrency.node().setMaxWidth(TYPED);
        users = slider(
                "load-users",
                NumberField.Spec.whole(texts.get("workloads.load.users"), "", 1, Traffic.MAX_USERS),
                Stops.growing(1, 1_000_000),
                (load, number) -> load.withUsers((int) number));
        active = slider(
                "load-active",
                spec("workloads.load.share", "%", "0.01", 100, 2),
                Stops.steps(BigDecimal.ONE, BigDecimal.valueOf(100), BigDecimal.ONE),
                Traffic::withActivePercent);
        perHour = slider(
                "load-per-hour",
                spec("workloads.load.perHour", "", "0.01", 1_000_000, 2),
                Stops.growing(1, 1000),
                Traffic::withRequestsPerHour);
        reuse = slider(
                "load-reuse",
                spec("workloads.load.reuse", "%", "0", 100, 2),
                Stops.steps(BigDecimal.ZERO, BigDecimal.valueOf(100), BigDecimal.valueOf(5)),
                Traffic::withPrefixReusePercent);
        firstToken = slider(
                "load-first-token",
                spec("workloads.load.firstToken", "s", "0.001", 3600, 3),
                stops("0.1", "0.2", "0.3", "0.5", "0.75", "1", "1.5", "2", "3", "5", "8", "10", "15", "20", "30", "60"),
                Traffic::withFirstTokenSeconds);
        perToken = slider(
                "load-per-token",
                spec("workloads.load.perToken", "ms", "0.01", 60_000, 2),
                stops("5", "10", "15", "20", "25", "30", "40", "50", "60", "75", "100", "150", "200", "300", "500"),
                Traffic::withTokenMillis);
        kinds = new KindRows(texts, model);
        for (LoadStage stage : LoadStage.values()) {
            results.put(stage, new FigureTiles(model::explain));
        }
        HBox choice = new HBox(10, from, presets);
        choice.setAlignment(Pos.CENTER_LEFT);
        typed = new VBox(concurrency.node());
        promise.setAlignment(Pos.CENTER_LEFT);
        promise.getChildren().setAll(title("workloads.load.stage.promise"));
        FlowGrid stages = new FlowGrid(
                STAGE,
                18,
                stage("workloads.load.stage.people", LoadStage.PEOPLE, users, active),
                stage("workloads.load.stage.requests", LoadStage.REQUESTS, perHour, reuse),
                new VBox(8, promise, firstToken.node(), perToken.node(), result(LoadStage.PROMISE)));
        VBox requests = new VBox(6, title("workloads.load.stage.kinds"), kinds, result(LoadStage.RESULT));
        people = new VBox(16, stages, requests);
        setSpacing(12);
        getChildren().setAll(choice, typed, people);
    }

    /** Changes one number of the load. */
    private interface LoadChange {
        Traffic of(Traffic load, double number);
    }

    private SliderNumber slider(String id, NumberField.Spec spec, Stops stops, LoadChange change) {
        SliderNumber field = new SliderNumber(
                texts,
                id,
                spec,
                stops,
                (number, gesture) -> model.llm()
                        .drag(
                                spec.name(),
                                gesture,
                                llm -> llm.withTraffic(llm.traffic().map(load -> change.of(load, number)))));
        sliders.put(id, field.node().number());
        return field;
    }

    private NumberField.Spec spec(String key, String unit, String least, long most, int decimals) {
        return new NumberField.Spec(texts.get(key), unit, new BigDecimal(least), BigDecimal.valueOf(most), decimals);
    }

    private static Stops stops(String... numbers) {
        return new Stops(Stream.of(numbers).map(BigDecimal::new).toList());
    }

    private VBox stage(String key, LoadStage stage, SliderNumber first, SliderNumber second) {
        return new VBox(8, title(key), first.node(), second.node(), result(stage));
    }

    private Label title(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("strong");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node result(LoadStage stage) {
        FigureTiles tiles = results.get(stage);
        if (tiles == null) {
            throw new IllegalStateException("no tiles for " + stage);
        }
        return tiles;
    }

    Map<String, FieldFrame> frames() {
        return Map.of(Field.CONCURRENCY, concurrency.node());
    }

    /** Puts help on the words of the stages; the frames get theirs by their ids. */
    void explain(Glossary glossary) {
        HelpMarks.on(glossary, sliders);
        kinds.explain(glossary);
        results.values().forEach(tiles -> tiles.explain(glossary));
        promise.getChildren().add(glossary.mark("service-level"));
    }

    void show(Sheet.Llm sheet) {
        shown = Optional.of(sheet);
        LlmServing work = sheet.workload();
        WorkloadId id = work.id();
        Optional<Traffic> traffic = work.traffic();
        offer(sheet.fields().presets());
        from.show(traffic.isPresent() ? From.PEOPLE : From.TYPED);
        present(typed, traffic.isEmpty());
        present(people, traffic.isPresent());
        concurrency.show(id, work.concurrency());
        concurrencySteps.show(work.concurrency(), Math.max(MANY_REQUESTS, work.concurrency()));
        traffic.ifPresent(load -> {
            earlier.put(id, load);
            users.show(id, load.users());
            active.show(id, load.activePercent());
            perHour.show(id, load.requestsPerHour());
            reuse.show(id, load.prefixReusePercent());
            firstToken.show(id, load.firstTokenSeconds());
            perToken.show(id, load.tokenMillis());
            kinds.show(id, load);
        });
        results.forEach((stage, tiles) -> {
            List<Tile> values = sheet.fields().stages().getOrDefault(stage, List.of());
            tiles.show(values);
            present(tiles, !values.isEmpty());
        });
    }

    private void offer(List<LoadPreset> now) {
        if (now.equals(offered)) {
            return;
        }
        offered = now;
        presets.getItems().setAll(now.stream().map(this::item).toList());
        present(presets, !now.isEmpty());
        presets.setTooltip(new Tooltip(texts.get("workloads.load.presets.tip")));
    }

    private MenuItem item(LoadPreset preset) {
        MenuItem item = new MenuItem(preset.name());
        item.setId("preset-" + preset.id());
        item.setOnAction(ignored -> model.llm()
                .change(texts.get("workloads.load.asPreset", preset.name()), llm -> withPreset(llm, preset)));
        return item;
    }

    /** The load of the preset for the same users; the context grows to what its longest request needs. */
    static LlmServing withPreset(LlmServing llm, LoadPreset preset) {
        Traffic load = new Traffic(
                llm.traffic().map(Traffic::users).orElse(FIRST_USERS),
                preset.activePercent(),
                preset.requestsPerHour(),
                preset.kinds().stream()
                        .map(kind -> new RequestKind(
                                kind.name(), kind.sharePercent(), kind.inputTokens(), kind.outputTokens()))
                        .toList(),
                preset.prefixReusePercent(),
                preset.firstTokenSeconds(),
                preset.tokenMillis());
        LlmServing changed = llm.withTraffic(Optional.of(load));
        return load.longest() > llm.contextTokens()
                ? changed.withContextTokens(
                        (int) Math.min(LlmServing.MAX_CONTEXT, (load.longest() + 1023L) / 1024 * 1024))
                : changed;
    }

    private void change(From chosen) {
        if (shown.isEmpty()
                || (chosen == From.PEOPLE) == shown.get().workload().traffic().isPresent()) {
            return;
        }
        Sheet.Llm sheet = shown.get();
        String label = texts.get("workloads.load.from");
        switch (chosen) {
            case TYPED ->
                model.llm().change(label, llm -> {
                    int requests = sheet.fields().requestsInWork().orElse(llm.concurrency());
                    return llm.withTraffic(Optional.empty()).withConcurrency(requests);
                });
            case PEOPLE -> {
                Optional<Traffic> before =
                        Optional.ofNullable(earlier.get(sheet.workload().id()));
                Optional<LoadPreset> start = offered.stream()
                        .filter(preset -> preset.id().equals("chat"))
                        .findFirst()
                        .or(() -> offered.stream().findFirst());
                if (before.isPresent()) {
                    model.llm().change(label, llm -> llm.withTraffic(before));
                } else if (start.isPresent()) {
                    model.llm().change(label, llm -> withPreset(llm, start.get()));
                } else {
                    RequestKind kind = new RequestKind(texts.get("workloads.kinds.new", 1), 100, 1000, 400);
                    model.llm()
                            .change(
                                    label,
                                    llm -> llm.withTraffic(
                                            Optional.of(new Traffic(FIRST_USERS, 20, 10, List.of(kind), 0, 2, 50))));
                }
            }
        }
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
