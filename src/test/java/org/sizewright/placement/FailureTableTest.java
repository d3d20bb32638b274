package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.partition.Schemes;

class FailureTableTest {
    private final HostSearch search = HostCountSearch.standard();

    private FailureTable table(PlacementProblem problem, Placement placement, int hosts) {
        return FailureTable.of(search, problem, placement, hosts, () -> true, part -> {});
    }

    /** Four hosts with two machines each and one that is empty: five failures, of two kinds. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void hostsThatAreAlikeAreAnsweredOnce(int tolerated) {
        PlacementProblem problem = Problems.of(
                HostSpec.of("h100x2", 2, Schemes.h100(), 64, 512),
                5,
                Policy.simple().withFailures(tolerated),
                Problems.whole("a", 8, 1));
        Placement placement = FirstFitPlacer.standard().place(problem);
        FailureTable singles = table(problem, placement, 1);
        assertThat(singles.rows()).hasSize(2);
        assertThat(singles.rows().getFirst().sets()).hasSize(4);
        assertThat(singles.rows().getLast().failure().restarted()).isEmpty();
        assertThat(singles.setsNotSurvived()).isZero();
        FailureTable pairs = table(problem, placement, 2);
        assertThat(pairs.rows()).hasSize(2);
        assertThat(pairs.rows().getFirst().failure().lost()).as("worst first").hasSize(2);
        assertThat(pairs.setsNotSurvived()).isEqualTo(6 + 4);
        assertThat(pairs.isComplete()).isTrue();
    }

    static Stream<PlacementProblem> problems() {
        return java.util.stream.IntStream.range(0, 60).mapToObj(seed -> Problems.random(40_000 + seed));
    }

    /** Answered once or one by one: as many are lost by each host and pair; and the checker accepts every plan. */
    @ParameterizedTest
    @MethodSource("problems")
    void everySetIsInTheTableOnceAndLosesAsMuch(PlacementProblem problem) {
        Placement placement = FirstFitPlacer.standard().place(problem);
        for (int hosts = 1; hosts <= 2; hosts++) {
            FailureTable table = table(problem, placement, hosts);
            List<List<Integer>> sets =
                    table.rows().stream().flatMap(row -> row.sets().stream()).toList();
            Set<List<Integer>> expected = new HashSet<>(FailureReplay.sets(problem.hostCount(), hosts));
            assertThat(sets).doesNotHaveDuplicates();
            assertThat(new HashSet<>(sets)).isEqualTo(expected);
            assertThat(table.isComplete()).isTrue();
            for (FailureTable.Row row : table.rows()) {
                assertThat(PlacementChecker.check(problem, placement, row.failure()))
                        .isEmpty();
                HostFailure last = FailureReplay.standard()
                        .of(problem, placement)
                        .apply(row.sets().getLast());
                assertThat(last.restarted().size()
                                + last.lost().size()
                                + last.down().size())
                        .isEqualTo(row.failure().restarted().size()
                                + row.failure().lost().size()
                                + row.failure().down().size());
            }
            List<Integer> lost = table.rows().stream()
                    .map(row -> row.failure().lost().size())
                    .toList();
            assertThat(lost).isSortedAccordingTo((one, other) -> Integer.compare(other, one));
        }
    }

    @Test
    void aTableThatNobodyWantsEndsWithWhatItHas() {
        PlacementProblem problem = Problems.random(7);
        Placement placement = FirstFitPlacer.standard().place(problem);
        List<FailureTable> parts = new ArrayList<>();
        FailureTable none = FailureTable.of(search, problem, placement, 2, () -> false, parts::add);
        assertThat(none.rows()).isEmpty();
        assertThat(parts).isEmpty();
        assertThat(none.isComplete()).isEqualTo(none.sets() == 0);
    }
}
