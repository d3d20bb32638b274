package org.sizewright.ui.returned;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.buildsheet.returned.Change;
import org.sizewright.buildsheet.returned.Comparison;
import org.sizewright.buildsheet.returned.Remark;

/** Which changes of a returned workbook are taken. All are, to begin with, but those that the plan has changed since. */
public final class ReturnedViewModel {
    private final ReturnedDesk desk;
    private final Comparison comparison;
    private final ReadOnlyObjectWrapper<List<ReturnedRow>> rows;

    public ReturnedViewModel(ReturnedDesk desk, Comparison comparison) {
        this.desk = desk;
        this.comparison = comparison;
        List<ReturnedRow> first = new ArrayList<>();
        for (Change change : comparison.changes()) {
            first.add(new ReturnedRow(
                    String.valueOf(first.size()), change, change.meanwhile().isEmpty()));
        }
        rows = new ReadOnlyObjectWrapper<>(List.copyOf(first));
    }

    ReadOnlyObjectProperty<List<ReturnedRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    String file() {
        return comparison.file();
    }

    List<Remark> remarks() {
        return comparison.remarks();
    }

    /** What is taken, in the order of the workbook. */
    List<Change> taken() {
        return rows.get().stream()
                .filter(ReturnedRow::taken)
                .map(ReturnedRow::change)
                .toList();
    }

    /** Takes these rows, or leaves them if all of them are taken. */
    void toggle(Set<String> ids) {
        boolean take = rows.get().stream().anyMatch(row -> ids.contains(row.id()) && !row.taken());
        set(ids, take);
    }

    void setAll(boolean take) {
        rows.set(rows.get().stream()
                .map(row -> new ReturnedRow(row.id(), row.change(), take))
                .toList());
    }

    private void set(Set<String> ids, boolean take) {
        rows.set(rows.get().stream()
                .map(row -> ids.contains(row.id()) ? new ReturnedRow(row.id(), row.change(), take) : row)
                .toList());
    }

    void take() {
        List<Change> taken = taken();
        if (!taken.isEmpty()) {
            desk.take(taken);
        }
    }

    void close() {
        desk.close();
    }
}
