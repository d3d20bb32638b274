package org.sizewright.plan;

/** What the hosts of a cluster are chosen by where several of its groups are on AUTO. */
public enum HostObjective {
    FEWEST_HOSTS("Fewest hosts"),
    /** By the user's own quotes. */
    LOWEST_PRICE("Lowest price"),
    /** By what a host draws. */
    LEAST_POWER("Least power"),
    FEWEST_RACK_UNITS("Fewest rack units");

    private final String words;

    HostObjective(String words) {
        this.words = words;
    }

    /** What it is, in words. */
    public String words() {
        return words;
    }
}
