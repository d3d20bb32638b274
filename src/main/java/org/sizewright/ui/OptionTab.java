package org.sizewright.ui;

/**
 * An option of the plan in the switcher.
 *
 * @param letter short name, such as A
 * @param label what it is, in a few words
 */
public record OptionTab(String id, String letter, String label) {
    String text() {
        return letter + "  " + label;
    }
}
