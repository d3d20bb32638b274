package org.sizewright.ui;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.figure.Cell;
import org.sizewright.plan.HostGroup;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.servers.Flip;
import org.sizewright.result.servers.RankBy;
import org.sizewright.result.servers.ServerQuestion;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.result.servers.ServerSearch;
import org.sizewright.result.servers.TriedServer;
import org.sizewright.session.ServerFinder;
import org.sizewright.ui.find.FindDesk;
import org.sizewright.ui.find.FindView;
import org.sizewright.ui.find.FindViewModel;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Measured;

/** Draws the page of found servers into target/gallery: ranked, not ranked, while it searches, and where nothing can be searched. */
class FindPicturesTest {
    private final SampleReferences references = new SampleReferences();
    private final ServerFinder finder = new ServerFinder(Runnable::run, Runnable::run);

    /** Answers at once; a search only if asked to. */
    private final class Desk implements FindDesk {
        private final Consumer<ServerFinder.Listener> search;

        Desk(Consumer<ServerFinder.Listener> search) {
            this.search = search;
        }

        @Override
        public void search(ServerQuestion question, RankBy by, ServerFinder.Listener listener) {
            search.accept(listener);
        }

        @Override
        public void explain(ServerQuestion question, TriedServer server, Consumer<OptionResult> done) {
            finder.explain(question, server, done);
        }

        @Override
        public Runnable flip(
                ServerQuestion question, RankBy by, TriedServer winner, TriedServer server, Consumer<Flip> done) {
            return finder.flip(question, by, winner, server, done);
        }

        @Override
        public void cancel() {}

        @Override
        public void take(TriedServer server) {}

        @Override
        public Why why(OptionResult result, Cell cell) {
            return Measured.with(Texts.english(), references.library(), result.figures(), cell);
        }

        @Override
        public Optional<Set<EntryId>> matching(String text) {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(references.catalog().entries().stream()
                            .filter(entry -> entry.model().contains(text))
                            .map(CatalogEntry::id)
                            .collect(Collectors.toSet()));
        }

        @Override
        public void close() {}
    }

    private List<CatalogEntry> some() {
        List<CatalogEntry> all = references.catalog().entries();
        return IntStream.range(0, all.size())
                .filter(i -> i % 5 == 0 || all.get(i).id().value().equals("dell-technologies/poweredgexe9680/h100-sxm"))
                .mapToObj(all::get)
                .toList();
    }

    @Test
    void drawsFoundServers() throws IOException {
        ServerQuestion question = ServerQuestion.of(SamplePlans.standard(), references, some());
        ServerRanking open =
                ServerSearch.search(question, RankBy.HOSTS, Cancellation.never(), ServerSearch.Progress.none());
        ServerQuestion assumed = question.withAssumed(
                new HostGroup.Typed(Optional.of(Watts.of(1800)), Optional.of(6), Optional.of(Kilograms.of(80))));
        ServerRanking closed =
                ServerSearch.search(assumed, RankBy.HOSTS, Cancellation.never(), ServerSearch.Progress.none());
        for (Theme theme : Theme.values()) {
            for (int[] size : new int[][] {{1280, 720}, {1920, 1080}}) {
                draw("find", found(question, open, "#find-ranked-part"), theme, size[0], size[1]);
            }
        }
        draw("find-assumed", found(assumed, closed, "#find-ranked-part"), Theme.DARK, 1280, 720);
        draw("find-excluded", found(question, open, "#find-excluded-part"), Theme.LIGHT, 1280, 720);
        draw("find-searching", asked(question, listener -> listener.progress(41, 124)), Theme.LIGHT, 1280, 720);
        draw(
                "find-refused",
                asked(
                        question,
                        listener -> listener.refused("Add hosts to buy to the option before choosing their server.")),
                Theme.DARK,
                1280,
                720);
    }

    private interface Prepared {
        FindView view();
    }

    private Prepared found(ServerQuestion question, ServerRanking ranking, String part) {
        return () -> {
            FindViewModel model = new FindViewModel(new Desk(listener -> {}), question);
            FindView view = new FindView(Texts.english(), model);
            model.show(ranking);
            ((javafx.scene.control.ToggleButton) view.view().lookup(part)).fire();
            return view;
        };
    }

    private Prepared asked(ServerQuestion question, Consumer<ServerFinder.Listener> answer) {
        return () -> {
            FindViewModel model = new FindViewModel(new Desk(answer), question);
            FindView view = new FindView(Texts.english(), model);
            model.search();
            return view;
        };
    }

    private static void draw(String name, Prepared prepared, Theme theme, int width, int height) throws IOException {
        PagePictures.draw(name, () -> prepared.view().view(), root -> {}, theme, width, height);
    }
}
