package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacementProblem;

class SurvivingHostsTest {
    private static final int CLUSTERS = Integer.getInteger("sizewright.clusters", 200) / 5;

    private final ExactPlacer placer = ExactPlacer.load().orElseThrow();

    /** Two kinds of hosts: the cheapest numbers are those that brute force finds by counting costs up. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theCheapestHostsAreThoseOfBruteForce(int failures) {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(31L * failures + 100 * seed);
            PlacementProblem drawn = SmallClusters.draw(random, 1 + random.nextInt(4));
            HostSpec host = drawn.groups().getFirst().host();
            HostSpec smaller = new HostSpec(
                    "smaller",
                    Math.max(1, host.gpus() - 1),
                    host.geometry(),
                    12 + random.nextInt(host.vcpu() - 11),
                    48 + random.nextInt(host.memoryGib() - 47),
                    0,
                    Set.of());
            PlacementProblem problem = new PlacementProblem(
                    List.of(new HostGroupSpec(host, 0), new HostGroupSpec(smaller, 0)), drawn.vms(), drawn.policy());
            List<Long> costs = List.of(5L + random.nextInt(4), 2L + random.nextInt(4));
            SurvivingHosts.Answer answer = SurvivingHosts.search(placer, problem, costs, failures, Budget.of(20, 60));
            assertThat(answer.cost()).as("seed %s", seed).isEqualTo(cheapest(problem, costs, failures));
            assertThat(answer.bound()).as("seed %s", seed).isEqualTo(answer.cost());
            assertThat(answer.placement().map(found -> found.placed().size()))
                    .isEqualTo(Optional.of(problem.vmCount()));
        }
    }

    private static long cheapest(PlacementProblem problem, List<Long> costs, int failures) {
        for (long cost = 0; ; cost++) {
            for (int first = 0; first * costs.get(0) <= cost; first++) {
                long rest = cost - first * costs.get(0);
                if (rest % costs.get(1) == 0 && survives(problem, first, (int) (rest / costs.get(1)), failures)) {
                    return cost;
                }
            }
        }
    }

    private static boolean survives(PlacementProblem problem, int first, int second, int failures) {
        List<int[]> left = new ArrayList<>();
        for (int gone = 0; gone <= Math.min(first, failures); gone++) {
            int others = Math.min(second, failures - gone);
            left.add(new int[] {first - gone, second - others});
        }
        return left.stream()
                .allMatch(counts ->
                        BruteForce.fits(problem.withHosts(0, counts[0]).withHosts(1, counts[1]), List.of()));
    }
}
