package org.sizewright.delivery.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.figure.Bound;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Value;
import org.sizewright.library.SupplyRecord.Metric;
import org.sizewright.library.SupportRecord.Statement;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.setting.Choices.Edition;
import org.sizewright.plan.setting.Choices.LicenceProduct;
import org.sizewright.plan.setting.Choices.LicenceService;
import org.sizewright.plan.setting.LicenceSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.UseSettings;
import org.sizewright.result.platforms.OpenShiftCount;

/**
 * Licences by product and metric, and what follows from the way in which they are handed out.
 *
 * @param cores of new hosts, group by group; empty where the hosts run no ESXi
 * @param service what the licence service asks for, in sentences
 */
public record LicenceList(List<LicenceLine> lines, List<CoreCount> cores, List<String> service) {
    public LicenceList {
        lines = List.copyOf(lines);
        cores = List.copyOf(cores);
        service = List.copyOf(service);
    }

    /**
     * Cores of the new hosts of a group as VMware counts them.
     *
     * @param minimum cores that each processor counts for at least
     * @param hosts new ones
     */
    public record CoreCount(RowKey row, int sockets, int coresPerSocket, int minimum, Value hosts) {
        public int perHost() {
            return sockets * Math.max(coresPerSocket, minimum);
        }

        public Value total() {
            return switch (hosts) {
                case Value.Known known -> new Value.Known(known.number() * perHost(), known.bound());
                case Value.Unknown unknown -> unknown;
            };
        }
    }

    static LicenceList of(Surroundings at) {
        List<CoreCount> cores = cores(at);
        List<LicenceLine> lines = new ArrayList<>();
        aiEnterprise(at).ifPresent(lines::add);
        product(at).ifPresent(lines::add);
        at.library().licenceMetric("vmware-cores").ifPresent(metric -> {
            if (at.runsEsxi()) {
                lines.add(vmware(at, metric, cores));
            }
        });
        if (at.platform() == Platform.OPENSHIFT) {
            lines.add(openShift(at));
            at.library()
                    .licenceMetric("openshift-accelerator")
                    .ifPresent(metric -> lines.add(accelerators(at, metric)));
        }
        return new LicenceList(lines, cores, service(at));
    }

    private static List<CoreCount> cores(Surroundings at) {
        Optional<Integer> minimum = at.library().licenceMetric("vmware-cores").flatMap(Metric::minimumPerSocket);
        if (!at.runsEsxi() || minimum.isEmpty()) {
            return List.of();
        }
        Set<RowKey> there = at.result()
                .sizing()
                .demand
                .hosts
                .existing
                .map(existing -> Set.copyOf(existing.rows.keys()))
                .orElse(Set.of());
        List<CoreCount> cores = new ArrayList<>();
        for (RowKey row : at.result().sizing().demand.hosts.rows.keys()) {
            if (!there.contains(row)) {
                HostGroup group = at.result().sizing().demand.hosts.subject(row).group();
                cores.add(new CoreCount(
                        row,
                        group.sockets(),
                        group.coresPerSocket(),
                        minimum.get(),
                        at.result().figures().value(at.result().sizing().cluster.hosts, row)));
            }
        }
        return cores;
    }

    private static Optional<LicenceLine> aiEnterprise(Surroundings at) {
        boolean computes = at.assignments().stream()
                .anyMatch(each -> at.hasVgpus(each) && each.share().computes());
        boolean used = computes
                || at.settings().isYes(PlatformSettings.USES_AI_ENTERPRISE)
                || at.assignments().stream().anyMatch(each -> at.machines(each).isYes(UseSettings.NIM));
        return at.library().licenceMetric("ai-enterprise").map(metric -> {
            String why = used
                    ? "Used: " + (computes ? "machines have vGPUs of the C series." : "stated, or by NIM.")
                    : "Nothing in the plan asks for it: whole GPUs do without until its software or support is used.";
            String counted = metric.notes().orElse("");
            String terms = at.library().statements(Statement.Topic.LICENSING).stream()
                    .filter(each -> each.id().equals("licence-terms"))
                    .map(each -> " Terms: " + each.text() + ".")
                    .collect(Collectors.joining());
            return new LicenceLine(
                    metric.product(),
                    at.settings().shown(PlatformSettings.AI_ENTERPRISE).orElse("release not stated"),
                    metric.metric(),
                    LicenceLine.Counted.GPUS,
                    at.result().figures().value(at.result().sizing().cluster.licencesToOrder, RowKey.SINGLE),
                    "GPUs less those whose licence comes with them",
                    why + " " + counted + terms,
                    sources(at, metric));
        });
    }

