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
 * @param nics network cards beside its GPUs that machines may have; empty if nobody knows, and then they are not counted
 */
public record HostSpec(
        String id,
        int gpus,
        Optional<GpuGeometry> geometry,
        int vcpu,
        int memoryGib,
        int reservedMemoryGib,
        Set<String> labels,
        GpuLinks links,
        Optional<Integer> nics) {
    /** A host whose GPUs are not joined and whose network cards nobody knows. */
    public HostSpec(
            String id,
            int gpus,
            Optional<GpuGeometry> geometry,
            int vcpu,
            int memoryGib,
            int reservedMemoryGib,
            Set<String> labels) {
        this(id, gpus, geometry, vcpu, memoryGib, reservedMemoryGib, labels, GpuLinks.none(), Optional.empty());
    }

    public HostSpec {
        labels = Set.copyOf(labels);
        if (id.isBlank()
                || gpus < 0
                || vcpu < 0
                || reservedMemoryGib < 0
                || memoryGib < reservedMemoryGib
                || nics.filter(cards -> cards < 0).isPresent()) {
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
        return new HostSpec(id, gpus, geometry, vcpu, memoryGib, reservedMemoryGib, labels, changed, nics);
    }

    public HostSpec withNics(Optional<Integer> changed) {
        return new HostSpec(id, gpus, geometry, vcpu, memoryGib, reservedMemoryGib, labels, links, changed);
    }

    public HostSpec withLabels(Set<String> changed) {
        return new HostSpec(id, gpus, geometry, vcpu, memoryGib, reservedMemoryGib, changed, links, nics);
    }

    /**
     * How many GPUs each of its network cards is beside: as few as the GPUs can be shared out evenly to the cards. Of five cards of a
     * host with eight GPUs four are beside two GPUs each.
     */
    private int gpusPerNic() {
        int each = Math.max(1, gpus);
        for (int tried = gpus; tried * nics.orElse(0) >= gpus && tried > 0; tried--) {
            each = gpus % tried == 0 ? tried : each;
        }
        return each;
    }

    /** Network cards to give away, those beside GPUs; 0 where nobody knows their number, since none are counted then. */
    public int countedNics() {
        return nics.filter(cards -> cards > 0 && gpus > 0)
                .map(cards -> gpus / gpusPerNic())
                .orElse(0);
    }

    /**
     * Network cards that a machine takes for itself: where each card is beside two GPUs, one for each two of its GPUs, rounded up. 0 where
     * it asks for none, nobody knows how many there are, or there are no GPUs that they could be beside. Cards are counted: which GPU has which number is not said by anything that an
     * architect has at hand, and GPUs without links can be numbered so that those of a machine are beside its cards.
     */
    public int nicsOf(GpuNeed need) {
        return gpus > 0 && nics.isPresent() && need instanceof GpuNeed.Whole whole && whole.nics()
                ? Math.ceilDiv(whole.gpus(), gpusPerNic())
                : 0;
    }

    /** Memory in GiB for virtual machines. */
    public int usableMemoryGib() {
        return memoryGib - reservedMemoryGib;
    }
}
