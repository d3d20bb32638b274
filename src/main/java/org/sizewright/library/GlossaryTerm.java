package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * A word of the field, explained.
 *
 * @param term as it is written in running text
 * @param otherNames abbreviations, long forms and other spellings
 * @param explanation what it is, in one to three sentences
 * @param sizing what it means for the size of a system; empty for a word that only names something
 * @param seeAlso ids of other terms
 */
public record GlossaryTerm(
        String id,
        String term,
        List<String> otherNames,
        String explanation,
        Optional<String> sizing,
        List<String> seeAlso,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {
    public GlossaryTerm {
        Checks.notBlank("id", id);
        Checks.notBlank("term", term);
        Checks.notBlank("explanation", explanation);
        otherNames = List.copyOf(otherNames);
        seeAlso = List.copyOf(seeAlso);
        sources = List.copyOf(sources);
        if (seeAlso.contains(id)) {
            throw new IllegalArgumentException("\"seeAlso\" of " + id + " names the term itself");
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.GLOSSARY_TERM;
    }

    @Override
    public String key() {
        return id;
    }
}
