package org.sizewright.placement.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Schemes;
import org.sizewright.partition.Slice;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.advice.ProfileAdvice.Density;
import org.sizewright.placement.advice.ProfileAdvice.Verdict;
import org.sizewright.placement.arrival.ArrivalScript;
import org.sizewright.placement.arrival.ArrivalSimulation;
import org.sizewright.placement.arrival.GpuChoice;

class ProfileAdvisorTest {
    private static final ProfileAdvisor ADVISOR = new ProfileAdvisor(1, 20);

    static VmClass machines(int count) {
        return VmClass.of("w1", count, new GpuNeed.None(), 0, 0);
    }

    static PlacementProblem cluster(GpuGeometry gpu, int hosts, int gpus, VmClass... beside) {
        return new PlacementProblem(
                List.of(new HostGroupSpec(HostSpec.of("host", gpus, gpu, 1000, 10_000), hosts)),
                List.of(beside),
                Policy.simple());
    }

    private static List<ProfileAdvice> l40s(int machines, PartitionMode mode, double need, String... offered) {
        PlacementProblem cluster = cluster(Schemes.l40s(), 1, 1);
        return ADVISOR.advise(new ProfileQuestion(
                cluster, Schemes.l40s(), machines(machines), need, offers(Schemes.l40s(), offered), mode));
    }

    private static List<ProfileQuestion.Offer> offers(GpuGeometry gpu, String... profiles) {
        return Stream.of(profiles)
                .map(profile -> ProfileQuestion.Offer.of(gpu, profile))
                .toList();
    }

    /** Six machines of 10 GiB on one GPU of 48 GiB: four of 12, three of 16, two of 24. */
    @Test
    void theSmallestThatIsLargeEnoughCarriesMost() {
        List<ProfileAdvice> advice = l40s(6, PartitionMode.EQUAL_SIZE, 10, "24C", "16C", "12C", "8C");
        assertThat(advice.stream().map(ProfileAdvice::profile)).containsExactly("12C", "16C", "24C", "8C");
        assertThat(advice.stream().map(ProfileAdvice::verdict))
                .containsExactly(Verdict.OFFER, Verdict.AVOID, Verdict.AVOID, Verdict.AVOID);
        ProfileAdvice best = advice.getFirst();
        assertThat(best.spareGib()).isEqualTo(2);
        assertThat(best.densities())
                .containsExactly(
                        new Density(PartitionMode.EQUAL_SIZE, 4, 0), new Density(PartitionMode.MIXED_SIZE, 4, 0));
        assertThat(best.outcome(PartitionMode.EQUAL_SIZE).orElseThrow().refused(0.95))
                .isEqualTo(2);
        assertThat(best.reason())
                .isEqualTo(
                        "12 GiB, 2 GiB more than needed; 4 on a GPU (same size), as many as any. In 95 of 100 orders at"
                                + " most 2 machines are refused, and at most 0 GiB are stranded.");
        assertThat(advice.get(1).reason()).contains("1 more machine is refused than with 12C");
        assertThat(advice.getLast().reason()).isEqualTo("8 GiB are less than the 10 GiB that are needed.");
        assertThat(advice.getLast().outcomes()).isEmpty();
    }

    /** Mixed size has two starts for 16 GB, as for 24 GB: the 16 between them are left over. */
    @Test
    void placementIdsWasteMemory() {
        List<ProfileAdvice> advice = l40s(2, PartitionMode.MIXED_SIZE, 14, "16C", "24C");
        assertThat(advice.getFirst().profile()).isEqualTo("24C");
        assertThat(advice.getFirst()
                        .density(PartitionMode.MIXED_SIZE)
                        .orElseThrow()
                        .leftGib())
                .isZero();
        ProfileAdvice ids = advice.getLast();
        assertThat(ids.density(PartitionMode.EQUAL_SIZE)).contains(new Density(PartitionMode.EQUAL_SIZE, 3, 0));
        assertThat(ids.density(PartitionMode.MIXED_SIZE)).contains(new Density(PartitionMode.MIXED_SIZE, 2, 16));
        assertThat(ids.outcome(PartitionMode.MIXED_SIZE).orElseThrow().stranded(0.5))
                .isEqualTo(16);
        assertThat(ids.reason()).contains("A GPU full of it leaves 16 GiB unused.");
    }

