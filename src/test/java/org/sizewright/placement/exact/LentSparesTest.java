package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.Proof;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Survival;

/** Fewest hosts where only some machines must restart: the room of the others is lent. Against brute force with whole GPUs. */
class LentSparesTest {
    private static final int GPUS = 3;

    private final HostSearch proven = ProvenHosts.orFirstFit(1, () -> false);

    /** Two machines that must restart beside ten that may be stopped: four hosts of three GPUs carry all, and any may fail. */
    @Test
    void theRoomOfThoseThatMayBeStoppedIsASpare() {
        PlacementProblem problem = problem(
                1,
                VmClass.of("must", 2, new GpuNeed.Whole(1), 1, 1),
                VmClass.of("may", 10, new GpuNeed.Whole(1), 1, 1).withSurvival(Survival.MAY_BE_EVICTED));
        HostSearch.Answer answer = proven.search(problem, 0, 20);
        assertThat(answer.proof())
                .isInstanceOfSatisfying(
                        Proof.Optimal.class, found -> assertThat(found.hosts()).isEqualTo(4));
        assertThat(answer.resilience().orElseThrow().failures().stream()
                        .mapToInt(failure -> failure.evicted().size())
                        .max()
                        .orElseThrow())
                .isPositive();
    }

    @Test
    void optimalIsWhatBruteForceFinds() {
        int optimal = 0;
        int lent = 0;
        int asked = 0;
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            List<VmClass> vms = new ArrayList<>();
            for (Survival survival : Survival.values()) {
                vms.add(VmClass.of(
                                survival.name().toLowerCase(java.util.Locale.ROOT),
                                random.nextInt(4),
                                new GpuNeed.Whole(1 + random.nextInt(2)),
                                1,
                                1)
                        .withSurvival(survival));
            }
            int failures = 1 + random.nextInt(2);
            PlacementProblem problem = problem(failures, vms.toArray(VmClass[]::new));
            if (problem.vmCount() == 0) {
                continue;
            }
            asked++;
            HostSearch.Answer answer = proven.search(problem, 0, 20);
            int found = answer.proof().enough().orElseThrow();
            int fewest = 1;
            while (!Brute.survives(vms, fewest, failures)) {
                fewest++;
            }
            assertThat(found).as("seed %s: %s", seed, answer.proof().words()).isGreaterThanOrEqualTo(fewest);
            assertThat(answer.proof().fromBelow().orElseThrow().hosts())
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(fewest);
            assertThat(ProofCheck.check(problem, 0, answer.proof().fromBelow().orElseThrow(), Budget.of(20, 60)))
                    .isEmpty();
            if (answer.proof() instanceof Proof.Optimal) {
                assertThat(found).as("seed %s", seed).isEqualTo(fewest);
                optimal++;
            }
            for (HostFailure failure : answer.resilience().orElseThrow().failures()) {
                assertThat(failure.isSurvived()).isTrue();
                assertThat(PlacementChecker.check(
                                answer.problem(), answer.placement().orElseThrow(), failure))
                        .isEmpty();
                lent += failure.evicted().isEmpty() ? 0 : 1;
            }
        }
        assertThat(optimal).isEqualTo(asked);
        assertThat(lent).isGreaterThan(10);
    }

    private static PlacementProblem problem(int failures, VmClass... vms) {
        return new PlacementProblem(
                List.of(new HostGroupSpec(HostSpec.of("host", GPUS, SmallClusters.H100, 64, 512), 0)),
                List.of(vms),
                Policy.simple().withFailures(failures));
    }

    /** Counts of the three classes on each host, all of them, and all failures of each. */
    private static final class Brute {
        private final List<VmClass> vms;
        private final int failures;
        private final int[][] on;

        private Brute(List<VmClass> vms, int hosts, int failures) {
            this.vms = vms;
            this.failures = failures;
            on = new int[hosts][vms.size()];
        }

        static boolean survives(List<VmClass> vms, int hosts, int failures) {
            int[] left = vms.stream().mapToInt(VmClass::count).toArray();
            return new Brute(vms, hosts, failures).fill(0, left);
        }

        private int gpus(int vmClass) {
            return vms.get(vmClass).gpu().gpus();
        }

        private boolean fill(int host, int[] left) {
            if (host == on.length) {
                return Arrays.stream(left).sum() == 0 && allSurvive();
            }
            for (int a = 0; a <= left[0]; a++) {
                for (int b = 0; b <= left[1]; b++) {
                    for (int c = 0; c <= left[2]; c++) {
                        if (a * gpus(0) + b * gpus(1) + c * gpus(2) <= GPUS) {
                            on[host] = new int[] {a, b, c};
                            if (fill(host + 1, new int[] {left[0] - a, left[1] - b, left[2] - c})) {
                                return true;
                            }
                        }
                    }
                }
            }
            return false;
        }

        private boolean allSurvive() {
            for (int one = 0; one < on.length; one++) {
                for (int other = failures == 2 ? one + 1 : one;
                        other < (failures == 2 ? on.length : one + 1);
                        other++) {
                    if (!survives(one, other)) {
                        return false;
                    }
                }
            }
            // two failures on a single host are the failure of that host
            return failures == 1 || on.length > 1 || survives(0, 0);
        }

        /** Machines that must restart are equal, so each host takes as many as fit beside what may not be stopped. */
        private boolean survives(int one, int other) {
            int toRestart = on[one][0] + (other == one ? 0 : on[other][0]);
            int places = 0;
            for (int host = 0; host < on.length; host++) {
                if (host != one && host != other) {
                    places += (GPUS - on[host][0] * gpus(0) - on[host][1] * gpus(1)) / gpus(0);
                }
            }
            return places >= toRestart;
        }
    }
}
