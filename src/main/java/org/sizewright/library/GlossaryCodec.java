package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON form of the terms of the glossary. */
final class GlossaryCodec {
    private GlossaryCodec() {}

    static GlossaryTerm read(Fields f) throws InvalidRecord {
        return new GlossaryTerm(
                f.text("id"),
                f.text("term"),
                f.texts("otherNames"),
                f.text("explanation"),
                f.findText("sizing"),
                f.texts("seeAlso"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(GlossaryTerm term) {
        return new Written()
                .put("id", term.id())
                .put("term", term.term())
                .put("otherNames", term.otherNames(), Written::text)
                .put("explanation", term.explanation())
                .put("sizing", term.sizing(), Written::text)
                .put("seeAlso", term.seeAlso(), Written::text)
                .put("evidence", term.evidence().word())
                .put("sources", term.sources(), Written::text)
                .node();
    }
}
