package org.sizewright.plan;

/** Names a cluster within its plan, such as {@code c1}: part of cell names in the workbook, never shown alone. */
public record ClusterId(String value) {
    public ClusterId {
        PlanChecks.id(value);
    }

    public static ClusterId of(String value) {
        return new ClusterId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
