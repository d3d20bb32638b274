package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Source;

/** The rules of a library, with their sources as findings quote them. */
public record RuleBase(Library library) {
    public static RuleBase of(Library library) {
        return new RuleBase(library);
    }

    /** In the order of the file. */
    public List<Rule> rules() {
        return library.rules();
    }

    public Optional<Rule> find(String id) {
        return library.find(RecordKind.RULE, id).map(Rule.class::cast);
    }

    /** A rule that the application checks; throws {@link IllegalStateException} if the shipped library lacks it. */
    public Rule rule(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("the library has no rule " + id));
    }

    /** Every source of a rule, the first one being that which findings quote. */
    public List<Source> sourcesOf(Rule rule) {
        return rule.sources().stream()
                .map(key -> library.source(key)
                        .map(source -> library.mark(rule, source.toSource(rule.evidence())))
                        .orElseGet(() -> library.mark(rule, Source.of(key, "", "", rule.evidence()))))
                .toList();
    }
}
