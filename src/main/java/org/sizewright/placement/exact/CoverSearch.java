package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.sizewright.placement.exact.Pricing.Heaviest;

/**
 * The cheapest hosts that hold a demand, by column generation: a linear program mixes fills, its prices find better fills, and when
 * there are none the prices are the proof that nothing is cheaper than their bound. Rounding and a search over the fills found give
 * the answer; where that costs more than the bound, every fill that could be part of a cheaper answer is tried.
 */
final class CoverSearch {
    /** Prices are rounded to whole numbers of a part of a unit of cost: of this one, and of fewer where hosts cost more. */
    private static final double MOST_PARTS = 1e6;

    private static final double PARTS_OF_DEAREST = 1e9;

    /** What it costs to leave a machine out, in the dearest hosts: more than any machine can need. */
    private static final double LEFT_OUT = 1_000;

    private static final int MOST_ROUNDS = 2_000;
    private static final double MASTER_WORK = 3;
    private static final long SEED = 20_261_121L;
    private static final double REST_WORK = 0.5;
    private static final int DIVES = 3;
    private static final int MOST_DIVES = 100;
    private static final int LARGEST = 3;
    private static final int MOST_REFINEMENTS = 40;

    private final CountModel model;
    private final Budget budget;
    private final Master master;
    private final double parts;
    private final List<Pricing> pricings = new ArrayList<>();
    private Optional<Prices> prices = Optional.empty();
    private Optional<Prices> last = Optional.empty();
    private boolean tried;
    private boolean impossible;
    private long bound;
    private Optional<Cover> best = Optional.empty();

    private CoverSearch(CountModel model, Budget budget, Master master, long dearest) {
        this.model = model;
        this.budget = budget;
        this.master = master;
        parts = Math.min(MOST_PARTS, PARTS_OF_DEAREST / dearest);
    }

    /** @param start an answer that is known already */
    static Answer search(CountModel model, Optional<Cover> start, Budget budget) {
        long dearest =
                Math.max(1, model.bins().stream().mapToLong(Bin::cost).max().orElse(1));
        try (Master master = new Master(model, LEFT_OUT * dearest)) {
            return new CoverSearch(model, budget, master, dearest).run(start);
        }
    }

    /**
     * What is known in the end.
     *
     * @param cover the cheapest answer found
     * @param bound nothing is cheaper
     * @param prices the prices that prove the bound, if they do
     * @param tried whether the bound, or that nothing fits, was proven by trying every fill
     * @param impossible whether the hosts that there are cannot hold the demand, however they are filled
     */
    record Answer(Optional<Cover> cover, long bound, Optional<Prices> prices, boolean tried, boolean impossible) {}

    private Answer run(Optional<Cover> start) {
        int[] wanted = model.demands();
        for (int bin = 0; bin < model.bins().size(); bin++) {
            pricings.add(new Pricing(model, bin, wanted));
        }
        start.ifPresent(cover -> {
            found(cover);
            cover.fills().forEach(used -> master.add(used.fill()));
        });
        if (!isProven()) {
            generate();
        }
        if (!isDone()) {
            round(Optional.empty());
        }
        Random random = new Random(SEED);
        for (int dive = 0; dive < DIVES && !isDone(); dive++) {
            round(Optional.of(random));
        }
        if (!isDone()) {
            mix(MASTER_WORK);
        }
        if (!isDone()) {
            tryAll();
        }
        if (!isDone()) {
            mix(budget.left() / 2);
        }
        for (int dive = 0; dive < MOST_DIVES && !isDone(); dive++) {
            round(Optional.of(random));
        }
        return new Answer(best, bound, prices, tried, impossible);
    }

    private boolean isProven() {
        return impossible || best.isPresent() && best.get().cost() <= bound;
    }

    private boolean isDone() {
        return isProven() || budget.isUsedUp();
    }

    private void found(Cover cover) {
        if (best.isEmpty() || cover.cost() < best.get().cost()) {
            best = Optional.of(cover);
        }
    }

