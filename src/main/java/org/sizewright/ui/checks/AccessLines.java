package org.sizewright.ui.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sizewright.delivery.access.AccessTrial;
import org.sizewright.delivery.access.AccessTrial.Fails;
import org.sizewright.delivery.access.AccessTrial.Works;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;
import org.sizewright.library.AccessFunction;
import org.sizewright.library.AccessFunction.Answer;
import org.sizewright.library.AccessFunction.Mode;
import org.sizewright.library.Library;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.AnswerLine;
import org.sizewright.ui.part.AnswerLine.Entry;
import org.sizewright.ui.part.Why;

/** What the ways to reach GPUs say, line by line: what they take for a workload, then what works with them. */
record AccessLines(Texts texts, Library library) {
    /** @param trials empty while they are worked out */
    List<AnswerLine> of(Optional<List<AccessTrial>> trials) {
        List<AnswerLine> lines = new ArrayList<>();
        String here = texts.get("checks.access.group.here");
        lines.add(new AnswerLine(
                "verdict",
                here,
                texts.get("checks.access.verdict"),
                trials.map(all -> all.stream().map(this::verdict).toList()).orElseGet(this::waiting)));
        lines.add(new AnswerLine(
                "takes",
                here,
                texts.get("checks.access.takes"),
                trials.map(all -> all.stream().map(this::takes).toList()).orElseGet(this::waiting)));
        for (AccessFunction function : library.accessFunctions()) {
            lines.add(new AnswerLine(
                    function.id(),
                    texts.get("checks.access.group.works"),
                    function.title(),
                    List.of(Mode.values()).stream()
                            .map(mode -> answer(function, function.answer(mode)))
                            .toList()));
        }
        return List.copyOf(lines);
    }

    private List<Entry> waiting() {
        return List.of(Mode.values()).stream()
                .map(mode -> new Entry(
                        texts.get("checks.access.trying"),
                        "",
                        false,
                        Optional.empty(),
                        () -> Why.finding(mode.title(), texts.get("checks.access.trying"), List.of())))
                .toList();
    }

    private Entry verdict(AccessTrial trial) {
        return switch (trial.outcome()) {
            case Works works ->
                new Entry(
                        texts.get(works.warnings().isEmpty() ? "checks.access.works" : "checks.access.careful"),
                        works.profile(),
                        true,
                        Optional.of(works.warnings().isEmpty() ? Tone.OK : Tone.WARN),
                        why(trial, works.profile(), works.warnings()));
            case Fails fails ->
                new Entry(
                        texts.get("checks.access.fails"),
                        "",
                        true,
                        Optional.of(Tone.ERROR),
                        why(trial, texts.get("checks.access.stands"), fails.reasons()));
        };
    }

    private Entry takes(AccessTrial trial) {
        return switch (trial.outcome()) {
            case Works works ->
                new Entry(
                        texts.get("checks.access.hosts", works.hosts()),
                        texts.get("checks.access.gpus", works.gpusUsed(), works.gpus()),
                        true,
                        Optional.empty(),
                        why(trial, works.profile(), works.warnings()));
            case Fails fails ->
                new Entry(
                        "—",
                        shortened(fails.reasons().getFirst()),
                        false,
                        Optional.empty(),
                        why(trial, texts.get("checks.access.stands"), fails.reasons()));
        };
    }

    private static String shortened(String sentence) {
        int most = 90;
        return sentence.length() <= most
                ? sentence
                : sentence.substring(0, most - 1).stripTrailing() + "…";
    }

    private Supplier<Why> why(AccessTrial trial, String text, List<String> sentences) {
        return () -> {
            Why why = Why.finding(trial.mode().title(), text, List.of());
            for (String sentence : sentences) {
                why = why.withSection(Why.Section.of(texts.get("checks.access.why.found"), sentence));
            }
            return why.withSection(
                    Why.Section.of(texts.get("checks.access.why.how"), texts.get("checks.access.why.how.text")));
        };
    }

    private Entry answer(AccessFunction function, Answer answer) {
        return new Entry(
                texts.get(
                        switch (answer.works()) {
                            case YES -> "checks.access.yes";
                            case PARTLY -> "checks.access.partly";
                            case NO -> "checks.access.no";
                        }),
                answer.words() + (answer.caveat().isPresent() ? " *" : ""),
                true,
                Optional.of(
                        switch (answer.works()) {
                            case YES -> Tone.OK;
                            case PARTLY -> Tone.WARN;
                            case NO -> Tone.ERROR;
                        }),
                () -> why(function, answer));
    }

    private Why why(AccessFunction function, Answer answer) {
        Why why = Why.finding(function.title(), answer.mode().title() + ": " + answer.words(), List.of())
                .withSection(Why.Section.of(texts.get("checks.access.why.means"), function.explanation()));
        if (answer.caveat().isPresent()) {
            why = why.withSection(Why.Section.of(
                    texts.get("checks.access.why.caveat"), answer.caveat().get()));
        }
        String sources = answer.sources().stream()
                .map(key -> source(key, answer.evidence()).toLine())
                .collect(Collectors.joining("\n"));
        return why.withSection(Why.Section.of(texts.get("checks.access.why.sources"), sources));
    }

    private Source source(String key, Evidence evidence) {
        return library.quote(key, evidence);
    }
}
