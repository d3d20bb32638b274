package org.sizewright.result.servers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What servers are ranked by. Those that find no rack come last whatever they are ranked by; among equals those come first that the
 * site takes by all limits, then the other amounts count.
 */
public enum RankBy {
    HOSTS("Hosts") {
        @Override
        Amount of(TriedServer server) {
            return Amount.known(server.outcome().hosts());
        }
    },
    POWER("Power") {
        @Override
        Amount of(TriedServer server) {
            ServerOutcome outcome = server.outcome();
            return outcome.watts().isPresent()
                    ? Amount.known(outcome.watts().getAsDouble())
                    : Amount.atLeast(outcome.wattsAtLeast());
        }
    },
    UNITS("Rack units") {
        @Override
        Amount of(TriedServer server) {
            OptionalDouble units = server.outcome().units();
            return units.isPresent() ? Amount.known(units.getAsDouble()) : Amount.unknown();
        }
    },
    PRICE("Price") {
        @Override
        Amount of(TriedServer server) {
            ServerPrice price = server.price();
            if (!price.isComparable() || price.amount() <= 0) {
                return Amount.unknown();
            }
            return price.without().isEmpty() ? Amount.known(price.amount()) : Amount.atLeast(price.amount());
        }
    };

    private final String words;

    RankBy(String words) {
        this.words = words;
    }

    /** What it is, in words. */
    public String words() {
        return words;
    }

    abstract Amount of(TriedServer server);

    /** Whether the amount itself is known, and not only what it is at least. */
    public boolean isKnown(TriedServer server) {
        return of(server).certainty == Amount.KNOWN;
    }

    /**
     * Best first. What is known comes before what is only known from below, and that before what is unknown. Servers that are alike in
     * everything are equal.
     */
    public Comparator<TriedServer> comparator() {
        Comparator<TriedServer> comparator = Comparator.<TriedServer, Boolean>comparing(RankBy::isBeyond)
                .thenComparing(this::of)
                .thenComparing(server -> server.outcome().verdict());
        for (RankBy next : order()) {
            comparator = comparator.thenComparing(next::of);
        }
        return comparator;
    }

    static boolean isBeyond(TriedServer server) {
        return server.outcome().verdict() == ServerOutcome.Verdict.BEYOND;
    }

    /** This, then the others in their order. */
    List<RankBy> order() {
        List<RankBy> order = new ArrayList<>(List.of(this));
        for (RankBy other : values()) {
            if (other != this) {
                order.add(other);
            }
        }
        return order;
    }

    /** An amount with how far it is known; less is better. */
    record Amount(int certainty, double amount) implements Comparable<Amount> {
        static final int KNOWN = 0;

        static Amount known(double amount) {
            return new Amount(KNOWN, amount);
        }

        static Amount atLeast(double amount) {
            return new Amount(1, amount);
        }

        static Amount unknown() {
            return new Amount(2, 0);
        }

        @Override
        public int compareTo(Amount other) {
            int known = Integer.compare(certainty, other.certainty);
            return known != 0 ? known : Double.compare(rounded(), other.rounded());
        }

        /** Sums of the same parts in another order are not different amounts. */
        private double rounded() {
            return Math.round(amount * 1e6) / 1e6;
        }
    }
}
