package org.sizewright.cli;

import java.util.Comparator;
import java.util.List;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.throughput.LoadFigures;
import org.sizewright.sizing.training.TrainingMemory;
import org.sizewright.sizing.training.TrainingSubject;

/** The figures of a sizing that people ask for, in the order in which they follow from each other. */
final class SizeTable {
    private final Console console;
    private final boolean explained;

    SizeTable(Console console, boolean explained) {
        this.console = console;
        this.explained = explained;
    }

    void print(Demand demand, LlmSubject subject, SizeFindings findings) {
        console.print("%s, weights in %s, KV cache in %s, on %s × %d with %s"
                .formatted(
                        subject.model().name(),
                        subject.weights().name(),
                        subject.kvCache().name(),
                        subject.device().name(),
                        subject.parallel().gpus(),
                        subject.engine().name()));
        LlmMemory llm = demand.llm;
        RowKey row = subject.row();
        FigureTable table = new FigureTable(console, demand.figures(), explained);
        table.section("Model", row, llm.model.parameters, llm.model.activeParameters, llm.weights);
        table.section(
                "On each GPU",
                row,
                llm.engine.gpuMemory,
                llm.weightsPerGpu,
                llm.engine.activation,
                llm.engine.nonTorch,
                llm.engine.reserve,
                llm.engine.graphs,
                llm.engine.kvPool,
                llm.kvInUse,
                llm.left);
        if (subject.workload().traffic().isPresent()) {
            table.section(
                    "Load from people",
                    row,
                    llm.traffic.users,
                    llm.traffic.activeUsers,
                    llm.traffic.requestsPerSecond,
                    llm.traffic.secondsPerRequest,
                    llm.traffic.prefixReuse);
        }
        table.section("Load", row, llm.context, llm.concurrency);
        table.section(
                "Cache",
                row,
                llm.kvPerToken,
                llm.kvPerRequest,
                llm.kvForConcurrency,
                llm.tokensPerReplica,
                llm.concurrencyAtContext,
                llm.requestsPerReplica);
        LoadFigures load = demand.throughput.load;
        table.section(
                "Speed",
                row,
                load.cases,
                load.timeToFirstToken,
                load.timePerToken,
                load.tokensPerSecond,
                load.tokensPerSecondInAll,
                load.requestRate,
                load.maxLoad,
                demand.throughput.stream.cases,
                demand.throughput.stream.speed);
        table.section("Needed", row, llm.requestsInUse, llm.replicas, llm.gpus);
        if (subject.workload().traffic().isPresent()) {
            table.section(
                    "Needed to keep the promised times",
                    row,
                    demand.throughput.level.requestsPerReplica,
                    demand.throughput.level.replicas,
                    demand.throughput.level.gpus);
        }
        table.section("Machines", row, llm.vcpuPerVm, llm.memoryPerVm, llm.vcpu, llm.memory);
        findings.print(console);
    }

    void print(FigureBook book, TrainingMemory memory, TrainingSubject subject, SizeFindings findings) {
        console.print("%s, %s with %s and %s, on %s × %d"
                .formatted(
                        subject.model().name(),
                        subject.tuning().method().name(),
                        subject.stack().name(),
                        subject.optimiser().name(),
                        subject.device().name(),
                        subject.layout().gpus()));
        RowKey row = subject.row();
        RowKey stage = fullest(book, memory);
        FigureTable table = new FigureTable(console, book, explained);
        table.section("Model", row, memory.trained.parameters, memory.trained.trainable, memory.trained.trainableShare);

        table.section(
                stage.equals(row) ? "On each GPU" : "On each GPU of the fullest stage, " + stage.title(),
                stage,
                memory.held.weights,
                memory.held.gradients,
                memory.held.states,
                memory.held.adapters,
                memory.held.gathered,
                memory.frozen,
                memory.fixed,
                memory.activations.kept,
                memory.activations.moment,
                memory.activations.exchanged);
        table.section(
                "Peak",
                row,
                memory.training,
                memory.scoring,
                memory.rollout,
                memory.peak,
                memory.device,
                memory.left,
                memory.offloaded,
                memory.gpus);
        table.section(
                "Time",
                row,
                memory.time.tokensPerSecond,
                memory.time.utilisation,
                memory.time.tokens,
                memory.time.epochs,
                memory.time.hours,
                memory.time.gpuHours);
        table.section(
                "Checkpoints",
                row,
                memory.result.checkpoint,
                memory.result.checkpointWithState,
                memory.result.kept,
                memory.result.disk);
        if (!TrainingOptions.isWhole(subject.tuning().method())) {
            table.section(
                    "Serving the adapter: merged, side by side, in series",
                    row,
                    memory.result.merged,
                    memory.result.adapter,
                    memory.result.places,
                    memory.result.largestRank,
                    memory.result.slots,
                    memory.result.inSeries,
                    memory.result.series,
                    memory.result.moreWork);
        }
        findings.print(console);
    }

    private static RowKey fullest(FigureBook book, TrainingMemory memory) {
        List<RowKey> stages = memory.stages.keys();
        return stages.stream()
                .max(Comparator.comparingDouble(
                        stage -> book.value(memory.stagePeak, stage) instanceof Value.Known known ? known.number() : 0))
                .orElseThrow();
    }
}
