package org.sizewright.plan;

/** Names a workload within its plan, such as {@code w1}: part of cell names in the workbook, never shown alone. */
public record WorkloadId(String value) {
    public WorkloadId {
        PlanChecks.id(value);
    }

    public static WorkloadId of(String value) {
        return new WorkloadId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
