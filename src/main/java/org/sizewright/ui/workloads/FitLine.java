package org.sizewright.ui.workloads;

/** A line of a table of places where a workload could run. */
interface FitLine {
    /** Stays the same from answer to answer. */
    String id();

    Place place();

    /** Whether this is what the live option does. */
    boolean current();

    boolean fits();
}
