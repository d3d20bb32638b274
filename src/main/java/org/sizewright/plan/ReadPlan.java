package org.sizewright.plan;

import java.util.List;

/** The outcome of reading a plan's file. */
public sealed interface ReadPlan {
    /**
     * The file holds a plan.
     *
     * @param remarks what the user should know about it, one sentence each: carried records that were left out or changed by hand
     */
    record Read(SavedPlan saved, List<String> remarks) implements ReadPlan {
        public Read {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The file cannot be opened.
     *
     * @param sentence what is wrong, with the place in the file where there is one
     * @param advice what to do
     */
    record Refused(String sentence, String advice) implements ReadPlan {}
}
