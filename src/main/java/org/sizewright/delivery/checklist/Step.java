package org.sizewright.delivery.checklist;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Source;
import org.sizewright.library.ChecklistStep;
import org.sizewright.plan.StepKey;

/**
 * A step that applies to an option, in the plan's own words.
 *
 * @param key stays the same whatever the plan changes, as long as its subject is there
 * @param subject what it is done for, as the user named it; empty where it is done once
 * @param text what to do; what the plan does not know stands in it as a blank such as {@code [vGPU release: ____]}
 * @param commands what to enter, one by one
 * @param blanks what is to be filled in by hand
 * @param reason why it is done
 * @param rules ids of the rules that it keeps
 * @param places of the settings that say how it went
 * @param caveat what to know of its sources
 */
public record Step(
        StepKey key,
        ChecklistStep.Phase phase,
        String subject,
        String text,
        List<String> commands,
        List<String> blanks,
        String reason,
        List<String> rules,
        List<Source> sources,
        List<String> places,
        Optional<String> caveat) {
    public Step {
        commands = List.copyOf(commands);
        blanks = List.copyOf(blanks);
        rules = List.copyOf(rules);
        sources = List.copyOf(sources);
        places = List.copyOf(places);
    }

    /** The sources in a line. */
    public String sourceLine() {
        return String.join("; ", sources.stream().map(Source::toLine).toList());
    }
}
