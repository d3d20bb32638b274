package org.sizewright.ui.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.inventory.ServerNames;
import org.sizewright.library.Library;
import org.sizewright.result.servers.ServerGpus;
import org.sizewright.session.ServerComparison;

/** The servers that are compared, and whether they are shown beside each other now. They stay until taken out. */
final class ComparisonModel {
    private final ReadOnlyObjectWrapper<List<ServerRow>> picked = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ServerComparison>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Library library = Library.empty();

    /** The servers, in the order of picking. */
    ReadOnlyObjectProperty<List<ServerRow>> picked() {
        return picked.getReadOnlyProperty();
    }

    /** The comparison while it is shown. */
    ReadOnlyObjectProperty<Optional<ServerComparison>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Begins anew, with another catalog or library. */
    void reset(Library other) {
        library = other;
        picked.set(List.of());
        close();
    }

    /** Shows these servers; of more than fit, the first ones. Without any, shows those that were picked. */
    void show(List<ServerRow> rows) {
        if (!rows.isEmpty()) {
            picked.set(rows.stream().limit(ServerComparison.MOST).toList());
        }
        open();
    }

    /** Adds a server and shows the comparison; with as many as fit, the first goes. */
    void add(ServerRow row) {
        List<ServerRow> rows = new ArrayList<>(picked.get());
        rows.removeIf(other -> other.id().equals(row.id()));
        rows.add(row);
        if (rows.size() > ServerComparison.MOST) {
            rows.removeFirst();
        }
        picked.set(List.copyOf(rows));
        open();
    }

    void remove(String id) {
        picked.set(picked.get().stream().filter(row -> !row.id().equals(id)).toList());
        open();
    }

    void clear() {
        picked.set(List.of());
        close();
    }

    void close() {
        shown.set(Optional.empty());
    }

    private void open() {
        if (picked.get().isEmpty()) {
            close();
            return;
        }
        ServerGpus gpus = new ServerGpus(library);
        shown.set(Optional.of(ServerComparison.of(
                picked.get().stream().map(ServerRow::entry).toList(),
                library,
                gpus::facts,
                entry -> ServerNames.chassisOf(entry.vendor(), entry.model(), library))));
    }
}
