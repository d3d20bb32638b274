package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sizewright.partition.Schemes;
import org.sizewright.plan.Labels;
import org.sizewright.plan.RunTerms;
import org.sizewright.plan.Survival;
import org.sizewright.plan.TimeSlot;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.plan.WeeklyWindows.Window;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;

class WeekSearchTest {
    private static final WeeklyWindows OFFICE =
            WeeklyWindows.of(Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 8 * 60, 18 * 60));
    private static final WeeklyWindows NIGHTS =
            WeeklyWindows.of(Window.of(EnumSet.allOf(DayOfWeek.class), 20 * 60, 6 * 60));
    private static final HostSpec HOST = HostSpec.of("host", 8, Schemes.h100(), 256, 2048);
    private static final WeekSearch SEARCH = WeekSearch.of(HostCountSearch.standard(), () -> {});

    /** 16 GPUs by day and 16 by night are 2 hosts of 8, one more to spare; together they would be 4 and the spare. */
    @Test
    void theHostsFollowTheBusiestSlotAndNotTheSum() {
        WeekProblem week =
                week(1, Map.of("w1", OFFICE, "w2", NIGHTS), Problems.whole("w1", 16, 1), Problems.whole("w2", 4, 4));

        WeekSearch.Answer answer = SEARCH.search(week, 0, 20);

        assertThat(answer.proof()).isInstanceOfSatisfying(Proof.Optimal.class, optimal -> {
            assertThat(optimal.hosts()).isEqualTo(3);
            assertThat(optimal.words()).contains("The busiest of 3 slots is");
        });
        assertThat(HostCountSearch.standard().search(week.all(), 0, 20).proof())
                .isInstanceOfSatisfying(
                        Proof.Optimal.class,
                        optimal -> assertThat(optimal.hosts()).isEqualTo(5));
        assertThat(answer.week().slots()).hasSize(3).allMatch(WeekPlacement.Slot::isFine);
        check(week.withHosts(0, 3), answer.week());
    }

    @Test
    void whatAlwaysRunsHasOnePlaceForTheWholeWeek() {
        WeekProblem week = week(
                1,
                Map.of("w2", OFFICE, "w3", NIGHTS),
                Problems.mig("w1", 9, "2g.20gb"),
                Problems.whole("w2", 6, 1),
                Problems.whole("w3", 1, 4));

        WeekSearch.Answer answer = SEARCH.search(week, 0, 20);

        check(week.withHosts(0, hosts(answer.proof())), answer.week());
        assertThat(answer.week().all().placed()).hasSize(16);
        assertThat(answer.week().slots().stream()
                        .map(slot -> slot.placement().placed().stream()
                                .filter(vm -> vm.vmClass().equals("w1"))
                                .toList())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aSlotThatCannotFitIsNamed() {
        WeekProblem week = week(0, Map.of("w1", NIGHTS), Problems.whole("w1", 1, 9));

        assertThat(SEARCH.search(week, 0, 20).proof())
                .isInstanceOfSatisfying(
                        Proof.CannotFit.class,
                        cannot -> assertThat(cannot.words())
                                .startsWith("At daily 20:00\u201306:00: w1 fits on none of these hosts."));
    }

    @Test
    void aWorkloadWithALabelStaysOnItsHosts() {
        HostSpec labelled = new HostSpec(
                "training", 8, java.util.Optional.of(Schemes.h100()), 256, 2048, 0, java.util.Set.of("training"));
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(HOST, 2), new HostGroupSpec(labelled, 0)),
                List.of(
                        Problems.whole("w1", 10, 1),
                        Problems.whole("w2", 12, 1).withLabels(java.util.Set.of("training"))),
                Policy.simple());
        WeekProblem week = new WeekProblem(problem, times(problem, Map.of("w1", OFFICE, "w2", NIGHTS)));

        WeekSearch.Answer answer = SEARCH.search(week, 1, 20);

        assertThat(hosts(answer.proof())).isEqualTo(2);
        assertThat(answer.week().all().placed().stream()
                        .filter(vm -> vm.vmClass().equals("w2"))
                        .allMatch(vm -> vm.host() >= 2))
                .isTrue();
        check(week.withHosts(1, 2), answer.week());
    }

    /** Four cards beside eight GPUs: four machines by day and four by night share them, eight at once take two hosts. */
    @Test
    void cardsOfTheDayAreThoseOfTheNight() {
        HostSpec host = HOST.withNics(Optional.of(4));
        GpuNeed carded = new GpuNeed.Whole(1).withNics(true);
        PlacementProblem problem = Problems.of(
                host,
                0,
                Policy.simple(),
                Problems.whole("w1", 4, 1).withGpu(carded),
                Problems.whole("w2", 4, 1).withGpu(carded));
        WeekProblem week = new WeekProblem(problem, times(problem, Map.of("w1", OFFICE, "w2", NIGHTS)));

        WeekSearch.Answer answer = SEARCH.search(week, 0, 20);

        assertThat(hosts(answer.proof())).isEqualTo(1);
        check(week.withHosts(0, 1), answer.week());
        assertThat(hosts(HostCountSearch.standard().search(problem, 0, 20).proof()))
                .isEqualTo(2);
    }

    /** With windows never more hosts than without; the bound is right; in each slot everything is placed or refused. */
    @Test
    void randomWeeks() {
        int fewer = 0;
        int proven = 0;
        int solved = 0;
        for (long seed = 0; seed < 80; seed++) {
            Random random = new Random(seed);
            PlacementProblem problem = Problems.random(seed);
            Map<String, WeeklyWindows> windows = new HashMap<>();
            List<VmClass> vms = new ArrayList<>();
            for (VmClass vm : problem.vms()) {
                if (!FirstFitPlacer.standard()
                        .place(problem.withHosts(0, 1).withVms(List.of(vm.withCount(1))))
                        .isComplete()) {
                    continue;
                }
                vms.add(vm.withRestartable(true).withCount(3 * vm.count()));
                if (random.nextInt(3) > 0) {
                    windows.put(vm.id(), window(random));
                }
            }
            PlacementProblem asked =
                    problem.withVms(vms).withPolicy(problem.policy().withFailures(random.nextInt(2)));
            WeekProblem week = new WeekProblem(asked, times(asked, windows));
            check(week, SEARCH.place(week));
            HostSearch.Answer always = HostCountSearch.standard().search(asked, 0, 30);
            WeekSearch.Answer answer = SEARCH.search(week, 0, 30);
            if (always.placement().isPresent()) {
                solved++;
                int most = hosts(always.proof());
                int found = hosts(answer.proof());
                assertThat(found).as("seed %d", seed).isLessThanOrEqualTo(most);
                fewer += found < most ? 1 : 0;
                check(week.withHosts(0, found), answer.week());
                assertThat(answer.week().isComplete()).as("seed %d", seed).isTrue();
                assertThat(answer.week().isSurvived()).as("seed %d", seed).isTrue();
            }
            if (answer.proof() instanceof Proof.Optimal optimal) {
                proven++;
                boolean rests = java.util.stream.IntStream.range(0, week.slots())
                        .anyMatch(slot -> BoundChecker.check(week.at(slot), 0, optimal.bound())
                                .isEmpty());
                assertThat(rests).as("seed %d: %s", seed, optimal.words()).isTrue();
            }
        }
        assertThat(fewer).isGreaterThan(8);
        assertThat(proven).isGreaterThan(30);
        assertThat(solved).isGreaterThan(40);
    }

    private static WeeklyWindows window(Random random) {
        int from = 60 * random.nextInt(24);
        DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
        return WeeklyWindows.of(Window.of(EnumSet.of(day), from, (from + 60 * (1 + random.nextInt(22))) % 1440));
    }

    private static void check(WeekProblem week, WeekPlacement placed) {
        Map<String, PlacedVm> places = new HashMap<>();
        assertThat(placed.slots()).hasSize(week.slots());
        for (int i = 0; i < week.slots(); i++) {
            WeekPlacement.Slot slot = placed.slots().get(i);
            assertThat(slot.problem()).isEqualTo(week.at(i));
            assertThat(slot.violations()).isEmpty();
            assertThat(PlacementChecker.check(slot.problem(), slot.placement())).isEmpty();
            assertThat(slot.placement().placed().size()
                            + slot.placement().refused().size())
                    .isEqualTo(slot.problem().vmCount());
            for (HostFailure failure : slot.resilience().failures()) {
                assertThat(PlacementChecker.check(slot.problem(), slot.placement(), failure))
                        .isEmpty();
            }
            for (PlacedVm vm : slot.placement().placed()) {
                assertThat(places.merge(vm.vmClass() + "#" + vm.number(), vm, (before, now) -> before))
                        .isEqualTo(vm);
            }
        }
        assertThat(placed.all().placed().size() + placed.all().refused().size())
                .isEqualTo(week.all().vmCount());
    }

    private static int hosts(Proof proof) {
        return switch (proof) {
            case Proof.Optimal optimal -> optimal.hosts();
            case Proof.Between between -> between.upper();
            case Proof.Mixture mixture -> throw new AssertionError(mixture.words());
            case Proof.NotFound notFound -> throw new AssertionError(notFound.words());
            case Proof.CannotFit cannot -> throw new AssertionError(cannot.words());
        };
    }

    private static WeekProblem week(int failures, Map<String, WeeklyWindows> windows, VmClass... vms) {
        PlacementProblem problem = Problems.of(HOST, 0, Policy.simple().withFailures(failures), vms);
        return new WeekProblem(problem, times(problem, windows));
    }

    private static List<TimeSlot> times(PlacementProblem problem, Map<String, WeeklyWindows> windows) {
        return TimeSlot.ofWeek(problem.vms().stream()
                .sorted(Comparator.comparing(VmClass::id))
                .map(vm -> new Workload.GpuVms(
                        WorkloadId.of(vm.id()),
                        vm.id(),
                        Workload.GpuVms.Sharing.MIG,
                        1,
                        1,
                        new VmShape(1, 1),
                        Survival.MUST_RESTART,
                        new RunTerms(Labels.NONE, windows.getOrDefault(vm.id(), WeeklyWindows.ALWAYS))))
                .toList());
    }
}
