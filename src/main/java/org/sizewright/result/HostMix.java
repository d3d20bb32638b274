package org.sizewright.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Library;
import org.sizewright.placement.MixQuestion;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.result.servers.ServerPrice;
import org.sizewright.sizing.Demand;

/**
 * What a host of each group on AUTO costs by the objective of its cluster, from the figures of the plan: the quotes that the bill of
 * materials shows, the power of a host, its height. Where one of them is unknown the fewest hosts are looked for, and it is said.
 */
final class HostMix {
    private final ResolvedCluster cluster;
    private final Demand demand;
    private final Library library;
    private final List<String> missing = new ArrayList<>();
    private final TreeSet<String> currencies = new TreeSet<>();
    private final TreeSet<String> unpriced = new TreeSet<>();
    private final List<List<String>> without = new ArrayList<>();

    private HostMix(ResolvedCluster cluster, Demand demand, Library library) {
        this.cluster = cluster;
        this.demand = demand;
        this.library = library;
    }

    /** What is asked of the groups on AUTO; there must be one at least. */
    static MixQuestion of(ResolvedCluster cluster, Demand demand, Library library) {
        return new HostMix(cluster, demand, library).question();
    }

    private MixQuestion question() {
        HostObjective objective = cluster.cluster().objective();
        List<OptionalLong> costs =
                cluster.groups().stream().map(group -> cost(objective, group)).toList();
        if (objective == HostObjective.LOWEST_PRICE && currencies.size() > 1) {
            missing.add("the prices are in " + String.join(" and ", currencies));
        }
        List<String> some = unpriced.stream()
                .filter(item -> without.stream().anyMatch(lacking -> !lacking.contains(item)))
                .toList();
        if (!some.isEmpty()) {
            missing.add(String.join(", ", some) + " is quoted for some of the hosts only");
        }
        if (!missing.isEmpty()) {
            return new MixQuestion(
                    HostObjective.FEWEST_HOSTS,
                    "hosts",
                    names(),
                    cluster.groups().stream()
                            .map(group -> cost(HostObjective.FEWEST_HOSTS, group))
                            .toList(),
                    Optional.of("Asked for was the " + objective.words().toLowerCase(java.util.Locale.ROOT) + ", but "
                            + String.join("; ", missing) + ": so the fewest hosts were looked for."));
        }
        return new MixQuestion(objective, unit(objective), names(), costs, note(objective));
    }

    private Optional<String> note(HostObjective objective) {
        return objective == HostObjective.LOWEST_PRICE && !unpriced.isEmpty()
                ? Optional.of(
                        "Nothing is quoted for " + String.join(", ", unpriced) + "; that is in none of the prices.")
                : Optional.empty();
    }

    private String unit(HostObjective objective) {
        return switch (objective) {
            case FEWEST_HOSTS -> "hosts";
            case LOWEST_PRICE -> currencies.isEmpty() ? "" : currencies.first();
            case LEAST_POWER -> "W";
            case FEWEST_RACK_UNITS -> "U";
        };
    }

    private List<String> names() {
        return cluster.groups().stream().map(group -> group.group().name()).toList();
    }

    private OptionalLong cost(HostObjective objective, ResolvedGroup group) {
        if (!isSearched(group)) {
            return OptionalLong.empty();
        }
        OptionalDouble amount = switch (objective) {
            case FEWEST_HOSTS -> OptionalDouble.of(1);
            case LOWEST_PRICE -> price(group);
            case LEAST_POWER -> known(group, demand.hosts.hostPower, "the power of a host of %s is unknown");
            case FEWEST_RACK_UNITS -> known(group, demand.hosts.height, "the height of a host of %s is unknown");
        };
        // what costs less than a hundredth costs that: a search needs a price
        return OptionalLong.of(Math.max(1, MixQuestion.cost(amount.orElse(0))));
    }

    static boolean isSearched(ResolvedGroup group) {
        return group.group().count() instanceof HostCount.Auto;
    }

    private OptionalDouble known(ResolvedGroup group, Figure figure, String unknown) {
        OptionalDouble number = number(group, figure);
        if (number.isEmpty() || number.getAsDouble() <= 0) {
            missing.add(unknown.formatted(group.group().name()));
        }
        return number;
    }

    /** Server, GPUs, processors, memory and the licences that do not come with the GPUs. */
    private OptionalDouble price(ResolvedGroup group) {
        OptionalDouble included = number(group, demand.hosts.licencesIncluded);
        ServerPrice price = ServerPrice.of(
                group.server(),
                group.gpu(),
                group.group(),
                1,
                included.isPresent()
                        ? OptionalDouble.of(group.group().gpusPerHost() * Math.max(0, 1 - included.getAsDouble()))
                        : OptionalDouble.empty(),
                library);
        if (!price.isComparable() || price.amount() <= 0) {
            price.lines().forEach(line -> currencies.add(line.price().currency()));
            missing.add("the price of a host of " + group.group().name() + " is unknown ("
                    + (price.without().isEmpty()
                            ? "its parts are quoted in several currencies"
                            : "no quote for " + String.join(", ", price.without()))
                    + ")");
            return OptionalDouble.empty();
        }
        currencies.add(price.currency().orElseThrow());
        unpriced.addAll(price.without());
        without.add(price.without());
        return OptionalDouble.of(price.amount());
    }

    private OptionalDouble number(ResolvedGroup group, Figure figure) {
        return demand.value(
                        figure,
                        new RowKey(group.group().id().value(), group.group().name()),
                        Lane.VALUE)
                .asNumber();
    }
}
