package org.sizewright.figure;

import java.util.List;

/**
 * The three readings of an estimate, which run through every figure that rests on it: least need, best value, most need. Low and
 * high are named by the need for hardware, so the low lane of what is left over holds the larger number.
 */
public enum Lane {
    LOW("_low", "low need"),
    VALUE("", "value"),
    HIGH("_high", "high need");

    static final List<Lane> ALL = List.of(values());
    static final List<Lane> ONLY_VALUE = List.of(VALUE);

    private final String suffix;
    private final String title;

    Lane(String suffix, String title) {
        this.suffix = suffix;
        this.title = title;
    }

    /** Ending of the cell name. */
    String suffix() {
        return suffix;
    }

    public String title() {
        return title;
    }
}
