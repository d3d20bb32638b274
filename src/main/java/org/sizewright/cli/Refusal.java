package org.sizewright.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of hosts on which not everything fits.
 *
 * @param left hosts by group
 */
record Refusal(List<Integer> left) {
    Refusal {
        left = List.copyOf(left);
    }

    /** Whether such a failure can leave no more than this. */
    boolean rulesOut(List<Integer> counts, int failures) {
        return leftovers(counts, failures).stream().anyMatch(this::contains);
    }

    private boolean contains(List<Integer> counts) {
        for (int i = 0; i < left.size(); i++) {
            if (counts.get(i) > left.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** What may be left after so many failures. */
    static List<List<Integer>> leftovers(List<Integer> counts, int failures) {
        List<List<Integer>> left = List.of(counts);
        for (int failure = 0; failure < failures; failure++) {
            List<List<Integer>> next = new ArrayList<>();
            for (List<Integer> before : left) {
                if (before.stream().allMatch(count -> count == 0)) {
                    next.add(before);
                }
                for (int group = 0; group < before.size(); group++) {
                    if (before.get(group) > 0) {
                        List<Integer> fewer = new ArrayList<>(before);
                        fewer.set(group, fewer.get(group) - 1);
                        next.add(fewer);
                    }
                }
            }
            left = next.stream().distinct().toList();
        }
        return left;
    }

    /** All numbers of hosts that cost less. */
    static List<List<Integer>> cheaper(List<Long> costs, long than) {
        List<List<Integer>> all = List.of(List.of());
        for (long cost : costs) {
            List<List<Integer>> next = new ArrayList<>();
            for (List<Integer> before : all) {
                long spent = 0;
                for (int group = 0; group < before.size(); group++) {
                    spent += before.get(group) * costs.get(group);
                }
                for (int count = 0; spent + count * cost < than; count++) {
                    List<Integer> more = new ArrayList<>(before);
                    more.add(count);
                    next.add(more);
                }
            }
            all = next;
        }
        return all;
    }
}
