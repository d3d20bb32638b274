package org.sizewright.placement.maintenance;

import java.util.List;
import java.util.OptionalDouble;
import org.sizewright.placement.HostFailure.Certainty;

/**
 * How one host is emptied. The machines of the other hosts stay where they are.
 *
 * @param host its number
 * @param departures every machine that is placed on it
 * @param certainty whether places for all that have to move were found, not found, or are proven not to be there
 */
public record HostMaintenance(int host, List<Departure> departures, Certainty certainty) {
    public HostMaintenance {
        departures = List.copyOf(departures);
    }

    /** Whether every machine can leave. */
    public boolean isPossible() {
        return obstacles().isEmpty();
    }

    /** Machines that find no place, so that they stay. */
    public List<Departure> obstacles() {
        return departures.stream()
                .filter(departure -> departure.obstacle().isPresent())
                .toList();
    }

    /** How many machines leave in that way; those that stay are not counted. */
    public long leaving(Way way) {
        return departures.stream()
                .filter(departure ->
                        departure.way() == way && departure.obstacle().isEmpty())
                .count();
    }

    /** Seconds for which machines stand still, one after the other; empty if that of one that moves is unknown. */
    public OptionalDouble standstillSeconds() {
        double sum = 0;
        for (Departure departure : departures) {
            if (departure.obstacle().isEmpty()) {
                switch (departure.standstill()) {
                    case Standstill.None none -> {}
                    case Standstill.Estimate estimate -> sum += estimate.seconds();
                    case Standstill.Unknown unknown -> {
                        return OptionalDouble.empty();
                    }
                }
            }
        }
        return OptionalDouble.of(sum);
    }
}
