package org.sizewright.placement.maintenance;

import java.util.Set;

/** How long a machine stands still while vMotion moves it. */
public sealed interface Standstill {
    /** What an estimate rests on beside the rows of the table. */
    enum Basis {
        /** The frame buffer lies between two rows. */
        BETWEEN("between two measured sizes"),
        /** The frame buffer is larger than any in the table; the last two rows are drawn on. */
        BEYOND("beyond the measured sizes, drawn on from the last two"),
        /** Another bandwidth than that of the table: taken as inversely proportional, which nobody measured. */
        SCALED("scaled to another bandwidth");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** There is no vGPU to copy, or the machine does not run while it moves. */
    record None() implements Standstill {}

    /**
     * An estimate.
     *
     * @param seconds over all vGPUs of the machine
     * @param gbps bandwidth that it holds for
     * @param basis why it is less sure than the table; empty where every vGPU has a row
     */
    record Estimate(double seconds, double gbps, Set<Basis> basis) implements Standstill {
        public Estimate {
            basis = Set.copyOf(basis);
        }
    }

    /** Nobody can say. @param why as a sentence */
    record Unknown(String why) implements Standstill {}
}
