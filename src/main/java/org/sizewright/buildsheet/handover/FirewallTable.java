package org.sizewright.buildsheet.handover;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.library.HandOverRecord;
import org.sizewright.library.HandOverRecord.Port;
import org.sizewright.plan.Option;
import org.sizewright.plan.Site;

/** The ports that firewalls must let through, as comma-separated values. */
final class FirewallTable {
    private FirewallTable() {}

    static HandOverFile of(HandOverPlan plan, HandOverRecord.Format format) {
        StringBuilder text = new StringBuilder();
        row(text, "From", "To", "Protocol", "Port", "Purpose", "Evidence", "Source", "Remark");
        ports(plan)
                .forEach(port -> row(
                        text,
                        port.from(),
                        port.to(),
                        port.protocol(),
                        String.valueOf(port.port()),
                        port.purpose(),
                        port.evidence().word(),
                        port.sources().stream()
                                .map(key -> plan.library()
                                        .quote(key, port.evidence())
                                        .toLine())
                                .collect(Collectors.joining("; ")),
                        port.notes().orElse("")));
        return plan.plain(
                "network/firewall.csv",
                "Ports that firewalls must let through",
                format,
                List.of(
                        plan.planLine() + ".",
                        "Only ports whose source was seen; what is second-hand says so. The whole list for vSphere is VMware Ports and"
                                + " Protocols (ports.broadcom.com).",
                        "Lines end in a line feed; comma, quotes, UTF-8."),
                text.toString());
    }

    static List<Port> ports(HandOverPlan plan) {
        Set<Port.Scope> scopes = scopes(plan);
        return plan.library().networkPorts().stream()
                .filter(port -> scopes.contains(port.scope()))
                .toList();
    }

    private static Set<Port.Scope> scopes(HandOverPlan plan) {
        boolean online = plan.plan().site().connectivity() == Site.Connectivity.CONNECTED;
        Set<Port.Scope> scopes = EnumSet.noneOf(Port.Scope.class);
        if (plan.runsEsxi()) {
            scopes.add(Port.Scope.VSPHERE);
        }
        if (plan.hasVgpus()) {
            scopes.add(online ? Port.Scope.LICENCE_CLOUD : Port.Scope.LICENCE_LOCAL);
        }
        if (plan.platform() != Option.Platform.VSPHERE) {
            scopes.add(Port.Scope.KUBERNETES);
            if (online) {
                scopes.add(Port.Scope.KUBERNETES_ONLINE);
            }
        }
        return scopes;
    }

    private static void row(StringBuilder text, String... values) {
        text.append(java.util.Arrays.stream(values).map(FirewallTable::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String quoted(String value) {
        return value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
