package org.sizewright.library;

import java.util.Optional;

/** The kinds of records, with the word and the file name that they have in a library folder. */
public enum RecordKind {
    SOURCE("sources", "sources.json"),
    GPU("gpus", "gpus.json"),
    MIG_PROFILES("migProfiles", "mig-profiles.json"),
    VGPU_TYPE("vgpuTypes", "vgpu-types.json"),
    MODEL_FAMILY("modelFamilies", "model-families.json"),
    MODEL("models", "models.json"),
    NUMBER_FORMAT("numberFormats", "number-formats.json"),
    GGUF_TYPE("ggufTypes", "gguf-types.json"),
    GGUF_MIX("ggufMixes", "gguf-mixes.json"),
    ENGINE("engines", "engines.json"),
    GENERATION_STACK("generationStacks", "generation-stacks.json"),
    ACCURACY_BAND("accuracyBands", "accuracy-bands.json"),
    THROUGHPUT_MODEL("throughputModels", "throughput-models.json"),
    OPTIMISER("optimisers", "optimisers.json"),
    TUNING_METHOD("tuningMethods", "tuning-methods.json"),
    TRAINING_STACK("trainingStacks", "training-stacks.json"),
    TRAINING_OBJECTIVE("trainingObjectives", "training-objectives.json"),
    CHASSIS("chassis", "chassis.json"),
    VGPU_RELEASE("vgpuReleases", "vgpu-releases.json"),
    DRIVER_BRANCH("driverBranches", "driver-branches.json"),
    AI_ENTERPRISE_RELEASE("aiEnterpriseReleases", "ai-enterprise-releases.json"),
    GPU_SUPPORT("gpuSupport", "gpu-support.json"),
    HYPERVISOR("hypervisors", "hypervisors.json"),
    LICENCE_SERVER("licenceServers", "licence-servers.json"),
    STATEMENT("statements", "statements.json"),
    MIXED_PLACEMENTS("mixedPlacements", "mixed-placements.json"),
    MIG_GEOMETRY("migGeometries", "mig-geometries.json"),
    KNOWN_CONTRADICTION("knownContradictions", "known-contradictions.json"),
    VECTOR_INDEX("vectorIndexes", "vector-indexes.json"),
    VECTOR_ELEMENT("vectorElements", "vector-elements.json"),
    RETRIEVAL_PRESET("retrievalPresets", "retrieval-presets.json"),
    PRICE("prices", "prices.json"),
    LOAD_PRESET("loadPresets", "load-presets.json"),
    VMOTION_STUN("vmotionStuns", "vmotion-stuns.json"),
    ACCESS_FUNCTION("accessFunctions", "access-modes.json"),
    HAND_OVER_FORMAT("handOverFormats", "hand-over-formats.json"),
    NETWORK_PORT("networkPorts", "ports.json"),
    HOST_COMMAND("hostCommands", "commands.json"),
    SOFTWARE("software", "software.json"),
    SERVICE("services", "services.json"),
    LICENCE_METRIC("licenceMetrics", "licence-metrics.json"),
    RULE("rules", "rules.json"),
    CHECKLIST_STEP("checklistSteps", "checklist-steps.json"),
    GLOSSARY_TERM("glossary", "glossary.json");

    private final String word;
    private final String fileName;

    RecordKind(String word, String fileName) {
        this.word = word;
        this.fileName = fileName;
    }

    /** The {@code kind} that files state. */
    public String word() {
        return word;
    }

    public String fileName() {
        return fileName;
    }

    public static Optional<RecordKind> parse(String word) {
        for (RecordKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
