package org.sizewright.delivery.supply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.library.SupplyRecord.Group;
import org.sizewright.library.SupplyRecord.Part;
import org.sizewright.library.SupportRecord.LicenceServer;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.setting.Choices.LicenceService;
import org.sizewright.plan.setting.Choices.NodeOs;
import org.sizewright.plan.setting.HostChoices.GuestOs;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.quantity.Bytes;

/** All that is carried into a site without the internet, with sizes as far as they are known. */
public record TransferList(List<TransferLine> lines, List<ModelFile> models) {
    public TransferList {
        lines = List.copyOf(lines);
        models = List.copyOf(models);
    }

    /** The sizes that are known; {@code complete} if all are. */
    public record Sum(Bytes known, boolean complete, int unknown) {}

    /** @param kind what is summed up; empty for everything */
    public Sum sum(Optional<TransferLine.Kind> kind) {
        List<TransferLine> summed = lines.stream()
                .filter(line -> kind.isEmpty() || kind.get() == line.kind())
                .toList();
        long known = summed.stream()
                .flatMap(line -> line.size().stream())
                .mapToLong(Bytes::count)
                .sum();
        int unknown =
                (int) summed.stream().filter(line -> line.size().isEmpty()).count();
        return new Sum(Bytes.of(known), unknown == 0, unknown);
    }

    static TransferList of(Surroundings at, List<SoftwareLine> software) {
        List<TransferLine> lines = new ArrayList<>();
        lines.addAll(parts(at, software));
        lines.addAll(engines(at));
        lines.addAll(licences(at));
        if (at.runsEsxi()) {
            lines.add(new TransferLine(
                    TransferLine.Kind.PLATFORM,
                    "Images of ESXi and vCenter, or the offline depot of Cloud Foundation",
                    at.settings().shown(PlatformSettings.VSPHERE),
                    Optional.of("support portal of Broadcom"),
                    Optional.empty(),
                    List.of("hosts"),
                    Optional.empty(),
                    ""));
        }
        List<ModelFile> models = ModelFiles.of(at);
        models.forEach(model -> lines.add(line(at, model)));
        lines.sort(Comparator.comparing(TransferLine::kind));
        return new TransferList(lines, models);
    }

    /** Parts of software, each once. */
    private static List<TransferLine> parts(Surroundings at, List<SoftwareLine> software) {
        Map<Part, List<SoftwareLine>> users = new LinkedHashMap<>();
        for (SoftwareLine line : software) {
            if (line.obstacle().isEmpty()) {
                for (Part part : line.software().parts()) {
                    if (isForNodes(at, part)) {
                        users.computeIfAbsent(part, missing -> new ArrayList<>())
                                .add(line);
                    }
                }
            }
        }
        DriverNames drivers = DriverNames.of(at);
        List<TransferLine> lines = new ArrayList<>();
        users.forEach((part, of) -> {
            SoftwareLine first = of.getFirst();
            lines.add(new TransferLine(
                    kind(first.software().group(), part),
                    drivers.fill(part.name()),
                    at.version(first.software(), part),
                    part.from(),
                    part.size().asOptional(),
                    of.stream()
                            .map(line -> line.workload()
                                    .map(workload -> line.software().name() + " of " + workload)
                                    .orElse(line.software().name()))
                            .distinct()
                            .toList(),
                    part.notes(),
                    first.source()));
        });
        return lines;
    }

    private static TransferLine.Kind kind(Group group, Part part) {
        return switch (part.kind()) {
            case IMAGE -> TransferLine.Kind.IMAGE;
            case CHART -> TransferLine.Kind.CHART;
            case PACKAGE -> TransferLine.Kind.PACKAGE;
            case FILE -> group == Group.DRIVERS ? TransferLine.Kind.DRIVER : TransferLine.Kind.APPLIANCE;
        };
    }

