package org.sizewright.result.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.HostGroup;
import org.sizewright.result.Cancellation;
import org.sizewright.result.servers.ServerCalculation.Attempt;

/**
 * How far a server is from being the best: memory, cores, hosts, power, height, price and power per rack, each changed alone in steps
 * until the server comes before the winner. Memory and cores are calculated anew, the others are counted anew.
 */
public final class FlipSearch {
    private static final int MEMORY_STEP = 64;
    private static final int MEMORY_DOUBLINGS = 6;
    private static final int CORE_STEP = 4;
    private static final int CORE_DOUBLINGS = 4;
    private static final double WATT_STEP = 100;
    private static final int MOST_WATT_STEPS = 1000;
    private static final int PERCENT = 100;

    private final RankBy by;
    private final TriedServer winner;
    private final TriedServer server;
    private final ServerCalculation calculation;
    private final List<String> changes = new ArrayList<>();
    private final List<String> inVain = new ArrayList<>();

    private FlipSearch(RankBy by, TriedServer winner, TriedServer server, ServerCalculation calculation) {
        this.by = by;
        this.winner = winner;
        this.server = server;
        this.calculation = calculation;
    }

    /**
     * What would put the server before the winner.
     *
     * @param question the one that both were found with
     * @throws Cancellation.Superseded if nobody wants the answer any more
     */
    public static Flip of(
            ServerQuestion question, RankBy by, TriedServer winner, TriedServer server, Cancellation cancellation) {
        return new FlipSearch(by, winner, server, new ServerCalculation(question, cancellation)).run();
    }

    private Flip run() {
        fewerHosts();
        memory();
        cores();
        perRack();
        hostPower();
        hostHeight();
        price();
        return new Flip(changes, inVain, calculation.calculated());
    }

    private boolean wins(ServerOutcome outcome) {
        return wins(server.with(outcome));
    }

    private boolean wins(TriedServer changed) {
        return by.comparator().compare(changed, winner) < 0;
    }

    private void fewerHosts() {
        int hosts = server.outcome().hosts();
        for (int fewer = hosts - 1; fewer >= 1; fewer--) {
            if (wins(server.withHosts(fewer))) {
                changes.add("At " + fewer + " instead of " + ServerWords.hosts(hosts) + ".");
                return;
            }
        }
        if (hosts > 1) {
            inVain.add("fewer hosts");
        }
    }

    private void memory() {
        int now = group().memoryGib();
        step(MEMORY_STEP, MEMORY_DOUBLINGS, more -> server.trial().withMemory(now + more))
                .ifPresentOrElse(
                        found -> changes.add("With " + found.step() + " GiB more memory per host ("
                                + ValueText.number(now + found.step()) + " GiB): "
                                + ServerWords.hosts(found.hosts()) + "."),
                        () -> inVain.add("up to " + ValueText.number(now + (MEMORY_STEP << MEMORY_DOUBLINGS))
                                + " GiB of memory per host"));
    }

    private void cores() {
        int now = group().coresPerSocket();
        step(CORE_STEP, CORE_DOUBLINGS, more -> server.trial().withCores(now + more))
                .ifPresentOrElse(
                        found -> changes.add("With " + found.step() + " more cores per processor ("
                                + (now + found.step()) + "): " + ServerWords.hosts(found.hosts()) + "."),
                        () -> inVain.add("up to " + (now + (CORE_STEP << CORE_DOUBLINGS)) + " cores per processor"));
    }

    private HostGroup group() {
        return UseServer.group(
                        server.trial().apply(calculation.plan()),
                        server.trial().use().option())
                .orElseThrow();
    }

    private record Found(int step, int hosts) {}

    /** Doubles the step until the server wins, then goes back to the smallest multiple of the step that still does. */
    private Optional<Found> step(int step, int doublings, IntFunction<ServerTrial> change) {
        int low = 0;
        for (int i = 0; i <= doublings; i++) {
            int high = step << i;
            OptionalInt hosts = winsWith(change.apply(high));
            if (hosts.isPresent()) {
                return Optional.of(smallest(low / step, high / step, step, hosts.getAsInt(), change));
            }
            low = high;
        }
        return Optional.empty();
    }

