package org.sizewright.placement.arrival;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.arrival.ArrivalEvent.Arrival;
import org.sizewright.placement.arrival.ArrivalEvent.Departure;

/** Arrivals and departures in their order. */
public record ArrivalScript(List<ArrivalEvent> events) {
    public ArrivalScript {
        events = List.copyOf(events);
    }

    /** All machines of the classes, class after class, and nobody leaves. */
    public static ArrivalScript inOrder(List<VmClass> classes) {
        return new ArrivalScript(
                machines(classes).stream().<ArrivalEvent>map(Arrival::new).toList());
    }

    /** As {@link #inOrder(List)}; some leave again. @param leaving see {@link #shuffled} */
    public static ArrivalScript inOrder(List<VmClass> classes, double leaving, long seed) {
        return withDepartures(machines(classes), leaving, new Random(seed));
    }

    /**
     * All machines of the classes in a random order.
     *
     * @param leaving share of the machines, 0 to 1, that leave again, each at a random time after its arrival
     * @param seed the same seed gives the same script
     */
    public static ArrivalScript shuffled(List<VmClass> classes, double leaving, long seed) {
        Random random = new Random(seed);
        List<String> arrivals = machines(classes);
        Collections.shuffle(arrivals, random);
        return withDepartures(arrivals, leaving, random);
    }

    private static List<String> machines(List<VmClass> classes) {
        List<String> machines = new ArrayList<>();
        classes.forEach(each -> machines.addAll(Collections.nCopies(each.count(), each.id())));
        return machines;
    }

    private static ArrivalScript withDepartures(List<String> arrivals, double leaving, Random random) {
        if (!(leaving >= 0 && leaving <= 1)) {
            throw new IllegalArgumentException("the share that leaves is from 0 to 1");
        }
        record Timed(double time, ArrivalEvent event) {}
        List<Timed> timed = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            timed.add(new Timed(i, new Arrival(arrivals.get(i))));
            if (random.nextDouble() < leaving) {
                double after = i + (arrivals.size() - i) * random.nextDouble();
                timed.add(new Timed(Math.nextUp(after), new Departure(i)));
            }
        }
        timed.sort(Comparator.comparingDouble(Timed::time));
        return new ArrivalScript(timed.stream().map(Timed::event).toList());
    }

    public int size() {
        return events.size();
    }

    /** The first so many events. */
    public List<ArrivalEvent> first(int count) {
        return events.subList(0, count);
    }

    /** The same with one more arrival after the first {@code at} events. What happens later happens to the same machines. */
    public ArrivalScript withArrival(int at, String vmClass) {
        int number = arrivals(at);
        List<ArrivalEvent> more = new ArrayList<>(first(at));
        more.add(new Arrival(vmClass));
        for (ArrivalEvent event : events.subList(at, events.size())) {
            more.add(
                    event instanceof Departure departure && departure.machine() >= number
                            ? new Departure(departure.machine() + 1)
                            : event);
        }
        return new ArrivalScript(more);
    }

    /** The same where a machine that has arrived leaves after the first {@code at} events and no other time from then on. */
    public ArrivalScript withDeparture(int at, int machine) {
        if (machine < 0 || machine >= arrivals(at)) {
            throw new IllegalArgumentException("machine " + machine + " has not arrived");
        }
        Departure departure = new Departure(machine);
        List<ArrivalEvent> changed = new ArrayList<>(first(at));
        changed.add(departure);
        events.subList(at, events.size()).stream()
                .filter(event -> !event.equals(departure))
                .forEach(changed::add);
        return new ArrivalScript(changed);
    }

    private int arrivals(int before) {
        return (int) first(before).stream().filter(Arrival.class::isInstance).count();
    }
}
