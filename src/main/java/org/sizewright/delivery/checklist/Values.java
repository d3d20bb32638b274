package org.sizewright.delivery.checklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Fact;
import org.sizewright.library.FormInRelease;
import org.sizewright.library.HandOverRecord;
import org.sizewright.library.HandOverRecord.Port;
import org.sizewright.library.Rule;
import org.sizewright.library.RuleBase;
import org.sizewright.library.StepValue;
import org.sizewright.library.SupportRecord.DriverBranch;
import org.sizewright.library.SupportRecord.VgpuRelease;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.setting.Choices.LicenceService;
import org.sizewright.plan.setting.Choices.OperatorSource;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.LicenceSettings;
import org.sizewright.plan.setting.NetworkSettings;
import org.sizewright.plan.setting.OperationSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;
import org.sizewright.plan.setting.Setting;
import org.sizewright.rules.VmSettings;

/** What a plan says for the values that steps ask for; empty where it does not know. */
record Values(Deployment deployment, Upgrade upgrade) {
    /** More hosts than these are no longer named one by one. */
    private static final int MOST_HOSTS = 8;

    Optional<String> of(StepValue value, Place place) {
        return switch (value) {
            case SUBJECT -> text(place.name());
            case CUSTOMER -> text(deployment.plan().header().customer());
            case SITE -> text(deployment.plan().site().name());
            case HOSTS -> sum(place, hosts -> 1);
            case GPUS -> same(place.hosts(), hosts -> hosts.group().gpusPerHost() + "");
            case ALL_GPUS -> sum(place, hosts -> hosts.group().gpusPerHost());
            case NEW_GPUS -> sum(place, Hosts::newGpus);
            case GPU_MODEL -> same(place.hosts(), hosts -> hosts.gpu().name());
            case SERVER ->
                same(
                        place.hosts(),
                        hosts -> hosts.resolved().server().vendor() + " "
                                + hosts.resolved().server().model());
            case VALIDATION ->
                same(place.hosts(), hosts -> hosts.resolved().server().validationText());
            case HOST_MEMORY -> same(place.hosts(), hosts -> hosts.group().memoryGib() + " GiB");
            case CORES -> sum(place, Hosts::cores);
            case CABLES -> ofHosts(place, HostSettings.POWER_CABLES);
            case BRIDGES -> ofHosts(place, HostSettings.BRIDGE);
            case NIC_MODEL -> stated(NetworkSettings.NIC_MODEL);
            case EDITION -> stated(PlatformSettings.EDITION);
            case VSPHERE -> stated(PlatformSettings.VSPHERE);
            case VGPU_RELEASE -> stated(PlatformSettings.VGPU_RELEASE);
            case GUEST_RELEASE -> stated(PlatformSettings.GUEST_RELEASE);
            case HOST_DRIVER -> fact(hostRelease(), VgpuRelease::hostDriver);
            case LINUX_GUEST -> fact(guestRelease(), VgpuRelease::linuxGuest);
            case WINDOWS_GUEST -> fact(guestRelease(), VgpuRelease::windowsGuest);
            case AI_ENTERPRISE -> stated(PlatformSettings.AI_ENTERPRISE);
            case BRANCH -> hostRelease().map(VgpuRelease::branch);
            case BRANCH_END -> branchEnd();
            case DATA_CENTER_DRIVER -> stated(PlatformSettings.DATA_CENTER_DRIVER);
            case PACKAGE -> packaged("package");
            case DRIVER_FILE -> packaged("host-file");
            case DAEMON_FILE -> packaged("daemon-file");
            case GUEST_FILE -> guestFile();
            case HOST_FAILURES ->
                same(
                        place.clusters(),
                        cluster -> cluster.hostFailures() == 1
                                ? "one failed host"
                                : cluster.hostFailures() + " failed hosts");
            case DRS_LEVEL -> stated(OperationSettings.DRS_LEVEL);
            case POLICY ->
                same(
                        place.clusters(),
                        cluster -> format(
                                        "esxi",
                                        cluster.gpuPolicy() == Cluster.GpuPolicy.PERFORMANCE
                                                ? "performance"
                                                : "consolidation")
                                .orElse(""));
            case SHARED_TYPE -> format("esxi", "shared");
            case VGPU_MODE ->
                same(place.clusters(), cluster -> switch (cluster.vgpuMode()) {
                    case SAME_SIZE -> format("esxi", "same-size").orElse("");
                    case MIXED_SIZE -> format("esxi", "mixed-size").orElse("");
                    case PER_GPU -> modePerGpu(cluster, place);
                });
            case MIG_PROFILES -> migProfiles(place);
            case LABEL -> label(place);
            case MACHINES ->
                positive(place.machines().stream().mapToInt(Machines::count).sum());
            case VCPU -> same(place.machines(), each -> each.workload().vm().vcpu() + " vCPU");
            case VM_MEMORY ->
                same(place.machines(), each -> each.workload().vm().memoryGib() + " GiB");
            case PROFILE -> same(place.machines(), each -> each.profile().orElse(""));
            case HARDWARE_VERSION -> hardwareVersion(place);
            case MMIO -> window(place);
            case LICENCES -> number(deployment.result().sizing().cluster.licencesToOrder);
            case LICENCES_INCLUDED -> included();
            case ACTIVATION_KEY -> stated(LicenceSettings.ACTIVATION_KEY);
            case LICENCE_PORTS -> licencePorts();
            case LICENCE_VERSION -> stated(LicenceSettings.DLS_VERSION);
            case LICENCE_NODES -> stated(LicenceSettings.DLS_NODES);
            case LICENCE_VCPU -> size(LicenceSettings.DLS_VCPU, "vcpu", "vCPU");
            case LICENCE_MEMORY -> size(LicenceSettings.DLS_MEMORY, "memoryGb", "GB of memory");
            case LICENCE_DISK -> size(LicenceSettings.DLS_DISK, "diskGb", "GB of disk");
            case KUBERNETES -> stated(KubernetesSettings.KUBERNETES_VERSION);
            case OPENSHIFT -> stated(KubernetesSettings.OPENSHIFT_VERSION);
            case NODE_OS, OPERATING_SYSTEM -> stated(KubernetesSettings.NODE_OS);
            case GPU_OPERATOR -> stated(KubernetesSettings.GPU_OPERATOR);
            case NETWORK_OPERATOR ->
                deployment.library().handOverFormat("network-operator").map(HandOverRecord.Format::version);
            case TOOL -> Optional.of(deployment.isOpenShift() ? "oc" : "kubectl");
            case OPERATOR_NAMESPACE ->
                format(deployment.isOpenShift() ? "olm-gpu-operator" : "gpu-operator", "namespace");
            case REPOSITORY -> repository();
            case OPERATOR_PACKAGE -> format("olm-gpu-operator", "package");
            case OPERATOR_CHANNEL -> operatorChannel();
            case DISCOVERY_NAMESPACE -> format("olm-nfd", "namespace");
            case NETWORK_NAMESPACE -> format("network-operator", "namespace");
            case ZONES -> stated(PlatformSettings.SUPERVISOR_ZONES);
            case FROM_RELEASE -> upgrade.from().map(Release::text);
            case TO_RELEASE -> upgrade.to().map(Release::text);
            case TO_HOST_DRIVER -> fact(known(upgrade.to()), VgpuRelease::hostDriver);
            case TO_GUEST_DRIVER -> fact(known(upgrade.to()), VgpuRelease::linuxGuest);
            case DRIVER_BUNDLE,
                    GPU_NUMBER,
                    ADDRESS,
                    LICENCE_ADDRESS,
                    LICENCE_NAME,
                    CLOCK,
                    REGISTRY,
                    NAMESPACES,
                    ACCOUNT,
                    ORGANISATION,
                    DATASTORE,
                    MEASURED -> Optional.empty();
        };
    }

