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
    private static final Path FILE = Path.of("assets/samples/plans/sample-plan.json");

    private static SavedPlan expected() {
        SampleReferences references = new SampleReferences();
        Plan plan = SamplePlans.standard();
        return SavedPlan.of(
                plan,
                Optional.of(CatalogStamp.of(references.catalog())),
                PlanRecords.carriedBy(Resolver.resolve(plan, references), references::server),
                "Sizewright 0.1.0");
    }

    /** With {@code -Dsizewright.samples=write} the file is written anew instead. */
    @Test
    void bundledPlanIsTheOneWrittenInCode() throws IOException {
        byte[] written = PlanFile.write(expected());
        if ("write".equals(System.getProperty("sizewright.samples"))) {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, written);
        }
        assertThat(Files.readString(FILE)).isEqualTo(new String(written, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(PlanFile.read(Files.readAllBytes(FILE))).isInstanceOfSatisfying(ReadPlan.Read.class, read -> {
            assertThat(read.saved()).isEqualTo(expected());
            assertThat(read.remarks()).isEmpty();
        });
    }
}
