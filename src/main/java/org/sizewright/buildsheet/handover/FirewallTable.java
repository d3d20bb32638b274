package org.sizewright.buildsheet.handover;

import java.util.List;
import java.util.stream.Collectors;
import org.sizewright.delivery.supply.FirewallPorts;
import org.sizewright.library.HandOverRecord;

/** The ports that firewalls must let through, as comma-separated values. */
final class FirewallTable {
    private FirewallTable() {}

    static HandOverFile of(HandOverPlan plan, HandOverRecord.Format format) {
        StringBuilder text = new StringBuilder();
        row(text, "From", "To", "Protocol", "Port", "Purpose", "Evidence", "Source", "Remark");
        FirewallPorts.of(plan.live())
                .ports()
                .forEach(port -> row(
                        text,
                        port.from(),
                        port.to(),
                        port.protocol(),
                        String.valueOf(port.port()),
                        port.purpose(),
                        port.evidence().word(),
                        FirewallPorts.sources(plan.library(), port),
                        port.notes().orElse("")));
        return plan.plain(
                "network/firewall.csv",
                "Ports that firewalls must let through",
                format,
                List.of(plan.planLine() + ".", FirewallPorts.REMARK, "Lines end in a line feed; comma, quotes, UTF-8."),
                text.toString());
    }

    private static void row(StringBuilder text, String... values) {
        text.append(java.util.Arrays.stream(values).map(FirewallTable::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String quoted(String value) {
        return value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
