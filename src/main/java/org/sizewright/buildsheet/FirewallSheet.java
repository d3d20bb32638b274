package org.sizewright.buildsheet;

import java.util.Optional;
import org.sizewright.delivery.supply.FirewallPorts;
import org.sizewright.delivery.supply.Supply;
import org.sizewright.library.HandOverRecord.Port;
import org.sizewright.library.Library;

/** The ports that firewalls must let through; the same as in the table of the hand-over. */
final class FirewallSheet {
    private FirewallSheet() {}

    static Optional<Sheet> of(Supply supply, Library library) {
        if (supply.firewall().ports().isEmpty()) {
            return Optional.empty();
        }
        Block.Table.Builder table = Block.Table.titled("Ports")
                .note(FirewallPorts.REMARK)
                .columns(
                        Column.prose("From", 34),
                        Column.prose("To", 34),
                        Column.text("Protocol"),
                        Column.number("Port"),
                        Column.prose("Purpose", 40),
                        Column.text("Evidence"),
                        Column.prose("Remark", 44),
                        Column.prose("Source", 54));
        for (Port port : supply.firewall().ports()) {
            table.row(
                    Entry.text(port.from()),
                    Entry.text(port.to()),
                    Entry.text(port.protocol()),
                    Entry.text(String.valueOf(port.port())),
                    Entry.text(port.purpose()),
                    Entry.text(port.evidence().word()),
                    Entry.text(port.notes().orElse("")),
                    Entry.text(FirewallPorts.sources(library, port)));
        }
        return Optional.of(Sheet.of(
                "firewall",
                "Firewall",
                "Ports that must be open, by what the plan uses.",
                Sheet.Group.RESULTS,
                table.build()));
    }
}
