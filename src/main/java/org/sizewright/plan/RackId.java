package org.sizewright.plan;

/** Names a rack within its plan, such as {@code r1}: part of cell names in the workbook, never shown alone. */
public record RackId(String value) {
    public RackId {
        PlanChecks.id(value);
    }

    public static RackId of(String value) {
        return new RackId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
