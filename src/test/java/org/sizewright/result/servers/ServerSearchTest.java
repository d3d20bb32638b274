package org.sizewright.result.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.Validation;
import org.sizewright.placement.RackLimit;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Rack;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;

class ServerSearchTest {
    private static final SampleReferences REFERENCES = new SampleReferences();
    private static final HostGroup.Typed ASSUMED =
            new HostGroup.Typed(Optional.of(Watts.of(1000)), Optional.of(4), Optional.of(Kilograms.of(60)));

    /** 20 machines of 20 GiB, 8 vCPU and 64 GiB that must restart, on hosts with 2 x 56 cores. */
    private static Plan notebooks(int memoryGib) {
        Plan sample = SamplePlans.standard();
        WorkloadId id = WorkloadId.of("w1");
        Option option = sample.option(OptionId.of("a")).orElseThrow();
        Cluster cluster = option.clusters().getFirst();
        HostGroup group = cluster.groups().getFirst().withMemoryGib(memoryGib);
        Option changed = new Option(
                option.id(),
                option.name(),
                option.platform(),
                List.of(cluster.withGroup(group)),
                List.of(Assignment.of(id, cluster.id())));
        return new Plan(
                sample.header(),
                sample.site(),
                List.of(new Workload.GpuVms(
                        id,
                        "Notebooks",
                        Workload.GpuVms.Sharing.TIME_SLICED,
                        20,
                        20,
                        new VmShape(8, 64),
                        Survival.MUST_RESTART)),
                List.of(changed),
                option.id(),
                List.of());
    }

    private static CatalogEntry entry(String gpu, int count) {
        return REFERENCES.catalog().entries().stream()
                .filter(entry -> entry.maxGpu().equals(OptionalInt.of(count)))
                .filter(entry -> entry.maxCpu().equals(OptionalInt.of(2)))
                .filter(entry -> new ServerGpus(REFERENCES.library())
                        .of(entry).stream().map(found -> found.name()).toList().equals(List.of(gpu)))
                .findFirst()
                .orElseThrow();
    }

    private static ServerRanking search(ServerQuestion question) {
        return ServerSearch.search(question, RankBy.HOSTS, Cancellation.never(), ServerSearch.Progress.none());
    }

