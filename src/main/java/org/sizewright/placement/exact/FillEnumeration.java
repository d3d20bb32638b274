package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All ways to fill a host that weigh at least so much and to which no machine can be added. A branch ends where even the best rest
 * would weigh too little; the rest is bounded by prices of processors, memory and shares that overestimate it.
 */
final class FillEnumeration {
    private static final long MOST_STEPS = 400_000;
    private static final int MOST_FILLS = 20_000;
    private static final int STEPS_BETWEEN = 100;
    /** Counted work of a step, in the unit of the budget. */
    private static final double WORK_OF_STEP = 5e-6;

    private final CountModel model;
    private final int number;
    private final Bin bin;
    private final GpuRoom room;
    private final long[] weights;
    private final HostPrices prices;
    private final long least;
    private final int[] order;
    private final int[] most;
    private final double[] restAtMost;
    private final int[] counts;
    private final int[] shares;
    private final List<Fill> found = new ArrayList<>();
    private final Budget budget;
    private long steps;

    private FillEnumeration(CountModel model, int number, long[] weights, long least, Budget budget) {
        this.budget = budget;
        this.model = model;
        this.number = number;
        this.weights = weights;
        this.least = least;
        bin = model.bin(number);
        room = new GpuRoom(bin, model.shares());
        prices = HostPrices.of(model, bin, weights);
        counts = new int[model.classes()];
        shares = new int[model.shares()];
        most = new int[counts.length];
        for (int i = 0; i < most.length; i++) {
            most[i] = model.most(bin, i, model.demand(i));
        }
        order = IntStream.range(0, counts.length)
                .filter(i -> most[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        restAtMost = new double[order.length + 1];
        for (int i = order.length - 1; i >= 0; i--) {
            restAtMost[i] = restAtMost[i + 1] + most[order[i]] * Math.max(0, prices.gain(order[i]));
        }
    }

    /** Empty if there are too many. */
    static Optional<List<Fill>> atLeast(CountModel model, int bin, long[] weights, long least, Budget budget) {
        FillEnumeration search = new FillEnumeration(model, bin, weights, least, budget);
        return search.extend(0, search.bin.vcpu(), search.bin.memoryGib(), 0, 0)
                ? Optional.of(search.found)
                : Optional.empty();
    }

    private boolean extend(int at, int vcpu, int memory, double paid, long weight) {
        if (++steps > MOST_STEPS || found.size() > MOST_FILLS || steps % STEPS_BETWEEN == 0 && isUsedUp()) {
            return false;
        }
        // what is left of the host is worth this much at its prices, and each machine may gain beyond its price
        if (weight + prices.host() - paid + restAtMost[at] < least - 0.5) {
            return true;
        }
        if (at == order.length) {
            if (weight >= least && isMaximal(vcpu, memory)) {
                found.add(new Fill(number, counts, room.use(shares)));
            }
            return true;
        }
        int vmClass = order[at];
        int here = 0;
        int atMost = Math.min(
                most[vmClass],
                Math.min(
                        model.vmClass(vmClass).vcpu() == 0
                                ? Integer.MAX_VALUE
                                : vcpu / model.vmClass(vmClass).vcpu(),
                        model.vmClass(vmClass).memoryGib() == 0
                                ? Integer.MAX_VALUE
                                : memory / model.vmClass(vmClass).memoryGib()));
        while (here < atMost && canAdd(vmClass)) {
            add(vmClass, 1);
            here++;
        }
        boolean complete = true;
        for (; here >= 0 && complete; here--) {
            complete = extend(
                    at + 1,
                    vcpu - here * model.vmClass(vmClass).vcpu(),
                    memory - here * model.vmClass(vmClass).memoryGib(),
                    paid + here * prices.price(vmClass),
                    weight + here * weights[vmClass]);
            if (here > 0) {
                add(vmClass, -1);
            }
        }
        return complete;
    }

    private boolean isUsedUp() {
        budget.use(STEPS_BETWEEN * WORK_OF_STEP);
        return budget.isUsedUp();
    }

    private boolean canAdd(int vmClass) {
        if (model.units(vmClass) == 0) {
            return true;
        }
        counts[vmClass]++;
        boolean fits = model.groupsAndNicsFit(bin, counts);
        counts[vmClass]--;
        if (!fits) {
            return false;
        }
        int[] more = shares.clone();
        for (int share = 0; share < more.length; share++) {
            more[share] += model.units(vmClass, share);
        }
        return room.fits(more);
    }

    private void add(int vmClass, int machines) {
        counts[vmClass] += machines;
        for (int share = 0; share < shares.length; share++) {
            shares[share] += machines * model.units(vmClass, share);
        }
    }

    private boolean isMaximal(int vcpu, int memory) {
        for (int vmClass : order) {
            if (counts[vmClass] < most[vmClass]
                    && model.vmClass(vmClass).vcpu() <= vcpu
                    && model.vmClass(vmClass).memoryGib() <= memory
                    && canAdd(vmClass)) {
                return false;
            }
        }
        return true;
    }
}
