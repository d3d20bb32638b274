package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.Schemes;
import org.sizewright.plan.Survival;

class FirstFitPlacerTest {
    private final HostSpec l40s = HostSpec.of("l40s", 2, Schemes.l40s(), 64, 512);
    private final HostSpec h100 = HostSpec.of("h100", 2, Schemes.h100(), 64, 512);

    /** 48 GB: three 16 GB vGPUs on a GPU at same size, two at mixed size. */
    @Test
    void sameSizeCarriesMoreOfOneSize() {
        VmClass vms = Problems.vgpu("desk", 6, "16C");
        assertThat(place(l40s, Policy.simple(), vms).placed()).hasSize(6);
        assertThat(place(l40s, mode(Policy.VgpuMode.MIXED_SIZE), vms).placed()).hasSize(4);
        assertThat(place(l40s, mode(Policy.VgpuMode.PER_GPU), vms).placed()).hasSize(6);
    }

    /** One 16 and two 8 fit one GPU at mixed size and need two at same size. */
    @Test
    void mixedSizeCarriesMoreOfAMixture() {
        VmClass[] vms = {Problems.vgpu("a", 2, "16C"), Problems.vgpu("b", 4, "8C"), Problems.vgpu("c", 1, "12C")};
        assertThat(place(l40s, Policy.simple(), vms).isComplete()).isFalse();
        assertThat(place(l40s, mode(Policy.VgpuMode.MIXED_SIZE), vms).isComplete())
                .isTrue();
        assertThat(place(l40s, mode(Policy.VgpuMode.PER_GPU), vms).isComplete()).isTrue();
    }

    @Test
    void unknownPlacementIdsFallBackToSameSizeAndSayWhy() {
        Placement placement = place(h100, mode(Policy.VgpuMode.MIXED_SIZE), Problems.vgpu("a", 3, "16C"));
        assertThat(placement.placed().getFirst().gpus().getFirst().mode()).isEqualTo(PartitionMode.EQUAL_SIZE);
        assertThat(placement.notes())
                .containsExactly(
                        "The mixed-size placement ids of H100-80 are not known: its GPUs were filled at same size.");
    }

    @Test
    void breadthFirstSpreadsAndDepthFirstFills() {
        VmClass vms = Problems.mig("a", 2, "1g.10gb");
        assertThat(gpus(place(h100, Policy.simple().withAssignment(Policy.Assignment.PERFORMANCE), vms)))
                .containsExactly(0, 1);
        assertThat(gpus(place(h100, Policy.simple(), vms))).containsExactly(0, 0);
    }

    @Test
    void saysWhichResourceBinds() {
        assertReason(Problems.mig("a", 15, "1g.10gb"), RefusedVm.Binding.GPU_SLICES, "a free start for 1g.10gb on 1");
        assertReason(Problems.whole("a", 3, 1), RefusedVm.Binding.WHOLE_GPUS, "one whole GPU on 1");
        assertReason(
                Problems.whole("a", 1, 4),
                RefusedVm.Binding.HOST_SIZE,
                "needs 4 whole GPUs on one host; the largest has 2");
        assertReason(Problems.mig("a", 1, "9g.90gb"), RefusedVm.Binding.PROFILE, "offers the profile 9g.90gb");
        assertReason(
                Problems.mig("a", 1, "1g.10gb").withLabels(Set.of("secure")), RefusedVm.Binding.LABEL, "labels secure");
        assertReason(VmClass.of("a", 9, new GpuNeed.None(), 8, 8), RefusedVm.Binding.VCPU, "8 vCPU on 1");
        assertReason(
                VmClass.of("a", 3, new GpuNeed.None(), 8, 200), RefusedVm.Binding.MEMORY, "200 GiB of memory on 1");
        assertReason(VmClass.of("a", 1, new GpuNeed.None(), 65, 8), RefusedVm.Binding.HOST_SIZE, "65 vCPU");
        HostSpec oneCard = h100.withNics(Optional.of(1));
        assertReason(
                oneCard,
                Problems.whole("a", 2, 1).withGpu(new GpuNeed.Whole(1).withNics(true)),
                RefusedVm.Binding.NICS,
                "1 network card beside its GPU on 1");
        assertReason(
                h100.withNics(Optional.of(0)),
                Problems.whole("a", 1, 1).withGpu(new GpuNeed.Whole(1).withNics(true)),
                RefusedVm.Binding.HOST_NICS,
                "It needs 1 network card beside its GPU; even an empty host has 0.");
        PlacementProblem kinds = new PlacementProblem(
                List.of(
                        new HostGroupSpec(
                                HostSpec.of("one", 8, Schemes.h100(), 64, 512).withNics(Optional.of(1)), 1),
                        new HostGroupSpec(
                                HostSpec.of("four", 8, Schemes.h100(), 64, 512).withNics(Optional.of(4)), 1)),
                List.of(VmClass.of("a", 3, new GpuNeed.Whole(8).withNics(true), 4, 8)),
                Policy.simple());
        assertThat(new FirstFitPlacer(1, 1)
                        .place(kinds)
                        .refused()
                        .getFirst()
                        .reason()
                        .words())
                .as("one card on the one host, four on the other")
                .contains("the network cards beside its GPUs on 2");
        assertThat(new FirstFitPlacer(1, 1)
                        .place(Problems.of(h100, 0, Policy.simple(), Problems.mig("a", 1, "1g.10gb")))
                        .refused()
                        .getFirst()
                        .reason()
                        .binding())
                .isEqualTo(RefusedVm.Binding.NO_HOST);
    }

