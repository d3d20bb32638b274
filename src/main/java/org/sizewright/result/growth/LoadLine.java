package org.sizewright.result.growth;

import java.util.List;
import org.sizewright.plan.WorkloadId;

/**
 * How the load of a workload grows.
 *
 * @param growth as it was stated, in words
 * @param constant whether nothing was stated
 * @param loads on each date, in words
 */
public record LoadLine(WorkloadId workload, String name, String growth, boolean constant, List<String> loads) {
    public LoadLine {
        loads = List.copyOf(loads);
    }
}
