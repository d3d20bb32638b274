package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.placement.ExistingFit;
import org.sizewright.placement.ExistingFitSearch;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PinnedVm;
import org.sizewright.placement.Pinning;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.WeekProblem;

/** Whether machines fit on the hosts that are there: in place, after repacking, or never. */
class ExistingFitTest {
    private static final int CLUSTERS = Integer.getInteger("sizewright.clusters", 60);
    private static final int MOST = 12;

    private final ExistingFitSearch search =
            new ExistingFitSearch(ProvenHosts.orFirstFit(2, () -> false), MOST, () -> {});

    private static PlacementProblem twoGpus(int hosts, Policy policy, VmClass... vms) {
        HostSpec host = HostSpec.of("there", 2, SmallClusters.L40S, 64, 512);
        return new PlacementProblem(List.of(new HostGroupSpec(host, hosts)), List.of(vms), policy);
    }

    private static VmClass whole(String id, int count, int gpus) {
        return VmClass.of(id, count, new GpuNeed.Whole(gpus), 4, 32);
    }

    private static PinnedVm onGpu(String vmClass, int number, int host, int gpu) {
        return new PinnedVm(
                vmClass, number, 0, host, List.of(new GpuSlot(gpu, PartitionMode.FULL, PartitionScheme.WHOLE, 0)));
    }

    private ExistingFit fit(PlacementProblem problem) {
        return search.of(WeekProblem.always(problem), Set.of(0));
    }

    /** One machine on either host leaves one GPU on each: two on one host are there only when one of them moves. */
    @Test
    void aMachineWithTwoGpusFitsOnlyAfterAnotherMoved() {
        PlacementProblem problem = twoGpus(2, Policy.simple(), whole("one", 2, 1), whole("two", 1, 2));

        ExistingFit fit = fit(problem.withPins(List.of(onGpu("one", 1, 0, 0), onGpu("one", 2, 1, 0))));

        assertThat(fit.inPlace().isRuledOut()).isTrue();
        assertThat(fit.repacked().fits()).isTrue();
        assertThat(fit.today()).hasSize(2);
        assertThat(fit.moves())
                .singleElement()
                .satisfies(move ->
                        assertThat(move.to().host()).isEqualTo(1 - move.from().host()));
        assertThat(fit.more()).isEmpty();
        // where nobody said that machines run there, nothing has to move
        assertThat(fit(problem).inPlace().fits()).isTrue();
    }

    /** Five GPUs are asked for and four are there: 5 / 2 GPUs per host are 3 hosts. */
    @Test
    void whatIsTooMuchNeedsProvenlyOneHostMore() {
        ExistingFit fit = fit(twoGpus(2, Policy.simple(), whole("one", 5, 1))
                .withPins(List.of(onGpu("one", 1, 0, 0), onGpu("one", 2, 1, 1))));

        assertThat(fit.inPlace().isRuledOut()).isTrue();
        assertThat(fit.repacked())
                .isInstanceOfSatisfying(
                        ExistingFit.Answer.Cannot.class,
                        cannot -> assertThat(cannot.why()).contains("5 × one cannot fit on 2 hosts"));
        assertThat(fit.moves()).isEmpty();
        assertThat(fit.more())
                .singleElement()
                .isEqualTo(new ExistingFit.More(0, 1, OptionalInt.of(1)))
                .satisfies(more -> assertThat(more.isProven()).isTrue());
    }

    /** Four GPUs on three hosts leave a host's worth free; the fifth machine takes it. */
    @Test
    void whatMustRestartCounts() {
        Policy one = Policy.simple().withFailures(1);

        assertThat(fit(twoGpus(3, one, whole("one", 4, 1))).inPlace().fits()).isTrue();
        ExistingFit more = fit(twoGpus(3, one, whole("one", 5, 1)));
        assertThat(more.repacked().isRuledOut()).isTrue();
        assertThat(more.more()).containsExactly(new ExistingFit.More(0, 1, OptionalInt.of(1)));
    }

    /** A host to buy is no host that is there, wherever its group stands. */
    @Test
    void hostsToBuyDoNotCount() {
        PlacementProblem alone = twoGpus(2, Policy.simple(), whole("one", 5, 1));
        HostSpec bought = HostSpec.of("bought", 4, SmallClusters.L40S, 64, 512);
        PlacementProblem before = new PlacementProblem(
                List.of(
                        new HostGroupSpec(bought, 3),
                        alone.groups().getFirst(),
                        new HostGroupSpec(HostSpec.of("small", 1, SmallClusters.L40S, 64, 512), 3)),
                alone.vms(),
                alone.policy());

        ExistingFit fit = search.of(WeekProblem.always(before), Set.of(1));

        assertThat(fit.hosts()).isEqualTo(2);
        assertThat(fit.repacked().isRuledOut()).isTrue();
        assertThat(fit.more())
                .extracting(ExistingFit.More::group)
                .as("one more of any kind does")
                .containsExactly(0, 1, 2);
        assertThat(fit.more()).allSatisfy(more -> assertThat(more.range()).isEqualTo("1"));
    }

