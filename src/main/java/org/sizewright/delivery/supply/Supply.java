package org.sizewright.delivery.supply;

import java.util.List;
import java.util.Optional;
import org.sizewright.result.OptionResult;

/**
 * All that an installation of an option fetches, serves and lets through. Worked out from the result and the library alone.
 *
 * @param software that of workloads in the order of the plan, then that of the platform
 * @param outOfScope software that no plan decides on, as sentences
 * @param services beside the workloads
 * @param vcpu of the services that the placement does not count
 * @param memoryGb of the same
 * @param diskGb of the same
 * @param transfer what is carried in; empty where the site reaches the internet
 */
public record Supply(
        List<SoftwareLine> software,
        List<String> outOfScope,
        List<ServiceLine> services,
        ServiceLine.Sum vcpu,
        ServiceLine.Sum memoryGb,
        ServiceLine.Sum diskGb,
        Optional<TransferList> transfer,
        FirewallPorts firewall,
        LicenceList licences) {
    public Supply {
        software = List.copyOf(software);
        outOfScope = List.copyOf(outOfScope);
        services = List.copyOf(services);
    }

    public static Supply of(OptionResult result) {
        Surroundings at = new Surroundings(result);
        List<SoftwareLine> software = SoftwareList.of(at);
        List<ServiceLine> services = ServiceList.of(at, software);
        return new Supply(
                software,
                SoftwareList.outOfScope(at),
                services,
                ServiceList.sum(
                        services,
                        line -> line.vcpu().orElse(0),
                        line -> line.vcpu().isPresent()),
                ServiceList.sum(
                        services,
                        line -> line.memory().map(bytes -> bytes.toGb()).orElse(0.0),
                        line -> line.memory().isPresent()),
                ServiceList.sum(
                        services,
                        line -> line.disk().map(bytes -> bytes.toGb()).orElse(0.0),
                        line -> line.disk().isPresent()),
                at.airGapped() ? Optional.of(TransferList.of(at, software)) : Optional.empty(),
                FirewallPorts.of(at),
                LicenceList.of(at));
    }
}
