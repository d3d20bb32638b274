package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.placement.RackFit.Hosts;
import org.sizewright.placement.RackFit.Room;
import org.sizewright.placement.SiteLimits.InRack;
import org.sizewright.placement.SiteLimits.Kind;

class SiteLimitsTest {
    private static OptionalDouble of(double number) {
        return OptionalDouble.of(number);
    }

    private static Room rack(double watts, double units, double kilograms, double cooling) {
        return new Room(watts, units, of(kilograms), of(cooling));
    }

    private static Hosts hosts(int count, double watts, double units, double kilograms) {
        return new Hosts(count, of(watts), of(units), of(kilograms));
    }

    private static SiteLimits limits(List<Room> racks, Hosts... kinds) {
        return SiteLimits.of(RackFit.fit(racks, List.of(kinds)));
    }

    @Test
    void powerWithOneFeedLostBindsBeforeTheUnitsAreFull() {
        // 21.2 kW left of 22; 10.2 kW per host: 2 hosts, 0.8 kW over; 39 U would take 6, 960 kg 8, 24.2 kW of cooling 2
        InRack rack = limits(List.of(rack(21_200, 39, 960, 24_200)), hosts(1, 10_200, 6, 120))
                .kinds()
                .getFirst()
                .racks()
                .getFirst();
        assertThat(rack.hosts()).hasValue(2);
        assertThat(rack.binding()).containsExactly(RackLimit.POWER, RackLimit.COOLING);
        assertThat(rack.open()).isEmpty();
    }

    @Test
    void unknownPowerAndWeightLeaveTheirLimitsOpenAndAreNotZero() {
        Kind kind = limits(
                        List.of(new Room(10_000, 40, OptionalDouble.empty(), of(12_000))),
                        new Hosts(2, OptionalDouble.empty(), of(4), of(50)))
                .kinds()
                .getFirst();
        assertThat(kind.racks().getFirst().hosts()).hasValue(10);
        assertThat(kind.racks().getFirst().binding()).containsExactly(RackLimit.UNITS);
        assertThat(kind.open()).containsExactly(RackLimit.POWER, RackLimit.COOLING, RackLimit.WEIGHT);
        assertThat(kind.racks().getFirst().limits())
                .contains(
                        new SiteLimits.Judged.Open(RackLimit.POWER, true, false),
                        new SiteLimits.Judged.Open(RackLimit.WEIGHT, false, true));
    }

    @Test
    void nothingKnownIsNoNumberOfHosts() {
        InRack rack = limits(
                        List.of(rack(10_000, 40, 500, 12_000)),
                        new Hosts(1, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()))
                .kinds()
                .getFirst()
                .racks()
                .getFirst();
        assertThat(rack.hosts()).isEmpty();
        assertThat(rack.binding()).isEmpty();
        assertThat(rack.open()).containsExactly(RackLimit.values());
    }

    @Test
    void hostsWithoutARackAreNamedWithTheLimitThatRefusedThem() {
        // rack 1 holds two of 9 kW and has 2 kW left, 0 U; rack 2 is small: 3.9 kW
        SiteLimits limits = limits(
                List.of(rack(20_000, 12, 900, 20_000), rack(3_900, 40, 900, 20_000)),
                hosts(2, 9_000, 6, 100),
                hosts(1, 5_050, 4, 100));
        assertThat(limits.kinds().get(0).without()).isZero();
        Kind refused = limits.kinds().get(1);
        assertThat(refused.without()).isEqualTo(1);
        assertThat(refused.refusals()).hasSize(2);
        assertThat(refused.refusals().getFirst().missing())
                .extracting(SiteLimits.Missing::limit)
                .containsExactly(RackLimit.POWER, RackLimit.COOLING, RackLimit.UNITS);
        SiteLimits.Refusal nearest = refused.nearest().orElseThrow();
        assertThat(nearest.rack()).isEqualTo(1);
        assertThat(nearest.missing().getFirst().limit()).isEqualTo(RackLimit.POWER);
        // 5.05 kW against 3.9 kW: 1.15 kW, told as enough
        assertThat(nearest.missing().getFirst().words()).isEqualTo("1.2 kW");
    }

