package org.sizewright.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.TrainingStack.Checkpointing;

/**
 * A language model that is trained further: as a whole, by adapters or prompts beside it, or towards answers that are preferred.
 * Over how many GPUs it is spread is said by the {@link Assignment} of an option.
 *
 * @param method what of the model is trained
 * @param weights how the frozen model is stored; a model that is trained as a whole is stored as its optimiser says
 * @param software what trains, and how
 * @param batch what one GPU works on
 * @param goal what it is trained towards, with the models and answers that this takes
 * @param run data, epochs and checkpoints
 * @param serving how adapters are served afterwards
 * @param vm one machine; what is kept in its memory in place of the GPU's is added
 */
public record FineTuning(
        WorkloadId id,
        String name,
        ModelId model,
        Method method,
        NumberFormatId weights,
        Software software,
        TrainingBatch batch,
        TuningGoal goal,
        TrainingRun run,
        AdapterServing serving,
        VmShape vm,
        Survival survival,
        RunTerms terms)
        implements Workload {
    /** Id of the library for training a model as a whole. */
    public static final String FULL = "full";

    /** Id of the library for supervised fine-tuning. */
    public static final String SUPERVISED = "next-token";

    public static final int MAX_RANK = 1_000_000;
    public static final double MAX_PARAMETERS = 1e15;
    private static final VmShape USUAL_VM = new VmShape(16, 128);

    public FineTuning {
        PlanChecks.name("a workload", name);
    }

    /**
     * What of the model is trained.
     *
     * @param id of a tuning method of the library
     * @param rank of adapters, or the number of virtual or new tokens; empty = what is usual for method and software
     * @param targets names of the matrices that are adapted; none = what is usual
     * @param settings further numbers of the method, where they are not the usual ones
     * @param withEmbeddings whether embedding and output head are trained as a whole besides
     */
    public record Method(
            String id,
            Optional<Integer> rank,
            List<String> targets,
            SortedMap<String, Integer> settings,
            boolean withEmbeddings) {
        public Method {
            PlanChecks.name("a tuning method", id);
            rank.ifPresent(value -> PlanChecks.between("the rank", 1, MAX_RANK, value));
            targets = List.copyOf(targets);
            targets.forEach(target -> PlanChecks.name("an adapted matrix", target));
            for (String setting : settings.keySet()) {
                if (!setting.matches("[A-Za-z][A-Za-z0-9]*")) {
                    throw new IllegalArgumentException(
                            "a setting is a letter followed by letters and digits, not \"" + setting + "\"");
                }
            }
            settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        }

        /** With all that is usual. */
        public static Method of(String id) {
            return new Method(id, Optional.empty(), List.of(), new TreeMap<>(), false);
        }

        public Method withRank(Optional<Integer> changed) {
            return new Method(id, changed, targets, settings, withEmbeddings);
        }

        public Method withTargets(List<String> changed) {
            return new Method(id, rank, changed, settings, withEmbeddings);
        }

        public Method withSettings(Map<String, Integer> changed) {
            return new Method(id, rank, targets, new TreeMap<>(changed), withEmbeddings);
        }

        public Method withEmbeddings(boolean changed) {
            return new Method(id, rank, targets, settings, changed);
        }
    }

    /**
     * What trains, and how.
     *
     * @param stack of the library
     * @param optimiser of the library, for what is trained
     * @param checkpointing what is kept of the activations; the rest is computed again
     * @param compiled whether the model is compiled before training
     * @param float8 whether its matrices multiply in 8 bit
     * @param powerPercent limit of the GPU's power, of what it may draw
     */
    public record Software(
            String stack,
            String optimiser,
            Checkpointing checkpointing,
            boolean compiled,
            boolean float8,
            double powerPercent) {
        public Software {
            PlanChecks.name("a training software", stack);
            PlanChecks.name("an optimiser", optimiser);
            PlanChecks.between("the percent of power", 1, 100, powerPercent);
        }

        public static Software of(String stack, String optimiser, Checkpointing checkpointing) {
            return new Software(stack, optimiser, checkpointing, false, false, 100);
        }

        public Software withStack(String changed) {
            return new Software(changed, optimiser, checkpointing, compiled, float8, powerPercent);
        }

        public Software withOptimiser(String changed) {
            return new Software(stack, changed, checkpointing, compiled, float8, powerPercent);
        }

        public Software withCheckpointing(Checkpointing changed) {
            return new Software(stack, optimiser, changed, compiled, float8, powerPercent);
        }

        public Software withCompiled(boolean changed) {
            return new Software(stack, optimiser, checkpointing, changed, float8, powerPercent);
        }

        public Software withFloat8(boolean changed) {
            return new Software(stack, optimiser, checkpointing, compiled, changed, powerPercent);
        }

        public Software withPowerPercent(double changed) {
            return new Software(stack, optimiser, checkpointing, compiled, float8, changed);
        }
    }

    /** All parameters in 16 bit with 32-bit master weights and moments, one sequence of 4096 tokens at a time. */
    public static FineTuning full(WorkloadId id, String name, ModelId model) {
        return new FineTuning(
                id,
                name,
                model,
                Method.of(FULL),
                NumberFormatId.of("bf16"),
                Software.of("hf-trainer", "adamw-mixed", Checkpointing.FULL),
                TrainingBatch.of(1, 4096),
                TuningGoal.of(SUPERVISED),
                TrainingRun.USUAL,
                AdapterServing.USUAL,
                USUAL_VM,
                Survival.MAY_STAY_DOWN,
                RunTerms.FREE);
    }

    /** LoRA of rank 16 on all linear layers of a 16-bit model. */
    public static FineTuning lora(WorkloadId id, String name, ModelId model) {
        return full(id, name, model)
                .withMethod(Method.of("lora").withRank(Optional.of(16)).withTargets(List.of("all-linear")))
                .withSoftware(Software.of("hf-peft", "adamw-32", Checkpointing.FULL));
    }

    /** The same on a model that is stored in 4 bit. */
    public static FineTuning qlora(WorkloadId id, String name, ModelId model) {
        return lora(id, name, model).withWeights(NumberFormatId.of("nf4-dq"));
    }

    /** LoRA towards answers that are preferred. */
    public static FineTuning aligned(WorkloadId id, String name, ModelId model, String objective) {
        return lora(id, name, model).withGoal(TuningGoal.of(objective));
    }

    /** Fields as they are changed one by one. */
    private static final class Copy {
        private WorkloadId id;
        private String name;
        private ModelId model;
        private Method method;
        private NumberFormatId weights;
        private Software software;
        private TrainingBatch batch;
        private TuningGoal goal;
        private TrainingRun run;
        private AdapterServing serving;
        private VmShape vm;
        private Survival survival;
        private RunTerms terms;

        Copy(FineTuning from) {
            id = from.id;
            name = from.name;
            model = from.model;
            method = from.method;
            weights = from.weights;
            software = from.software;
            batch = from.batch;
            goal = from.goal;
            run = from.run;
            serving = from.serving;
            vm = from.vm;
            survival = from.survival;
            terms = from.terms;
        }
    }

    private FineTuning with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return new FineTuning(
                copy.id,
                copy.name,
                copy.model,
                copy.method,
                copy.weights,
                copy.software,
                copy.batch,
                copy.goal,
                copy.run,
                copy.serving,
                copy.vm,
                copy.survival,
                copy.terms);
    }

    public FineTuning withId(WorkloadId changed) {
        return with(copy -> copy.id = changed);
    }

    public FineTuning withModel(ModelId changed) {
        return with(copy -> copy.model = changed);
    }

    public FineTuning withMethod(Method changed) {
        return with(copy -> copy.method = changed);
    }

    public FineTuning withWeights(NumberFormatId changed) {
        return with(copy -> copy.weights = changed);
    }

    public FineTuning withSoftware(Software changed) {
        return with(copy -> copy.software = changed);
    }

    public FineTuning withBatch(TrainingBatch changed) {
        return with(copy -> copy.batch = changed);
    }

    public FineTuning withGoal(TuningGoal changed) {
        return with(copy -> copy.goal = changed);
    }

    public FineTuning withRun(TrainingRun changed) {
        return with(copy -> copy.run = changed);
    }

    public FineTuning withServing(AdapterServing changed) {
        return with(copy -> copy.serving = changed);
    }

    @Override
    public FineTuning withName(String changed) {
        return with(copy -> copy.name = changed);
    }

    @Override
    public FineTuning withVm(VmShape changed) {
        return with(copy -> copy.vm = changed);
    }

    @Override
    public FineTuning withSurvival(Survival changed) {
        return with(copy -> copy.survival = changed);
    }

    @Override
    public FineTuning withTerms(RunTerms changed) {
        return with(copy -> copy.terms = changed);
    }
}