    private static List<CatalogEntry> some(int every) {
        List<CatalogEntry> all = REFERENCES.catalog().entries();
        List<CatalogEntry> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += every) {
            some.add(all.get(i));
        }
        return some;
    }

    @Test
    void hostsOfAWorkedExample() {
        // H100 PCIe x 8: 32 machines by GPU memory, 14 by 112 vCPU, so 2 hosts and 1 that may fail
        // L40S x 4: L40S-24C gives 20 GiB, 2 per GPU, so 8 machines per host: 3 hosts and 1 that may fail
        ServerRanking ranking = search(
                ServerQuestion.of(notebooks(2048), REFERENCES, List.of(entry("L40S", 4), entry("H100 PCIe 80GB", 8))));
        assertThat(ranking.ranked())
                .extracting(server -> server.gpu().name())
                .containsExactly("H100 PCIe 80GB", "L40S");
        assertThat(ranking.ranked())
                .extracting(server -> server.outcome().hosts())
                .containsExactly(3, 4);
        Decision decision = new ServerWords(List.of())
                .decision(
                        RankBy.HOSTS,
                        ranking.ranked().getFirst(),
                        ranking.ranked().getLast())
                .orElseThrow();
        assertThat(decision.by()).contains(RankBy.HOSTS);
        assertThat(decision.words()).startsWith("Hosts: 3 hosts against 4 hosts. At least 4 hosts: ");
    }

    @Test
    void distanceToTheFlipIsTheSmallestStepThatWins() {
        // 512 GiB less 64: 7 machines per host on both, so 3 hosts and 1; the L40S host draws less: 2.4 against 3.8 kW
        // the other needs 10 machines per host for 2 and 1: 640 + 64 GiB, that is 192 more
        ServerQuestion question = ServerQuestion.of(
                        notebooks(512), REFERENCES, List.of(entry("L40S", 4), entry("H100 PCIe 80GB", 8)))
                .withAssumed(ASSUMED);
        ServerRanking ranking = search(question);
        assertThat(ranking.ranked())
                .extracting(server -> server.gpu().name())
                .containsExactly("L40S", "H100 PCIe 80GB");
        assertThat(ranking.ranked())
                .extracting(server -> server.outcome().hosts())
                .containsExactly(4, 4);
        assertThat(ranking.winner().orElseThrow().outcome().watts()).hasValue(4 * 2400);
        Flip flip = FlipSearch.of(
                question,
                RankBy.HOSTS,
                ranking.winner().orElseThrow(),
                ranking.runnerUp().orElseThrow(),
                Cancellation.never());
        assertThat(flip.changes())
                .contains(
                        "At 3 instead of 4 hosts.",
                        "With 192 GiB more memory per host (704 GiB): 3 hosts.",
                        "If a host drew 1.5 kW less (2.3 kW).");
        assertThat(flip.inVain()).contains("up to 120 cores per processor");
        assertThat(flip.calculated()).isPositive();
    }

    /** What nobody knows of a server is taken from the winner together, since power alone would not do. */
    @Test
    void unknownPowerWinsWithTheSizeOfTheWinner() {
        ServerQuestion question =
                ServerQuestion.of(notebooks(512), REFERENCES, List.of(entry("L40S", 4), entry("H100 PCIe 80GB", 8)));
        ServerRanking ranking = search(question);
        TriedServer winner = ranking.winner().orElseThrow();
        TriedServer known = winner.with(
                winner.outcome().withHost(OptionalDouble.of(9_000), OptionalDouble.of(4), OptionalDouble.of(60)));
        Flip flip =
                FlipSearch.of(question, RankBy.HOSTS, known, ranking.runnerUp().orElseThrow(), Cancellation.never());
        assertThat(flip.changes())
                .anyMatch(change -> change.startsWith("If its power turns out to be at most ")
                        && change.endsWith(
                                " per host, its GPUs included, and a host is no higher than 4 U and no heavier"
                                        + " than 60 kg."));
    }

    @Test
    void takingAServerIntoThePlanShowsWhatTheRankingSaid() {
        Plan plan = SamplePlans.standard();
        ServerRanking ranking =
                search(ServerQuestion.of(plan, REFERENCES, some(11)).withAssumed(ASSUMED));
        assertThat(ranking.ranked()).hasSizeGreaterThan(8);
        for (TriedServer server : ranking.ranked().subList(0, 6)) {
            Plan taken = server.trial().apply(plan);
            OptionResult result = Calculation.of(Resolver.resolve(taken, REFERENCES), Cancellation.never())
                    .live();
            assertThat(result.figures()
                            .value(result.sizing().cluster.totalHosts)
                            .asNumber())
                    .hasValue(server.outcome().hosts());
            assertThat(result.figures()
                                    .value(result.sizing().cluster.totalPower)
                                    .asNumber()
                                    .orElseThrow()
                            * 1000)
                    .isCloseTo(server.outcome().watts().orElseThrow(), org.assertj.core.data.Offset.offset(1e-6));
            assertThat(result.racks()).isEqualTo(server.outcome().fit());
        }
    }

    @Test
    void everyEntryIsRankedOrExcludedWithAReason() {
        List<CatalogEntry> entries = some(7);
        ServerRanking ranking = search(ServerQuestion.of(SamplePlans.standard(), REFERENCES, entries));
        for (CatalogEntry entry : entries) {
            assertThat(ranking.ranked().stream()
                                    .anyMatch(server -> server.entry().equals(entry))
                            || ranking.excluded().stream()
                                    .anyMatch(server -> server.entry().equals(entry)))
                    .isTrue();
        }
        assertThat(ranking.excluded())
                .allSatisfy(server -> assertThat(server.sentence()).endsWith("."));
        assertThat(ranking.excluded())
                .filteredOn(server ->
                        server.gpu().filter(gpu -> gpu.name().equals("L4")).isPresent())
                .isNotEmpty()
                .allSatisfy(server -> {
                    assertThat(server.reason()).isEqualTo(ExcludedServer.Reason.CANNOT_CARRY);
                    assertThat(server.sentence())
                            .isEqualTo("No MIG profile of L4 gives Embedding and reranking its 32 GiB.");
                });
    }

    @Test
    void unknownPowerIsNotZeroAndItsLimitIsNotJudged() {
        ServerRanking ranking =
                search(ServerQuestion.of(SamplePlans.standard(), REFERENCES, List.of(entry("H200 SXM 141GB", 8))));
        ServerOutcome outcome = ranking.winner().orElseThrow().outcome();
        assertThat(outcome.watts()).isEmpty();
        assertThat(outcome.wattsAtLeast()).isEqualTo(outcome.hosts() * 8 * 700);
        assertThat(outcome.open()).contains(RackLimit.POWER, RackLimit.COOLING);
        assertThat(outcome.verdict()).isEqualTo(ServerOutcome.Verdict.OPEN);
        assertThat(RankBy.POWER.isKnown(ranking.winner().orElseThrow())).isFalse();
    }

    @Test
    void gpusAloneCanBeTooMuchForARackWhoseHostPowerIsUnknown() {
        Plan sample = SamplePlans.standard();
        Plan tight = sample.withSite(sample.site()
                .withRacks(sample.site().racks().stream()
                        .map(rack -> rack.withUsablePerFeed(Watts.ofKilowatts(4)))
                        .toList()));
        TriedServer server = search(ServerQuestion.of(tight, REFERENCES, List.of(entry("H200 SXM 141GB", 8))))
                .winner()
                .orElseThrow();
        assertThat(server.outcome().verdict()).isEqualTo(ServerOutcome.Verdict.BEYOND);
        // 5.6 kW of GPUs against 4 less 0.8 kW
        assertThat(new ServerWords(tight.site().racks()).site(server.outcome()))
                .contains("even if a host drew only what its GPUs draw")
                .contains("needs 2.4 kW more power with one feed lost");
    }

    @Test
    void alikeServersAreCalculatedOnce() {
        CatalogEntry first = entry("H200 SXM 141GB", 8);
        CatalogEntry twin = new CatalogEntry(
                new EntryId("somebody/twin/h200"),
                "Somebody",
                "Twin",
                first.gpu(),
                first.maxGpu(),
                first.cpu(),
                first.maxCpu(),
                first.validation(),
                first.validationText(),
                first.systemClass(),
                first.extra(),
                first.raw());
        CatalogEntry other = new CatalogEntry(
                new EntryId("somebody/other/h200"),
                "Somebody",
                "Other",
                first.gpu(),
                first.maxGpu(),
                first.cpu(),
                first.maxCpu(),
                first.validation(),
                first.validationText(),
                first.systemClass(),
                first.extra(),
                first.raw());
        Plan plan = SamplePlans.standard();
        ServerRanking one = search(ServerQuestion.of(plan, REFERENCES, List.of(twin)));
        ServerRanking two = search(ServerQuestion.of(plan, REFERENCES, List.of(twin, other)));
        assertThat(two.calculated()).isEqualTo(one.calculated());
        assertThat(two.winners()).hasSize(2);
        assertThat(two.runnerUp()).isEmpty();
        assertThat(two.places()).containsExactly(1, 1);
    }

    @Test
    void withoutAStatedValidationOnlyIfAskedFor() {
        CatalogEntry known = entry("H200 SXM 141GB", 8);
        CatalogEntry unvalidated = new CatalogEntry(
                known.id(),
                known.vendor(),
                known.model(),
                known.gpu(),
                known.maxGpu(),
                known.cpu(),
                known.maxCpu(),
                Validation.UNKNOWN,
                "",
                known.systemClass(),
                known.extra(),
                known.raw());
        ServerQuestion question = ServerQuestion.of(SamplePlans.standard(), REFERENCES, List.of(unvalidated));
        assertThat(search(question).excluded())
                .extracting(ExcludedServer::reason)
                .containsExactly(ExcludedServer.Reason.NOT_QUALIFIED);
        assertThat(search(question.withAnyValidation(true)).ranked()).hasSize(1);
    }

    @Test
    void sameQuestionGivesTheSameAnswer() {
        ServerQuestion question = ServerQuestion.of(SamplePlans.standard(), REFERENCES, some(40));
        assertThat(search(question)).isEqualTo(search(question));
    }

    @Test
    void canBeCancelledAndTellsHowFarItIs() {
        ServerQuestion question = ServerQuestion.of(SamplePlans.standard(), REFERENCES, some(30));
        List<Integer> done = new ArrayList<>();
        AtomicInteger all = new AtomicInteger();
        ServerSearch.search(question, RankBy.HOSTS, Cancellation.never(), (at, of) -> {
            done.add(at);
            all.set(of);
        });
        assertThat(done).isSorted().startsWith(0).endsWith(all.get()).doesNotHaveDuplicates();
        AtomicInteger asked = new AtomicInteger();
        assertThatExceptionOfType(Cancellation.Superseded.class)
                .isThrownBy(() -> ServerSearch.search(
                        question, RankBy.HOSTS, () -> asked.incrementAndGet() > 12, ServerSearch.Progress.none()));
    }

    @Test
    void anOptionWithoutHostsToBuyIsToldSo() {
        Plan plan = SamplePlans.standard();
        Option option = plan.liveOption();
        Plan without = plan.withOption(new Option(option.id(), option.name(), option.platform(), List.of(), List.of()));
        ServerQuestion question = ServerQuestion.of(without, REFERENCES, some(50));
        assertThatThrownBy(() -> search(question))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Add hosts to buy");
    }

    @Test
    void otherHostsOnAutoAreToldBeforeAnythingIsTried() {
        Plan plan = SamplePlans.standard();
        Option option = plan.liveOption();
        Cluster cluster = option.clusters().getFirst();
        HostGroup first = cluster.groups().getFirst();
        HostGroup second = new HostGroup(
                GroupId.of("g2"),
                "more hosts",
                first.server(),
                first.gpu(),
                8,
                HostCount.auto(),
                2,
                56,
                1,
                2048,
                64,
                first.typed());
        ServerQuestion question = ServerQuestion.of(
                plan.withOption(option.withCluster(cluster.withNewGroup(second))), REFERENCES, some(50));
        assertThatThrownBy(() -> search(question))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The number of more hosts is on AUTO");
    }

    @Test
    void morePowerPerFeedNeverRanksAServerLower() {
        Plan plan = SamplePlans.standard();
        List<CatalogEntry> entries = some(13);
        int beyond = Integer.MAX_VALUE;
        for (double kilowatts : new double[] {3, 6, 12, 24, 48}) {
            Plan larger = plan.withSite(plan.site()
                    .withRacks(plan.site().racks().stream()
                            .map(rack -> widened(rack, kilowatts))
                            .toList()));
            int now =
                    (int) search(ServerQuestion.of(larger, REFERENCES, entries).withAssumed(ASSUMED)).ranked().stream()
                            .filter(RankBy::isBeyond)
                            .count();
            assertThat(now).isLessThanOrEqualTo(beyond);
            beyond = now;
        }
        assertThat(beyond).isZero();
    }

    private static Rack widened(Rack rack, double kilowatts) {
        return rack.withUsablePerFeed(Watts.ofKilowatts(kilowatts))
                .withCooling(Optional.empty())
                .withUnits(100)
                .withMaxLoad(Optional.of(Kilograms.of(5000)));
    }
}
