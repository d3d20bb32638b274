package org.sizewright.placement.arrival;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The same machines in many random orders.
 *
 * @param profiles whose machines still wanted to start: what no profile of these can use is stranded
 * @param trials in the order in which they were made
 */
public record ArrivalTrials(Set<String> profiles, List<Trial> trials) {
    /**
     * One order and what came of it.
     *
     * @param seed makes the same order again with {@link #events}
     * @param stranded in units of the scheme
     */
    public record Trial(long seed, int refused, int consumed, int stranded) {}

    public ArrivalTrials {
        profiles = Set.copyOf(profiles);
        trials = List.copyOf(trials);
        if (trials.isEmpty()) {
            throw new IllegalArgumentException("at least one trial");
        }
    }

    /**
     * Tries that many orders, with the seeds {@code seed}, {@code seed + 1}...
     *
     * @param counts machines by profile
     * @param leaving share of the machines, 0 to 1, that leave again at some time after they came
     */
    public static ArrivalTrials of(
            ArrivalSimulation simulation, Map<String, Integer> counts, double leaving, long seed, int number) {
        List<Trial> trials = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            ArrivalRun run = simulation.run(events(counts, leaving, seed + i));
            trials.add(new Trial(seed + i, run.refused(), run.consumed(), run.stranded(counts.keySet())));
        }
        return new ArrivalTrials(counts.keySet(), trials);
    }

    /** The events of one seed: all machines in a random order, the leaving ones each at a random time after their arrival. */
    public static List<ArrivalEvent> events(Map<String, Integer> counts, double leaving, long seed) {
        if (!(leaving >= 0 && leaving <= 1)) {
            throw new IllegalArgumentException("the share that leaves is from 0 to 1");
        }
        Random random = new Random(seed);
        List<String> arrivals = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> arrivals.addAll(Collections.nCopies(entry.getValue(), entry.getKey())));
        Collections.shuffle(arrivals, random);
        record Timed(double time, ArrivalEvent event) {}
        List<Timed> timed = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            timed.add(new Timed(i, new ArrivalEvent.Arrival(arrivals.get(i))));
            if (random.nextDouble() < leaving) {
                double after = i + (arrivals.size() - i) * random.nextDouble();
                timed.add(new Timed(Math.nextUp(after), new ArrivalEvent.Departure(i)));
            }
        }
        timed.sort(Comparator.comparingDouble(Timed::time));
        return timed.stream().map(Timed::event).toList();
    }

    /** The trial that refuses most; of equals the one that strands most, then the first. */
    public Trial worst() {
        Trial worst = trials.getFirst();
        for (Trial trial : trials) {
            if (trial.refused() > worst.refused()
                    || trial.refused() == worst.refused() && trial.stranded() > worst.stranded()) {
                worst = trial;
            }
        }
        return worst;
    }

    /** The smallest number that at least that share of the trials does not exceed. @param share above 0, up to 1 */
    public int percentile(double share, ToIntFunction<Trial> number) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a percentile is above 0 and at most 1");
        }
        int[] sorted = trials.stream().mapToInt(number).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
