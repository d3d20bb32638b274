package org.sizewright.delivery.supply;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.library.HandOverRecord.Port;
import org.sizewright.library.Library;
import org.sizewright.plan.setting.Choices.LicenceService;
import org.sizewright.plan.setting.Software;
import org.sizewright.result.OptionResult;

/** The ports that firewalls must let through, by what the option uses. */
public record FirewallPorts(List<Port> ports) {
    /** What to know of the list as a whole. */
    public static final String REMARK =
            "Only ports whose source was seen; what is second-hand says so. The whole list for vSphere is"
                    + " VMware Ports and Protocols (ports.broadcom.com).";

    public FirewallPorts {
        ports = List.copyOf(ports);
    }

    public static FirewallPorts of(OptionResult result) {
        return of(new Surroundings(result));
    }

    static FirewallPorts of(Surroundings at) {
        Set<Port.Scope> scopes = scopes(at);
        return new FirewallPorts(at.library().networkPorts().stream()
                .filter(port -> scopes.contains(port.scope()))
                .toList());
    }

    private static Set<Port.Scope> scopes(Surroundings at) {
        Set<Port.Scope> scopes = EnumSet.noneOf(Port.Scope.class);
        if (at.runsEsxi()) {
            scopes.add(Port.Scope.VSPHERE);
        }
        at.licenceService().flatMap(FirewallPorts::scope).ifPresent(scopes::add);
        if (at.kubernetes()) {
            scopes.add(Port.Scope.KUBERNETES);
            if (!at.airGapped()) {
                scopes.add(Port.Scope.KUBERNETES_ONLINE);
            }
        }
        if (at.airGapped() && at.containersSomewhere()) {
            scopes.add(Port.Scope.REGISTRY_LOCAL);
        }
        if (at.ticks(Software.TRITON)) {
            scopes.add(Port.Scope.TRITON);
        }
        return scopes;
    }

    /** Licences in files need no port. */
    private static Optional<Port.Scope> scope(LicenceService service) {
        return switch (service) {
            case CLS -> Optional.of(Port.Scope.LICENCE_CLOUD);
            case DLS -> Optional.of(Port.Scope.LICENCE_LOCAL);
            case NODE_LOCKED -> Optional.empty();
        };
    }

    /** The sources of a port in one line. */
    public static String sources(Library library, Port port) {
        return port.sources().stream()
                .map(key -> library.quote(key, port.evidence()).toLine())
                .collect(Collectors.joining("; "));
    }
}
