package org.sizewright.sizing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.library.Library;
import org.sizewright.sizing.retrieval.RetrievalFigures;
import org.sizewright.sizing.retrieval.RetrievalSubject;
import org.sizewright.sizing.throughput.RequestShape;
import org.sizewright.sizing.throughput.Throughput;
import org.sizewright.sizing.training.TrainingDemand;
import org.sizewright.sizing.training.TuningSubject;

/**
 * All figures of one option that need no search: what the workloads ask for, and what one host gives.
 *
 * <p>The builder stays open: {@link ClusterFigures} goes on with it once the hosts are counted.
 */
public final class Demand {
    private static final double USUAL_ANSWER = 0.25;

    public final LlmMemory llm;
    public final Throughput throughput;
    public final SharedVms vms;
    /** Empty if the plan has no retrieval. */
    public final Optional<RetrievalFigures> retrieval;

    public final HostFigures hosts;
    /** Empty if the plan has no fine-tuning. */
    public final Optional<TrainingDemand> training;

    public final Figure totalVms;
    public final Figure totalGpus;
    public final Figure totalVcpu;
    public final Figure totalMemory;

    private final FigureBook.Builder book;

    private Demand(
            FigureBook.Builder book,
            List<LlmSubject> llms,
            List<VmsSubject> shared,
            List<RetrievalSubject> retrievals,
            List<TuningSubject> tunings,
            List<GroupSubject> groups,
            Library library) {
        this.book = book;
        llm = new LlmMemory(book, llms, library);
        throughput = Throughput.of(book, llm, Demand::usualRequest, library);
        vms = new SharedVms(book, shared, library);
        retrieval =
                retrievals.isEmpty() ? Optional.empty() : Optional.of(new RetrievalFigures(book, retrievals, library));
        hosts = new HostFigures(book, groups, library);
        training =
                tunings.isEmpty() ? Optional.empty() : Optional.of(new TrainingDemand(book, tunings, hosts, library));
        FigureBook.Scope all = book.single();
        totalVms = all.output(
                "vms", Unit.COUNT, "VMs", total(llm.replicas, vms.count, rag -> rag.vms, tuning -> tuning.vms));
        totalGpus = all.output(
                "gpus_needed",
                Unit.COUNT,
                "GPUs needed, each workload packed alone",
                total(llm.gpus, vms.gpusAlone, rag -> rag.gpus, tuning -> tuning.gpus));
        totalVcpu = all.output(
                "vcpu_needed",
                Unit.COUNT,
                "vCPUs needed",
                total(llm.vcpu, vms.vcpu, rag -> rag.vcpu, tuning -> tuning.vcpu));
        totalMemory = all.output(
                "memory_needed",
                Unit.GIB,
                "VM memory needed",
                total(llm.memory, vms.memory, rag -> rag.memory, tuning -> tuning.vmMemory));
    }

    /** Retrieval and training take part only where there are any, so that other plans have shorter formulas. */
    private Formula total(
            Figure ofLlms,
            Figure ofVms,
            Function<RetrievalFigures, Figure> ofRetrieval,
            Function<TrainingDemand, Figure> ofTraining) {
        Formula sum = ofLlms.sum().plus(ofVms.sum());
        if (retrieval.isPresent()) {
            sum = sum.plus(ofRetrieval.apply(retrieval.get()).sum());
        }
        if (training.isPresent()) {
            sum = sum.plus(ofTraining.apply(training.get()).sum());
        }
        return sum;
    }

    /** Where no traffic says what requests look like: three quarters of the context are the prompt. */
    public static RequestShape usualRequest(LlmSubject subject) {
        double tokens = subject.workload().contextTokens();
        double answer = Math.max(1, Math.floor(tokens * USUAL_ANSWER));
        return RequestShape.of(tokens - Math.min(tokens, answer), answer);
    }

    public static Demand of(List<LlmSubject> llms, List<VmsSubject> vms, List<GroupSubject> groups, Library library) {
        return of(llms, vms, List.of(), groups, library);
    }

    public static Demand of(
            List<LlmSubject> llms,
            List<VmsSubject> vms,
            List<RetrievalSubject> retrievals,
            List<GroupSubject> groups,
            Library library) {
        return of(llms, vms, retrievals, List.of(), groups, library);
    }

    public static Demand of(
            List<LlmSubject> llms,
            List<VmsSubject> vms,
            List<RetrievalSubject> retrievals,
            List<TuningSubject> tunings,
            List<GroupSubject> groups,
            Library library) {
        return new Demand(FigureBook.builder(), llms, vms, retrievals, tunings, groups, library);
    }

    /** The figures so far. */
    public FigureBook figures() {
        return book.build();
    }

    /** The value of a figure that is defined so far. */
    public Value value(Figure figure, RowKey row, Lane lane) {
        return book.value(figure, row, lane);
    }

    FigureBook.Builder book() {
        return book;
    }
}