    private Found smallest(int fails, int works, int step, int hosts, IntFunction<ServerTrial> change) {
        int low = fails;
        int high = works;
        int best = hosts;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            OptionalInt tried = winsWith(change.apply(middle * step));
            if (tried.isPresent()) {
                high = middle;
                best = tried.getAsInt();
            } else {
                low = middle;
            }
        }
        return new Found(high * step, best);
    }

    private OptionalInt winsWith(ServerTrial trial) {
        return calculation.attempt(trial) instanceof Attempt.Carries carries
                        && wins(server.with(carries.outcome()).with(price(carries)))
                ? OptionalInt.of(carries.outcome().hosts())
                : OptionalInt.empty();
    }

    /** In no currency where several are quoted, as everywhere in the ranking. */
    private ServerPrice price(Attempt.Carries carries) {
        ServerPrice price = calculation.price(server.entry(), server.gpu(), carries);
        return server.price().currency().isEmpty() ? price.withoutCurrency() : price;
    }

    private void perRack() {
        if (!RankBy.isBeyond(server)) {
            return;
        }
        for (int steps = 1; steps <= MOST_WATT_STEPS; steps++) {
            if (wins(server.outcome().withMorePerRack(steps * WATT_STEP))) {
                changes.add("With " + ServerWords.kilowatts(steps * WATT_STEP) + " more power and cooling per rack.");
                return;
            }
        }
        inVain.add("up to " + ServerWords.kilowatts(MOST_WATT_STEPS * WATT_STEP) + " more per rack");
    }

    private void hostPower() {
        OptionalDouble watts = server.outcome().hostWatts();
        if (watts.isEmpty()) {
            if (RankBy.POWER.isKnown(winner)) {
                unknownPower();
            }
            return;
        }
        double now = watts.getAsDouble();
        for (int steps = 1; steps * WATT_STEP < now; steps++) {
            double less = now - steps * WATT_STEP;
            if (wins(server.outcome()
                    .withHost(OptionalDouble.of(less), server.outcome().host().units()))) {
                changes.add("If a host drew " + ServerWords.kilowatts(steps * WATT_STEP) + " less ("
                        + ServerWords.kilowatts(less) + ").");
                return;
            }
        }
        inVain.add("less power per host");
    }

    /** Up to which draw the server wins; its GPUs alone are the least that it can be. What else nobody knows is taken from the winner. */
    private void unknownPower() {
        double least = Math.ceil(server.outcome().hostWattsAtLeast() / WATT_STEP) * WATT_STEP;
        double most = 0;
        for (int steps = 0; steps <= MOST_WATT_STEPS && winsDrawing(least + steps * WATT_STEP); steps++) {
            most = least + steps * WATT_STEP;
        }
        if (most > 0) {
            changes.add("If its power turns out to be at most " + ServerWords.kilowatts(most)
                    + " per host, its GPUs included" + andNoLarger() + ".");
        } else {
            inVain.add(andNoLarger().isEmpty() ? "power that is known" : "power and size that are known");
        }
    }

    private boolean winsDrawing(double watts) {
        return wins(server.outcome().withHost(OptionalDouble.of(watts), unitsOrWinners(), kilogramsOrWinners()));
    }

    /** Where nobody knows how high a host is, as high as the winner. */
    private OptionalDouble unitsOrWinners() {
        OptionalDouble known = server.outcome().host().units();
        return known.isPresent() ? known : winner.outcome().host().units();
    }

    private OptionalDouble kilogramsOrWinners() {
        OptionalDouble known = server.outcome().host().kilograms();
        return known.isPresent() ? known : winner.outcome().host().kilograms();
    }

    /** What was taken from the winner, in words; empty if nothing was. */
    private String andNoLarger() {
        List<String> taken = new ArrayList<>();
        if (server.outcome().host().units().isEmpty()) {
            unitsOrWinners().ifPresent(units -> taken.add("no higher than " + ValueText.number(units) + " U"));
        }
        if (server.outcome().host().kilograms().isEmpty()) {
            kilogramsOrWinners()
                    .ifPresent(kilograms -> taken.add("no heavier than " + ValueText.number(kilograms) + " kg"));
        }
        return taken.isEmpty() ? "" : ", and a host is " + String.join(" and ", taken);
    }

    private void hostHeight() {
        OptionalDouble units = server.outcome().host().units();
        for (int lower = 1; lower < units.orElse(0); lower++) {
            double left = units.getAsDouble() - lower;
            if (wins(server.outcome().withHost(server.outcome().hostWatts(), OptionalDouble.of(left)))) {
                changes.add("If a host were " + lower + " U lower (" + ValueText.number(left) + " U).");
                return;
            }
        }
        if (units.isPresent()) {
            inVain.add("lower hosts");
        }
    }

    private void price() {
        if (!RankBy.PRICE.isKnown(server)) {
            return;
        }
        for (int percent = 1; percent < PERCENT; percent++) {
            TriedServer cheaper = server.at(1 - percent / 100.0);
            if (wins(cheaper)) {
                changes.add("At a price " + percent + " % lower (" + ServerWords.price(cheaper.price()) + ").");
                return;
            }
        }
        inVain.add("a lower price");
    }
}
