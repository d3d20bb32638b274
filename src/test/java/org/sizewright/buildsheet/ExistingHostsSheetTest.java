package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.ExistingHostPlans;
import org.sizewright.SampleReferences;
import org.sizewright.inventory.Fittings;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

/** Hosts that are there are not ordered; what comes into them is. */
class ExistingHostsSheetTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static List<Block.Table> tables(Plan plan, String sheet) {
        PlanResult result = Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never());
        return BuildSheets.of(new BuildSheetSubject(result, result.live(), Optional.empty(), "Sizewright test"))
                .sheets()
                .stream()
                .filter(each -> each.id().equals(sheet))
                .flatMap(each -> each.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
    }

    private static List<List<String>> rows(Plan plan, String sheet) {
        PlanResult result = Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never());
        BuildSheet built =
                BuildSheets.of(new BuildSheetSubject(result, result.live(), Optional.empty(), "Sizewright test"));
        EntryText text = new EntryText(result.live().figures());
        return built.sheets().stream()
                .filter(each -> each.id().equals(sheet))
                .flatMap(each -> each.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .filter(table -> !table.title().equals("Servers in the server list"))
                .filter(table -> !table.title().equals("Hosts that are there"))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.stream().map(text::text).toList())
                .toList();
    }

    private static Plan withRiser(Optional<Fittings.Riser> riser) {
        Plan plan = ExistingHostPlans.nordhafen();
        return plan.withExistingHosts(plan.site().existingHosts().stream()
                .map(host -> host.name().startsWith("nh-esx-1")
                        ? host.withFittings(host.fittings().withRiser(riser))
                        : host)
                .toList());
    }

    @Test
    void onlyWhatComesIntoAHostIsOrdered() {
        List<List<String>> lines = rows(ExistingHostPlans.nordhafen(), "bom").stream()
                .filter(row -> row.get(1).equals("AI-Pilot"))
                .toList();

        assertThat(lines.getFirst()).contains("not ordered", "sample-rvtools.xlsx, sheet vHost, row 2");
        assertThat(lines.getFirst().get(9)).as("quantity of servers").isEqualTo("0");
        assertThat(lines)
                .extracting(row -> row.get(10))
                .containsExactly("server", "GPU", "cable", "licence", "licence");
        assertThat(lines.get(1).get(9)).as("3 hosts x 2 GPUs").isEqualTo("6");
        assertThat(lines.get(2).get(9)).as("a cable for each").isEqualTo("6");
        assertThat(lines.get(2).get(6)).contains("16-pin");
    }

    @Test
    void theHostsSheetSaysWhetherEverythingFitsWhatIsThere() {
        assertThat(tables(ExistingHostPlans.nordhafen(), "hosts"))
                .filteredOn(table -> table.title().equals("Hosts that are there"))
                .singleElement()
                .satisfies(table -> assertThat(table.rows())
                        .singleElement()
                        .asString()
                        .contains(
                                "AI-Pilot", "no (proven)", "1 like AI-Pilot (proven), or 1 like r760xa-new (proven)"));
    }

    @Test
    void aRiserIsALineWhereItIsNeededAndAQuestionWhereNobodyKnows() {
        assertThat(rows(withRiser(Optional.of(new Fittings.Riser(true, "Riser config 2"))), "bom"))
                .anySatisfy(row -> assertThat(row.get(6)).contains("Riser config 2"));
        assertThat(rows(withRiser(Optional.empty()), "bom"))
                .anySatisfy(row -> assertThat(row.get(6)).contains("whether one is needed is unknown"));
        assertThat(rows(withRiser(Optional.of(Fittings.Riser.NOT_NEEDED)), "bom"))
                .noneSatisfy(row -> assertThat(row.get(6)).contains("Riser"));
    }

    @Test
    void hostsSayWhetherTheyAreThere() {
        List<List<String>> hosts = rows(ExistingHostPlans.nordhafen(), "hosts");

        assertThat(hosts).extracting(row -> row.get(15)).containsExactly("existing", "existing", "existing", "new");
        assertThat(hosts.get(1).getFirst()).isEqualTo("nh-esx-12.nordhafen.example");
        assertThat(hosts.get(1).getLast()).isEqualTo("sample-rvtools.xlsx, sheet vHost, row 3");
        assertThat(hosts.getLast().getLast()).isEmpty();
    }
}
