package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON form of the rules. */
final class RuleCodec {
    private RuleCodec() {}

    static Rule read(Fields f) throws InvalidRecord {
        return new Rule(
                f.text("id"),
                f.text("category"),
                f.text("severity"),
                f.text("title"),
                f.text("appliesTo"),
                f.text("explanation"),
                f.findText("productRange"),
                f.findText("caveat"),
                f.words("limits"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(Rule rule) {
        return new Written()
                .put("id", rule.id())
                .put("category", rule.category())
                .put("severity", rule.severity())
                .put("title", rule.title())
                .put("appliesTo", rule.appliesTo())
                .put("explanation", rule.explanation())
                .put("productRange", rule.productRange(), Written::text)
                .put("caveat", rule.caveat(), Written::text)
                .words("limits", rule.limits())
                .put("evidence", rule.evidence().word())
                .put("sources", rule.sources(), Written::text)
                .node();
    }
}
