package org.sizewright.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.SupplyRecord.Metric;
import org.sizewright.result.platforms.GpuWay;
import org.sizewright.result.platforms.Impossible;
import org.sizewright.result.platforms.OpenShiftCount;
import org.sizewright.result.platforms.PlatformComparison;
import org.sizewright.result.platforms.PlatformOutcome;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;
import org.sizewright.sizing.Sizing;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.AnswerLine;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.FigureWhy;

/** What the platforms say, line by line. */
final class PlatformLines {
    private final Texts texts;
    private final PlatformComparison comparison;
    private final List<AnswerLine> lines = new ArrayList<>();
    private String group = "";

    private PlatformLines(Texts texts, PlatformComparison comparison) {
        this.texts = texts;
        this.comparison = comparison;
    }

    static List<AnswerLine> of(Texts texts, PlatformComparison comparison) {
        PlatformLines all = new PlatformLines(texts, comparison);
        all.fill();
        return List.copyOf(all.lines);
    }

    private void fill() {
        group = texts.get("compare.platforms.group.possible");
        line("impossible", "compare.platforms.impossible", this::impossible);
        findings("errors", "compare.errors", Severity.ERROR, Tone.ERROR);
        findings("warnings", "compare.warnings", Severity.WARNING, Tone.WARN);
        findings("open", "compare.open", Severity.OPEN_ITEM, Tone.INFO);
        group = texts.get("compare.platforms.group.takes");
        figure("hosts", "compare.hosts", sizing -> sizing.cluster.totalHosts, 0);
        figure("gpus", "compare.gpus", sizing -> sizing.cluster.totalGpus, 0);
        figure("power", "compare.power", sizing -> sizing.site.sitePower, 1);
        figure("datastore", "compare.datastore", sizing -> sizing.storage.datastore, 1);
        group = texts.get("compare.group.licences");
        line(
                "licences",
                "compare.licences",
                outcome -> entry(
                        outcome.licences(),
                        Unit.COUNT,
                        outcome.aiEnterprise(),
                        () -> figureWhy(outcome, outcome.result().sizing().cluster.totalLicences)));
        line(
                "cores",
                "compare.platforms.cores",
                outcome -> entry(
                        outcome.vmwareCores(),
                        Unit.COUNT,
                        "",
                        () -> words(
                                outcome,
                                texts.get("compare.platforms.cores"),
                                texts.get("compare.platforms.cores.text"))));
        line(
                "openshift",
                "compare.platforms.openshift",
                outcome -> entry(
                        outcome.openShift().subscriptions(),
                        Unit.COUNT,
                        outcome.openShift().metric().map(Metric::metric).orElse(""),
                        () -> words(
                                outcome, texts.get("compare.platforms.openshift"), openShift(outcome.openShift()))));
        group = texts.get("compare.platforms.group.ways");
        line(
                "profiles",
                "compare.platforms.profiles",
                outcome -> plain(
                        String.join(", ", outcome.profiles()),
                        () -> words(
                                outcome,
                                texts.get("compare.platforms.profiles"),
                                String.join(", ", outcome.profiles()))));
        int ways = comparison.outcomes().getFirst().ways().size();
        for (int i = 0; i < ways; i++) {
            int way = i;
            String name = comparison.outcomes().stream()
                    .map(outcome -> outcome.ways().get(way).name())
                    .distinct()
                    .collect(Collectors.joining(" / "));
            add("way" + i, name, outcome -> way(outcome, outcome.ways().get(way)));
        }
        group = texts.get("compare.platforms.group.operations");
        line(
                "room",
                "compare.survives",
                outcome -> plain(
                                texts.get(
                                        outcome.hasRoomForFailures()
                                                ? "compare.platforms.room.yes"
                                                : "compare.platforms.room.no"),
                                () -> words(
                                        outcome,
                                        texts.get("compare.survives"),
                                        texts.get("compare.platforms.room.text")))
                        .withTone(outcome.hasRoomForFailures() ? Tone.OK : Tone.ERROR));
        line(
                "failure",
                "compare.platforms.failure",
                outcome -> prose(outcome, texts.get("compare.platforms.failure"), outcome.failure()));
        line(
                "maintenance",
                "compare.platforms.maintenance",
                outcome -> prose(outcome, texts.get("compare.platforms.maintenance"), outcome.maintenance()));
        line("dropped", "compare.platforms.dropped", this::dropped);
    }

    private void line(String id, String key, Function<PlatformOutcome, AnswerLine.Entry> entry) {
        add(id, texts.get(key), entry);
    }

    private void add(String id, String label, Function<PlatformOutcome, AnswerLine.Entry> entry) {
        lines.add(new AnswerLine(
                id, group, label, comparison.outcomes().stream().map(entry).toList()));
    }

    private void figure(String id, String key, Function<Sizing, Figure> pick, int decimals) {
        line(id, key, outcome -> {
            Figure figure = pick.apply(outcome.result().sizing());
            Value value = outcome.result().figures().value(figure);
            return new AnswerLine.Entry(
                    ValueText.of(value, figure.unit(), decimals),
                    "",
                    value.isKnown(),
                    Optional.empty(),
                    () -> figureWhy(outcome, figure));
        });
    }

