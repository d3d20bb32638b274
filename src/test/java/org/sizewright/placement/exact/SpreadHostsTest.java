package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.placement.FailureReplay;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.LowerBound;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Proof;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Survival;

/** Machines spread so that every failure is survived, on GPUs that are shared; against every way to spread them. */
class SpreadHostsTest {
    private static final int CLUSTERS = Integer.getInteger("sizewright.clusters", 200) / 4;

    private final HostSearch proven = ProvenHosts.orFirstFit(1, () -> false);

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theFewestHostsAreThoseOfBruteForce(int failures) {
        int optimal = 0;
        int spread = 0;
        int asked = 0;
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(10_000L * failures + seed);
            PlacementProblem problem = draw(random, failures);
            if (problem.vms().stream().noneMatch(vm -> vm.survival() == Survival.MUST_RESTART)) {
                continue;
            }
            asked++;
            HostSearch.Answer answer = proven.search(problem, 0, 20);
            int found = answer.proof().enough().orElseThrow();
            LowerBound bound = answer.proof().fromBelow().orElseThrow();
            assertThat(ProofCheck.check(problem, 0, bound, Budget.of(20, 60)))
                    .as("seed %s: %s", seed, bound.words())
                    .isEmpty();
            int fewest = Brute.fewest(problem);
            assertThat(bound.hosts()).as("seed %s: %s", seed, bound.words()).isLessThanOrEqualTo(fewest);
            assertThat(found).as("seed %s", seed).isGreaterThanOrEqualTo(fewest);
            for (HostFailure failure : answer.resilience().orElseThrow().failures()) {
                assertThat(failure.isSurvived()).isTrue();
                assertThat(PlacementChecker.check(
                                answer.problem(), answer.placement().orElseThrow(), failure))
                        .isEmpty();
            }
            // the same number entered by hand is survived too
            PlacementProblem entered = problem.withHosts(0, found);
            HostSearch.Given given = proven.given(entered);
            assertThat(given.placement().isComplete()).as("seed %s", seed).isTrue();
            assertThat(given.resilience().isSurvived()).as("seed %s", seed).isTrue();
            optimal += answer.proof() instanceof Proof.Optimal ? 1 : 0;
            spread += bound instanceof LowerBound.NoRestart ? 1 : 0;
        }
        // machines keep their places on a host in reality, not in the bound: in between a few may stay open
        assertThat(optimal).isGreaterThanOrEqualTo(asked * 95 / 100);
        assertThat(spread).isPositive();
    }

    /** Packed as tightly as can be, these do not survive; spread over the hosts that were entered they do. */
    @ParameterizedTest
    @CsvSource({"1, 10107", "2, 20190"})
    void hostsThatWereEnteredAreUsedSoThatFailuresAreSurvived(int failures, long seed) {
        PlacementProblem problem = draw(new Random(seed), failures);
        PlacementProblem entered = problem.withHosts(
                0, proven.search(problem, 0, 20).proof().enough().orElseThrow());
        assertThat(proven.replay(entered, proven.place(entered)).isSurvived()).isFalse();
        HostSearch.Given given = proven.given(entered);
        assertThat(PlacementChecker.check(entered, given.placement())).isEmpty();
        assertThat(given.resilience().isSurvived()).isTrue();
    }

    /** One host fewer than are needed: what is said to help does. */
    @Test
    void whereAFailureIsNotSurvivedItSaysWhatHelps() {
        int said = 0;
        for (int seed = 0; seed < CLUSTERS; seed++) {
            PlacementProblem problem = draw(new Random(500_000L + seed), 1);
            int enough = proven.search(problem, 0, 20).proof().enough().orElseThrow();
            PlacementProblem fewer = problem.withHosts(0, Math.max(1, enough - 1));
            HostSearch.Given given = proven.given(fewer);
            if (given.placement().isComplete() && !given.resilience().isSurvived()) {
                assertThat(given.resilience().wayOut()).as("seed %s", seed).contains("With 1 more host every");
                said++;
            } else {
                assertThat(given.resilience().wayOut()).isEmpty();
            }
        }
        assertThat(said).isPositive();
    }

    private static PlacementProblem draw(Random random, int failures) {
        PlacementProblem drawn = SmallClusters.draw(random, 2 + random.nextInt(3));
        List<VmClass> vms = new ArrayList<>();
        for (VmClass vm : drawn.vms()) {
            vms.add(vm.withSurvival(Survival.values()[random.nextInt(Survival.values().length)]));
        }
        return new PlacementProblem(drawn.groups(), vms, drawn.policy().withFailures(failures));
    }

    /** Every way to spread the machines, counted by host; what one host can hold is asked of {@link BruteForce}. */
    private static final class Brute {
        private final PlacementProblem one;
        private final int[] counts;
        private final Map<List<Integer>, Boolean> fits = new HashMap<>();

        private Brute(PlacementProblem problem) {
            one = problem.withHosts(0, 1);
            counts = problem.vms().stream().mapToInt(VmClass::count).toArray();
        }

        static int fewest(PlacementProblem problem) {
            Brute brute = new Brute(problem);
            int hosts = 1;
            while (!brute.spreads(
                    FailureReplay.sets(hosts, problem.policy().failures()), empty(hosts, brute.counts.length), 0, 0)) {
                hosts++;
            }
            return hosts;
        }

        private static int[][] empty(int hosts, int classes) {
            return new int[hosts][classes];
        }

        /** Puts the rest of a class on the hosts from this one on, then the classes after it. */
        private boolean spreads(List<List<Integer>> failures, int[][] on, int vmClass, int host) {
            if (vmClass == counts.length) {
                return failures.stream().allMatch(failed -> survives(on, failed));
            }
            int left = counts[vmClass];
            for (int before = 0; before < host; before++) {
                left -= on[before][vmClass];
            }
            boolean last = host == on.length - 1;
            for (int here = last ? left : 0; here <= left; here++) {
                on[host][vmClass] = here;
                if (holds(on[host]) && spreads(failures, on, last ? vmClass + 1 : vmClass, last ? 0 : host + 1)) {
                    return true;
                }
            }
            on[host][vmClass] = 0;
            return false;
        }

        private boolean survives(int[][] on, List<Integer> failed) {
            List<int[]> left = new ArrayList<>();
            int[] lost = new int[counts.length];
            for (int host = 0; host < on.length; host++) {
                int[] kept = new int[counts.length];
                for (int i = 0; i < kept.length; i++) {
                    Survival survival = one.vms().get(i).survival();
                    kept[i] = survival == Survival.MAY_BE_EVICTED ? 0 : on[host][i];
                    if (failed.contains(host) && survival == Survival.MUST_RESTART) {
                        lost[i] += on[host][i];
                    }
                }
                if (!failed.contains(host)) {
                    left.add(kept);
                }
            }
            return restarts(left, lost, 0);
        }

        private boolean restarts(List<int[]> left, int[] lost, int vmClass) {
            if (vmClass == lost.length) {
                return true;
            }
            if (lost[vmClass] == 0) {
                return restarts(left, lost, vmClass + 1);
            }
            lost[vmClass]--;
            for (int[] host : left) {
                host[vmClass]++;
                if (holds(host) && restarts(left, lost, vmClass)) {
                    return true;
                }
                host[vmClass]--;
            }
            lost[vmClass]++;
            return false;
        }

        private boolean holds(int[] machines) {
            List<Integer> key = new ArrayList<>();
            List<VmClass> vms = new ArrayList<>();
            for (int i = 0; i < machines.length; i++) {
                key.add(machines[i]);
                vms.add(one.vms().get(i).withCount(machines[i]));
            }
            return fits.computeIfAbsent(key, asked -> BruteForce.fits(one.withVms(vms), List.of()));
        }
    }
}
