package org.sizewright.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.GpuName;
import org.sizewright.catalog.RawRow;
import org.sizewright.catalog.SystemClass;
import org.sizewright.catalog.Validation;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.quantity.Bytes;

/** Groups of hosts that the customer has: their facts are those of the hosts, which are equal in all that counts. */
public final class ExistingGroups {
    /** What vSphere and its services usually keep; a statement of the group until somebody says what it is. */
    private static final int USUAL_RESERVE_GIB = 32;

    private ExistingGroups() {}

    /** Hosts that are alike, in the order of the first of each kind. */
    public static List<List<InventoryHost>> alike(List<InventoryHost> hosts) {
        List<List<InventoryHost>> kinds = new ArrayList<>();
        for (InventoryHost host : hosts) {
            kinds.stream()
                    .filter(kind -> kind.getFirst().isLike(host))
                    .findFirst()
                    .orElseGet(() -> {
                        List<InventoryHost> kind = new ArrayList<>();
                        kinds.add(kind);
                        return kind;
                    })
                    .add(host);
        }
        return kinds.stream().map(List::copyOf).toList();
    }

    /**
     * A group of these hosts.
     *
     * @param server the entry of the server list; {@link #unlisted} where it has none
     * @throws IllegalArgumentException with a sentence for the user, if the hosts are unequal or not known well enough
     */
    public static HostGroup group(
            GroupId id, String name, List<InventoryHost> hosts, EntryId server, GpuId gpu, int gpusPerHost) {
        InventoryHost first = firstOfEqual(hosts);
        HostGroup.Typed typed = new HostGroup.Typed(first.fittings().basePower(), Optional.empty(), Optional.empty());
        int there = first.fittings().gpus().stream()
                .flatMap(List::stream)
                .filter(each -> each.gpu().equals(Optional.of(gpu)))
                .mapToInt(each -> each.count())
                .sum();
        int memory = memoryGib(first);
        return new HostGroup(
                id,
                name,
                server,
                gpu,
                gpusPerHost,
                HostCount.of(hosts.size()),
                sockets(first),
                cores(first),
                1,
                memory,
                reserved(first).orElse(Math.min(USUAL_RESERVE_GIB, memory)),
                typed,
                new Origin.Existing(hosts.stream().map(InventoryHost::name).toList(), Math.min(there, gpusPerHost)),
                Labels.NONE);
    }

    /**
     * The group with what its hosts say now; what they are silent about stays as the group has it.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the hosts have become unequal or unknown
     */
    static HostGroup refreshed(HostGroup group, List<InventoryHost> hosts) {
        InventoryHost first = firstOfEqual(hosts);
        return group.withSockets(sockets(first))
                .withCoresPerSocket(cores(first))
                .withMemoryGib(memoryGib(first))
                .withReservedMemoryGib(reserved(first).orElse(Math.min(group.reservedMemoryGib(), memoryGib(first))))
                .withTyped(group.typed()
                        .withBasePower(first.fittings()
                                .basePower()
                                .or(() -> group.typed().basePower())));
    }

    /** The id of a server that no list has, with that GPU. */
    public static EntryId unlisted(InventoryHost host, GpuId gpu) {
        return new EntryId("unlisted/" + slug(host.vendor()) + "/" + slug(host.model()) + "/" + gpu.value());
    }

    /** Stands for the entry that no server list has: only what the host itself says. */
    static CatalogEntry standIn(EntryId id, InventoryHost host, Gpu gpu) {
        return new CatalogEntry(
                id,
                host.vendor().isBlank() ? "Vendor unknown" : host.vendor(),
                host.model().isBlank() ? "model unknown" : host.model(),
                new GpuName(
                        gpu.name(),
                        Optional.of(gpu.chip()),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.of(gpu.name()),
                        Optional.empty(),
                        Set.of(),
                        List.of(),
                        GpuName.Confidence.EXACT),
                OptionalInt.empty(),
                host.cpuModel(),
                OptionalInt.empty(),
                Validation.UNKNOWN,
                "",
                SystemClass.UNKNOWN,
                java.util.Map.of(),
                host.row().map(InventoryHost.InventoryRow::raw).orElse(new RawRow("typed in", 1, List.of())));
    }

    private static InventoryHost firstOfEqual(List<InventoryHost> hosts) {
        List<List<InventoryHost>> kinds = alike(hosts);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("choose at least one host");
        }
        if (kinds.size() > 1) {
            throw new IllegalArgumentException(names(kinds.getFirst()) + " and " + names(kinds.get(1))
                    + " differ in hardware; hosts of one group are equal, so change them together or take them into"
                    + " groups of their own");
        }
        return kinds.getFirst().getFirst();
    }

    private static String names(List<InventoryHost> hosts) {
        return hosts.stream().map(InventoryHost::name).collect(Collectors.joining(", "));
    }

    private static int sockets(InventoryHost host) {
        return known(host, "how many sockets", host.sockets());
    }

    private static int cores(InventoryHost host) {
        return known(host, "how many cores per socket", host.coresPerSocket());
    }

    private static int memoryGib(InventoryHost host) {
        return known(host, "how much memory", host.memoryGib());
    }

    private static int known(InventoryHost host, String what, Optional<Integer> value) {
        return value.orElseThrow(() -> new IllegalArgumentException(
                "it is not known " + what + " " + host.name() + " has; type it in before it is used in a cluster"));
    }

    private static Optional<Integer> reserved(InventoryHost host) {
        return host.fittings()
                .reservedMemory()
                .map(bytes -> (int) ((bytes.count() + Bytes.PER_GIB - 1) / Bytes.PER_GIB))
                .map(gib -> Math.min(gib, memoryGib(host)));
    }

    private static String slug(String text) {
        String slug = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "unknown" : slug;
    }
}