    /** With 4C offered too the stretch between can still be used, so that nothing of it is stranded. */
    @Test
    void whatAnOfferedProfileCanUseIsNotStranded() {
        List<ProfileAdvice> advice = l40s(2, PartitionMode.MIXED_SIZE, 14, "16C", "24C", "4C");
        assertThat(advice.stream()
                        .filter(each -> each.profile().equals("16C"))
                        .map(each -> each.outcome(PartitionMode.MIXED_SIZE)
                                .orElseThrow()
                                .stranded(0.95)))
                .containsExactly(0.0);
    }

    /** Where as many fit, the larger size costs nothing: one machine on one GPU. */
    @Test
    void aLargerOneThatCarriesAsManyIsPossible() {
        List<ProfileAdvice> advice = ADVISOR.advise(new ProfileQuestion(
                cluster(Schemes.h100(), 1, 1),
                Schemes.h100(),
                machines(1),
                10,
                offers(Schemes.h100(), "1g.20gb", "2g.20gb", "3g.40gb", "4g.40gb", "7g.80gb"),
                PartitionMode.EQUAL_SIZE));
        assertThat(advice.stream().map(ProfileAdvice::profile))
                .containsExactly("1g.20gb", "2g.20gb", "3g.40gb", "4g.40gb", "7g.80gb");
        assertThat(advice.stream()
                        .map(each ->
                                each.density(PartitionMode.MIG).orElseThrow().most()))
                .containsExactly(4, 3, 2, 1, 1);
        assertThat(advice.get(1).reason()).contains("1g.20gb is large enough and a GPU carries 1 more of it");
        List<ProfileAdvice> equal = l40s(1, PartitionMode.MIXED_SIZE, 5, "6C", "4C", "8C");
        assertThat(equal.getFirst().profile()).isEqualTo("6C");
    }

    @Test
    void machinesBesideItCount() {
        VmClass whole = VmClass.of("big", 1, new GpuNeed.Whole(1), 0, 0);
        List<ProfileAdvice> advice = ADVISOR.advise(new ProfileQuestion(
                cluster(Schemes.l40s(), 1, 2, whole),
                Schemes.l40s(),
                machines(4),
                10,
                offers(Schemes.l40s(), "12C"),
                PartitionMode.EQUAL_SIZE));
        assertThat(advice.getFirst()
                        .outcome(PartitionMode.EQUAL_SIZE)
                        .orElseThrow()
                        .refused(0.5))
                .as("the whole GPU, or none when vGPUs take turns")
                .isLessThanOrEqualTo(1);
    }

