package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.placement.BoundChecker;
import org.sizewright.placement.GpuLinks;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostCountSearch;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.LowerBound;
import org.sizewright.placement.MixQuestion;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.Proof;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.HostObjective;

/** Machines that take the network cards beside their GPUs, on small clusters, against every place that there is. */
class NicClustersTest {
    private static final int CLUSTERS = Integer.getInteger("sizewright.clusters", 200);

    private final ExactPlacer placer = ExactPlacer.load().orElseThrow();
    private final HostSearch proven = ProvenHosts.orFirstFit(1, () -> false);

    private static HostSpec host(String id, int gpus, Random random) {
        Optional<Integer> nics = random.nextInt(8) == 0 ? Optional.empty() : Optional.of(1 + random.nextInt(gpus));
        // with links brute force tells GPUs apart, and has as many places to try
        GpuLinks links = gpus > 4 || random.nextBoolean() ? GpuLinks.none() : GpuLinks.pairs();
        return HostSpec.of(id, gpus, SmallClusters.H100, 64, 512)
                .withLinks(links)
                .withNics(nics);
    }

    private static List<VmClass> machines(Random random, int machines, HostSpec host) {
        List<VmClass> vms = new ArrayList<>();
        int left = machines;
        while (left > 0) {
            int count = 1 + random.nextInt(left);
            vms.add(VmClass.of("v" + vms.size(), count, need(random, host), random.nextInt(12), 8));
            left -= count;
        }
        return vms;
    }

    private static GpuNeed need(Random random, HostSpec host) {
        int kind = random.nextInt(6);
        if (kind == 0) {
            return new GpuNeed.Mig("3g.40gb");
        }
        int gpus = 1 + random.nextInt(Math.min(3, host.gpus()));
        GpuNeed.Joining joining =
                gpus == 2 && random.nextBoolean() ? GpuNeed.Joining.WHERE_LINKED : GpuNeed.Joining.ANY;
        return new GpuNeed.Whole(gpus, joining).withNics(kind > 1);
    }

    private static PlacementProblem draw(Random random, int machines) {
        HostSpec host = host("host", List.of(2, 4, 6, 8).get(random.nextInt(4)), random);
        return new PlacementProblem(
                List.of(new HostGroupSpec(host, 0)), machines(random, machines, host), Policy.simple());
    }

