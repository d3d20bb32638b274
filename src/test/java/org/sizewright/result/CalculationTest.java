package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.ProvenDemand;
import org.sizewright.plan.DiskNeeds;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;

class CalculationTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static PlanResult calculate(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never());
    }

    private static double number(OptionResult result, Figure figure) {
        return result.figures().value(figure).asNumber().orElseThrow();
    }

    @Test
    void sampleFitsAndSurvivesOneHostFailure() {
        PlanResult result = calculate(SamplePlans.standard());
        for (OptionResult option : result.options()) {
            assertThat(option.findings())
                    .as(option.headline().toLine())
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .isEmpty();
            for (ClusterPlacement placed : option.placements()) {
                assertThat(placed.violations()).isEmpty();
                assertThat(placed.resilience().isSurvived()).isTrue();
                assertThat(placed.placement().placed().size()
                                + placed.placement().refused().size())
                        .isEqualTo(placed.problem().vmCount());
            }
            assertThat(option.figures().value(option.sizing().placement.placed))
                    .isEqualTo(option.figures().value(option.sizing().demand.totalVms));
        }
    }

    @Test
    void powerOfTheSampleAddsUp() {
        OptionResult a =
                calculate(SamplePlans.standard()).option(OptionId.of("a")).orElseThrow();
        // 4 hosts of 4,600 W + 8 x 700 W, and 0.8 kW in each of two racks
        assertThat(number(a, a.sizing().cluster.totalPower)).isEqualTo(40.8);
        assertThat(number(a, a.sizing().site.sitePower)).isEqualTo(42.4);
        assertThat(number(a, a.sizing().site.usablePower)).isEqualTo(44);
        assertThat(number(a, a.sizing().cluster.totalLicences)).isEqualTo(32);
        double rackSum = a.sizing().site.racks.keys().stream()
                .mapToDouble(rack -> a.figures()
                        .value(a.sizing().site.rackPower, rack)
                        .asNumber()
                        .orElseThrow())
                .sum();
        assertThat(rackSum).isEqualTo(42.4);
    }

    @Test
    void numberOfHostsOnAutoIsTheProvenMinimumAndKeepsAutoInThePlan() {
        OptionResult b =
                calculate(SamplePlans.standard()).option(OptionId.of("b")).orElseThrow();
        assertThat(number(b, b.sizing().cluster.totalHosts)).isGreaterThanOrEqualTo(2);
        assertThat(b.placements().getFirst().proof()).isPresent();
        assertThat(b.figures().get("hosts_used").kind()).isEqualTo(Figure.Kind.SEARCHED);
        assertThat(number(b, b.sizing().cluster.current)).isEqualTo(1);
    }

    @Test
    void unknownIdBecomesAFindingAndTheRestIsCalculated() {
        Plan plan = SamplePlans.standard();
        Workload.LlmServing llm =
                (Workload.LlmServing) plan.workload(WorkloadId.of("w1")).orElseThrow();
        OptionResult result = calculate(
                        plan.withWorkload(llm.withModel(org.sizewright.library.ModelId.of("no/such-model"))))
                .live();
        assertThat(result.findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("PLAN-001");
            assertThat(finding.sentence()).contains("no/such-model");
            assertThat(finding.path()).contains("/workloads/w1/model");
        });
        assertThat(number(result, result.sizing().demand.totalVms)).isEqualTo(20);
    }

    @Test
    void unknownBasePowerMakesThePowerUnknownNotSmaller() {
        Plan plan = SamplePlans.standard();
        var option = plan.liveOption();
        var cluster = option.clusters().getFirst();
        var group = cluster.groups().getFirst();
        Plan without = plan.withOption(
                option.withCluster(cluster.withGroup(group.withTyped(org.sizewright.plan.HostGroup.Typed.NOTHING))));
        OptionResult result = calculate(without).live();
        RowKey row = new RowKey("g1", group.name());
        assertThat(result.figures()
                        .value(result.sizing().demand.hosts.hostPower, row)
                        .isKnown())
                .isFalse();
        assertThat(result.figures().value(result.sizing().cluster.totalPower).isKnown())
                .isFalse();
        assertThat(result.figures().value(result.sizing().site.sitePower).isKnown())
                .isFalse();
        assertThat(result.findings()).extracting(Finding::rule).contains("HOST-103");
    }

    @Test
    void samePlanGivesTheSameResult() {
        OptionResult first = calculate(SamplePlans.standard()).live();
        OptionResult second = calculate(SamplePlans.standard()).live();
        assertThat(first.placements().getFirst().placement())
                .isEqualTo(second.placements().getFirst().placement());
        assertThat(first.headline().toLine()).isEqualTo(second.headline().toLine());
    }

    /** The words name the machines of each end and agree with the band of the figure. */
    @Test
    void aProofNamesItsDemandAndTheEndsOfTheBand() {
        OptionResult searched =
                calculate(SamplePlans.standard()).option(OptionId.of("b")).orElseThrow();
        ClusterPlacement placed = searched.placements().getFirst();
        ProvenDemand demand = placed.provenDemand().orElseThrow();
        assertThat(demand.value().proof()).isEqualTo(placed.proof().orElseThrow());
        assertThat(demand.words()).startsWith("This holds for the demand as calculated, ");
        searched.figures()
                .band(searched.sizing().cluster.totalHosts, RowKey.SINGLE)
                .ifPresent(band -> {
                    assertThat(demand.low().proof().enough().orElseThrow()).isEqualTo((int) band.min());
                    assertThat(demand.high().proof().enough().orElseThrow()).isEqualTo((int) band.max());
                });
        assertThat(placed.proofWords().orElseThrow())
                .startsWith(placed.proof().orElseThrow().words())
                .endsWith(demand.words());
    }

    @Test
    void headlineSaysTheDatastoreWhereAllOfItIsKnownAndNotWhereAPartIsUnknown() {
        Plan plan = SamplePlans.standard();
        assertThat(calculate(plan).live().headline().parts())
                .extracting(Headline.Part::id)
                .doesNotContain("storage");
        for (Workload workload : plan.workloads()) {
            plan = plan.withWorkload(workload.withTerms(workload.terms()
                    .withDisk(new DiskNeeds(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(10),
                            Optional.of(50.0),
                            Optional.of(200.0),
                            Optional.of(40.0)))));
        }

        OptionResult live = calculate(plan).live();
        Headline.Part storage = live.headline().parts().stream()
                .filter(part -> part.id().equals("storage"))
                .findFirst()
                .orElseThrow();
        assertThat(storage.value()).matches("[\\d.]+ TiB");
        assertThat(Double.parseDouble(storage.value().replace(" TiB", "")))
                .isCloseTo(number(live, live.sizing().storage.datastore), within(0.06));
        assertThat(live.headline().toLine()).contains(" licences \u00b7 " + storage.value() + " storage \u00b7 ");
    }
}
