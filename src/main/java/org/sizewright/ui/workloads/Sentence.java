package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.ui.look.Texts;

/** Puts a sentence together from a text with places {0}, {1}..., each filled by a figure that can be explained. */
final class Sentence {
    private final Texts texts;
    private final List<Phrase> phrases = new ArrayList<>();

    Sentence(Texts texts) {
        this.texts = texts;
    }

    /** Adds the text of that key with its places filled. */
    void add(String key, Phrase... places) {
        String text = texts.get(key);
        if (!phrases.isEmpty()) {
            phrases.add(Phrase.plain(" "));
        }
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            int place = Integer.parseInt(text.substring(open + 1, close));
            if (open > from) {
                phrases.add(Phrase.plain(text.substring(from, open)));
            }
            phrases.add(places[place]);
            from = close + 1;
        }
        if (from < text.length()) {
            phrases.add(Phrase.plain(text.substring(from)));
        }
    }

    List<Phrase> phrases() {
        return List.copyOf(phrases);
    }
}
