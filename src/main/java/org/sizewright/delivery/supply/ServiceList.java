package org.sizewright.delivery.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;
import org.sizewright.library.SupplyRecord.Service;
import org.sizewright.library.SupportRecord.LicenceServer;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.setting.Choices.LicenceService;
import org.sizewright.plan.setting.Choices.Registry;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.LicenceSettings;
import org.sizewright.plan.setting.UseSettings;
import org.sizewright.quantity.Bytes;

/** Machines beside the workloads: licence service, registry, mirrors, guardrails, databases. */
final class ServiceList {
    private static final String APART = "on the management side; the plan does not place it";
    private static final String IN_PLAN = "among the machines that the plan places";
    private static final int DOUBLED = 2;

    private final Surroundings at;
    private final List<ServiceLine> lines = new ArrayList<>();

    private ServiceList(Surroundings at) {
        this.at = at;
    }

    static List<ServiceLine> of(Surroundings at, List<SoftwareLine> software) {
        ServiceList list = new ServiceList(at);
        list.licenceServer();
        list.local();
        for (SoftwareLine line : software) {
            for (String id : line.software().services()) {
                at.library().service(id).ifPresent(service -> list.add(service, line));
            }
        }
        return List.copyOf(list.lines);
    }

    private void licenceServer() {
        if (!at.licenceService().equals(Optional.of(LicenceService.DLS))) {
            return;
        }
        for (LicenceServer server : at.library().licenceServers()) {
            Optional<LicenceServer.Appliance> appliance = server.appliance();
            Optional<Integer> stated = at.get(LicenceSettings.DLS_NODES);
            lines.add(new ServiceLine(
                    server.name(),
                    "Hands out licences on the site",
                    Optional.empty(),
                    stated.or(() -> Optional.of(DOUBLED)),
                    at.get(LicenceSettings.DLS_VCPU).or(() -> appliance.map(LicenceServer.Appliance::vcpu)),
                    at.get(LicenceSettings.DLS_MEMORY)
                            .or(() -> appliance.map(LicenceServer.Appliance::memoryGb))
                            .map(Bytes::ofGb),
                    at.get(LicenceSettings.DLS_DISK)
                            .or(() -> appliance.map(LicenceServer.Appliance::diskGb))
                            .map(Bytes::ofGb),
                    at.settings()
                            .shown(LicenceSettings.DLS_ON_GPU_CLUSTER)
                            .map(place -> "on " + place)
                            .orElse("not stated; not on the GPU cluster alone"),
                    false,
                    Optional.of((stated.isPresent() ? "" : "A pair, so that one may fail. ")
                            + "Each has a fixed address, a full name and NTP. The sizes are the least; newer notes name"
                            + " 15 GB of disk. Version " + server.version() + ", as "
                            + String.join(", ", server.forms()) + "."),
                    at.library().quote(server.sources().getFirst(), server.evidence())));
        }
    }

    /** What stands in for vendors that the site does not reach. */
    private void local() {
        boolean privateImage = at.kubernetes()
                && (at.usesVgpus() || at.get(KubernetesSettings.DRIVER_REGISTRY).equals(Optional.of(Registry.PRIVATE)));
        if (privateImage || at.airGapped() && at.containersSomewhere()) {
            add("registry");
        }
        if (at.airGapped()) {
            if (at.containersSomewhere()) {
                add("package-mirror");
            }
            if (at.runsEsxi()) {
                add("depot");
            }
        }
    }

    private void add(String id) {
        at.library()
                .service(id)
                .ifPresent(service ->
                        lines.add(line(service, Optional.empty(), service.nodes(), service.diskGb(), APART)));
    }

    private void add(Service service, SoftwareLine line) {
        Optional<ResolvedAssignment> of = at.assignments().stream()
                .filter(each -> line.workload()
                        .equals(Optional.of(each.workload().workload().name())))
                .findFirst();
        boolean finds = of.filter(each -> each.workload() instanceof ResolvedWorkload.Search)
                .isPresent();
        if (finds && isPlaced(service)) {
            of.ifPresent(each -> at.classes(each)
                    .filter(vms -> VmClass.isDatabase(vms.id()) == service.id().equals("vector-database"))
                    .forEach(vms -> lines.add(placed(service, line, vms))));
            return;
        }
        Optional<Integer> disk = service.id().equals("model-repository")
                ? of.map(at::machines).flatMap(machines -> machines.get(UseSettings.MODEL_REPOSITORY_SIZE))
                : service.diskGb();
        String where = service.id().equals("model-repository")
                ? of.map(at::machines)
                        .flatMap(machines -> machines.shown(UseSettings.MODEL_REPOSITORY))
                        .orElse("not stated")
                : at.kubernetes() ? "pods of the cluster; the plan does not place them" : APART;
        lines.add(line(service, line.workload(), service.nodes(), disk, where));
    }

    private static boolean isPlaced(Service service) {
        return service.id().equals("vector-database") || service.id().equals("embedding");
    }

    private ServiceLine line(
            Service service, Optional<String> forWhom, Optional<Integer> nodes, Optional<Integer> disk, String where) {
        return new ServiceLine(
                service.name(),
                service.purpose(),
                forWhom,
                nodes,
                service.vcpu(),
                service.memoryGb().map(Bytes::ofGb),
                disk.map(Bytes::ofGb),
                where,
                false,
                service.notes(),
                at.library().quote(service.sources().getFirst(), service.evidence()));
    }

    private static ServiceLine placed(Service service, SoftwareLine line, VmClass vms) {
        return new ServiceLine(
                service.name(),
                service.purpose(),
                line.workload(),
                Optional.of(vms.count()),
                Optional.of(vms.vcpu()),
                Optional.of(Bytes.ofGib(vms.memoryGib())),
                Optional.empty(),
                IN_PLAN,
                true,
                Optional.of("The disk stands with the sizing of the workload."),
                Source.of("placement of the plan", "", "", Evidence.COMPUTED));
    }

    /** The number of a service, over all its nodes; what the placement counts is left out. */
    static ServiceLine.Sum sum(
            List<ServiceLine> lines, ToDoubleFunction<ServiceLine> part, Predicate<ServiceLine> known) {
        double sum = 0;
        boolean complete = true;
        for (ServiceLine line : lines) {
            if (!line.placed()) {
                complete &= line.nodes().isPresent() && known.test(line);
                sum += known.test(line) ? line.nodes().orElse(1) * part.applyAsDouble(line) : 0;
            }
        }
        return new ServiceLine.Sum(sum, complete);
    }
}
