package org.sizewright.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.figure.Evidence;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

class BundledLibraryTest {
    private static final LibraryRead READ = LibraryReader.bundled();
    private static final Library LIBRARY = READ.library();

    @Test
    void everyRecordIsRead() {
        assertThat(READ.problems()).isEmpty();
    }

    @Test
    void holdsAllTheFactsThatWereCollected() {
        assertThat(LIBRARY.gpus()).hasSize(60);
        assertThat(LIBRARY.migProfileSets()).hasSize(18);
        assertThat(LIBRARY.vgpuTypes()).hasSize(838);
        assertThat(LIBRARY.models()).hasSize(223);
        assertThat(LIBRARY.numberFormats()).hasSize(45);
        assertThat(LIBRARY.engines()).hasSize(11);
        assertThat(LIBRARY.throughputModels()).hasSize(6);
        assertThat(LIBRARY.chassis()).hasSize(39);
        assertThat(LIBRARY.vgpuReleases()).hasSize(34);
        assertThat(LIBRARY.driverBranches()).hasSize(10);
        assertThat(LIBRARY.aiEnterpriseReleases()).hasSize(9);
        assertThat(LIBRARY.gpuSupport()).hasSize(5);
        assertThat(LIBRARY.hypervisors()).hasSize(7);
        assertThat(LIBRARY.mixedPlacements()).hasSize(10);
    }

    @Test
    void everySourceThatIsNamedExists() {
        List<String> dangling = new ArrayList<>();
        for (LibraryRecord record : LIBRARY.records()) {
            for (String key : RecordCodec.sourceKeysOf(record)) {
                if (LIBRARY.source(key).isEmpty()) {
                    dangling.add(record.key() + " -> " + key);
                }
            }
        }
        assertThat(dangling).isEmpty();
    }

    @Test
    void everyRecordExceptSourcesNamesOne() {
        assertThat(LIBRARY.records().stream()
                        .filter(record -> record.kind() != RecordKind.SOURCE)
                        // general knowledge is explained as such, and says so
                        .filter(record ->
                                !(record instanceof GlossaryTerm term && term.evidence() == Evidence.RECALLED))
                        .filter(record -> record.sources().isEmpty()))
                // a matrix of versions was not seen anywhere, and what platforms do is general knowledge; the records
                // say that they
                // are only recalled
                .extracting(LibraryRecord::key)
                .containsExactly(
                        "OpenShift Virtualization",
                        "platform-failure-bare-metal",
                        "platform-maintenance-bare-metal",
                        "platform-failure-kubernetes",
                        "platform-maintenance-kubernetes");
    }

    @Test
    void aGpuKnowsItsConnectorEnginesAndDevices() {
        Gpu.Details h100 = LIBRARY.gpu(GpuId.of("h100-pcie-80")).orElseThrow().details();
        assertThat(h100.minTdp()).isEqualTo(Fact.known(Watts.of(200), Evidence.SECOND_HAND, List.of("H100PCIE_BRIEF")));
        // the media engines stand in the row of the whole GPU in NVIDIA's table of MIG profiles
        assertThat(h100.nvdec())
                .isEqualTo(Fact.known(7, Evidence.VERIFIED, List.of("MIGUG610", "LGIP_H100_80", "FD_POSTS")));
        assertThat(h100.migMaxInstances().asOptional()).contains(7);
        assertThat(h100.vgpuMigBacked().asOptional()).contains(true);
        assertThat(h100.pciIds().orElse(List.of()))
                .containsExactly(new Gpu.PciDevice("10de:2331", Optional.empty(), true));
        Gpu.Details b200 = LIBRARY.gpu(GpuId.of("b200")).orElseThrow().details();
        assertThat(b200.nvdec())
                .isEqualTo(new Fact.Known<>(
                        7, Evidence.CONFLICTING, List.of("BLACKWELL_DS"), List.of(new Fact.Other<>(1, "MIGUG610"))));
    }

