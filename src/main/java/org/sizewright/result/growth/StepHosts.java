package org.sizewright.result.growth;

import org.sizewright.plan.GroupId;

/**
 * Hosts of a group on a date.
 *
 * @param server vendor and model
 * @param hosts all of them
 * @param bought those that were not there on the date before; on day 1 all that are to be bought
 * @param gpusPerHost GPUs in each
 */
public record StepHosts(GroupId group, String name, String server, String gpu, int hosts, int bought, int gpusPerHost) {
    /** GPUs that are bought with them. */
    public int gpusBought() {
        return bought * gpusPerHost;
    }
}
