package org.sizewright.ui.compare;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.PlanEdit;
import org.sizewright.session.SessionState;
import org.sizewright.ui.compare.Comparison.Column;
import org.sizewright.ui.compare.Comparison.Entry;
import org.sizewright.ui.compare.Comparison.Explained;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.screen.Workspace;

/** What the screen of options shows and does. */
public final class CompareViewModel {
    private final Workspace workspace;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty onlyDifferences = new SimpleBooleanProperty(true);

    public CompareViewModel(Workspace workspace) {
        this.workspace = workspace;
        this.texts = workspace.texts();
    }

    /** Empty while nothing was calculated. */
    ReadOnlyObjectProperty<Optional<Comparison>> comparison() {
        return comparison.getReadOnlyProperty();
    }

    BooleanProperty onlyDifferences() {
        return onlyDifferences;
    }

    void show(SessionState state) {
        comparison.set(state.result().isEmpty() ? Optional.empty() : Optional.of(Comparisons.of(texts, state)));
    }

    /** Explains an entry: a figure of the live option in the window's own way, any other from its option's figures. */
    void explain(Column column, Entry entry) {
        switch (entry.explained()) {
            case Explained.ByFigure figure -> {
                if (column.live()) {
                    workspace.explain(figure.cell());
                } else {
                    workspace.explain(figure.why().get());
                }
            }
            case Explained.ByWords words -> workspace.explain(words.why().get());
            case Explained.Nothing nothing -> {}
        }
    }

    void showOption(Column column) {
        workspace.edit(PlanEdit.of(
                texts.get("compare.edit.show", column.letter()),
                plan -> plan.option(column.id()).isPresent() ? plan.withLive(column.id()) : plan));
    }

    /** Adds a copy under the next free id. */
    void duplicate(Column column) {
        workspace.edit(PlanEdit.of(texts.get("compare.edit.duplicate", column.letter()), plan -> {
            Optional<Option> original = plan.option(column.id());
            if (original.isEmpty()) {
                return plan;
            }
            OptionId free = plan.freeOptionId();
            Option from = original.get();
            return plan.withOption(from.copy(free, texts.get("compare.copy", from.name())));
        }));
    }
}
