package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.PinnedVm;
import org.sizewright.placement.Pinning;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Proof;

/** Small clusters with pins drawn from seeds: every answer is that of brute force around the pins. */
class PinnedHostsTest {
    private static final int CLUSTERS = Integer.getInteger("sizewright.clusters", 100);
    private static final int MOST = 12;

    private final HostSearch search = ProvenHosts.orFirstFit(2, () -> false);

    @Test
    void theFewestHostsAroundPinsAreThoseOfBruteForce() {
        int dearer = 0;
        // in 1375 machines insist on one size where GPUs are to run at mixed size
        for (int seed : IntStream.concat(IntStream.range(0, CLUSTERS), IntStream.of(1375))
                .toArray()) {
            Random random = new Random(31_000_000 + seed);
            PlacementProblem free = SmallClusters.draw(random, 1 + random.nextInt(6));
            PlacementProblem problem = free.withPins(pins(free, random));
            int fewest = 0;
            while (!fits(problem.withHosts(0, fewest)) || misses(problem, fewest)) {
                fewest++;
            }
            HostSearch.Answer answer = search.search(problem, 0, MOST);
            assertThat(answer.proof()).as("seed %s", seed).isInstanceOf(Proof.Optimal.class);
            assertThat(answer.proof().enough()).as("seed %s", seed).hasValue(fewest);
            assertThat(PlacementChecker.check(
                            answer.problem(), answer.placement().orElseThrow()))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(ProofCheck.check(problem, 0, answer.proof().fromBelow().orElseThrow(), Budget.of(20, 60)))
                    .as("seed %s", seed)
                    .isEmpty();
            int without = BruteForce.fewestHosts(free);
            assertThat(fewest).as("seed %s: a pin never makes fewer do", seed).isGreaterThanOrEqualTo(without);
            dearer += fewest > without ? 1 : 0;
        }
        assertThat(dearer).as("pins that cost a host").isGreaterThan(CLUSTERS / 20);
    }

    @Test
    void onHostsThatAreThereEverythingIsPlacedWhereBruteForcePlacesIt() {
        int inTheWay = 0;
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(32_000_000 + seed);
            PlacementProblem free = SmallClusters.draw(random, 2 + random.nextInt(5));
            int hosts = BruteForce.fewestHosts(free);
            PlacementProblem problem = free.withPins(pins(free, random).stream()
                            .map(pin -> onOneOf(hosts, pin, random))
                            .toList())
                    .withHosts(0, hosts);
            Placement placement = search.place(problem);
            assertThat(placement.placed().size() + placement.refused().size())
                    .as("seed %s", seed)
                    .isEqualTo(problem.vmCount());
            assertThat(PlacementChecker.check(problem, placement))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(placement.isComplete()).as("seed %s", seed).isEqualTo(fits(problem));
            if (!placement.isComplete()) {
                Optional<Proof> why = search.whyNot(problem, placement);
                assertThat(why.orElseThrow().words()).as("seed %s", seed).contains("pinned by hand, and around");
                inTheWay++;
            }
        }
        assertThat(inTheWay).isPositive();
    }

    private static PinnedVm onOneOf(int hosts, PinnedVm pin, Random random) {
        return new PinnedVm(pin.vmClass(), pin.number(), 0, random.nextInt(Math.max(1, hosts)), pin.gpus());
    }

    private static boolean fits(PlacementProblem problem) {
        return BruteForce.fits(problem, Pinning.of(problem).kept());
    }

    /** Whether more hosts would let another pin hold: it names a host that must then be there. */
    private static boolean misses(PlacementProblem problem, int hosts) {
        return Pinning.of(problem.withHosts(0, MOST)).kept().stream().anyMatch(vm -> vm.host() >= hosts);
    }

    private static List<PinnedVm> pins(PlacementProblem problem, Random random) {
        List<PinnedVm> pins = new ArrayList<>();
        for (PlacedVm vm :
                new FirstFitPlacer(7, 0).place(problem.withHosts(0, 6)).placed()) {
            if (random.nextInt(3) == 0) {
                int host = random.nextInt(3) == 0 ? random.nextInt(4) : vm.host();
                pins.add(new PinnedVm(vm.vmClass(), vm.number(), 0, host, vm.gpus()));
            }
        }
        return pins;
    }
}
