package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;

/** Classes from lists of certified systems. The lists are made up in the shapes that FORMAT.md tells of. */
final class ClassJoinTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final String CATALOG = "Partners\tSystem\tNVIDIA GPU (Max)\tCPU (Max)\tValidation Type\n"
            + "HPE\tProLiant DL380a Gen11\tL40S (4)\tCPU (2)\tNVIDIA-Certified\n"
            + "HPE\tProLiant DL380a Gen11\tL4 (8)\tCPU (2)\tQualified\n"
            + "Dell\tPowerEdge XR8620t\tL4 (2)\tCPU (1)\tNVIDIA-Certified\n"
            + "Acme\tBox\tL4 (2)\tCPU (1)\tQualified\n";
    private static final String CERTIFIED = "NVIDIA-Certified Systems\n"
            + "\n"
            + "Data Center Servers\n"
            + "Partner\tServer\tGPU\n"
            + "HPE\tProliant DL-380a Gen11\tL40S, L40\n"
            + "\n"
            + "Edge Servers\n"
            + "Partner\tServer\tGPU\n"
            + "Dell Technologies\tPowerEdge XR8620t\tL4\n"
            + "Lenovo\tThinkEdge SE450\tL4\n"
            + "\n"
            + "Partner\tOVX Server\tSupported NVIDIA GPUs\tTested Network Devices\tZero Trust Compatible\n"
            + "Supermicro\tSYS-421GE-TNRT3\tLAOS, L40\tB3140H, CX7\tYes\n"
            + "* as of 2026-08\n";

    private static ImportFile file(String name, String text) {
        return new ImportFile(
                name, "0", Optional.of(DAY), (Reading.Tables) TableReader.readText(text, name, Limits.STANDARD));
    }

    private static ImportJob.Done run(ImportChoices choices) {
        ImportJob job = ImportJob.sorting(
                List.of(file("catalog.txt", CATALOG), file("certified.txt", CERTIFIED)), choices, Samples.RULES);
        assertThat(job.certified()).hasSize(1);
        return (ImportJob.Done) job.run(Samples.RULES);
    }

    @Test
    void readsEveryTableWithItsHeadingAsClass() {
        CertifiedList list = run(ImportChoices.NONE).certified().getFirst();
        assertThat(list.entries())
                .extracting(e -> e.model() + " " + e.gpu().displayName() + " | "
                        + e.systemClass().text())
                .containsExactly(
                        "ProLiant DL-380a Gen11 L40S | Data Center Servers",
                        "ProLiant DL-380a Gen11 L40 | Data Center Servers",
                        "PowerEdge XR8620t L4 | Edge Servers",
                        "ThinkEdge SE450 L4 | Edge Servers",
                        "SYS-421GE-TNRT3 L40S | OVX Server",
                        "SYS-421GE-TNRT3 L40 | OVX Server");
        assertThat(list.rows()).isEqualTo(14);
        assertThat(list.count(RowFate.Header.class)
                        + list.count(RowFate.Kept.class)
                        + list.count(RowFate.Merged.class)
                        + list.count(RowFate.Skipped.class)
                        + list.count(RowFate.NeedsAttention.class))
                .isEqualTo(14);
    }

    @Test
    void joinsOnServerAndGpuAndOnlyProposesOnTheServer() {
        ClassJoin join = run(ImportChoices.NONE).join();
        assertThat(join.matched())
                .extracting(match -> match.entry().id().value())
                .containsExactly("hpe/proliantdl380agen11/l40s-pcie", "dell-technologies/poweredgexr8620t/l4-pcie");
        assertThat(join.proposals())
                .extracting(one -> one.entry().id().value())
                .containsExactly("hpe/proliantdl380agen11/l4-pcie");
        assertThat(join.onlyInList()).extracting(CatalogEntry::vendor).containsExactly("Acme");
        assertThat(join.onlyCertified())
                .extracting(CatalogEntry::model)
                .containsExactly("ProLiant DL-380a Gen11", "ThinkEdge SE450", "SYS-421GE-TNRT3", "SYS-421GE-TNRT3");
        List<CatalogEntry> entries = join.joined().entries();
        assertThat(entries)
                .extracting(entry -> entry.systemClass().kind())
                .containsExactly(
                        SystemClass.Kind.DATA_CENTER,
                        SystemClass.Kind.UNKNOWN,
                        SystemClass.Kind.EDGE,
                        SystemClass.Kind.UNKNOWN);
        assertThat(entries.getFirst().systemClass().origin())
                .contains(new ClassOrigin(ClassOrigin.Source.CERTIFIED_LIST, "certified.txt", Optional.of(DAY)));
    }

    @Test
    void takesWhatTheUserConfirmedAndSaid() {
        EntryId proposed = new EntryId("hpe/proliantdl380agen11/l4-pcie");
        ClassJoin join = run(ImportChoices.NONE
                        .withConfirmed(proposed, true)
                        .withClass("acme/box", "Industrial Edge")
                        .withClass("dell-technologies/poweredgexr8620t", "workstation"))
                .join();
        assertThat(join.joined().entries())
                .extracting(entry -> entry.systemClass().text())
                .as("the certified list goes before what the user said")
                .containsExactly("Data Center Servers", "Data Center Servers", "Edge Servers", "Industrial Edge");
        assertThat(join.joined().entries().getLast().systemClass().origin().map(ClassOrigin::source))
                .contains(ClassOrigin.Source.MANUAL);
    }

    @Test
    void theFilterGoesBeforeTheCertifiedListAndTheDifferenceIsTold() {
        ClassJoin join =
                run(ImportChoices.NONE.withFilter(Optional.of("dataCenter"))).join();
        assertThat(join.joined().entries()).allMatch(e -> e.systemClass().text().equals("dataCenter"));
        assertThat(join.contradictions())
                .extracting(match -> match.entry().model())
                .containsExactly("PowerEdge XR8620t");
    }

    @Test
    void readsTheSampleOfCertifiedSystems() {
        ImportFile sample = new ImportFile("certified-systems-join.csv", "0", Optional.of(DAY), (Reading.Tables)
                TableReader.read(Samples.bytes("/catalog/certified-systems-join.csv"), "join.csv", Limits.STANDARD));
        ImportFile catalog = new ImportFile("c.csv", "0", Optional.of(DAY), (Reading.Tables) TableReader.read(
                Samples.bytes("/catalog/qsc-2026-marketplace-layout-clean.csv"), "c.csv", Limits.STANDARD));
        ImportJob job = ImportJob.sorting(List.of(catalog, sample), ImportChoices.NONE, Samples.RULES);
        ImportJob.Done done = (ImportJob.Done) job.run(Samples.RULES);
        // the seven real rows of 2026 are in both
        assertThat(done.join().matched()).hasSize(7);
        assertThat(done.join().onlyCertified()).hasSize(7);
        JsonNode report = ImportReport.toJson(done);
        assertThat(report.get("entries").get(0).get("file").asText()).isEqualTo("c.csv");
        assertThat(report.get("join").get("matched").asInt()).isEqualTo(7);
    }

    @Test
    void appendsFurtherPagesAndAccountsForEachFile() {
        String header = "Partners\tSystem\tNVIDIA GPU (Max)\tCPU (Max)\tValidation Type\n";
        ImportJob job = ImportJob.sorting(
                List.of(
                        file("page1.txt", header + "HPE\tX1\tL4 (1)\tCPU (1)\tQualified\n"),
                        file(
                                "page2.txt",
                                header + "HPE\tX1\tL4 (1)\tCPU (1)\tQualified\nHPE\tX2\tL4 (1)\tCPU (1)\tQualified\n")),
                ImportChoices.NONE,
                Samples.RULES);
        assertThat(job.files()).hasSize(2);
        ImportJob.Done done = (ImportJob.Done) job.run(Samples.RULES);
        assertThat(done.list().entries()).hasSize(2);
        assertThat(done.list().rows()).isEqualTo(5);
        assertThat(ImportReport.toJson(done).get("merged").toString())
                .isEqualTo("[{\"row\":2,\"file\":\"page2.txt\",\"intoRow\":2,\"intoFile\":\"page1.txt\"}]");
        assertThat(ImportReport.toJson(done).get("files")).hasSize(2);
    }

    @Test
    void saysWhatIsOldEnoughToBeCheckedAgain() {
        CheckAgain check = new CheckAgain(Period.ofMonths(12), LocalDate.of(2026, 11, 21));
        assertThat(check.validation(LocalDate.of(2023, 5, 1))).isPresent();
        assertThat(check.validation(LocalDate.of(2025, 11, 21))).isEmpty();
        SystemClass known = SystemClass.parse("edge")
                .from(ClassOrigin.Source.FILTER, "Filter", Optional.of(LocalDate.of(2025, 11, 20)));
        assertThat(check.systemClass(known)).isPresent();
        assertThat(check.systemClass(SystemClass.UNKNOWN)).isEmpty();
    }
}