    private Why figureWhy(PlatformOutcome outcome, Figure figure) {
        Cell cell = figure.cell(RowKey.SINGLE, Lane.VALUE);
        return FigureWhy.of(texts, outcome.result().figures(), cell)
                .withText(texts.get(
                        "compare.platforms.on", outcome.trial().platform().title()));
    }

    private String openShift(OpenShiftCount count) {
        return count.metric()
                .map(metric -> texts.get(
                        "compare.platforms.openshift.text",
                        metric.metric(),
                        count.formula(),
                        metric.notes().orElse("")))
                .orElseGet(() -> count.subscriptions() instanceof Value.Unknown unknown
                        ? unknown.why()
                        : texts.get("compare.platforms.openshift.none"));
    }

    private static AnswerLine.Entry entry(Value value, Unit unit, String note, Supplier<Why> why) {
        return new AnswerLine.Entry(
                ValueText.of(value, unit, 0),
                value instanceof Value.Unknown unknown ? unknown.why() : note,
                value.isKnown(),
                Optional.empty(),
                why);
    }

    private static AnswerLine.Entry plain(String value, Supplier<Why> why) {
        return new AnswerLine.Entry(value, "", true, Optional.empty(), why);
    }

    private AnswerLine.Entry prose(PlatformOutcome outcome, String title, String text) {
        return new AnswerLine.Entry("", text, true, Optional.empty(), () -> words(outcome, title, text));
    }

    private Why words(PlatformOutcome outcome, String title, String text) {
        return Why.finding(
                texts.get(
                        "compare.platforms.title",
                        title,
                        outcome.trial().platform().title()),
                text,
                List.of());
    }

    private AnswerLine.Entry way(PlatformOutcome outcome, GpuWay way) {
        return plain(
                        switch (way.answer()) {
                            case YES -> texts.get("compare.platforms.yes");
                            case NO -> texts.get("compare.platforms.no");
                            case UNKNOWN -> texts.get("compare.unknown");
                        },
                        () -> words(outcome, way.name(), way.why())
                                .withSection(Why.Section.of(
                                        texts.get("compare.platforms.source"),
                                        way.source().toLine())))
                .withTone(
                        switch (way.answer()) {
                            case YES -> Tone.OK;
                            case NO -> Tone.NEUTRAL;
                            case UNKNOWN -> Tone.WARN;
                        });
    }

    private AnswerLine.Entry impossible(PlatformOutcome outcome) {
        List<Impossible> all = outcome.impossible();
        if (all.isEmpty()) {
            return plain(
                            texts.get("compare.platforms.nothing"),
                            () -> words(
                                    outcome,
                                    texts.get("compare.platforms.impossible"),
                                    texts.get("compare.platforms.nothing")))
                    .withTone(Tone.OK);
        }
        Impossible first = all.getFirst();
        return new AnswerLine.Entry(
                texts.get("compare.platforms.count", all.size()),
                first.subject() + ": " + first.sentence(),
                true,
                Optional.of(Tone.ERROR),
                () -> {
                    Why why = words(outcome, texts.get("compare.platforms.impossible"), "");
                    for (Impossible each : all) {
                        why = why.withSection(Why.Section.of(
                                each.rule().isEmpty() ? each.subject() : each.rule() + " · " + each.subject(),
                                each.sentence() + "\n" + each.remedy()
                                        + (each.alsoInUse() ? "\n" + texts.get("compare.platforms.inUseToo") : "")
                                        + "\n" + each.source().toLine()));
                    }
                    return why;
                });
    }

    private void findings(String id, String key, Severity severity, Tone tone) {
        line(id, key, outcome -> {
            AnswerLine.Entry entry = plain(String.valueOf(outcome.open(severity)), () -> told(outcome, severity, key));
            return outcome.open(severity) > 0 ? entry.withTone(tone) : entry;
        });
    }

    private Why told(PlatformOutcome outcome, Severity severity, String key) {
        List<Finding> found = outcome.result().findings().stream()
                .filter(finding -> finding.severity() == severity && finding.isOpen())
                .toList();
        Why why = words(outcome, texts.get(key), found.isEmpty() ? texts.get("compare.findings.none") : "");
        for (Finding finding : found) {
            why = why.withSection(Why.Section.of(finding.subject(), finding.sentence() + "\n" + finding.remedy()));
        }
        return why;
    }

    private AnswerLine.Entry dropped(PlatformOutcome outcome) {
        List<String> all = new ArrayList<>(outcome.trial().taken());
        all.addAll(outcome.trial().dropped());
        String count = outcome.trial().inUse()
                ? texts.get("compare.platforms.inUse")
                : texts.get(
                        "compare.platforms.settings", outcome.trial().dropped().size());
        return new AnswerLine.Entry(
                count,
                String.join(" ", outcome.trial().taken()),
                true,
                Optional.empty(),
                () -> words(outcome, texts.get("compare.platforms.dropped"), String.join("\n", all)));
    }
}
