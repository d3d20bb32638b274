package org.sizewright.ui.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.Proof;
import org.sizewright.plan.Cluster;
import org.sizewright.session.SessionState;
import org.sizewright.ui.cluster.ClusterPage.MixPart;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Why;

/** Prepares what a cluster of which several groups are on AUTO shows of its mixture. */
final class MixParts {
    private MixParts() {}

    /** Empty where the numbers of hosts are not a question, or not answered yet. */
    static Optional<MixPart> of(Texts texts, SessionState state, Cluster cluster) {
        return cluster.isMixed()
                ? state.live().stream()
                        .flatMap(done -> done.placements().stream())
                        .filter(placed -> placed.cluster().cluster().id().equals(cluster.id()))
                        .findFirst()
                        .flatMap(ClusterPlacement::proof)
                        .map(proof -> part(texts, proof))
                : Optional.empty();
    }

    private static MixPart part(Texts texts, Proof proof) {
        return switch (proof) {
            case Proof.Mixture mixture ->
                new MixPart(
                        mixture.brief(),
                        mixture.runnerUp(),
                        mixture.question().note().orElse(""),
                        mixture.isProven() ? Tone.OK : Tone.INFO,
                        why(texts, mixture));
            case Proof.Optimal optimal -> other(texts, proof, Tone.OK);
            case Proof.Between between -> other(texts, proof, Tone.INFO);
            case Proof.NotFound notFound -> other(texts, proof, Tone.ERROR);
            case Proof.CannotFit cannotFit -> other(texts, proof, Tone.ERROR);
        };
    }

    private static MixPart other(Texts texts, Proof proof, Tone tone) {
        return new MixPart(
                proof.range(), "", "", tone, Why.finding(texts.get("cluster.objective"), proof.words(), List.of()));
    }

    private static Why why(Texts texts, Proof.Mixture mixture) {
        Why why = Why.finding(mixture.brief(), mixture.whyEnough(), List.of());
        if (!mixture.isProven()) {
            why = why.withSection(Why.Section.of(texts.get("cluster.mix.open"), mixture.obstacle()));
        }
        why = why.withSection(Why.Section.of(
                texts.get(
                        "cluster.mix.bound",
                        mixture.question().amount(mixture.bound().cost())),
                mixture.bound().words()));
        if (!mixture.runnerUp().isEmpty()) {
            why = why.withSection(Why.Section.of(texts.get("cluster.mix.runnerUp"), mixture.runnerUp()));
        }
        String notes = Stream.concat(mixture.question().note().stream(), mixture.notes().stream())
                .collect(Collectors.joining(" "));
        return notes.isEmpty() ? why : why.withSection(Why.Section.of(texts.get("cluster.mix.notes"), notes));
    }
}
