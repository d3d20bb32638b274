package org.sizewright.buildsheet.returned;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sizewright.plan.Plan;

/**
 * Something that was typed into the workbook, as a change of the plan that may be taken or left.
 *
 * @param where sheet and cell, such as {@code Checklist!G12}
 * @param subject what it is about, such as a step or a workload
 * @param field what of it, such as its owner
 * @param before what the plan has now; empty for nothing
 * @param after what it has with the change
 * @param meanwhile what stood there when the workbook was written, where the plan has changed since
 * @param change a pure function; may throw {@link IllegalArgumentException} with a sentence for the user
 */
public record Change(
        String where,
        String subject,
        String field,
        String before,
        String after,
        Optional<String> meanwhile,
        UnaryOperator<Plan> change) {}
