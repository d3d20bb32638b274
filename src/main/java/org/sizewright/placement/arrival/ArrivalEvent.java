package org.sizewright.placement.arrival;

/** What happens next. */
public sealed interface ArrivalEvent {
    /** A machine with one vGPU or MIG instance of that profile is started. Machines are numbered from 0 as they arrive. */
    record Arrival(String profile) implements ArrivalEvent {}

    /** The machine with that number is shut down for good; nothing happens if it never ran. */
    record Departure(int machine) implements ArrivalEvent {
        public Departure {
            if (machine < 0) {
                throw new IllegalArgumentException("machines are numbered from 0");
            }
        }
    }
}
