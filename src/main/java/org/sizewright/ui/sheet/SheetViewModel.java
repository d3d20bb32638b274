package org.sizewright.ui.sheet;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.sizewright.buildsheet.BuildSheet;
import org.sizewright.buildsheet.Tag;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Lane;
import org.sizewright.figure.SpreadsheetFormula;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Unresolved;
import org.sizewright.result.PlanResult;
import org.sizewright.session.OpenCatalog;
import org.sizewright.session.SessionState;

/** The sheets of the latest result, made in the background; only the latest request counts. Belongs to one thread, the owner's. */
final class SheetViewModel {
    private final Function<SessionState, Optional<BuildSheet>> builder;
    private final Executor background;
    private final Executor owner;
    private final AtomicLong latest = new AtomicLong();
    private final ObjectProperty<SheetPhase> phase = new SimpleObjectProperty<>(new SheetPhase.Nothing());
    private final ObjectProperty<Optional<Page>> page = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Choice>> choice = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<String> option = new SimpleObjectProperty<>("");
    private final BooleanProperty calculating = new SimpleBooleanProperty();
    private final BooleanProperty preparing = new SimpleBooleanProperty();
    private final BooleanBinding exportable = Bindings.createBooleanBinding(
            () -> phase.get() instanceof SheetPhase.Ready && !calculating.get() && !preparing.get(),
            phase,
            calculating,
            preparing);
    private Optional<Source> source = Optional.empty();
    private String wantedPage = "";

    /** What the sheets are made from; compared by identity, since every result is a new one. */
    private record Source(PlanResult result, OptionId live, Optional<OpenCatalog> catalog) {
        boolean isSame(Source other) {
            return result == other.result
                    && live.equals(other.live)
                    && catalog.orElse(null) == other.catalog.orElse(null);
        }
    }

    /**
     * @param builder makes the sheets; called in the background only
     * @param owner where results are delivered, such as the JavaFX thread
     */
    SheetViewModel(Function<SessionState, Optional<BuildSheet>> builder, Executor background, Executor owner) {
        this.builder = builder;
        this.background = background;
        this.owner = owner;
    }

    /** Makes the sheets of this state, unless they are those that are shown or on their way. */
    void show(SessionState state) {
        option.set(letter(state.plan()));
        calculating.set(state.calculating());
        if (state.result().isEmpty() || state.live().isEmpty()) {
            showInstead(state.calculating() ? new SheetPhase.Calculating() : new SheetPhase.Nothing());
            return;
        }
        List<Unresolved> problems = state.result().get().plan().problems();
        if (!problems.isEmpty()) {
            showInstead(new SheetPhase.Blocked(problems));
            return;
        }
        Source wanted = new Source(state.result().get(), state.plan().live(), state.catalog());
        if (source.filter(wanted::isSame).isPresent()) {
            return;
        }
        if (state.calculating()) {
            // what there is belongs to an older plan, and would be made for nothing
            showInstead(new SheetPhase.Calculating());
            return;
        }
        source = Optional.of(wanted);
        make(state);
    }

    /** Brings the sheet of this id to the front; unknown ids are left alone. */
    void open(String id) {
        preview().flatMap(preview -> preview.page(id)).ifPresent(found -> {
            wantedPage = id;
            if (!isShown(found)) {
                choice.set(Optional.empty());
                page.set(Optional.of(found));
            }
        });
    }

    /** Brings the sheet to the front that defines the name of this cell, and selects the cell. */
    void openHome(Cell cell) {
        preview()
                .flatMap(preview -> Optional.ofNullable(preview.homes().get(cell)))
                .ifPresent(id -> {
                    open(id);
                    choice.set(Optional.of(choiceOf(cell)));
                });
    }

