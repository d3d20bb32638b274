package org.sizewright.plan;

import java.util.Optional;
import java.util.function.Consumer;
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
 * @param labels what workloads can ask for, such as training
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
        Origin origin,
        Labels labels) {
    /** Hosts to buy, without labels. */
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
                Origin.toBuy(),
                Labels.NONE);
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
        return with(copy -> {
            copy.server = changedServer;
            copy.gpu = changedGpu;
            copy.gpusPerHost = changedGpus;
            copy.typed = Typed.NOTHING;
        });
    }

    /** The same server with another form or memory of its GPU; what was typed in about the server stays. */
    public HostGroup withGpu(GpuId changed) {
        return with(copy -> copy.gpu = changed);
    }

    public HostGroup withGpusPerHost(int changed) {
        return with(copy -> copy.gpusPerHost = changed);
    }

    public HostGroup withCount(HostCount changed) {
        return with(copy -> copy.count = changed);
    }

    public HostGroup withSockets(int changed) {
        return with(copy -> copy.sockets = changed);
    }

    public HostGroup withCoresPerSocket(int changed) {
        return with(copy -> copy.coresPerSocket = changed);
    }

    public HostGroup withMemoryGib(int changed) {
        return with(copy -> {
            copy.memoryGib = changed;
            copy.reservedMemoryGib = Math.min(reservedMemoryGib, changed);
        });
    }

    public HostGroup withVcpuPerCore(double changed) {
        return with(copy -> copy.vcpuPerCore = changed);
    }

    public HostGroup withReservedMemoryGib(int changed) {
        return with(copy -> copy.reservedMemoryGib = changed);
    }

    public HostGroup withTyped(Typed changed) {
        return with(copy -> copy.typed = changed);
    }

    /** Whether the hosts are there already. */
    public boolean isExisting() {
        return origin instanceof Origin.Existing;
    }

    public HostGroup withOrigin(Origin changed) {
        return with(copy -> copy.origin = changed);
    }

    public HostGroup withLabels(Labels changed) {
        return with(copy -> copy.labels = changed);
    }

    /** Another group of such hosts, to buy. */
    public HostGroup asNew(GroupId newId, String newName) {
        return new HostGroup(
                newId,
                newName,
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
                Origin.toBuy(),
                labels);
    }

    private HostGroup with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.toGroup();
    }

    /** The values of a group while one of them is changed. */
    private static final class Copy {
        private final GroupId id;
        private final String name;
        private EntryId server;
        private GpuId gpu;
        private int gpusPerHost;
        private HostCount count;
        private int sockets;
        private int coresPerSocket;
        private double vcpuPerCore;
        private int memoryGib;
        private int reservedMemoryGib;
        private Typed typed;
        private Origin origin;
        private Labels labels;

        Copy(HostGroup group) {
            id = group.id;
            name = group.name;
            server = group.server;
            gpu = group.gpu;
            gpusPerHost = group.gpusPerHost;
            count = group.count;
            sockets = group.sockets;
            coresPerSocket = group.coresPerSocket;
            vcpuPerCore = group.vcpuPerCore;
            memoryGib = group.memoryGib;
            reservedMemoryGib = group.reservedMemoryGib;
            typed = group.typed;
            origin = group.origin;
            labels = group.labels;
        }

        HostGroup toGroup() {
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
                    origin,
                    labels);
        }
    }
}
