package org.sizewright.plan;

/**
 * Where and when a workload may run.
 *
 * @param labels that a host must carry
 * @param windows of the week in which it runs
 */
public record RunTerms(Labels labels, WeeklyWindows windows) {
    /** On any host, always. */
    public static final RunTerms FREE = new RunTerms(Labels.NONE, WeeklyWindows.ALWAYS);

    public RunTerms withLabels(Labels changed) {
        return new RunTerms(changed, windows);
    }

    public RunTerms withWindows(WeeklyWindows changed) {
        return new RunTerms(labels, changed);
    }
}