    /** Adds columns until no fill is worth more than its price, or the bound is proven. */
    private void generate() {
        for (int round = 0; round < MOST_ROUNDS && !budget.isUsedUp() && master.solve(); round++) {
            long[] weights = weights();
            double[] price = prices();
            List<Long> heaviest = new ArrayList<>();
            boolean added = false;
            boolean complete = true;
            for (int bin = 0; bin < pricings.size(); bin++) {
                Optional<Heaviest> found = pricings.get(bin).heaviest(weights, budget);
                if (found.isEmpty()) {
                    complete = false;
                    continue;
                }
                heaviest.add(found.get().bound());
                if (found.get().weight() > price[bin] * (1 + 1e-6) + 1) {
                    added |= master.add(found.get().fill());
                }
            }
            if (complete) {
                List<Long> whole = new ArrayList<>();
                for (long weight : weights) {
                    whole.add(weight);
                }
                prove(new Prices(whole, heaviest));
            }
            if (!added || isProven()) {
                return;
            }
        }
    }

    private void prove(Prices candidate) {
        try {
            long proven = candidate.bound(model);
            boolean rulesOut = candidate.rulesOut(model);
            last = Optional.of(candidate);
            if (proven > bound) {
                bound = proven;
                prices = last;
            }
            if (rulesOut) {
                impossible = true;
                prices = last;
            }
        } catch (ArithmeticException tooLarge) {
            // prices that cannot be added up prove nothing; those of a later round may
        }
    }

    /** What a fill must weigh more than to be worth adding, by bin. */
    private double[] prices() {
        double[] price = new double[pricings.size()];
        for (int bin = 0; bin < price.length; bin++) {
            price[bin] = (model.bin(bin).cost() + master.worth(bin)) * parts;
        }
        return price;
    }

    private long[] weights() {
        long[] weights = new long[model.classes()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.round(master.price(i) * parts);
        }
        return weights;
    }

    /**
     * Takes whole parts of the mixture, then one of the largest rests, and mixes what is left anew, until everything is covered.
     *
     * @param random which of the largest rests is taken; empty for the largest, without new fills
     */
    private void round(Optional<Random> random) {
        int[] rest = model.demands();
        int[] most = limits();
        List<Cover.Used> chosen = new ArrayList<>();
        while (sum(rest) > 0) {
            for (int i = 0; i < rest.length; i++) {
                master.demand(i, rest[i]);
            }
            for (int bin = 0; bin < most.length; bin++) {
                master.most(bin, most[bin]);
            }
            if (budget.isUsedUp()
                    || !master.solve()
                    || random.isPresent() && !refine(rest, cost(chosen))
                    || master.leftOut() > 1e-6) {
                break;
            }
            double[] uses = new double[master.fills().size()];
            for (int i = 0; i < uses.length; i++) {
                uses[i] = master.use(i);
            }
            int before = sum(rest);
            for (int i = 0; i < uses.length; i++) {
                int times = (int) Math.floor(uses[i] + 1e-9);
                if (times > 0) {
                    take(chosen, master.fills().get(i), times, rest, most);
                }
            }
            if (sum(rest) == before) {
                if (random.isPresent() && mixRest(chosen, rest, most)) {
                    break;
                }
                take(chosen, master.fills().get(large(uses, random)), 1, rest, most);
            }
            if (sum(rest) == before) {
                break;
            }
        }
        if (sum(rest) == 0) {
            found(new Cover(chosen, cost(chosen)));
        }
        for (int i = 0; i < rest.length; i++) {
            master.demand(i, model.demand(i));
        }
        for (int bin = 0; bin < most.length; bin++) {
            master.most(bin, model.bin(bin).most());
        }
    }