    /** Packages of one family of systems are for nodes of it; where nobody stated the system, all are listed. */
    private static boolean isForNodes(Surroundings at, Part part) {
        List<String> families = new ArrayList<>();
        at.get(KubernetesSettings.NODE_OS).map(TransferList::family).ifPresent(families::add);
        at.assignments().stream()
                .flatMap(each -> at.machines(each).get(MachineSettings.GUEST_OS).stream())
                .map(TransferList::family)
                .forEach(families::add);
        return part.system().isEmpty()
                || families.isEmpty()
                || families.contains(part.system().get());
    }

    private static String family(NodeOs system) {
        return switch (system) {
            case UBUNTU_22_04, UBUNTU_24_04 -> "ubuntu";
            case RHEL, RHCOS -> "rhel";
            case PHOTON -> "photon";
        };
    }

    private static String family(GuestOs system) {
        return switch (system) {
            case UBUNTU_22_04, UBUNTU_24_04 -> "ubuntu";
            case RHEL_8, RHEL_9, RHCOS -> "rhel";
            case SLES_15 -> "sles";
            case WINDOWS_SERVER, WINDOWS_CLIENT -> "windows";
        };
    }

    /** What serves or trains models, of which the library knows no image. */
    private static List<TransferLine> engines(Surroundings at) {
        Map<String, List<String>> engines = new LinkedHashMap<>();
        for (ResolvedAssignment assignment : at.assignments()) {
            Optional<String> engine = switch (assignment.workload()) {
                case ResolvedWorkload.Llm llm -> Optional.of(llm.engine().name());
                case ResolvedWorkload.Search search ->
                    Optional.of(search.engine().name());
                case ResolvedWorkload.Tuning tuning ->
                    Optional.of(tuning.stack().name());
                case ResolvedWorkload.Vms vms -> Optional.empty();
            };
            engine.ifPresent(name -> engines.computeIfAbsent(name, missing -> new ArrayList<>())
                    .add(assignment.workload().workload().name()));
        }
        List<TransferLine> lines = new ArrayList<>();
        engines.forEach((name, workloads) -> lines.add(new TransferLine(
                TransferLine.Kind.IMAGE,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                workloads,
                Optional.of("The engine or stack that the plan calculates with; choose its image or packages."),
                "choice of the plan")));
        return lines;
    }

    private static List<TransferLine> licences(Surroundings at) {
        List<TransferLine> lines = new ArrayList<>();
        at.licenceService().ifPresent(service -> {
            if (service == LicenceService.DLS) {
                for (LicenceServer server : at.library().licenceServers()) {
                    lines.add(new TransferLine(
                            TransferLine.Kind.APPLIANCE,
                            server.name(),
                            Optional.of(server.version()),
                            Optional.of("NVIDIA licensing portal"),
                            Optional.empty(),
                            List.of("licence service"),
                            Optional.of("As " + String.join(", ", server.forms()) + "."),
                            at.library()
                                    .quote(server.sources().getFirst(), server.evidence())
                                    .toLine()));
                }
                lines.add(licence("Licences of the licence server, as the portal exports them for the own service"));
            }
            if (service == LicenceService.NODE_LOCKED) {
                lines.add(licence("Licence files, one for each licensed machine"));
            }
        });
        return lines;
    }

    private static TransferLine licence(String name) {
        return new TransferLine(
                TransferLine.Kind.LICENCE,
                name,
                Optional.empty(),
                Optional.of("NVIDIA licensing portal"),
                Optional.empty(),
                List.of("machines with a vGPU"),
                Optional.of("Carried by hand, again whenever it changes."),
                "");
    }

    private static TransferLine line(Surroundings at, ModelFile file) {
        return new TransferLine(
                TransferLine.Kind.MODEL,
                file.model().name(),
                Optional.of(file.format().name()),
                Optional.of(file.model().id().value()),
                file.size(),
                file.workloads(),
                file.notes(),
                file.model().sources().stream()
                        .map(key -> at.library().quote(key, file.model().evidence()))
                        .map(source -> source.title() + " (" + source.evidence().word() + ")")
                        .collect(Collectors.joining("; ")));
    }
}
