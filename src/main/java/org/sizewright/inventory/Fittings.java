package org.sizewright.inventory;

import java.util.List;
import java.util.Optional;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Watts;

/**
 * The physical facts of a host that decide whether a GPU goes in. Empty = unknown; a host without free slots or GPUs has an empty list.
 *
 * @param riser whether a riser must be ordered for the free slots
 * @param basePower draw under load without any GPU
 * @param reservedMemory memory that is promised already, beside that of the running VMs: the hypervisor's own, and reservations
 */
public record Fittings(
        Optional<List<FreeSlots>> freeSlots,
        Optional<Riser> riser,
        Optional<PowerSupplies> powerSupplies,
        Optional<Watts> basePower,
        Optional<List<InstalledGpu>> gpus,
        Optional<Bytes> reservedMemory) {
    /** Nobody said anything. */
    public static final Fittings UNKNOWN = new Fittings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * What the free slots need.
     *
     * @param toOrder false where the slots are there as they are
     * @param description which one; may be empty
     */
    public record Riser(boolean toOrder, String description) {
        public static final Riser NOT_NEEDED = new Riser(false, "");

        /** Reads {@code not needed}, {@code needed}, or the name of the riser that must be ordered. */
        public static Riser parse(String text) {
            String line = text.strip();
            return switch (line.toLowerCase(java.util.Locale.ROOT)) {
                case "not needed", "no", "none", "installed", "-" -> NOT_NEEDED;
                case "needed", "yes" -> new Riser(true, "");
                default -> new Riser(true, line);
            };
        }

        /** The form that {@link #parse} reads. */
        public String toText() {
            if (!toOrder) {
                return "not needed";
            }
            return description.isEmpty() ? "needed" : description;
        }
    }

    public Fittings {
        freeSlots = freeSlots.map(List::copyOf);
        gpus = gpus.map(List::copyOf);
    }

    /** These facts, and where they are unknown those of the other one. */
    public Fittings or(Fittings other) {
        return new Fittings(
                freeSlots.or(other::freeSlots),
                riser.or(other::riser),
                powerSupplies.or(other::powerSupplies),
                basePower.or(other::basePower),
                gpus.or(other::gpus),
                reservedMemory.or(other::reservedMemory));
    }

    public Fittings withFreeSlots(Optional<List<FreeSlots>> changed) {
        return new Fittings(changed, riser, powerSupplies, basePower, gpus, reservedMemory);
    }

    public Fittings withPowerSupplies(Optional<PowerSupplies> changed) {
        return new Fittings(freeSlots, riser, changed, basePower, gpus, reservedMemory);
    }

    public Fittings withBasePower(Optional<Watts> changed) {
        return new Fittings(freeSlots, riser, powerSupplies, changed, gpus, reservedMemory);
    }

    public Fittings withGpus(Optional<List<InstalledGpu>> changed) {
        return new Fittings(freeSlots, riser, powerSupplies, basePower, changed, reservedMemory);
    }

    public Fittings withRiser(Optional<Riser> changed) {
        return new Fittings(freeSlots, changed, powerSupplies, basePower, gpus, reservedMemory);
    }

    public Fittings withReservedMemory(Optional<Bytes> changed) {
        return new Fittings(freeSlots, riser, powerSupplies, basePower, gpus, changed);
    }
}
