package org.sizewright.plan;

/**
 * Names a step of a checklist within its option.
 *
 * @param step id of the step in the library
 * @param subject id of what it is done for, such as a group of hosts; empty where it is done once
 */
public record StepKey(String step, String subject) {
    private static final int LONGEST = 200;

    public StepKey {
        PlanChecks.name("a step", step);
        if (step.length() > LONGEST || subject.length() > LONGEST) {
            throw new IllegalArgumentException("a step is named by at most " + LONGEST + " letters");
        }
    }

    @Override
    public String toString() {
        return subject.isEmpty() ? step : step + "/" + subject;
    }
}
