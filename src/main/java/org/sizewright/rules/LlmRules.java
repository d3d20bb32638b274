package org.sizewright.rules;

import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.setting.UseSettings;
import org.sizewright.quantity.Bytes;

/** Rules about what language models are used for. */
final class LlmRules {
    private LlmRules() {}

    static void usersWithTheFullContextAreServed(Inspection at) {
        for (MachineView machine : at.machines()) {
            Optional<Integer> users = machine.get(UseSettings.FULL_CONTEXT_USERS);
            RowKey row = new RowKey(machine.workload().id().value(), machine.name());
            if (users.isPresent()
                    && machine.resolved() instanceof ResolvedWorkload.Llm
                    && at.value(at.sizing().demand.llm.requestsPerReplica, row) instanceof Value.Known each
                    && at.value(at.sizing().demand.llm.replicas, row) instanceof Value.Known replicas
                    && Math.floor(each.number()) * replicas.number() < users.get()) {
                double floor = Math.floor(each.number()) * replicas.number();
                at.add(at.wrong(
                                machine,
                                UseSettings.FULL_CONTEXT_USERS,
                                machine.name() + " has room for " + ValueText.number(floor)
                                        + " users at the limit of the context; " + users.get() + " are promised.",
                                "Add replicas, shorten the context, or promise fewer.")
                        .withDistance(ValueText.number(users.get() - floor) + " users too many"));
            }
        }
    }

    static void agentsHaveTheirSession(Inspection at) {
        for (MachineView machine : at.machines()) {
            if (machine.isYes(UseSettings.AGENTIC) && machine.resolved() instanceof ResolvedWorkload.Llm llm) {
                int context = llm.workload().contextTokens();
                at.need(machine, UseSettings.SESSION_TOKENS)
                        .filter(tokens -> tokens > context)
                        .ifPresent(tokens -> at.add(at.wrong(
                                        machine,
                                        UseSettings.SESSION_TOKENS,
                                        "A session of " + machine.name() + " grows to " + ValueText.number(tokens)
                                                + " tokens; the plan counts with " + ValueText.number(context) + ".",
                                        "Size it for the whole session.")
                                .withDistance(ValueText.number(tokens - context) + " tokens too few")));
            }
        }
    }

    static void smallModelsTakeParts(Inspection at) {
        for (MachineView machine : at.machines()) {
            if (machine.resolved() instanceof ResolvedWorkload.Search
                    && machine.wholeGpus() > 0
                    && largestModelGb(at, machine) <= at.limit("profileGb")) {
                machine.gpus().stream()
                        .filter(gpu -> gpu.memory().nominalGb() > at.limit("cardGb"))
                        .findFirst()
                        .ifPresent(gpu -> at.add(at.violated(
                                        machine.name(),
                                        "The small models of " + machine.name() + " take whole " + gpu.name() + " of "
                                                + gpu.memory().nominalGb() + " GB.",
                                        "Give them profiles of 4 to " + at.limit("profileGb") + " GB.")
                                .withDistance((gpu.memory().nominalGb() - at.limit("profileGb")) + " GB more")
                                .withPath("/workloads/" + machine.workload().id())));
            }
        }
    }

    /** What the largest of its models takes of a GPU; 0 where that is not known. */
    private static double largestModelGb(Inspection at, MachineView machine) {
        RowKey row = new RowKey(machine.workload().id().value(), machine.name());
        return at.sizing()
                .demand
                .retrieval
                .map(retrieval -> retrieval.models.rowsOf(row).stream()
                        .map(model -> at.value(retrieval.models.memory, model))
                        .filter(Value.Known.class::isInstance)
                        .mapToDouble(value ->
                                Bytes.ofGib(((Value.Known) value).number()).toGb())
                        .max()
                        .orElse(0))
                .orElse(0.0);
    }

    static void trainingFromNothingIsPlausible(Inspection at) {
        for (MachineView machine : at.machines()) {
            machine.get(UseSettings.PRETRAINING)
                    .filter(hours -> hours < at.limit("hours"))
                    .ifPresent(hours -> at.add(at.wrong(
                                    machine,
                                    UseSettings.PRETRAINING,
                                    "The customer counts with " + ValueText.number(hours)
                                            + " GPU hours to train such a model from nothing; Llama 2 took "
                                            + ValueText.number(at.limit("hours")) + ".",
                                    "Tune a model that is there.")
                            .withDistance(ValueText.number(at.limit("hours") - hours) + " hours too few")));
        }
    }
}
