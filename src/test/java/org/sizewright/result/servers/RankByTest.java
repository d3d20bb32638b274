package org.sizewright.result.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.library.Gpu;
import org.sizewright.library.Price;
import org.sizewright.placement.LowerBound;
import org.sizewright.placement.Proof;
import org.sizewright.placement.RackFit;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.OptionId;

/** Whatever servers are ranked by, one that is worse in something and better in nothing never comes first. */
class RankByTest {
    private final SampleReferences references = new SampleReferences();

    private TriedServer server(Random random) {
        CatalogEntry entry = references.catalog().entries().get(random.nextInt(50));
        Gpu gpu = references.library().gpus().getFirst();
        int hosts = 1 + random.nextInt(4);
        OptionalDouble watts = random.nextInt(4) == 0 ? OptionalDouble.empty() : of(1000 * (1 + random.nextInt(4)));
        OptionalDouble units = random.nextInt(4) == 0 ? OptionalDouble.empty() : of(1 + random.nextInt(4));
        RackFit.Fit fit = RackFit.fit(
                List.of(new RackFit.Room(9_000, 12, of(900), of(9_000))),
                List.of(new RackFit.Hosts(hosts, watts, units, of(50))));
        return new TriedServer(
                entry,
                gpu,
                false,
                ServerTrial.of(new UseServer(OptionId.of("a"), entry, gpu), HostGroup.Typed.NOTHING, List.of()),
                new ServerOutcome(
                        hosts, new Proof.Optimal(hosts, "", new LowerBound.Nothing()), 8, 2, watts, 800, fit, 0),
                price(random));
    }

    private static OptionalDouble of(double number) {
        return OptionalDouble.of(number);
    }

    private static ServerPrice price(Random random) {
        if (random.nextInt(3) == 0) {
            return new ServerPrice(List.of(), List.of("server", "GPU"), Optional.empty());
        }
        double amount = 1000.0 * (1 + random.nextInt(4));
        Price quote = new Price(
                "p",
                Price.Item.SERVER,
                Price.ANY,
                amount,
                "EUR",
                LocalDate.of(2026, 11, 1),
                "quote 1",
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new ServerPrice(
                List.of(new ServerPrice.Line("server", 1, amount, quote)),
                random.nextBoolean() ? List.of() : List.of("licence"),
                Optional.of("EUR"));
    }

    /** As good in everything, better in something; unknown is as good as nothing known. */
    private static boolean dominates(TriedServer one, TriedServer two) {
        List<Integer> compared = new ArrayList<>();
        compared.add(one.outcome().verdict().compareTo(two.outcome().verdict()));
        for (RankBy by : RankBy.values()) {
            compared.add(by.of(one).compareTo(by.of(two)));
        }
        return compared.stream().allMatch(each -> each <= 0)
                && compared.stream().anyMatch(each -> each < 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aDominatedServerNeverComesBeforeTheOneThatDominatesIt(long seed) {
        Random random = new Random(seed);
        List<TriedServer> servers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            servers.add(server(random));
        }
        int dominated = 0;
        for (RankBy by : RankBy.values()) {
            List<TriedServer> ranked = new ServerRanking(by, servers, List.of(), List.of(), 60, 60).ranked();
            for (int i = 0; i < ranked.size(); i++) {
                for (int j = i + 1; j < ranked.size(); j++) {
                    assertThat(dominates(ranked.get(j), ranked.get(i))).isFalse();
                    dominated += dominates(ranked.get(i), ranked.get(j)) ? 1 : 0;
                }
            }
        }
        assertThat(dominated).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void whatDecidesIsNamedWheneverTwoDiffer(long seed) {
        Random random = new Random(seed);
        ServerWords words = new ServerWords(
                List.of(org.sizewright.SamplePlans.standard().site().racks().getFirst()));
        for (int i = 0; i < 300; i++) {
            TriedServer one = server(random);
            TriedServer two = server(random);
            for (RankBy by : RankBy.values()) {
                int order = by.comparator().compare(one, two);
                assertThat(words.decision(by, one, two).isPresent()).isEqualTo(order != 0);
                assertThat(OptionalInt.of(Integer.signum(by.comparator().compare(two, one))))
                        .hasValue(-Integer.signum(order));
            }
        }
    }
}
