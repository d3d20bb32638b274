package org.sizewright.ui.workloads;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sizewright.library.EngineId;
import org.sizewright.library.Library;
import org.sizewright.library.LoadPreset;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.ModelUse;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.RetrievalRecord.RetrievalPreset;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.RetrievalStart;
import org.sizewright.plan.Survival;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.Workload.GpuVms;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;

/** What the screen changes in a plan, each as one step of the history. */
final class WorkloadEdits {
    /** What a new language model starts with, where the library has it. */
    private static final ModelId FIRST_MODEL = ModelId.of("meta-llama/Llama-3.1-8B-Instruct");

    private static final NumberFormatId FIRST_FORMAT = NumberFormatId.of("bf16");

    /** The load of a language model that reads passages. */
    private static final String ANSWERS = "rag";

    private WorkloadEdits() {}

    /** A new language model on one GPU, carried by the first cluster of every option; empty if the library has no model or engine. */
    static Optional<PlanEdit> addLlm(String label, String name, Library library) {
        return firstModel(library).flatMap(found -> addLlm(label, name, library, found));
    }

    private static Optional<ModelId> firstModel(Library library) {
        return library.model(FIRST_MODEL)
                .or(() -> library.modelsFor(ModelUse.GENERATION).stream().findFirst())
                .map(ModelArchitecture::id);
    }

    /** Makes fine-tuning of a model. */
    interface TuningMaker {
        FineTuning make(WorkloadId id, String name, ModelId model);
    }

    /** New fine-tuning on one GPU, carried by the first cluster of every option; empty if the library has no model. */
    static Optional<PlanEdit> addTuning(String label, String name, Library library, TuningMaker maker) {
        return firstModel(library).map(model -> add(label, name, (id, free) -> maker.make(id, free, model)));
    }

