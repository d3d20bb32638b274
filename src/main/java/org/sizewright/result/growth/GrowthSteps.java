package org.sizewright.result.growth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.Growth;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.ResolvedReferences;
import org.sizewright.rules.SupportEnd;

/**
 * Calculates an option with its load on each date. The hosts of a date stay: if they carry the load of the next one nothing is bought;
 * else the fewest that carry it are looked for, and there are never fewer than before. The same option gives the same steps.
 */
public final class GrowthSteps {
    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int all);

        static Progress none() {
            return (done, all) -> {};
        }
    }

    private final OptionResult today;
    private final ResolvedReferences references;
    private final Plan plan;
    private final Cancellation cancellation;
    private final List<String> notes = new ArrayList<>();

    private GrowthSteps(OptionResult today, Cancellation cancellation) {
        this.today = today;
        this.cancellation = cancellation;
        references = ResolvedReferences.of(today.plan());
        plan = today.plan().plan().only(today.option().option().id());
    }

    /**
     * The steps of an option.
     *
     * @param today the option as it was calculated
     * @throws Cancellation.Superseded if nobody wants the answer any more
     */
    public static GrowthPlan of(OptionResult today, Cancellation cancellation, Progress progress) {
        return new GrowthSteps(today, cancellation).run(progress);
    }

    private GrowthPlan run(Progress progress) {
        List<Integer> months = GrowthPlan.MONTHS;
        List<SupportEnd> ends =
                SupportEnd.of(today.plan().library(), today.option().option());
        List<GrowthStep> steps = new ArrayList<>();
        progress.at(0, months.size());
        for (int each : months) {
            cancellation.check();
            steps.add(each == 0 ? first(ends) : next(steps, each, ends));
            progress.at(steps.size(), months.size());
        }
        notes.addFirst("Hosts of a date stay on the next one; more are bought only where they do not carry its load.");
        if (plan.workloads().stream().anyMatch(work -> work.terms().growth() instanceof Growth.Constant)) {
            notes.add("Where no growth is stated the load is taken as constant.");
        }
        return new GrowthPlan(
                Load.lines(plan, months), steps, ends, notes.stream().distinct().toList());
    }

    private GrowthStep first(List<SupportEnd> ends) {
        Map<GroupId, Integer> none = new LinkedHashMap<>();
        Optional<String> failure = failure(today);
        return step(0, today, counts(today), none, failure, List.of(), ends);
    }

    private GrowthStep next(List<GrowthStep> before, int months, List<SupportEnd> ends) {
        GrowthStep last = before.getLast();
        Map<GroupId, Integer> there = new LinkedHashMap<>();
        last.hosts().forEach(each -> there.put(each.group(), each.hosts()));
        Plan grown = Load.after(plan, months);
        if (grown.workloads().equals(last.result().plan().plan().workloads())) {
            return step(months, last.result(), there, there, last.failure(), before, ends);
        }
        OptionResult kept = calculated(with(grown, there, false));
        if (failure(kept).isEmpty()) {
            return step(months, kept, there, there, Optional.empty(), before, ends);
        }
        OptionResult searched = calculated(with(grown, there, true));
        Optional<String> failure = failure(searched);
        if (failure.isPresent()) {
            return step(months, kept, there, there, failure, before, ends);
        }
        Map<GroupId, Integer> found = counts(searched);
        Map<GroupId, Integer> most = new LinkedHashMap<>(there);
        found.forEach((group, count) -> most.merge(group, count, Math::max));
        if (most.equals(found)) {
            return step(months, searched, most, there, Optional.empty(), before, ends);
        }
        notes.add(
                "Where the fewest hosts for a date would be of other kinds than those that are there, the hosts that are there"
                        + " stay beside them; a mixture bought at once could be smaller.");
        OptionResult together = calculated(with(grown, most, false));
        return step(months, together, most, there, failure(together), before, ends);
    }

    /**
     * The plan with so many hosts of each group.
     *
     * @param searching whether groups that are on AUTO are searched again, and one group of each cluster that has none on AUTO
     */
    private static Plan with(Plan plan, Map<GroupId, Integer> counts, boolean searching) {
        Option option = plan.liveOption();
        for (Cluster cluster : option.clusters()) {
            boolean auto = cluster.groups().stream().anyMatch(GrowthSteps::isAuto);
            boolean raised = auto;
            Cluster changed = cluster;
            for (HostGroup group : cluster.groups()) {
                if (group.isExisting()) {
                    continue;
                }
                int hosts = counts.getOrDefault(group.id(), 0);
                boolean search = searching && (isAuto(group) || !raised);
                raised |= search;
                if (search) {
                    changed = changed.withGroup(group.withCount(HostCount.auto()));
                } else if (hosts > 0) {
                    changed = changed.withGroup(group.withCount(HostCount.of(hosts)));
                } else if (changed.groups().size() > 1) {
                    changed = changed.withoutGroup(group.id());
                }
            }
            option = option.withCluster(changed);
        }
        return plan.withOption(option);
    }

    private static boolean isAuto(HostGroup group) {
        return group.count() instanceof HostCount.Auto;
    }

    private OptionResult calculated(Plan changed) {
        cancellation.check();
        ResolvedPlan resolved = Resolver.resolve(changed, references);
        return Calculation.of(resolved, resolved.options().getFirst(), cancellation);
    }

    /** Hosts of each group as they were placed. */
    private static Map<GroupId, Integer> counts(OptionResult result) {
        Map<GroupId, Integer> counts = new LinkedHashMap<>();
        for (ClusterPlacement placed : result.placements()) {
            for (int i = 0; i < placed.cluster().groups().size(); i++) {
                counts.put(
                        placed.cluster().groups().get(i).group().id(),
                        placed.whole().groups().get(i).count());
            }
        }
        return counts;
    }

    /** Why the option does not carry its load; empty if it does. */
    private static Optional<String> failure(OptionResult result) {
        for (ClusterPlacement placed : result.placements()) {
            OptionalInt enough = placed.proof().map(proof -> proof.enough()).orElse(OptionalInt.of(0));
            if (enough.isEmpty()) {
                return Optional.of(placed.cluster().cluster().name() + ": "
                        + placed.proof().orElseThrow().words());
            }
            if (!placed.isComplete()) {
                return Optional.of(placed.cluster().cluster().name() + ": "
                        + placed.all().refused().size() + " machines find no place.");
            }
            if (!placed.isSurvived()) {
                return Optional.of(placed.cluster().cluster().name() + ": not every failure of a host is survived.");
            }
        }
        return Optional.empty();
    }

    private GrowthStep step(
            int months,
            OptionResult result,
            Map<GroupId, Integer> counts,
            Map<GroupId, Integer> there,
            Optional<String> failure,
            List<GrowthStep> before,
            List<SupportEnd> ends) {
        List<StepHosts> hosts = new ArrayList<>();
        for (ClusterPlacement placed : today.placements()) {
            for (ResolvedGroup group : placed.cluster().groups()) {
                int count = counts.getOrDefault(group.group().id(), 0);
                int bought = group.group().isExisting()
                        ? 0
                        : count - there.getOrDefault(group.group().id(), 0);
                hosts.add(new StepHosts(
                        group.group().id(),
                        group.group().name(),
                        group.server().vendor() + " " + group.server().model(),
                        group.gpu().name(),
                        count,
                        bought,
                        group.group().gpusPerHost()));
            }
        }
        LocalDate day = plan.header().referenceDate();
        LocalDate date = day.plusMonths(months);
        Value datastore = result.figures().value(result.sizing().storage.datastore);
        return new GrowthStep(
                months,
                date,
                result,
                hosts,
                failure,
                licences(result, hosts),
                more(datastore, before.stream().map(GrowthStep::datastore).toList()),
                ends.stream()
                        .filter(end -> end.last()
                                .filter(month -> month.isBefore(YearMonth.from(date)))
                                .isPresent())
                        .filter(end -> before.isEmpty()
                                || !end.last()
                                        .orElseThrow()
                                        .isBefore(
                                                YearMonth.from(before.getLast().date())))
                        .toList());
    }

    /** One for each GPU that is bought, less those that come with it; at most so many where nobody knows whether they do. */
    private static Value licences(OptionResult result, List<StepHosts> hosts) {
        double licences = 0;
        Bound bound = Bound.EXACT;
        Figure included = result.sizing().demand.hosts.licencesIncluded;
        for (StepHosts each : hosts) {
            RowKey row = new RowKey(each.group().value(), each.name());
            if (each.gpusBought() > 0) {
                Value share = included.rows().keys().contains(row)
                        ? result.figures().value(included, row)
                        : Value.unknown("");
                licences += each.gpusBought() * (1 - share.asNumber().orElse(0));
                bound = bound.and(share.isKnown() ? Bound.EXACT : Bound.AT_MOST);
            }
        }
        return new Value.Known(licences, bound);
    }

    /**
     * What comes to the most that there was before; nothing where it became less. Where parts are unknown on all dates and no load
     * shrinks, those parts do not shrink either, so that what is known of the difference is the least of it.
     */
    private Value more(Value now, List<Value> before) {
        if (!(now instanceof Value.Known later)) {
            return Value.unknown("it is not known on every date");
        }
        double most = 0;
        for (Value each : before) {
            boolean comparable = each instanceof Value.Known known
                    && known.bound() == later.bound()
                    && (known.bound() == Bound.EXACT || known.bound() == Bound.AT_LEAST && !shrinks());
            if (!comparable) {
                return Value.unknown("it is not known on every date");
            }
            most = Math.max(most, each.asNumber().orElseThrow());
        }
        return new Value.Known(Math.max(0, later.number() - most), later.bound());
    }

    private boolean shrinks() {
        return plan.workloads().stream().anyMatch(work -> {
            double factor = 1;
            for (int months : GrowthPlan.MONTHS) {
                double next = work.terms().growth().factor(months);
                if (next < factor) {
                    return true;
                }
                factor = next;
            }
            return false;
        });
    }
}
