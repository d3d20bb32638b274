package org.sizewright.result.platforms;

import java.util.List;
import org.sizewright.plan.Option.Platform;

/**
 * The workloads of an option on every platform, in the order of {@link #ORDER}.
 *
 * @param notes what was left as it is, in sentences
 */
public record PlatformComparison(List<PlatformOutcome> outcomes, List<String> notes) {
    public static final List<Platform> ORDER =
            List.of(Platform.VSPHERE, Platform.VSPHERE_KUBERNETES, Platform.OPENSHIFT, Platform.BARE_METAL);

    public PlatformComparison {
        outcomes = List.copyOf(outcomes);
        notes = List.copyOf(notes);
    }

    public PlatformOutcome inUse() {
        return outcomes.stream()
                .filter(outcome -> outcome.trial().inUse())
                .findFirst()
                .orElseThrow();
    }
}
