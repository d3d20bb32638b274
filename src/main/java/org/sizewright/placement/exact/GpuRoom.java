package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the GPUs of a host can carry so many of each share together. Answers are remembered. */
final class GpuRoom {
    private final int[][][] patterns;
    private final int[] gpus;
    private final int shares;
    private final Map<Key, Boolean> known = new HashMap<>();

    /** Shares still to carry, and the GPUs of the first stock that is not used up. */
    private record Key(int stock, int left, Counts counts) {}

    /** An array as a key. */
    private static final class Counts {
        private final int[] values;

        Counts(int[] values) {
            this.values = values;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Counts counts && Arrays.equals(values, counts.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    GpuRoom(Bin bin, int shares) {
        this.shares = shares;
        gpus = new int[bin.stocks().size()];
        patterns = new int[gpus.length][][];
        for (int stock = 0; stock < gpus.length; stock++) {
            gpus[stock] = bin.stocks().get(stock).size();
            List<int[]> counts = new ArrayList<>();
            for (GpuPattern pattern : bin.stocks().get(stock).patterns()) {
                counts.add(pattern.counts().stream().mapToInt(Integer::intValue).toArray());
            }
            patterns[stock] = counts.toArray(int[][]::new);
        }
    }

    /** @param counts of each share, never changed */
    boolean fits(int[] counts) {
        return fits(0, gpus.length == 0 ? 0 : gpus[0], counts);
    }

    /** How often each pattern of each stock is used to carry these shares; they must fit. */
    int[][] use(int[] counts) {
        int[][] used = new int[gpus.length][];
        for (int stock = 0; stock < gpus.length; stock++) {
            used[stock] = new int[patterns[stock].length];
        }
        int[] rest = counts.clone();
        int stock = 0;
        int left = gpus.length == 0 ? 0 : gpus[0];
        while (first(rest) >= 0) {
            if (left == 0) {
                left = gpus[++stock];
                continue;
            }
            boolean taken = false;
            for (int i = 0; i < patterns[stock].length && !taken; i++) {
                int[] next = without(rest, patterns[stock][i]);
                if (!Arrays.equals(next, rest) && fits(stock, left - 1, next)) {
                    used[stock][i]++;
                    rest = next;
                    taken = true;
                }
            }
            left = taken ? left - 1 : 0;
        }
        return used;
    }

    private boolean fits(int stock, int left, int[] counts) {
        int share = first(counts);
        if (share < 0) {
            return true;
        }
        if (stock >= gpus.length) {
            return false;
        }
        if (left == 0) {
            return fits(stock + 1, stock + 1 < gpus.length ? gpus[stock + 1] : 0, counts);
        }
        Key key = new Key(stock, left, new Counts(counts));
        Boolean answer = known.get(key);
        if (answer == null) {
            answer = search(stock, left, counts, share);
            known.put(key, answer);
        }
        return answer;
    }

    private boolean search(int stock, int left, int[] counts, int share) {
        boolean only = stock == gpus.length - 1;
        for (int[] pattern : patterns[stock]) {
            // on the last stock some GPU must carry the first share, so only those patterns need be tried
            if (only ? pattern[share] > 0 : carriesAny(pattern, counts)) {
                if (fits(stock, left - 1, without(counts, pattern))) {
                    return true;
                }
            }
        }
        return !only && fits(stock, 0, counts);
    }

    private static boolean carriesAny(int[] pattern, int[] counts) {
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i] > 0 && counts[i] > 0) {
                return true;
            }
        }
        return false;
    }

    private int[] without(int[] counts, int[] pattern) {
        int[] rest = new int[shares];
        for (int i = 0; i < shares; i++) {
            rest[i] = Math.max(0, counts[i] - pattern[i]);
        }
        return rest;
    }

    private static int first(int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                return i;
            }
        }
        return -1;
    }
}
