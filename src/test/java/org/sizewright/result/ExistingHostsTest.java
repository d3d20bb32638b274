package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sizewright.ExistingHostPlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.inventory.VmLoad;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.ExistingFit;
import org.sizewright.placement.ExistingFitSearch;
import org.sizewright.placement.HostCountSearch;
import org.sizewright.placement.HostSpec;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.ExistingGroups;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Origin;
import org.sizewright.plan.Pin;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.quantity.Bytes;

class ExistingHostsTest {
    private static final RowKey THERE = new RowKey("g1", "AI-Pilot");
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static OptionResult calculate(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }

    private static double number(OptionResult result, Figure figure, RowKey row) {
        return result.figures().value(figure, row).asNumber().orElseThrow();
    }

    @Test
    void existingAndNewHostsAreToldApart() {
        OptionResult result = calculate(ExistingHostPlans.nordhafen());
        ClusterPlacement placed = result.placements().getFirst();

        assertThat(result.headline().toLine()).startsWith("4 hosts (3 existing, 1 new) ");
        assertThat(placed.hostName(0)).isEqualTo("nh-esx-11.nordhafen.example");
        assertThat(placed.existing(2).map(InventoryHost::name)).contains("nh-esx-13.nordhafen.example");
        assertThat(placed.hostName(3)).isEqualTo("r760xa-new-01");
        assertThat(placed.existing(3)).isEmpty();
        assertThat(placed.violations()).isEmpty();
    }

    @Test
    void theMinimumBesideExistingHostsIsThatOfTheNewOnes() {
        Plan plan = ExistingHostPlans.nordhafen();
        Option option = plan.liveOption();
        Cluster cluster = option.clusters().getFirst();
        Plan auto = plan.withOption(
                option.withCluster(cluster.withGroup(cluster.groups().getLast().withCount(HostCount.auto()))));

        String hosts = calculate(auto).headline().parts().getFirst().toLine();

        assertThat(hosts).containsPattern("minimum of new hosts");
        assertThat(hosts).contains("3 existing");
    }

    /** The new hosts stand first in the cluster, where first fit would fill them first. */
    @Test
    void existingHostsAreFilledBeforeNewOnes() {
        Plan plan = ExistingHostPlans.nordhafen();
        Option option = plan.liveOption();
        Cluster cluster = option.clusters().getFirst();
        HostGroup bought = cluster.groups().getLast().withCount(HostCount.auto());
        Plan turned = plan.withOption(option.withCluster(
                cluster.withoutGroup(bought.id()).withHostFailures(0).withNewGroup(bought)));
        HostGroup there = cluster.groups().getFirst();
        Plan newFirst = plan.withOption(option.withCluster(cluster.withoutGroup(there.id())
                .withGroup(bought)
                .withHostFailures(0)
                .withNewGroup(there)));

        for (Plan asked : List.of(turned, newFirst)) {
            ClusterPlacement placed = calculate(asked).placements().getFirst();
            assertThat(placed.violations()).isEmpty();
            assertThat(placed.isComplete()).isTrue();
            for (int host = 0; host < placed.problem().hostCount(); host++) {
                boolean isThere = placed.existing(host).isPresent();
                assertThat(placed.figures().vmsByHost().get(host))
                        .as(placed.hostName(host))
                        .satisfies(vms -> assertThat(!isThere || vms > 0).isTrue());
            }
        }
    }

    @Test
    void whatRunsOnTheBusiestHostIsTakenOffEachHostOfTheGroup() {
        OptionResult result = calculate(ExistingHostPlans.nordhafen());
        HostSpec there =
                result.placements().getFirst().problem().groups().getFirst().host();

        // 2 x 32 cores less 16 vCPUs of nh-esx-11 and nh-esx-12 each
        assertThat(there.vcpu()).isEqualTo(48);
        // 1023 GiB less 32 GiB reserved less 128 GiB of nh-db-01 on nh-esx-12
        assertThat(there.usableMemoryGib()).isEqualTo(863);
        assertThat(number(result, result.sizing().demand.hosts.hostMemory, THERE))
                .isEqualTo(863);
        // 850 W + 2 x 350 W of the 2800 W that one supply carries
        assertThat(number(
                        result,
                        result.sizing().demand.hosts.existing.orElseThrow().supplies().left,
                        THERE))
                .isEqualTo(1250);
    }

