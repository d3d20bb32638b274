package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;
import org.sizewright.plan.DiskNeeds;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Growth;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.NumberField;

/** How the load of a workload grows and what it keeps on the datastore, with the figures that follow. */
final class OutlookCard extends VBox {
    private static final double FIELD = 176;
    private static final double USUAL_PERCENT = 20;

    /** How growth is stated. */
    enum Kind {
        CONSTANT,
        YEARLY,
        FACTORS
    }

    private final Texts texts;
    private final WorkloadsViewModel model;
    private final Choice<Kind> kind;
    private final PlanNumber percent;
    private final PlanNumber after12;
    private final PlanNumber after36;
    private final PlanNumber versions;
    private final PlanNumber copies;
    private final PlanNumber users;
    private final PlanNumber home;
    private final PlanNumber disk;
    private final PlanNumber images;
    private final FlowGrid grid = new FlowGrid(FIELD, 14);
    private final FigureTiles tiles;
    private Growth shown = Growth.CONSTANT;

    OutlookCard(Texts texts, WorkloadsViewModel model) {
        this.texts = texts;
        this.model = model;
        kind = new Choice<>(
                texts.get("workloads.outlook.growth"), Field.GROWTH, this::words, chosen -> change(start(chosen)));
        percent = growth(
                "percent",
                "workloads.outlook.percent",
                "%",
                Growth.LEAST_PERCENT,
                Growth.MOST_PERCENT,
                value -> new Growth.Yearly(value));
        after12 = growth(
                "after12",
                "workloads.outlook.after12",
                "\u00d7",
                Growth.LEAST_FACTOR,
                Growth.MOST_FACTOR,
                value -> new Growth.Factors(value, factors().after36()));
        after36 = growth(
                "after36",
                "workloads.outlook.after36",
                "\u00d7",
                Growth.LEAST_FACTOR,
                Growth.MOST_FACTOR,
                value -> new Growth.Factors(factors().after12(), value));
        versions = whole(
                "versions", "workloads.outlook.versions", 1, DiskNeeds.MOST_VERSIONS, DiskNeeds::withModelVersions);
        copies = whole("copies", "workloads.outlook.copies", 1, DiskNeeds.MOST_VERSIONS, DiskNeeds::withModelCopies);
        users = whole("users", "workloads.outlook.users", 0, DiskNeeds.MOST_USERS, DiskNeeds::withUsers);
        home = gb("home", "workloads.outlook.home", DiskNeeds::withHomeGb);
        disk = gb("disk", "workloads.outlook.disk", DiskNeeds::withDiskGb);
        images = gb("images", "workloads.outlook.images", DiskNeeds::withImagesGb);
        tiles = new FigureTiles(model::explain);
        getChildren().add(new Card(texts.get("workloads.outlook"), new VBox(12, grid, tiles)));
    }

    void show(Workload work) {
        WorkloadId id = work.id();
        shown = work.terms().growth();
        kind.show(List.of(Kind.values()), Optional.of(kind(shown)));
        kind.setNote(loadOf(work));
        List<FieldFrame> fields = new ArrayList<>(List.of(kind));
        switch (shown) {
            case Growth.Constant constant -> {}
            case Growth.Yearly yearly -> {
                percent.show(id, yearly.percent());
                fields.add(percent.node());
            }
            case Growth.Factors factors -> {
                after12.show(id, factors.after12());
                after36.show(id, factors.after36());
                fields.add(after12.node());
                fields.add(after36.node());
            }
        }
        DiskNeeds needs = work.terms().disk();
        versions.show(id, needs.modelVersions(), OptionalInt.of(1));
        copies.show(id, needs.modelCopies(), OptionalInt.of(1));
        if (work instanceof Workload.LlmServing || work instanceof Retrieval) {
            fields.add(versions.node());
            fields.add(copies.node());
        }
        users.show(id, needs.users(), OptionalInt.of(work instanceof Workload.GpuVms vms ? vms.count() : 0));
        home.show(id, needs.homeGb(), OptionalDouble.empty());
        disk.show(id, needs.diskGb(), OptionalDouble.empty());
        images.show(id, needs.imagesGb(), OptionalDouble.empty());
        for (PlanNumber number : List.of(home, disk, images)) {
            number.node().setNote(number.node().value().isEmpty() ? texts.get("workloads.outlook.unknown") : "");
        }
        fields.addAll(List.of(users.node(), home.node(), disk.node(), images.node()));
        if (!grid.getChildrenUnmodifiable().equals(fields)) {
            grid.show(fields);
        }
        tiles.show(model.storage());
    }

