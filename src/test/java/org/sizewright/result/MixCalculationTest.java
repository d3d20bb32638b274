package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.MixedHostPlans;
import org.sizewright.SampleReferences;
import org.sizewright.WindowPlans;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.Price;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.MixQuestion;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Proof;
import org.sizewright.placement.ProvenDemand;
import org.sizewright.placement.exact.Budget;
import org.sizewright.placement.exact.ProofCheck;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.Labels;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Rack;
import org.sizewright.plan.RackId;
import org.sizewright.plan.References;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.RunTerms;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.plan.WorkloadId;
import org.sizewright.quantity.Watts;
import org.sizewright.rules.Finding;

class MixCalculationTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static OptionResult calculate(Plan plan, References references) {
        return Calculation.of(Resolver.resolve(plan, references), Cancellation.never())
                .live();
    }

    private static Proof.Mixture mixture(OptionResult result) {
        Proof proof = result.placements().getFirst().proof().orElseThrow();
        assertThat(proof).as(proof.words()).isInstanceOf(Proof.Mixture.class);
        return (Proof.Mixture) proof;
    }

    @Test
    void theCheapestMixtureIsPlacedAndItsBoundHolds() {
        for (HostObjective objective :
                List.of(HostObjective.FEWEST_HOSTS, HostObjective.LEAST_POWER, HostObjective.FEWEST_RACK_UNITS)) {
            OptionResult result = calculate(MixedHostPlans.twoKinds(objective), REFERENCES);
            ClusterPlacement placed = result.placements().getFirst();
            Proof.Mixture mixture = mixture(result);

            assertThat(mixture.question().objective()).isEqualTo(objective);
            assertThat(placed.isComplete()).isTrue();
            assertThat(placed.isSurvived()).isTrue();
            assertThat(placed.violations()).isEmpty();
            assertThat(placed.problem().counts()).isEqualTo(mixture.counts());
            for (int group = 0; group < 2; group++) {
                RowKey row = result.sizing().demand.hosts.rows.keys().get(group);
                assertThat(result.figures()
                                .value(result.sizing().cluster.hosts, row)
                                .asNumber())
                        .hasValue(mixture.counts().get(group));
            }
            assertThat(ProofCheck.check(placed.problem(), mixture.question(), mixture.bound(), Budget.of(20, 60)))
                    .as(mixture.words())
                    .isEmpty();
            assertThat(result.headline().parts().getFirst().toLine()).contains(mixture.brief());
            assertThat(result.findings()).noneMatch(finding -> finding.rule().startsWith("MIX-"));
            // no kind alone is cheaper than the mixture
            mixture.oneKind()
                    .ifPresent(
                            other -> assertThat(mixture.question().cost(other)).isGreaterThanOrEqualTo(mixture.cost()));
        }
    }

    @Test
    void theProofNamesItsDemandAndTheMixturesAtTheEndsOfTheBand() {
        OptionResult result = calculate(MixedHostPlans.twoKinds(HostObjective.LEAST_POWER), REFERENCES);
        ClusterPlacement placed = result.placements().getFirst();

        assertThat(placed.provenDemand()).hasValueSatisfying(proven -> {
            assertThat(proven.value().proof()).isEqualTo(placed.proof().orElseThrow());
            assertThat(proven.words()).startsWith("This holds for the demand as calculated");
            for (ProvenDemand.End end : List.of(proven.low(), proven.high())) {
                Proof.Mixture other = (Proof.Mixture) end.proof();
                assertThat(end.machines().equals(proven.value().machines())
                                || proven.words().contains(other.brief()))
                        .as(proven.words())
                        .isTrue();
            }
        });
    }

    @Test
    void theMixtureIsOneThatTheRacksOfTheSiteTake() {
        Plan plan = MixedHostPlans.twoKinds(HostObjective.FEWEST_HOSTS);
        List<Rack> low = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            low.add(new Rack(
                    RackId.of("r" + number),
                    "Rack " + number,
                    Watts.of(5_000),
                    2,
                    42,
                    Optional.empty(),
                    Optional.empty(),
                    Rack.Existing.NOTHING));
        }
        OptionResult result = calculate(plan.withSite(plan.site().withRacks(low)), REFERENCES);

        // a large host draws more than any rack has
        assertThat(mixture(result).counts().getFirst()).isZero();
        assertThat(result.racks().hostsWithout()).isZero();
        assertThat(mixture(result).words()).contains("the racks do not take them: they lack power with one feed lost");
    }

    @Test
    void theFirstAnswerIsAMixtureThatWorksToo() {
        Plan plan = MixedHostPlans.twoKinds(HostObjective.LEAST_POWER);
        OptionResult first = Calculation.first(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();

        assertThat(first.placements().getFirst().isComplete()).isTrue();
        assertThat(first.placements().getFirst().isSurvived()).isTrue();
        assertThat(mixture(first).cost())
                .isGreaterThanOrEqualTo(mixture(calculate(plan, REFERENCES)).cost());
    }

    @Test
    void withoutPricesTheFewestHostsAreLookedForAndItIsSaid() {
        OptionResult result = calculate(MixedHostPlans.twoKinds(HostObjective.LOWEST_PRICE), REFERENCES);

        assertThat(mixture(result).question().objective()).isEqualTo(HostObjective.FEWEST_HOSTS);
        assertThat(result.findings())
                .filteredOn(finding -> finding.rule().equals("MIX-001"))
                .singleElement()
                .extracting(Finding::sentence)
                .asString()
                .contains("Asked for was the lowest price")
                .contains("the price of a host of xe7745 is unknown (no quote for server, GPU")
                .contains("so the fewest hosts were looked for");
    }

    @Test
    void pricesAreThoseOfTheQuotes() {
        List<LibraryRecord> quotes = List.of(
                quote(Price.Item.SERVER, 30_000), quote(Price.Item.GPU, 25_000), quote(Price.Item.LICENCE, 1_000));
        OptionResult result = calculate(MixedHostPlans.twoKinds(HostObjective.LOWEST_PRICE), with(quotes));
        Proof.Mixture mixture = mixture(result);
        MixQuestion question = mixture.question();

        assertThat(question.objective()).isEqualTo(HostObjective.LOWEST_PRICE);
        // 30,000 + 8 x 25,000 and 30,000 + 3 x 25,000; five years of AI Enterprise come with an H200 NVL
        assertThat(question.costs().get(0)).hasValue(MixQuestion.cost(230_000));
        assertThat(question.costs().get(1)).hasValue(MixQuestion.cost(105_000));
        assertThat(question.note())
                .hasValueSatisfying(note -> assertThat(note)
                        .isEqualTo("Nothing is quoted for GiB, processor; that is in none of the prices."));
        assertThat(mixture.words()).contains(" EUR");
        assertThat(result.findings()).noneMatch(finding -> finding.rule().equals("MIX-001"));
    }

    @Test
    void theMixtureOfAWeekCarriesEverySlot() {
        Plan plan = MixedHostPlans.twoKinds(HostObjective.LEAST_POWER);
        for (Map.Entry<String, WeeklyWindows> each :
                Map.of("w2", WindowPlans.OFFICE, "w3", WindowPlans.NIGHTS).entrySet()) {
            plan = plan.withWorkload(plan.workload(WorkloadId.of(each.getKey()))
                    .orElseThrow()
                    .withTerms(new RunTerms(Labels.NONE, each.getValue())));
        }
        OptionResult result = calculate(plan, REFERENCES);
        ClusterPlacement placed = result.placements().getFirst();

        assertThat(placed.week()).isPresent();
        assertThat(placed.isComplete()).isTrue();
        assertThat(placed.isSurvived()).isTrue();
        assertThat(placed.violations()).isEmpty();
        PlacementProblem whole = placed.whole();
        Proof.Mixture mixture = mixture(result);
        assertThat(whole.counts()).isEqualTo(mixture.counts());
        assertThat(mixture.cost())
                .isLessThanOrEqualTo(mixture(calculate(MixedHostPlans.twoKinds(HostObjective.LEAST_POWER), REFERENCES))
                        .cost());
        assertThat(mixture.words()).contains("machines of the week");
    }

    private static Price quote(Price.Item item, double amount) {
        return new Price(
                "p-" + item.name(),
                item,
                Price.ANY,
                amount,
                "EUR",
                LocalDate.of(2026, 11, 1),
                "quote 7",
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static References with(List<LibraryRecord> quotes) {
        List<LibraryRecord> all = new ArrayList<>(REFERENCES.library().records());
        all.addAll(quotes);
        Library library = Library.of(all);
        return new References() {
            @Override
            public Library library() {
                return library;
            }

            @Override
            public Optional<CatalogEntry> server(EntryId id) {
                return REFERENCES.server(id);
            }

            @Override
            public Optional<LocalDate> listedOn(EntryId id) {
                return REFERENCES.listedOn(id);
            }
        };
    }
}
