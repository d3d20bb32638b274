package org.sizewright.ui.screen;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Works questions out in the background; only the latest is answered. Asked, stopped and told about on the owner's thread. */
public final class LatestAnswer {
    private enum State {
        NOT_ASKED,
        ASKED,
        STOPPED,
        ANSWERED
    }

    private final Executor worker;
    private final Executor owner;
    private final AtomicLong latest = new AtomicLong();
    private State state = State.NOT_ASKED;

    /** How a question is worked out. */
    @FunctionalInterface
    public interface Work<A> {
        /**
         * @param wanted whether the question is still the latest; long work looks now and then
         * @param tell takes an answer; more than one if a first part is there early
         */
        void answer(BooleanSupplier wanted, Consumer<A> tell);
    }

    /**
     * @param worker where it is calculated
     * @param owner where answers are delivered
     */
    public LatestAnswer(Executor worker, Executor owner) {
        this.worker = worker;
        this.owner = owner;
    }

    /** Asks, and forgets any question before. @param deliver gets the answers */
    public <A> void ask(Work<A> work, Consumer<A> deliver) {
        long ticket = latest.incrementAndGet();
        state = State.ASKED;
        BooleanSupplier wanted = () -> latest.get() == ticket;
        worker.execute(() -> {
            if (wanted.getAsBoolean()) {
                work.answer(
                        wanted,
                        answer -> owner.execute(() -> {
                            if (wanted.getAsBoolean()) {
                                state = State.ANSWERED;
                                deliver.accept(answer);
                            }
                        }));
            }
        });
    }

    /** Forgets the latest question; if it is not answered yet, it is to be asked again when its answer is wanted. */
    public void cancel() {
        latest.incrementAndGet();
        if (state == State.ASKED) {
            state = State.NOT_ASKED;
        }
    }

    /** Ends the latest question because the user wants so: it is not asked again by itself. */
    public void stop() {
        latest.incrementAndGet();
        state = State.STOPPED;
    }

    /** Whether the latest question is being worked out. */
    public boolean isAsked() {
        return state == State.ASKED;
    }

    /** Whether the latest question is being worked out, answered, or stopped by the user: nobody need ask it again. */
    public boolean isSettled() {
        return state != State.NOT_ASKED;
    }
}
