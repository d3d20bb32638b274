package org.sizewright.rules.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sizewright.library.LibraryReader;
import org.sizewright.plan.Plan;

/**
 * Systems that a build sheet for accelerated platforms deals with, one test each: changing what the plan says of it changes what comes
 * out, in findings, sheets of the workbook or files for tools.
 */
class SystemsTest {
    private static final Map<String, Plan> PLANS = SoundPlans.all();
    private static final Map<String, Output> SOUND = new HashMap<>();

    /**
     * @param part findings, the id of a sheet, or {@code files:} with a word of their path
     * @param gained words that stand there more often than before; empty where numbers change
     */
    private static void turns(String name, String change, String part, String gained) {
        Plan plan = PLANS.get(name);
        if (plan == null) {
            throw new IllegalArgumentException("no plan " + name);
        }
        String before = part(SOUND.computeIfAbsent(name, ignored -> Output.of(plan)), part);
        String after = part(Output.of(Change.of(plan, change)), part);
        assertThat(after).as(change).isNotEqualTo(before).contains(gained);
        if (!gained.isEmpty()) {
            assertThat(count(after, gained)).as(before).isGreaterThan(count(before, gained));
        }
    }

    private static int count(String text, String word) {
        return text.split(Pattern.quote(word), -1).length - 1;
    }

    private static String part(Output output, String part) {
        return part.equals("findings")
                ? output.findings()
                : part.startsWith("files:") ? output.files(part.substring(6)) : output.sheet(part);
    }

    /** Qualified Server Catalog. */
    @Test
    void qualifiedServerCatalog() {
        turns("private ai", "/options/a/clusters/c1/groups/g1/server=hpe/crayxd670/h100-sxm", "bom", "Cray XD670");
        turns(
                "time-sliced",
                "/options/a/clusters/c1/groups/g1/gpusPerHost=5",
                "findings",
                "takes at most 4 of this GPU");
    }

    /** Qualified, NGC-Ready, NVIDIA-Certified. */
    @Test
    void validationType() {
        turns(
                "private ai",
                "/options/a/clusters/c1/groups/g1/server=hpe/crayxd670/h100-sxm",
                "findings",
                "HOST-002 WARNING");
    }

    /** Certified Systems: data center or edge. */
    @Test
    void dataCenterOrEdge() {
        turns("vgpu", "site-class=", "findings", "HOST-003 OPEN_ITEM");
        turns(
                "time-sliced",
                "/options/a/clusters/c1/groups/g1/server=inventedsystems/edgel40s/l40s-pcie",
                "findings",
                "was tested as an edge system");
    }

    /** GPU-ready node, power cables. */
    @Test
    void gpuReadyNodesAndPowerCables() {
        turns("existing", "gpu-ready=no", "findings", "HOST-004 ERROR");
        turns("vgpu", "/options/a/clusters/c1/groups/g1/count=4", "findings", "24 power cables for 32 cards");
        turns("time-sliced", "/options/a/clusters/c1/groups/g1/count=4", "bom", "| 16 | cable");
    }

    /** NVIDIA AI Enterprise. */
    @Test
    void aiEnterprise() {
        turns("vgpu", "ai-enterprise=8.1", "findings", "NVIDIA AI Enterprise 8.1 is built on vGPU 20");
        turns("time-sliced", "/options/a/clusters/c1/groups/g1/count=4", "licences", "16");
    }

    /** ESXi, vCenter. */
    @Test
    void esxiAndVcenter() {
        turns("passthrough", "vsphere=7.0U3", "vm-settings", "19");
        turns("rdma", "vsphere=8.0U1", "findings", "MGPU-008 ERROR");
    }

    /** DirectPath I/O. */
    @Test
    void staticDirectPath() {
        turns("passthrough", "/options/a/assignments/w1/access=DIRECTPATH", "findings", "MODE-001 ERROR");
        turns("passthrough", "/options/a/assignments/w1/access=DIRECTPATH", "vm-settings", "");
    }

    /** Dynamic DirectPath I/O, Assignable Hardware, labels. */
    @Test
    void dynamicDirectPath() {
        turns("rdma", "/options/a/assignments/w1/access=DYNAMIC_DIRECTPATH", "files:vmx", "allowedDevices");
        turns("passthrough", "device-label=no", "findings", "MODE-003 NOTE");
    }

