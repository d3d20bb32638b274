package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.exact.HostRoom;
import org.sizewright.placement.exact.HostRooms;
import org.sizewright.placement.exact.RestartCheck;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;

/** Every restart plan that is shown is recounted by the two checkers, and every failure that is not survived names what is lost. */
class ShownRestartPlansTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theCheckersAcceptThem(int failures) {
        int plans = 0;
        for (OptionResult option : Calculation.of(
                        Resolver.resolve(tolerating(SamplePlans.standard(), failures), REFERENCES),
                        Cancellation.never())
                .options()) {
            for (ClusterPlacement placed : option.placements()) {
                for (HostFailure failure : placed.resilience().failures()) {
                    assertThat(PlacementChecker.check(placed.problem(), placed.placement(), failure))
                            .isEmpty();
                    assertThat(recounted(placed, failure)).isEmpty();
                    assertThat(failure.isSurvived() || !failure.lost().isEmpty())
                            .isTrue();
                    plans += failure.restarted().isEmpty() ? 0 : 1;
                }
            }
        }
        assertThat(plans).isGreaterThan(3);
    }

    /** By the checker that counts into the rooms that are left. */
    private static List<String> recounted(ClusterPlacement placed, HostFailure failure) {
        Set<PlacedVm> evicted = new HashSet<>(failure.evicted());
        Map<Integer, HostRoom> rooms = new HashMap<>(HostRooms.of(
                placed.problem(),
                placed.placement().placed().stream()
                        .filter(vm -> !failure.hosts().contains(vm.host()) && !evicted.contains(vm))
                        .toList()));
        failure.hosts().forEach(rooms::remove);
        Map<String, Integer> held = new HashMap<>();
        failure.restarted().forEach(vm -> held.merge(vm.vmClass(), 1, Integer::sum));
        return RestartCheck.faults(placed.problem(), held, rooms, failure.restarted());
    }

    private static Plan tolerating(Plan plan, int failures) {
        Plan changed = plan;
        for (Option option : plan.options()) {
            Option tolerant = option;
            for (Cluster cluster : option.clusters()) {
                tolerant = tolerant.withCluster(cluster.withHostFailures(failures));
            }
            changed = changed.withOption(tolerant);
        }
        return changed;
    }
}