    @Test
    void aHostOfWhichNobodyKnowsWhatRunsThereGetsNothing() {
        Plan plan = ExistingHostPlans.nordhafen();
        Plan unknown = plan.withExistingHosts(plan.site().existingHosts().stream()
                .map(host -> host.name().startsWith("nh-esx-12") ? host.withLoad(Optional.empty()) : host)
                .toList());

        OptionResult result = calculate(unknown);

        HostSpec there =
                result.placements().getFirst().problem().groups().getFirst().host();
        assertThat(there.vcpu()).isZero();
        assertThat(there.usableMemoryGib()).isZero();
        assertThat(result.findings())
                .filteredOn(finding -> finding.rule().equals("EXIST-008"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject()).isEqualTo("nh-esx-12.nordhafen.example");
                    assertThat(finding.sentence()).contains("until it is, nothing is placed on this group");
                });
    }

    /**
     * Three hosts with two L40S of 48 GB: 14 machines of 12 GB at four per GPU take four GPUs, 4 of 24 GB at two per GPU two. That is all
     * six; what must restart after a failure has no room.
     */
    @Test
    void whatFitsOnTheHostsThatAreThereAndHowManyMoreAreNeeded() {
        Plan plan = ExistingHostPlans.nordhafen();
        Option option = plan.liveOption();
        Cluster cluster = option.clusters().getFirst();

        ExistingFit careless = there(plan.withOption(option.withCluster(cluster.withHostFailures(0))));
        assertThat(careless.hosts()).isEqualTo(3);
        assertThat(careless.machines()).isEqualTo(18);
        assertThat(careless.inPlace().fits()).isTrue();

        ExistingFit careful = there(plan);
        assertThat(careful.repacked().isRuledOut()).isTrue();
        assertThat(careful.more())
                .containsExactly(
                        new ExistingFit.More(0, 1, OptionalInt.of(1)), new ExistingFit.More(1, 1, OptionalInt.of(1)));
        assertThat(careful.words(calculate(plan).placements().getFirst()))
                .endsWith(
                        "All fit, placed anew and with what must restart after a failure, with 1 more host like AI-Pilot"
                                + " (proven: none fewer), or with 1 more host like r760xa-new (proven: none fewer).");
    }

    /**
     * A machine of 24 GB alone on each of four GPUs locks their size: two GPUs with 4 places each are left for 14 machines of 12 GB. Once
     * two of the four double up with the others, four GPUs are.
     */
    @Test
    void whatIsPinnedToHostsThatAreThereRunsThereToday() {
        Plan plan = ExistingHostPlans.nordhafen();
        Option option = plan.liveOption();
        Cluster cluster = option.clusters().getFirst();
        Plan careless = plan.withOption(option.withCluster(cluster.withHostFailures(0)));
        String profile = calculate(careless).placements().getFirst().placement().placed().stream()
                .filter(vm -> vm.vmClass().equals("w2"))
                .map(vm -> vm.gpus().getFirst().profile())
                .findFirst()
                .orElseThrow();
        Plan scattered = careless;
        for (int i = 0; i < 4; i++) {
            scattered =
                    scattered.withOption(scattered.liveOption().withPin(pin("w2", i + 1, 1 + i / 2, i % 2, profile)));
        }

        ExistingFit fit = there(scattered);
        assertThat(fit.today()).hasSize(4);
        assertThat(fit.inPlace().isRuledOut()).isTrue();
        assertThat(fit.repacked().fits()).isTrue();
        assertThat(fit.moves()).as("two of them double up with the other two").hasSize(2);

        Plan elsewhere = careless.withOption(careless.liveOption()
                .withPin(new Pin(cluster.id(), "w2", 1, GroupId.of("g2"), 1, List.of(share(0, profile)))));
        assertThat(there(elsewhere).today())
                .as("a host to buy is not there today")
                .isEmpty();
    }

    @Test
    void withoutHostsThatAreThereAndBeforeTheProofNothingIsSaidOfThem() {
        Plan plan = ExistingHostPlans.nordhafen();
        Cluster cluster = plan.liveOption().clusters().getFirst();
        Plan bought = plan.withOption(plan.liveOption()
                .withCluster(cluster.withoutGroup(cluster.groups().getFirst().id())));

        assertThat(calculate(bought).existing()).isEmpty();
        assertThat(Calculation.first(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                        .live()
                        .existing())
                .isEmpty();
    }

    @Test
    void aNewerEditEndsTheQuestion() {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> new ExistingFitSearch(HostCountSearch.first(), 64, () -> {
                            if (asked.incrementAndGet() > 1) {
                                throw new Cancellation.Superseded();
                            }
                        })
                        .of(calculate(ExistingHostPlans.nordhafen())
                                .placements()
                                .getFirst()))
                .isInstanceOf(Cancellation.Superseded.class);
    }

    private static ExistingFit there(Plan plan) {
        return Optional.ofNullable(calculate(plan).existing().get(ClusterId.of("c1")))
                .orElseThrow();
    }

    private static Pin pin(String machine, int number, int host, int gpu, String profile) {
        return new Pin(ClusterId.of("c1"), machine, number, GroupId.of("g1"), host, List.of(share(gpu, profile)));
    }

    private static Pin.Share share(int gpu, String profile) {
        return new Pin.Share(gpu, Optional.of(new Pin.Place(PartitionMode.EQUAL_SIZE, profile, 0)));
    }

    @Test
    void groupsFollowTheirHosts() {
        Plan plan = ExistingHostPlans.nordhafen();
        List<InventoryHost> more = plan.site().existingHosts().stream()
                .map(host -> host.name().startsWith("nh-esx-1")
                        ? host.withFittings(host.fittings().withReservedMemory(Optional.of(Bytes.ofGib(64))))
                        : host)
                .toList();

        HostGroup group = plan.withExistingHosts(more)
                .liveOption()
                .clusters()
                .getFirst()
                .groups()
                .getFirst();

        assertThat(group.reservedMemoryGib()).isEqualTo(64);
    }

    @Test
    void hostsOfOneGroupStayEqualAndStayInTheSite() {
        Plan plan = ExistingHostPlans.nordhafen();
        List<InventoryHost> hosts = plan.site().existingHosts();
        InventoryHost first = hosts.getFirst();

        assertThatThrownBy(() -> plan.withExistingHost(
                        first.withFittings(first.fittings().withRiser(Optional.empty()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("differ in hardware");
        assertThatThrownBy(() -> plan.withExistingHosts(hosts.subList(1, hosts.size())))
                .hasMessageContaining("is in the group AI-Pilot of option Existing hosts first; remove it there first");
        assertThat(plan.withExistingHost(first.withLoad(Optional.of(VmLoad.NOTHING)))
                        .site()
                        .existingHosts()
                        .getFirst()
                        .load())
                .as("what runs on a host may differ")
                .contains(VmLoad.NOTHING);
        assertThat(ExistingGroups.alike(hosts)).hasSize(5);
    }

    @Test
    void theNumberOfExistingHostsIsNotTypedIn() {
        HostGroup group = ExistingHostPlans.nordhafen()
                .liveOption()
                .clusters()
                .getFirst()
                .groups()
                .getFirst();

        assertThat(group.origin()).isInstanceOf(Origin.Existing.class);
        assertThatThrownBy(() -> group.withCount(org.sizewright.plan.HostCount.of(5)))
                .hasMessageContaining("are there: their number is 3");
    }
}
