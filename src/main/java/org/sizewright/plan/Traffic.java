package org.sizewright.plan;

import java.util.List;

/**
 * The load of a language model from people down to requests: users x share that is active x requests per hour of each, with the
 * tokens of every kind of request and the times that are promised. Requests in work follow from it (Little's law).
 *
 * @param activePercent share of the users who are at it in the busiest hour
 * @param requestsPerHour of one active user
 * @param kinds what requests look like; their shares add up to 100
 * @param prefixReusePercent share of the input tokens that the cache already holds from earlier requests
 * @param firstTokenSeconds promised time to the first token
 * @param tokenMillis promised time per token after that
 */
public record Traffic(
        int users,
        double activePercent,
        double requestsPerHour,
        List<RequestKind> kinds,
        double prefixReusePercent,
        double firstTokenSeconds,
        double tokenMillis) {
    public static final int MAX_USERS = 100_000_000;

    /** Requests of one kind. @param sharePercent of all requests */
    public record RequestKind(String name, double sharePercent, int inputTokens, int outputTokens) {
        public RequestKind {
            PlanChecks.name("a kind of requests", name);
            PlanChecks.between("the share of " + name + " in percent", 0.01, 100, sharePercent);
            PlanChecks.between("the input tokens of " + name, 1, Workload.LlmServing.MAX_CONTEXT, inputTokens);
            PlanChecks.between("the output tokens of " + name, 1, Workload.LlmServing.MAX_CONTEXT, outputTokens);
        }
    }

    public Traffic {
        kinds = List.copyOf(kinds);
        PlanChecks.between("the number of users", 1, MAX_USERS, users);
        PlanChecks.between("the share of active users in percent", 0.01, 100, activePercent);
        PlanChecks.between("the requests per hour", 0.01, 1_000_000, requestsPerHour);
        PlanChecks.between("the reused share of the input in percent", 0, 100, prefixReusePercent);
        PlanChecks.between("the time to the first token in seconds", 0.001, 3600, firstTokenSeconds);
        PlanChecks.between("the time per token in milliseconds", 0.01, 60_000, tokenMillis);
        if (kinds.isEmpty() || kinds.size() > 20) {
            throw new IllegalArgumentException("there must be 1 to 20 kinds of requests, not " + kinds.size());
        }
        double sum = kinds.stream().mapToDouble(RequestKind::sharePercent).sum();
        if (Math.abs(sum - 100) > 0.5) {
            throw new IllegalArgumentException("the shares of the kinds of requests add up to " + sum + ", not to 100");
        }
    }

    public Traffic withUsers(int changed) {
        return new Traffic(
                changed, activePercent, requestsPerHour, kinds, prefixReusePercent, firstTokenSeconds, tokenMillis);
    }

    public Traffic withActivePercent(double changed) {
        return new Traffic(users, changed, requestsPerHour, kinds, prefixReusePercent, firstTokenSeconds, tokenMillis);
    }

    public Traffic withRequestsPerHour(double changed) {
        return new Traffic(users, activePercent, changed, kinds, prefixReusePercent, firstTokenSeconds, tokenMillis);
    }

    public Traffic withKinds(List<RequestKind> changed) {
        return new Traffic(
                users, activePercent, requestsPerHour, changed, prefixReusePercent, firstTokenSeconds, tokenMillis);
    }

    public Traffic withPrefixReusePercent(double changed) {
        return new Traffic(users, activePercent, requestsPerHour, kinds, changed, firstTokenSeconds, tokenMillis);
    }

    public Traffic withFirstTokenSeconds(double changed) {
        return new Traffic(users, activePercent, requestsPerHour, kinds, prefixReusePercent, changed, tokenMillis);
    }

    public Traffic withTokenMillis(double changed) {
        return new Traffic(
                users, activePercent, requestsPerHour, kinds, prefixReusePercent, firstTokenSeconds, changed);
    }

    /** Tokens of the longest request, prompt and answer together. */
    public int longest() {
        return kinds.stream()
                .mapToInt(kind -> (int)
                        Math.min(Workload.LlmServing.MAX_CONTEXT, (long) kind.inputTokens() + kind.outputTokens()))
                .max()
                .orElseThrow();
    }
}
