package org.sizewright.buildsheet;

import java.util.Optional;
import org.sizewright.delivery.supply.ServiceLine;
import org.sizewright.delivery.supply.Supply;
import org.sizewright.quantity.Bytes;

/** Machines and pods beside the workloads: how large, where. */
final class ServicesSheet {
    private ServicesSheet() {}

    static Optional<Sheet> of(Supply supply) {
        if (supply.services().isEmpty()) {
            return Optional.empty();
        }
        Block.Table.Builder table = Block.Table.titled("Services")
                .note("Sizes are those of one node, as stated or as the source names them; GB are decimal.")
                .columns(
                        Column.prose("Service", 28),
                        Column.prose("For", 22),
                        Column.prose("What for", 40),
                        Column.number("Nodes"),
                        Column.number("vCPU"),
                        Column.number("Memory, GB"),
                        Column.number("Disk, GB"),
                        Column.prose("Where", 34),
                        Column.prose("To know", 52),
                        Column.prose("Source", 40));
        for (ServiceLine line : supply.services()) {
            table.row(
                    Entry.text(line.name()),
                    Entry.text(line.forWhom().orElse("platform")),
                    Entry.text(line.purpose()),
                    count(line.nodes()),
                    count(line.vcpu()),
                    gigabytes(line.memory()),
                    gigabytes(line.disk()),
                    Entry.text(line.where()),
                    Entry.text(line.notes().orElse("")),
                    Entry.text(line.source().toLine()));
        }
        table.total(
                Entry.text("All nodes that the plan does not place"),
                Entry.empty(),
                Entry.empty(),
                Entry.empty(),
                Entry.text(supply.vcpu().words()),
                Entry.text(supply.memoryGb().words()),
                Entry.text(supply.diskGb().words()),
                Entry.empty(),
                Entry.empty(),
                Entry.empty());
        return Optional.of(Sheet.of(
                "services",
                "Services",
                "Machines beside the workloads: licence service, registry, guardrails, databases.",
                Sheet.Group.RESULTS,
                table.build()));
    }

    private static Entry count(Optional<Integer> number) {
        return number.map(value -> Entry.number((long) value)).orElseGet(Entry::unknown);
    }

    private static Entry gigabytes(Optional<Bytes> size) {
        return size.map(bytes -> Entry.number(bytes.toGb(), bytes.count() % Bytes.PER_GB == 0 ? 0 : 1))
                .orElseGet(Entry::unknown);
    }
}