    @Test
    void aDriverSaysWhereItsVersionWasSeen() {
        SupportRecord.VgpuRelease latest = LIBRARY.vgpuReleases().getFirst();
        assertThat(latest.version()).isEqualTo("20.1");
        assertThat(latest.major()).isEqualTo("20");
        assertThat(latest.hostDriver())
                .isEqualTo(Fact.known("595.71.03", Evidence.VERIFIED, List.of("ANOMIXER", "KARS85", "PSIRT5821")));
        // in community tables only
        assertThat(LIBRARY.vgpuReleases().get(4).linuxGuest())
                .isEqualTo(Fact.known("580.105.08", Evidence.SECOND_HAND, List.of("ANOMIXER")));
        assertThat(LIBRARY.statements(SupportRecord.Statement.Topic.COMPATIBILITY))
                .extracting(SupportRecord.Statement::evidence)
                .startsWith(Evidence.VERIFIED, Evidence.VERIFIED, Evidence.VERIFIED, Evidence.INFERRED);
    }

    @Test
    void asManyInstancesOfEachMigProfileFitAsItsMaximumSays() {
        List<String> unreachable = new ArrayList<>();
        for (MigProfileSet set : LIBRARY.migProfileSets()) {
            for (MigProfile profile : set.profiles()) {
                int reachable = disjointStarts(profile);
                boolean single = profile.maxInstances() == 1;
                if (reachable < profile.maxInstances() || (!single && reachable > profile.maxInstances())) {
                    unreachable.add(set.id() + " " + profile.name() + ": " + reachable);
                }
            }
        }
        assertThat(unreachable).isEmpty();
    }

    private static int disjointStarts(MigProfile profile) {
        int end = 0;
        int count = 0;
        for (int start : profile.starts().stream().sorted().toList()) {
            if (start >= end) {
                count++;
                end = start + profile.size();
            }
        }
        return count;
    }

    @Test
    void aGpuAndItsMigProfileSetNameEachOther() {
        Set<String> fromGpus = new HashSet<>();
        LIBRARY.gpus().forEach(gpu -> gpu.migProfileSet().ifPresent(set -> fromGpus.add(gpu.id() + " " + set)));
        Set<String> fromSets = new HashSet<>();
        LIBRARY.migProfileSets().forEach(set -> set.gpuIds().forEach(gpu -> fromSets.add(gpu + " " + set.id())));
        assertThat(fromGpus).isEqualTo(fromSets);
    }

