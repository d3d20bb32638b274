package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.ExistingFit;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Why;

/** Says whether everything fits on the hosts that are there: on a chip, and in the Why pane. */
final class ExistingFitWords {
    /** So many machines are listed one by one; the rest is counted. */
    private static final int LISTED = 40;

    private final Texts texts;

    ExistingFitWords(Texts texts) {
        this.texts = texts;
    }

    /** What is known of a cluster; empty if it has no such hosts, or while that is still worked out. */
    static Optional<ExistingFit> of(Optional<OptionResult> result, ClusterPlacement placed) {
        return result.map(
                shown -> shown.existing().get(placed.cluster().cluster().id()));
    }

    PlacementPage.Verdict verdict(ExistingFit fit) {
        if (fit.inPlace().fits()) {
            return new PlacementPage.Verdict(
                    texts.get(fit.today().isEmpty() ? "placement.there.fits" : "placement.there.inPlace"), Tone.OK);
        }
        if (fit.repacked().fits()) {
            return new PlacementPage.Verdict(
                    texts.get("placement.there.repacked", fit.moves().size()), Tone.WARN);
        }
        Optional<String> more = fit.more().stream()
                .findFirst()
                .map(each -> texts.get(
                        "placement.there.more", each.range(), each.enough().orElse(each.atLeast())));
        if (fit.repacked().isRuledOut()) {
            return new PlacementPage.Verdict(
                    more.map(hosts -> texts.get("placement.there.never.more", hosts))
                            .orElseGet(() -> texts.get("placement.there.never")),
                    Tone.WARN);
        }
        return new PlacementPage.Verdict(texts.get("placement.there.open"), Tone.INFO);
    }

    /** Both answers, the machines that would move, and how to say what runs there today. */
    Why why(ClusterScene scene, ExistingFit fit, PinViewModel pins) {
        ClusterPlacement placed = scene.placed();
        List<Why.Input> inputs = new ArrayList<>();
        inputs.add(given("placement.there.hosts", String.valueOf(fit.hosts())));
        inputs.add(given("placement.there.machines", String.valueOf(fit.machines())));
        inputs.add(given("placement.there.today", String.valueOf(fit.today().size())));
        inputs.add(given("placement.there.stay", answer(fit.inPlace())));
        inputs.add(given("placement.there.move", answer(fit.repacked())));
        Why why = Why.finding(verdict(fit).words(), scene.names().named(fit.words(placed)), inputs);
        if (!fit.moves().isEmpty()) {
            why = why.withSection(Why.Section.of(texts.get("placement.there.moves"), moves(scene, fit)));
        }
        return why.withSection(Why.Section.of(texts.get("placement.there.say"), texts.get("placement.there.say.text"))
                .withStep(texts.get("placement.pinAll"), () -> pins.pinAll(scene)));
    }

    private String moves(ClusterScene scene, ExistingFit fit) {
        List<String> lines = new ArrayList<>();
        fit.moves().stream()
                .limit(LISTED)
                .forEach(move -> lines.add(texts.get(
                        "placement.there.moves.line",
                        scene.names().workload(move.from().vmClass()) + "-"
                                + move.from().number(),
                        scene.placed().place(move.from()),
                        scene.placed().place(move.to()))));
        if (fit.moves().size() > LISTED) {
            lines.add(texts.get("placement.failure.more", fit.moves().size() - LISTED));
        }
        return String.join("\n", lines);
    }

    private String answer(ExistingFit.Answer answer) {
        return switch (answer) {
            case ExistingFit.Answer.Fits fits -> texts.get("placement.there.yes");
            case ExistingFit.Answer.Cannot cannot -> texts.get("placement.there.no");
            case ExistingFit.Answer.Open open -> texts.get("placement.there.unknown");
        };
    }

    private Why.Input given(String key, String value) {
        return Why.Input.given(texts.get(key), value, "");
    }
}
