package org.sizewright.session;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.servers.Flip;
import org.sizewright.result.servers.FlipSearch;
import org.sizewright.result.servers.RankBy;
import org.sizewright.result.servers.ServerQuestion;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.result.servers.ServerSearch;
import org.sizewright.result.servers.TriedServer;

/** Finds servers on a worker. A newer search or explanation ends the older one, which then tells nobody anything. */
public final class ServerFinder {
    private final Executor worker;
    private final Executor owner;
    private final AtomicLong searches = new AtomicLong();
    private final AtomicLong explanations = new AtomicLong();

    /** How a search goes on. Called on the owner's thread. */
    public interface Listener {
        /** So many of all were calculated. */
        void progress(int done, int all);

        void found(ServerRanking ranking);

        /** It cannot be searched, in a sentence. */
        void refused(String sentence);
    }

    /**
     * @param worker where searches run
     * @param owner where the answers are delivered, such as the thread of the window
     */
    public ServerFinder(Executor worker, Executor owner) {
        this.worker = worker;
        this.owner = owner;
    }

    /** Searches; an unfinished search is ended. */
    public void search(ServerQuestion question, RankBy by, Listener listener) {
        run(searches, cancellation -> {
            try {
                ServerRanking ranking = ServerSearch.search(
                        question,
                        by,
                        cancellation,
                        (done, all) -> tell(cancellation, () -> listener.progress(done, all)));
                tell(cancellation, () -> listener.found(ranking));
            } catch (IllegalArgumentException impossible) {
                tell(cancellation, () -> listener.refused(String.valueOf(impossible.getMessage())));
            }
        });
    }

    /** Calculates the figures of the plan with the server in it. */
    public void explain(ServerQuestion question, TriedServer server, Consumer<OptionResult> done) {
        run(explanations, cancellation -> {
            Plan plan = server.trial().apply(question.plan().only(question.option()));
            OptionResult result = Calculation.of(Resolver.resolve(plan, question.references()), cancellation)
                    .live();
            tell(cancellation, () -> done.accept(result));
        });
    }

    /** Tries what would put the server before the winner; a newer search ends it. @return ends it too */
    public Runnable flip(
            ServerQuestion question, RankBy by, TriedServer winner, TriedServer server, Consumer<Flip> done) {
        long asked = searches.get();
        AtomicBoolean ended = new AtomicBoolean();
        run(() -> ended.get() || searches.get() != asked, cancellation -> {
            Flip flip = FlipSearch.of(question, by, winner, server, cancellation);
            tell(cancellation, () -> done.accept(flip));
        });
        return () -> ended.set(true);
    }

    /** Ends what runs; nobody hears of it. */
    public void cancel() {
        searches.incrementAndGet();
        explanations.incrementAndGet();
    }

    private void run(AtomicLong latest, Consumer<Cancellation> work) {
        long ticket = latest.incrementAndGet();
        run(() -> latest.get() != ticket, work);
    }

    private void run(Cancellation superseded, Consumer<Cancellation> work) {
        worker.execute(() -> {
            try {
                superseded.check();
                work.accept(superseded);
            } catch (Cancellation.Superseded stopped) {
                // nobody waits for it any more
            }
        });
    }

    private void tell(Cancellation cancellation, Runnable telling) {
        owner.execute(() -> {
            if (!cancellation.isCancelled()) {
                telling.run();
            }
        });
    }
}
