package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.maintenance.Departure;
import org.sizewright.placement.maintenance.HostMaintenance;
import org.sizewright.placement.maintenance.Standstill;
import org.sizewright.placement.maintenance.Way;
import org.sizewright.result.MaintenanceSubject;

/** How each host is emptied for maintenance: which machine leaves how, to where, and for how long it stands still. */
final class MaintenanceSheet {
    private final Material material;
    private final Block.Table.Builder hosts = Block.Table.titled("Hosts")
            .note("Computed by Sizewright; not formulas. The machines of the other hosts stay where they are.")
            .columns(
                    Column.text("Cluster"),
                    Column.text("Host"),
                    Column.prose("Can be emptied", 26),
                    Column.number("VMs by vMotion"),
                    Column.number("VMs by cold migration"),
                    Column.number("VMs shut down"),
                    Column.number("VMs that stay"),
                    Column.number("Standstill in all (s)"));
    private final Block.Table.Builder machines = Block.Table.titled("Machines")
            .columns(
                    Column.text("Host"),
                    Column.text("VM"),
                    Column.prose("Access to GPUs", 22),
                    Column.prose("Leaves by", 24),
                    Column.text("To"),
                    Column.number("Standstill (s)"),
                    Column.prose("What to know", 60));

    private MaintenanceSheet(Material material) {
        this.material = material;
    }

    static Sheet of(Material material) {
        return new MaintenanceSheet(material).sheet();
    }

    private Sheet sheet() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(material.placementBanner());
        for (ClusterPlacement placed : material.live().placements()) {
            MaintenanceSubject subject = MaintenanceSubject.of(
                    material.live().plan(), material.live().option(), placed);
            material.live()
                    .maintenance()
                    .getOrDefault(placed.cluster().cluster().id(), List.of())
                    .forEach(host -> host(subject, host));
        }
        blocks.add(hosts.build());
        blocks.add(machines.note(note()).build());
        return new Sheet(
                "maintenance",
                "Maintenance",
                "How each host is emptied: by access of each machine to its GPUs, with a place for each that moves.",
                Sheet.Group.RESULTS,
                blocks);
    }

    private String note() {
        return material.live().plan().library().vmotionStun().stream()
                .map(stun -> "Standstill by frame buffer: " + stun.title()
                        + "; "
                        + stun.rows().stream()
                                .map(row -> ValueText.number(row.frameBufferGb()) + " GB "
                                        + ValueText.number(row.seconds()) + " s")
                                .collect(Collectors.joining(", "))
                        + ". Older releases give a move up after " + ValueText.number(stun.limitSeconds()) + " s."
                        + stun.later().map(words -> " " + words + ".").orElse(""))
                .findFirst()
                .orElse("The library says nothing of standstills by vMotion.");
    }

    private void host(MaintenanceSubject subject, HostMaintenance host) {
        ClusterPlacement placed = subject.placed();
        String name = placed.hostName(host.host());
        int stay = host.obstacles().size();
        hosts.row(
                Entry.text(placed.cluster().cluster().name()),
                Entry.text(name),
                switch (host.certainty()) {
                    case PLANNED -> Entry.text("yes", Tone.GOOD);
                    case NOT_FOUND -> Entry.text("no places found, none ruled out", Tone.BAD);
                    case RULED_OUT -> Entry.text("no (proven)", Tone.BAD);
                },
                Entry.number(host.leaving(Way.VMOTION)),
                Entry.number(host.leaving(Way.COLD_MIGRATION)),
                Entry.number(host.leaving(Way.SHUT_DOWN)),
                stay == 0 ? Entry.number(0) : Entry.text(String.valueOf(stay), Tone.BAD),
                host.standstillSeconds().isPresent()
                        ? Entry.number(Math.round(host.standstillSeconds().getAsDouble()))
                        : Entry.unknown());
        host.departures().forEach(departure -> machine(subject, name, departure));
    }

    private void machine(MaintenanceSubject subject, String host, Departure departure) {
        String vmClass = departure.vm().vmClass();
        boolean stays = departure.obstacle().isPresent();
        machines.row(
                Entry.text(host),
                Entry.text(material.vmName(vmClass, departure.vm().number())),
                Entry.text(
                        departure.vm().gpus().isEmpty()
                                ? "no GPU"
                                : subject.machines().of(vmClass).words()),
                stays
                        ? Entry.text("stays", Tone.BAD)
                        : Entry.text(departure.way().words()),
                departure
                        .target()
                        .map(target -> Entry.text(subject.placed().hostName(target.host())))
                        .orElseGet(Entry::empty),
                switch (departure.standstill()) {
                    case Standstill.None none -> Entry.empty();
                    case Standstill.Estimate estimate ->
                        stays ? Entry.empty() : Entry.number(Math.round(estimate.seconds()));
                    case Standstill.Unknown unknown -> Entry.unknown();
                },
                Entry.text(departure
                        .obstacle()
                        .map(RefusedVm.Reason::words)
                        .map(words -> VmClass.named(words, material::workloadName))
                        .orElseGet(() -> remark(subject, departure))));
    }

    private static String remark(MaintenanceSubject subject, Departure departure) {
        return Stream.of(departure.comesBack().orElse(""), basis(subject, departure))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String basis(MaintenanceSubject subject, Departure departure) {
        return switch (departure.standstill()) {
            case Standstill.None none -> "";
            case Standstill.Unknown unknown -> unknown.why();
            case Standstill.Estimate estimate ->
                "At " + ValueText.number(estimate.gbps()) + " Gb/s"
                        + (estimate.basis().isEmpty()
                                ? ", as measured."
                                : ", estimate: "
                                        + estimate.basis().stream()
                                                .sorted()
                                                .map(Standstill.Basis::words)
                                                .collect(Collectors.joining(", "))
                                        + ".")
                        + (subject.standstills().isBeyondLimit(estimate) ? " Above the limit of older releases." : "");
        };
    }
}
