package org.sizewright.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.HostObjective;

/**
 * Which mixture of several kinds of hosts is looked for.
 *
 * @param objective what decides
 * @param unit of the costs, such as {@code W} or a currency
 * @param names what the groups are called, by group
 * @param costs what a host of each group costs in hundredths of the unit, at least 1; empty for groups whose hosts are given
 * @param note what is to be said of the costs, such as why they are not those that were asked for
 * @param site the racks that the hosts are to stand in; empty where they do not matter
 */
public record MixQuestion(
        HostObjective objective,
        String unit,
        List<String> names,
        List<OptionalLong> costs,
        Optional<String> note,
        Optional<MixSite> site) {
    private static final double PARTS = 100;

    public MixQuestion {
        names = List.copyOf(names);
        costs = List.copyOf(costs);
        if (names.size() != costs.size() || costs.stream().allMatch(OptionalLong::isEmpty)) {
            throw new IllegalArgumentException("each group has a name, and of some the hosts are searched");
        }
        if (costs.stream().anyMatch(cost -> cost.isPresent() && cost.getAsLong() < 1)) {
            throw new IllegalArgumentException("a host that is searched costs something");
        }
    }

    /** Wherever the hosts stand. */
    public MixQuestion(
            HostObjective objective, String unit, List<String> names, List<OptionalLong> costs, Optional<String> note) {
        this(objective, unit, names, costs, note, Optional.empty());
    }

    /** The same for these racks, or wherever the hosts stand. */
    public MixQuestion withSite(Optional<MixSite> racks) {
        return new MixQuestion(objective, unit, names, costs, note, racks);
    }

    /** Whether so many hosts of each group find racks. */
    public boolean houses(List<Integer> counts) {
        return site.isEmpty() || site.get().houses(counts);
    }

    /** The most hosts of a group to try: no more than the racks take of it alone. */
    public int most(int group, int maximum) {
        return site.isEmpty()
                ? maximum
                : Math.min(maximum, site.get().most(group).orElse(maximum));
    }

    /** Hosts that carry everything for less, and why they are not the answer. */
    public String withoutRacks(List<Integer> counts) {
        return words(counts) + " = " + amount(cost(counts))
                + " would carry everything too, but the racks do not take them"
                + site.map(racks -> racks.limits(counts))
                        .filter(limits -> !limits.isEmpty())
                        .map(limits -> ": they lack " + limits + ".")
                        .orElse(".");
    }

    /** A number of the unit as a cost. */
    public static long cost(double amount) {
        return Math.round(amount * PARTS);
    }

    /** Whether the hosts of the group are searched, not given. */
    public boolean isSearched(int group) {
        return costs.get(group).isPresent();
    }

    /** The groups whose hosts are searched. */
    public List<Integer> searched() {
        return IntStream.range(0, costs.size()).filter(this::isSearched).boxed().toList();
    }

    /** What so many hosts cost, by group; given ones cost nothing. */
    public long cost(List<Integer> counts) {
        long sum = 0;
        for (int group : searched()) {
            sum = Math.addExact(
                    sum, Math.multiplyExact(counts.get(group), costs.get(group).getAsLong()));
        }
        return sum;
    }

    /** Hosts of the groups that are searched. */
    public int hosts(List<Integer> counts) {
        return searched().stream().mapToInt(counts::get).sum();
    }

    /** A cost in its unit. */
    public String amount(long cost) {
        String number = ValueText.number(cost / PARTS);
        return objective == HostObjective.FEWEST_HOSTS
                ? number + (cost == cost(1) ? " host" : " hosts")
                : number + " " + unit;
    }

    /** The hosts that are searched, by their names. */
    public String words(List<Integer> counts) {
        List<String> parts = new ArrayList<>();
        for (int group : searched()) {
            if (counts.get(group) > 0) {
                parts.add(counts.get(group) + " × " + names.get(group));
            }
        }
        return parts.isEmpty() ? "no host" : String.join(" + ", parts);
    }
}
