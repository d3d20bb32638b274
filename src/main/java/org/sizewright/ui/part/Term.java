package org.sizewright.ui.part;

import java.util.List;

/**
 * A word of the field as the help shows it.
 *
 * @param otherNames abbreviations and other spellings; may be empty
 * @param sizing what it means for the size of a system; may be empty
 * @param source where the explanation comes from; may be empty
 * @param seeAlso ids of other terms
 */
public record Term(
        String id,
        String name,
        List<String> otherNames,
        String explanation,
        String sizing,
        String source,
        List<String> seeAlso) {
    public Term {
        otherNames = List.copyOf(otherNames);
        seeAlso = List.copyOf(seeAlso);
    }
}
