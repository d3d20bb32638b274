package org.sizewright.delivery.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.ExistingHostPlans;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.library.ChecklistStep;
import org.sizewright.library.ChecklistStep.Phase;
import org.sizewright.library.StepTrait;
import org.sizewright.library.StepValue;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.StepKey;
import org.sizewright.plan.setting.AllSettings;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.RulePlan;

class ChecklistTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    /** Kinds of plans that differ as much as plans do. */
    private static final List<String> PLANS = List.of(
            "",
            "#platform=VSPHERE_KUBERNETES",
            "#platform=VSPHERE_KUBERNETES;#airgapped;licence-service=DLS;driver-install=MANUAL;#rdma;#mode=MIXED_SIZE",
            "#platform=OPENSHIFT;openshift-on=VSPHERE;#sharing=MIG",
            "#platform=OPENSHIFT;openshift-on=BARE_METAL;#llm=2",
            "#platform=BARE_METAL;#llm=2",
            "#platform=BARE_METAL;kubernetes=yes;#sharing=MIG;pod-sharing=MIG",
            "#llm=2;#access=DYNAMIC_DIRECTPATH;#hostlabels=Training;#labels=Training",
            "#llm=1;#access=DIRECTPATH;guest-os=WINDOWS_SERVER",
            "licence-service=NODE_LOCKED;vmotion=yes;edition=PRIVATE_AI_FOUNDATION;vgpu-release=;guest-release=");

    private static OptionResult calculated(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }

    private static Checklist checklist(String changes) {
        return Checklist.of(RulePlan.calculated(changes));
    }

    private static Set<String> ids(Checklist checklist) {
        return checklist.steps().stream().map(step -> step.key().step()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Step step(Checklist checklist, String id) {
        return checklist.steps().stream()
                .filter(step -> step.key().step().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + id + " in " + ids(checklist)));
    }

    /** Each GPU has its mode where it is set as it pays: those that mix sizes are named. */
    @Test
    void theModeOfEachGpuIsSaid() {
        String hosts = "#server=lenovo/thinkedgese455v3/l40s-pcie;#gpu=l40s;#gpus=6;#hosts=1;#failures=0;#vcpu=4;"
                + "#profile=L40S-16C;#mode=PER_GPU;#count=6;#other=";
        assertThat(step(checklist(hosts + "L40S-24C"), "vgpu-mode").text())
                .containsPattern("MixedSize on \\S+ GPU \\d.*, SameSize on the others");
        assertThat(step(checklist(hosts + "L40S-8C"), "vgpu-mode").text()).contains("its mode: SameSize");
    }

    /** A plan without the trait, then one with it. */
    static Stream<List<String>> pairs() {
        return """
                vsphere-kubernetes | | #platform=VSPHERE_KUBERNETES
                openshift | | #platform=OPENSHIFT;openshift-on=VSPHERE
                openshift-on-unknown | #platform=OPENSHIFT;openshift-on=VSPHERE | #platform=OPENSHIFT
                bare-metal | | #platform=BARE_METAL
                esxi | #platform=OPENSHIFT;openshift-on=BARE_METAL | #platform=OPENSHIFT;openshift-on=VSPHERE
                kubernetes | | kubernetes=yes
                air-gapped | | #airgapped
                cloud-foundation | edition=ENTERPRISE_PLUS | edition=VCF
                private-ai | edition=VCF | edition=PRIVATE_AI_FOUNDATION
                vgpu | #llm=1;#access=DIRECTPATH | #llm=1
                passthrough | #llm=1 | #llm=1;#access=DYNAMIC_DIRECTPATH
                dynamic-directpath | #llm=1;#access=DIRECTPATH | #llm=1;#access=DYNAMIC_DIRECTPATH
                static-directpath | #llm=1;#access=DYNAMIC_DIRECTPATH | #llm=1;#access=DIRECTPATH
                mig | | #sharing=MIG
                time-sliced | #mode=MIXED_SIZE;#sharing=MIG | #mode=MIXED_SIZE
                mixed-size | | #mode=MIXED_SIZE
                device-group | #llm=1 | #llm=2
                rdma | | #rdma
                roce | #rdma;fabric=INFINIBAND | #rdma;fabric=ETHERNET
                gpudirect-storage | | gpudirect-storage=yes
                mmio | #gpu=t4;#llm=1 | #llm=1
                wide-machines | #vcpu=16 | #vcpu=40
                windows | | guest-os=WINDOWS_CLIENT
                pod-time-slices | kubernetes=yes | kubernetes=yes;pod-sharing=TIME_SLICED
                pod-mig | kubernetes=yes | kubernetes=yes;pod-sharing=MIG
                ai-enterprise | #llm=1;#access=DIRECTPATH;uses-ai-enterprise= | #llm=1;#access=DIRECTPATH;uses-ai-enterprise=yes
                cloud-licences | licence-service=DLS | licence-service=CLS
                own-licences | licence-service=CLS | licence-service=DLS
                licence-pair | licence-service=DLS;dls-nodes=1 | licence-service=DLS;dls-nodes=2
                node-licences | | licence-service=NODE_LOCKED
                licences-open | | licence-service=
                image | driver-install=MANUAL | driver-install=IMAGE
                by-hand | driver-install= | driver-install=MANUAL
                intel | | #server=dell-technologies/poweredgexe9680/h100-sxm;#gpu=h100-sxm-80
                amd | #server=dell-technologies/poweredgexe9680/h100-sxm;#gpu=h100-sxm-80 |
                cpu-unknown | | #server=lenovo/thinkedgese455v3/l40s-pcie;#gpu=l40s;#gpus=2
                sr-iov | #gpu=v100-pcie-32;#need=8 |
                above-4g | #gpu=t4;#need=8 |
                cards | #server=dell-technologies/poweredgexe9680/h100-sxm;#gpu=h100-sxm-80 |
                bridges | bridge=NONE | bridge=TWO_WAY
                passive | #gpu=rtx-6000-ada | #gpu=l40s
                high-availability | #failures=0 | #failures=1
                live-migration | | vmotion=yes
                upgrade-far | vgpu-release=20.1 | vgpu-release=20.1;host-release=17.5
                """.lines().map(line ->
                Arrays.stream((line + " ").split("\\|", -1)).map(String::strip).toList());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyTraitDecidesOnAStep(List<String> pair) {
        Set<String> deciding = REFERENCES.library().checklistSteps().stream()
                .filter(step -> step.when().stream()
                        .flatMap(condition -> condition.anyOf().stream())
                        .anyMatch(trait -> trait.word().equals(pair.getFirst())))
                .map(ChecklistStep::id)
                .collect(Collectors.toSet());
        Set<String> without = ids(checklist(pair.get(1)));
        Set<String> with = ids(checklist(pair.get(2)));
        without.retainAll(deciding);
        with.retainAll(deciding);

        assertThat(with).as("steps that ask for %s", pair.getFirst()).isNotEqualTo(without);
    }

    @Test
    void everyTraitIsTried() {
        Set<String> tried = pairs().map(List::getFirst).collect(Collectors.toCollection(HashSet::new));
        tried.addAll(List.of(StepTrait.NEW_HOSTS.word(), StepTrait.RETROFIT.word()));

        assertThat(Arrays.stream(StepTrait.values()).map(StepTrait::word)).containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void hostsThatAreThereAskForOtherStepsThanHostsToBuy() {
        Checklist there = Checklist.of(calculated(ExistingHostPlans.nordhafen()));

        assertThat(ids(there)).contains("order-gpu-ready", "order-power-cables");
        assertThat(step(there, "order-gpu-ready").text()).doesNotContain("____");
        assertThat(ids(checklist(""))).contains("order-validation").doesNotContain("order-gpu-ready");
    }

    static List<String> plans() {
        return PLANS;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void valuesAreFilledOrNamedAsOpen(String changes) {
        for (Step step : checklist(changes).steps()) {
            List<String> lines = new ArrayList<>(step.commands());
            lines.add(step.text());
            String all = String.join("\n", lines);
            assertThat(StepValue.in(all)).as(step.key().toString()).isEmpty();
            Set<String> open = Arrays.stream(StepValue.values())
                    .map(StepValue::title)
                    .filter(title -> all.contains("[" + title + ": ____]"))
                    .collect(Collectors.toSet());
            assertThat(Set.copyOf(step.blanks())).as(step.key().toString()).isEqualTo(open);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPhaseHasStepsEachWithAKeyOfItsOwnAndASource(String changes) {
        Checklist checklist = checklist(changes);

        for (Phase phase : Phase.values()) {
            assertThat(checklist.of(phase)).as("%s of %s", phase, changes).isNotEmpty();
        }
        assertThat(checklist.steps()).extracting(Step::key).doesNotHaveDuplicates();
        assertThat(checklist.steps())
                .allSatisfy(step -> assertThat(step.sources()).isNotEmpty());
        assertThat(checklist.steps()).extracting(Step::phase).isSorted();
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void theSamplePlanHasStepsInEveryPhase(Phase phase) {
        assertThat(Checklist.of(calculated(SamplePlans.standard())).of(phase)).isNotEmpty();
    }

    @Test
    void theLibraryHasMoreThanEightyStepsWhoseSettingsExist() {
        List<ChecklistStep> steps = REFERENCES.library().checklistSteps();

        assertThat(steps).hasSizeGreaterThan(80);
        assertThat(steps.stream().flatMap(step -> step.settings().stream()))
                .allSatisfy(key -> assertThat(AllSettings.find(key)).as(key).isPresent());
    }

    @Test
    void everyStepOfTheLibraryBelongsToSomePlan() {
        Set<String> seen = new TreeSet<>();
        Stream.concat(PLANS.stream(), pairs().flatMap(pair -> pair.stream().skip(1)))
                .forEach(changes -> seen.addAll(ids(checklist(changes))));
        seen.addAll(ids(Checklist.of(calculated(ExistingHostPlans.nordhafen()))));
        seen.addAll(ids(checklist("kubernetes=yes;#rdma;gpudirect-storage=yes;#llm=1;#access=DYNAMIC_DIRECTPATH")));
        seen.addAll(ids(checklist("#platform=VSPHERE_KUBERNETES;#vcpu=40;#sharing=MIG")));
        seen.addAll(ids(
                checklist("#vcpu=40;#server=dell-technologies/poweredgexe9680/h100-sxm;#gpu=h100-sxm-80;#cores=56")));
        seen.addAll(ids(checklist("#vcpu=40;#server=lenovo/thinkedgese455v3/l40s-pcie;#gpu=l40s;#gpus=2;#cores=64")));
        seen.addAll(ids(checklist("#platform=BARE_METAL;#sharing=MIG")));

        assertThat(REFERENCES.library().checklistSteps().stream().map(ChecklistStep::id))
                .allMatch(seen::contains);
    }

    @Test
    void numbersAndVersionsAreThoseOfThePlan() {
        Checklist checklist = checklist("vgpu-release=20.1;guest-release=20.0;#hosts=3");

        assertThat(step(checklist, "bios-sr-iov").text()).isEqualTo("Switch on SR-IOV for H200 NVL 141GB.");
        assertThat(step(checklist, "driver-kind").text()).contains("595.71.03");
        assertThat(step(checklist, "guest-driver").text())
                .contains("595.58.03", "vGPU 20.0", "NVIDIA-Linux-x86_64-595.58.03-grid.run");
        assertThat(step(checklist, "image-remediate").text()).contains("the 3 hosts");
        assertThat(step(checklist, "cloud-ports").text()).contains("TCP 443, TCP 80", "api.cls.licensing.nvidia.com");
        assertThat(step(checklist, "shared-direct").commands())
                .containsExactly(
                        "esxcli graphics host set --default-type SharedPassthru",
                        "/etc/init.d/xorg restart",
                        "esxcli graphics host get");
        assertThat(step(checklist, "vm-template").text()).contains("16 vCPU", "128 GiB");
    }

    @ParameterizedTest
    @CsvSource({"15.2,8.0U2,NVD-AIE-800_525.105.14-1OEM.800.1.0.20613240_21506612.zip", "15.2,7.0U3,", "20.1,8.0U3,"})
    void namesOfFilesStandWhereTheyWereSeen(String vgpu, String vsphere, String file) {
        Step step = step(checklist("vgpu-release=" + vgpu + ";vsphere=" + vsphere), "image-import");

        if (file == null) {
            assertThat(step.blanks()).contains(StepValue.DRIVER_FILE.title());
        } else {
            assertThat(step.text()).contains(file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "20.0,,20.0,20.1",
        "20.1,19.5,19.5,20.1",
        "20.1,,20.1,[release after the upgrade: ____]",
        "16.13,,16.13,16.14"
    })
    void anUpgradeGoesFromWhatHostsHaveToWhatIsPlanned(String planned, String hosts, String from, String to) {
        String changes = "vgpu-release=" + planned + (hosts == null ? "" : ";host-release=" + hosts);

        assertThat(step(checklist(changes), "upgrade-releases").text()).contains("from vGPU " + from + " to " + to);
    }

    @ParameterizedTest
    @CsvSource({"20.1,19.5,false", "20.1,18.4,true", "19.5,16.13,false", "19.5,17.5,true"})
    void aReleaseInBetweenIsAskedForWhereHostsWouldNotTakeTheGuests(String planned, String hosts, boolean between) {
        Set<String> ids = ids(checklist("vgpu-release=" + planned + ";host-release=" + hosts));

        assertThat(ids.contains("upgrade-between")).isEqualTo(between);
    }

    @Test
    void eachGroupAndEachWorkloadHasItsOwnStep() {
        Checklist checklist = checklist("#second=l40s;#otherllm=1");

        assertThat(checklist.steps().stream()
                        .filter(step -> step.key().step().equals("bios-sr-iov"))
                        .map(Step::key))
                .containsExactly(new StepKey("bios-sr-iov", "g1"), new StepKey("bios-sr-iov", "g2"));
        assertThat(checklist.steps().stream()
                        .filter(step -> step.key().step().equals("accept-load"))
                        .map(Step::subject))
                .containsExactly("machines", "Other model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#hosts=7", "vgpu-release=19.5", "#memory=4096", "bios-iommu=no", "licence-service="})
    void keysStayWhateverThePlanChanges(String changes) {
        Map<StepKey, Step> before = checklist("").steps().stream().collect(Collectors.toMap(Step::key, step -> step));
        long kept = checklist(changes).steps().stream()
                .filter(step -> before.containsKey(step.key()))
                .count();

        assertThat(kept).isGreaterThan(before.size() * 3L / 4);
    }

    @Test
    void aStepLeadsToTheSettingThatSaysHowItWent() {
        Checklist checklist = checklist("");

        assertThat(step(checklist, "bios-sr-iov").places()).containsExactly("/options/a/setup/hosts/g1/bios-sr-iov");
        assertThat(step(checklist, "account-key").places()).containsExactly("/options/a/setup/platform/activation-key");
        assertThat(step(checklist, "vm-reserve").places())
                .containsExactly("/options/a/setup/machines/w1/memory-reserved");
    }
}
