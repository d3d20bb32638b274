package org.sizewright.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.HostMixSearch;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.MixQuestion;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.PlacementProblems;
import org.sizewright.placement.Proof;
import org.sizewright.placement.ProofReview;
import org.sizewright.placement.ProvenDemand;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.WeekMixSearch;
import org.sizewright.placement.WeekProblem;
import org.sizewright.placement.WeekSearch;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.LaneCounts;

/**
 * A cluster of which several groups are on AUTO: the cheapest mixture by its objective. For the low and the high end of the demand's
 * band the cheapest mixture is another one in general; each group then has the count of that mixture.
 */
final class MixPlacing {
    /** The most hosts of a group that AUTO tries. */
    private static final int MOST_HOSTS = 1_024;

    private final ResolvedCluster cluster;
    private final ResolvedOption option;
    private final Demand demand;
    private final HostSearch search;
    private final ProofReview review;
    private final Cancellation cancellation;
    private final MixQuestion question;

    MixPlacing(
            ResolvedCluster cluster,
            ResolvedOption option,
            Demand demand,
            MixQuestion question,
            HostSearch search,
            ProofReview review,
            Cancellation cancellation) {
        this.cluster = cluster;
        this.option = option;
        this.demand = demand;
        this.search = search;
        this.review = review;
        this.cancellation = cancellation;
        this.question = question;
    }

    /** @param found gets the hosts of each group that is searched */
    ClusterPlacement place(Map<RowKey, LaneCounts> found) {
        PlacementProblem problem = problem(Lane.VALUE);
        WeekProblem week = week(problem);
        Proof proof;
        ClusterPlacement placed;
        if (week.slots() > 1) {
            WeekSearch.Answer answer = weekMix().search(week, question, MOST_HOSTS);
            proof = complete(review.of(answer.week(), question, answer.proof()), problem);
            placed = ClusterPlacement.of(cluster, answer.week(), Optional.of(proof));
        } else {
            HostSearch.Answer answer = search.mix(problem, question, MOST_HOSTS);
            proof = complete(review.of(problem, question, answer.proof()), problem);
            PlacementProblem answered = answer.problem();
            Placement placement = answer.placement().orElseGet(() -> search.place(answered));
            Resilience resilience = answer.resilience().orElseGet(() -> search.replay(answered, placement));
            placed = Calculation.placed(search, cluster, answered, placement, resilience, Optional.of(proof));
        }
        ProvenDemand proven = new ProvenDemand(
                end(Lane.LOW, problem, proof), ProvenDemand.End.of(problem, proof), end(Lane.HIGH, problem, proof));
        for (int group : question.searched()) {
            found.put(
                    new RowKey(
                            cluster.groups().get(group).group().id().value(),
                            cluster.groups().get(group).group().name()),
                    new LaneCounts(
                            count(proven.low(), group), count(proven.value(), group), count(proven.high(), group)));
        }
        return placed.withProvenDemand(proven);
    }

    /** With the cheapest other answer of one kind, which is searched for with proof. */
    private Proof complete(Proof proof, PlacementProblem problem) {
        if (!(proof instanceof Proof.Mixture mixture) || mixture.oneKind().isPresent()) {
            return proof;
        }
        PlacementProblem alone = HostMixSearch.without(problem, question);
        List<List<Integer>> others = new ArrayList<>();
        for (int group : question.searched()) {
            cancellation.check();
            int kind = group;
            Proof single = week(problem).slots() > 1
                    ? weekSearch().prove(week(alone), group, MOST_HOSTS)
                    : search.search(alone, group, MOST_HOSTS).proof();
            single.enough()
                    .ifPresent(hosts -> others.add(alone.withHosts(kind, hosts).counts()));
        }
        return mixture.withOneKind(others.stream()
                .filter(counts -> !counts.equals(mixture.counts()))
                .filter(mixture.question()::houses)
                .min(Comparator.comparingLong(question::cost)));
    }

    /** The cheapest mixture for an end of the band. */
    private ProvenDemand.End end(Lane lane, PlacementProblem best, Proof proof) {
        cancellation.check();
        PlacementProblem problem = problem(lane);
        if (problem.equals(best)) {
            return ProvenDemand.End.of(problem, proof);
        }
        WeekProblem week = week(problem);
        return ProvenDemand.End.of(
                problem,
                week.slots() > 1
                        ? weekMix().prove(week, question, MOST_HOSTS)
                        : search.mix(problem, question, MOST_HOSTS).proof());
    }

    private PlacementProblem problem(Lane lane) {
        return PlacementProblems.of(option, cluster, demand, lane);
    }

    private WeekProblem week(PlacementProblem problem) {
        return PlacementProblems.week(cluster, option.assignments(), problem);
    }

    private WeekMixSearch weekMix() {
        return WeekMixSearch.of(search, cancellation::check);
    }

    private WeekSearch weekSearch() {
        return WeekSearch.of(search, cancellation::check);
    }

    private static OptionalInt count(ProvenDemand.End end, int group) {
        return end.proof() instanceof Proof.Mixture mixture
                ? OptionalInt.of(mixture.counts().get(group))
                : OptionalInt.empty();
    }
}
