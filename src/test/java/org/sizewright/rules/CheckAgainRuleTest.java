package org.sizewright.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.library.Library;
import org.sizewright.plan.Plan;
import org.sizewright.plan.References;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;

class CheckAgainRuleTest {
    private static final SampleReferences SAMPLE = new SampleReferences();
    private static final Plan PLAN = SamplePlans.standard();

    /** The sample, with the list of another day. */
    private record Listed(Optional<LocalDate> day) implements References {
        @Override
        public Library library() {
            return SAMPLE.library();
        }

        @Override
        public Optional<CatalogEntry> server(EntryId id) {
            return SAMPLE.server(id);
        }

        @Override
        public Optional<LocalDate> listedOn(EntryId id) {
            return day;
        }
    }

    private static List<Finding> findings(Optional<LocalDate> day) {
        return Calculation.of(Resolver.resolve(PLAN, new Listed(day)), Cancellation.never()).live().findings().stream()
                .filter(finding -> finding.rule().equals("HOST-105"))
                .toList();
    }

    @Test
    void aValidationOlderThanTheAgeOfTheLibraryIsAWarning() {
        // 6 months, statement catalog-check-again
        LocalDate reference = PLAN.header().referenceDate();
        assertThat(findings(Optional.of(reference.minusMonths(6)))).isEmpty();
        assertThat(findings(Optional.of(reference.minusMonths(6).minusDays(1))))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.sentence()).contains("check the validation again");
                });
    }

    @Test
    void aListWhoseDayIsNotKnownIsNotJudged() {
        assertThat(findings(Optional.empty())).isEmpty();
    }
}
