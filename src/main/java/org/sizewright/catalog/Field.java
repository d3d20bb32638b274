package org.sizewright.catalog;

import java.util.Arrays;
import java.util.Optional;

/** What a column of a server list can hold. */
public enum Field {
    VENDOR("vendor"),
    MODEL("model"),
    GPU("gpu"),
    GPU_FORM("gpuForm"),
    CPU("cpu"),
    MAX_GPU("maxGpu"),
    MAX_CPU("maxCpu"),
    VALIDATION("validation"),
    SYSTEM_CLASS("class"),
    NVLINK_BRIDGE("nvlinkBridge"),
    NVAIE("nvaie"),
    NIC("nic"),
    ZERO_TRUST("zeroTrust");

    private final String id;

    Field(String id) {
        this.id = id;
    }

    /** The name in the library's file of column names. */
    String id() {
        return id;
    }

    static Optional<Field> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }

    /** Yes or no columns; blank means not stated. */
    boolean isFlag() {
        return this == NVLINK_BRIDGE || this == NVAIE || this == ZERO_TRUST;
    }
}
