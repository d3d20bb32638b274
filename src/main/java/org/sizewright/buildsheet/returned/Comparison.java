package org.sizewright.buildsheet.returned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;

/**
 * A returned workbook held against a plan.
 *
 * @param changes what was typed and is not in the plan yet, in the order of the workbook
 * @param remarks what is not taken, and why
 */
public record Comparison(String file, List<Change> changes, List<Remark> remarks) {
    public Comparison {
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
    }

    /**
     * Whoever typed into the workbook is told from what the plan has become since by what the workbook was written with: a cell that
     * still says so changes nothing, however old the workbook is.
     */
    public static Comparison of(ReturnedWorkbook.Read workbook, Plan plan) {
        List<Remark> remarks = new ArrayList<>();
        Optional<TypedChanges> option = plan.options().stream()
                .filter(one -> one.id().value().equals(workbook.option()))
                .findFirst()
                .map(one -> new TypedChanges(plan, one, remarks));
        if (option.isEmpty()) {
            remarks.add(new Remark(
                    workbook.file(),
                    "The workbook is of an option \"" + workbook.option()
                            + "\", which the plan does not have: nothing was taken.",
                    "Open the plan that it was written from: \"" + workbook.plan() + "\"."));
            return new Comparison(workbook.file(), List.of(), remarks);
        }
        if (!workbook.plan().equals(plan.header().title())) {
            remarks.add(new Remark(
                    workbook.file(),
                    "The workbook was written from a plan called \"" + workbook.plan() + "\", this one is called \""
                            + plan.header().title() + "\".",
                    "Look at each change, or open the other plan."));
        }
        remarks.addAll(workbook.remarks());
        List<Change> changes = new ArrayList<>();
        workbook.cells().forEach(cell -> option.get().of(cell).ifPresent(changes::add));
        return new Comparison(workbook.file(), changes, remarks);
    }

    /** One step of the history for all changes that are taken. */
    public static PlanEdit edit(String label, List<Change> taken) {
        return PlanEdit.of(label, plan -> {
            Plan changed = plan;
            for (Change change : taken) {
                changed = change.change().apply(changed);
            }
            return changed;
        });
    }
}
