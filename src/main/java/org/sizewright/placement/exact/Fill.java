package org.sizewright.placement.exact;

import java.util.Arrays;

/** One way to fill a host: machines by class, and what its GPUs carry. Arrays are never changed after construction. */
final class Fill {
    private final int bin;
    private final int[] counts;
    private final int[][] patterns;

    /**
     * @param bin number of the bin
     * @param counts machines by class
     * @param patterns by stock: how often each of its patterns is used
     */
    Fill(int bin, int[] counts, int[][] patterns) {
        this.bin = bin;
        this.counts = counts.clone();
        this.patterns = new int[patterns.length][];
        for (int i = 0; i < patterns.length; i++) {
            this.patterns[i] = patterns[i].clone();
        }
    }

    int bin() {
        return bin;
    }

    int count(int vmClass) {
        return counts[vmClass];
    }

    int[] counts() {
        return counts.clone();
    }

    int[] patterns(int stock) {
        return patterns[stock].clone();
    }

    boolean isEmpty() {
        return Arrays.stream(counts).allMatch(count -> count == 0);
    }

    /** The same machines in the same kind of host, whatever its GPUs look like. */
    String key() {
        return bin + Arrays.toString(counts);
    }
}
