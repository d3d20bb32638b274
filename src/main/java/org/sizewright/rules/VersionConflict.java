package org.sizewright.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.plan.setting.Setting;

/**
 * Versions that do not go together, or one that is too old.
 *
 * @param sides what does not go together
 * @param change the smallest that clears it without another contradiction; empty if none is known
 */
public record VersionConflict(Finding finding, Set<VersionSide> sides, Optional<Change> change) {
    public VersionConflict {
        sides = Set.copyOf(sides);
    }

    /** What is to be set, one setting after the other. */
    public record Change(List<Step> steps) {
        public Change {
            steps = List.copyOf(steps);
        }

        /** In words, such as {@code vGPU release of the guests: 20.1 becomes 19.5}. */
        public String words() {
            return steps.stream()
                    .map(step -> step.side().title() + ": " + step.from() + " becomes " + step.to())
                    .collect(Collectors.joining(", and "));
        }
    }

    /**
     * One setting of the platform.
     *
     * @param from what is stated, as people read it
     * @param to as people read it
     * @param written as plans write it
     */
    public record Step(VersionSide side, Setting<?> setting, String from, String to, String written) {}
}
