package org.sizewright.ui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestAnswerTest {
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final LatestAnswer answers = new LatestAnswer(queue::add, Runnable::run);

    @Test
    void onlyTheLatestQuestionIsAnswered() {
        ask("first");
        ask("second");
        work();
        assertThat(told).containsExactly("second");
        assertThat(answers.isSettled()).isTrue();
        assertThat(answers.isAsked()).isFalse();
    }

    @Test
    void aQuestionThatIsBeingWorkedOutNeedNotBeAskedAgain() {
        assertThat(answers.isSettled()).isFalse();
        ask("one");
        assertThat(answers.isAsked()).isTrue();
        assertThat(answers.isSettled()).isTrue();
    }

    @Test
    void stoppedByTheUserItIsNotAskedAgainByItself() {
        ask("one");
        answers.stop();
        work();
        assertThat(told).isEmpty();
        assertThat(answers.isSettled()).isTrue();
    }

    @Test
    void whatWasForgottenBeforeItsAnswerIsToBeAskedAgain() {
        ask("one");
        answers.cancel();
        work();
        assertThat(told).isEmpty();
        assertThat(answers.isSettled()).isFalse();
        ask("one");
        work();
        answers.cancel();
        assertThat(answers.isSettled()).as("answered before").isTrue();
    }

    private void ask(String question) {
        answers.<String>ask((wanted, tell) -> tell.accept(question), told::add);
    }

    private void work() {
        while (!queue.isEmpty()) {
            queue.poll().run();
        }
    }
}
