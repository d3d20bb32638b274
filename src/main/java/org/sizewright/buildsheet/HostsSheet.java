package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CheckAgain;
import org.sizewright.catalog.ClassOrigin;
import org.sizewright.catalog.SystemClass;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.Survival;

/** One row per host. */
final class HostsSheet {
    private HostsSheet() {}

    static Sheet of(Material material) {
        RackPlaces racks = new RackPlaces(material.live());
        Block.Table.Builder table = Block.Table.titled("Hosts")
                .note("Computed by Sizewright; not formulas."
                        + (material.live().hasWeek() ? " VMs are those of the busiest slot of the week." : ""))
                .columns(
                        Column.text("Host"),
                        Column.text("Cluster"),
                        Column.text("Vendor"),
                        Column.text("Model"),
                        Column.prose("Catalog row", 22),
                        Column.prose("Validation as stated", 20),
                        Column.prose("Processor type as stated", 34),
                        Column.number("Sockets"),
                        Column.number("Cores"),
                        Column.number("Memory", org.sizewright.figure.Unit.GIB),
                        Column.number("GPUs"),
                        Column.prose("GPU model", 22),
                        Column.text("Rack"),
                        Column.number("VMs"),
                        Column.prose("Role", 20),
                        Column.text("Origin"),
                        Column.prose("Inventory row", 30));
        for (ClusterPlacement placed : material.live().placements()) {
            for (int host = 0; host < placed.problem().hostCount(); host++) {
                ResolvedGroup group = placed.cluster().groups().get(placed.groupOf(host));
                HostGroup asPlanned = group.group();
                CatalogEntry server = group.server();
                Optional<InventoryHost> existing = placed.existing(host);
                int vms = placed.figures().vmsByHost().get(host);
                String rack = racks.rackOf(placed, host);
                table.row(
                        Entry.text(placed.hostName(host)),
                        Entry.text(placed.cluster().cluster().name()),
                        Entry.text(server.vendor()),
                        Entry.text(server.model()),
                        group.listed()
                                ? Entry.text(Material.catalogRow(group))
                                : Entry.text("not listed", Tone.CAUTION),
                        stated(server.validationText()),
                        stated(server.cpu()),
                        Entry.number(asPlanned.sockets()),
                        Entry.number((long) asPlanned.sockets() * asPlanned.coresPerSocket()),
                        Entry.number(asPlanned.memoryGib()),
                        Entry.number(asPlanned.gpusPerHost()),
                        Entry.text(group.gpu().name()),
                        Entry.text(rack, rack.equals(RackPlaces.NONE) ? Tone.BAD : Tone.PLAIN),
                        Entry.number(vms),
                        Entry.text(role(placed, host)),
                        Entry.text(existing.isPresent() ? "existing" : "new"),
                        existing.map(Material::inventoryRow).map(Entry::text).orElseGet(Entry::empty));
            }
        }
        List<Block> blocks = new ArrayList<>(List.of(material.searchBanner(), table.build()));
        blocks.addAll(ExistingFitTables.of(material));
        blocks.add(servers(material));
        return new Sheet(
                "hosts",
                "Hosts",
                "One row per host, and what the server list says about the servers.",
                Sheet.Group.RESULTS,
                blocks);
    }

    /** One row per group of hosts: its row in the server list as it stands there, and how far that can be relied on. */
    private static Block servers(Material material) {
        Optional<CheckAgain> check = CheckAgain.by(
                material.live().plan().library(), material.plan().header().referenceDate());
        Block.Table.Builder table = Block.Table.titled("Servers in the server list")
                .note("As the list says it. Ages are taken against the plan's reference date, "
                        + material.plan().header().referenceDate()
                        + check.map(HostsSheet::age).orElse("") + ".")
                .columns(
                        Column.text("Host group"),
                        Column.text("Vendor"),
                        Column.text("Model"),
                        Column.prose("GPU in the list", 22),
                        Column.prose("Validation as stated", 20),
                        Column.text("List of"),
                        Column.text("Class"),
                        Column.prose("Source of the class", 26),
                        Column.text("Class as of"),
                        Column.prose("Check again", 30),
                        Column.prose("File", 26),
                        Column.text("Sheet"),
                        Column.number("Row"),
                        Column.prose("Text of the row", 60));
        for (ResolvedCluster cluster : material.live().option().clusters()) {
            cluster.groups().forEach(group -> table.row(server(material, group, check)));
        }
        return table.build();
    }

    private static String age(CheckAgain check) {
        return "; to be checked again after " + check.age().toTotalMonths() + " months";
    }

    private static List<Entry> server(Material material, ResolvedGroup group, Optional<CheckAgain> check) {
        CatalogEntry server = group.server();
        SystemClass known = server.systemClass();
        List<Entry> row = new ArrayList<>(
                List.of(Entry.text(group.group().name()), Entry.text(server.vendor()), Entry.text(server.model())));
        if (!group.listed()) {
            row.add(Entry.text("not listed", Tone.CAUTION));
            while (row.size() < 14) {
                row.add(Entry.empty());
            }
            return row;
        }
        List<String> again = check.stream()
                .flatMap(due -> Stream.concat(
                        group.listedOn().flatMap(due::validation).stream(), due.systemClass(known).stream()))
                .toList();
        row.add(Entry.text(server.gpu().text()));
        row.add(stated(server.validationText()));
        row.add(group.listedOn().map(day -> Entry.text(day.toString())).orElseGet(Entry::unknown));
        row.add(stated(known.text()));
        row.add(known.origin().map(origin -> stated(origin.text())).orElseGet(Entry::unknown));
        row.add(known.origin()
                .flatMap(ClassOrigin::date)
                .map(day -> Entry.text(day.toString()))
                .orElseGet(Entry::unknown));
        row.add(again.isEmpty() ? Entry.empty() : Entry.text(String.join(" ", again), Tone.CAUTION));
        String file = server.raw().file();
        row.add(
                file.isEmpty()
                        ? material.subject()
                                .catalog()
                                .map(stamp -> Entry.text(stamp.name()))
                                .orElseGet(Entry::unknown)
                        : Entry.text(file));
        row.add(Entry.text(server.raw().sheet()));
        row.add(Entry.number(server.raw().row()));
        row.add(Entry.text(String.join(" | ", server.raw().text())));
        return row;
    }

    private static String role(ClusterPlacement placed, int host) {
        if (placed.figures().vmsByHost().get(host) == 0) {
            return placed.all().placed().stream().anyMatch(vm -> vm.host() == host)
                    ? "carries VMs at other times of the week"
                    : "spare";
        }
        boolean lent = placed.problem().policy().failures() > 0
                && placed.placement().placed().stream()
                        .filter(vm -> vm.host() == host)
                        .allMatch(vm -> placed.problem().vm(vm.vmClass()).survival() == Survival.MAY_BE_EVICTED);
        return lent ? "spare, lent to VMs that may be stopped" : "carries VMs";
    }

    private static Entry stated(String text) {
        return text.isBlank() ? Entry.unknown() : Entry.text(text);
    }
}