    @Test
    void whatFitsInPlaceFitsAfterRepacking() {
        ExistingFit.Answer open = new ExistingFit.Answer.Open("");
        ExistingFit.Answer cannot = new ExistingFit.Answer.Cannot("");

        assertThatThrownBy(() -> new ExistingFit(1, 1, 0, List.of(), open, cannot, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Small clusters drawn from seeds: both answers are those of brute force, and so is the number of hosts more. */
    @Test
    void everyAnswerIsThatOfBruteForce() {
        int[] kinds = new int[3];
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(33_000_000 + seed);
            PlacementProblem free = SmallClusters.draw(random, 2 + random.nextInt(4));
            int fewest = BruteForce.fewestHosts(free);
            int hosts = Math.max(1, random.nextInt(4) == 0 ? fewest - 1 : fewest);
            PlacementProblem problem =
                    free.withHosts(0, hosts).withPins(pins(free.withHosts(0, hosts), fewest, random));
            ExistingFit fit = fit(problem);
            List<PlacedVm> kept = Pinning.of(problem).kept();

            assertThat(fit.inPlace().fits()).as("seed %s", seed).isEqualTo(BruteForce.fits(problem, kept));
            assertThat(fit.repacked().fits()).as("seed %s", seed).isEqualTo(fewest <= hosts);
            assertThat(fit.inPlace().isRuledOut())
                    .as("seed %s", seed)
                    .isEqualTo(!fit.inPlace().fits());
            assertThat(fit.repacked().isRuledOut())
                    .as("seed %s", seed)
                    .isEqualTo(!fit.repacked().fits());
            right(problem, fit.inPlace(), seed);
            right(problem.withPins(List.of()), fit.repacked(), seed);
            if (!fit.repacked().fits()) {
                assertThat(fit.more())
                        .as("seed %s", seed)
                        .containsExactly(new ExistingFit.More(0, fewest - hosts, OptionalInt.of(fewest - hosts)));
                kinds[2]++;
            } else if (!fit.inPlace().fits()) {
                List<PinnedVm> moved =
                        fit.moves().stream().map(ExistingFit.Move::from).toList();
                List<PinnedVm> staying =
                        fit.today().stream().filter(vm -> !moved.contains(vm)).toList();
                assertThat(moved).as("seed %s", seed).isNotEmpty();
                assertThat(FirstFitPlacer.standard()
                                .place(problem.withPins(staying))
                                .isComplete())
                        .as("seed %s: around those that stay", seed)
                        .isTrue();
                kinds[1]++;
            } else {
                kinds[0]++;
            }
        }
        assertThat(kinds).as("in place, repacked, never").doesNotContain(0);
    }

    @Test
    void aHostMoreNeverTurnsYesToNo() {
        for (int seed = 0; seed < CLUSTERS / 3; seed++) {
            Random random = new Random(34_000_000 + seed);
            PlacementProblem drawn = SmallClusters.draw(random, 2 + random.nextInt(4));
            PlacementProblem free = drawn.withPolicy(drawn.policy().withFailures(random.nextInt(2)));
            int fewest = (int) FirstFitPlacer.standard().place(free.withHosts(0, 6)).placed().stream()
                    .mapToInt(PlacedVm::host)
                    .distinct()
                    .count();
            List<PinnedVm> pins = pins(free.withHosts(0, fewest), fewest, random);
            boolean inPlace = false;
            boolean repacked = false;
            for (int hosts = 1; hosts <= fewest + 3; hosts++) {
                ExistingFit fit = fit(free.withHosts(0, hosts)
                        .withPins(
                                Pinning.of(free.withHosts(0, hosts).withPins(pins))
                                                .unused()
                                                .isEmpty()
                                        ? pins
                                        : List.of()));
                boolean samePins = fit.today().size() == pins.size();
                assertThat(inPlace && samePins && fit.inPlace().isRuledOut())
                        .as("seed %s, %s hosts", seed, hosts)
                        .isFalse();
                assertThat(repacked && fit.repacked().isRuledOut())
                        .as("seed %s, %s hosts", seed, hosts)
                        .isFalse();
                inPlace = samePins && fit.inPlace().fits();
                repacked = fit.repacked().fits();
            }
            assertThat(repacked).as("seed %s: three hosts more do", seed).isTrue();
        }
    }

    private static void right(PlacementProblem problem, ExistingFit.Answer answer, int seed) {
        if (answer instanceof ExistingFit.Answer.Fits fits) {
            assertThat(fits.placement().isComplete()).as("seed %s", seed).isTrue();
            assertThat(PlacementChecker.check(problem, fits.placement()))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    /** Machines where first fit put them, some of them on another host or GPU. */
    private static List<PinnedVm> pins(PlacementProblem problem, int hosts, Random random) {
        HostGroupSpec group = problem.groups().getFirst();
        List<PinnedVm> pins = new ArrayList<>();
        for (PlacedVm vm : new FirstFitPlacer(7, 0)
                .place(problem.withPins(List.of()).withHosts(0, hosts))
                .placed()) {
            if (random.nextInt(3) > 0) {
                int host = random.nextBoolean() ? random.nextInt(group.count()) : vm.host();
                int turned = random.nextInt(3);
                pins.add(new PinnedVm(
                        vm.vmClass(),
                        vm.number(),
                        0,
                        host,
                        vm.gpus().stream()
                                .map(slot -> new GpuSlot(
                                        (slot.gpu() + turned) % group.host().gpus(),
                                        slot.mode(),
                                        slot.profile(),
                                        slot.start()))
                                .toList()));
            }
        }
        return pins;
    }
}