    /** NVIDIA vGPU, Virtual GPU Manager. */
    @Test
    void vgpuAndItsManager() {
        turns("time-sliced", "/options/a/assignments/w2/profile=L40S-12C", "vms", "L40S-12C");
        turns("vgpu", "guest-release=20.1", "findings", "DRV-004 ERROR");
    }

    /** MIG. */
    @Test
    void mig() {
        turns("mig", "/options/a/assignments/w3/profile=4g.40gb", "placement", "4g.40gb");
        turns("mig", "/options/a/assignments/w3/profile=4g.40gb", "files:mig-parted", "4g.40gb");
    }

    /** vSGA, Shared Direct. */
    @Test
    void graphicsModes() {
        turns("vgpu", "graphics-type=SHARED", "findings", "ESX-001 ERROR");
        turns(
                "passthrough",
                "/options/a/assignments/w1/access=VGPU;/options/a/assignments/w2/access=VGPU",
                "files:esxi",
                "SharedPassthru");
    }

    /** DRS, HA, maintenance mode, vMotion. */
    @Test
    void drsHaMaintenanceVmotion() {
        turns("time-sliced", "/workloads/w1/count=22", "failures", "no");
        turns("time-sliced", "/options/a/clusters/c1/vmotionGbps=1", "maintenance", "220");
        turns("vgpu", "load-balancing=yes", "findings", "MODE-004 WARNING");
    }

    /** vLCM image or manual installation. */
    @Test
    void imageOrByHand() {
        turns("vgpu", "driver-install=MANUAL;reboot-planned=no", "findings", "no restart is planned");
    }

    /** VM hardware, EFI, MMIO, memory reservation. */
    @Test
    void machineHardware() {
        turns("vgpu", "w1:hardware-version=19", "vm-settings", "19");
        turns("vgpu", "/options/a/assignments/w1/tensorParallel=4", "files:vmx/model-w1", "2048");
        turns("vgpu", "w1:memory-reserved=50", "findings", "VM-003 ERROR");
    }

    /** VCF workload domain. */
    @Test
    void workloadDomain() {
        turns("passthrough", "gpu-domain=MANAGEMENT", "findings", "PLAT-001 WARNING");
    }

    /** vSphere Kubernetes, namespaces, VM classes, VM Service. */
    @Test
    void vsphereKubernetes() {
        turns("vsphere kubernetes", "/workloads/w1/vm/vcpu=20", "files:virtual-machine-classes", "cpus: 20");
        turns("vsphere kubernetes", "class-device=no", "findings", "K8S-009 ERROR");
    }

    /** Red Hat OpenShift. */
    @Test
    void openShift() {
        turns("vsphere kubernetes", "/options/a/platform=OPENSHIFT", "files:openshift", "ClusterPolicy");
        turns("openshift on vsphere", "w1:firmware=BIOS", "findings", "K8S-013 ERROR");
    }

    /** Supervisor, content library, Ubuntu image. */
    @Test
    void supervisorAndContentLibrary() {
        turns("vsphere kubernetes", "content-library=no", "findings", "K8S-011 WARNING");
    }

    /** GPU Operator. */
    @Test
    void gpuOperator() {
        turns("vsphere kubernetes", "gpu-operator=24.9", "findings", "K8S-005 WARNING");
    }

    /** Network Operator. */
    @Test
    void networkOperator() {
        turns(
                "vsphere kubernetes",
                "network-operator=no;/options/a/assignments/w1/rdma=true",
                "findings",
                "K8S-007 ERROR");
    }

    /** NFD operator. */
    @Test
    void nodeFeatureDiscovery() {
        turns("openshift on vsphere", "feature-discovery=no", "findings", "K8S-006 ERROR");
        turns("vsphere kubernetes", "/options/a/platform=OPENSHIFT", "files:openshift", "nfd");
    }

    /** Helm repositories. */
    @Test
    void helmRepositories() {
        turns("vsphere kubernetes", "operator-source=NVIDIA", "findings", "helm.ngc.nvidia.com/nvidia");
    }

    /** GPUDirect RDMA. */
    @Test
    void gpuDirectRdma() {
        turns("private ai", "/options/a/assignments/w1/rdma=true", "files:vmx/model-w1", "allowP2P");
        turns("rdma", "nic-with-gpu=no", "findings", "NET-001 ERROR");
    }

    /** NCCL in the exchange of gradients. */
    @Test
    void allReduce() {
        turns("rdma", "step-seconds=0.001", "findings", "Exchanging the gradients");
    }

