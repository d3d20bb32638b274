package org.sizewright.sizing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.inventory.InstalledGpu;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.inventory.PowerSupplies;
import org.sizewright.inventory.VmLoad;
import org.sizewright.library.Chassis;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.quantity.Watts;

/**
 * What hosts that are there already bring with them: machines that run on them, GPUs that are in them, and power supplies that must
 * carry the GPUs that come. Only defined where an option has such hosts.
 *
 * <p>Hosts of one group are equal, but what runs on them is not: each is taken to carry as much as the busiest, so that no host
 * promises what it has not.
 */
public final class ExistingHosts {
    private static final Source EMPTY = Source.of("A new host carries nothing yet", "", "", Evidence.VERIFIED);
    private static final Source BUSIEST = Source.of(
            "Each host of a group is taken to carry as much as its busiest", "way of counting", "", Evidence.INFERRED);
    private static final Source REDUNDANCY = Source.of(
            "Without the supplies that may fail, the others carry the host at full load",
            "power supply redundancy",
            "",
            Evidence.INFERRED);

    /** The groups of existing hosts among all groups. */
    public final Rows rows;

    public final Figure vmVcpu;
    public final Figure vmMemory;
    public final Figure gpusThere;
    public final Figure gpusToAdd;
    public final Figure otherGpuPower;

    private final Map<RowKey, GroupSubject> subjects = new HashMap<>();
    private final Library library;
    private final Facts facts;
    private final FigureBook.Scope scope;
    private Optional<Supplies> supplies = Optional.empty();

    /** The power supplies of existing hosts. */
    public static final class Supplies {
        public final Figure budget;
        public final Figure left;

        private Supplies(Figure budget, Figure left) {
            this.budget = budget;
            this.left = left;
        }
    }

    ExistingHosts(
            FigureBook.Builder book,
            FigureBook.Scope groups,
            List<GroupSubject> all,
            Figure gpusPerHost,
            Library library) {
        this.library = library;
        facts = new Facts(library);
        all.forEach(subject -> subjects.put(subject.row(), subject));
        rows = new Rows(
                "existing",
                "Existing hosts",
                all.stream()
                        .filter(subject -> !subject.existing().isEmpty())
                        .map(GroupSubject::row)
                        .toList());
        scope = book.over(rows);
        vmVcpu = groups.input(
                "vm_vcpu",
                Unit.COUNT,
                "vCPUs of the VMs that run on a host already",
                Range.NOT_NEGATIVE,
                row -> busiest(row, "vCPUs", VmLoad::vcpus));
        vmMemory = groups.input(
                "vm_memory_there",
                Unit.GIB,
                "Memory of the VMs that run on a host already",
                Range.NOT_NEGATIVE,
                row -> busiest(row, "memory", load -> load.memory().toGib()));
        gpusThere = groups.input(
                "gpus_there",
                Unit.COUNT,
                "GPUs per host that are there already",
                Range.of(0, 72),
                row -> subject(row).existing().isEmpty()
                        ? Given.fact(0, EMPTY)
                        : Given.input(subject(row).gpusThere(), subject(row).path() + "/origin"));
        gpusToAdd = groups.define("gpus_to_add", Unit.COUNT, "GPUs to add per host", gpusPerHost.minus(gpusThere));
        otherGpuPower = groups.fact(
                "other_gpu_power", Unit.WATT, "Power of other GPUs that are in a host already", this::otherGpus);
    }

    /** Whether an option has such hosts. */
    static boolean isIn(List<GroupSubject> subjects) {
        return subjects.stream().anyMatch(subject -> !subject.existing().isEmpty());
    }

    /** Defines what the power supplies have left once the GPUs are in. */
    void powerSupplies(Figure hostPower) {
        Figure count = scope.input(
                "psu_count",
                Unit.COUNT,
                "Power supplies of a host",
                Range.of(1, 32),
                row -> supply(
                        row,
                        "powerSupplies",
                        "number of power supplies",
                        PowerSupplies::count,
                        Chassis.PowerSupplies::count));
        Figure each = scope.input(
                "psu_watts",
                Unit.WATT,
                "Power of one supply",
                Range.NOT_NEGATIVE,
                row -> supply(
                        row,
                        "powerSupplies",
                        "power of a supply",
                        psu -> psu.each().value(),
                        psu -> psu.each().value()));
        Figure spare = scope.input("psu_spare", Unit.COUNT, "Supplies that may fail", Range.of(0, 32), this::spare);
        Map<RowKey, RowKey> same = new HashMap<>();
        rows.keys().forEach(row -> same.put(row, row));
        Figure budget = scope.define(
                "psu_budget",
                Unit.WATT,
                "What the supplies carry under redundancy",
                count.minus(spare).times(each),
                REDUNDANCY);
        Figure left = scope.define(
                "psu_left", Unit.WATT, "What the supplies have left", budget.minus(hostPower.at(same)), REDUNDANCY);
        supplies = Optional.of(new Supplies(budget, left));
    }

