package org.sizewright.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.layout.StackPane;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.Query;
import org.sizewright.figure.Cell;
import org.sizewright.plan.PlanEdit;
import org.sizewright.result.OptionResult;
import org.sizewright.result.servers.Flip;
import org.sizewright.result.servers.RankBy;
import org.sizewright.result.servers.ServerQuestion;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.result.servers.TriedServer;
import org.sizewright.session.Notice;
import org.sizewright.session.ServerFinder;
import org.sizewright.session.Session;
import org.sizewright.ui.find.FindDesk;
import org.sizewright.ui.find.FindView;
import org.sizewright.ui.find.FindViewModel;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Measured;

/** Shows over the window which servers of the open list carry the live option; whatever was in front comes back afterwards. */
final class FindLayer implements FindDesk {
    private final Texts texts;
    private final Session session;
    private final ServerFinder finder;
    private final PageOver page;
    private final Consumer<Notice> tell;
    private final Consumer<PlanEdit> edit;

    /** @param root holds what is in front, and notices as the last */
    FindLayer(Texts texts, Session session, StackPane root, Consumer<Notice> tell, Consumer<PlanEdit> edit) {
        this.texts = texts;
        this.session = session;
        this.finder = session.serverFinder();
        page = new PageOver(root);
        this.tell = tell;
        this.edit = edit;
    }

    /** Searches among these servers of the open list, or among all if there are none. */
    void find(List<CatalogEntry> among) {
        question(among).ifPresentOrElse(question -> show(question).search(), this::noList);
    }

    /** Shows what was found elsewhere, for pictures. */
    void show(ServerRanking ranking) {
        question(List.of()).ifPresentOrElse(question -> show(question).show(ranking), this::noList);
    }

    private void noList() {
        tell.accept(Notice.refused(texts.get("find.noList"), texts.get("find.noListAdvice")));
    }

    private Optional<ServerQuestion> question(List<CatalogEntry> among) {
        return session.serverQuestion()
                .map(all -> among.isEmpty() ? all : ServerQuestion.of(all.plan(), all.references(), among));
    }

    private FindViewModel show(ServerQuestion question) {
        FindViewModel model = new FindViewModel(this, question);
        FindView view = new FindView(texts, model);
        page.show(view.view());
        view.focus();
        return model;
    }

    @Override
    public void search(ServerQuestion question, RankBy by, ServerFinder.Listener listener) {
        finder.search(question, by, listener);
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
    public void cancel() {
        finder.cancel();
    }

    @Override
    public void take(TriedServer server) {
        cancel();
        close();
        edit.accept(PlanEdit.of(
                texts.get(
                        "find.use.edit",
                        server.entry().model(),
                        server.trial().use().option().value().toUpperCase(Locale.ROOT)),
                server.trial()::apply));
    }

    @Override
    public Why why(OptionResult result, Cell cell) {
        return Measured.with(texts, result.plan().library(), result.figures(), result.sizing().demand.llm, cell);
    }

    @Override
    public Optional<Set<EntryId>> matching(String text) {
        return text.isBlank()
                ? Optional.empty()
                : session.state()
                        .catalog()
                        .map(open -> open.search().find(Query.ALL.withText(text)).entries().stream()
                                .map(CatalogEntry::id)
                                .collect(Collectors.toSet()));
    }

    @Override
    public void close() {
        page.close();
    }
}
