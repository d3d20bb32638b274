package org.sizewright.plan;

/**
 * Where and when a workload may run, how its load grows, and what it keeps on disk.
 *
 * @param labels that a host must carry
 * @param windows of the week in which it runs
 * @param growth of its load after day 1
 * @param disk what was stated of its storage
 */
public record RunTerms(Labels labels, WeeklyWindows windows, Growth growth, DiskNeeds disk) {
    /** On any host, always. */
    public static final RunTerms FREE = new RunTerms(Labels.NONE, WeeklyWindows.ALWAYS);

    /** With a load that stays, and of whose storage nothing was stated. */
    public RunTerms(Labels labels, WeeklyWindows windows) {
        this(labels, windows, Growth.CONSTANT, DiskNeeds.UNSTATED);
    }

    public RunTerms withLabels(Labels changed) {
        return new RunTerms(changed, windows, growth, disk);
    }

    public RunTerms withWindows(WeeklyWindows changed) {
        return new RunTerms(labels, changed, growth, disk);
    }

    public RunTerms withGrowth(Growth changed) {
        return new RunTerms(labels, windows, changed, disk);
    }

    public RunTerms withDisk(DiskNeeds changed) {
        return new RunTerms(labels, windows, growth, changed);
    }
}
