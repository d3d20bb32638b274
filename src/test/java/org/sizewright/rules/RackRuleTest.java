package org.sizewright.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Rack;
import org.sizewright.plan.Resolver;
import org.sizewright.quantity.Watts;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;

class RackRuleTest {
    private static List<Finding> findings(List<Rack> racks) {
        Plan plan = SamplePlans.standard();
        return Calculation.of(
                        Resolver.resolve(plan.withSite(plan.site().withRacks(racks)), new SampleReferences()),
                        Cancellation.never())
                .live()
                .findings()
                .stream()
                .filter(finding -> List.of("SITE-001", "PWR-001").contains(finding.rule()))
                .toList();
    }

    @Test
    void hostsWithoutARackAreNamedWithTheLimitAndTheDistance() {
        List<Rack> racks = SamplePlans.standard().site().racks();
        // each host draws 10.2 kW; rack 1 has 21.2 kW beside what is there, rack 2 9.2 kW and is 1 kW short
        assertThat(findings(List.of(racks.get(0), racks.get(1).withUsablePerFeed(Watts.ofKilowatts(10)))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject()).isEqualTo("xe9680");
                    assertThat(finding.sentence())
                            .isEqualTo("2 of 4 hosts find no rack. Rack 1 lacks 9.4 kW of power with one feed lost and"
                                    + " 6.4 kW of cooling. Rack 2 lacks 1 kW of power with one feed lost.");
                    assertThat(finding.distance()).contains("needs 1 kW more power with one feed lost in Rack 2");
                });
    }

    @Test
    void aSiteWithoutRacksSaysSo() {
        assertThat(findings(List.of())).singleElement().satisfies(finding -> {
            assertThat(finding.sentence()).isEqualTo("4 of 4 hosts find no rack. The site has no racks.");
            assertThat(finding.distance()).contains("4 hosts too many");
        });
    }
}
