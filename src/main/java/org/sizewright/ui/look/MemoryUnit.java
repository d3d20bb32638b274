package org.sizewright.ui.look;

import java.util.List;

/** The unit in which memory is shown. 80 GB of weights are 74.5 GiB, so the two must never be mistaken for each other. */
public enum MemoryUnit {
    /** 2^30 bytes, as drivers and serving engines count. */
    GIB(1024, "B", "KiB", "MiB", "GiB"),
    /** 10^9 bytes, as files are counted. */
    GB(1000, "B", "kB", "MB", "GB");

    private final double factor;
    private final List<String> symbols;

    MemoryUnit(double factor, String... symbols) {
        this.factor = factor;
        this.symbols = List.of(symbols);
    }

    /** GB or GiB. */
    public String symbol() {
        return symbols.getLast();
    }

    public MemoryUnit other() {
        return this == GIB ? GB : GIB;
    }

    /** How many of this unit the bytes are. */
    public double of(double bytes) {
        return bytes / perSymbol(symbols.size() - 1);
    }

    /** The largest symbol of which there is at least one, counted from the byte. */
    int rank(double bytes) {
        int rank = symbols.size() - 1;
        while (rank > 0 && Math.abs(bytes) < perSymbol(rank)) {
            rank--;
        }
        return rank;
    }

    String symbol(int rank) {
        return symbols.get(rank);
    }

    double perSymbol(int rank) {
        return Math.pow(factor, rank);
    }
}
