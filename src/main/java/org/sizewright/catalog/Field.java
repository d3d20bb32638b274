package org.sizewright.catalog;

import java.util.Arrays;
import java.util.Optional;

/** What a column of a server list can hold. */
public enum Field {
    VENDOR("vendor", "vendor"),
    MODEL("model", "server model"),
    GPU("gpu", "GPU"),
    GPU_FORM("gpuForm", "GPU form factor"),
    CPU("cpu", "processor"),
    MAX_GPU("maxGpu", "GPUs per server"),
    MAX_CPU("maxCpu", "processors per server"),
    VALIDATION("validation", "validation"),
    SYSTEM_CLASS("class", "class"),
    NVLINK_BRIDGE("nvlinkBridge", "NVLink bridge"),
    NVAIE("nvaie", "NVIDIA AI Enterprise"),
    NIC("nic", "network devices"),
    ZERO_TRUST("zeroTrust", "zero trust");

    private final String id;
    private final String word;

    Field(String id, String word) {
        this.id = id;
        this.word = word;
    }

    /** What people call it. */
    public String word() {
        return word;
    }

    /** The name in files: the library's column names, remembered answers. */
    public String id() {
        return id;
    }

    /** The field of this name in files. */
    public static Optional<Field> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }

    /** Yes or no columns; blank means not stated. */
    boolean isFlag() {
        return this == NVLINK_BRIDGE || this == NVAIE || this == ZERO_TRUST;
    }
}
