package org.sizewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.result.servers.RankBy;
import org.sizewright.result.servers.ServerQuestion;
import org.sizewright.result.servers.ServerRanking;

class ServerFinderTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final ServerFinder finder = new ServerFinder(work::add, Runnable::run);
    private final SampleReferences references = new SampleReferences();
    private final ServerQuestion question = ServerQuestion.of(
            SamplePlans.standard(), references, references.catalog().entries().subList(0, 6));

    private static final class Heard implements ServerFinder.Listener {
        private final List<String> said = new ArrayList<>();
        private Runnable onProgress = () -> {};

        @Override
        public void progress(int done, int all) {
            said.add("progress");
            onProgress.run();
        }

        @Override
        public void found(ServerRanking ranking) {
            said.add("found");
        }

        @Override
        public void refused(String sentence) {
            said.add(sentence);
        }
    }

    @Test
    void aNewerSearchIsTheOnlyOneThatAnswers() {
        Heard older = new Heard();
        Heard newer = new Heard();
        finder.search(question, RankBy.HOSTS, older);
        finder.search(question, RankBy.HOSTS, newer);
        work.forEach(Runnable::run);
        assertThat(older.said).isEmpty();
        assertThat(newer.said).startsWith("progress").endsWith("found");
    }

    @Test
    void aSearchThatIsEndedTellsNobodyAnything() {
        Heard heard = new Heard();
        heard.onProgress = finder::cancel;
        finder.search(question, RankBy.HOSTS, heard);
        work.forEach(Runnable::run);
        assertThat(heard.said).containsExactly("progress");
    }
}
