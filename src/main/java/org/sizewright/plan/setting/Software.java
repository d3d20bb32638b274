package org.sizewright.plan.setting;

import java.util.Locale;

/**
 * Software that can be ticked for a workload. What follows from another setting, such as GPUDirect RDMA or NVIDIA NIM, is not among
 * it.
 */
public enum Software implements Named {
    NCCL("NCCL"),
    UCX("UCX"),
    HPC_X("HPC-X"),
    NVSHMEM("NVSHMEM"),
    ASAP2("ASAP2"),
    DPDK("DPDK"),
    SHARP("SHARP"),
    MPI_TAG_MATCHING("MPI tag matching"),
    CUDNN("cuDNN"),
    TENSORRT("TensorRT"),
    RIVA("Riva"),
    DEEPSTREAM("DeepStream"),
    DALI("DALI"),
    RAPIDS("RAPIDS (cuDF)"),
    TAO("TAO Toolkit"),
    PYTORCH("PyTorch image"),
    TENSORFLOW("TensorFlow image"),
    TRITON("Triton Inference Server"),
    NEMO("NeMo framework"),
    NEMO_GUARDRAILS("NeMo Guardrails"),
    SEARCH_ENGINE("Search engine"),
    RAY("Ray");

    private final String title;

    Software(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /** Id of the record that says what it is and brings. */
    public String record() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