    @Test
    void unknownIdsAreSaidAndALaterQuestionEndsThisOne() {
        List<ProfileAdvice> known = ADVISOR.advise(new ProfileQuestion(
                cluster(Schemes.h100(), 1, 1),
                Schemes.h100(),
                machines(1),
                10,
                offers(Schemes.h100(), "10C"),
                PartitionMode.MIXED_SIZE));
        assertThat(known.getFirst().verdict()).as("stays at same size").isEqualTo(Verdict.OFFER);
        assertThat(known.getFirst().density(PartitionMode.MIXED_SIZE)).isEmpty();
        ProfileQuestion question = new ProfileQuestion(
                cluster(Schemes.l40s(), 1, 1),
                Schemes.l40s(),
                machines(1),
                10,
                List.of(new ProfileQuestion.Offer("16Q", 15.8), new ProfileQuestion.Offer("never heard of", 20)),
                PartitionMode.MIXED_SIZE);
        assertThat(ADVISOR.advise(question)).hasSize(1);
        assertThat(ADVISOR.advise(question).getFirst().reason()).contains("are not known");
        assertThatThrownBy(() -> ProfileQuestion.Offer.of(Schemes.l40s(), "9C"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ADVISOR.advise(question, () -> false)).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> new ProfileQuestion(
                        question.cluster(),
                        Schemes.h100(),
                        machines(1),
                        10,
                        offers(Schemes.h100(), "10C"),
                        PartitionMode.MIXED_SIZE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A GPU of 80 GB carries ten of 8 and eight of 10. */
    @Test
    void tenInPlaceOfEight() {
        VmClass eights = VmClass.of("w1", 20, new GpuNeed.TimeSliced("8C"), 1, 1);
        ProfileReplacement change = ProfileReplacement.of(
                cluster(Schemes.h100(), 1, 2, eights),
                new GpuNeed.TimeSliced("8C"),
                new GpuNeed.TimeSliced("10C"),
                FirstFitPlacer.standard()::place);
        assertThat(change.before()).isEqualTo(new ClusterUse(20, 0, 1, 2, 0));
        assertThat(change.after()).isEqualTo(new ClusterUse(16, 4, 1, 2, 0));
        assertThat(change.words())
                .isEqualTo("20 machines with 10C in place of 8C: 4 fewer have a place, 4 in all have none, on as many"
                        + " GPUs, with no more memory stranded.");
        ProfileReplacement back = ProfileReplacement.of(
                cluster(Schemes.h100(), 2, 2, eights),
                new GpuNeed.TimeSliced("8C"),
                new GpuNeed.TimeSliced("20C"),
                FirstFitPlacer.standard()::place);
        assertThat(back.words()).contains("4 fewer have a place").contains("on 2 more GPUs");
        assertThat(ProfileReplacement.of(
                                cluster(Schemes.h100(), 1, 1, eights),
                                new GpuNeed.TimeSliced("5C"),
                                new GpuNeed.TimeSliced("8C"),
                                FirstFitPlacer.standard()::place)
                        .words())
                .isEqualTo("No machine of this cluster has 5C.");
    }

    /** Whatever the mode, rule and number of machines: of equal machines a larger profile never places more. */
    @Test
    void aLargerProfileNeverPlacesMore() {
        for (GpuGeometry gpu : List.of(Schemes.l40s(), Schemes.h100(), Schemes.a30())) {
            for (PartitionMode mode : List.of(PartitionMode.EQUAL_SIZE, PartitionMode.MIXED_SIZE, PartitionMode.MIG)) {
                List<Slice> slices = gpu.scheme(mode).map(PartitionScheme::slices).orElse(List.of()).stream()
                        .filter(slice -> slice.group().isEmpty())
                        .toList();
                for (Slice small : slices) {
                    for (Slice large : slices) {
                        if (small.size() < large.size()) {
                            for (int machines : List.of(1, 7, 30)) {
                                assertThat(placed(gpu, mode, large.profile(), machines))
                                        .as("%s %s: %s and %s", gpu.model(), mode, small.profile(), large.profile())
                                        .isLessThanOrEqualTo(placed(gpu, mode, small.profile(), machines));
                            }
                        }
                    }
                }
            }
        }
    }

    private static int placed(GpuGeometry gpu, PartitionMode mode, String profile, int machines) {
        GpuNeed need = ProfileQuestion.need(gpu, profile).orElseThrow();
        PlacementProblem problem = cluster(gpu, 2, 2, machines(machines).withGpu(need));
        PartitionMode shared = mode == PartitionMode.MIG ? PartitionMode.EQUAL_SIZE : mode;
        int arrived = new ArrivalSimulation(problem, shared, GpuChoice.LEAST_FREE)
                .run(ArrivalScript.inOrder(problem.vms()).events())
                .figures()
                .total()
                .running();
        Policy policy = Policy.simple()
                .withVgpuMode(
                        mode == PartitionMode.MIXED_SIZE ? Policy.VgpuMode.MIXED_SIZE : Policy.VgpuMode.SAME_SIZE);
        int placed = FirstFitPlacer.standard()
                .place(problem.withPolicy(policy))
                .placed()
                .size();
        assertThat(arrived).as("equal machines need no plan").isEqualTo(placed);
        return placed;
    }
}
