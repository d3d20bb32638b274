package org.sizewright.ui.screen;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Works questions out in the background; only the latest is answered. */
public final class LatestAnswer {
    private final Executor worker;
    private final Executor owner;
    private final AtomicLong latest = new AtomicLong();

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
        BooleanSupplier wanted = () -> latest.get() == ticket;
        worker.execute(() -> {
            if (wanted.getAsBoolean()) {
                work.answer(
                        wanted,
                        answer -> owner.execute(() -> {
                            if (wanted.getAsBoolean()) {
                                deliver.accept(answer);
                            }
                        }));
            }
        });
    }

    /** Forgets the latest question. */
    public void cancel() {
        latest.incrementAndGet();
    }
}