    /** vGPU licences of another product than AI Enterprise. */
    private static Optional<LicenceLine> product(Surroundings at) {
        return at.get(LicenceSettings.LICENCE_PRODUCT)
                .flatMap(product -> record(product).flatMap(id -> at.library().licenceMetric(id)))
                .map(metric -> new LicenceLine(
                        metric.product(),
                        "",
                        metric.metric(),
                        LicenceLine.Counted.USERS,
                        Value.unknown("the plan does not say how many people work at a time"),
                        machines(at) + " machines have a vGPU: as many at the most, where each has one user",
                        metric.notes().orElse(""),
                        sources(at, metric)));
    }

    private static Optional<String> record(LicenceProduct product) {
        return switch (product) {
            case VWS -> Optional.of("vws");
            case VPC -> Optional.of("vpc");
            case VAPPS -> Optional.of("vapps");
            case AI_ENTERPRISE, NONE -> Optional.empty();
        };
    }

    private static int machines(Surroundings at) {
        return at.assignments().stream()
                .flatMap(at::classes)
                .filter(vms -> vms.gpu().gpus() > 0)
                .mapToInt(VmClass::count)
                .sum();
    }

    private static LicenceLine vmware(Surroundings at, Metric metric, List<CoreCount> cores) {
        double known = cores.stream()
                .map(CoreCount::total)
                .filter(Value.Known.class::isInstance)
                .mapToDouble(value -> ((Value.Known) value).number())
                .sum();
        boolean complete = cores.stream().allMatch(each -> each.total().isKnown());
        Value count = new Value.Known(known, complete ? Bound.EXACT : Bound.AT_LEAST);
        return new LicenceLine(
                at.settings().shown(PlatformSettings.EDITION).orElse(metric.product()),
                at.settings().shown(PlatformSettings.EDITION).isPresent() ? "as stated" : "edition not stated",
                metric.metric(),
                LicenceLine.Counted.CORES,
                count,
                "new hosts x sockets x cores, each socket for "
                        + metric.minimumPerSocket().map(String::valueOf).orElse("unknown") + " at least",
                metric.notes().orElse("") + privateAi(at),
                sources(at, metric));
    }

    private static LicenceLine openShift(Surroundings at) {
        OpenShiftCount count = OpenShiftCount.of(at.result());
        return new LicenceLine(
                count.metric().map(Metric::product).orElse("Red Hat OpenShift"),
                "edition not stated",
                count.metric().map(Metric::metric).orElse("core pair or bare metal socket pair"),
                LicenceLine.Counted.NODES,
                count.subscriptions(),
                count.formula(),
                count.metric().flatMap(Metric::notes).orElse(""),
                count.metric().map(metric -> sources(at, metric)).orElse(""));
    }

    private static LicenceLine accelerators(Surroundings at, Metric metric) {
        return new LicenceLine(
                metric.product(),
                "",
                metric.metric(),
                LicenceLine.Counted.ACCELERATORS,
                at.result().figures().value(at.result().sizing().cluster.totalGpus),
                "GPUs of all hosts",
                metric.notes().orElse(""),
                sources(at, metric));
    }

    private static String privateAi(Surroundings at) {
        return at.get(PlatformSettings.EDITION)
                .filter(edition -> edition == Edition.PRIVATE_AI_FOUNDATION)
                .map(edition ->
                        " Private AI Foundation takes three: Cloud Foundation, its add-on and NVIDIA AI Enterprise.")
                .orElse("");
    }

    private static List<String> service(Surroundings at) {
        List<String> sentences = new ArrayList<>();
        at.licenceService().ifPresent(service -> {
            boolean stated = at.get(LicenceSettings.LICENCE_SERVICE).isPresent();
            sentences.add("Licences are handed out by: " + service.title()
                    + (stated ? "." : ", as the site lets expect; nobody stated it."));
            sentences.add(
                    switch (service) {
                        case CLS ->
                            "The cloud service needs no machine here; every licensed machine reaches it over ports 443 and 80.";
                        case DLS ->
                            "The own service needs its machines (sheet Services), licences are carried to it by hand, and clients"
                                    + " reach it over ports 443 and 80.";
                        case NODE_LOCKED ->
                            "Each machine has a file of its own: no service and no ports, but the file is made anew when the"
                                    + " machine is.";
                    });
            if (service == LicenceService.CLS && at.airGapped()) {
                sentences.add("The site has no way to the cloud service: take an own service or files.");
            }
        });
        if (at.licenceService().isPresent()) {
            sentences.add(at.settings()
                    .shown(LicenceSettings.ACTIVATION_KEY)
                    .map(key -> "Product activation key (PAK id): recorded.")
                    .orElse(
                            "Product activation key (PAK id): not recorded; it stands on the entitlement certificate, 30 letters"
                                    + " and digits."));
        }
        return sentences;
    }

    private static String sources(Surroundings at, Metric metric) {
        return metric.sources().stream()
                .map(key -> at.library().quote(key, metric.evidence()))
                .map(Source::toLine)
                .collect(Collectors.joining("; "));
    }
}