    @Test
    void reservedMemoryIsNotGivenAway() {
        HostSpec host = new HostSpec("r", 0, Optional.empty(), 64, 512, 64, Set.of());
        VmClass vm = VmClass.of("a", 1, new GpuNeed.None(), 1, 449);
        assertThat(place(host, Policy.simple(), vm).refused()).hasSize(1);
        assertThat(place(host, Policy.simple(), VmClass.of("a", 1, new GpuNeed.None(), 1, 448))
                        .isComplete())
                .isTrue();
    }

    @Test
    void refusesTheEvictableFirst() {
        Placement placement = place(
                h100,
                Policy.simple(),
                Problems.whole("scratch", 2, 1).withSurvival(Survival.MAY_BE_EVICTED),
                Problems.whole("prod", 2, 1));
        assertThat(placement.refused())
                .extracting(RefusedVm::vmClass)
                .containsOnly("scratch")
                .hasSize(2);
    }

    @Test
    void figuresOfTwoHosts() {
        PlacementProblem problem = Problems.of(h100, 2, Policy.simple(), Problems.mig("a", 7, "1g.10gb"));
        PlacementFigures figures =
                PlacementFigures.of(problem, FirstFitPlacer.standard().place(problem));
        assertThat(figures.gpusUsed()).isEqualTo(1);
        assertThat(figures.gpusFree()).isEqualTo(1);
        assertThat(figures.gpusSpare()).isEqualTo(2);
        assertThat(figures.strandedGib()).as("the eighth memory slice").isEqualTo(10.0);
        assertThat(figures.openGib()).isZero();
        assertThat(figures.vmsByHost()).containsExactly(7, 0);
    }

    /** Every packing of up to seven machines on two small GPUs, tried in full. */
    @Test
    void asGoodAsTryingEverythingOnSmallGpus() {
        List<String> profiles = List.of("1g.6gb", "2g.12gb", "4g.24gb");
        HostSpec a30 = HostSpec.of("a30", 2, Schemes.a30(), 64, 512);
        for (int code = 0; code < 8 * 5 * 3; code++) {
            int[] counts = {code % 8, code / 8 % 5, code / 40};
            VmClass[] vms = IntStream.range(0, 3)
                    .mapToObj(i -> Problems.mig("vm" + i, counts[i], profiles.get(i)))
                    .toArray(VmClass[]::new);
            boolean fits = fits(counts, new int[2][4]);
            assertThat(place(a30, Policy.simple(), vms).isComplete())
                    .as("%d %d %d", counts[0], counts[1], counts[2])
                    .isEqualTo(fits);
        }
    }

    /** Tries every profile of the A30 at every start, without the layout classes. */
    private static boolean fits(int[] counts, int[][] gpus) {
        for (int profile = 2; profile >= 0; profile--) {
            if (counts[profile] == 0) {
                continue;
            }
            int size = 1 << profile;
            for (int[] gpu : gpus) {
                for (int start = 0; start + size <= 4; start += size) {
                    int from = start;
                    if (IntStream.range(start, start + size).allMatch(unit -> gpu[unit] == 0)) {
                        IntStream.range(from, from + size).forEach(unit -> gpu[unit] = 1);
                        counts[profile]--;
                        boolean rest = fits(counts, gpus);
                        counts[profile]++;
                        IntStream.range(from, from + size).forEach(unit -> gpu[unit] = 0);
                        if (rest) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }
        return true;
    }

    private void assertReason(VmClass vm, RefusedVm.Binding binding, String words) {
        assertReason(h100, vm, binding, words);
    }

    private static void assertReason(HostSpec host, VmClass vm, RefusedVm.Binding binding, String words) {
        RefusedVm.Reason reason =
                place(host, Policy.simple(), vm).refused().getFirst().reason();
        assertThat(reason.binding()).isEqualTo(binding);
        assertThat(reason.words()).contains(words);
    }

    private static Placement place(HostSpec host, Policy policy, VmClass... vms) {
        PlacementProblem problem = Problems.of(host, 1, policy, vms);
        Placement placement = FirstFitPlacer.standard().place(problem);
        assertThat(PlacementChecker.check(problem, placement)).isEmpty();
        return placement;
    }

    private static List<Integer> gpus(Placement placement) {
        return placement.placed().stream().map(vm -> vm.gpus().getFirst().gpu()).toList();
    }

    private static Policy mode(Policy.VgpuMode mode) {
        return Policy.simple().withVgpuMode(mode);
    }
}
