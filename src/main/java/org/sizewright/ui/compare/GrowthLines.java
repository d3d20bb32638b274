package org.sizewright.ui.compare;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.result.growth.GrowthPlan;
import org.sizewright.result.growth.GrowthStep;
import org.sizewright.result.growth.LoadLine;
import org.sizewright.result.growth.StepHosts;
import org.sizewright.rules.SupportEnd;
import org.sizewright.sizing.Sizing;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.AnswerLine;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.FigureWhy;

/** What the dates say, line by line. */
final class GrowthLines {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ROOT);

    private final Texts texts;
    private final GrowthPlan growth;
    private final List<AnswerLine> lines = new ArrayList<>();
    private String group = "";

    private GrowthLines(Texts texts, GrowthPlan growth) {
        this.texts = texts;
        this.growth = growth;
    }

    static List<AnswerLine> of(Texts texts, GrowthPlan growth) {
        GrowthLines all = new GrowthLines(texts, growth);
        all.fill();
        return List.copyOf(all.lines);
    }

    static String heading(Texts texts, GrowthStep step) {
        return step.months() == 0
                ? texts.get("compare.growth.dayOne")
                : texts.get("compare.growth.after", step.months());
    }

    static String date(GrowthStep step) {
        return DAY.format(step.date());
    }

    private void fill() {
        group = texts.get("compare.growth.group.buy");
        line("buyHosts", "compare.growth.hosts", this::hosts);
        line(
                "buyGpus",
                "compare.growth.gpus",
                step -> plain(step, String.valueOf(step.gpusBought()), texts.get("compare.growth.gpus"), bought(step)));
        line(
                "buyLicences",
                "compare.growth.licences",
                step -> value(
                        step.licencesToOrder(),
                        Unit.COUNT,
                        0,
                        () -> words(
                                step,
                                texts.get("compare.growth.licences"),
                                texts.get("compare.growth.licences.text"))));
        line(
                "buyStorage",
                "compare.growth.datastore",
                step -> value(
                        step.datastoreToAdd(),
                        Unit.TIB,
                        1,
                        () -> words(
                                step,
                                texts.get("compare.growth.datastore"),
                                texts.get("compare.growth.datastore.text"))));
        line("ends", "compare.growth.ends", this::ends);
        group = texts.get("compare.growth.group.there");
        line("load", "compare.growth.load", this::load);
        line(
                "hosts",
                "compare.hosts",
                step -> plain(step, String.valueOf(step.totalHosts()), texts.get("compare.hosts"), hostsThere(step)));
        line(
                "gpus",
                "compare.gpus",
                step -> plain(step, String.valueOf(step.totalGpus()), texts.get("compare.gpus"), hostsThere(step)));
        line("power", "compare.power", this::power);
        figure("units", "compare.units", sizing -> sizing.cluster.totalUnits, 0);
        line("racks", "compare.growth.racks", this::racks);
        figure("licences", "compare.licences", sizing -> sizing.cluster.totalLicences, 0);
        figure("datastore", "compare.datastore", sizing -> sizing.storage.datastore, 1);
        group = texts.get("compare.growth.group.loads");
        for (LoadLine each : growth.loads()) {
            List<AnswerLine.Entry> entries = new ArrayList<>();
            for (int i = 0; i < growth.steps().size(); i++) {
                GrowthStep step = growth.steps().get(i);
                String load = each.loads().get(i);
                entries.add(new AnswerLine.Entry(
                        load,
                        i == 0 ? each.growth() : "",
                        !each.constant(),
                        Optional.empty(),
                        () -> words(step, each.name(), load + "\n" + each.growth())));
            }
            lines.add(new AnswerLine("load-" + each.workload().value(), group, each.name(), entries));
        }
    }

    private void line(String id, String key, Function<GrowthStep, AnswerLine.Entry> entry) {
        lines.add(new AnswerLine(
                id, group, texts.get(key), growth.steps().stream().map(entry).toList()));
    }

    private void figure(String id, String key, Function<Sizing, Figure> pick, int decimals) {
        line(id, key, step -> {
            Figure figure = pick.apply(step.result().sizing());
            return value(step.result().figures().value(figure), figure.unit(), decimals, () -> figureWhy(step, figure));
        });
    }

    private Why figureWhy(GrowthStep step, Figure figure) {
        return FigureWhy.of(texts, step.result().figures(), figure.cell(RowKey.SINGLE, Lane.VALUE))
                .withText(texts.get("compare.growth.on", date(step)));
    }

    private static AnswerLine.Entry value(Value value, Unit unit, int decimals, Supplier<Why> why) {
        return new AnswerLine.Entry(
                ValueText.of(value, unit, decimals),
                value instanceof Value.Unknown unknown ? unknown.why() : "",
                value.isKnown(),
                Optional.empty(),
                why);
    }

    private AnswerLine.Entry plain(GrowthStep step, String value, String title, String text) {
        return new AnswerLine.Entry(value, "", true, Optional.empty(), () -> words(step, title, text));
    }

    private Why words(GrowthStep step, String title, String text) {
        return Why.finding(texts.get("compare.platforms.title", title, date(step)), text, List.of());
    }

    private AnswerLine.Entry hosts(GrowthStep step) {
        AnswerLine.Entry entry = plain(
                step,
                step.hostsBought() == 0 && step.months() > 0
                        ? texts.get("compare.growth.none")
                        : String.valueOf(step.hostsBought()),
                texts.get("compare.growth.hosts"),
                bought(step));
        return step.hostsBought() > 0 && step.months() > 0 ? entry.withTone(Tone.INFO) : entry;
    }

    private String bought(GrowthStep step) {
        List<String> all = step.hosts().stream()
                .filter(each -> each.bought() > 0)
                .map(each -> groupWords(each, each.bought()))
                .toList();
        return all.isEmpty() ? texts.get("compare.growth.nothing") : String.join("\n", all);
    }

    private String hostsThere(GrowthStep step) {
        return String.join(
                "\n",
                step.hosts().stream()
                        .map(each -> groupWords(each, each.hosts()))
                        .toList());
    }

    private String groupWords(StepHosts each, int count) {
        return texts.get("compare.growth.group", count, each.name(), each.server(), each.gpusPerHost(), each.gpu());
    }

    private AnswerLine.Entry load(GrowthStep step) {
        return new AnswerLine.Entry(
                        texts.get(step.carries() ? "compare.growth.carried" : "compare.growth.notCarried"),
                        step.failure().orElse(""),
                        true,
                        Optional.empty(),
                        () -> words(
                                step,
                                texts.get("compare.growth.load"),
                                step.failure().orElseGet(() -> String.join("\n", growth.notes()))))
                .withTone(step.carries() ? Tone.OK : Tone.ERROR);
    }

    private AnswerLine.Entry power(GrowthStep step) {
        Figure power = step.result().sizing().site.sitePower;
        boolean over = step.power() instanceof Value.Known load
                && step.usablePower() instanceof Value.Known limit
                && load.number() > limit.number();
        AnswerLine.Entry entry = new AnswerLine.Entry(
                ValueText.of(step.power(), Unit.KILOWATT, 1),
                texts.get("compare.power.of", ValueText.of(step.usablePower(), Unit.KILOWATT, 1)),
                step.power().isKnown(),
                Optional.empty(),
                () -> figureWhy(step, power));
        return over ? entry.withTone(Tone.ERROR) : entry;
    }

    private AnswerLine.Entry racks(GrowthStep step) {
        AnswerLine.Entry entry = new AnswerLine.Entry(
                String.valueOf(step.racks()),
                step.hostsWithoutRack() > 0 ? texts.get("compare.growth.noRack", step.hostsWithoutRack()) : "",
                true,
                Optional.empty(),
                () -> words(
                        step,
                        texts.get("compare.growth.racks"),
                        step.hostsWithoutRack() > 0
                                ? texts.get("compare.growth.noRack", step.hostsWithoutRack())
                                : texts.get("compare.growth.allRacks")));
        return step.hostsWithoutRack() > 0 ? entry.withTone(Tone.ERROR) : entry;
    }

    private AnswerLine.Entry ends(GrowthStep step) {
        if (step.ends().isEmpty()) {
            return plain(
                    step,
                    texts.get("compare.growth.noEnds"),
                    texts.get("compare.growth.ends"),
                    growth.ends().isEmpty()
                            ? texts.get("compare.growth.unstated")
                            : texts.get("compare.growth.noEnds"));
        }
        List<String> names = step.ends().stream().map(SupportEnd::what).toList();
        return new AnswerLine.Entry(
                        texts.get("compare.growth.ended", names.size()),
                        String.join(", ", names),
                        true,
                        Optional.empty(),
                        () -> {
                            Why why = words(step, texts.get("compare.growth.ends"), "");
                            for (SupportEnd end : step.ends()) {
                                why = why.withSection(Why.Section.of(
                                        end.what(),
                                        texts.get(
                                                        "compare.growth.lastMonth",
                                                        end.branch(),
                                                        end.last()
                                                                .map(Object::toString)
                                                                .orElse(texts.get("compare.unknown")))
                                                + "\n" + end.source().toLine()));
                            }
                            return why;
                        })
                .withTone(Tone.WARN);
    }
}
