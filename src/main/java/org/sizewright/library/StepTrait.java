package org.sizewright.library;

import java.util.Optional;

/** What a plan, or a part of it, can be like, as far as checklists ask for it. */
public enum StepTrait {
    VSPHERE_KUBERNETES("vsphere-kubernetes"),
    OPENSHIFT("openshift"),
    /** OpenShift, and nobody stated what it runs on. */
    OPENSHIFT_ON_UNKNOWN("openshift-on-unknown"),
    BARE_METAL("bare-metal"),
    /** Machines run on ESXi hosts. */
    ESXI("esxi"),
    KUBERNETES("kubernetes"),
    AIR_GAPPED("air-gapped"),
    /** VMware Cloud Foundation. */
    CLOUD_FOUNDATION("cloud-foundation"),
    /** VMware Private AI Foundation. */
    PRIVATE_AI("private-ai"),

    /** GPUs reach machines as vGPUs. */
    VGPU("vgpu"),
    /** GPUs belong to machines as they are. */
    PASSTHROUGH("passthrough"),
    DYNAMIC_DIRECTPATH("dynamic-directpath"),
    STATIC_DIRECTPATH("static-directpath"),
    MIG("mig"),
    TIME_SLICED("time-sliced"),
    /** Time-sliced vGPUs of several sizes on one GPU. */
    MIXED_SIZE("mixed-size"),
    /** Machines with several GPUs that links join. */
    DEVICE_GROUP("device-group"),
    /** GPUDirect RDMA. */
    RDMA("rdma"),
    /** RDMA over something that is not stated to be InfiniBand. */
    ROCE("roce"),
    GPUDIRECT_STORAGE("gpudirect-storage"),
    /** A setting of 64-bit MMIO is needed. */
    MMIO("mmio"),
    /** Machines that take more than half a socket. */
    WIDE_MACHINES("wide-machines"),
    WINDOWS("windows"),
    /** Pods share GPUs by time slices of the operator. */
    POD_TIME_SLICES("pod-time-slices"),
    /** Pods get MIG instances. */
    POD_MIG("pod-mig"),

    /** NVIDIA AI Enterprise is used; vGPU for compute cannot do without. */
    AI_ENTERPRISE("ai-enterprise"),
    /** The licence service of the cloud. */
    CLOUD_LICENCES("cloud-licences"),
    /** An own licence service. */
    OWN_LICENCES("own-licences"),
    /** An own licence service that is not stated to be a single node. */
    LICENCE_PAIR("licence-pair"),
    /** Licences in files on the nodes. */
    NODE_LICENCES("node-licences"),
    /** vGPUs, and nobody stated where their licences come from. */
    LICENCES_OPEN("licences-open"),

    /** An image of the cluster brings the host driver. */
    IMAGE("image"),
    /** The host driver is put in by hand. */
    BY_HAND("by-hand"),
    NEW_HOSTS("new-hosts"),
    /** GPUs are added to hosts that are there. */
    RETROFIT("retrofit"),
    INTEL("intel"),
    AMD("amd"),
    CPU_UNKNOWN("cpu-unknown"),
    /** vGPUs are virtual functions of the card. */
    SR_IOV("sr-iov"),
    /** The GPU has no room below 4 GB. */
    ABOVE_4G("above-4g"),
    /** GPUs that go into slots. */
    CARDS("cards"),
    /** Cards that bridges may join. */
    BRIDGES("bridges"),
    /** GPUs without a fan. */
    PASSIVE("passive"),

    /** Some host may fail. */
    HIGH_AVAILABILITY("high-availability"),
    /** Machines with vGPUs are to move while they run. */
    LIVE_MIGRATION("live-migration"),
    /** The release that follows is too far from the present one to pair with its guests. */
    UPGRADE_FAR("upgrade-far");

    private final String word;

    StepTrait(String word) {
        this.word = word;
    }

    /** What files call it. */
    public String word() {
        return word;
    }

    static Optional<StepTrait> parse(String word) {
        for (StepTrait trait : values()) {
            if (trait.word.equals(word)) {
                return Optional.of(trait);
            }
        }
        return Optional.empty();
    }
}