    public Supplies supplies() {
        return supplies.orElseThrow();
    }

    private GroupSubject subject(RowKey row) {
        return Optional.ofNullable(subjects.get(row)).orElseThrow();
    }

    private InventoryHost first(RowKey row) {
        return subject(row).existing().getFirst();
    }

    private Given busiest(RowKey row, String what, ToDoubleFunction<VmLoad> amount) {
        List<InventoryHost> hosts = subject(row).existing();
        if (hosts.isEmpty()) {
            return Given.fact(0, EMPTY);
        }
        for (InventoryHost host : hosts) {
            if (host.load().isEmpty()) {
                return new Given(
                        org.sizewright.figure.Value.unknown("it is not known which VMs run on " + host.name()),
                        Source.of("the site's hosts", "", "", Evidence.TYPED),
                        Optional.of(path(host, "load")));
            }
        }
        InventoryHost most = hosts.stream()
                .max(Comparator.comparingDouble(
                        host -> amount.applyAsDouble(host.load().orElseThrow())))
                .orElseThrow();
        String where = most.row().map(InventoryHost.InventoryRow::toText).orElse("typed in");
        return Given.assumed(
                amount.applyAsDouble(most.load().orElseThrow()),
                path(most, "load"),
                Source.of(
                        "Busiest host: " + what + " of the VMs on " + most.name(),
                        where,
                        BUSIEST.asOf(),
                        Evidence.TYPED));
    }

    /** GPUs that are in a host and are none of those that the group counts with. */
    private Given otherGpus(RowKey row) {
        GroupSubject subject = subject(row);
        if (subject.existing().isEmpty()) {
            return Given.fact(0, EMPTY);
        }
        InventoryHost host = first(row);
        Source source = Source.of("GPUs in " + host.name(), "the site's hosts", "", Evidence.TYPED);
        Optional<List<InstalledGpu>> installed = host.fittings().gpus();
        if (installed.isEmpty()) {
            return Given.unknown("it is not known which GPUs are in " + host.name(), source);
        }
        double watts = 0;
        int counted = subject.gpusThere();
        for (InstalledGpu gpu : installed.get()) {
            int others = gpu.count();
            if (gpu.gpu().equals(Optional.of(subject.gpu().id()))) {
                int taken = Math.min(counted, others);
                counted -= taken;
                others -= taken;
            }
            Optional<Gpu> record = gpu.gpu().flatMap(library::gpu);
            Optional<Watts> each = record.map(Gpu::tdp).flatMap(Fact::asOptional);
            if (others > 0 && each.isEmpty()) {
                return Given.unknown("the power of " + gpu.name() + " in " + host.name() + " is not known", source);
            }
            int left = others;
            watts += record.map(known -> known.boards(left)).orElse(left)
                    * each.map(Watts::value).orElse(0.0);
        }
        return Given.fact(watts, source);
    }

    private Given supply(
            RowKey row,
            String field,
            String what,
            ToDoubleFunction<PowerSupplies> typed,
            ToDoubleFunction<Chassis.PowerSupplies> known) {
        InventoryHost host = first(row);
        Optional<Double> own = host.fittings().powerSupplies().map(typed::applyAsDouble);
        String path = path(host, field);
        return subject(row)
                .chassis()
                .map(chassis -> facts.typedOr(own, path, chassis, what, chassis.powerSupplies(), known))
                .orElseGet(() -> Facts.typedOrUnknown(own, path, what + " of " + host.name()));
    }

    private Given spare(RowKey row) {
        InventoryHost host = first(row);
        Optional<Chassis> chassis = subject(row).chassis();
        Optional<Integer> count = host.fittings()
                .powerSupplies()
                .map(PowerSupplies::count)
                .or(() -> chassis.flatMap(each -> each.powerSupplies().asOptional())
                        .map(Chassis.PowerSupplies::count));
        Function<Chassis.Redundancy, Integer> spares = kind -> PowerSupplies.spare(kind, count.orElse(0));
        Optional<Double> own = host.fittings()
                .powerSupplies()
                .flatMap(PowerSupplies::redundancy)
                .map(spares)
                .map(Integer::doubleValue);
        String path = path(host, "powerSupplies");
        String what = "redundancy of the power supplies";
        if (own.isEmpty() && count.isEmpty()) {
            return Facts.typedOrUnknown(own, path, what + " of " + host.name());
        }
        return chassis.map(each ->
                        facts.typedOr(own, path, each, what, each.details().redundancy(), kind -> spares.apply(kind)))
                .orElseGet(() -> Facts.typedOrUnknown(own, path, what + " of " + host.name()));
    }

    private static String path(InventoryHost host, String field) {
        return "/site/existingHosts/" + host.name() + "/" + field;
    }
}
