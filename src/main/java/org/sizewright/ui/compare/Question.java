package org.sizewright.ui.compare;

import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.result.Cancellation;
import org.sizewright.ui.screen.LatestAnswer;

/** Something about the live option that is worked out in the background, once for each state of it. Lives on the JavaFX thread. */
final class Question<A> {
    /** Works it out. */
    @FunctionalInterface
    interface Work<A> {
        A answer(Cancellation cancellation, BiConsumer<Integer, Integer> progress);
    }

    private final LatestAnswer answers;
    private final ReadOnlyObjectWrapper<Phase<A>> phase = new ReadOnlyObjectWrapper<>(new Phase.Waiting<>());

    Question(Executor worker, Executor owner) {
        answers = new LatestAnswer(worker, owner);
    }

    ReadOnlyObjectProperty<Phase<A>> phase() {
        return phase.getReadOnlyProperty();
    }

    void ask(Work<A> work) {
        phase.set(new Phase.Working<>(0, 0));
        answers.<Phase<A>>ask(
                (wanted, tell) -> {
                    try {
                        tell.accept(new Phase.Answered<>(work.answer(
                                () -> !wanted.getAsBoolean(),
                                (done, all) -> tell.accept(new Phase.Working<>(done, all)))));
                    } catch (Cancellation.Superseded stopped) {
                        // nobody waits for it any more
                    }
                },
                phase::set);
    }

    /** What it rests on has changed. */
    void forget() {
        answers.cancel();
        phase.set(new Phase.Waiting<>());
    }

    /** Ends it because the user wants so. */
    void stop() {
        answers.stop();
        phase.set(new Phase.Stopped<>());
    }
}
