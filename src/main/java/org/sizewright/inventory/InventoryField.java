package org.sizewright.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a column of an inventory can hold: of a list of hosts, or of a list of virtual machines. */
public enum InventoryField {
    HOST("host", "Host", true),
    VENDOR("vendor", "Vendor", true),
    MODEL("model", "Model", true),
    CLUSTER("cluster", "Cluster", true),
    CPU_MODEL("cpuModel", "Processor", true),
    SOCKETS("sockets", "Sockets", true),
    CORES_PER_SOCKET("coresPerSocket", "Cores per socket", true),
    CORES("cores", "Cores", true),
    MEMORY("memory", "Memory", true),
    VERSION("version", "Version", true),
    RESERVED_MEMORY("reservedMemory", "Reserved memory", true),
    GPUS("gpus", "Installed GPUs", true),
    FREE_SLOTS("freeSlots", "Free slots", true),
    RISER("riser", "Riser", true),
    POWER_SUPPLIES("powerSupplies", "Power supplies", true),
    BASE_POWER("basePower", "Base power", true),
    VM("vm", "VM", false),
    VM_POWER("vmPower", "Power state", false),
    VM_TEMPLATE("vmTemplate", "Template", false),
    VM_CPUS("vmCpus", "CPUs of the VM", false),
    VM_MEMORY("vmMemory", "Memory of the VM", false),
    VM_HOST("vmHost", "Host of the VM", false);

    private final String id;
    private final String title;
    private final boolean ofHost;

    InventoryField(String id, String title, boolean ofHost) {
        this.id = id;
        this.title = title;
        this.ofHost = ofHost;
    }

    /** The name in the library's file of column names. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Whether it holds memory, which comes in one of several units. */
    public boolean isMemory() {
        return this == MEMORY || this == RESERVED_MEMORY || this == VM_MEMORY;
    }

    /** The fields of a list of hosts, or of a list of virtual machines. */
    public static List<InventoryField> of(SheetReading.Role role) {
        return switch (role) {
            case HOSTS -> Arrays.stream(values()).filter(field -> field.ofHost).toList();
            case VMS -> Arrays.stream(values()).filter(field -> !field.ofHost).toList();
            case NOT_READ -> List.of();
        };
    }

    static Optional<InventoryField> parse(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }
}