    /** BlueField, ConnectX. */
    @Test
    void networkAdapters() {
        turns("rdma", "nic-model=OTHER", "findings", "NET-003 ERROR");
    }

    /** GPUDirect Storage. */
    @Test
    void gpuDirectStorage() {
        turns("rdma", "gds-storage=OTHER", "findings", "reads from local NVMe or from NFS");
    }

    /** NVMe SNAP. */
    @Test
    void nvmeSnap() {
        turns("vgpu", "nvme-snap=yes", "findings", "NET-015 ERROR");
    }

    /** DeepStream asks for encoders. */
    @Test
    void encodersForVideo() {
        turns("time-sliced", "w1:encodes-video=yes", "findings", "PROF-013 ERROR");
    }

    /** CLS. */
    @Test
    void cloudLicenceService() {
        turns("vgpu", "ports-open=no", "findings", "NET-012 ERROR");
        turns("mig", "licence-service=CLS", "findings", "LIC-005 ERROR");
        turns("mig", "licence-service=CLS", "files:firewall", "api.cls.licensing.nvidia.com");
    }

    /** DLS. */
    @Test
    void ownLicenceService() {
        turns("mig", "dls-nodes=1", "findings", "LIC-007 WARNING");
        turns("vgpu", "licence-service=DLS", "files:firewall", "8082");
    }

    /** Node-locked licences. */
    @Test
    void nodeLockedLicences() {
        turns(
                "mig",
                "licence-service=NODE_LOCKED;vgpu-release=14.4;guest-release=14.4",
                "findings",
                "Licences in files came with vGPU 15.0");
    }

    /** PAK id, entitlement. */
    @Test
    void activationKey() {
        turns("vgpu", "activation-key=ABC", "findings", "LIC-009 NOTE");
    }

    /** Model size and precision. */
    @Test
    void modelSizeAndPrecision() {
        turns("blackwell", "/workloads/w1/weights=bf16", "findings", "LLM-001 ERROR");
        turns("vgpu", "/workloads/w1/weights=bf16", "models", "");
    }

    /** Llama 2 and other presets. */
    @Test
    void modelPresets() {
        turns(
                "retrieval",
                "/workloads/w2/model=meta-llama/Llama-2-13b-hf;/workloads/w2/contextTokens=4096",
                "models",
                "");
        turns(
                "retrieval",
                "/workloads/w2/model=openai-community/gpt2-xl;/workloads/w2/contextTokens=1024",
                "models",
                "");
    }

    /** Tokens, embeddings, vectors. */
    @Test
    void tokensAndVectors() {
        turns("blackwell", "/workloads/w1/contextTokens=131072", "findings", "LLM-002 ERROR");
        turns("retrieval", "/workloads/w1/store/element=int8", "sizing", "");
    }

    /** Adapters, LoRA, QLoRA and others. */
    @Test
    void tuningMethods() {
        turns("passthrough", "/workloads/w2/method/id=ia3;/workloads/w2/method/rank=-", "sizing", "");
        turns("passthrough", "/workloads/w2/method/id=p-tuning", "sizing", "");
    }

    /** Full fine-tuning. */
    @Test
    void fullFineTuning() {
        turns("passthrough", "/workloads/w2/method/id=full;/workloads/w2/method/rank=-", "sizing", "");
    }

    /** RLHF and reward model. */
    @Test
    void reinforcementLearning() {
        turns("bare metal", "/workloads/w1/goal/objective=ppo", "sizing", "");
    }

    /** RAG, vector database. */
    @Test
    void retrievalAugmentedGeneration() {
        turns("retrieval", "/workloads/w1/store/replicas=2", "vms", "2");
        turns("retrieval", "/options/a/assignments/w1/profile=-", "findings", "LLM-007 WARNING");
    }

    /** Guardrails take a model of their own. */
    @Test
    void guardrails() {
        turns(
                "retrieval",
                "/workloads/w1/guardrail={\"model\":\"meta-llama/Llama-3.1-8B-Instruct\",\"weights\":\"fp16\",\"tokensPerSecond\":20000}",
                "sizing",
                "");
    }

    /** What is only explained. */
    @Test
    void wordsOfServing() {
        assertThat(LibraryReader.bundled().library().glossary().stream()
                        .map(term -> term.toString().toLowerCase(Locale.ROOT)))
                .satisfies(terms -> {
                    for (String word : List.of("hallucination", "prompt", "guardrails")) {
                        assertThat(terms).as(word).anyMatch(term -> term.contains(word));
                    }
                });
    }
}
