package org.sizewright.catalog;

/** A number of an entry that can be narrowed to a range. */
public enum Measure {
    MAX_GPU(Facet.Known.MAX_GPU),
    MAX_CPU(Facet.Known.MAX_CPU),
    /** GB of one GPU */
    MEMORY(Facet.Known.MEMORY);

    private final Facet.Known facet;

    Measure(Facet.Known facet) {
        this.facet = facet;
    }

    /** The facet that counts the single numbers. */
    public Facet.Known facet() {
        return facet;
    }
}
