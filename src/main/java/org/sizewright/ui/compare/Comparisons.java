package org.sizewright.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.Proof;
import org.sizewright.plan.Option;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;
import org.sizewright.session.SessionState;
import org.sizewright.ui.compare.Comparison.Column;
import org.sizewright.ui.compare.Comparison.Entry;
import org.sizewright.ui.compare.Comparison.Explained;
import org.sizewright.ui.compare.Comparison.Line;
import org.sizewright.ui.compare.Comparison.Verdict;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.FigureWhy;

/** Puts the options of a state side by side. */
final class Comparisons {
    private final Texts texts;
    private final List<Option> options;
    private final List<Optional<OptionResult>> results;
    private final List<Line> lines = new ArrayList<>();
    private String group = "";

    private Comparisons(Texts texts, SessionState state) {
        this.texts = texts;
        this.options = state.plan().options();
        this.results = options.stream()
                .map(option -> state.result().flatMap(result -> result.option(option.id())))
                .toList();
    }

    static Comparison of(Texts texts, SessionState state) {
        Comparisons made = new Comparisons(texts, state);
        made.fill();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < made.options.size(); i++) {
            Option option = made.options.get(i);
            columns.add(new Column(
                    option.id(),
                    made.letter(i),
                    option.name(),
                    option.id().equals(state.plan().live()),
                    Verdict.of(texts, made.results.get(i))));
        }
        return new Comparison(columns, made.lines);
    }

    private void fill() {
        group = texts.get("compare.group.hosts");
        figure("hosts", "compare.hosts", result -> result.sizing().cluster.totalHosts, 0, Best.LOWEST, this::hostsNote);
        words(
                "server",
                "compare.server",
                result -> groups(result, found -> found.server().model()));
        words(
                "gpu",
                "compare.gpu",
                result -> groups(result, found -> found.gpu().name()));
        words(
                "gpusPerHost",
                "compare.gpusPerHost",
                result -> groups(result, found -> String.valueOf(found.group().gpusPerHost())));
        group = texts.get("compare.group.gpus");
        figure("gpus", "compare.gpus", result -> result.sizing().cluster.totalGpus, 0, Best.NONE, this::band);
        figure("used", "compare.used", result -> result.sizing().placement.gpusUsed, 0, Best.NONE, this::band);
        figure("free", "compare.free", result -> result.sizing().placement.gpusFree, 0, Best.NONE, this::band);
        figure(
                "stranded",
                "compare.stranded",
                result -> result.sizing().placement.stranded,
                0,
                Best.LOWEST,
                this::band);
        group = texts.get("compare.group.vms");
        figure("vms", "compare.vms", result -> result.sizing().placement.placed, 0, Best.NONE, this::vmsNote);
        survival();
        busiest();
        group = texts.get("compare.group.site");
        figure("power", "compare.power", result -> result.sizing().site.sitePower, 1, Best.LOWEST, this::powerNote);
        figure("heat", "compare.heat", result -> result.sizing().cluster.totalHeat, 0, Best.LOWEST, this::band);
        figure("units", "compare.units", result -> result.sizing().cluster.totalUnits, 0, Best.LOWEST, this::band);
        figure("weight", "compare.weight", result -> result.sizing().cluster.totalWeight, 0, Best.LOWEST, this::band);
        figure(
                "datastore",
                "compare.datastore",
                result -> result.sizing().storage.datastore,
                1,
                Best.LOWEST,
                this::band);
        group = texts.get("compare.group.licences");
        figure(
                "licences",
                "compare.licences",
                result -> result.sizing().cluster.totalLicences,
                0,
                Best.LOWEST,
                this::band);
        figure("order", "compare.order", result -> result.sizing().cluster.licencesToOrder, 0, Best.LOWEST, this::band);
        group = texts.get("compare.group.findings");
        findings("errors", "compare.errors", Severity.ERROR, Tone.ERROR);
        findings("warnings", "compare.warnings", Severity.WARNING, Tone.WARN);
        findings("open", "compare.open", Severity.OPEN_ITEM, Tone.INFO);
    }

    private String letter(int index) {
        return options.get(index).id().value().toUpperCase(Locale.ROOT);
    }

    /** An option with errors or machines without a place is no competitor: it would win by carrying less. */
    private static boolean works(OptionResult result) {
        return result.open(Severity.ERROR) == 0 && result.placements().stream().allMatch(ClusterPlacement::isComplete);
    }

    /** Says what stands under a figure. */
    private interface Note {
        String of(OptionResult result, Figure figure);
    }

    private void figure(
            String id, String key, Function<OptionResult, Figure> pick, int decimals, Best best, Note note) {
        List<Entry> entries = new ArrayList<>();
        List<Optional<Value>> competing = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (results.get(i).isEmpty()) {
                entries.add(waiting());
                competing.add(Optional.empty());
                continue;
            }
            OptionResult result = results.get(i).get();
            Figure figure = pick.apply(result);
            Cell cell = figure.cell(RowKey.SINGLE, Lane.VALUE);
            Value value = open(result.figures().value(cell));
            int index = i;
            entries.add(new Entry(
                    ValueText.of(value, figure.unit(), decimals),
                    value instanceof Value.Unknown unknown ? unknown.why() : note.of(result, figure),
                    value.isKnown(),
                    false,
                    Optional.empty(),
                    new Explained.ByFigure(cell, () -> why(result, cell, index, id))));
            competing.add(works(result) ? Optional.of(value) : Optional.empty());
        }
        List<Boolean> marks = best.mark(competing);
        for (int i = 0; i < entries.size(); i++) {
            if (marks.get(i)) {
                entries.set(i, entries.get(i).asBest());
            }
        }
        add(id, key, entries);
    }

    /** A sum of which no part is known says no more than that it is not negative. */
    private Value open(Value value) {
        return value instanceof Value.Known known && known.bound() == Bound.AT_LEAST && known.number() == 0
                ? Value.unknown(texts.get("compare.nothingKnown"))
                : value;
    }

    private Why why(OptionResult result, Cell cell, int index, String id) {
        Why why = FigureWhy.of(texts, result.figures(), cell)
                .withText(texts.get(
                        "compare.ofOption", letter(index), options.get(index).name()));
        if (id.equals("hosts")) {
            for (ClusterPlacement placed : result.placements()) {
                if (placed.proof().isPresent()) {
                    why = why.withSection(Why.Section.of(
                            texts.get("compare.proof"), placed.proof().get().words()));
                }
            }
        }
        return why;
    }

    private void words(String id, String key, Function<OptionResult, String> words) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            int index = i;
            entries.add(results.get(i)
                    .map(result -> {
                        String text = words.apply(result);
                        return new Entry(
                                text.isEmpty() ? texts.get("compare.unknown") : text,
                                "",
                                !text.isEmpty(),
                                false,
                                Optional.empty(),
                                new Explained.ByWords(() -> hardware(result, index)));
                    })
                    .orElseGet(this::waiting));
        }
        add(id, key, entries);
    }

    /** The hosts of an option in words. */
    private Why hardware(OptionResult result, int index) {
        Why why = Why.finding(
                texts.get("compare.hardware", letter(index), options.get(index).name()),
                texts.get("compare.hardware.text"),
                List.of());
        for (ClusterPlacement placed : result.placements()) {
            for (ResolvedGroup found : placed.cluster().groups()) {
                why = why.withSection(Why.Section.of(
                        found.group().name(),
                        texts.get(
                                "compare.hardware.group",
                                found.server().vendor(),
                                found.server().model(),
                                found.group().gpusPerHost(),
                                found.gpu().name(),
                                found.group().sockets(),
                                found.group().coresPerSocket(),
                                ValueText.number(found.group().memoryGib()))));
            }
        }
        return why;
    }

    private void survival() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            int index = i;
            entries.add(results.get(i).map(result -> survival(result, index)).orElseGet(this::waiting));
        }
        add("survives", "compare.survives", entries);
    }

    /** Only where some workload has weekly windows. */
    private void busiest() {
        if (results.stream()
                .flatMap(Optional::stream)
                .anyMatch(result -> !BusiestSlots.of(result).slots().isEmpty())) {
            add(
                    "busiest",
                    "compare.busiest",
                    results.stream()
                            .map(result -> result.map(BusiestSlots::of)
                                    .map(this::busiest)
                                    .orElseGet(this::waiting))
                            .toList());
        }
    }

    private Entry busiest(BusiestSlots found) {
        return new Entry(
                found.words(texts), "", true, false, Optional.empty(), new Explained.ByWords(() -> found.why(texts)));
    }

    private Entry survival(OptionResult result, int index) {
        int failures = result.placements().stream()
                .mapToInt(placed -> placed.problem().policy().failures())
                .min()
                .orElse(0);
        boolean complete = result.placements().stream().allMatch(ClusterPlacement::isComplete);
        boolean survives = complete && result.placements().stream().allMatch(ClusterPlacement::isSurvived);
        String word = failures == 0
                ? texts.get("compare.survives.none")
                : texts.get(
                        survives
                                ? "compare.survives.yes"
                                : complete ? "compare.survives.no" : "compare.survives.unplaced");
        Tone tone = failures == 0 ? Tone.WARN : survives ? Tone.OK : Tone.ERROR;
        String verdicts =
                result.placements().stream().map(ClusterPlacement::verdictHere).collect(Collectors.joining("\n"));
        return new Entry(
                word,
                failures == 2 ? texts.get("compare.survives.two") : "",
                true,
                false,
                Optional.of(tone),
                new Explained.ByWords(() -> Why.finding(
                        texts.get(
                                "compare.survival",
                                letter(index),
                                options.get(index).name()),
                        verdicts,
                        List.of())));
    }

    private void findings(String id, String key, Severity severity, Tone tone) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            int index = i;
            entries.add(results.get(i)
                    .map(found -> new Entry(
                            String.valueOf(found.open(severity)),
                            "",
                            true,
                            false,
                            found.open(severity) > 0 ? Optional.of(tone) : Optional.empty(),
                            new Explained.ByWords(() -> told(found, severity, texts.get(key), index))))
                    .orElseGet(this::waiting));
        }
        add(id, key, entries);
    }

    private Why told(OptionResult result, Severity severity, String what, int index) {
        List<Finding> found = result.findings().stream()
                .filter(finding -> finding.severity() == severity && finding.isOpen())
                .toList();
        Why why = Why.finding(
                texts.get(
                        "compare.findings",
                        what,
                        letter(index),
                        options.get(index).name()),
                found.isEmpty() ? texts.get("compare.findings.none") : "",
                List.of());
        for (Finding finding : found) {
            why = why.withSection(Why.Section.of(finding.subject(), finding.sentence() + "\n" + finding.remedy()));
        }
        return why;
    }

    private void add(String id, String key, List<Entry> entries) {
        Set<String> said = entries.stream()
                .map(entry -> entry.value() + "\n" + entry.note())
                .collect(Collectors.toSet());
        lines.add(new Line(id, group, texts.get(key), said.size() > 1, entries));
    }

    private Entry waiting() {
        return new Entry(texts.get("compare.waiting"), "", false, false, Optional.empty(), new Explained.Nothing());
    }

    private String band(OptionResult result, Figure figure) {
        return result.figures()
                .band(figure, RowKey.SINGLE)
                .filter(range -> range.min() < range.max())
                .map(range -> texts.get("compare.band", ValueText.number(range.min()), ValueText.number(range.max())))
                .orElse("");
    }

    private String hostsNote(OptionResult result, Figure figure) {
        // hosts that are there are given; only the others are searched
        boolean beside = result.sizing().cluster.existingHosts.isPresent();
        Optional<String> proof = result.placements().stream()
                .flatMap(placed -> placed.proof().stream())
                .findFirst()
                .map(found -> switch (found) {
                    case Proof.Optimal optimal ->
                        texts.get(beside ? "compare.proof.optimal.new" : "compare.proof.optimal");
                    case Proof.Between between ->
                        texts.get(
                                beside ? "compare.proof.between.new" : "compare.proof.between",
                                between.lower(),
                                between.upper());
                    case Proof.Mixture mixture -> mixture.brief();
                    case Proof.NotFound notFound -> texts.get("compare.proof.notFound");
                    case Proof.CannotFit cannotFit -> texts.get("compare.proof.cannotFit");
                });
        String band = band(result, figure);
        String first = proof.orElseGet(() -> texts.get("compare.proof.entered"));
        return band.isEmpty() ? first : first + "; " + band;
    }

    private String vmsNote(OptionResult result, Figure figure) {
        return texts.get("compare.vms.of", ValueText.number(result.figures().value(result.sizing().demand.totalVms)));
    }

    private String powerNote(OptionResult result, Figure figure) {
        Figure usable = result.sizing().site.usablePower;
        return texts.get("compare.power.of", ValueText.of(result.figures().value(usable), usable.unit(), 1));
    }

    private static String groups(OptionResult result, Function<ResolvedGroup, String> words) {
        return result.placements().stream()
                .flatMap(placed -> placed.cluster().groups().stream())
                .map(words)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
