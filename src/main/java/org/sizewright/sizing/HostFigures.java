package org.sizewright.sizing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.Chassis;
import org.sizewright.library.Fact;
import org.sizewright.library.Library;
import org.sizewright.plan.HostGroup;
import org.sizewright.quantity.Watts;

/** What one host of each group is: its GPUs, what it can give to virtual machines, its power, height and weight. */
public final class HostFigures {
    private static final Source POWER = Source.of(
            "Host at full load: base power plus the board power of every GPU",
            "sum over data-sheet maxima",
            "",
            Evidence.INFERRED);

    public final Rows rows;
    public final Figure gpusPerHost;
    public final Figure hostVcpu;
    public final Figure hostMemory;
    public final Figure gpuPower;
    public final Figure basePower;
    public final Figure hostPower;
    public final Figure height;
    public final Figure weight;
    public final Figure licencesIncluded;
    /** What hosts that are there already bring; empty if all hosts are to be bought. */
    public final Optional<ExistingHosts> existing;

    /** The boards that carry the GPUs; empty if every GPU has a board of its own. */
    public final Optional<Boards> boards;

    private final Map<RowKey, GroupSubject> subjects;

    HostFigures(FigureBook.Builder book, List<GroupSubject> subjectList, Library library) {
        subjects = subjectList.stream().collect(Collectors.toMap(GroupSubject::row, Function.identity()));
        rows = new Rows(
                "group", "Hosts", subjectList.stream().map(GroupSubject::row).toList());
        FigureBook.Scope g = book.over(rows);
        Facts facts = new Facts(library);
        gpusPerHost = g.input(
                "gpus_per_host",
                Unit.COUNT,
                "GPUs per host",
                Range.of(1, 72),
                row -> input(row, "gpusPerHost", HostGroup::gpusPerHost));
        Figure sockets = g.input(
                "sockets",
                Unit.COUNT,
                "Sockets per host",
                Range.of(1, 16),
                row -> input(row, "sockets", HostGroup::sockets));
        Figure cores = g.input(
                "cores_per_socket",
                Unit.COUNT,
                "Cores per socket",
                Range.of(1, 1024),
                row -> input(row, "coresPerSocket", HostGroup::coresPerSocket));
        Figure vcpuPerCore = g.input(
                "vcpu_per_core",
                Unit.COUNT,
                "vCPUs per core",
                Range.of(0.1, 32),
                row -> input(row, "vcpuPerCore", HostGroup::vcpuPerCore));
        existing = ExistingHosts.isIn(subjectList)
                ? Optional.of(new ExistingHosts(book, g, subjectList, gpusPerHost, library))
                : Optional.empty();
        Formula allVcpu = sockets.times(cores).times(vcpuPerCore).floor();
        hostVcpu = g.define(
                "host_vcpu",
                Unit.COUNT,
                "vCPUs that a host gives",
                existing.map(there -> leftOf(allVcpu, there.vmVcpu)).orElse(allVcpu));
        Figure memory = g.input(
                "host_memory",
                Unit.GIB,
                "Memory of a host",
                Range.of(1, 1_048_576),
                row -> input(row, "memoryGib", HostGroup::memoryGib));
        Figure reserved = g.input(
                "host_reserved_memory",
                Unit.GIB,
                "Memory that the hypervisor keeps",
                Range.of(0, 1_048_576),
                row -> input(row, "reservedMemoryGib", HostGroup::reservedMemoryGib));
        Formula allMemory = memory.minus(reserved);
        hostMemory = g.define(
                "host_memory_for_vms",
                Unit.GIB,
                "Memory that a host gives",
                existing.map(there -> leftOf(allMemory, there.vmMemory)).orElse(allMemory));
        boards = Boards.isIn(subjectList)
                ? Optional.of(new Boards(g, this::subject, gpusPerHost, facts, existing))
                : Optional.empty();
        gpuPower = g.fact(
                "gpu_power",
                Unit.WATT,
                boards.isPresent() ? "Power of a GPU board" : "Power of a GPU",
                row -> facts.of(subject(row).gpu(), "power", subject(row).gpu().tdp(), Watts::value));
        basePower = g.input(
                "base_power",
                Unit.WATT,
                "Power of a host without GPUs",
                Range.NOT_NEGATIVE,
                row -> typed(
                        facts,
                        row,
                        "basePower",
                        "base power",
                        subject(row).group().typed().basePower().map(Watts::value),
                        Chassis::basePower,
                        Watts::value));
        Formula planned = basePower.plus(
                boards.map(each -> each.perHost).orElse(gpusPerHost).times(gpuPower));
        hostPower = g.define(
                "host_power",
                Unit.WATT,
                "Power of a host at full load",
                existing.map(there -> planned.plus(there.otherGpuPower)).orElse(planned),
                POWER);
        existing.ifPresent(there -> there.powerSupplies(hostPower));
        height = g.input(
                "host_height",
                Unit.RACK_UNIT,
                "Height of a host",
                Range.of(1, 60),
                row -> typed(
                        facts,
                        row,
                        "heightU",
                        "height",
                        subject(row).group().typed().heightU().map(Integer::doubleValue),
                        Chassis::heightU,
                        units -> units));
        weight = g.input(
                "host_weight",
                Unit.KILOGRAM,
                "Weight of a host",
                Range.NOT_NEGATIVE,
                row -> typed(
                        facts,
                        row,
                        "weight",
                        "weight",
                        subject(row).group().typed().weight().map(kg -> kg.value()),
                        Chassis::weight,
                        kg -> kg.value()));
        licencesIncluded = g.fact(
                "licence_included",
                Unit.COUNT,
                "AI Enterprise licences that come with a GPU",
                row -> facts.of(
                        subject(row).gpu(),
                        "whether NVIDIA AI Enterprise is included",
                        subject(row).gpu().nvaieIncluded5y(),
                        yes -> yes ? 1 : 0));
    }

    /** What is left of an amount, never less than nothing. */
    private static Formula leftOf(Formula amount, Formula taken) {
        return Formula.max(Formula.constant(0, amount.unit()), amount.minus(taken));
    }

    public GroupSubject subject(RowKey row) {
        GroupSubject subject = subjects.get(row);
        if (subject == null) {
            throw new IllegalArgumentException("no hosts in row " + row.id());
        }
        return subject;
    }

    private Given input(RowKey row, String field, ToDoubleFunction<HostGroup> number) {
        return Given.input(
                number.applyAsDouble(subject(row).group()), subject(row).path() + "/" + field);
    }

    private <T> Given typed(
            Facts facts,
            RowKey row,
            String field,
            String what,
            Optional<Double> typed,
            Function<Chassis, Fact<T>> fact,
            ToDoubleFunction<T> number) {
        String path = subject(row).path() + "/typed/" + field;
        return subject(row)
                .chassis()
                .map(chassis -> facts.typedOr(typed, path, chassis, what, fact.apply(chassis), number))
                .orElseGet(() -> Facts.typedOrUnknown(typed, path, what + " of the server"));
    }
}