    private static Optional<String> text(String words) {
        return words.isBlank() ? Optional.empty() : Optional.of(words);
    }

    private static Optional<String> positive(int number) {
        return number > 0 ? Optional.of(String.valueOf(number)) : Optional.empty();
    }

    private <T> Optional<String> stated(Setting<T> setting) {
        return deployment.platform().shown(setting);
    }

    /** What is stated of the hosts of a place, if the same is stated of all of them. */
    private static <T> Optional<String> ofHosts(Place place, Setting<T> setting) {
        return same(place.hosts(), hosts -> hosts.settings().shown(setting).orElse(""));
    }

    /** The words of all of them, each once; empty if one of them has none. */
    private static <T> Optional<String> same(List<T> all, Function<T, String> words) {
        List<String> each = all.stream().map(words).distinct().toList();
        return each.isEmpty() || each.stream().anyMatch(String::isBlank)
                ? Optional.empty()
                : Optional.of(String.join(", ", each));
    }

    private static Optional<String> sum(Place place, ToIntFunction<Hosts> ofOne) {
        if (place.hosts().stream().anyMatch(hosts -> hosts.count().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(String.valueOf(place.hosts().stream()
                .mapToInt(hosts -> hosts.count().orElseThrow() * ofOne.applyAsInt(hosts))
                .sum()));
    }

    /** Empty where the channel of the stated version was not read. */
    private Optional<String> operatorChannel() {
        return FormInRelease.of(
                        deployment.library(),
                        "olm-gpu-operator",
                        deployment
                                .platform()
                                .get(KubernetesSettings.GPU_OPERATOR)
                                .map(Release::text))
                .filter(form -> form.unread().isEmpty())
                .map(form -> form.value("channel"));
    }

    private Optional<String> format(String id, String name) {
        return deployment.library().handOverFormat(id).flatMap(format -> format.find(name));
    }

    private Optional<VgpuRelease> known(Optional<Release> release) {
        return Upgrade.known(deployment.library(), release);
    }

    private Optional<VgpuRelease> hostRelease() {
        return known(deployment.platform().get(PlatformSettings.VGPU_RELEASE));
    }

    private Optional<VgpuRelease> guestRelease() {
        return known(deployment.platform().get(PlatformSettings.GUEST_RELEASE));
    }

    private static Optional<String> fact(Optional<VgpuRelease> release, Function<VgpuRelease, Fact<String>> of) {
        return release.flatMap(each -> of.apply(each).asOptional());
    }

    private Optional<String> branchEnd() {
        return hostRelease()
                .flatMap(release -> deployment.library().driverBranches().stream()
                        .filter(branch -> branch.branch().equals(release.branch()))
                        .findFirst())
                .flatMap(Values::end);
    }

    private static Optional<String> end(DriverBranch branch) {
        return branch.vgpuEnd().asOptional().or(() -> branch.dataCenterEnd().asOptional());
    }

    /** A file of the package for exactly this vGPU and vSphere release, where its name was seen. */
    private Optional<String> packaged(String name) {
        Optional<Release> vsphere = deployment.platform().get(PlatformSettings.VSPHERE);
        Optional<Release> vgpu = deployment.platform().get(PlatformSettings.VGPU_RELEASE);
        return vgpu.isEmpty() || vsphere.isEmpty()
                ? Optional.empty()
                : format(
                        "vgpu-package",
                        name + " " + vgpu.get() + " " + vsphere.get().major() + "."
                                + vsphere.get().minor());
    }

    private Optional<String> guestFile() {
        return fact(guestRelease(), VgpuRelease::linuxGuest)
                .flatMap(version ->
                        format("vgpu-package", "guest-file").map(pattern -> pattern.replace("{version}", version)));
    }

    /** The GPUs of the hosts of a place that mix sizes, the others apart; empty where the tool has no words for it. */
    private String modePerGpu(Cluster cluster, Place place) {
        Optional<String> same = format("esxi", "same-size");
        Optional<String> mixed = format("esxi", "mixed-size");
        if (same.isEmpty() || mixed.isEmpty()) {
            return "";
        }
        List<String> hosts = new ArrayList<>();
        for (ClusterPlacement placed : deployment.result().placements()) {
            if (!placed.cluster().cluster().id().equals(cluster.id())) {
                continue;
            }
            placed.gpusIn(PartitionMode.MIXED_SIZE).forEach((host, gpus) -> {
                GroupId group = placed.cluster()
                        .groups()
                        .get(placed.groupOf(host))
                        .group()
                        .id();
                if (place.hosts().stream().anyMatch(each -> each.group().id().equals(group))) {
                    hosts.add(placed.hostName(host) + " GPU "
                            + gpus.stream().map(String::valueOf).collect(Collectors.joining(", ")));
                }
            });
        }
        if (hosts.isEmpty()) {
            return same.get();
        }
        return mixed.get() + " on "
                + (hosts.size() > MOST_HOSTS
                        ? "the GPUs that the sheet GPU placement shows at mixed size"
                        : String.join("; ", hosts))
                + ", " + same.get() + " on the others";
    }

    private static Optional<String> migProfiles(Place place) {
        TreeSet<String> profiles = new TreeSet<>();
        for (Machines machines : place.machines()) {
            for (GpuShare.Fraction part : machines.parts()) {
                if (part instanceof GpuShare.Mig mig) {
                    profiles.add(mig.profile());
                }
            }
        }
        return text(String.join(", ", profiles));
    }

    private static Optional<String> label(Place place) {
        String ofMachines = place.machines().stream()
                .map(each -> each.workload().terms().labels().words())
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        String ofHosts = place.hosts().stream()
                .map(each -> each.group().labels().words())
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return text(ofMachines).or(() -> text(ofHosts));
    }

    private static Optional<String> hardwareVersion(Place place) {
        return same(
                place.machines(),
                each -> each.vm()
                        .map(VmSettings::hardwareVersion)
                        .filter(OptionalInt::isPresent)
                        .map(version -> String.valueOf(version.getAsInt()))
                        .orElse(""));
    }

    private Map<String, String> limits(String rule) {
        return RuleBase.of(deployment.library()).find(rule).map(Rule::limits).orElse(Map.of());
    }

    private static Optional<String> window(Place place) {
        return same(
                place.machines(),
                each -> each.vm()
                        .map(settings -> settings.mmioGb() + (settings.mmioEstimated() ? " (estimated)" : ""))
                        .orElse(""));
    }

    private Optional<String> number(Figure figure) {
        return deployment.result().figures().value(figure, RowKey.SINGLE) instanceof Value.Known known
                ? Optional.of(ValueText.number(known.number()))
                : Optional.empty();
    }

    private Optional<String> included() {
        Value all =
                deployment.result().figures().value(deployment.result().sizing().cluster.totalLicences, RowKey.SINGLE);
        Value toOrder = deployment
                .result()
                .figures()
                .value(deployment.result().sizing().cluster.licencesToOrder, RowKey.SINGLE);
        return all instanceof Value.Known every && toOrder instanceof Value.Known ordered
                ? Optional.of(ValueText.number(every.number() - ordered.number()))
                : Optional.empty();
    }

    private Optional<String> licencePorts() {
        boolean local =
                deployment.platform().get(LicenceSettings.LICENCE_SERVICE).equals(Optional.of(LicenceService.DLS));
        Port.Scope scope = local ? Port.Scope.LICENCE_LOCAL : Port.Scope.LICENCE_CLOUD;
        Map<String, List<String>> byWay = deployment.library().networkPorts().stream()
                .filter(port -> port.scope() == scope)
                .collect(Collectors.groupingBy(
                        port -> port.from() + " to " + port.to(),
                        LinkedHashMap::new,
                        Collectors.mapping(port -> port.protocol() + " " + port.port(), Collectors.toList())));
        return text(byWay.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; ")));
    }

    private Optional<String> size(Setting<Integer> setting, String limit, String unit) {
        return deployment
                .platform()
                .get(setting)
                .map(String::valueOf)
                .or(() -> Optional.ofNullable(limits("LIC-006").get(limit)))
                .map(number -> number + " " + unit);
    }

    private Optional<String> repository() {
        return deployment
                .platform()
                .get(KubernetesSettings.OPERATOR_SOURCE)
                .filter(source -> source != OperatorSource.INSTALLER)
                .map(source -> "https://" + source.title())
                .or(() -> format("gpu-operator", "repository"));
    }
}
