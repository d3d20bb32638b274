package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.Retrievals;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Library;
import org.sizewright.library.RecordKind;
import org.sizewright.library.VectorIndexId;
import org.sizewright.placement.PlacedVm;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanFile;
import org.sizewright.plan.PlanRecords;
import org.sizewright.plan.ReadPlan;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.SavedPlan;
import org.sizewright.plan.VectorStore;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WorkloadId;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;

/** A plan with retrieval, from its file to the placement. */
class RetrievalPlanTest {
    private static final SampleReferences REFERENCES = new SampleReferences();
    private static final WorkloadId ID = WorkloadId.of("w3");

    /** The sample, with retrieval in the place of its VMs for embedding, which are assigned already. */
    private static Plan plan(Retrieval retrieval) {
        return SamplePlans.standard().withWorkload(retrieval.withId(ID));
    }

    @Test
    void isReadAsItWasWritten() {
        for (Retrieval retrieval : List.of(Retrievals.plain(), Retrievals.full())) {
            SavedPlan saved = new SavedPlan(plan(retrieval), Optional.empty(), List.of(), Library.empty(), "test");
            assertThat(PlanFile.read(PlanFile.write(saved))).isEqualTo(new ReadPlan.Read(saved, List.of()));
        }
    }

    @Test
    void carriesTheRecordsThatItRestsOn() {
        ResolvedPlan resolved = Resolver.resolve(plan(Retrievals.full()), REFERENCES);
        Library carried = PlanRecords.carriedBy(resolved, REFERENCES::server).records();
        assertThat(carried.find(RecordKind.VECTOR_INDEX, "ivf-pq")).isPresent();
        assertThat(carried.find(RecordKind.VECTOR_ELEMENT, "fp16")).isPresent();
        assertThat(carried.find(RecordKind.MODEL, "google-bert/bert-large")).isPresent();
        assertThat(carried.find(RecordKind.MODEL_FAMILY, "bert")).isPresent();
    }

    @Test
    void placesTheMachinesWithGpusAndCountsTheDatabase() {
        ResolvedPlan resolved = Resolver.resolve(plan(Retrievals.full()), REFERENCES);
        assertThat(resolved.problems()).isEmpty();
        OptionResult result = Calculation.of(resolved, Cancellation.never()).live();
        RowKey row = new RowKey(ID.value(), "Handbook search");
        Figure gpuVms = result.sizing().demand.retrieval.orElseThrow().gpuVms;
        double machines = result.figures().value(gpuVms, row).asNumber().orElseThrow();
        assertThat(machines).isEqualTo(5);
        assertThat(result.placements().getFirst().placement().placed())
                .filteredOn(vm -> vm.vmClass().equals(ID.value()))
                .hasSize((int) machines);
        assertThat(result.placements().getFirst().violations()).isEmpty();
        // the two copies of the database, each on one machine, stand on different hosts
        assertThat(result.placements().getFirst().placement().placed())
                .filteredOn(vm -> vm.vmClass().equals("w3-database"))
                .hasSize(2)
                .allSatisfy(vm -> assertThat(vm.gpus()).isEmpty())
                .extracting(PlacedVm::host)
                .doesNotHaveDuplicates();
        // 5 of 8 vCPUs, and the database's 2 of 8
        assertThat(result.figures()
                        .value(result.sizing().demand.retrieval.orElseThrow().vcpu, row)
                        .asNumber())
                .hasValue(56);
        assertThat(result.figures().value(result.sizing().placement.placed))
                .isEqualTo(result.figures().value(result.sizing().demand.totalVms));
    }

    private static List<Finding> findings(Retrieval retrieval) {
        return Calculation.of(Resolver.resolve(plan(retrieval), REFERENCES), Cancellation.never())
                .live()
                .findings();
    }

    @Test
    void anEstimatedSpeedIsAnOpenItemAndAMeasuredOneIsNot() {
        Retrieval plain = Retrievals.plain();
        assertThat(findings(plain)).noneMatch(finding -> finding.rule().equals("RAG-104"));
        assertThat(findings(plain.withEmbedding(plain.embedding().withTokensPerSecond(Optional.empty()))))
                .filteredOn(finding -> finding.rule().equals("RAG-104"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.OPEN_ITEM);
                    assertThat(finding.path()).contains("/workloads/w3/embedding/tokensPerSecond");
                });
    }

    @Test
    void aCopyThatNoHostHoldsIsAWarningAndOneThatIsSplitANote() {
        Retrieval plain = Retrievals.plain();
        Retrieval large = plain.withCorpus(plain.corpus().withDocuments(10_000_000));
        assertThat(findings(large.withDatabaseVm(new VmShape(16, 256))))
                .filteredOn(finding -> finding.rule().equals("RAG-101"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
                    assertThat(finding.sentence()).contains("split into 2 parts");
                });
        assertThat(findings(large.withCorpus(plain.corpus().withDocuments(100_000_000))
                        .withDatabaseVm(new VmShape(16, 256))))
                .filteredOn(finding -> finding.rule().equals("RAG-101"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
        assertThat(findings(plain)).noneMatch(finding -> finding.rule().equals("RAG-101"));
    }

    @Test
    void textsThatTheModelCutsOffAndSegmentsThatDoNotDivideAreNamed() {
        Retrieval plain = Retrievals.plain();
        assertThat(findings(plain)).noneMatch(finding -> finding.rule().matches("RAG-10[356]"));
        assertThat(findings(plain.withCorpus(plain.corpus().withChunks(2000, 100))))
                .anyMatch(finding -> finding.rule().equals("RAG-105")
                        && finding.distance().equals(Optional.of("1,488 tokens too long")));
        VectorStore codes = plain.store().withIndex(VectorIndexId.of("ivf-pq")).withCodeSegments(100);
        assertThat(findings(plain.withStore(codes)))
                .anyMatch(finding ->
                        finding.rule().equals("RAG-106") && finding.remedy().contains("such as 96."));
        assertThat(findings(plain.withEmbedding(Retrievals.service("meta-llama/Llama-3.3-70B-Instruct", 1000))))
                .anyMatch(finding -> finding.rule().equals("RAG-103"));
    }

    @Test
    void anUnknownIndexBecomesAFinding() {
        Retrieval plain = Retrievals.plain();
        Retrieval odd = plain.withStore(plain.store().withIndex(VectorIndexId.of("no-such-index")));
        ResolvedPlan resolved = Resolver.resolve(plan(odd), REFERENCES);
        assertThat(resolved.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("/workloads/w3/store/index");
            assertThat(problem.sentence()).contains("no-such-index");
        });
    }
}
