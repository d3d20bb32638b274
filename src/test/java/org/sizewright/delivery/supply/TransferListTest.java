package org.sizewright.delivery.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.delivery.supply.TransferLine.Kind;
import org.sizewright.plan.Option.Platform;
import org.sizewright.quantity.Bytes;

/** What is carried into a site without the internet. */
class TransferListTest {
    private static final Supply CLOSED = SupplyPlan.plain().airGapped().supply();
    private static final TransferList LIST = CLOSED.transfer().orElseThrow();

    @Test
    void aConnectedSiteHasNone() {
        assertThat(SupplyPlan.plain().supply().transfer()).isEmpty();
    }

    @Test
    void everyModelOfThePlanIsListedOnceWithItsBytes() {
        assertThat(LIST.models())
                .extracting(file -> file.model().id().value())
                .containsExactly(
                        "meta-llama/Llama-3.3-70B-Instruct",
                        "BAAI/bge-m3",
                        "BAAI/bge-reranker-v2-m3",
                        "meta-llama/Llama-Guard-3-8B",
                        "meta-llama/Meta-Llama-3.1-8B");
        assertThat(LIST.lines()).filteredOn(line -> line.kind() == Kind.MODEL).hasSize(5);
        ModelFile llama = LIST.models().getLast();
        assertThat(llama.workloads()).containsExactly("House style", "Preferred answers");
    }

    /** model.safetensors.index.json of Meta-Llama-3.1-8B: total_size 16060522496. */
    @Test
    void bytesAreThoseOfThePublishedFiles() {
        ModelFile llama = LIST.models().getLast();
        assertThat(llama.parameters()).isEqualTo(8_030_261_248L);
        assertThat(llama.size()).contains(Bytes.of(16_060_522_496L));
    }

    @Test
    void matricesInEightBitAndTheRestInSixteen() {
        // 70,553,706,496 parameters; embedding and head 2 x 128256 x 8192 and the norms 161 x 8192 keep two bytes
        long wide = 2L * 128_256 * 8192 + 161L * 8192;
        assertThat(LIST.models().getFirst().size()).contains(Bytes.of(70_553_706_496L + wide));
    }

    @Test
    void aSumWithUnknownPartsIsALeast() {
        TransferList.Sum models = LIST.sum(Optional.of(Kind.MODEL));
        assertThat(models.complete()).isTrue();
        assertThat(models.known().count())
                .isEqualTo(LIST.models().stream()
                        .mapToLong(file -> file.size().orElseThrow().count())
                        .sum());
        TransferList.Sum all = LIST.sum(Optional.empty());
        assertThat(all.complete()).isFalse();
        assertThat(all.unknown()).isPositive();
        assertThat(all.known()).isEqualTo(models.known());
        assertThat(CLOSED.memoryGb().words()).startsWith("at least ");
    }

    @Test
    void driversBearTheNamesOfTheStatedReleases() {
        List<String> unstated =
                names(SupplyPlan.plain().airGapped().stating("vgpu-release=", "guest-release="), Kind.DRIVER);
        assertThat(unstated).anyMatch(name -> name.contains("{host}"));
        List<String> stated = names(
                SupplyPlan.plain().airGapped().stating("vsphere=8.0 U3", "vgpu-release=19.5", "guest-release=19.5"),
                Kind.DRIVER);
        assertThat(stated)
                .contains(
                        "NVIDIA-AI-Enterprise-vSphere-8.0-580.159.01-580.159.03-582.53",
                        "NVD-AIE-800_580.159.01-...zip",
                        "Linux guest driver 580.159.03");
    }

    @Test
    void licencesAreCarriedAsTheServiceAsksForIt() {
        assertThat(names(SupplyPlan.plain().airGapped().stating("licence-service=DLS"), Kind.LICENCE))
                .singleElement()
                .asString()
                .contains("licence server");
        assertThat(names(SupplyPlan.plain().airGapped().stating("licence-service=NODE_LOCKED"), Kind.LICENCE))
                .singleElement()
                .asString()
                .contains("files");
    }

    @Test
    void kubernetesBringsChartsImagesAndPackagesOfItsNodes() {
        SupplyPlan nodes = SupplyPlan.plain()
                .on(Platform.BARE_METAL)
                .airGapped()
                .rdma()
                .stating("node-os=UBUNTU_22_04", "guest-os=");
        assertThat(names(nodes, Kind.CHART))
                .containsExactlyInAnyOrder("gpu-operator", "node-feature-discovery", "network-operator");
        assertThat(names(nodes, Kind.IMAGE)).contains("nvcr.io/nvidia/driver", "nvcr.io/nvidia/mellanox/doca-driver");
        assertThat(names(nodes, Kind.PACKAGE)).contains("linux-headers-KERNEL").doesNotContain("kernel-devel-KERNEL");
        assertThat(names(nodes.stating("node-os=RHEL"), Kind.PACKAGE))
                .contains("kernel-devel-KERNEL")
                .doesNotContain("linux-headers-KERNEL");
    }

    /** NVIDIA states sizes of Triton's containers by tag; the plan does not choose one. */
    @Test
    void sizesThatDependOnTheTagStandBesideTheImage() {
        TransferLine triton =
                SupplyPlan.plain().airGapped().ticking("TRITON").supply().transfer().orElseThrow().lines().stream()
                        .filter(line -> line.name().equals("nvcr.io/nvidia/tritonserver"))
                        .findFirst()
                        .orElseThrow();
        assertThat(triton.size()).isEmpty();
        assertThat(triton.version()).isEmpty();
        assertThat(triton.notes().orElseThrow())
                .contains("14.20 GB for 26.07-trtllm-python-py3", "10.65 GB for 26.08-vllm-python-py3");
    }

    private static List<String> names(SupplyPlan plan, Kind kind) {
        return plan.supply().transfer().orElseThrow().lines().stream()
                .filter(line -> line.kind() == kind)
                .map(TransferLine::name)
                .toList();
    }
}
