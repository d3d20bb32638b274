package org.sizewright.ui.part;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row of a {@link DataTable} with a style class of its own. */
final class StyledRow<T> extends TableRow<DataTable.Row<T>> {
    private final Function<T, Optional<String>> styleClass;
    private Optional<String> shown = Optional.empty();

    StyledRow(Function<T, Optional<String>> styleClass) {
        this.styleClass = styleClass;
    }

    @Override
    protected void updateItem(DataTable.@Nullable Row<T> row, boolean empty) {
        super.updateItem(row, empty);
        shown.ifPresent(getStyleClass()::remove);
        shown = empty || row == null ? Optional.empty() : styleClass.apply(row.item());
        shown.ifPresent(getStyleClass()::add);
    }
}
