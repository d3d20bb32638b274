package org.sizewright.plan;

import java.util.Optional;
import org.sizewright.catalog.EntryId;
import org.sizewright.library.GpuId;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/**
 * Equal hosts of one catalog entry.
 *
 * @param server the catalog entry: one server model with one GPU
 * @param gpu the exact GPU; a catalog entry may leave form and memory open
 * @param vcpuPerCore how many virtual CPUs are given away per core
 * @param reservedMemoryGib memory that the hypervisor keeps
 * @param typed what neither catalog nor library knows about the server
 * @param origin whether the hosts are ordered or there
 */
public record HostGroup(
        GroupId id,
        String name,
        EntryId server,
        GpuId gpu,
        int gpusPerHost,
        HostCount count,
        int sockets,
        int coresPerSocket,
        double vcpuPerCore,
        int memoryGib,
        int reservedMemoryGib,
        Typed typed,
        Origin origin) {
    /** Hosts to buy. */
    public HostGroup(
            GroupId id,
            String name,
            EntryId server,
            GpuId gpu,
            int gpusPerHost,
            HostCount count,
            int sockets,
            int coresPerSocket,
            double vcpuPerCore,
            int memoryGib,
            int reservedMemoryGib,
            Typed typed) {
        this(
                id,
                name,
                server,
                gpu,
                gpusPerHost,
                count,
                sockets,
                coresPerSocket,
                vcpuPerCore,
                memoryGib,
                reservedMemoryGib,
                typed,
                Origin.toBuy());
    }

    /**
     * Facts of the server model that the architect typed in; they go before those of the library.
     *
     * @param basePower draw under load without the GPUs
     */
    public record Typed(Optional<Watts> basePower, Optional<Integer> heightU, Optional<Kilograms> weight) {
        public static final Typed NOTHING = new Typed(Optional.empty(), Optional.empty(), Optional.empty());

        public Typed {
            heightU.ifPresent(units -> PlanChecks.between("the height in rack units", 1, 60, units));
        }

        public Typed withBasePower(Optional<Watts> changed) {
            return new Typed(changed, heightU, weight);
        }

        public Typed withHeightU(Optional<Integer> changed) {
            return new Typed(basePower, changed, weight);
        }

        public Typed withWeight(Optional<Kilograms> changed) {
            return new Typed(basePower, heightU, changed);
        }
    }

    public HostGroup {
        PlanChecks.name("a group of hosts", name);
        PlanChecks.between("the GPUs per host of " + name, 1, 72, gpusPerHost);
        PlanChecks.between("the sockets of " + name, 1, 16, sockets);
        PlanChecks.between("the cores per socket of " + name, 1, 1024, coresPerSocket);
        PlanChecks.between("the vCPUs per core of " + name, 0.1, 32, vcpuPerCore);
        PlanChecks.between("the memory of " + name + " in GiB", 1, 1_048_576, memoryGib);
        PlanChecks.between("the reserved memory of " + name + " in GiB", 0, memoryGib, reservedMemoryGib);
        if (origin instanceof Origin.Existing existing) {
            if (!(count instanceof HostCount.Fixed fixed)
                    || fixed.hosts() != existing.hosts().size()) {
                throw new IllegalArgumentException("the hosts of " + name + " are there: their number is "
                        + existing.hosts().size() + ", so use other hosts of the site instead");
            }
            if (existing.gpusThere() > gpusPerHost) {
                throw new IllegalArgumentException(existing.gpusThere() + " GPUs are in each host of " + name
                        + " already, which is more than the " + gpusPerHost + " per host");
            }
        }
    }

    /** @throws IllegalArgumentException with a sentence for the user if the hosts are there already */
    public HostGroup withServer(EntryId changedServer, GpuId changedGpu, int changedGpus) {
        if (isExisting()) {
            throw new IllegalArgumentException(
                    "the hosts of " + name + " are there; another server would be another group of hosts");
        }
        return new HostGroup(
                id,
                name,
                changedServer,
                changedGpu,
                changedGpus,
                count,
                sockets,
                coresPerSocket,
                vcpuPerCore,
                memoryGib,
                reservedMemoryGib,
                Typed.NOTHING,
                origin);
    }

    /** The same server with another form or memory of its GPU; what was typed in about the server stays. */
    public HostGroup withGpu(GpuId changed) {
        return new HostGroup(
                id,
                name,
                server,
                changed,
                gpusPerHost,
                count,
                sockets,
                coresPerSocket,
                vcpuPerCore,
                memoryGib,
                reservedMemoryGib,
                typed,
                origin);
    }

    public HostGroup withGpusPerHost(int changed) {
        return new HostGroup(
                id,
                name,
                server,
                gpu,
                changed,
                count,
                sockets,
                coresPerSocket,
                vcpuPerCore,
                memoryGib,
                reservedMemoryGib,
                typed,
                origin);
    }

    public HostGroup withCount(HostCount changed) {
        return new HostGroup(
                id,
                name,
                server,
                gpu,
                gpusPerHost,
                changed,
                sockets,
                coresPerSocket,
                vcpuPerCore,
                memoryGib,
                reservedMemoryGib,
                typed,
                origin);
    }

    public HostGroup withSockets(int changed) {
        return new HostGroup(
                id,
                name,
                server,
                gpu,
                gpusPerHost,
                count,
                changed,
                coresPerSocket,
                vcpuPerCore,
                memoryGib,
                reservedMemoryGib,
                typed,
                origin);
    }

    public HostGroup withCoresPerSocket(int changed) {
        return new HostGroup(
                id,
                name,
                server,
                gpu,
                gpusPerHost,
                count,
                sockets,
                changed,
                vcpuPerCore,
                memoryGib,
                reservedMemoryGib,
                typed,
                origin);
    }

    public HostGroup withMemoryGib(int changed) {
        return new HostGroup(
                id,
                name,
                server,
                gpu,
                gpusPerHost,
                count,
                sockets,
                coresPerSocket,
                vcpuPerCore,
                changed,
                Math.min(reservedMemoryGib, changed),
                typed,
                origin);
    }

    public HostGroup withVcpuPerCore(double changed) {
        return new HostGroup(
                id,
                name,
                server,
                gpu,
                gpusPerHost,
                count,
                sockets,
                coresPerSocket,
                changed,
                memoryGib,
                reservedMemoryGib,
                typed,
                origin);
    }

    public HostGroup withReservedMemoryGib(int changed) {
        return new HostGroup(
                id,
                name,
                server,
                gpu,
                gpusPerHost,
                count,
                sockets,
                coresPerSocket,
                vcpuPerCore,
                memoryGib,
                changed,
                typed,
                origin);
    }

    public HostGroup withTyped(Typed changed) {
        return new HostGroup(
                id,
                name,
                server,
                gpu,
                gpusPerHost,
                count,
                sockets,
                coresPerSocket,
                vcpuPerCore,
                memoryGib,
                reservedMemoryGib,
                changed,
                origin);
    }

    /** Whether the hosts are there already. */
    public boolean isExisting() {
        return origin instanceof Origin.Existing;
    }

    public HostGroup withOrigin(Origin changed) {
        return new HostGroup(
                id,
                name,
                server,
                gpu,
                gpusPerHost,
                count,
                sockets,
                coresPerSocket,
                vcpuPerCore,
                memoryGib,
                reservedMemoryGib,
                typed,
                changed);
    }
}
