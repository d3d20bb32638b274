package org.sizewright.ui.placement;

import java.util.List;

/**
 * One host, prepared for drawing.
 *
 * @param lines what it carries and gives, a line each, the most important first
 */
record HostRow(int host, String name, State state, List<String> lines, List<GpuBar> gpus) {
    enum State {
        /** Carries machines. */
        RUNNING,
        /** Carries nothing, so that machines find room when another host fails. */
        SPARE,
        /** Carries only machines that are stopped when another host fails. */
        LENT,
        /** Carries nothing, and nothing counts on it. */
        EMPTY,
        /** Fails in the failure that is shown. */
        FAILED
    }

    HostRow {
        lines = List.copyOf(lines);
        gpus = List.copyOf(gpus);
    }
}
