package org.sizewright.buildsheet;

import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.ResolvedGroup;

/** One row per host. */
final class HostsSheet {
    private HostsSheet() {}

    static Sheet of(Material material) {
        RackPlaces racks = new RackPlaces(material.live());
        Block.Table.Builder table = Block.Table.titled("Hosts")
                .note("Computed by Sizewright; not formulas.")
                .columns(
                        Column.text("Host"),
                        Column.text("Cluster"),
                        Column.text("Vendor"),
                        Column.text("Model"),
                        Column.prose("Catalog row", 22),
                        Column.prose("Validation as stated", 20),
                        Column.prose("Processor type as stated", 22),
                        Column.number("Sockets"),
                        Column.number("Cores"),
                        Column.number("Memory", org.sizewright.figure.Unit.GIB),
                        Column.number("GPUs"),
                        Column.prose("GPU model", 22),
                        Column.text("Rack"),
                        Column.number("VMs"),
                        Column.text("Role"),
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
                        Entry.text(vms == 0 ? "spare" : "carries VMs"),
                        Entry.text(existing.isPresent() ? "existing" : "new"),
                        existing.map(Material::inventoryRow).map(Entry::text).orElseGet(Entry::empty));
            }
        }
        return Sheet.of(
                "hosts", "Hosts", "One row per host.", Sheet.Group.RESULTS, material.searchBanner(), table.build());
    }

    private static Entry stated(String text) {
        return text.isBlank() ? Entry.unknown() : Entry.text(text);
    }
}
