package org.sizewright.ui.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.buildsheet.BuildSheet;
import org.sizewright.buildsheet.SampleSheet;
import org.sizewright.buildsheet.Tag;
import org.sizewright.figure.Cell;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.SpreadsheetFormula;
import org.sizewright.session.SessionState;
import org.sizewright.ui.SheetStates;

class SheetViewModelTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<SessionState> built = new ArrayList<>();
    private final FigureBook book = SampleSheet.book(8192);
    private Optional<BuildSheet> made = Optional.of(SampleSheet.of(book));
    private final SheetViewModel model = new SheetViewModel(
            state -> {
                built.add(state);
                return made;
            },
            waiting::add,
            Runnable::run);
    private final SessionState calculated = SheetStates.calculated();

    @Test
    void sheetsAreMadeInTheBackgroundAndOnlyOnce() {
        model.show(calculated);
        assertThat(built).isEmpty();
        assertThat(model.phase().get()).isInstanceOf(SheetPhase.Preparing.class);
        assertThat(model.exportable().get()).isFalse();
        work();
        assertThat(model.exportable().get()).isTrue();
        model.show(calculated);
        work();
        assertThat(built).hasSize(1);
        assertThat(ready().pages().stream().map(Page::title))
                .containsExactly(
                        "Cover", "Summary", "Assumptions", "Sizing", "Hosts", "GPU placement", "Findings", "Trace");
    }

    @Test
    void theLatestRequestWinsWhicheverComesBackFirst() {
        SessionState newer =
                SheetStates.of(calculated.plan(), Optional.of(SheetStates.result(calculated.plan())), false);
        model.show(calculated);
        model.show(newer);
        Runnable first = waiting.removeFirst();
        work();
        assertThat(built).containsExactly(newer);
        SheetPhase shown = model.phase().get();
        first.run();
        assertThat(built).containsExactly(newer);
        assertThat(model.phase().get()).isSameAs(shown);
    }

    @Test
    void whatIsOnItsWayIsDroppedWhenThePlanCannotBeBuiltAnyMore() {
        model.show(calculated);
        model.show(SheetStates.unresolved());
        work();
        assertThat(built).isEmpty();
        assertThat(model.phase().get())
                .isInstanceOfSatisfying(
                        SheetPhase.Blocked.class,
                        blocked -> assertThat(blocked.problems())
                                .isNotEmpty()
                                .allSatisfy(
                                        problem -> assertThat(problem.remedy()).isNotBlank()));
        assertThat(model.exportable().get()).isFalse();
    }

    @Test
    void withoutAResultItSaysWhetherOneIsOnItsWay() {
        model.show(SheetStates.of(SamplePlans.standard(), Optional.empty(), true));
        assertThat(model.phase().get()).isEqualTo(new SheetPhase.Calculating());
        model.show(SheetStates.of(SamplePlans.standard(), Optional.empty(), false));
        assertThat(model.phase().get()).isEqualTo(new SheetPhase.Nothing());
        made = Optional.empty();
        model.show(calculated);
        work();
        assertThat(model.phase().get()).isEqualTo(new SheetPhase.Nothing());
    }

    @Test
    void anOldResultIsShownButNotExportedWhileANewOneIsCalculated() {
        model.show(calculated);
        work();
        model.show(SheetStates.of(calculated.plan(), calculated.result(), true));
        assertThat(model.phase().get()).isInstanceOf(SheetPhase.Ready.class);
        assertThat(model.exportable().get()).isFalse();
        assertThat(waiting).isEmpty();
    }

    @Test
    void anOldResultIsNotMadeIntoSheetsWhileANewOneIsCalculated() {
        SessionState calculating = SheetStates.of(calculated.plan(), calculated.result(), true);
        model.show(calculating);
        work();
        assertThat(built).isEmpty();
        assertThat(model.phase().get()).isEqualTo(new SheetPhase.Calculating());
        model.show(calculated);
        work();
        assertThat(model.phase().get()).isInstanceOf(SheetPhase.Ready.class);
    }

    @Test
    void aStateThatGaveNoSheetsIsAskedAgain() {
        Optional<BuildSheet> later = made;
        made = Optional.empty();
        model.show(calculated);
        work();
        made = later;
        model.show(calculated);
        work();
        assertThat(model.phase().get()).isInstanceOf(SheetPhase.Ready.class);
    }

    @Test
    void aBugInTheMakingIsNotWaitedForForEver() {
        SheetViewModel failing = new SheetViewModel(
                state -> {
                    throw new IllegalStateException("no home");
                },
                waiting::add,
                Runnable::run);
        failing.show(calculated);
        assertThatThrownBy(this::work).hasMessage("no home");
        assertThat(failing.phase().get()).isEqualTo(new SheetPhase.Failed());
    }

    @Test
    void theSelectedFigureShowsItsNameAndLiveFormula() {
        model.show(calculated);
        work();
        Cell weights =
                book.get("weights").cell(book.get("weights").rows().keys().getFirst(), Lane.VALUE);
        model.openHome(weights);
        assertThat(model.page().get().orElseThrow().id()).isEqualTo("sizing");
        Choice home = model.choice().get().orElseThrow();
        assertThat(home.name()).isEqualTo("calc_weights_w1");
        assertThat(home.formula()).isEqualTo("=" + SpreadsheetFormula.of(weights));
        assertThat(home.tag()).contains(Tag.CALCULATED);
        assertThat(home.home()).isEmpty();

        model.open("trace");
        assertThat(model.choice().get()).isEmpty();
        model.select(item("trace", weights));
        assertThat(model.choice().get().orElseThrow().home().orElseThrow().id()).isEqualTo("sizing");
    }

    @Test
    void anUnknownFactSaysSo() {
        model.show(calculated);
        work();
        model.openHome(book.get("delivery").cell());
        Choice delivery = model.choice().get().orElseThrow();
        assertThat(delivery.formula()).isEqualTo("unknown");
        assertThat(delivery.subject()).isEqualTo("Weeks to deliver: unknown");
        assertThat(delivery.tag()).contains(Tag.FACT);
        assertThat(item("assumptions", book.get("delivery").cell()).text()).isEqualTo("unknown");
    }

    @Test
    void aChosenSheetStaysInFrontWhenTheSheetsAreMadeAnew() {
        model.show(calculated);
        work();
        model.open("hosts");
        model.show(SheetStates.of(calculated.plan(), Optional.of(SheetStates.result(calculated.plan())), false));
        work();
        assertThat(built).hasSize(2);
        assertThat(model.page().get().orElseThrow().id()).isEqualTo("hosts");
    }

    @Test
    void rowsAreCopiedWithTheirHeadings() {
        model.show(calculated);
        work();
        Page.Grid placed = ready().page("placement").orElseThrow().parts().stream()
                .filter(Page.Grid.class::isInstance)
                .map(Page.Grid.class::cast)
                .filter(grid -> grid.title().equals("Placement"))
                .findFirst()
                .orElseThrow();
        assertThat(placed.toTsv(List.of(1, 2)))
                .isEqualTo("VM\tHost\tGPU\tProfile\tMemory, GiB\tResult\n"
                        + "search-1\tesx-02\t1\tnvidia_h100xm-40c\tunknown — vendor\twaits\n"
                        + "Total\t\t\t\t" + total() + "\t\n");
        assertThat(placed.rows().getLast().total()).isTrue();
    }

    private String total() {
        return item("summary", book.get("gpus_total").cell()).text();
    }

    private Item item(String page, Cell cell) {
        return ready().page(page).orElseThrow().parts().stream()
                .flatMap(part -> switch (part) {
                    case Page.Grid grid -> grid.rows().stream().flatMap(row -> row.items().stream());
                    case Page.Lines lines -> lines.lines().stream().map(Page.Line::item);
                    case Page.Banner banner -> Stream.of(banner.item());
                    case Page.Note ignored -> Stream.<Item>empty();
                })
                .filter(item -> item.leads() instanceof Item.Leads.ToFigure figure
                        && figure.cell().equals(cell))
                .findFirst()
                .orElseThrow();
    }

    private Preview ready() {
        return ((SheetPhase.Ready) model.phase().get()).preview();
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }
}
