package org.sizewright.placement.exact;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Small clusters drawn from seeds: every answer is that of brute force, and the checker and the second formulation accept it. All
 * 10,000 run with {@code -Dsizewright.clusters=10000}.
 */
class BruteForceTest {
    private static final int CLUSTERS = Integer.getInteger("sizewright.clusters", 200);

    private final ExactPlacer placer = ExactPlacer.load().orElseThrow();

    @Test
    void theFewestHostsAreThoseOfBruteForce() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(seed);
            RunningMachines.fewest(placer, SmallClusters.draw(random, 1 + random.nextInt(6)), seed);
        }
    }

    /** Machines that run stay where first fit put them, and others come: in place, and restarts after each host failure. */
    @Test
    void whatFitsBesideRunningMachinesIsWhatBruteForceFits() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(7_000_000 + seed);
            RunningMachines.beside(
                    placer,
                    SmallClusters.draw(random, 2 + random.nextInt(5)).withHosts(0, 1 + random.nextInt(3)),
                    random,
                    seed);
        }
    }
}
