package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Value;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.Unresolved;
import org.sizewright.plan.Workload;
import org.sizewright.result.OptionResult;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.Demand;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;

/** How it stands with a workload in the live option: carried, calculated, fitting, placed. */
final class WorkloadState {
    private final Texts texts;
    private final SessionState state;
    private final MemoryUnit unit;

    /** With memory in GiB. */
    WorkloadState(Texts texts, SessionState state) {
        this(texts, state, MemoryUnit.GIB);
    }

    WorkloadState(Texts texts, SessionState state, MemoryUnit unit) {
        this.texts = texts;
        this.state = state;
        this.unit = unit;
    }

    /** The figures of the workload, if the latest result of the live option has them. */
    Optional<RowFigures> figures(Workload workload) {
        return state.live()
                .flatMap(
                        result -> row(result, workload).map(row -> new RowFigures(texts, result.figures(), row, unit)));
    }

    Optional<Trouble> trouble(Workload workload) {
        if (state.plan().liveOption().assignment(workload.id()).isEmpty()) {
            boolean clusters = !state.plan().liveOption().clusters().isEmpty();
            return Optional.of(new Trouble(
                    texts.get("workloads.unassigned", state.plan().liveOption().name()),
                    texts.get(clusters ? "workloads.unassigned.remedy" : "workloads.noCluster.remedy"),
                    clusters));
        }
        if (figures(workload).isPresent()) {
            return Optional.empty();
        }
        return state.result().stream()
                .flatMap(result -> result.plan().problems().stream())
                .filter(problem -> isAbout(problem, workload))
                .findFirst()
                .map(problem -> new Trouble(problem.sentence(), problem.remedy(), false));
    }

    Verdict verdict(Workload workload) {
        if (state.plan().liveOption().assignment(workload.id()).isEmpty()) {
            return new Verdict(texts.get("workloads.state.unassigned"), Tone.WARN);
        }
        if (trouble(workload).isPresent()) {
            return new Verdict(texts.get("workloads.state.trouble"), Tone.ERROR);
        }
        Optional<OptionResult> result = state.live();
        Optional<RowFigures> figures = figures(workload);
        if (result.isEmpty() || figures.isEmpty()) {
            return new Verdict(texts.get("workloads.state.calculating"), Tone.NEUTRAL);
        }
        Demand demand = result.get().sizing().demand;
        Value gpus = figures.get()
                .value(
                        switch (workload) {
                            case Workload.LlmServing llm -> demand.llm.gpus;
                            case Workload.GpuVms vms -> demand.vms.gpusAlone;
                            case Retrieval retrieval -> demand.retrieval.orElseThrow().gpus;
                            case FineTuning tuning -> demand.training.orElseThrow().gpus;
                        });
        if (workload instanceof FineTuning
                && figures.get()
                                .number(demand.training.orElseThrow().memory.left)
                                .orElse(0)
                        < 0) {
            return new Verdict(texts.get("workloads.state.doesNotFit"), Tone.ERROR);
        }
        long refused = refused(result.get(), workload);
        if (gpus instanceof Value.Unknown unknown) {
            return fails(unknown)
                    ? new Verdict(texts.get("workloads.state.doesNotFit"), Tone.ERROR)
                    : new Verdict(texts.get("workloads.state.unknown"), Tone.WARN);
        }
        return refused > 0
                ? new Verdict(texts.get("workloads.state.notPlaced", refused), Tone.ERROR)
                : new Verdict(
                        texts.get(
                                "workloads.state.gpus",
                                Math.round(gpus.asNumber().orElse(0))),
                        Tone.OK);
    }

    /** Machines of the workload that found no place. */
    static long refused(OptionResult result, Workload workload) {
        return result.placements().stream()
                .flatMap(placed -> placed.all().refused().stream())
                .filter(vm ->
                        VmClass.workloadOf(vm.vmClass()).equals(workload.id().value()))
                .count();
    }

    static long placed(OptionResult result, Workload workload) {
        return result.placements().stream()
                .flatMap(placed -> placed.all().placed().stream())
                .filter(vm ->
                        VmClass.workloadOf(vm.vmClass()).equals(workload.id().value()))
                .count();
    }

    /** Whether it is known that it does not fit, as opposed to not known whether it does. */
    static boolean fails(Value.Unknown unknown) {
        return !unknown.cellText().equals(Value.UNKNOWN_TEXT);
    }

    private static Optional<RowKey> row(OptionResult result, Workload workload) {
        Demand demand = result.sizing().demand;
        Optional<Rows> rows = switch (workload) {
            case Workload.LlmServing llm -> Optional.of(demand.llm.rows);
            case Workload.GpuVms vms -> Optional.of(demand.vms.rows);
            case Retrieval retrieval -> demand.retrieval.map(rag -> rag.rows);
            case FineTuning tuning -> demand.training.map(training -> training.rows);
        };
        return rows.flatMap(all -> RowFigures.row(all, workload.id()));
    }

    private boolean isAbout(Unresolved problem, Workload workload) {
        String live = "/options/" + state.plan().live() + "/";
        List<String> own = List.of("/workloads/" + workload.id(), live + "assignments/" + workload.id());
        return own.stream()
                        .anyMatch(path ->
                                problem.path().equals(path) || problem.path().startsWith(path + "/"))
                || problem.path().startsWith(live + "clusters/");
    }
}