    /** The same with that model. */
    static Optional<PlanEdit> addLlm(String label, String name, Library library, ModelId model) {
        Optional<EngineId> engine = library.engines().stream().findFirst().map(found -> found.id());
        if (engine.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(add(
                label,
                name,
                (id, free) -> new LlmServing(
                        id,
                        free,
                        model,
                        FIRST_FORMAT,
                        FIRST_FORMAT,
                        engine.get(),
                        8192,
                        16,
                        Optional.empty(),
                        EngineSettings.DEFAULT,
                        new VmShape(16, 128),
                        Survival.MUST_RESTART)));
    }

    /** New retrieval as a preset says; empty if the library has no model or engine. */
    static Optional<PlanEdit> addRetrieval(String label, String name, RetrievalPreset preset, Library library) {
        return RetrievalStart.of(WorkloadId.of("w1"), name, preset, library)
                .map(made -> add(label, name, (id, free) -> made.withId(id).withName(free)));
    }

    /** The language model that answers from what retrieval finds, for the same people. */
    static Optional<PlanEdit> addAnswering(String label, String name, Library library, Retrieval of) {
        Optional<LoadPreset> load = library.loadPresets().stream()
                .filter(preset -> preset.id().equals(ANSWERS))
                .findFirst();
        return addLlm(label, name, library)
                .map(added -> PlanEdit.of(label, plan -> {
                    WorkloadId id = plan.freeWorkloadId();
                    Plan with = added.change().apply(plan);
                    return changed(
                            with,
                            id,
                            work -> work instanceof LlmServing llm && load.isPresent()
                                    ? people(LoadFields.withPreset(llm, load.get()), of)
                                    : work);
                }));
    }

    private static LlmServing people(LlmServing llm, Retrieval of) {
        int users = Math.clamp(of.queries().users(), 1, Traffic.MAX_USERS);
        return llm.withTraffic(llm.traffic().map(load -> load.withUsers(users)));
    }

    /** New VMs that share GPUs, carried by the first cluster of every option. */
    static PlanEdit addVms(String label, String name, GpuVms.Sharing sharing) {
        return add(
                label,
                name,
                (id, free) -> new GpuVms(id, free, sharing, 4, 10, new VmShape(8, 64), Survival.MAY_STAY_DOWN));
    }

    /** A copy with the same assignments in all options. */
    static PlanEdit duplicate(String label, WorkloadId id, String copyName) {
        return PlanEdit.of(label, plan -> {
            Optional<Workload> original = plan.workload(id);
            if (original.isEmpty()) {
                return plan;
            }
            WorkloadId free = plan.freeWorkloadId();
            Plan changed = plan.withWorkload(withId(original.get(), free, freeName(plan, copyName)));
            for (Option option : plan.options()) {
                Optional<Assignment> carried = option.assignment(id);
                if (carried.isPresent()) {
                    changed = changed.withOption(
                            option.withAssignment(carried.get().withWorkload(free)));
                }
            }
            return changed;
        });
    }

    static PlanEdit remove(String label, WorkloadId id) {
        return PlanEdit.of(label, plan -> plan.withoutWorkload(id));
    }

    static PlanEdit change(String label, WorkloadId id, UnaryOperator<Workload> change) {
        return PlanEdit.of(label, plan -> changed(plan, id, change));
    }

    /** The same for the steps of a slider: those of one gesture are one step of the history. */
    static PlanEdit change(String label, String gesture, WorkloadId id, UnaryOperator<Workload> change) {
        return PlanEdit.ofGesture(label, gesture, plan -> changed(plan, id, change));
    }

    /** Changes how the live option carries the workload. */
    static PlanEdit assign(String label, WorkloadId id, UnaryOperator<Assignment> change) {
        return PlanEdit.of(label, plan -> assigned(plan, id, change));
    }

    /** The same for the steps of a slider: those of one gesture are one step of the history. */
    static PlanEdit assign(String label, String gesture, WorkloadId id, UnaryOperator<Assignment> change) {
        return PlanEdit.ofGesture(label, gesture, plan -> assigned(plan, id, change));
    }

    private static Plan assigned(Plan plan, WorkloadId id, UnaryOperator<Assignment> change) {
        return plan.liveOption()
                .assignment(id)
                .map(found -> plan.withOption(plan.liveOption().withAssignment(change.apply(found))))
                .orElse(plan);
    }

    /** Lets the first cluster of the live option carry the workload. */
    static PlanEdit carry(String label, WorkloadId id) {
        return PlanEdit.of(label, plan -> plan.withOption(carried(plan.liveOption(), id)));
    }

    /** Profiles of one way of sharing mean nothing in the other, so those that were chosen go back to AUTO. */
    static PlanEdit share(String label, WorkloadId id, GpuVms.Sharing sharing) {
        return PlanEdit.of(label, plan -> {
            Plan changed = changed(plan, id, work -> work instanceof GpuVms vms ? vms.withSharing(sharing) : work);
            for (Option option : plan.options()) {
                Optional<Assignment> found = option.assignment(id);
                if (found.isPresent()) {
                    changed =
                            changed.withOption(option.withAssignment(found.get().withProfile(Optional.empty())));
                }
            }
            return changed;
        });
    }

    private static Plan changed(Plan plan, WorkloadId id, UnaryOperator<Workload> change) {
        return plan.workload(id)
                .map(found -> plan.withWorkload(change.apply(found)))
                .orElse(plan);
    }

    /** Makes a workload of an id and a name that are free. */
    private interface Maker {
        Workload make(WorkloadId id, String name);
    }

    private static PlanEdit add(String label, String name, Maker maker) {
        return PlanEdit.of(label, plan -> {
            WorkloadId id = plan.freeWorkloadId();
            Plan changed = plan.withWorkload(maker.make(id, freeName(plan, name)));
            for (Option option : plan.options()) {
                changed = changed.withOption(carried(option, id));
            }
            return changed;
        });
    }

    private static Option carried(Option option, WorkloadId id) {
        return option.clusters().isEmpty()
                ? option
                : option.withAssignment(
                        Assignment.of(id, option.clusters().getFirst().id()));
    }

    private static String freeName(Plan plan, String wanted) {
        String name = wanted;
        for (int number = 2; isTaken(plan, name); number++) {
            name = wanted + " " + number;
        }
        return name;
    }

    private static boolean isTaken(Plan plan, String name) {
        return plan.workloads().stream().anyMatch(workload -> workload.name().equals(name));
    }

    private static Workload withId(Workload from, WorkloadId id, String name) {
        return switch (from) {
            case LlmServing llm ->
                new LlmServing(
                        id,
                        name,
                        llm.model(),
                        llm.weights(),
                        llm.kvCache(),
                        llm.engine(),
                        llm.contextTokens(),
                        llm.concurrency(),
                        llm.traffic(),
                        llm.settings(),
                        llm.vm(),
                        llm.survival(),
                        llm.terms());
            case Retrieval retrieval -> retrieval.withId(id).withName(name);
            case FineTuning tuning -> tuning.withId(id).withName(name);
            case GpuVms vms ->
                new GpuVms(
                        id,
                        name,
                        vms.sharing(),
                        vms.count(),
                        vms.gpuMemoryGib(),
                        vms.vm(),
                        vms.survival(),
                        vms.terms());
        };
    }
}
