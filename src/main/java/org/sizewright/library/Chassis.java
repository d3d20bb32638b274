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
        List<String> sources)
        implements LibraryRecord {

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
