package org.sizewright.sizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.Traffic.RequestKind;

/**
 * From people to requests: users, of them active, their requests per second, and by Little's law the requests that are in work at a
 * time when the promised times are just kept. Each kind of request weighs as much as the time that it stays. One row per model with
 * traffic, and one per kind of its requests.
 */
public final class TrafficFigures {
    private static final Source LITTLE = Source.of(
            "Little's law: requests in work = arrivals per second x seconds that one stays",
            "J. D. C. Little, A Proof for the Queuing Formula L = lambda W, Operations Research 9 (1961)",
            "",
            Evidence.RECALLED);

    public final Rows rows;
    public final Rows kinds;
    public final Figure users;
    public final Figure activeUsers;
    public final Figure requestsPerSecond;
    public final Figure secondsPerRequest;
    public final Figure requestsInWork;
    public final Figure inputTokens;
    public final Figure outputTokens;
    /** Tokens that a request in work holds at its end, kinds weighed by the time that they stay. */
    public final Figure tokensInWork;

    public final Figure prefixReuse;
    public final Figure firstToken;
    public final Figure timePerToken;

    /** The row of a model's traffic; no row if requests in work are typed in. */
    public final Map<RowKey, List<RowKey>> rowsOf;

    private final Map<RowKey, LlmSubject> subjects = new HashMap<>();
    private final Map<RowKey, RequestKind> kindOf = new HashMap<>();
    private final Map<RowKey, String> kindPath = new HashMap<>();

    TrafficFigures(FigureBook.Builder book, List<LlmSubject> models) {
        List<RowKey> keys = new ArrayList<>();
        List<RowKey> kindKeys = new ArrayList<>();
        Map<RowKey, List<RowKey>> kindsOf = new HashMap<>();
        Map<RowKey, RowKey> up = new HashMap<>();
        Map<RowKey, List<RowKey>> own = new HashMap<>();
        for (LlmSubject model : models) {
            own.put(model.row(), List.of());
            if (model.workload().traffic().isEmpty()) {
                continue;
            }
            RowKey key = model.row();
            keys.add(key);
            subjects.put(key, model);
            own.put(key, List.of(key));
            List<RequestKind> list = model.workload().traffic().get().kinds();
            List<RowKey> ofModel = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                RowKey kind = new RowKey(
                        key.id() + "r" + (i + 1),
                        key.title() + ": " + list.get(i).name());
                ofModel.add(kind);
                kindOf.put(kind, list.get(i));
                kindPath.put(kind, "/workloads/" + model.workload().id() + "/traffic/kinds/" + i);
                up.put(kind, key);
            }
            kindKeys.addAll(ofModel);
            kindsOf.put(key, ofModel);
        }
        rowsOf = Map.copyOf(own);
        rows = new Rows("llmtraffic", "Traffic of a model", keys);
        kinds = Rows.detail("llmrequest", "Kind of request", kindKeys);
        FigureBook.Scope t = book.over(rows);
        FigureBook.Scope k = book.over(kinds);
        users = input(t, "users", Unit.COUNT, "Users", Range.of(1, Traffic.MAX_USERS), Traffic::users, "users");
        Figure active = input(
                t,
                "active_share",
                Unit.PERCENT,
                "Active in the busiest hour",
                Range.of(0.01, 100),
                Traffic::activePercent,
                "activePercent");
        Figure perHour = input(
                t,
                "requests_per_hour",
                Unit.COUNT,
                "Requests per hour of an active user",
                Range.of(0.01, 1_000_000),
                Traffic::requestsPerHour,
                "requestsPerHour");
        prefixReuse = input(
                t,
                "prefix_reuse",
                Unit.PERCENT,
                "Input that the cache already holds",
                Range.of(0, 100),
                Traffic::prefixReusePercent,
                "prefixReusePercent");
        firstToken = input(
                t,
                "promised_first_token",
                Unit.SECOND,
                "Promised time to the first token",
                Range.of(0.001, 3600),
                Traffic::firstTokenSeconds,
                "firstTokenSeconds");
        timePerToken = input(
                t,
                "promised_token_time",
                Unit.MILLISECOND,
                "Promised time per token",
                Range.of(0.01, 60_000),
                Traffic::tokenMillis,
                "tokenMillis");
        Figure share = kind(
                k, "request_share", Unit.PERCENT, "Share of the requests", RequestKind::sharePercent, "sharePercent");
        Figure input = kind(k, "request_input", Unit.TOKEN, "Input tokens", RequestKind::inputTokens, "inputTokens");
        Figure output =
                kind(k, "request_output", Unit.TOKEN, "Output tokens", RequestKind::outputTokens, "outputTokens");

        Formula token = Formula.constant(1, Unit.TOKEN);
        activeUsers = t.define("active_users", Unit.COUNT, "Active users", users.times(active));
        requestsPerSecond = t.define(
                "requests_per_second",
                Unit.PER_SECOND,
                "Requests per second",
                activeUsers.times(perHour).dividedBy(Formula.constant(3600, Unit.SECOND)));
        Figure seconds = k.define(
                "request_seconds",
                Unit.SECOND,
                "Time that a request stays",
                firstToken.at(up).plus(output.dividedBy(token).times(timePerToken.at(up))),
                LITTLE);
        Figure weighted =
                k.define("request_weight", Unit.SECOND, "Its part of the mean time", share.times(seconds), LITTLE);
        Figure held = k.define(
                "request_held",
                Unit.coherent(Unit.TOKEN.dimension().times(Unit.SECOND.dimension())),
                "Tokens x time",
                weighted.times(input.plus(output)),
                LITTLE);
        Figure inputPart = k.define("request_input_part", Unit.TOKEN, "Its part of the mean input", share.times(input));
        Figure outputPart =
                k.define("request_output_part", Unit.TOKEN, "Its part of the mean output", share.times(output));
        inputTokens = t.define("mean_input", Unit.TOKEN, "Mean input", inputPart.sumOver(kindsOf));
        outputTokens = t.define("mean_output", Unit.TOKEN, "Mean output", outputPart.sumOver(kindsOf));
        secondsPerRequest = t.define(
                "mean_seconds", Unit.SECOND, "Mean time that a request stays", weighted.sumOver(kindsOf), LITTLE);
        tokensInWork = t.define(
                "tokens_in_work",
                Unit.TOKEN,
                "Tokens of a request in work",
                held.sumOver(kindsOf).dividedBy(secondsPerRequest).ceilTo(token),
                LITTLE);
        requestsInWork = t.define(
                "requests_in_work",
                Unit.COUNT,
                "Requests in work",
                requestsPerSecond.times(secondsPerRequest).ceil(),
                LITTLE);
    }

    private Figure input(
            FigureBook.Scope scope,
            String id,
            Unit unit,
            String title,
            Range range,
            ToDoubleFunction<Traffic> number,
            String field) {
        return scope.input(id, unit, title, range, row -> {
            LlmSubject subject = Objects.requireNonNull(subjects.get(row));
            return Given.input(
                    number.applyAsDouble(subject.workload().traffic().orElseThrow()),
                    "/workloads/" + subject.workload().id() + "/traffic/" + field);
        });
    }

    private Figure kind(
            FigureBook.Scope scope,
            String id,
            Unit unit,
            String title,
            ToDoubleFunction<RequestKind> number,
            String field) {
        return scope.input(
                id,
                unit,
                title,
                Range.NOT_NEGATIVE,
                row -> Given.input(
                        number.applyAsDouble(Objects.requireNonNull(kindOf.get(row))),
                        kindPath.get(row) + "/" + field));
    }
}
