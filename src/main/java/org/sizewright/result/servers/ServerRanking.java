package org.sizewright.result.servers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The servers of a list that carry the workloads of an option, best first, and those that do not.
 *
 * @param by what they are ranked by
 * @param assumptions what holds for all of them, each in a sentence
 * @param entries how many servers of the list were looked at
 * @param calculated how many times the option was calculated; servers with the same facts share a calculation
 */
public record ServerRanking(
        RankBy by,
        List<TriedServer> ranked,
        List<ExcludedServer> excluded,
        List<String> assumptions,
        int entries,
        int calculated) {
    public ServerRanking {
        Comparator<TriedServer> order = by.comparator()
                .thenComparing(server -> server.entry().vendor())
                .thenComparing(server -> server.entry().model())
                .thenComparing(TriedServer::id);
        ranked = ranked.stream().sorted(order).toList();
        excluded = List.copyOf(excluded);
        assumptions = List.copyOf(assumptions);
    }

    /** The same servers in another order. */
    public ServerRanking by(RankBy other) {
        return new ServerRanking(other, ranked, excluded, assumptions, entries, calculated);
    }

    public Optional<TriedServer> winner() {
        return ranked.stream().findFirst();
    }

    /** Those that are as good as the winner in everything that is known, the winner among them. */
    public List<TriedServer> winners() {
        return ranked.stream()
                .takeWhile(server -> by.comparator().compare(server, ranked.getFirst()) == 0)
                .toList();
    }

    /** The best that is not as good as the winner. */
    public Optional<TriedServer> runnerUp() {
        return ranked.stream().skip(winners().size()).findFirst();
    }

    /** The places of the servers, from 1; those that are alike share one. */
    public List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            boolean alike = i > 0 && by.comparator().compare(ranked.get(i - 1), ranked.get(i)) == 0;
            places.add(alike ? places.getLast() : i + 1);
        }
        return places;
    }
}
