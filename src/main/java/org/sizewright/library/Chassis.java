package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/**
 * What a server catalog does not say about a server model.
 *
 * @param acceleratorForm {@code pcie-card} or {@code integrated}
 * @param topology {@code direct}, {@code switched} or {@code baseboard}
 * @param maxGpu most watts that one GPU may draw in it
 * @param basePower draw under load without its GPUs
 * @param maxSystemPower the maker's maximum for the whole system
 */
public record Chassis(
        ChassisId id,
        String vendor,
        String model,
        Optional<String> status,
        Optional<String> acceleratorForm,
        Optional<String> topology,
        Fact<Integer> heightU,
        Fact<Integer> doubleWideSlots,
        Fact<Integer> singleWideSlots,
        Fact<Watts> maxGpu,
        Fact<Integer> sockets,
        Fact<Watts> basePower,
        Fact<Watts> maxSystemPower,
        Fact<PowerSupplies> powerSupplies,
        Fact<Kilograms> weight,
        List<String> cooling,
        Optional<String> cpu,
        List<String> gpusListed,
        Optional<String> vendorPage,
        Optional<String> notes,
        List<String> sources,
        Details details)
        implements LibraryRecord {

    /** A server model of which no details are known. */
    public Chassis(
            ChassisId id,
            String vendor,
            String model,
            Optional<String> status,
            Optional<String> acceleratorForm,
            Optional<String> topology,
            Fact<Integer> heightU,
            Fact<Integer> doubleWideSlots,
            Fact<Integer> singleWideSlots,
            Fact<Watts> maxGpu,
            Fact<Integer> sockets,
            Fact<Watts> basePower,
            Fact<Watts> maxSystemPower,
            Fact<PowerSupplies> powerSupplies,
            Fact<Kilograms> weight,
            List<String> cooling,
            Optional<String> cpu,
            List<String> gpusListed,
            Optional<String> vendorPage,
            Optional<String> notes,
            List<String> sources) {
        this(
                id,
                vendor,
                model,
                status,
                acceleratorForm,
                topology,
                heightU,
                doubleWideSlots,
                singleWideSlots,
                maxGpu,
                sockets,
                basePower,
                maxSystemPower,
                powerSupplies,
                weight,
                cooling,
                cpu,
                gpusListed,
                vendorPage,
                notes,
                sources,
                Details.unknown());
    }

    /**
     * What is inside.
     *
     * @param memorySlots DIMM slots of the whole server
     * @param redundancy how many of the power supplies may fail
     * @param slots slots for cards, in groups of equal ones
     */
    public record Details(Fact<Integer> memorySlots, Fact<Redundancy> redundancy, Fact<List<SlotGroup>> slots) {
        private static final Details UNKNOWN = new Details(Fact.unknown(), Fact.unknown(), Fact.unknown());

        public Details {
            slots = slots.map(List::copyOf);
        }

        public static Details unknown() {
            return UNKNOWN;
        }

        /** The risers that carry slots for a card of that width, as far as they are named. */
        public List<String> risersFor(int width) {
            return slots.asOptional().stream()
                    .flatMap(List::stream)
                    .filter(group -> group.mayTake(width))
                    .flatMap(group -> group.riser().stream())
                    .distinct()
                    .toList();
        }
    }

    /** How many of the power supplies may fail while the server runs on. */
    public enum Redundancy {
        /** None: all are needed. */
        NONE("none"),
        /** One. */
        N_PLUS_1("N+1"),
        /** Half of them. */
        N_PLUS_N("N+N");

        private final String word;

        Redundancy(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Slots of one kind.
     *
     * @param count how many there are
     * @param width slot widths that a card may take: 1, 2 or 3
     * @param lanes PCIe lanes that are wired
     * @param generation of PCIe
     * @param maxWatts most that one card may draw
     * @param riser the riser that they are on, as its maker calls it
     */
    public record SlotGroup(
            int count,
            Optional<Integer> width,
            Optional<Integer> lanes,
            Optional<Integer> generation,
            Optional<Watts> maxWatts,
            Optional<String> riser) {
        public SlotGroup {
            Checks.between("count", 1, 64, count);
            width.ifPresent(slots -> Checks.between("width", 1, 4, slots));
            lanes.ifPresent(wired -> Checks.between("lanes", 1, 32, wired));
            generation.ifPresent(number -> Checks.between("generation", 1, 20, number));
        }

        /** Whether a card of that width goes in as far as is known. */
        public boolean mayTake(int cardWidth) {
            return width.isEmpty() || width.get() >= cardWidth;
        }
    }

    /** So many supplies of so many watts each. */
    public record PowerSupplies(int count, Watts each) {
        public PowerSupplies {
            Checks.between("count", 1, 1000, count);
        }
    }

    public Chassis {
        Checks.notBlank("vendor", vendor);
        Checks.notBlank("model", model);
        cooling = List.copyOf(cooling);
        gpusListed = List.copyOf(gpusListed);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CHASSIS;
    }

    @Override
    public String key() {
        return id.value();
    }
}
