package org.sizewright.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a list leaves open and the user may answer, once for all its rows. Answered ones stay, so that answers can be changed. */
public sealed interface Question {
    /** What the list wrote. */
    String text();

    /** The rows concerned. */
    List<RawRow> rows();

    boolean answered();

    /** Why it is asked. */
    enum Why {
        /** form, memory or edition is not named */
        AMBIGUOUS,
        /** no GPU that is known here */
        UNKNOWN,
        /** one of several products of that name was assumed */
        ASSUMED
    }

    /**
     * Which GPU is meant.
     *
     * @param key under this an answer is kept
     * @param text the GPU's name as written, cleaned
     * @param formColumn the text of the form column, empty if there is none
     * @param why why it is asked
     * @param candidates what may be meant, the assumed one first; for an unknown name similar ones, perhaps none
     * @param rows the rows concerned
     * @param answer the answer that was used
     */
    record Gpu(
            GpuText key,
            String text,
            String formColumn,
            Why why,
            List<GpuCandidate> candidates,
            List<RawRow> rows,
            Optional<GpuAnswer> answer)
            implements Question {
        public Gpu {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(formColumn, "formColumn");
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(answer, "answer");
            candidates = List.copyOf(candidates);
            rows = List.copyOf(rows);
        }

        @Override
        public boolean answered() {
            return answer.isPresent();
        }
    }

    /**
     * Whether an unknown vendor is another name of a known one.
     *
     * @param key under this an answer is kept
     * @param text the vendor as first written
     * @param rows the rows concerned
     * @param vendor the vendor that the user named
     */
    record Vendor(String key, String text, List<RawRow> rows, Optional<String> vendor) implements Question {
        public Vendor {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(vendor, "vendor");
            rows = List.copyOf(rows);
        }

        @Override
        public boolean answered() {
            return vendor.isPresent();
        }
    }
}
