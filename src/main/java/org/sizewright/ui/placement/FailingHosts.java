package org.sizewright.ui.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.FailureTable;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.exact.ProvenHosts;
import org.sizewright.ui.screen.LatestAnswer;

/** Which hosts of each cluster fail on the screen, and what that does: from the result, or worked out in the background. */
final class FailingHosts {
    /** A failure that the result does not hold. */
    private record Question(ClusterPlacement placed, List<Integer> hosts) {}

    private final Executor worker;
    private final Executor owner;
    private final Runnable answered;
    private final Map<String, List<Integer>> failing = new HashMap<>();
    private final Map<String, Question> asked = new HashMap<>();
    private final Map<String, HostFailure> answers = new HashMap<>();
    private final Map<String, LatestAnswer> desks = new HashMap<>();

    /**
     * @param worker where failures are worked out
     * @param owner where answers are told
     * @param answered is told that there is one more
     */
    FailingHosts(Executor worker, Executor owner, Runnable answered) {
        this.worker = worker;
        this.owner = owner;
        this.answered = answered;
    }

    /** @param hosts none, one or two */
    void fail(String cluster, List<Integer> hosts) {
        failing.put(cluster, List.copyOf(hosts));
    }

    void clear() {
        failing.clear();
        desks.values().forEach(LatestAnswer::cancel);
        asked.clear();
        answers.clear();
    }

    /** The hosts that fail, as far as they are there. */
    List<Integer> hosts(String cluster, ClusterPlacement placed) {
        return failing.getOrDefault(cluster, List.of()).stream()
                .filter(host -> host < placed.problem().hostCount())
                .toList();
    }

    /** What the failure of the chosen hosts does; empty if none fail, or while it is worked out. */
    Optional<HostFailure> failure(String cluster, ClusterPlacement placed) {
        List<Integer> hosts = hosts(cluster, placed);
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        Optional<HostFailure> known = Stream.concat(
                        placed.resilience().failures().stream(),
                        placed.singles().stream()
                                .flatMap(table -> table.rows().stream())
                                .map(FailureTable.Row::failure))
                .filter(failure -> failure.hosts().equals(hosts))
                .findFirst();
        if (known.isPresent()) {
            return known;
        }
        Question question = new Question(placed, hosts);
        if (!question.equals(asked.get(cluster))) {
            asked.put(cluster, question);
            answers.remove(cluster);
            desks.computeIfAbsent(cluster, id -> new LatestAnswer(worker, owner))
                    .<HostFailure>ask(
                            (wanted, tell) -> tell.accept(ProvenHosts.orFirstFit(1, () -> !wanted.getAsBoolean())
                                    .failures(placed.problem(), placed.placement())
                                    .apply(hosts)),
                            failure -> {
                                answers.put(cluster, failure);
                                answered.run();
                            });
        }
        return Optional.ofNullable(answers.get(cluster));
    }
}
