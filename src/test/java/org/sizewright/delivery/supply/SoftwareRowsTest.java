package org.sizewright.delivery.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.SupplyRecord.When;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.setting.Software;

/** What software a plan is supplied with, and what of it is to be settled; that each system shows is held by {@code SystemsTest}. */
class SoftwareRowsTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();
    private static final Supply PLAIN = SupplyPlan.plain().supply();

    private static List<String> names(Supply supply) {
        return supply.software().stream().map(line -> line.software().id()).toList();
    }

    private static SoftwareLine line(Supply supply, String id) {
        return supply.software().stream()
                .filter(each -> each.software().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Supply ticking(Software software) {
        return SupplyPlan.plain().ticking(software.name()).supply();
    }

    @Test
    void everyRecordThatIsTickedCanBeTicked() {
        assertThat(LIBRARY.software().stream()
                        .filter(each -> each.when() == When.TICKED)
                        .map(each -> each.id()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Software.values()).map(Software::record).toList());
    }

    @Test
    void gpuDirectRdmaFollowsFromTheMachinesThatAskForIt() {
        assertThat(names(PLAIN)).doesNotContain("gpudirect-rdma");
        SoftwareLine asked = line(SupplyPlan.plain().rdma().supply(), "gpudirect-rdma");
        assertThat(asked.workload()).contains("Claims assistant");
        assertThat(asked.toSettle()).containsExactly("NIC", "GPU network");
        SoftwareLine settled = line(
                SupplyPlan.plain()
                        .rdma()
                        .stating("nic-model=CONNECTX_7", "fabric=ETHERNET")
                        .supply(),
                "gpudirect-rdma");
        assertThat(settled.toSettle()).isEmpty();
        assertThat(settled.settled()).containsExactly("NIC: ConnectX-7", "GPU network: Ethernet");
    }

    @Test
    void networkCardsOfAsap2AndDpdkAreAskedFor() {
        assertThat(line(ticking(Software.ASAP2), "asap2").toSettle()).containsExactly("NIC");
        assertThat(line(ticking(Software.DPDK), "dpdk").toSettle()).contains("NIC");
        assertThat(line(
                                SupplyPlan.plain()
                                        .ticking("ASAP2")
                                        .stating("nic-model=BLUEFIELD_3")
                                        .supply(),
                                "asap2")
                        .settled())
                .containsExactly("NIC: BlueField-3");
    }

    @Test
    void sharpAndTagMatchingAskForTheFabric() {
        assertThat(line(ticking(Software.SHARP), "sharp").toSettle()).containsExactly("GPU network");
        assertThat(line(ticking(Software.SHARP), "sharp").software().summary()).contains("2N+2");
        assertThat(line(
                                SupplyPlan.plain()
                                        .ticking("MPI_TAG_MATCHING")
                                        .stating("fabric=INFINIBAND")
                                        .supply(),
                                "mpi-tag-matching")
                        .settled())
                .contains("GPU network: InfiniBand");
    }

    @Test
    void gpuDirectStorageBringsItsModuleAndItsQuestions() {
        assertThat(names(PLAIN)).doesNotContain("gpudirect-storage");
        SoftwareLine line =
                line(SupplyPlan.plain().stating("gpudirect-storage=yes").supply(), "gpudirect-storage");
        assertThat(line.workload()).isEmpty();
        assertThat(line.software().rules()).contains("NET-014");
        assertThat(line.toSettle()).hasSize(2);
    }

    @Test
    void nvmeSnapIsNotOnVsphere() {
        assertThat(line(SupplyPlan.plain().stating("nvme-snap=yes").supply(), "nvme-snap")
                        .obstacle())
                .hasValueSatisfying(why -> assertThat(why).contains("vSphere"));
        assertThat(line(
                                SupplyPlan.plain()
                                        .on(Platform.BARE_METAL)
                                        .stating("nvme-snap=yes")
                                        .supply(),
                                "nvme-snap")
                        .obstacle())
                .isEmpty();
    }

    @Test
    void managementOfInputAndOutputIsOutOfScope() {
        assertThat(names(PLAIN)).doesNotContain("io-management");
        assertThat(PLAIN.outOfScope()).singleElement().asString().contains("IO management");
    }

    @Test
    void deepStreamAsksForStreamsAndSaysWhatTheGpusHave() {
        SoftwareLine asked = line(ticking(Software.DEEPSTREAM), "deepstream");
        assertThat(asked.toSettle()).containsExactly("Video streams that are read", "Encoding of video");
        assertThat(asked.notes()).anyMatch(note -> note.contains("decoders 7"));
        SoftwareLine stated = line(
                SupplyPlan.plain()
                        .stating("decoded-streams=40", "encodes-video=yes", "software=DEEPSTREAM")
                        .supply(),
                "deepstream");
        assertThat(stated.toSettle()).isEmpty();
        assertThat(stated.settled())
                .containsExactly("Video streams that are read: 40 streams", "Encoding of video: yes");
    }

    @Test
    void tritonAsksForItsRepositoryAndItsStorage() {
        Supply asked = ticking(Software.TRITON);
        assertThat(line(asked, "triton").toSettle())
                .containsExactly("Model repository", "Size of the model repository");
        assertThat(service(asked, "Repository of models").disk()).isEmpty();
        Supply stated = SupplyPlan.plain()
                .stating("software=TRITON", "model-repository=S3", "model-repository-size=900")
                .supply();
        assertThat(service(stated, "Repository of models").disk())
                .hasValueSatisfying(size -> assertThat(size.toGb()).isEqualTo(900));
        assertThat(service(stated, "Repository of models").where()).contains("S3");
        assertThat(stated.firewall().ports()).extracting(port -> port.port()).contains(8000, 8001, 8002);
        assertThat(PLAIN.firewall().ports()).extracting(port -> port.port()).doesNotContain(8000);
    }

    @Test
    void aRepositoryOfAVendorCannotBeReachedBehindAnAirGap() {
        assertThat(line(
                                SupplyPlan.plain()
                                        .airGapped()
                                        .stating("software=TRITON", "model-repository=AZURE")
                                        .supply(),
                                "triton")
                        .obstacle())
                .isPresent();
    }

    @Test
    void imagesOfNgcBringLibraries() {
        assertThat(line(ticking(Software.PYTORCH), "pytorch").brings()).contains("cuDNN", "NCCL", "DALI");
        assertThat(line(ticking(Software.TENSORFLOW), "tensorflow").brings()).contains("TensorRT");
        assertThat(line(ticking(Software.NEMO), "nemo").brings()).containsExactly("PyTorch image");
    }

    @Test
    void retrievalBringsItsDatabaseAndItsModels() {
        assertThat(line(PLAIN, "vector-database").workload()).contains("Search in claims");
        assertThat(line(PLAIN, "embedding-model").workload()).contains("Search in claims");
        ServiceLine database = service(PLAIN, "Vector database");
        assertThat(database.placed()).isTrue();
        assertThat(database.nodes())
                .hasValueSatisfying(nodes -> assertThat(nodes).isPositive());
        assertThat(service(ticking(Software.SEARCH_ENGINE), "Search engine").nodes())
                .isEmpty();
    }

    @Test
    void rayHasAHeadAndDockerItsToolkit() {
        assertThat(service(ticking(Software.RAY), "Head node of Ray").nodes()).contains(1);
        assertThat(names(PLAIN)).doesNotContain("docker", "container-toolkit-packages");
        assertThat(names(SupplyPlan.plain().stating("containers=yes").supply()))
                .contains("docker", "container-toolkit-packages");
        // an image needs something that runs it
        assertThat(names(ticking(Software.PYTORCH))).contains("docker");
        assertThat(names(SupplyPlan.plain()
                        .on(Platform.VSPHERE_KUBERNETES)
                        .stating("containers=yes")
                        .supply()))
                .doesNotContain("docker");
    }

    @Test
    void nimFollowsFromItsSetting() {
        assertThat(names(PLAIN)).doesNotContain("nim");
        assertThat(names(SupplyPlan.plain().stating("nim=yes").supply())).contains("nim");
    }

    @Test
    void kubernetesHasItsOperatorsAndRdmaTheOneOfTheNetwork() {
        assertThat(names(PLAIN)).doesNotContain("gpu-operator").contains("vgpu-manager", "vgpu-guest-driver");
        Supply cluster = SupplyPlan.plain().on(Platform.VSPHERE_KUBERNETES).supply();
        assertThat(names(cluster))
                .contains(
                        "gpu-operator",
                        "vgpu-driver-container",
                        "container-toolkit",
                        "device-plugin",
                        "gpu-feature-discovery",
                        "mig-manager",
                        "dcgm",
                        "nfd")
                .doesNotContain("network-operator", "driver-container");
        assertThat(names(SupplyPlan.plain()
                        .on(Platform.VSPHERE_KUBERNETES)
                        .rdma()
                        .supply()))
                .contains("network-operator");
        assertThat(names(SupplyPlan.plain().on(Platform.BARE_METAL).supply()))
                .contains("driver-container")
                .doesNotContain("vgpu-driver-container", "vgpu-manager");
    }

    @Test
    void anOperatorOfAnotherVersionHasOtherImages() {
        Supply stated = SupplyPlan.plain()
                .on(Platform.BARE_METAL)
                .airGapped()
                .stating("gpu-operator=25.10.1")
                .supply();
        List<TransferLine> lines = stated.transfer().orElseThrow().lines();
        assertThat(lines)
                .filteredOn(line -> line.name().equals("gpu-operator"))
                .singleElement()
                .satisfies(line -> assertThat(line.version()).isEqualTo(Optional.of("v25.10.1")));
        assertThat(lines)
                .filteredOn(line -> line.name().endsWith("/k8s-device-plugin"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.version()).isEmpty());
        assertThat(line(stated, "device-plugin").notes()).anyMatch(note -> note.contains("states another"));
    }

    private static ServiceLine service(Supply supply, String name) {
        return supply.services().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
