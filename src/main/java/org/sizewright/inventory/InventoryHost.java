package org.sizewright.inventory;

import java.util.Locale;
import java.util.Optional;
import org.sizewright.catalog.RawRow;
import org.sizewright.quantity.Bytes;

/**
 * A host that the customer has. Everything but its name may be unknown: empty text or empty value.
 *
 * @param name unique in a site, whatever its capitals
 * @param vendor in its one spelling where it is a known one
 * @param cluster the vSphere cluster that it is in today
 * @param hypervisor with its version, as the inventory says it
 * @param load what runs on it today
 * @param row where it was read
 */
public record InventoryHost(
        String name,
        String vendor,
        String model,
        String cluster,
        Optional<Integer> sockets,
        Optional<Integer> coresPerSocket,
        Optional<Bytes> memory,
        String hypervisor,
        String cpuModel,
        Optional<VmLoad> load,
        Fittings fittings,
        Optional<InventoryRow> row) {
    private static final int LONGEST_NAME = 255;

    /**
     * A row of a file.
     *
     * @param file the file's name; "pasted text" for the clipboard
     */
    public record InventoryRow(String file, RawRow raw) {
        /** Such as {@code hosts.xlsx, sheet vHost, row 4}. */
        public String toText() {
            return file + ", sheet " + raw.sheet() + ", row " + raw.row();
        }
    }

    public InventoryHost {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a host needs a name of at most " + LONGEST_NAME + " letters");
        }
        sockets.ifPresent(number -> InventoryChecks.between("the sockets of " + name, 1, 16, number));
        coresPerSocket.ifPresent(number -> InventoryChecks.between("the cores per socket of " + name, 1, 1024, number));
        memory.ifPresent(bytes -> {
            if (bytes.count() < Bytes.PER_GIB) {
                throw new IllegalArgumentException("the memory of " + name + " must be at least 1 GiB");
            }
        });
    }

    /** A host of which only the name is known. */
    public static InventoryHost named(String name) {
        return new InventoryHost(
                name,
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Fittings.UNKNOWN,
                Optional.empty());
    }

    /** Under this key the spellings of one host's name meet. */
    public String key() {
        return key(name);
    }

    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Vendor and model as people say them; empty if neither is known. */
    public String serverName() {
        return (vendor + " " + model).strip();
    }

    /** Whole GiB, rounded down: what is not there is not given away. */
    public Optional<Integer> memoryGib() {
        return memory.map(bytes -> (int) (bytes.count() / Bytes.PER_GIB));
    }

    /** Whether two hosts are the same machine in all that counts for a cluster; names, clusters, rows and load may differ. */
    public boolean isLike(InventoryHost other) {
        return vendor.equals(other.vendor)
                && model.equals(other.model)
                && sockets.equals(other.sockets)
                && coresPerSocket.equals(other.coresPerSocket)
                && memoryGib().equals(other.memoryGib())
                && fittings.equals(other.fittings);
    }

    /** What a newer reading of the inventory says, and for what it is silent about, what was known before. */
    public InventoryHost updatedBy(InventoryHost newer) {
        return new InventoryHost(
                name,
                newer.vendor.isEmpty() ? vendor : newer.vendor,
                newer.model.isEmpty() ? model : newer.model,
                newer.cluster.isEmpty() ? cluster : newer.cluster,
                newer.sockets.or(() -> sockets),
                newer.coresPerSocket.or(() -> coresPerSocket),
                newer.memory.or(() -> memory),
                newer.hypervisor.isEmpty() ? hypervisor : newer.hypervisor,
                newer.cpuModel.isEmpty() ? cpuModel : newer.cpuModel,
                newer.load.or(() -> load),
                newer.fittings.or(fittings),
                newer.row.or(() -> row));
    }

    public InventoryHost withLoad(Optional<VmLoad> changed) {
        return new InventoryHost(
                name,
                vendor,
                model,
                cluster,
                sockets,
                coresPerSocket,
                memory,
                hypervisor,
                cpuModel,
                changed,
                fittings,
                row);
    }

    public InventoryHost withFittings(Fittings changed) {
        return new InventoryHost(
                name,
                vendor,
                model,
                cluster,
                sockets,
                coresPerSocket,
                memory,
                hypervisor,
                cpuModel,
                load,
                changed,
                row);
    }
}
