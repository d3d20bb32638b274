package org.sizewright.placement.arrival;

/** What happens next. */
public sealed interface ArrivalEvent {
    /** A machine of that class is started. Machines are numbered from 0 as they arrive. */
    record Arrival(String vmClass) implements ArrivalEvent {}

    /** The machine with that number is shut down for good; nothing happens if it does not run. */
    record Departure(int machine) implements ArrivalEvent {
        public Departure {
            if (machine < 0) {
                throw new IllegalArgumentException("machines are numbered from 0");
            }
        }
    }
}
