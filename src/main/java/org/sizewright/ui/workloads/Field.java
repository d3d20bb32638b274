package org.sizewright.ui.workloads;

/** The names of the fields, by which notes find them. They are also the ids of the controls. */
final class Field {
    static final String MODEL = "model";
    static final String WEIGHTS = "weights";
    static final String KV_CACHE = "kvCache";
    static final String CONTEXT = "context";
    static final String CONCURRENCY = "concurrency";
    static final String DEGREE = "degree";
    static final String ENGINE = "engine";
    static final String UTILISATION = "utilisation";
    static final String SEQUENCES = "sequences";
    static final String BATCHED = "batched";
    static final String BLOCK = "block";
    static final String POOL = "pool";
    static final String PRECISION = "precision";
    static final String SLICE = "slice";
    static final String PIPELINE = "pipeline";
    static final String EXPERT = "expert";
    /** In each row of the kinds of requests, before its number. */
    static final String KIND_NAME = "kind-name";

    static final String KIND_INPUT = "kind-input";
    static final String KIND_OUTPUT = "kind-output";
    static final String VCPU = "vcpu";
    static final String MEMORY = "memory";
    static final String SURVIVAL = "survival";
    static final String LABELS = "labels";
    static final String WINDOWS = "windows";
    static final String GROWTH = "growth";
    static final String SHARING = "sharing";
    static final String COUNT = "count";
    static final String GPU_MEMORY = "gpuMemory";
    static final String PROFILE = "profile";
    static final String VGPUS = "vgpus";
    static final String GPUS = "gpus";
    static final String FURTHER = "further";
    static final String ACCESS = "access";
    static final String JOINED = "joined";
    static final String RDMA = "rdma";

    private Field() {}
}
