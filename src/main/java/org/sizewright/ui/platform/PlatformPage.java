package org.sizewright.ui.platform;

import java.util.List;
import java.util.Optional;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Topic;
import org.sizewright.rules.VersionMap;

/**
 * The settings as the screen shows them.
 *
 * @param sections all there are
 * @param selected id of the section whose settings are shown
 * @param fields its settings that pass the filter
 * @param waiting settings of all sections that rules wait for
 * @param versions that have to go together; empty until they are worked out
 */
record PlatformPage(
        List<Section> sections,
        String selected,
        Which which,
        String text,
        List<Field> fields,
        int waiting,
        Optional<VersionMap> versions) {
    PlatformPage {
        sections = List.copyOf(sections);
        fields = List.copyOf(fields);
    }

    /** Whether the versions belong to what is shown: a topic of the whole option that is not searched. */
    boolean hasVersions() {
        return text.isBlank()
                && sections.stream()
                        .anyMatch(section -> section.id().equals(selected) && section.scope() instanceof Scope.Whole);
    }

    /** Which settings are shown. */
    enum Which {
        ALL,
        AWAITED,
        STATED
    }

    /**
     * A topic of a scope.
     *
     * @param heading what the first section of a scope is headed by; empty for the others
     */
    record Section(String id, String heading, Topic topic, Scope scope, int stated, int all, int waiting) {}

    /**
     * A setting of the section.
     *
     * @param path its place in the plan
     * @param shown the value as people read it
     * @param written the value as files write it
     * @param rules that wait for it
     */
    record Field(
            Setting<?> setting,
            Scope scope,
            String path,
            Optional<String> shown,
            Optional<String> written,
            List<String> rules) {
        Field {
            rules = List.copyOf(rules);
        }
    }
}