    /** Puts help on the words of the card. */
    void explain(Glossary glossary) {
        Map<String, FieldFrame> frames = new LinkedHashMap<>();
        frames.put(Field.GROWTH, kind);
        for (PlanNumber number : List.of(percent, after12, after36)) {
            frames.put(number.node().field().getId(), number.node());
        }
        for (PlanNumber number : List.of(versions, copies, users, home, disk, images)) {
            frames.put(number.node().field().getId(), number.node());
        }
        HelpMarks.on(glossary, frames);
    }

    private PlanNumber growth(
            String id, String key, String unit, double least, double most, DoubleFunction<Growth> of) {
        return PlanNumber.decimal(
                texts,
                "outlook-" + id,
                new NumberField.Spec(texts.get(key), unit, BigDecimal.valueOf(least), BigDecimal.valueOf(most), 2),
                value -> change(of.apply(value)));
    }

    private PlanNumber whole(
            String id, String key, int least, int most, BiFunction<DiskNeeds, Optional<Integer>, DiskNeeds> with) {
        String name = texts.get(key);
        return new PlanNumber(
                        texts,
                        "outlook-" + id,
                        NumberField.Spec.whole(name, "", least, most),
                        number -> keep(name, needs -> with.apply(needs, Optional.of(number))))
                .withAutomatic(() -> keep(name, needs -> with.apply(needs, Optional.empty())));
    }

    private PlanNumber gb(String id, String key, BiFunction<DiskNeeds, Optional<Double>, DiskNeeds> with) {
        String name = texts.get(key);
        return PlanNumber.decimal(
                        texts,
                        "outlook-" + id,
                        new NumberField.Spec(
                                name,
                                texts.get("workloads.outlook.gb"),
                                BigDecimal.ZERO,
                                BigDecimal.valueOf(DiskNeeds.MOST_GB),
                                1),
                        number -> keep(name, needs -> with.apply(needs, Optional.of(number))))
                .withAutomatic(() -> keep(name, needs -> with.apply(needs, Optional.empty())));
    }

    private void change(Growth growth) {
        model.change(
                texts.get("workloads.outlook.growth"),
                work -> work.withTerms(work.terms().withGrowth(growth)));
    }

    private void keep(String what, UnaryOperator<DiskNeeds> change) {
        model.change(
                what,
                work -> work.withTerms(
                        work.terms().withDisk(change.apply(work.terms().disk()))));
    }

    /** What a kind begins with: about what was stated before. */
    private Growth start(Kind chosen) {
        if (chosen == kind(shown)) {
            return shown;
        }
        return switch (chosen) {
            case CONSTANT -> Growth.CONSTANT;
            case YEARLY -> new Growth.Yearly(USUAL_PERCENT);
            case FACTORS -> factors();
        };
    }

    private Growth.Factors factors() {
        return shown instanceof Growth.Factors factors
                ? factors
                : new Growth.Factors(rounded(shown.factor(12)), rounded(shown.factor(36)));
    }

    private static double rounded(double factor) {
        return Math.clamp(Math.round(factor * 100) / 100.0, Growth.LEAST_FACTOR, Growth.MOST_FACTOR);
    }

    private static Kind kind(Growth growth) {
        return switch (growth) {
            case Growth.Constant constant -> Kind.CONSTANT;
            case Growth.Yearly yearly -> Kind.YEARLY;
            case Growth.Factors factors -> Kind.FACTORS;
        };
    }

    private String words(Kind each) {
        return switch (each) {
            case CONSTANT -> texts.get("workloads.outlook.constant");
            case YEARLY -> texts.get("workloads.outlook.yearly");
            case FACTORS -> texts.get("workloads.outlook.factors");
        };
    }

    /** Which load grows. */
    private String loadOf(Workload work) {
        return switch (work) {
            case Workload.LlmServing llm ->
                texts.get(
                        llm.traffic().isPresent()
                                ? "workloads.outlook.growth.people"
                                : "workloads.outlook.growth.requests");
            case Workload.GpuVms vms -> texts.get("workloads.outlook.growth.vms");
            case Retrieval retrieval -> texts.get("workloads.outlook.growth.search");
            case FineTuning tuning -> texts.get("workloads.outlook.growth.data");
        };
    }
}