    /** Shows what stands behind the item in the formula line. */
    void select(Item item) {
        choice.set(
                switch (item.leads()) {
                    case Item.Leads.ToFigure figure -> Optional.of(choiceOf(figure.cell()));
                    case Item.Leads.ToHome figure -> Optional.of(choiceOf(figure.cell()));
                    case Item.Leads.Own own -> Optional.of(plain(own.formula()));
                    case Item.Leads.ToPage ignored -> Optional.of(plain(item.text()));
                    case Item.Leads.Nowhere ignored ->
                        item.text().isEmpty() ? Optional.empty() : Optional.of(plain(item.text()));
                });
    }

    ReadOnlyObjectProperty<SheetPhase> phase() {
        return phase;
    }

    ReadOnlyObjectProperty<Optional<Page>> page() {
        return page;
    }

    ReadOnlyObjectProperty<Optional<Choice>> choice() {
        return choice;
    }

    /** The letter of the option that is shown. */
    ReadOnlyObjectProperty<String> option() {
        return option;
    }

    ReadOnlyBooleanProperty calculating() {
        return calculating;
    }

    ReadOnlyBooleanProperty preparing() {
        return preparing;
    }

    /** Whether the sheets that are shown are those that would be exported. */
    BooleanBinding exportable() {
        return exportable;
    }

    private void make(SessionState state) {
        long ticket = latest.incrementAndGet();
        preparing.set(true);
        if (!(phase.get() instanceof SheetPhase.Ready)) {
            phase.set(new SheetPhase.Preparing());
        }
        background.execute(() -> {
            if (latest.get() != ticket) {
                return;
            }
            SheetPhase made = new SheetPhase.Failed();
            try {
                made = builder.apply(state)
                        .<SheetPhase>map(sheet -> new SheetPhase.Ready(Preview.of(sheet)))
                        .orElseGet(SheetPhase.Nothing::new);
            } finally {
                // a bug goes on to the executor; the screen must not wait for ever
                SheetPhase delivered = made;
                owner.execute(() -> deliver(ticket, delivered));
            }
        });
    }

    private void deliver(long ticket, SheetPhase made) {
        if (latest.get() != ticket) {
            return;
        }
        preparing.set(false);
        choice.set(Optional.empty());
        if (made instanceof SheetPhase.Nothing) {
            // asked again with the next state
            source = Optional.empty();
        }
        phase.set(made);
        page.set(preview()
                .flatMap(ready ->
                        ready.page(wantedPage).or(() -> ready.pages().stream().findFirst())));
    }

    private void showInstead(SheetPhase instead) {
        latest.incrementAndGet();
        source = Optional.empty();
        preparing.set(false);
        choice.set(Optional.empty());
        if (!instead.equals(phase.get())) {
            phase.set(instead);
        }
        page.set(Optional.empty());
    }

    private Optional<Preview> preview() {
        return phase.get() instanceof SheetPhase.Ready ready ? Optional.of(ready.preview()) : Optional.empty();
    }

    private Choice choiceOf(Cell cell) {
        Preview preview = preview().orElseThrow();
        String value = ValueText.of(preview.figures().value(cell), cell.figure().unit());
        String lane = cell.lane() == Lane.VALUE ? "" : ", " + cell.lane().title();
        return new Choice(
                cell.name(),
                cell.title() + lane + ": " + value,
                cell.figure().formula().isPresent() ? "=" + SpreadsheetFormula.of(cell) : value,
                Optional.of(Tag.of(cell.figure())),
                Optional.of(cell),
                Optional.ofNullable(preview.homes().get(cell))
                        .flatMap(preview::page)
                        .filter(home -> !isShown(home)));
    }

    private boolean isShown(Page other) {
        return page.get().filter(shown -> shown.id().equals(other.id())).isPresent();
    }

    private static Choice plain(String formula) {
        return new Choice("", "", formula, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String letter(Plan plan) {
        for (int i = 0; i < plan.options().size(); i++) {
            if (plan.options().get(i).id().equals(plan.live())) {
                return i < 26 ? String.valueOf((char) ('A' + i)) : String.valueOf(i + 1);
            }
        }
        return "";
    }
}
