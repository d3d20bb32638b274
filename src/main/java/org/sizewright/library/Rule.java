package org.sizewright.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * A rule that plans are held against. What it looks at stands in the code that bears its id; why it holds stands here.
 *
 * @param id such as {@code VM-002}; it never changes its meaning
 * @param category such as {@code vm}
 * @param severity the word of the heaviest finding that it makes; lighter ones are of rules with degrees, and what is unknown is an open item
 * @param title what holds where the rule is kept
 * @param appliesTo what it looks at
 * @param explanation why it holds, in one or two sentences
 * @param productRange the products and versions that it is about; empty if it is about all
 * @param limits the numbers and releases that its check goes by, by name
 * @param caveat what a reader should know of its sources: second-hand, contradictory, partly reasoned
 */
public record Rule(
        String id,
        String category,
        String severity,
        String title,
        String appliesTo,
        String explanation,
        Optional<String> productRange,
        Optional<String> caveat,
        Map<String, String> limits,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {
    public Rule {
        Checks.notBlank("id", id);
        Checks.notBlank("category", category);
        Checks.notBlank("severity", severity);
        Checks.notBlank("title", title);
        Checks.notBlank("appliesTo", appliesTo);
        Checks.notBlank("explanation", explanation);
        Checks.notEmpty("sources", sources);
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.RULE;
    }

    @Override
    public String key() {
        return id;
    }
}
