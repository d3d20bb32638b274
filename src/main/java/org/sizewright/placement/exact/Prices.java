package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Why a demand cannot be had cheaper: a weight for each class, and the most weight that a host of each bin can hold. All of it in
 * whole numbers, so that anybody can add it up. Numbers too large to be added up are an ArithmeticException, never a wrong bound.
 *
 * @param weights weight of one machine, by class
 * @param heaviest no way to fill a host of the bin weighs more, by bin
 */
record Prices(List<Long> weights, List<Long> heaviest) {
    Prices {
        weights = List.copyOf(weights);
        heaviest = List.copyOf(heaviest);
    }

    /** Weight of the whole demand. */
    long weight(CountModel model) {
        long sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            sum = Math.addExact(sum, Math.multiplyExact(weights.get(i), (long) model.demand(i)));
        }
        return sum;
    }

    /** Whether the hosts of all bins together cannot hold the demand. */
    boolean rulesOut(CountModel model) {
        long room = 0;
        for (int bin = 0; bin < heaviest.size(); bin++) {
            if (heaviest.get(bin) > 0) {
                if (model.bin(bin).most() == Integer.MAX_VALUE) {
                    return false;
                }
                room = Math.addExact(room, Math.multiplyExact(heaviest.get(bin), (long)
                        model.bin(bin).most()));
            }
        }
        return weight(model) > room;
    }

    /**
     * The cheapest cost that these weights leave possible. With D = the most weight per unit of cost that any bin without limit
     * offers: a bin with a limit offers its hosts for nothing but the weight that they hold beyond D times their cost.
     */
    long bound(CountModel model) {
        OptionalLong perCost = perCost(model);
        if (perCost.isEmpty()) {
            return 0;
        }
        long divisor = perCost.getAsLong();
        long rest = weight(model);
        for (int bin = 0; bin < heaviest.size(); bin++) {
            long beyond = beyond(model.bin(bin), heaviest.get(bin), divisor);
            rest = Math.subtractExact(
                    rest, Math.multiplyExact(beyond, (long) model.bin(bin).most()));
        }
        return Math.max(0, Math.ceilDiv(rest, divisor));
    }

    /** The weight that a host of a bin with a limit holds beyond its cost; none where there is no limit. */
    static long beyond(Bin host, long heaviest, long perCost) {
        return host.most() == Integer.MAX_VALUE
                ? 0
                : Math.max(0, Math.subtractExact(heaviest, Math.multiplyExact(perCost, host.cost())));
    }

    /** Weight per unit of cost; empty if no bin without limit holds any weight. */
    OptionalLong perCost(CountModel model) {
        List<Long> each = new ArrayList<>();
        for (int bin = 0; bin < heaviest.size(); bin++) {
            Bin host = model.bin(bin);
            if (host.most() == Integer.MAX_VALUE && heaviest.get(bin) > 0) {
                each.add(Math.ceilDiv(heaviest.get(bin), host.cost()));
            }
        }
        return each.stream().mapToLong(Long::longValue).max();
    }
}
