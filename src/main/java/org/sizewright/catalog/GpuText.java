package org.sizewright.catalog;

import java.util.Objects;

/**
 * What a list wrote about a GPU: under this key an answer is kept. Case and punctuation do not matter.
 *
 * @param text the words of the GPU's name, in capitals
 * @param formColumn the words of the form column beside it, empty if there is none
 */
public record GpuText(String text, String formColumn) {
    public GpuText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(formColumn, "formColumn");
    }

    /** The key of texts as written. */
    public static GpuText of(String text, String formColumn) {
        return new GpuText(Cleaning.words(text), Cleaning.words(formColumn));
    }
}
