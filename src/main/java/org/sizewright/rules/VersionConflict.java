package org.sizewright.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;

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

        /** Sets everything in an option, as one gesture. */
        public PlanEdit edit(OptionId id) {
            return PlanEdit.of(
                    words(),
                    plan -> plan.withOption(plan.option(id)
                            .map(option -> option.withSetup(option.setup().withPlatform(this::applied)))
                            .orElseThrow()));
        }

        private Settings applied(Settings settings) {
            Settings changed = settings;
            for (Step step : steps) {
                changed = changed.withText(step.setting(), step.written());
            }
            return changed;
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
