package org.sizewright.plan;

/** Names a group of hosts within its plan, such as {@code g1}: part of cell names in the workbook, never shown alone. */
public record GroupId(String value) {
    public GroupId {
        PlanChecks.id(value);
    }

    public static GroupId of(String value) {
        return new GroupId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
