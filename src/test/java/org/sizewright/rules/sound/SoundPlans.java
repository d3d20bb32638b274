package org.sizewright.rules.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sizewright.ExistingHostPlans;
import org.sizewright.FineTunings;
import org.sizewright.Retrievals;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Survival;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WorkloadId;
import org.sizewright.quantity.Watts;

/** Plans as a careful architect leaves them: everything that rules ask for is stated, and stated well. */
final class SoundPlans {
    static final String LLAMA_8B = "meta-llama/Llama-3.1-8B-Instruct";
    static final String LLAMA_70B = "meta-llama/Llama-3.3-70B-Instruct";
    static final ClusterId CLUSTER = ClusterId.of("c1");

    static final List<String> HOSTS = List.of(
            "bios-iommu=yes",
            "bios-sr-iov=yes",
            "bios-above-4g=yes",
            "bios-sub-numa=no",
            "bios-high-performance=yes",
            "site-class=DATA_CENTER",
            "memory-channels=8",
            "dimms=32",
            "vector-extensions=yes",
            "base-clock=2.4",
            "boot-device=M2",
            "ecc=yes",
            "power-supplies=8",
            "spare-supplies=4",
            "supply-watts=3200",
            "system-drives=2",
            "data-nvme=15.36",
            "airflow=yes",
            "north-south-links=2",
            "out-of-band=yes");

    static final List<String> LICENCES = List.of(
            "uses-ai-enterprise=yes",
            "ai-enterprise=7.5",
            "licence-product=AI_ENTERPRISE",
            "licence-service=CLS",
            "activation-key=ABCDEFGHIJ0123456789KLMNOPQRST",
            "ports-open=yes");

    static final List<String> OWN_SERVICE = List.of(
            "licence-service=DLS",
            "dls-version=3.6.1",
            "dls-nodes=2",
            "dls-all-dls=yes",
            "dls-vcpu=4",
            "dls-memory=8",
            "dls-disk=15",
            "dls-address=yes",
            "dls-on-gpu-cluster=ELSEWHERE");

    static final List<String> VSPHERE = List.of(
            "vsphere=8.0U3",
            "edition=VSPHERE_FOUNDATION",
            "on-compatibility-guide=yes",
            "drs-level=PARTIAL",
            "guest-os=UBUNTU_22_04",
            "secure-boot=no",
            "gpu-on-node=yes",
            "device-node=yes");

    static final List<String> VGPU = List.of(
            "vgpu-release=19.5",
            "guest-release=19.5",
            "host-component=AI_ENTERPRISE",
            "driver-install=IMAGE",
            "auto-evacuation=yes",
            "graphics-type=SHARED_DIRECT",
            "type-at-install=BASIC",
            "host-driver=yes",
            "scheduler=BEST_EFFORT");

    static final List<String> PASSTHROUGH = List.of(
            "graphics-type=SHARED",
            "host-driver=no",
            "data-center-driver=580.105.08",
            "device-label=yes",
            "label-asked=yes");

    static final List<String> OPERATOR =
            List.of("gpu-operator=26.7.0", "container-runtime=CONTAINERD", "runtime-version=2.1", "pod-sharing=NONE");

    private SoundPlans() {}

    static Map<String, Plan> all() {
        Map<String, Plan> all = new TreeMap<>();
        for (Draft draft : List.of(
                vgpu(),
                timeSliced(),
                passthrough(),
                onePassedThrough(),
                mig(),
                mixedSizes(),
                foundation(),
                kubernetes(),
                openShift(),
                openShiftWithout(),
                rdma(),
                bareMetal(),
                blackwell(),
                retrieval(),
                labelled(),
                twoWays(),
                video(),
                boards(),
                existing(),
                edge(),
                older(),
                oldest())) {
            Plan plan = draft.toPlan();
            all.put(plan.header().title(), plan);
        }
        all.putAll(FurtherSoundPlans.all());
        return all;
    }

    static Draft draft(String name, Platform platform) {
        return new Draft(name, platform).state(HOSTS);
    }

    static Draft vsphere(String name) {
        return draft(name, Platform.VSPHERE);
    }

