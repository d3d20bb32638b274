package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The cheapest mixture of hosts for the machines of a week: that of the dearest slot, if all slots find places on it that machines
 * keep; else one on which all machines of the week run at once, which is said.
 */
public final class WeekMixSearch {
    private final HostSearch hosts;
    private final WeekSearch weeks;
    private final Runnable between;

    private WeekMixSearch(HostSearch hosts, WeekSearch weeks, Runnable between) {
        this.hosts = hosts;
        this.weeks = weeks;
        this.between = between;
    }

    /**
     * @param hosts the search for one slot
     * @param between called between its steps; what it throws ends the search
     */
    public static WeekMixSearch of(HostSearch hosts, Runnable between) {
        return new WeekMixSearch(hosts, WeekSearch.of(hosts, between), between);
    }

    /**
     * The cheapest mixture such that in every slot everything has a place and everything that must restart does.
     *
     * @param maximum the most hosts of each group to try
     */
    public WeekSearch.Answer search(WeekProblem week, MixQuestion question, int maximum) {
        Found found = find(week, question, maximum);
        WeekProblem answered = found.counts().map(week::withHosts).orElse(week);
        WeekPlacement placed = weeks.assembly(answered)
                .of(
                        found.placement().orElseGet(() -> weeks.best(answered)),
                        found.needed(),
                        Optional.of(found.busiest()));
        return new WeekSearch.Answer(found.proof(), placed);
    }

    /** The mixture that {@link #search} finds, and why, without the slots. */
    public Proof prove(WeekProblem week, MixQuestion question, int maximum) {
        return find(week, question, maximum).proof();
    }

    /** @param counts hosts of each group; empty if none were found */
    private record Found(
            Proof proof,
            Optional<List<Integer>> counts,
            Optional<Placement> placement,
            List<Optional<Proof>> needed,
            int busiest) {}

    private Found find(WeekProblem week, MixQuestion question, int maximum) {
        List<Optional<HostSearch.Answer>> alone = new ArrayList<>();
        List<Integer> largest = week.largest();
        for (int slot = 0; slot < week.slots(); slot++) {
            between.run();
            boolean counts = week.slots() <= WeekSearch.ALL_SEARCHED || largest.contains(slot);
            alone.add(counts ? Optional.of(hosts.mix(week.at(slot), question, maximum)) : Optional.empty());
        }
        List<Optional<Proof>> needed = alone.stream()
                .map(answer -> answer.map(HostSearch.Answer::proof))
                .toList();
        int busiest = busiest(week, needed);
        HostSearch.Answer hardest = alone.get(busiest).orElseThrow();
        if (!(hardest.proof() instanceof Proof.Mixture mixture)) {
            return new Found(
                    WeekSearch.said(week, busiest, hardest.proof()),
                    Optional.empty(),
                    Optional.empty(),
                    needed,
                    busiest);
        }
        CostBound bound = needed.stream()
                .flatMap(Optional::stream)
                .filter(Proof.Mixture.class::isInstance)
                .map(proof -> ((Proof.Mixture) proof).bound())
                .max(Comparator.comparingLong(CostBound::cost))
                .orElseGet(CostBound::nothing);
        WeekProblem bought = week.withHosts(mixture.counts());
        Optional<Placement> placement = fitting(bought, hardest);
        if (placement.isPresent()) {
            return found(bought, mixture, bound, placement, needed, busiest);
        }
        between.run();
        HostSearch.Answer together = hosts.mix(week.all(), question, maximum);
        if (!(together.proof() instanceof Proof.Mixture all)) {
            return new Found(
                    new Proof.NotFound(
                            maximum,
                            "Each slot of the week fits alone, but no places were found that machines keep in all of their"
                                    + " slots.",
                            new LowerBound.Nothing()),
                    Optional.empty(),
                    Optional.empty(),
                    needed,
                    busiest);
        }
        Proof.Mixture noted = all.withNote("On the hosts of the busiest slot alone (" + mixture.brief()
                + ") no places were found that machines keep in all of their slots, so these hosts carry all machines of the"
                + " week at once; cheaper ones may do.");
        return found(week.withHosts(all.counts()), noted, bound, together.placement(), needed, busiest);
    }

    private static Found found(
            WeekProblem week,
            Proof.Mixture mixture,
            CostBound bound,
            Optional<Placement> placement,
            List<Optional<Proof>> needed,
            int busiest) {
        int failures = week.all().policy().failures();
        String enough = "All " + week.all().vmCount()
                + " machines of the week have a place on these hosts, the same in every slot in which they run. The busiest of "
                + week.slots() + " slots is "
                + week.times().get(busiest).windows().words() + "."
                + (failures > 0
                        ? " In every slot, what must restart does after "
                                + (failures == 1 ? "any host failure." : "any two host failures.")
                        : "");
        Proof.Mixture proof = new Proof.Mixture(
                mixture.question(),
                mixture.counts(),
                enough,
                mixture.obstacle(),
                bound,
                Optional.empty(),
                mixture.notes());
        return new Found(proof, Optional.of(mixture.counts()), placement, needed, busiest);
    }

    /** The slot that costs most, or of which no mixture is known; then the one with most machines. */
    private static int busiest(WeekProblem week, List<Optional<Proof>> needed) {
        return IntStream.range(0, week.slots())
                .filter(slot -> needed.get(slot).isPresent())
                .boxed()
                .max(Comparator.<Integer>comparingLong(
                                slot -> needed.get(slot).orElseThrow() instanceof Proof.Mixture mixture
                                        ? mixture.cost()
                                        : Long.MAX_VALUE)
                        .thenComparingInt(slot -> week.at(slot).vmCount())
                        .thenComparingInt(slot -> -slot))
                .orElseThrow();
    }

    /** Places on the hosts of the dearest slot in which every slot is complete and survives. */
    private Optional<Placement> fitting(WeekProblem week, HostSearch.Answer hardest) {
        List<PlacedVm> asAlone = hardest.placement().map(Placement::placed).orElse(List.of());
        Set<Integer> used = asAlone.stream().map(PlacedVm::host).collect(Collectors.toSet());
        Set<Integer> spare = new HashSet<>();
        for (int host = 0; host < week.all().hostCount(); host++) {
            if (!used.contains(host)) {
                spare.add(host);
            }
        }
        for (Set<Integer> closed : List.of(Set.copyOf(spare), Set.<Integer>of())) {
            for (List<PlacedVm> pins : List.of(asAlone, List.<PlacedVm>of())) {
                for (List<WeekOrders.Item> order : WeekOrders.fixed(week)) {
                    between.run();
                    Placement placement = WeekSearch.pack(week, closed, pins, order);
                    if (placement.isComplete() && weeks.survives(week, placement)) {
                        return Optional.of(placement);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