    @Test
    void theFewestHostsAreThoseOfBruteForce() {
        int dearer = 0;
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(9_000_000 + seed);
            PlacementProblem problem = draw(random, 1 + random.nextInt(6));
            int fewest = RunningMachines.fewest(placer, problem, seed);
            HostSearch.Answer answer = proven.search(problem, 0, 12);
            assertThat(answer.proof()).as("seed %s", seed).isInstanceOf(Proof.Optimal.class);
            assertThat(answer.proof().enough()).as("seed %s", seed).hasValue(fewest);
            assertThat(ProofCheck.check(problem, 0, answer.proof().fromBelow().orElseThrow(), Budget.of(20, 60)))
                    .as("seed %s", seed)
                    .isEmpty();
            int without = BruteForce.fewestHosts(problem.withVms(problem.vms().stream()
                    .map(vm -> vm.gpu() instanceof GpuNeed.Whole whole ? vm.withGpu(whole.withNics(false)) : vm)
                    .toList()));
            assertThat(fewest).as("seed %s: cards never make fewer do", seed).isGreaterThanOrEqualTo(without);
            dearer += fewest > without ? 1 : 0;
        }
        assertThat(dearer).as("cards that cost a host").isGreaterThan(CLUSTERS / 20);
    }

    @Test
    void whatFitsBesideRunningMachinesIsWhatBruteForceFits() {
        int refused = 0;
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(10_000_000 + seed);
            PlacementProblem problem = draw(random, 3 + random.nextInt(4)).withHosts(0, 1 + random.nextInt(2));
            refused += RunningMachines.beside(placer, problem, random, seed) ? 0 : 1;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void restartsKeepToTheCards() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(11_000_000 + seed);
            PlacementProblem problem = draw(random, 2 + random.nextInt(5)).withHosts(0, 2 + random.nextInt(2));
            RunningMachines.restarts(placer, problem, seed);
        }
    }

    /** Two kinds of hosts whose cards serve different numbers of GPUs: the cheapest mixture is that of brute force. */
    @Test
    void mixturesAreThoseOfBruteForce() {
        for (int seed = 0; seed < CLUSTERS / 5; seed++) {
            Random random = new Random(12_000_000 + seed);
            HostSpec small = host("small", 2, random);
            HostSpec large = host("large", 4, random);
            PlacementProblem problem = new PlacementProblem(
                    List.of(new HostGroupSpec(small, 0), new HostGroupSpec(large, 0)),
                    machines(random, 1 + random.nextInt(5), small),
                    Policy.simple());
            long first = 2 + random.nextInt(3);
            long second = 4 + random.nextInt(4);
            MixQuestion question = new MixQuestion(
                    HostObjective.LEAST_POWER,
                    "W",
                    List.of("small", "large"),
                    List.of(OptionalLong.of(MixQuestion.cost(first)), OptionalLong.of(MixQuestion.cost(second))),
                    Optional.empty());
            Proof.Mixture mixture =
                    (Proof.Mixture) proven.mix(problem, question, 20).proof();
            assertThat(mixture.isProven()).as("seed %s", seed).isTrue();
            assertThat(mixture.cost())
                    .as("seed %s", seed)
                    .isEqualTo(MixQuestion.cost(cheapest(problem, first, second)));
            assertThat(ProofCheck.check(problem, question, mixture.bound(), Budget.of(20, 60)))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    /** Cards of hosts without GPUs are beside none: they take no part, and nothing stumbles over them. */
    @Test
    void hostsWithoutGpusMayHaveCardsBesideHostsWithGpus() {
        HostSpec cpu = HostSpec.of("cpu", 0, SmallClusters.H100, 64, 512).withNics(Optional.of(4));
        HostSpec gpu = HostSpec.of("gpu", 4, SmallClusters.H100, 64, 512).withNics(Optional.of(2));
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(cpu, 0), new HostGroupSpec(gpu, 0)),
                List.of(
                        VmClass.of("carded", 3, new GpuNeed.Whole(1).withNics(true), 4, 8),
                        VmClass.of("plain", 3, new GpuNeed.None(), 30, 8)),
                Policy.simple());
        MixQuestion question = new MixQuestion(
                HostObjective.LEAST_POWER,
                "W",
                List.of("cpu", "gpu"),
                List.of(OptionalLong.of(MixQuestion.cost(1)), OptionalLong.of(MixQuestion.cost(4))),
                Optional.empty());
        HostSearch.Answer answer = proven.mix(problem, question, 20);
        Proof.Mixture mixture = (Proof.Mixture) answer.proof();
        assertThat(mixture.isProven()).isTrue();
        assertThat(mixture.cost()).isEqualTo(MixQuestion.cost(cheapest(problem, 1, 4)));
        assertThat(ProofCheck.check(problem, question, mixture.bound(), Budget.of(20, 60)))
                .isEmpty();
        PlacementProblem there = problem.withHosts(List.of(1, 2));
        Map<String, Integer> all = Map.of("carded", 3, "plain", 3);
        assertThat(SecondOpinion.fits(there, all, HostRooms.of(there, List.of()), Budget.of(20, 60)))
                .contains(true);
        Placement wrong = new Placement(
                List.of(new PlacedVm(
                        "carded", 1, 0, List.of(new GpuSlot(0, PartitionMode.FULL, PartitionScheme.WHOLE, 0)))),
                List.of(),
                List.of());
        assertThat(PlacementChecker.check(there, wrong)).isNotEmpty();
    }

    private static long cheapest(PlacementProblem problem, long first, long second) {
        long best = Long.MAX_VALUE;
        for (int small = 0; small <= 8; small++) {
            for (int large = 0; large <= 8; large++) {
                long cost = small * first + large * second;
                if (cost < best && BruteForce.fits(problem.withHosts(List.of(small, large)), List.of())) {
                    best = cost;
                }
            }
        }
        return best;
    }

    /** Bounds by cards hold beside hosts whose cards serve other numbers of GPUs, or are not counted. */
    @Test
    void boundsByCardsHoldBesideOtherHosts() {
        int byCards = 0;
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(13_000_000 + seed);
            HostSpec there = host("there", 2 + random.nextInt(3), random);
            HostSpec bought = host("bought", 4, random);
            PlacementProblem problem = new PlacementProblem(
                    List.of(new HostGroupSpec(there, random.nextInt(2)), new HostGroupSpec(bought, 0)),
                    machines(random, 1 + random.nextInt(6), there),
                    Policy.simple());
            int fewest = 0;
            while (!BruteForce.fits(problem.withHosts(1, fewest), List.of())) {
                fewest++;
            }
            HostSearch.Answer answer = HostCountSearch.first().search(problem, 1, 12);
            LowerBound bound = answer.proof().fromBelow().orElseThrow();
            assertThat(BoundChecker.check(problem, 1, bound))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(bound.hosts()).as("seed %s", seed).isLessThanOrEqualTo(fewest);
            byCards += bound instanceof LowerBound.HostWeights weights && weights.resource() == LowerBound.Resource.NICS
                    ? 1
                    : 0;
        }
        assertThat(byCards).isPositive();
    }
}
