package org.sizewright.rules;

import org.sizewright.figure.Source;

/** What a rule is called and why it holds. */
public record RuleCard(String id, String title, Source source) {
    static RuleCard of(String id, String title, Source source) {
        return new RuleCard(id, title, source);
    }
}
