package org.sizewright.delivery.supply;

import java.util.Optional;
import org.sizewright.figure.Source;
import org.sizewright.figure.ValueText;
import org.sizewright.quantity.Bytes;

/**
 * A machine or pod that the plan needs beside those that run the workloads, or that a workload brings.
 *
 * @param forWhom the workload; empty for the platform
 * @param nodes how many; empty = unknown, as with all that follows
 * @param memory of each
 * @param disk of each
 * @param where where it runs
 * @param placed whether the placement of the plan counts it already
 */
public record ServiceLine(
        String name,
        String purpose,
        Optional<String> forWhom,
        Optional<Integer> nodes,
        Optional<Integer> vcpu,
        Optional<Bytes> memory,
        Optional<Bytes> disk,
        String where,
        boolean placed,
        Optional<String> notes,
        Source source) {

    /** A sum over services that the placement does not count; {@code complete} if none of its parts is unknown. */
    public record Sum(double known, boolean complete) {
        /** Such as {@code at least 12}. */
        public String words() {
            return (complete ? "" : "at least ") + ValueText.number(known);
        }
    }
}
