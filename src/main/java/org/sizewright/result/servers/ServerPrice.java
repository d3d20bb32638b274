package org.sizewright.result.servers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.library.Price;
import org.sizewright.plan.HostGroup;

/**
 * What the hosts of a server cost by the user's own quotes, line by line as in the bill of materials.
 *
 * @param lines what is quoted
 * @param without what is not
 * @param currency empty if nothing is quoted, or in several currencies, which are not added up
 */
public record ServerPrice(List<Line> lines, List<String> without, Optional<String> currency) {
    public ServerPrice {
        lines = List.copyOf(lines);
        without = List.copyOf(without);
    }

    /** So many of something at a quoted price. */
    public record Line(String what, double quantity, double each, Price price) {
        public double amount() {
            return quantity * each;
        }
    }

    /** The same lines, not to be added up. */
    ServerPrice withoutCurrency() {
        return new ServerPrice(lines, without, Optional.empty());
    }

    ServerPrice times(double factor) {
        return new ServerPrice(
                lines.stream()
                        .map(line -> new Line(line.what(), line.quantity(), line.each() * factor, line.price()))
                        .toList(),
                without,
                currency);
    }

    /** The same for another number of hosts: everything in it is bought per host. */
    ServerPrice forHosts(int before, int now) {
        return new ServerPrice(
                lines.stream()
                        .map(line -> new Line(line.what(), line.quantity() * now / before, line.each(), line.price()))
                        .toList(),
                without,
                currency);
    }

    /** What is quoted, added up; only meaningful in one currency. */
    public double amount() {
        return lines.stream().mapToDouble(Line::amount).sum();
    }

    /** Whether it is in one currency and holds the server and its GPUs, so that it says something. */
    public boolean isComparable() {
        return currency.isPresent()
                && !without.contains(Price.Item.SERVER.word())
                && !without.contains(Price.Item.GPU.word())
                && !without.contains(Price.Item.GPU_BOARD.word());
    }

    /**
     * By the prices of a library: one for exactly this server or GPU goes before one for any.
     *
     * @param licences licences to pay for; empty if their number is unknown
     */
    public static ServerPrice of(
            CatalogEntry server, Gpu gpu, HostGroup group, int hosts, OptionalDouble licences, Library library) {
        List<Price> prices = library.prices().stream()
                .sorted(Comparator.comparing(price -> price.of().equals(Price.ANY)))
                .toList();
        List<String> ids = List.of(server.id().value(), gpu.id().value());
        Sum sum = new Sum(prices, ids);
        sum.add(Price.Item.SERVER, hosts);
        sum.add(
                gpu.gpusPerBoard() > 1 ? Price.Item.GPU_BOARD : Price.Item.GPU,
                (double) hosts * gpu.boards(group.gpusPerHost()));
        sum.add(Price.Item.PROCESSOR, (double) hosts * group.sockets());
        sum.add(Price.Item.MEMORY, (double) hosts * group.memoryGib());
        if (licences.isEmpty()) {
            sum.without.add(Price.Item.LICENCE.word());
        } else if (licences.getAsDouble() > 0) {
            sum.add(Price.Item.LICENCE, licences.getAsDouble());
        }
        return sum.toPrice();
    }

    private static final class Sum {
        private final List<Price> prices;
        private final List<String> ids;
        private final List<Line> lines = new ArrayList<>();
        private final List<String> without = new ArrayList<>();

        Sum(List<Price> prices, List<String> ids) {
            this.prices = prices;
            this.ids = ids;
        }

        void add(Price.Item item, double quantity) {
            prices.stream()
                    .filter(price -> price.isFor(item.word(), ids))
                    .findFirst()
                    .ifPresentOrElse(
                            price -> lines.add(new Line(item.word(), quantity, price.amount(), price)),
                            () -> without.add(item.word()));
        }

        ServerPrice toPrice() {
            TreeSet<String> currencies = new TreeSet<>();
            lines.forEach(line -> currencies.add(line.price().currency()));
            return new ServerPrice(
                    lines, without, currencies.size() == 1 ? Optional.of(currencies.first()) : Optional.empty());
        }
    }
}
