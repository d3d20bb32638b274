package org.sizewright.ui.find;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sizewright.catalog.EntryId;
import org.sizewright.figure.Cell;
import org.sizewright.result.OptionResult;
import org.sizewright.result.servers.Flip;
import org.sizewright.result.servers.RankBy;
import org.sizewright.result.servers.ServerQuestion;
import org.sizewright.result.servers.TriedServer;
import org.sizewright.session.ServerFinder;
import org.sizewright.ui.part.Why;

/** What the page of found servers asks of the window around it. All answers arrive on the thread of the window. */
public interface FindDesk {
    void search(ServerQuestion question, RankBy by, ServerFinder.Listener listener);

    /** The figures of the plan with the server in it. */
    void explain(ServerQuestion question, TriedServer server, Consumer<OptionResult> done);

    /** Tries what would put the server before the winner. @return ends the trying */
    Runnable flip(ServerQuestion question, RankBy by, TriedServer winner, TriedServer server, Consumer<Flip> done);

    /** Ends what runs. */
    void cancel();

    /** Puts the server into the plan and closes the page. */
    void take(TriedServer server);

    /** Explains a figure of a result with its measured bands. */
    Why why(OptionResult result, Cell cell);

    /** The servers of the list that a search text leaves; empty if it leaves all. */
    Optional<Set<EntryId>> matching(String text);

    void close();
}
