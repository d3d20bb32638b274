package org.sizewright.sizing;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.plan.HostCount;

/**
 * What follows from the number of hosts: GPUs, capacity, power, heat, height, weight and licences of each group and of the option.
 *
 * <p>The number of hosts is typed in or, for AUTO, found by a search for exactly the demand that {@code placement_current} names.
 */
public final class ClusterFigures {
    private static final Source SEARCH =
            Source.of("Fewest hosts that carry the demand, found by placing it", "", "", Evidence.COMPUTED);
    private static final Source LICENCE = Source.of(
            "NVIDIA AI Enterprise is licensed per physical GPU",
            "docs.nvidia.com/ai-enterprise/planning-resource/licensing-guide/latest/terminology.html",
            "2026",
            Evidence.VERIFIED);
    private static final Source HEAT =
            Source.of("All power ends as heat; 1 W = 3.412 BTU/h", "unit conversion", "", Evidence.VERIFIED);

    public final Figure current;
    public final Figure hosts;
    public final Figure gpus;
    public final Figure vcpu;
    public final Figure memory;
    public final Figure power;
    public final Figure heat;
    public final Figure units;
    public final Figure weight;
    public final Figure licences;
    public final Figure licencesIncluded;
    public final Figure totalHosts;
    /** Empty if all hosts are to be bought. */
    public final Optional<Figure> existingHosts;

    public final Figure totalGpus;
    public final Figure totalPower;
    public final Figure totalHeat;
    public final Figure totalUnits;
    public final Figure totalWeight;
    public final Figure totalLicences;
    public final Figure licencesToOrder;

    /** @param found for each group on AUTO the number of hosts that the search found */
    ClusterFigures(Demand demand, Map<RowKey, LaneCounts> found) {
        FigureBook.Builder book = demand.book();
        HostFigures host = demand.hosts;
        FigureBook.Scope g = book.over(host.rows);
        FigureBook.Scope all = book.single();

        Figure typedHosts = g.input(
                "hosts_entered", Unit.COUNT, "Hosts as entered", Range.of(1, 10_000), row -> switch (host.subject(row)
                        .group()
                        .count()) {
                    case HostCount.Fixed fixed -> Given.input(fixed.hosts(), path(host, row));
                    case HostCount.Auto auto ->
                        new Given(
                                new Value.Unknown("AUTO", "the number of hosts is found by placement"),
                                Source.of("the plan: AUTO", "", "", Evidence.TYPED),
                                Optional.of(path(host, row)));
                });
        Snapshot numbers = new Snapshot(book)
                .with(
                        demand.llm.replicas,
                        demand.llm.tensorParallel,
                        demand.llm.pipelineParallel,
                        demand.llm.expertParallel,
                        demand.llm.vcpuPerVm,
                        demand.llm.memoryPerVm)
                .with(demand.vms.count, demand.vms.memoryNeeded, demand.vms.vcpuPerVm, demand.vms.memoryPerVm);
        demand.retrieval.ifPresent(rag -> numbers.with(
                rag.gpuVms,
                rag.vcpuPerVm,
                rag.memoryPerVm,
                rag.database.vms,
                rag.database.replicas,
                rag.database.vcpuPerVm,
                rag.database.memoryPerVm));
        demand.training.ifPresent(
                tuning -> numbers.with(tuning.vms, tuning.gpusPerVm, tuning.vcpuPerVm, tuning.memoryPerVm));
        current = numbers.with(host.gpusPerHost, host.hostVcpu, host.hostMemory, typedHosts)
                .define("placement_current", "Placement holds for these numbers (1 = yes)");
        hosts = found.isEmpty() ? typedHosts : withFound(g, typedHosts, found, current);

        gpus = g.define("group_gpus", Unit.COUNT, "GPUs", hosts.times(host.gpusPerHost));
        vcpu = g.define("group_vcpu", Unit.COUNT, "vCPUs", hosts.times(host.hostVcpu));
        memory = g.define("group_memory", Unit.GIB, "Memory for VMs", hosts.times(host.hostMemory));
        power = g.define("group_power", Unit.KILOWATT, "Power at full load", hosts.times(host.hostPower));
        heat = g.define("group_heat", Unit.BTU_PER_HOUR, "Heat", power, HEAT);
        units = g.define("group_units", Unit.RACK_UNIT, "Rack units", hosts.times(host.height));
        weight = g.define("group_weight", Unit.KILOGRAM, "Weight", hosts.times(host.weight));
        licences = g.define("group_licences", Unit.COUNT, "AI Enterprise licences", gpus, LICENCE);
        licencesIncluded = g.define(
                "group_licences_included",
                Unit.COUNT,
                "Licences that come with the GPUs",
                gpus.times(host.licencesIncluded),
                LICENCE);

        totalHosts = all.output("hosts", Unit.COUNT, "Hosts", hosts.sum());
        existingHosts = host.existing.map(there -> all.output(
                "hosts_existing",
                Unit.COUNT,
                "Hosts that are there already",
                hosts.sumOver(Map.of(RowKey.SINGLE, there.rows.keys()))));
        totalGpus = all.output("gpus", Unit.COUNT, "GPUs", gpus.sum());
        totalPower = all.output("power", Unit.KILOWATT, "Power of the hosts at full load", power.sum());
        totalHeat = all.output("heat", Unit.BTU_PER_HOUR, "Heat of the hosts", heat.sum(), HEAT);
        totalUnits = all.output("units", Unit.RACK_UNIT, "Rack units of the hosts", units.sum());
        totalWeight = all.output("weight", Unit.KILOGRAM, "Weight of the hosts", weight.sum());
        totalLicences = all.output("licences", Unit.COUNT, "AI Enterprise licences", licences.sum(), LICENCE);
        licencesToOrder = all.output(
                "licences_to_order",
                Unit.COUNT,
                "AI Enterprise licences to order",
                licences.sum().minus(licencesIncluded.sum()),
                LICENCE);
    }

    private static Figure withFound(FigureBook.Scope g, Figure typed, Map<RowKey, LaneCounts> found, Figure current) {
        Figure low = found(g, found, "found_hosts_least", "Hosts found for the least need", Lane.LOW);
        Figure value = found(g, found, "found_hosts", "Hosts found", Lane.VALUE);
        Figure high = found(g, found, "found_hosts_most", "Hosts found for the most need", Lane.HIGH);
        return g.searched(
                "hosts_used",
                Unit.COUNT,
                "Hosts",
                typed.orElse(Formula.when(
                        current.equalTo(Formula.constant(1)),
                        new Formula.ByLane(low, value, high),
                        new Formula.Missing("stale", "an input under the search was changed", Unit.COUNT))),
                SEARCH);
    }

    private static Figure found(FigureBook.Scope g, Map<RowKey, LaneCounts> found, String id, String title, Lane lane) {
        return g.fact(id, Unit.COUNT, title, row -> {
            LaneCounts counts = found.get(row);
            OptionalInt count = counts == null ? OptionalInt.empty() : counts.in(lane);
            return count.isPresent()
                    ? Given.fact(count.getAsInt(), SEARCH)
                    : Given.unknown(
                            counts == null ? "the number of hosts is entered" : "no number of hosts carries the demand",
                            SEARCH);
        });
    }

    private static String path(HostFigures host, RowKey row) {
        return host.subject(row).path() + "/count";
    }
}