    /** A language model on joined full-size vGPUs and notebooks beside it; machines move while they run. */
    private static Draft vgpu() {
        return vsphere("vgpu")
                .hosts("cisco/ucsc845am8/h200-nvl", "h200-nvl", 8, 3, 64, 2560)
                .vmotion(100)
                .llm(LLAMA_70B, "fp8", 2, 8192, 60, 32, 384)
                .sliced(8, 30, "H200-35C", 8, 64)
                .sliced(4, 14, "H200-17C", 4, 32)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "gpus-at-first-socket=4",
                        "bridge=FOUR_WAY",
                        "bridged-at-one-socket=yes",
                        "room-for-bridges=yes",
                        "power-cables=24",
                        "ai-enterprise-licences=0",
                        "vmotion=yes",
                        "hot-migrate=yes",
                        "stun-limit=300");
    }

    /** Notebooks of two sizes that users choose from. */
    private static Draft timeSliced() {
        return vsphere("time-sliced")
                .hosts("dell-technologies/poweredger760xa/l40s-pcie", "l40s", 4, 3, 32, 1024)
                .vmotion(25)
                .sliced(12, 13, "L40S-16C", 8, 64)
                .sliced(4, 7, "L40S-8C", 4, 32)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state("vsphere=8.0 Update 3", "licence-service=NODE_LOCKED")
                .state(
                        "gpus-at-first-socket=2",
                        "power-cables=12",
                        "ai-enterprise-licences=12",
                        "self-service=yes",
                        "vmotion=yes",
                        "hot-migrate=yes",
                        "snapshots=yes",
                        "suspend=yes",
                        "stun-limit=100");
    }

    /** A GPU each that is passed through to a model and to a run, by labels. */
    private static Draft passthrough() {
        Draft draft = vsphere("passthrough")
                .hosts("dell-technologies/poweredger760xa/h100-pcie", "h100-pcie-80", 4, 3, 32, 1024)
                .llm(LLAMA_8B, "bf16", 1, 8192, 20, 16, 128)
                .access(GpuAccess.DYNAMIC_DIRECTPATH);
        WorkloadId id = draft.next();
        return draft.add(
                        FineTunings.lora()
                                .withId(id)
                                .withName("Tuning")
                                .withVm(new VmShape(16, 192))
                                .withSurvival(Survival.MUST_RESTART),
                        Assignment.of(id, CLUSTER))
                .access(GpuAccess.DYNAMIC_DIRECTPATH)
                .state(VSPHERE)
                .state(PASSTHROUGH)
                .state(LICENCES)
                .state(
                        "vsphere=9.0.1",
                        "edition=VCF",
                        "gpu-domain=OWN",
                        "gpus-at-first-socket=2",
                        "bridge=NONE",
                        "power-cables=12",
                        "nim=yes",
                        "auto-evacuation=no",
                        "ai-enterprise-licences=0");
    }

    /** One host whose GPU is tied to its machine, which may stay down. */
    private static Draft onePassedThrough() {
        return vsphere("one passed through")
                .hosts("cisco/ucsc245m8/l40s-pcie", "l40s", 2, 1, 32, 512)
                .withoutFailover()
                .llm(LLAMA_8B, "bf16", 1, 4096, 8, 16, 128)
                .access(GpuAccess.DIRECTPATH)
                .survival(Survival.MAY_STAY_DOWN)
                .state(VSPHERE)
                .state(PASSTHROUGH)
                .state("vsphere=7.0U3", "edition=VSPHERE_STANDARD", "power-cables=4");
    }

    /** Tenants kept apart, without the internet. */
    private static Draft mig() {
        return vsphere("mig")
                .airGapped()
                .hosts("lenovo/sr670v2/a100-pcie-80", "a100-pcie-80", 4, 3, 32, 1024)
                .mig(14, 9, "1g.10gb", 4, 32)
                .mig(4, 18, "2g.20gb", 8, 64)
                .mig(2, 36, "3g.40gb", 8, 64)
                .sliced(2, 18, "A100D-20C", 8, 64)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(OWN_SERVICE)
                .state(
                        "w1:isolation=yes",
                        "w2:isolation=yes",
                        "gpus-at-first-socket=2",
                        "bridge=NONE",
                        "power-cables=12",
                        "ai-enterprise-licences=12");
    }

    /** Different sizes on one GPU. */
    private static Draft mixedSizes() {
        return vsphere("mixed sizes")
                .mixedSizes()
                .hosts("xfusion/fusionserverg5500v7/l40s-pcie", "l40s", 8, 2, 48, 1536)
                .sliced(6, 20, "L40S-24C", 8, 64)
                .sliced(6, 10, "L40S-12C", 4, 32)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "vsphere=8.0 U3",
                        "drs-level=FULL",
                        "scheduler=EQUAL_SHARE",
                        "gpus-at-first-socket=4",
                        "power-cables=16",
                        "ai-enterprise-licences=16");
    }

    /** Private AI Foundation on boards with NVSwitch. */
    private static Draft foundation() {
        return vsphere("private ai")
                .hosts("dell-technologies/poweredgexe9680/h100-sxm", "h100-sxm-80", 8, 3, 56, 3072)
                .vmotion(100)
                .llm(LLAMA_70B, "fp8", 4, 8192, 40, 48, 512)
                .llm(LLAMA_70B, "bf16", 4, 8192, 10, 48, 512)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "vsphere=9.0.1",
                        "edition=PRIVATE_AI_FOUNDATION",
                        "gpu-domain=OWN",
                        "edge-size=LARGE",
                        "supervisor-zones=1",
                        "paif-licences=yes",
                        "ai-enterprise-licences=24",
                        "nim=yes",
                        "vmotion=yes",
                        "hot-migrate=yes",
                        "stun-limit=300",
                        "pattern=2-8-9",
                        "nics=9",
                        "base-clock=2.1");
    }

    /** Workers of vSphere Kubernetes with a GPU each. */
    private static Draft kubernetes() {
        return draft("vsphere kubernetes", Platform.VSPHERE_KUBERNETES)
                .hosts("lenovo/thinksystemsr675v3/h100-nvl", "h100-nvl-94", 4, 3, 32, 1024)
                .llm(LLAMA_8B, "bf16", 1, 8192, 20, 16, 192)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(OPERATOR)
                .state(
                        "edition=VCF",
                        "gpu-domain=OWN",
                        "kubernetes-version=1.34",
                        "node-os=UBUNTU_22_04",
                        "operator-source=NVAIE",
                        "operator-driver=VGPU_GUEST",
                        "driver-registry=PRIVATE",
                        "host-driver-first=yes",
                        "token-form=SECRET",
                        "class-device=yes",
                        "class-reservation=100",
                        "content-library=yes",
                        "gpus-at-first-socket=2",
                        "bridge=NONE",
                        "power-cables=12",
                        "ai-enterprise-licences=0");
    }

    /** OpenShift in machines of vSphere. */
    private static Draft openShift() {
        return draft("openshift on vsphere", Platform.OPENSHIFT)
                .hosts("cisco/ucsc845am8/l40s-pcie", "l40s", 4, 3, 32, 1024)
                .sliced(6, 40, "L40S-48C", 16, 96)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(OPERATOR)
                .state(
                        "openshift-on=VSPHERE",
                        "openshift-version=4.20",
                        "node-os=RHCOS",
                        "guest-os=RHCOS",
                        "operator-source=NVIDIA",
                        "operator-driver=VGPU_GUEST",
                        "driver-registry=PRIVATE",
                        "host-driver-first=yes",
                        "token-form=SECRET",
                        "feature-discovery=yes",
                        "container-runtime=CRI_O",
                        "runtime-version=1.33",
                        "gpus-at-first-socket=2",
                        "power-cables=12",
                        "ai-enterprise-licences=12");
    }

    /** OpenShift without vSphere: a model on a board with NVSwitch, and MIG. */
    private static Draft openShiftWithout() {
        return draft("openshift on bare metal", Platform.OPENSHIFT)
                .hosts("cisco/ucsc885a/h200-sxm", "h200-sxm", 8, 2, 64, 2560)
                .llm(LLAMA_70B, "bf16", 4, 16384, 30, 48, 512)
                .mig(6, 30, "2g.35gb", 8, 64)
                .state(OPERATOR)
                .state(LICENCES)
                .state(
                        "openshift-on=BARE_METAL",
                        "openshift-version=4.22",
                        "node-os=RHCOS",
                        "operator-source=NVIDIA",
                        "operator-driver=DATA_CENTER",
                        "feature-discovery=yes",
                        "container-runtime=CRI_O",
                        "runtime-version=1.33",
                        "data-center-driver=580.105.08",
                        "guest-os=RHCOS",
                        "ai-enterprise-licences=16");
    }

    /** Training that spreads over hosts, with a card beside each GPU. */
    private static Draft rdma() {
        Draft draft = vsphere("rdma").hosts("cisco/ucsc885a/h200-sxm", "h200-sxm", 8, 3, 64, 2560);
        WorkloadId id = draft.next();
        return draft.add(
                        FineTunings.lora()
                                .withId(id)
                                .withName("Tuning")
                                .withVm(new VmShape(96, 1600))
                                .withSurvival(Survival.MUST_RESTART),
                        Assignment.of(id, CLUSTER).withTraining(TrainingLayout.data(16, Sharding.NONE)))
                .rdma()
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "vsphere=8.0U3",
                        "numa-nodes=2",
                        "nic-with-gpu=yes",
                        "nic-model=CONNECTX_7",
                        "roce=yes",
                        "fabric=ETHERNET",
                        "lossless=yes",
                        "gpu-bandwidth=400",
                        "step-seconds=20",
                        "pattern=2-8-9",
                        "nics=9",
                        "gpu-nics=8",
                        "gpudirect-storage=yes",
                        "gds-storage=LOCAL_NVME",
                        "open-modules=yes",
                        "ai-enterprise-licences=24");
    }

    /** Training over InfiniBand without a hypervisor. */
    private static Draft bareMetal() {
        Draft draft = draft("bare metal", Platform.BARE_METAL)
                .hosts("inventedsystems/boardb200/b200-sxm", "b200", 8, 2, 64, 4096)
                .withoutFailover();
        WorkloadId id = draft.next();
        return draft.add(
                        FineTunings.full()
                                .withId(id)
                                .withName("Training")
                                .withVm(new VmShape(96, 1536))
                                .withSurvival(Survival.MAY_STAY_DOWN),
                        Assignment.of(id, CLUSTER).withTraining(TrainingLayout.data(16, Sharding.ZERO_3)))
                .rdma()
                .state(
                        "data-center-driver=580.105.08",
                        "nic-with-gpu=yes",
                        "nic-model=CONNECTX_7",
                        "fabric=INFINIBAND",
                        "gpu-bandwidth=400",
                        "pattern=2-8-9",
                        "nics=9",
                        "gpu-nics=8",
                        "nvme-snap=yes",
                        "guest-os=UBUNTU_24_04");
    }

    /** Blackwell cards without NVLink. */
    private static Draft blackwell() {
        return vsphere("blackwell")
                .hosts(
                        "hpe/proliantcomputedl380agen12/rtx-pro-6000-blackwell-server-edition-pcie",
                        "rtx-pro-6000-se",
                        8,
                        3,
                        64,
                        2048)
                .llm(LLAMA_70B, "fp8", 1, 8192, 4, 16, 192)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "vsphere=9.0",
                        "vgpu-release=20.1",
                        "guest-release=19.5",
                        "ai-enterprise=8.1",
                        "edition=ENTERPRISE_PLUS",
                        "gpus-at-first-socket=4",
                        "power-cables=24",
                        "full-context-users=4",
                        "agentic=yes",
                        "session-tokens=8192",
                        "ai-enterprise-licences=24",
                        "pattern=2-8-5",
                        "nics=5");
    }

    /** Documents are searched: small models on parts of GPUs, a database beside them. */
    private static Draft retrieval() {
        Draft draft = vsphere("retrieval").hosts("dell-technologies/poweredger760xa/l40s-pcie", "l40s", 4, 3, 32, 1024);
        WorkloadId id = draft.next();
        return draft.add(Retrievals.plain(), Assignment.of(id, CLUSTER).withProfile(Optional.of("L40S-16C")))
                .llm(LLAMA_8B, "bf16", 1, 8192, 10, 16, 96)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state("guest-release=18.4", "gpus-at-first-socket=2", "power-cables=12", "ai-enterprise-licences=12");
    }

    /** Hosts of one cluster told apart by labels. */
    private static Draft labelled() {
        return vsphere("labelled")
                .hosts("dell-technologies/poweredger760xa/l40s-pcie", "l40s", 4, 2, 32, 1024)
                .labels("notebooks")
                .hosts("dell-technologies/poweredger760xa/l40s-pcie", "l40s", 4, 2, 32, 1024)
                .labels("models")
                .sliced(6, 20, "L40S-24C", 8, 64)
                .on("notebooks")
                .llm(LLAMA_8B, "bf16", 1, 8192, 10, 16, 96)
                .on("models")
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state("gpus-at-first-socket=2", "power-cables=8", "ai-enterprise-licences=16");
    }

    /** GPUs passed through on some hosts, vGPUs on others of the same kind, told apart by labels. */
    private static Draft twoWays() {
        return vsphere("two ways")
                .hosts("cisco/ucsc245m8/l40s-pcie", "l40s", 1, 2, 32, 512)
                .labels("whole")
                .hosts("cisco/ucsc245m8/l40s-pcie", "l40s", 1, 2, 32, 512)
                .labels("parts")
                .llm(LLAMA_8B, "bf16", 1, 8192, 10, 16, 96)
                .on("whole")
                .access(GpuAccess.DYNAMIC_DIRECTPATH)
                .sliced(2, 20, "L40S-24C", 8, 64)
                .on("parts")
                .state(VSPHERE)
                .state(VGPU)
                .state(PASSTHROUGH)
                .state(LICENCES)
                .state(
                        "g1:graphics-type=SHARED",
                        "g2:graphics-type=SHARED_DIRECT",
                        "g1:host-driver=no",
                        "g2:host-driver=yes",
                        "auto-evacuation=no",
                        "driver-install=MANUAL",
                        "reboot-planned=yes",
                        "power-cables=2",
                        "ai-enterprise-licences=4");
    }

    /** Video is written with profiles that have an encoder, models run beside it, on vSphere 8.0 U1. */
    private static Draft video() {
        return vsphere("video")
                .hosts("dell-technologies/poweredger760xa/l40s-pcie", "l40s", 4, 3, 32, 1024)
                .sliced(6, 20, "L40S-24C", 8, 64)
                .sliced(4, 20, "L40S-24Q", 8, 64)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "vsphere=8.0U1",
                        "w2:encodes-video=yes",
                        "gpus-at-first-socket=2",
                        "power-cables=12",
                        "ai-enterprise-licences=12");
    }

    /** Boards of four GPUs each. */
    private static Draft boards() {
        return vsphere("boards of four")
                .hosts("inventedsystems/cardsa16/a16-pcie", "a16", 16, 2, 48, 1024)
                .sliced(10, 14, "A16-16C", 4, 32)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state("gpus-at-first-socket=8", "power-cables=8", "ai-enterprise-licences=32");
    }

    /** Hosts that are there get GPUs. */
    private static Draft existing() {
        Plan plan = ExistingHostPlans.nordhafen();
        List<InventoryHost> hosts = plan.site().existingHosts();
        List<HostGroup> groups = plan.options().getFirst().clusters().getFirst().groups();
        return vsphere("existing")
                .there(new ArrayList<>(hosts))
                .group(groups.getFirst())
                .group(groups.getLast()
                        .withTyped(groups.getLast().typed().withBasePower(Optional.of(Watts.of(850))))
                        .withGpusPerHost(2)
                        .withCount(HostCount.of(2)))
                .vmotion(25)
                .sliced(14, 11, "L40S-12C", 6, 48)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "gpu-ready=yes",
                        "vmotion=yes",
                        "hot-migrate=yes",
                        "stun-limit=100",
                        "gpus-at-first-socket=1",
                        "power-cables=6",
                        "power-supplies=4",
                        "spare-supplies=2",
                        "ai-enterprise-licences=10");
    }

    /** Small hosts at an edge site. */
    private static Draft edge() {
        return vsphere("edge")
                .hosts("lenovo/thinkedgese360v2/l4-pcie", "l4", 2, 2, 1, 24, 256)
                .sliced(3, 10, "L4-12C", 4, 32)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "site-class=EDGE",
                        "edge-watts=400",
                        "dimms=8",
                        "power-supplies=2",
                        "spare-supplies=1",
                        "supply-watts=2400",
                        "ai-enterprise-licences=4");
    }

    /** vSphere 8.0 U1 with what was current then. */
    private static Draft older() {
        return vsphere("older")
                .at("2025-06-01")
                .hosts("inspur/nf5468m6/a40-pcie", "a40", 4, 2, 32, 768)
                .sliced(4, 20, "A40-24C", 8, 64)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "vsphere=8.0.1",
                        "vgpu-release=16.9",
                        "guest-release=16.8",
                        "ai-enterprise=4.5",
                        "gpus-at-first-socket=2",
                        "bridge=NONE",
                        "power-cables=8",
                        "ai-enterprise-licences=8");
    }

    /** vSphere 7 with GPUs that the newest drivers no longer know. */
    private static Draft oldest() {
        return vsphere("oldest")
                .at("2025-06-01")
                .hosts("inventedsystems/cardsv100/v100-pcie-32", "v100-pcie-32", 4, 2, 32, 768)
                .sliced(4, 14, "V100D-16C", 8, 64)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "vsphere=7.0 U3",
                        "edition=ENTERPRISE_PLUS",
                        "vgpu-release=17.6",
                        "guest-release=17.5",
                        "ai-enterprise=5.3",
                        "gpus-at-first-socket=2",
                        "power-cables=8",
                        "ai-enterprise-licences=8");
    }
}
