package org.sizewright.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.rules.VersionMap.Tie;

/** What the drawing of the versions shows. */
class VersionMapTest {
    private static Tie tie(VersionMap map, VersionSide one, VersionSide other) {
        return map.ties().stream()
                .filter(each -> List.of(each.one(), each.other()).containsAll(List.of(one, other)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ofASoundPlanNothingContradicts() {
        VersionMap map = VersionMap.of(RulePlan.subject(""));
        assertThat(map.conflicts()).isEmpty();
        assertThat(map.ties()).allMatch(each -> each.worst().isEmpty());
        assertThat(map.versions()).allMatch(version -> version.worst().isEmpty());
        assertThat(map.versions()).extracting(VersionMap.Version::side).containsExactly(VersionSide.values());
        assertThat(tie(map, VersionSide.HOST_DRIVER, VersionSide.GUEST_DRIVER))
                .satisfies(each -> assertThat(each.decided()).isTrue())
                .satisfies(each -> assertThat(each.rules()).containsExactly("DRV-004"));
    }

    @Test
    void onlyTheSidesOfAContradictionAreMarked() {
        VersionMap map = VersionMap.of(RulePlan.subject("guest-release=20.0"));
        assertThat(map.ties().stream().filter(each -> each.worst().isPresent()))
                .containsExactly(tie(map, VersionSide.HOST_DRIVER, VersionSide.GUEST_DRIVER));
        assertThat(map.versions().stream()
                        .filter(version -> version.worst().isPresent())
                        .map(VersionMap.Version::side))
                .containsExactlyInAnyOrder(VersionSide.HOST_DRIVER, VersionSide.GUEST_DRIVER);
    }

    @Test
    void whatIsNotStatedIsOpen() {
        VersionMap map = VersionMap.of(RulePlan.subject("guest-release="));
        Tie drivers = tie(map, VersionSide.HOST_DRIVER, VersionSide.GUEST_DRIVER);
        assertThat(drivers.decided()).isFalse();
        assertThat(drivers.worst()).isEmpty();
    }

    /** The rule on the operator looks at three sides; the one that is not stated is no part of what it finds. */
    @Test
    void whatIsNotStatedContradictsNothing() {
        VersionMap map = VersionMap.of(
                RulePlan.subject("gpu-operator=26.7;kubernetes-version=1.31;node-os=;#platform=VSPHERE_KUBERNETES"));
        assertThat(tie(map, VersionSide.KUBERNETES, VersionSide.GPU_OPERATOR).worst())
                .isPresent();
        assertThat(tie(map, VersionSide.KUBERNETES, VersionSide.GUEST_SYSTEM).worst())
                .isEmpty();
        assertThat(map.versions())
                .filteredOn(version -> version.side() == VersionSide.GUEST_SYSTEM)
                .allMatch(version -> version.worst().isEmpty());
    }
}
