package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Numbers of hosts, one for each group of a problem. */
public final class HostNumbers {
    private HostNumbers() {}

    /** Whether there are at least as many of each group. */
    public static boolean contains(List<Integer> large, List<Integer> small) {
        return IntStream.range(0, large.size()).allMatch(group -> large.get(group) >= small.get(group));
    }

    /** What may be left after so many hosts fail at once, whichever they are; nothing where there are fewer. */
    public static List<List<Integer>> left(List<Integer> counts, int failures) {
        int hosts = counts.stream().mapToInt(Integer::intValue).sum();
        List<List<Integer>> left = new ArrayList<>();
        remove(new ArrayList<>(), counts, Math.min(failures, hosts), left);
        return left;
    }

    private static void remove(List<Integer> chosen, List<Integer> counts, int toRemove, List<List<Integer>> into) {
        if (chosen.size() == counts.size()) {
            if (toRemove == 0) {
                into.add(List.copyOf(chosen));
            }
            return;
        }
        int count = counts.get(chosen.size());
        for (int removed = 0; removed <= Math.min(count, toRemove); removed++) {
            chosen.add(count - removed);
            remove(chosen, counts, toRemove - removed, into);
            chosen.removeLast();
        }
    }

    /**
     * All numbers that cost from {@code least} to {@code most}; empty if there are more than {@code limit}.
     *
     * @param costs of one host, by group; 0 where the number is given
     * @param given numbers of the groups that cost nothing; those of others do not matter
     */
    public static Optional<List<List<Integer>>> between(
            List<Long> costs, List<Integer> given, long least, long most, int limit) {
        return between(costs, given, Collections.nCopies(costs.size(), Integer.MAX_VALUE), least, most, limit);
    }

    /** The same with so many hosts of each group at most. */
    public static Optional<List<List<Integer>>> between(
            List<Long> costs, List<Integer> given, List<Integer> atMost, long least, long most, int limit) {
        List<List<Integer>> found = new ArrayList<>();
        return collect(costs, given, atMost, new ArrayList<>(), 0, least, most, limit, found)
                ? Optional.of(found)
                : Optional.empty();
    }

    private static boolean collect(
            List<Long> costs,
            List<Integer> given,
            List<Integer> atMost,
            List<Integer> chosen,
            long spent,
            long least,
            long most,
            int limit,
            List<List<Integer>> into) {
        int group = chosen.size();
        if (group == costs.size()) {
            if (spent >= least) {
                into.add(List.copyOf(chosen));
            }
            return into.size() <= limit;
        }
        long cost = costs.get(group);
        long first = cost == 0 ? given.get(group) : 0;
        long last = cost == 0 ? first : Math.min(atMost.get(group), (most - spent) / cost);
        for (long count = first; count <= last; count++) {
            chosen.add((int) count);
            boolean within = collect(costs, given, atMost, chosen, spent + count * cost, least, most, limit, into);
            chosen.removeLast();
            if (!within) {
                return false;
            }
        }
        return true;
    }

    /**
     * The largest numbers that cost no more: every cheaper one has at most as many hosts of each group as one of these. Empty if there
     * are more than {@code limit}.
     */
    public static Optional<List<List<Integer>>> largest(List<Long> costs, List<Integer> given, long most, int limit) {
        int last = -1;
        for (int group = 0; group < costs.size(); group++) {
            last = costs.get(group) > 0 ? group : last;
        }
        List<List<Integer>> found = new ArrayList<>();
        return most < 0 || fill(costs, given, last, new ArrayList<>(), 0, most, limit, found)
                ? Optional.of(found)
                : Optional.empty();
    }

    private static boolean fill(
            List<Long> costs,
            List<Integer> given,
            int filled,
            List<Integer> chosen,
            long spent,
            long most,
            int limit,
            List<List<Integer>> into) {
        int group = chosen.size();
        if (group == costs.size()) {
            into.add(List.copyOf(chosen));
            return into.size() <= limit;
        }
        long cost = costs.get(group);
        long last = cost == 0 ? given.get(group) : (most - spent) / cost;
        for (long count = cost == 0 || group == filled ? last : 0; count <= last; count++) {
            chosen.add((int) count);
            boolean within = fill(costs, given, filled, chosen, spent + count * cost, most, limit, into);
            chosen.removeLast();
            if (!within) {
                return false;
            }
        }
        return true;
    }

    /** Places on other numbers of hosts: each machine stays on the same host of its group. */
    public static List<PlacedVm> renumbered(List<PlacedVm> placed, List<Integer> from, List<Integer> to) {
        int[] shift = new int[from.stream().mapToInt(Integer::intValue).sum()];
        int old = 0;
        int now = 0;
        for (int group = 0; group < from.size(); group++) {
            for (int host = 0; host < from.get(group); host++) {
                shift[old + host] = now - old;
            }
            old += from.get(group);
            now += to.get(group);
        }
        return placed.stream()
                .map(vm -> new PlacedVm(vm.vmClass(), vm.number(), vm.host() + shift[vm.host()], vm.gpus()))
                .toList();
    }
}