    @Test
    void mixedSizeStartsKeepVgpusApartAndOnTheGpu() {
        List<String> wrong = new ArrayList<>();
        for (VgpuType type : LIBRARY.vgpuTypes()) {
            TreeMap<Integer, Integer> ends = new TreeMap<>();
            for (int start : type.mixedPlacementIds()) {
                ends.put(start, start + type.nominalGb());
            }
            int end = 0;
            for (var interval : ends.entrySet()) {
                if (interval.getKey() < end) {
                    wrong.add(type.name() + " at " + interval.getKey());
                }
                end = interval.getValue();
            }
            int memory =
                    LIBRARY.gpu(type.gpuIds().getFirst()).orElseThrow().memory().nominalGb();
            if (end > memory) {
                wrong.add(type.name() + " ends at " + end + " of " + memory);
            }
            if (!ends.isEmpty()
                    && type.maxMixedSize().isPresent()
                    && type.maxMixedSize().get() > ends.size()) {
                wrong.add(type.name() + " has more than its starts");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRecordSurvivesItsJson() throws InvalidRecord {
        Set<String> hashes = new HashSet<>();
        for (LibraryRecord record : LIBRARY.records()) {
            LibraryRecord again = RecordCodec.read(record.kind(), RecordCodec.toJson(record));
            assertThat(again).isEqualTo(record);
            assertThat(RecordCodec.sha256Of(again)).isEqualTo(RecordCodec.sha256Of(record));
            hashes.add(RecordCodec.sha256Of(record));
        }
        assertThat(hashes).hasSize(LIBRARY.records().size());
    }

    // bytes per parameter as the layouts give them: 0.5 + 1/64 + 4/16384 for NF4 with double quantisation, and so on
    @ParameterizedTest
    @CsvSource({
        "fp32, 4",
        "bf16, 2",
        "fp8, 1",
        "fp8-block128, 1.000244140625",
        "gptq-int4-g128, 0.51953125",
        "w4a16-g128, 0.515625",
        "nf4, 0.5625",
        "nf4-dq, 0.515869140625",
        "mxfp4, 0.53125",
        "nvfp4, 0.5625"
    })
    void numberFormatsCountTheirScales(String id, double bytes) {
        NumberFormat format = LIBRARY.numberFormat(NumberFormatId.of(id)).orElseThrow();
        assertThat(format.bytesPerParameter()).isEqualTo(bytes, within(1e-12));
    }

    @Test
    void theMemoryThatAnEngineSeesIsNotTheMemoryThatTheDriverPrints() {
        Gpu gpu = LIBRARY.gpu(GpuId.of("h100-sxm-80")).orElseThrow();
        assertThat(gpu.memory().visible().asOptional()).contains(Bytes.ofGib(79.19));
        assertThat(gpu.memory().reported().asOptional()).contains(Bytes.ofMib(81559));
        assertThat(gpu.memory().usable()).isEqualTo(gpu.memory().visible());
        Gpu without = LIBRARY.gpu(GpuId.of("t4")).orElseThrow();
        assertThat(without.memory().usable()).isEqualTo(Fact.known(Bytes.ofGb(16), Evidence.INFERRED, List.of()));
    }

    @Test
    void conflictingValuesStayVisible() {
        Gpu gpu = LIBRARY.gpu(GpuId.of("b300")).orElseThrow();
        assertThat(gpu.tflops(MathFormat.FP4))
                .isEqualTo(new Fact.Known<>(
                        14000.0, Evidence.CONFLICTING, List.of("AICONF"), List.of(new Fact.Other<>(12600.0, "MLENG"))));
        assertThat(LIBRARY.quote(gpu, gpu.tflops(MathFormat.FP4)))
                .singleElement()
                .satisfies(source -> {
                    assertThat(source.title()).startsWith("aiconfigurator");
                    assertThat(source.evidence()).isEqualTo(Evidence.CONFLICTING);
                });
    }

    @Test
    void whatNobodyKnowsIsUnknown() {
        Gpu rubin = LIBRARY.gpu(GpuId.of("rubin")).orElseThrow();
        assertThat(rubin.announcedOnly()).isTrue();
        assertThat(rubin.tflops(MathFormat.FP64).isKnown()).isFalse();
        assertThat(LIBRARY.quote(rubin, rubin.tflops(MathFormat.FP64))).isEmpty();
        Chassis server = LIBRARY.chassis(ChassisId.of("dell-poweredge-xe7745")).orElseThrow();
        assertThat(server.heightU().asOptional()).contains(4);
        assertThat(server.weight().isKnown()).isFalse();
    }

    @Test
    void theDgxB200CarriesItsGuideFigures() {
        Chassis dgx = LIBRARY.chassis(ChassisId.of("nvidia-dgx-b200")).orElseThrow();
        assertThat(dgx.heightU())
                .isEqualTo(Fact.known(10, Evidence.VERIFIED, List.of("DGXB200_GUIDE", "DGX_DIMENSIONS")));
        assertThat(dgx.weight().asOptional()).contains(Kilograms.of(142.4));
        assertThat(dgx.powerSupplies().asOptional()).contains(new Chassis.PowerSupplies(6, Watts.ofKilowatts(3.3)));
        assertThat(dgx.maxSystemPower())
                .isEqualTo(Fact.known(Watts.ofKilowatts(14.3), Evidence.SECOND_HAND, List.of("DGX_GENERATIONS")));
    }

    @Test
    void anEngineKnowsOnlyWhatWasMeasured() {
        Engine engine = LIBRARY.engine(EngineId.of("vllm-0.19")).orElseThrow();
        assertThat(engine.activation().samplerBytesPerSequenceVocabulary().asOptional())
                .contains(14.62);
        assertThat(engine.nonTorchAt(2, false).orElseThrow().value()).isEqualTo(Bytes.ofGib(2.07));
        assertThat(engine.nonTorchAt(8, false).orElseThrow().evidence()).isEqualTo(Evidence.INFERRED);
        assertThat(engine.nonTorchAt(16, false)).isEmpty();
        assertThat(engine.nonTorchAt(1, true).orElseThrow().value()).isEqualTo(Bytes.ofGib(0.07));
        assertThat(engine.maxNumSeqs().asOptional()).contains(1024);
    }

    @Test
    void findsProfilesAndTypesOfAGpu() {
        GpuId a30 = GpuId.of("a30");
        assertThat(LIBRARY.migProfilesOf(a30)
                        .orElseThrow()
                        .profile("2g.12gb")
                        .orElseThrow()
                        .starts())
                .containsExactly(0, 2);
        assertThat(LIBRARY.vgpuTypesOf(a30))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.name().value()).startsWith("A30-"));
        assertThat(LIBRARY.migProfilesOf(GpuId.of("l40s"))).isEmpty();
    }
}
