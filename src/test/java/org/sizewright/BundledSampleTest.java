package org.sizewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanFile;
import org.sizewright.plan.PlanRecords;
import org.sizewright.plan.ReadPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.SavedPlan;

/** The bundled sample plan is the one of {@link SamplePlans}, with the records of the bundled library and catalog. */
class BundledSampleTest {
    private static final Path FOLDER = Path.of("assets/samples/plans");

    private static SavedPlan expected(Plan plan) {
        SampleReferences references = new SampleReferences();
        return SavedPlan.of(
                plan,
                Optional.of(CatalogStamp.of(references.catalog())),
                PlanRecords.carriedBy(Resolver.resolve(plan, references), references::server),
                "Sizewright 0.1.0");
    }

    /** With {@code -Dsizewright.samples=write} the file is written anew instead. */
    @Test
    void bundledPlanIsTheOneWrittenInCode() throws IOException {
        holds(FOLDER.resolve("sample-plan.json"), expected(SamplePlans.standard()));
    }

    /** A plan over the hosts of the bundled sample inventory. */
    @Test
    void bundledPlanWithExistingHostsIsTheOneWrittenInCode() throws IOException {
        holds(FOLDER.resolve("sample-existing-hosts.json"), expected(ExistingHostPlans.nordhafen()));
    }

    /** Answers from documents. */
    @Test
    void bundledPlanOfDocumentsIsTheOneWrittenInCode() throws IOException {
        holds(FOLDER.resolve("sample-documents.json"), expected(DocumentPlans.documents()));
    }

    private static void holds(Path file, SavedPlan expected) throws IOException {
        byte[] written = PlanFile.write(expected);
        if ("write".equals(System.getProperty("sizewright.samples"))) {
            Files.createDirectories(FOLDER);
            Files.write(file, written);
        }
        assertThat(Files.readString(file)).isEqualTo(new String(written, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(PlanFile.read(Files.readAllBytes(file))).isInstanceOfSatisfying(ReadPlan.Read.class, read -> {
            assertThat(read.saved()).isEqualTo(expected);
            assertThat(read.remarks()).isEmpty();
        });
    }
}
