package org.sizewright.plan;

/** Names an option within its plan, such as {@code a}: part of cell names in the workbook, never shown alone. */
public record OptionId(String value) {
    public OptionId {
        PlanChecks.id(value);
    }

    public static OptionId of(String value) {
        return new OptionId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
