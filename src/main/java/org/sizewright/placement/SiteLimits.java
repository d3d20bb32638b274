package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the racks of a site allow of each kind of host: how many go into each rack, which limit binds, and why hosts found no rack. A
 * limit whose room or need is unknown is not judged, and said so.
 *
 * @param kinds by kind of host, in the order of the fit
 */
public record SiteLimits(List<Kind> kinds) {
    /** No rack holds more; ends the count of hosts that need next to nothing. */
    private static final int MOST_IN_A_RACK = 1000;

    public SiteLimits {
        kinds = List.copyOf(kinds);
    }

    /** A limit that hosts of a kind come up against in a rack. */
    public sealed interface Judged {
        RackLimit limit();

        /**
         * It lets so many hosts in.
         *
         * @param room what the rack has of it beside what is there already
         * @param need what one host takes of it
         * @param hosts how many hosts that are; a host that takes nothing of it is limited by nothing
         */
        record Known(RackLimit limit, double room, double need, int hosts) implements Judged {}

        /**
         * It cannot be said.
         *
         * @param roomKnown whether the rack's side is known
         * @param needKnown whether the host's side is known
         */
        record Open(RackLimit limit, boolean roomKnown, boolean needKnown) implements Judged {}
    }

    /** One rack without any other new hosts in it. */
    public record InRack(List<Judged> limits) {
        public InRack {
            limits = List.copyOf(limits);
        }

        /** The most hosts by all limits that are known; empty if none is. */
        public OptionalInt hosts() {
            return known().stream().mapToInt(Judged.Known::hosts).min();
        }

        /** The limits that let no more in, in the order of {@link RackLimit}. */
        public List<RackLimit> binding() {
            OptionalInt most = hosts();
            return known().stream()
                    .filter(limit -> limit.hosts() == most.orElse(-1))
                    .map(Judged.Known::limit)
                    .toList();
        }

        /** The limits that could not be judged. */
        public List<RackLimit> open() {
            return limits.stream()
                    .filter(Judged.Open.class::isInstance)
                    .map(Judged::limit)
                    .toList();
        }

        private List<Judged.Known> known() {
            return limits.stream()
                    .filter(Judged.Known.class::isInstance)
                    .map(Judged.Known.class::cast)
                    .toList();
        }
    }

    /**
     * What a rack lacks for one more host, after all that stand in it.
     *
     * @param rack its number
     * @param missing what it lacks; not empty, since else the host would stand there
     */
    public record Refusal(int rack, List<Missing> missing) {
        public Refusal {
            missing = List.copyOf(missing);
        }
    }

    /**
     * So much is missing of a limit.
     *
     * @param amount in W, units or kilograms
     * @param need what one host takes of it
     */
    public record Missing(RackLimit limit, double amount, double need) {
        /** The part of a host's need that is missing, so that different limits can be compared. */
        double share() {
            return amount / need;
        }

        /** How far from passing, such as {@code 1.2 kW}. */
        public String words() {
            return limit.atLeast(amount);
        }
    }

    /**
     * Hosts of one kind.
     *
     * @param wanted how many there are
     * @param without how many found no rack
     * @param racks what each rack would take of them alone
     * @param refusals why the first of those without a rack went into none; empty if all have one
     */
    public record Kind(int wanted, int without, List<InRack> racks, List<Refusal> refusals) {
        public Kind {
            racks = List.copyOf(racks);
            refusals = List.copyOf(refusals);
        }

        /** The rack that lacks least: fewest things, then the smallest parts of what the host needs of them. */
        public Optional<Refusal> nearest() {
            return refusals.stream()
                    .min(Comparator.<Refusal>comparingInt(
                                    refusal -> refusal.missing().size())
                            .thenComparingDouble(refusal -> refusal.missing().stream()
                                    .mapToDouble(Missing::share)
                                    .sum()));
        }

        /** The most hosts of this kind that all racks take; empty if a rack cannot be judged at all. */
        public OptionalInt most() {
            return racks.stream().allMatch(rack -> rack.hosts().isPresent())
                    ? OptionalInt.of(racks.stream()
                            .mapToInt(rack -> rack.hosts().getAsInt())
                            .sum())
                    : OptionalInt.empty();
        }

        /** The limits that some rack could not be judged by. */
        public List<RackLimit> open() {
            return racks.stream()
                    .flatMap(rack -> rack.open().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** What the racks of a fit allow. */
    public static SiteLimits of(RackFit.Fit fit) {
        List<Kind> kinds = new ArrayList<>();
        for (int kind = 0; kind < fit.kinds().size(); kind++) {
            RackFit.Hosts hosts = fit.kinds().get(kind);
            List<InRack> alone =
                    fit.racks().stream().map(room -> inRack(room, hosts)).toList();
            kinds.add(new Kind(
                    hosts.count(),
                    fit.without().get(kind),
                    alone,
                    fit.without().get(kind) > 0 ? refusals(fit, hosts) : List.of()));
        }
        return new SiteLimits(kinds);
    }

    private static InRack inRack(RackFit.Room room, RackFit.Hosts host) {
        List<Judged> limits = new ArrayList<>();
        for (RackLimit limit : RackLimit.values()) {
            OptionalDouble has = room(limit, room);
            OptionalDouble needs = need(limit, host);
            limits.add(
                    has.isPresent() && needs.isPresent()
                            ? new Judged.Known(
                                    limit,
                                    has.getAsDouble(),
                                    needs.getAsDouble(),
                                    times(has.getAsDouble(), needs.getAsDouble()))
                            : new Judged.Open(limit, has.isPresent(), needs.isPresent()));
        }
        return new InRack(limits);
    }

    private static int times(double room, double need) {
        if (need <= 0) {
            return Integer.MAX_VALUE;
        }
        // as the racks are filled, one host after the other, so that both agree on the last one
        double left = room;
        int hosts = 0;
        while (hosts < MOST_IN_A_RACK && need <= left) {
            left -= need;
            hosts++;
        }
        return hosts;
    }

    private static List<Refusal> refusals(RackFit.Fit fit, RackFit.Hosts host) {
        List<Refusal> refusals = new ArrayList<>();
        for (int rack = 0; rack < fit.racks().size(); rack++) {
            List<Missing> missing = new ArrayList<>();
            for (RackLimit limit : RackLimit.values()) {
                OptionalDouble has = room(limit, fit.racks().get(rack));
                OptionalDouble needs = need(limit, host);
                if (has.isPresent() && needs.isPresent()) {
                    double left = has.getAsDouble();
                    for (int kind = 0; kind < fit.kinds().size(); kind++) {
                        left -= fit.hosts().get(rack).get(kind)
                                * need(limit, fit.kinds().get(kind)).orElse(0);
                    }
                    if (needs.getAsDouble() > left) {
                        missing.add(new Missing(limit, needs.getAsDouble() - left, needs.getAsDouble()));
                    }
                }
            }
            if (!missing.isEmpty()) {
                refusals.add(new Refusal(rack, missing));
            }
        }
        return refusals;
    }

    private static OptionalDouble room(RackLimit limit, RackFit.Room room) {
        return switch (limit) {
            case POWER -> OptionalDouble.of(room.watts());
            case COOLING -> room.coolingWatts();
            case UNITS -> OptionalDouble.of(room.units());
            case WEIGHT -> room.kilograms();
        };
    }

    private static OptionalDouble need(RackLimit limit, RackFit.Hosts host) {
        return switch (limit) {
            case POWER, COOLING -> host.watts();
            case UNITS -> host.units();
            case WEIGHT -> host.kilograms();
        };
    }
}
