package org.sizewright.result.servers;

import org.sizewright.catalog.CatalogEntry;
import org.sizewright.library.Gpu;

/**
 * A server of the list that carries the workloads of the plan.
 *
 * @param gpu what its GPU was taken for; one of several where the list leaves form or memory open
 * @param gpuIsOpen whether the list leaves that open
 * @param trial how it was put into the plan
 */
public record TriedServer(
        CatalogEntry entry, Gpu gpu, boolean gpuIsOpen, ServerTrial trial, ServerOutcome outcome, ServerPrice price) {
    /** Unique among the servers of a ranking. */
    public String id() {
        return entry.id().value() + " " + gpu.id().value();
    }

    /** Vendor, model and GPU. */
    public String name() {
        return entry.vendor() + " " + entry.model() + " with " + gpu.name();
    }

    /** The same in other racks or with other power or height, which cost the same. */
    TriedServer with(ServerOutcome other) {
        return new TriedServer(entry, gpu, gpuIsOpen, trial, other, price);
    }

    TriedServer withHosts(int hosts) {
        return new TriedServer(
                entry, gpu, gpuIsOpen, trial, outcome.withHosts(hosts), price.forHosts(outcome.hosts(), hosts));
    }

    TriedServer with(ServerPrice other) {
        return new TriedServer(entry, gpu, gpuIsOpen, trial, outcome, other);
    }

    /** The same at another price, all its lines alike. */
    TriedServer at(double factor) {
        return with(price.times(factor));
    }
}
