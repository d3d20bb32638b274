package org.sizewright.ui.difference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.ui.difference.DifferenceRow.Kind;
import org.sizewright.ui.look.Texts;

/** What the view shows and does, without its nodes: filtering prepared rows, and swapping the two lists. */
public final class DifferenceViewModel {
    private final DifferenceDesk desk;
    private final DifferenceWords words;
    private final ReadOnlyObjectWrapper<DifferencePage> page;
    private final ReadOnlyObjectWrapper<List<DifferenceRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Optional<Kind> kind = Optional.empty();
    private String searched = "";

    public DifferenceViewModel(Texts texts, DifferenceDesk desk, DifferencePage first) {
        this.desk = desk;
        words = new DifferenceWords(texts);
        page = new ReadOnlyObjectWrapper<>(first);
        find();
    }

    ReadOnlyObjectProperty<DifferencePage> page() {
        return page.getReadOnlyProperty();
    }

    /** The rows that pass. */
    ReadOnlyObjectProperty<List<DifferenceRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** Whether the lists are being compared the other way round. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    DifferenceWords words() {
        return words;
    }

    /** The kind that is shown; empty for all. */
    Optional<Kind> kind() {
        return kind;
    }

    void show(Optional<Kind> wanted) {
        kind = wanted;
        find();
    }

    /** Only entries with all of these words. */
    void search(String text) {
        searched = text.toLowerCase(Locale.ROOT).strip();
        find();
    }

    void swap() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        desk.swap(page.get().comparison(), other -> {
            busy.set(false);
            page.set(other);
            find();
        });
    }

    void close() {
        desk.close();
    }

    private void find() {
        List<String> parts = List.of(searched.split("\\s+"));
        rows.set(page.get().rows().stream()
                .filter(row -> kind.isEmpty() || kind.get() == row.kind())
                .filter(row -> parts.stream().allMatch(row.searched()::contains))
                .toList());
    }
}
