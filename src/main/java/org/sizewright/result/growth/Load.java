package org.sizewright.result.growth;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.Corpus;
import org.sizewright.plan.DiskNeeds;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Growth;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.RunTerms;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.TrainingRun;
import org.sizewright.plan.Workload;
import org.sizewright.plan.Workload.GpuVms;
import org.sizewright.plan.Workload.LlmServing;

/** The load of workloads after so many months. People, requests and machines are counted up to whole ones. */
final class Load {
    private static final int MOST_VMS = 1_000_000;
    /** What multiplication leaves behind the sixth decimal is no further machine. */
    private static final double EXACT = 1e6;

    private Load() {}

    static Plan after(Plan plan, int months) {
        Plan grown = plan;
        for (Workload work : plan.workloads()) {
            double factor = work.terms().growth().factor(months);
            if (factor != 1) {
                grown = grown.withWorkload(times(work, factor));
            }
        }
        return grown;
    }

    static Workload times(Workload work, double factor) {
        Workload grown = switch (work) {
            case LlmServing llm ->
                llm.traffic().isPresent()
                        ? llm.withTraffic(llm.traffic()
                                .map(traffic ->
                                        traffic.withUsers(whole(traffic.users(), factor, 1, Traffic.MAX_USERS))))
                        : llm.withConcurrency(whole(llm.concurrency(), factor, 1, LlmServing.MAX_CONCURRENCY));
            case GpuVms vms -> vms.withCount(whole(vms.count(), factor, 1, MOST_VMS));
            case Retrieval retrieval ->
                retrieval
                        .withQueries(queries(retrieval.queries(), factor))
                        .withCorpus(corpus(retrieval.corpus(), factor));
            case FineTuning tuning -> tuning.withRun(run(tuning.run(), factor));
        };
        RunTerms terms = grown.terms();
        Optional<Integer> users = terms.disk().users().map(each -> whole(each, factor, 0, DiskNeeds.MOST_USERS));
        return grown.withTerms(terms.withDisk(terms.disk().withUsers(users)));
    }

    private static Retrieval.Queries queries(Retrieval.Queries queries, double factor) {
        return queries.withUsers(whole(queries.users(), factor, 0, Retrieval.MAX_DOCUMENTS))
                .withPerSecond(queries.perSecond().map(each -> Math.min(1e9, each * factor)));
    }

    private static Corpus corpus(Corpus corpus, double factor) {
        return corpus.withDocuments(whole(corpus.documents(), factor, 1, Retrieval.MAX_DOCUMENTS))
                .withTokens(corpus.tokens().map(each -> Math.clamp(each * factor, 1, 1e18)));
    }

    private static TrainingRun run(TrainingRun run, double factor) {
        return run.withExamples(Math.clamp(run.examples() * factor, 1, TrainingRun.MAX_EXAMPLES))
                .withTokens(run.tokens().map(each -> Math.clamp(each * factor, 1, TrainingRun.MAX_TOKENS)));
    }

    private static int whole(int number, double factor, int least, int most) {
        double exact = Math.round(number * factor * EXACT) / EXACT;
        return (int) Math.clamp(Math.ceil(exact), least, most);
    }

    /** What grows of a workload, as people read it. */
    static String words(Workload work) {
        return switch (work) {
            case LlmServing llm ->
                llm.traffic()
                        .map(traffic -> number(traffic.users(), "user"))
                        .orElseGet(() -> number(llm.concurrency(), "concurrent request"));
            case GpuVms vms -> number(vms.count(), "VM");
            case Retrieval retrieval ->
                retrieval
                                .queries()
                                .perSecond()
                                .map(each -> ValueText.number(each) + " queries/s")
                                .orElseGet(() -> number(retrieval.queries().users(), "user"))
                        + ", " + number(retrieval.corpus().documents(), "document");
            case FineTuning tuning ->
                tuning.run()
                        .tokens()
                        .map(each -> ValueText.number(each) + " tokens")
                        .orElseGet(() -> ValueText.number(tuning.run().examples()) + " examples");
        };
    }

    private static String number(int count, String what) {
        return ValueText.number(count) + " " + what + (count == 1 ? "" : "s");
    }

    /** The lines of all workloads: how each grows, and its load on each date. */
    static List<LoadLine> lines(Plan plan, List<Integer> months) {
        return plan.workloads().stream()
                .map(work -> new LoadLine(
                        work.id(),
                        work.name(),
                        work.terms().growth().words(),
                        work.terms().growth() instanceof Growth.Constant,
                        months.stream()
                                .map(each ->
                                        words(times(work, work.terms().growth().factor(each))))
                                .toList()))
                .toList();
    }
}
