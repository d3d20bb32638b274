package org.sizewright.placement.exact;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sizewright.placement.exact.Pricing.Heaviest;

/**
 * The cheapest hosts that hold a demand, by column generation: a linear program mixes fills, its prices find better fills, and when
 * there are none the prices are the proof that nothing is cheaper than their bound. Rounding and a search over the fills found give
 * the answer; where that costs more than the bound, every fill that could be part of a cheaper answer is tried.
 */
final class CoverSearch {
    /** Prices are rounded to whole numbers of this part of a unit of cost. */
    private static final double PARTS = 1e6;

    private static final int MOST_ROUNDS = 2_000;
    private static final double MASTER_WORK = 3;

    private final CountModel model;
    private final Budget budget;
    private final Master master;
    private final List<Pricing> pricings = new ArrayList<>();
    private Optional<Prices> prices = Optional.empty();
    private Optional<Prices> last = Optional.empty();
    private boolean tried;
    private boolean impossible;
    private long bound;
    private Optional<Cover> best = Optional.empty();

    private CoverSearch(CountModel model, Budget budget, Master master, long bound) {
        this.model = model;
        this.budget = budget;
        this.master = master;
        this.bound = bound;
    }

    /**
     * @param bound a bound that is already known
     * @param start answers that are already known
     */
    static Answer search(CountModel model, long bound, List<Cover> start, List<Fill> columns, Budget budget) {
        long dearest = model.bins().stream().mapToLong(Bin::cost).max().orElse(1);
        try (Master master = new Master(model, 1_000.0 * Math.max(1, dearest))) {
            CoverSearch search = new CoverSearch(model, budget, master, bound);
            start.forEach(search::found);
            return search.run(columns);
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

    private Answer run(List<Fill> columns) {
        int[] wanted = model.demands();
        for (int bin = 0; bin < model.bins().size(); bin++) {
            pricings.add(new Pricing(model, bin, wanted));
        }
        columns.forEach(master::add);
        best.ifPresent(cover -> cover.fills().forEach(used -> master.add(used.fill())));
        if (!isProven()) {
            generate();
        }
        if (!isDone()) {
            round();
        }
        if (!isDone()) {
            mix(MASTER_WORK);
        }
        if (!isDone()) {
            tryAll();
        }
        if (!isDone()) {
            mix(budget.left());
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
            double[] price = new double[pricings.size()];
            for (int bin = 0; bin < price.length; bin++) {
                price[bin] = (model.bin(bin).cost() + master.worth(bin)) * PARTS;
            }
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
                Prices candidate = new Prices(whole, heaviest);
                last = Optional.of(candidate);
                long proven = candidate.bound(model);
                if (proven > bound) {
                    bound = proven;
                    prices = last;
                }
                if (candidate.rulesOut(model)) {
                    impossible = true;
                    prices = last;
                }
            }
            if (!added || isProven()) {
                return;
            }
        }
    }

    private long[] weights() {
        long[] weights = new long[model.classes()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.round(master.price(i) * PARTS);
        }
        return weights;
    }

    /** Takes whole parts of the mixture, then the largest rest, until everything is covered. */
    private void round() {
        int[] rest = model.demands();
        int[] most = new int[model.bins().size()];
        for (int bin = 0; bin < most.length; bin++) {
            most[bin] = model.bin(bin).most();
        }
        List<Cover.Used> chosen = new ArrayList<>();
        while (sum(rest) > 0) {
            for (int i = 0; i < rest.length; i++) {
                master.demand(i, rest[i]);
            }
            for (int bin = 0; bin < most.length; bin++) {
                master.most(bin, most[bin]);
            }
            if (budget.isUsedUp() || !master.solve() || master.leftOut() > 1e-6) {
                break;
            }
            int before = sum(rest);
            double[] uses = new double[master.fills().size()];
            int largest = -1;
            for (int i = 0; i < uses.length; i++) {
                uses[i] = master.use(i);
                if (largest < 0 || uses[i] > uses[largest]) {
                    largest = i;
                }
            }
            for (int i = 0; i < uses.length; i++) {
                int times = (int) Math.floor(uses[i] + 1e-9);
                if (times > 0) {
                    take(chosen, master.fills().get(i), times, rest, most);
                }
            }
            if (sum(rest) == before && largest >= 0) {
                take(chosen, master.fills().get(largest), 1, rest, most);
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

    /** The cheapest whole mixture of the fills found. */
    private CpSolverStatus mix(double work) {
        CpModel program = new CpModel();
        List<Fill> fills = master.fills();
        IntVar[] uses = new IntVar[fills.size()];
        LinearExprBuilder cost = LinearExpr.newBuilder();
        LinearExprBuilder[] cover = new LinearExprBuilder[model.classes()];
        LinearExprBuilder[] hosts = new LinearExprBuilder[model.bins().size()];
        for (int i = 0; i < cover.length; i++) {
            cover[i] = LinearExpr.newBuilder();
        }
        for (int bin = 0; bin < hosts.length; bin++) {
            hosts[bin] = LinearExpr.newBuilder();
        }
        for (int j = 0; j < uses.length; j++) {
            Fill fill = fills.get(j);
            int most = 0;
            for (int i = 0; i < cover.length; i++) {
                if (fill.count(i) > 0) {
                    most = Math.max(most, Math.ceilDiv(model.demand(i), fill.count(i)));
                }
            }
            uses[j] = program.newIntVar(0, Math.min(most, model.bin(fill.bin()).most()), "");
            cost.addTerm(uses[j], model.bin(fill.bin()).cost());
            hosts[fill.bin()].add(uses[j]);
            for (int i = 0; i < cover.length; i++) {
                if (fill.count(i) > 0) {
                    cover[i].addTerm(uses[j], fill.count(i));
                }
            }
        }
        for (int i = 0; i < cover.length; i++) {
            program.addGreaterOrEqual(cover[i], model.demand(i));
        }
        for (int bin = 0; bin < hosts.length; bin++) {
            if (model.bin(bin).most() < Integer.MAX_VALUE) {
                program.addLessOrEqual(hosts[bin], model.bin(bin).most());
            }
        }
        program.addGreaterOrEqual(cost, bound);
        if (best.isPresent()) {
            program.addLessOrEqual(cost, best.get().cost() - 1);
        }
        program.minimize(cost);
        CpSolver solver = new CpSolver();
        CpSolverStatus status = budget.solve(program, solver, work);
        if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
            List<Cover.Used> chosen = new ArrayList<>();
            for (int j = 0; j < uses.length; j++) {
                int times = (int) solver.value(uses[j]);
                if (times > 0) {
                    chosen.add(new Cover.Used(fills.get(j), times));
                }
            }
            found(new Cover(chosen, cost(chosen)));
        }
        return status;
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
        long slack = perCost * dearest.getAsLong() - at.weight(model);
        long[] worth = new long[pricings.size()];
        for (int bin = 0; bin < worth.length; bin++) {
            worth[bin] = Math.max(
                    0, at.heaviest().get(bin) - perCost * model.bin(bin).cost());
            slack += worth[bin] == 0 ? 0 : worth[bin] * model.bin(bin).most();
        }
        long[] weights = at.weights().stream().mapToLong(Long::longValue).toArray();
        for (int bin = 0; bin < worth.length; bin++) {
            Optional<List<Fill>> all = FillEnumeration.atLeast(
                    model, bin, weights, perCost * model.bin(bin).cost() + worth[bin] - slack, budget);
            if (all.isEmpty()) {
                return;
            }
            all.get().forEach(master::add);
        }
        CpSolverStatus status = mix(budget.left());
        if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.INFEASIBLE) {
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
