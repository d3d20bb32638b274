package org.sizewright.rules.sound;

import static org.sizewright.rules.sound.SoundPlans.CLUSTER;
import static org.sizewright.rules.sound.SoundPlans.LICENCES;
import static org.sizewright.rules.sound.SoundPlans.LLAMA_70B;
import static org.sizewright.rules.sound.SoundPlans.LLAMA_8B;
import static org.sizewright.rules.sound.SoundPlans.OPERATOR;
import static org.sizewright.rules.sound.SoundPlans.OWN_SERVICE;
import static org.sizewright.rules.sound.SoundPlans.PASSTHROUGH;
import static org.sizewright.rules.sound.SoundPlans.VGPU;
import static org.sizewright.rules.sound.SoundPlans.VSPHERE;
import static org.sizewright.rules.sound.SoundPlans.draft;
import static org.sizewright.rules.sound.SoundPlans.vsphere;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sizewright.FineTunings;
import org.sizewright.Retrievals;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.Option;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Survival;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WorkloadId;

/** Sound plans beside those of {@link SoundPlans}: what else customers build. */
final class FurtherSoundPlans {
    private FurtherSoundPlans() {}

    static Map<String, Plan> all() {
        Map<String, Plan> all = new TreeMap<>();
        for (Draft draft : List.of(
                classroom(),
                workstations(),
                dynamicOnSeven(),
                trainingInOneHost(),
                closedKubernetes(),
                closedRetrieval(),
                migForTenants(),
                kubernetesOnHardware(),
                passedThroughOpenShift())) {
            Plan plan = draft.toPlan();
            all.put(plan.header().title(), plan);
        }
        all.put("two options", twoOptions());
        return all;
    }

