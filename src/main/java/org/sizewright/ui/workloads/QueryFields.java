package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;

/** What is asked, from people or typed in; what only a reranker or a guardrail reads is asked where there is one. */
final class QueryFields {
    /** Room for a name with help, mark and the way back to what is calculated. */
    private static final double LEAST = 204;

    private final FlowGrid grid;
    private final PlanNumber users;
    private final PlanNumber perHour;
    private final PlanNumber perSecond;
    private final PlanNumber tokens;
    private final PlanNumber candidates;
    private final PlanNumber guarded;
    private List<FieldFrame> shown = List.of();

    /** @param width how narrow a field may be, in pixels */
    QueryFields(RetrievalNumbers numbers, double width) {
        grid = new FlowGrid(Math.max(LEAST, width), 14);
        String unit = numbers.texts().get("workloads.unit.tokens");
        users = numbers.whole(
                RetrievalField.USERS,
                "",
                0,
                Retrieval.MAX_DOCUMENTS,
                (work, number) -> work.withQueries(work.queries().withUsers(number)));
        perHour = numbers.decimal(
                RetrievalField.PER_HOUR,
                "",
                "0",
                "1000000",
                2,
                (work, number) -> work.withQueries(work.queries().withPerUserHour(number)));
        perSecond = numbers.open(
                RetrievalField.PER_SECOND,
                numbers.name(RetrievalField.PER_SECOND),
                "",
                "0",
                "1000000000",
                3,
                (work, number) -> work.withQueries(work.queries().withPerSecond(number)));
        tokens = numbers.whole(
                RetrievalField.QUERY_TOKENS,
                unit,
                1,
                Retrieval.MAX_CHUNK,
                (work, number) -> work.withQueries(work.queries().withTokens(number)));
        candidates = numbers.whole(
                RetrievalField.CANDIDATES,
                "",
                1,
                1_000_000,
                (work, number) -> work.withQueries(work.queries().withCandidates(number)));
        guarded = numbers.whole(
                RetrievalField.GUARDED,
                unit,
                1,
                100_000_000,
                (work, number) -> work.withQueries(work.queries().withGuardedTokens(number)));
    }

    FlowGrid grid() {
        return grid;
    }

    void show(Sheet.Search sheet) {
        Retrieval work = sheet.workload();
        WorkloadId id = work.id();
        Retrieval.Queries queries = work.queries();
        users.show(id, queries.users());
        perHour.show(id, queries.perUserHour());
        perSecond.show(id, queries.perSecond(), sheet.fields().automatic(RetrievalField.PER_SECOND));
        tokens.show(id, queries.tokens());
        candidates.show(id, queries.candidates());
        guarded.show(id, queries.guardedTokens());
        List<FieldFrame> asked =
                new ArrayList<>(List.of(users.node(), perHour.node(), perSecond.node(), tokens.node()));
        if (work.reranker().isPresent()) {
            asked.add(candidates.node());
        }
        if (work.guardrail().isPresent()) {
            asked.add(guarded.node());
        }
        if (!asked.equals(shown)) {
            shown = asked;
            grid.show(asked);
        }
    }
}