    /** 500 W of 10 kW are a smaller part than one unit of six. */
    @Test
    void theNearestRackLacksTheSmallestPartOfWhatAHostNeeds() {
        Kind kind = limits(
                        List.of(rack(20_000, 5, 1_000, 20_000), rack(9_500, 42, 1_000, 20_000)),
                        hosts(1, 10_000, 6, 120))
                .kinds()
                .getFirst();
        assertThat(kind.nearest()).hasValueSatisfying(refusal -> {
            assertThat(refusal.rack()).isEqualTo(1);
            assertThat(refusal.missing()).extracting(SiteLimits.Missing::limit).containsExactly(RackLimit.POWER);
        });
    }

    @Test
    void largeHostsGoFirstWhereSmallOnesWouldTakeTheirPlace() {
        // the small ones first would take 2 + 2 kW of the racks, so that no 9 kW host fits the second time
        List<Room> racks = List.of(rack(10_000, 40, 900, 20_000), rack(4_000, 40, 900, 20_000));
        RackFit.Fit fit = RackFit.fit(racks, List.of(hosts(2, 2_000, 1, 10), hosts(1, 9_000, 8, 100)));
        assertThat(fit.hostsWithout()).isZero();
        assertThat(fit.hosts()).containsExactly(List.of(0, 1), List.of(2, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void moreOfALimitNeverTakesFewerHosts(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Room> racks = racks(random);
            Hosts kind = new Hosts(
                    1 + random.nextInt(30), unknownOr(random, 6_000), unknownOr(random, 8), unknownOr(random, 120));
            List<Room> larger = racks.stream()
                    .map(room -> new Room(
                            room.watts() + random.nextInt(3_000), room.units(), room.kilograms(), room.coolingWatts()))
                    .toList();
            RackFit.Fit before = RackFit.fit(racks, List.of(kind));
            RackFit.Fit after = RackFit.fit(larger, List.of(kind));
            assertThat(after.hostsWithout()).isLessThanOrEqualTo(before.hostsWithout());
            for (int rack = 0; rack < racks.size(); rack++) {
                assertThat(after.limits()
                                .kinds()
                                .getFirst()
                                .racks()
                                .get(rack)
                                .hosts()
                                .orElse(Integer.MAX_VALUE))
                        .isGreaterThanOrEqualTo(before.limits()
                                .kinds()
                                .getFirst()
                                .racks()
                                .get(rack)
                                .hosts()
                                .orElse(Integer.MAX_VALUE));
            }
        }
    }

    /** What the limits say of one kind alone is what the racks take of it. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void limitsAgreeWithTheFit(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Room> racks = racks(random);
            Hosts kind = hosts(200, 1 + random.nextInt(6_000), 1 + random.nextInt(8), 1 + random.nextInt(120));
            RackFit.Fit fit = RackFit.fit(racks, List.of(kind));
            Kind limits = fit.limits().kinds().getFirst();
            assertThat(limits.most()).hasValue(200 - fit.hostsWithout());
            for (int rack = 0; rack < racks.size(); rack++) {
                assertThat(limits.racks().get(rack).hosts())
                        .hasValue(fit.hosts().get(rack).getFirst());
            }
            assertThat(limits.refusals()).hasSameSizeAs(racks);
        }
    }

    private static List<Room> racks(Random random) {
        List<Room> racks = new ArrayList<>();
        IntStream.range(0, 1 + random.nextInt(4))
                .forEach(rack -> racks.add(new Room(
                        random.nextInt(25_000),
                        random.nextInt(48),
                        unknownOr(random, 1_200),
                        unknownOr(random, 30_000))));
        return racks;
    }

    private static OptionalDouble unknownOr(Random random, int most) {
        return random.nextInt(5) == 0 ? OptionalDouble.empty() : of(1 + random.nextInt(most));
    }
}