    /** Notebooks of one size and nothing else, switched off at night. */
    private static Draft classroom() {
        return vsphere("classroom")
                .hosts("h3c/r5350g6/a30-pcie", "a30", 4, 4, 32, 512)
                .sliced(40, 5, "A30-6C", 4, 24)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "vsphere=8.0 Update 3",
                        "self-service=yes",
                        "gpus-at-first-socket=2",
                        "bridge=NONE",
                        "power-cables=16",
                        "ai-enterprise-licences=16");
    }

    /** Virtual workstations, which another licence carries. */
    private static Draft workstations() {
        return vsphere("workstations")
                .hosts("dell-technologies/poweredger760xa/l40s-pcie", "l40s", 4, 3, 32, 1024)
                .vmotion(25)
                .sliced(20, 11, "L40S-12Q", 8, 48)
                .state(VSPHERE)
                .state(VGPU)
                .state(
                        "licence-product=VWS",
                        "uses-ai-enterprise=no",
                        "licence-service=CLS",
                        "ports-open=yes",
                        "guest-os=WINDOWS_CLIENT",
                        "encodes-video=yes",
                        "vmotion=yes",
                        "hot-migrate=yes",
                        "stun-limit=100",
                        "gpus-at-first-socket=2",
                        "power-cables=12");
    }

    /** Models on GPUs that are passed through by labels on vSphere 7. */
    private static Draft dynamicOnSeven() {
        return vsphere("dynamic on seven")
                .at("2025-06-01")
                .hosts("lenovo/sr670v2/a100-pcie-80", "a100-pcie-80", 4, 3, 32, 1024)
                .llm(LLAMA_8B, "bf16", 1, 8192, 20, 16, 128)
                .access(GpuAccess.DYNAMIC_DIRECTPATH)
                .state(VSPHERE)
                .state(PASSTHROUGH)
                .state(
                        "vsphere=7.0 Update 3",
                        "edition=ENTERPRISE_PLUS",
                        "data-center-driver=550.163.01",
                        "uses-ai-enterprise=yes",
                        "ai-enterprise=5.3",
                        "licence-product=AI_ENTERPRISE",
                        "licence-service=NODE_LOCKED",
                        "activation-key=ABCDEFGHIJ0123456789KLMNOPQRST",
                        "bridge=NONE",
                        "auto-evacuation=no",
                        "gpus-at-first-socket=2",
                        "power-cables=12",
                        "ai-enterprise-licences=12");
    }

    /** Training within one HGX host on VCF 9, which may stay down. */
    private static Draft trainingInOneHost() {
        Draft draft = vsphere("training in one host")
                .hosts("cisco/ucsc885a/h200-sxm", "h200-sxm", 8, 2, 64, 2560)
                .withoutFailover();
        WorkloadId id = draft.next();
        return draft.add(
                        FineTunings.full()
                                .withId(id)
                                .withName("Training")
                                .withVm(new VmShape(96, 1536))
                                .withSurvival(Survival.MAY_STAY_DOWN),
                        Assignment.of(id, CLUSTER).withTraining(TrainingLayout.data(8, Sharding.ZERO_3)))
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "vsphere=VCF 9.0.1",
                        "edition=VCF",
                        "gpu-domain=OWN",
                        "numa-nodes=2",
                        "pattern=2-8-9",
                        "nics=9",
                        "fabric=NONE",
                        "ai-enterprise-licences=16");
    }

    /** vSphere Kubernetes without the internet: registry and licences stand in the house. */
    private static Draft closedKubernetes() {
        return draft("closed kubernetes", Platform.VSPHERE_KUBERNETES)
                .airGapped()
                .hosts("dell-technologies/poweredger760xa/l40s-pcie", "l40s", 4, 3, 32, 1024)
                .sliced(6, 40, "L40S-48C", 12, 96)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(OPERATOR)
                .state(OWN_SERVICE)
                .state(
                        "kubernetes-version=1.35",
                        "node-os=UBUNTU_22_04",
                        "operator-source=INSTALLER",
                        "operator-driver=VGPU_GUEST",
                        "driver-registry=PRIVATE",
                        "host-driver-first=yes",
                        "token-form=SECRET",
                        "class-device=yes",
                        "class-reservation=100",
                        "content-library=yes",
                        "gpus-at-first-socket=2",
                        "power-cables=12",
                        "ai-enterprise-licences=12");
    }

    /** Documents are searched at a site without the internet. */
    private static Draft closedRetrieval() {
        Draft draft = vsphere("closed retrieval")
                .airGapped()
                .hosts("lenovo/thinksystemsr675v3/h100-nvl", "h100-nvl-94", 4, 3, 32, 1024);
        WorkloadId id = draft.next();
        return draft.add(Retrievals.plain(), Assignment.of(id, CLUSTER).withProfile(Optional.of("H100L-23C")))
                .llm(LLAMA_70B, "fp8", 2, 8192, 20, 24, 256)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(OWN_SERVICE)
                .state(
                        "bridge=TWO_WAY",
                        "bridged-at-one-socket=yes",
                        "room-for-bridges=yes",
                        "gpus-at-first-socket=2",
                        "software=TRITON",
                        "model-repository=S3",
                        "model-repository-size=900",
                        "power-cables=12",
                        "ai-enterprise-licences=0");
    }

    /** Tenants on MIG instances of their own, larger machines on whole GPUs beside them. */
    private static Draft migForTenants() {
        return vsphere("tenants")
                .hosts("qct/d75e4u/h200-nvl", "h200-nvl", 4, 3, 48, 2048)
                .mig(20, 15, "1g.18gb", 4, 32)
                .mig(6, 30, "2g.35gb", 8, 64)
                .llm(LLAMA_8B, "bf16", 1, 8192, 20, 16, 192)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state(
                        "w1:isolation=yes",
                        "w2:isolation=yes",
                        "metering=yes",
                        "gpus-at-first-socket=2",
                        "bridge=NONE",
                        "power-cables=12",
                        "ai-enterprise-licences=0");
    }

    /** Kubernetes on hosts without a hypervisor. */
    private static Draft kubernetesOnHardware() {
        return draft("kubernetes on hardware", Platform.BARE_METAL)
                .hosts("dell-technologies/poweredgexe9680/h100-sxm", "h100-sxm-80", 8, 2, 56, 2048)
                .llm(LLAMA_70B, "bf16", 4, 8192, 20, 48, 512)
                .llm(LLAMA_8B, "bf16", 1, 8192, 20, 12, 128)
                .state(OPERATOR)
                .state(LICENCES)
                .state(
                        "kubernetes=yes",
                        "kubernetes-version=1.34",
                        "node-os=UBUNTU_22_04",
                        "operator-driver=DATA_CENTER",
                        "operator-source=NVIDIA",
                        "data-center-driver=580.105.08",
                        "guest-os=UBUNTU_22_04",
                        "base-clock=2.1",
                        "ai-enterprise-licences=16");
    }

    /** OpenShift in machines of vSphere with whole GPUs that are passed through. */
    private static Draft passedThroughOpenShift() {
        return draft("openshift passed through", Platform.OPENSHIFT)
                .hosts("cisco/ucsc845am8/l40s-pcie", "l40s", 4, 3, 32, 1024)
                .llm(LLAMA_8B, "bf16", 1, 8192, 10, 16, 96)
                .access(GpuAccess.DYNAMIC_DIRECTPATH)
                .state(VSPHERE)
                .state(PASSTHROUGH)
                .state(LICENCES)
                .state(OPERATOR)
                .state(
                        "openshift-on=VSPHERE",
                        "openshift-version=4.20",
                        "node-os=RHCOS",
                        "guest-os=RHCOS",
                        "operator-source=NVIDIA",
                        "operator-driver=DATA_CENTER",
                        "feature-discovery=yes",
                        "container-runtime=CRI_O",
                        "runtime-version=1.33",
                        "auto-evacuation=no",
                        "gpus-at-first-socket=2",
                        "power-cables=12",
                        "ai-enterprise-licences=12");
    }

    /** The classroom twice: on other hosts in the second option. */
    private static Plan twoOptions() {
        Plan first = classroom().toPlan();
        Plan second = vsphere("classroom")
                .hosts("dell-technologies/poweredger760xa/l40s-pcie", "l40s", 4, 3, 32, 1024)
                .sliced(40, 5, "L40S-6C", 4, 24)
                .state(VSPHERE)
                .state(VGPU)
                .state(LICENCES)
                .state("gpus-at-first-socket=2", "power-cables=12", "ai-enterprise-licences=12")
                .toPlan();
        Option other = second.options().getFirst();
        Option renamed = new Option(
                        OptionId.of("b"), "Other hosts", other.platform(), other.clusters(), other.assignments())
                .withSetup(other.setup());
        return new Plan(
                first.header().withTitle("two options"),
                first.site(),
                first.workloads(),
                List.of(first.options().getFirst(), renamed),
                first.live(),
                List.of());
    }
}
