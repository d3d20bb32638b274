package org.sizewright.ui.screen;

import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.library.GlossaryTerm;
import org.sizewright.library.Library;
import org.sizewright.library.SourceRecord;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.Term;

/** The glossary of a library as the window's help. */
public final class LibraryGlossary {
    private LibraryGlossary() {}

    public static Glossary of(Texts texts, Library library) {
        return new Glossary(
                texts,
                library.glossary().stream().map(term -> term(library, term)).toList());
    }

    static Term term(Library library, GlossaryTerm term) {
        String sources = term.sources().stream()
                .map(library::source)
                .flatMap(Optional::stream)
                .map(SourceRecord::title)
                .collect(Collectors.joining("; "));
        return new Term(
                term.id(),
                term.term(),
                term.otherNames(),
                term.explanation(),
                term.sizing().orElse(""),
                sources,
                term.seeAlso());
    }
}
