package org.sizewright.result.platforms;

import org.sizewright.figure.Source;

/**
 * A way to GPUs on a platform.
 *
 * @param name such as "Time-sliced vGPU"
 * @param answer whether there is such a way
 * @param why in a sentence
 * @param source of the sentence
 */
public record GpuWay(String name, Answer answer, String why, Source source) {
    /** Whether something can be had. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }
}
