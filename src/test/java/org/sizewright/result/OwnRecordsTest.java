package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Source;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.RecordCodec;
import org.sizewright.plan.PlanFile;
import org.sizewright.plan.PlanRecords;
import org.sizewright.plan.ReadPlan;
import org.sizewright.plan.References;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.SavedPlan;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;

/** A plan that rests on somebody's own record says so, wherever it is opened. */
class OwnRecordsTest {
    private static final SampleReferences SAMPLE = new SampleReferences();

    @TempDir
    private Path folder = Path.of("");

    private Library own() throws IOException {
        GpuId used = SamplePlans.standard()
                .liveOption()
                .clusters()
                .getFirst()
                .groups()
                .getFirst()
                .gpu();
        Gpu gpu = SAMPLE.library().gpu(used).orElseThrow();
        ObjectNode json = RecordCodec.toJson(gpu);
        json.putObject("tdpW").put("value", 777).put("evidence", "typed in");
        Files.writeString(
                folder.resolve("my-gpus.json"),
                "{\"format\": \"sizewright-library\", \"schema\": 1, \"kind\": \"gpus\", \"records\": [" + json + "]}");
        return SAMPLE.library().overlay(LibraryReader.readFolder(folder).library());
    }

    private static References references(Library library) {
        return new References() {
            @Override
            public Library library() {
                return library;
            }

            @Override
            public Optional<CatalogEntry> server(EntryId id) {
                return SAMPLE.server(id);
            }
        };
    }

    private static OptionResult calculate(Library library) {
        return Calculation.of(Resolver.resolve(SamplePlans.standard(), references(library)), Cancellation.never())
                .live();
    }

    @Test
    void aFindingNamesTheRecordAndEveryFigureOfItSaysWhereItIsFrom() throws IOException {
        OptionResult result = calculate(own());

        List<Finding> findings = result.findings().stream()
                .filter(finding -> finding.rule().equals("FACT-002"))
                .toList();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            assertThat(finding.sentence()).contains("own record, my-gpus.json");
        });
        Figure power = result.sizing().demand.hosts.gpuPower;
        Source quoted =
                power.given(power.rows().keys().getFirst()).orElseThrow().source();
        assertThat(quoted.toLine()).startsWith("own record, my-gpus.json").contains("typed in");
    }

    @Test
    void withTheShippedLibraryThereIsNoSuchFinding() {
        assertThat(calculate(SAMPLE.library()).findings())
                .noneMatch(finding -> finding.rule().equals("FACT-002"));
    }

    @Test
    void theMarkTravelsWithTheSavedPlan() throws IOException {
        Library own = own();
        ResolvedPlan resolved = Resolver.resolve(SamplePlans.standard(), references(own));
        SavedPlan saved = SavedPlan.of(
                resolved.plan(),
                Optional.empty(),
                PlanRecords.carriedBy(resolved, references(own)::server),
                "Sizewright test");

        ReadPlan.Read read = (ReadPlan.Read) PlanFile.read(PlanFile.write(saved));

        assertThat(read.remarks()).isEmpty();
        assertThat(read.saved()).isEqualTo(saved);
        assertThat(read.saved().records().ownRecords())
                .singleElement()
                .satisfies(record ->
                        assertThat(read.saved().records().ownFile(record)).contains("my-gpus.json"));
    }
}