    /** The largest use, or one of the three largest. */
    private static int large(double[] uses, Optional<Random> random) {
        int[] largest = IntStream.range(0, uses.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -uses[i]))
                .limit(LARGEST)
                .mapToInt(Integer::intValue)
                .toArray();
        return largest[random.map(drawn -> drawn.nextInt(largest.length)).orElse(0)];
    }

    /** Adds fills for what is left; false if it cannot be covered cheaply enough any more. The program is solved afterwards. */
    private boolean refine(int[] rest, long spent) {
        List<Pricing> forRest = new ArrayList<>();
        for (int bin = 0; bin < model.bins().size(); bin++) {
            forRest.add(new Pricing(model, bin, rest));
        }
        for (int round = 0; round < MOST_REFINEMENTS && !budget.isUsedUp(); round++) {
            long[] weights = weights();
            double[] price = prices();
            boolean added = false;
            for (int bin = 0; bin < price.length; bin++) {
                Optional<Heaviest> found = forRest.get(bin).heaviest(weights, budget);
                if (found.isPresent() && found.get().weight() > price[bin] * (1 + 1e-6) + 1) {
                    added |= master.add(found.get().fill());
                }
            }
            if (!master.solve()) {
                return false;
            }
            if (!added) {
                break;
            }
        }
        return best.isEmpty() || spent + master.value() <= best.get().cost() - 1 + 1e-6;
    }

    private void take(List<Cover.Used> chosen, Fill fill, int times, int[] rest, int[] most) {
        int possible = Math.min(times, most[fill.bin()]);
        if (possible == 0) {
            return;
        }
        chosen.add(new Cover.Used(fill, possible));
        if (most[fill.bin()] != Integer.MAX_VALUE) {
            most[fill.bin()] -= possible;
        }
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Math.max(0, rest[i] - possible * fill.count(i));
        }
    }

    private long cost(List<Cover.Used> chosen) {
        return chosen.stream()
                .mapToLong(used -> used.times() * model.bin(used.fill().bin()).cost())
                .sum();
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }

    /** The cheapest whole mixture of the fills found; true if nothing cheaper can be mixed from them. */
    private boolean mix(double work) {
        WholeMixture.Found mixed = new WholeMixture(model, master.fills(), model.demands(), limits())
                .cheapest(bound, cheaper(), work, budget);
        if (!mixed.uses().isEmpty()) {
            found(new Cover(mixed.uses(), cost(mixed.uses())));
        }
        return mixed.complete();
    }

    /** Covers what is left after some fills were taken with whole fills, if that is cheaper than the best answer. */
    private boolean mixRest(List<Cover.Used> chosen, int[] rest, int[] most) {
        long spent = cost(chosen);
        OptionalLong left = cheaper();
        WholeMixture.Found mixed = new WholeMixture(model, master.fills(), rest, most)
                .cheapest(0, left.isPresent() ? OptionalLong.of(left.getAsLong() - spent) : left, REST_WORK, budget);
        if (mixed.uses().isEmpty()) {
            return false;
        }
        List<Cover.Used> all = new ArrayList<>(chosen);
        all.addAll(mixed.uses());
        found(new Cover(all, cost(all)));
        return true;
    }

    private OptionalLong cheaper() {
        return best.isPresent() ? OptionalLong.of(best.get().cost() - 1) : OptionalLong.empty();
    }

    private int[] limits() {
        return model.bins().stream().mapToInt(Bin::most).toArray();
    }

    /**
     * Adds every fill that could be part of a cheaper answer. Of a cheaper answer, all fills together lack so little weight at the
     * last prices; so none of them lacks more.
     */
    private void tryAll() {
        OptionalLong dearest = dearest();
        if (dearest.isEmpty() || last.isEmpty()) {
            return;
        }
        Prices at = last.get();
        long perCost = at.perCost(model).orElse(0);
        long slack;
        long[] least = new long[pricings.size()];
        try {
            slack = Math.subtractExact(Math.multiplyExact(perCost, dearest.getAsLong()), at.weight(model));
            for (int bin = 0; bin < least.length; bin++) {
                long beyond = Prices.beyond(model.bin(bin), at.heaviest().get(bin), perCost);
                slack = Math.addExact(
                        slack, Math.multiplyExact(beyond, (long) model.bin(bin).most()));
                least[bin] =
                        Math.addExact(Math.multiplyExact(perCost, model.bin(bin).cost()), beyond);
            }
        } catch (ArithmeticException tooLarge) {
            return;
        }
        long[] weights = at.weights().stream().mapToLong(Long::longValue).toArray();
        for (int bin = 0; bin < least.length; bin++) {
            Optional<List<Fill>> all = FillEnumeration.atLeast(model, bin, weights, least[bin] - slack, budget);
            if (all.isEmpty()) {
                return;
            }
            all.get().forEach(master::add);
        }
        if (mix(budget.left())) {
            tried = true;
            bound = best.map(Cover::cost).orElse(bound);
            impossible = best.isEmpty();
        }
    }

    /** What a cheaper answer may cost at most; empty if nobody knows. */
    private OptionalLong dearest() {
        if (best.isPresent()) {
            return OptionalLong.of(best.get().cost() - 1);
        }
        long sum = 0;
        for (Bin bin : model.bins()) {
            if (bin.most() == Integer.MAX_VALUE) {
                return OptionalLong.empty();
            }
            sum += bin.most() * bin.cost();
        }
        return OptionalLong.of(sum);
    }
}
