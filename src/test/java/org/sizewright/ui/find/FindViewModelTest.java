package org.sizewright.ui.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.figure.Cell;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.servers.Flip;
import org.sizewright.result.servers.RankBy;
import org.sizewright.result.servers.ServerQuestion;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.result.servers.ServerSearch;
import org.sizewright.result.servers.TriedServer;
import org.sizewright.session.ServerFinder;
import org.sizewright.ui.part.Why;

/** Answers that arrive late and in any order. */
class FindViewModelTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    /** Keeps every answer back until it is asked for. */
    private static final class LateDesk implements FindDesk {
        private final List<Consumer<OptionResult>> explanations = new ArrayList<>();
        private final List<Consumer<Flip>> flips = new ArrayList<>();
        private final List<Integer> ended = new ArrayList<>();

        @Override
        public void search(ServerQuestion question, RankBy by, ServerFinder.Listener listener) {}

        @Override
        public void explain(ServerQuestion question, TriedServer server, Consumer<OptionResult> done) {
            explanations.add(done);
        }

        @Override
        public Runnable flip(
                ServerQuestion question, RankBy by, TriedServer winner, TriedServer server, Consumer<Flip> done) {
            int number = flips.size();
            flips.add(done);
            return () -> ended.add(number);
        }

        @Override
        public void cancel() {}

        @Override
        public void take(TriedServer server) {}

        @Override
        public Why why(OptionResult result, Cell cell) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Set<EntryId>> matching(String text) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    private final LateDesk desk = new LateDesk();
    private final FindViewModel model = new FindViewModel(desk, question());
    private final OptionResult result = Calculation.first(
                    Resolver.resolve(SamplePlans.standard(), REFERENCES), Cancellation.never())
            .live();
    private final Flip flip = new Flip(List.of("At 2 instead of 3 hosts."), List.of(), 1);

    private static ServerQuestion question() {
        List<CatalogEntry> all = REFERENCES.catalog().entries();
        return ServerQuestion.of(SamplePlans.standard(), REFERENCES, List.of(all.get(0), all.get(60), all.get(120)));
    }

    @BeforeEach
    void find() {
        ServerRanking ranking =
                ServerSearch.search(model.question(), RankBy.HOSTS, Cancellation.never(), ServerSearch.Progress.none());
        assertThat(ranking.ranked()).hasSizeGreaterThan(1);
        model.show(ranking);
    }

    private FindRow.Ranked last() {
        return (FindRow.Ranked) model.rows().get().getLast();
    }

    private FindViewModel.Detail detail() {
        return model.detail().get().orElseThrow();
    }

    @Test
    void figuresAndTheWayToWinDoNotTakeEachOtherAway() {
        FindRow.Ranked row = last();
        model.select(row);
        int before = desk.flips.size();
        model.tryToWin(row);
        assertThat(detail().trying()).isTrue();

        desk.explanations.getFirst().accept(result);
        assertThat(detail().trying()).isTrue();
        desk.flips.get(before).accept(flip);

        assertThat(detail().result()).contains(result);
        assertThat(detail().flip()).contains(flip);
        assertThat(detail().trying()).isFalse();
    }

    @Test
    void anotherOrderKeepsTheServerAndDropsTheWayToWinInTheOldOne() {
        FindRow.Ranked row = last();
        model.select(row);
        desk.explanations.getFirst().accept(result);
        int before = desk.flips.size();
        model.tryToWin(row);
        desk.flips.get(before).accept(flip);

        model.rankBy(RankBy.POWER);

        assertThat(detail().row().id()).isEqualTo(row.id());
        assertThat(model.rows().get()).contains(detail().row());
        assertThat(detail().result()).contains(result);
        assertThat(detail().flip()).isEmpty();
        assertThat(desk.ended).contains(before);
    }
}
