package org.sizewright.placement;

import java.util.Optional;
import java.util.Set;
import org.sizewright.partition.GpuGeometry;

/**
 * One kind of host.
 *
 * @param id unique in the problem
 * @param gpus number of GPUs
 * @param geometry how each GPU can be shared; empty if and only if there is no GPU
 * @param vcpu virtual CPUs to give away, after overcommitment and the hypervisor's own
 * @param memoryGib memory in GiB
 * @param reservedMemoryGib memory in GiB that the hypervisor keeps
 * @param labels what the host can promise
 * @param links how its GPUs are joined
 */
public record HostSpec(
        String id,
        int gpus,
        Optional<GpuGeometry> geometry,
        int vcpu,
        int memoryGib,
        int reservedMemoryGib,
        Set<String> labels,
        GpuLinks links) {
    /** A host whose GPUs are not joined. */
    public HostSpec(
            String id,
            int gpus,
            Optional<GpuGeometry> geometry,
            int vcpu,
            int memoryGib,
            int reservedMemoryGib,
            Set<String> labels) {
        this(id, gpus, geometry, vcpu, memoryGib, reservedMemoryGib, labels, GpuLinks.none());
    }

    public HostSpec {
        labels = Set.copyOf(labels);
        if (id.isBlank() || gpus < 0 || vcpu < 0 || reservedMemoryGib < 0 || memoryGib < reservedMemoryGib) {
            throw new IllegalArgumentException(
                    "a host has an id, no negative amount, and reserves no more memory than it has");
        }
        if (geometry.isPresent() != (gpus > 0)) {
            throw new IllegalArgumentException(id + ": a host with GPUs names their geometry, one without does not");
        }
    }

    /** A host without labels and without reserved memory. */
    public static HostSpec of(String id, int gpus, GpuGeometry geometry, int vcpu, int memoryGib) {
        return new HostSpec(
                id, gpus, gpus == 0 ? Optional.empty() : Optional.of(geometry), vcpu, memoryGib, 0, Set.of());
    }

    public HostSpec withLinks(GpuLinks changed) {
        return new HostSpec(id, gpus, geometry, vcpu, memoryGib, reservedMemoryGib, labels, changed);
    }

    /** Memory in GiB for virtual machines. */
    public int usableMemoryGib() {
        return memoryGib - reservedMemoryGib;
    }
}
