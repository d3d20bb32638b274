package org.sizewright.plan.setting;

import java.util.List;

/** What a workload does and asks for. */
public final class UseSettings {
    public static final Setting<Boolean> ISOLATION = Setting.wish(
            "isolation",
            Topic.USE,
            "isolation from other tenants",
            new ValueKind.YesNo(),
            "Whether tenants share a GPU and need steady latency or isolation.");

    public static final Setting<Boolean> ENCODES_VIDEO = Setting.wish(
            "encodes-video",
            Topic.USE,
            "encoding of video",
            new ValueKind.YesNo(),
            "Whether the machines write video streams.");

    public static final Setting<Boolean> CONTAINERS = Setting.wish(
            "containers",
            Topic.USE,
            "containers in the guest",
            new ValueKind.YesNo(),
            "Whether the machines run containers.");

    public static final Setting<Boolean> NIM =
            Setting.wish("nim", Topic.USE, "NVIDIA NIM", new ValueKind.YesNo(), "Whether NIM serves the models.");

    public static final Setting<Boolean> AGENTIC = Setting.wish(
            "agentic",
            Topic.USE,
            "sessions of agents",
            new ValueKind.YesNo(),
            "Whether agents are served, whose sessions stay for a whole task.");

    public static final Setting<Integer> SESSION_TOKENS = Setting.of(
            "session-tokens",
            Topic.USE,
            "the tokens of a session",
            new ValueKind.Whole(1, 100000000, "tokens"),
            "The whole transcript of a task with its thoughts and tools.");

    public static final Setting<Integer> FULL_CONTEXT_USERS = Setting.wish(
            "full-context-users",
            Topic.USE,
            "users with the full context",
            new ValueKind.Whole(1, 1000000, "users"),
            "How many must be served when all of them are at the limit.");

    public static final Setting<Integer> PRETRAINING = Setting.wish(
            "pretraining-hours",
            Topic.USE,
            "GPU hours of a training from nothing",
            new ValueKind.Whole(1, 100000000, "h"),
            "What the customer counts with for a model like Llama 2 with 13 billion parameters.");

    public static final Setting<Boolean> SELF_SERVICE = Setting.wish(
            "self-service",
            Topic.USE,
            "choice of profile by the users",
            new ValueKind.YesNo(),
            "Whether users choose among the profiles.");

    public static final Setting<Picked<Software>> SOFTWARE = Setting.wish(
            "software",
            Topic.USE,
            "software",
            new ValueKind.Several<>(Software.class),
            "What the machines run; the software sheet says what each needs. GPUDirect and NIM have settings of their own.");

    public static final Setting<Integer> DECODED_STREAMS = Setting.wish(
            "decoded-streams",
            Topic.USE,
            "video streams that are read",
            new ValueKind.Whole(1, 100000, "streams"),
            "How many each machine decodes at a time, as DeepStream does.");

    public static final Setting<ModelRepository> MODEL_REPOSITORY = Setting.wish(
            "model-repository",
            Topic.USE,
            "the model repository",
            new ValueKind.Choice<>(ModelRepository.class),
            "Where Triton reads its models.");

    public static final Setting<Integer> MODEL_REPOSITORY_SIZE = Setting.wish(
            "model-repository-size",
            Topic.USE,
            "the size of the model repository",
            new ValueKind.Whole(1, 10000000, "GB"),
            "All models and versions that Triton keeps, not only those that are loaded.");

    private UseSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                SOFTWARE,
                MODEL_REPOSITORY,
                MODEL_REPOSITORY_SIZE,
                DECODED_STREAMS,
                ISOLATION,
                ENCODES_VIDEO,
                CONTAINERS,
                NIM,
                AGENTIC,
                SESSION_TOKENS,
                FULL_CONTEXT_USERS,
                PRETRAINING,
                SELF_SERVICE);
    }
}
