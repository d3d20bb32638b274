package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.ExistingFit;
import org.sizewright.placement.ExistingFitSearch;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PinnedVm;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.WeekProblem;
import org.sizewright.placement.exact.ExactPlacer;
import org.sizewright.placement.exact.ProvenHosts;

/** A plan is asked whether something fits what is there in another way than a file of questions: both answer the same. */
class ExistingFitAgreesTest {
    private static final int CASES = 60;
    private static final List<String> PROFILES = List.of("1g.10gb", "1g.20gb", "2g.20gb", "3g.40gb");

    /** Some of the starts of an H100 as its vendor lists them. */
    private static final GpuGeometry GPU = new GpuGeometry(
            "H100",
            80 * 1024,
            Optional.of(PartitionScheme.mig(
                    8,
                    List.of(
                            Slice.of("1g.10gb", 1, List.of(0, 1, 2, 3, 4, 5, 6), 7),
                            Slice.of("1g.20gb", 2, List.of(0, 2, 4, 6), 4),
                            Slice.of("2g.20gb", 2, List.of(0, 2, 4), 3),
                            Slice.of("3g.40gb", 4, List.of(0, 4), 2)))),
            Optional.empty(),
            Optional.empty());

    @Test
    void bothWaysAnswerTheSame() {
        PlacementAnswers answers = new PlacementAnswers(ExactPlacer.load().orElseThrow(), 20);
        ExistingFitSearch search = new ExistingFitSearch(ProvenHosts.orFirstFit(2, () -> false), 12, () -> {});
        int[] kinds = new int[3];
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(35_000_000 + seed);
            List<VmClass> running = new ArrayList<>();
            List<VmClass> all = new ArrayList<>();
            for (String profile : PROFILES) {
                boolean large = profile.equals("3g.40gb");
                int there = large ? 0 : random.nextInt(3);
                running.add(VmClass.of(profile, there, new GpuNeed.Mig(profile), 0, 0));
                int more = large ? 1 + random.nextInt(3) : random.nextInt(2);
                all.add(VmClass.of(profile, there + more, new GpuNeed.Mig(profile), 0, 0));
            }
            HostSpec host = HostSpec.of("host", 2 + random.nextInt(2), GPU, 0, 0);
            PlacementProblem problem = new PlacementProblem(List.of(new HostGroupSpec(host, 1)), all, Policy.simple());
            List<PlacedVm> there = there(problem.withVms(running), random);
            if (there.isEmpty()) {
                continue;
            }
            List<PinnedVm> pins = there.stream()
                    .map(vm -> new PinnedVm(vm.vmClass(), vm.number(), 0, 0, vm.gpus()))
                    .toList();

            JsonNode answer = answers.answer(new PlacementCase.Fit("case", problem, there))
                    .path("answer");
            ExistingFit fit = search.of(WeekProblem.always(problem.withPins(pins)), Set.of(0));

            assertThat(fit.today()).as("seed %s", seed).hasSameSizeAs(pins);
            assertThat(fit.inPlace().fits())
                    .as("seed %s", seed)
                    .isEqualTo(answer.path("fitsInPlace").asBoolean());
            assertThat(fit.repacked().fits())
                    .as("seed %s", seed)
                    .isEqualTo(answer.path("fitsAfterRepack").asBoolean());
            kinds[fit.inPlace().fits() ? 0 : fit.repacked().fits() ? 1 : 2]++;
        }
        assertThat(kinds).as("in place, repacked, never").doesNotContain(0);
    }

    /** Machines numbered from 1 in scattered places: of more that first fit placed, some are gone again. */
    private static List<PlacedVm> there(PlacementProblem problem, Random random) {
        List<PlacedVm> placed = new FirstFitPlacer(random.nextLong(), 0)
                .place(problem.withVms(problem.vms().stream()
                        .map(vm -> vm.withCount(vm.count() * 2))
                        .toList()))
                .placed();
        List<PlacedVm> left = new ArrayList<>();
        for (VmClass vm : problem.vms()) {
            List<PlacedVm> own = new ArrayList<>(placed.stream()
                    .filter(each -> each.vmClass().equals(vm.id()))
                    .toList());
            java.util.Collections.shuffle(own, random);
            for (PlacedVm each : own.subList(0, Math.min(vm.count(), own.size()))) {
                int number = 1
                        + (int) left.stream()
                                .filter(one -> one.vmClass().equals(vm.id()))
                                .count();
                left.add(new PlacedVm(vm.id(), number, 0, each.gpus()));
            }
        }
        return left;
    }
}
