package org.sizewright.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.catalog.Validation;
import org.sizewright.plan.Origin;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.setting.BiosSettings;
import org.sizewright.plan.setting.HostChoices.BootDevice;
import org.sizewright.plan.setting.HostChoices.Bridge;
import org.sizewright.plan.setting.HostChoices.Pattern;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.Setting;
import org.sizewright.quantity.Bytes;

/** Rules about how hosts are built. */
final class BuildRules {
    private BuildRules() {}

    static void certifiedIsBetterThanQualified(Inspection at) {
        for (HostView host : at.hosts()) {
            Validation validation = host.resolved().server().validation();
            if (host.resolved().listed()
                    && (validation == Validation.QUALIFIED || validation == Validation.NGC_READY)) {
                at.add(at.violated(
                                host.name(),
                                host.resolved().server().model() + " with "
                                        + host.gpu().name()
                                        + " is " + (validation == Validation.QUALIFIED ? "Qualified" : "NGC-Ready")
                                        + ", not NVIDIA-Certified.",
                                "Ask the vendor for a certified pairing, or accept it with the customer.")
                        .withPath(host.path() + "/server"));
            }
        }
    }

    static void nodeIsReadyForGpus(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.group().origin() instanceof Origin.Existing existing
                    && existing.gpusThere() < host.group().gpusPerHost()) {
                at.mustBe(
                        true,
                        host,
                        HostSettings.GPU_READY,
                        "The maker does not list " + host.name() + " as ready for GPUs.",
                        "Buy new hosts, or ask the maker for a kit that makes these ready.");
            }
        }
    }

    static void cablesAreOrdered(Inspection at) {
        ExistingHostRules.tell(at, HostFit.About.CABLE);
        for (HostView host : at.hosts()) {
            boolean fed = host.gpu()
                    .tdp()
                    .asOptional()
                    .map(tdp -> tdp.value() > at.limit("slotWatts"))
                    .orElse(true);
            int there = host.group().origin() instanceof Origin.Existing existing ? existing.gpusThere() : 0;
            int boards = host.gpu().boards(host.group().gpusPerHost() - there);
            if (!host.hasCards() || boards == 0 || !fed) {
                continue;
            }
            at.hostsOf(host)
                    .ifPresent(hosts -> at.need(host, HostSettings.POWER_CABLES)
                            .filter(cables -> cables < hosts * boards)
                            .ifPresent(cables -> at.add(at.wrong(
                                            host,
                                            HostSettings.POWER_CABLES,
                                            "The order has " + cables + " power cables for " + hosts * boards
                                                    + " cards.",
                                            "Order a cable for every card.")
                                    .withDistance((hosts * boards - cables) + " cables too few"))));
        }
    }

    static void socketsShareTheGpus(Inspection at) {
        for (HostView host : at.hosts()) {
            int gpus = host.group().gpusPerHost();
            if (gpus <= at.limit("gpus") || host.gpu().form().equals("superchip")) {
                continue;
            }
            if (host.group().sockets() < 2) {
                at.add(at.violated(
                                host.name(),
                                gpus + " GPUs stand at one socket of " + host.name() + ".",
                                "Choose a server with two sockets, or fewer GPUs.")
                        .withPath(host.path() + "/sockets"));
            } else if (host.hasCards()
                    && host.get(HostSettings.BRIDGE)
                            .filter(Bridge.FOUR_WAY::equals)
                            .isEmpty()) {
                at.need(host, HostSettings.GPUS_AT_FIRST_SOCKET).ifPresent(first -> {
                    int share = gpus / host.group().sockets();
                    if (first < share || first > share + gpus % host.group().sockets()) {
                        at.add(at.wrong(
                                        host,
                                        HostSettings.GPUS_AT_FIRST_SOCKET,
                                        first + " of " + gpus + " GPUs hang at the first of "
                                                + host.group().sockets() + " sockets.",
                                        "Spread the cards over the sockets.")
                                .withDistance(Math.abs(first - share) + " cards to move"));
                    }
                });
            }
        }
    }

    static void coresAreEnough(Inspection at) {
        for (HostView host : at.hosts()) {
            int wanted = at.limit("coresPerGpu") * host.group().gpusPerHost();
            if (host.cores() < wanted && !host.gpu().form().equals("superchip")) {
                at.add(at.violated(
                                host.name(),
                                host.name() + " has " + host.cores() + " cores for "
                                        + host.group().gpusPerHost() + " GPUs; "
                                        + at.limit("coresPerGpu") + " for each are " + wanted + ".",
                                "Choose CPUs with more cores.")
                        .withDistance((wanted - host.cores()) + " cores too few")
                        .withPath(host.path() + "/coresPerSocket"));
            }
        }
    }

    static void memoryIsTwiceThatOfTheGpus(Inspection at) {
        for (HostView host : at.hosts()) {
            double wanted = at.limit("percentOfGpuMemory")
                    / 100.0
                    * host.group().gpusPerHost()
                    * host.gpu().memory().nominalGb();
            double there = Bytes.ofGib(host.group().memoryGib()).toGb();
            if (there < wanted) {
                at.add(at.violated(
                                host.name(),
                                host.name() + " has " + host.group().memoryGib() + " GiB, its GPUs have "
                                        + host.group().gpusPerHost()
                                                * host.gpu().memory().nominalGb()
                                        + " GB; twice as much is asked for.",
                                "Choose more memory.")
                        .withDistance(Math.round(wanted - there) + " GB too little")
                        .withPath(host.path() + "/memoryGib"));
            }
        }
    }

    static void channelsAreFilledAlike(Inspection at) {
        for (HostView host : at.hosts()) {
            Optional<Integer> modules = at.need(host, HostSettings.DIMMS);
            Optional<Integer> channels = at.need(host, HostSettings.MEMORY_CHANNELS);
            if (modules.isPresent() && channels.isPresent()) {
                int all = host.group().sockets() * channels.get();
                if (modules.get() % all != 0) {
                    at.add(at.wrong(
                                    host,
                                    HostSettings.DIMMS,
                                    modules.get() + " memory modules do not fill " + all + " channels alike.",
                                    "Take " + Math.ceilDiv(modules.get(), all) * all + " modules.")
                            .withDistance((Math.ceilDiv(modules.get(), all) * all - modules.get()) + " modules more"));
                }
            }
        }
    }

    static void clockIsHighEnough(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.get(HostSettings.PATTERN).equals(Optional.of(Pattern.P_2_8_5))) {
                at.need(host, HostSettings.BASE_CLOCK)
                        .filter(clock -> clock * 1000 < at.limit("megahertz"))
                        .ifPresent(clock -> at.add(at.wrong(
                                host,
                                HostSettings.BASE_CLOCK,
                                "The CPU has a base clock of " + clock + " GHz; the reference node has 2 GHz or more.",
                                "Choose a CPU with a higher base clock.")));
            }
        }
    }

    static void cpuHasVectorInstructions(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.machines().stream().anyMatch(machine -> machine.resolved() instanceof ResolvedWorkload.Llm)) {
                at.mustBe(
                        true,
                        host,
                        HostSettings.VECTOR_EXTENSIONS,
                        "The CPU of " + host.name() + " has no AVX; part of the inference runs on it.",
                        "Choose a CPU with AVX2 or AVX-512.");
            }
        }
    }

    static void hostsOfAClusterAreAlike(Inspection at) {
        Map<ResolvedCluster, List<HostView>> clusters = new LinkedHashMap<>();
        at.hosts()
                .forEach(host -> clusters.computeIfAbsent(host.cluster(), each -> new ArrayList<>())
                        .add(host));
        clusters.forEach((cluster, hosts) -> {
            HostView first = hosts.getFirst();
            hosts.stream()
                    .filter(host -> !difference(first, host).isEmpty())
                    .findFirst()
                    .ifPresent(other -> at.add(at.violated(
                                    cluster.cluster().name(),
                                    first.name() + " and " + other.name() + " differ in " + difference(first, other)
                                            + ".",
                                    "Make clusters of equal hosts, or see that every kind has a spare one.")
                            .withPath(other.path() + "/server")));
        });
    }

    private static String difference(HostView one, HostView other) {
        List<String> differences = new ArrayList<>();
        if (!one.group().server().equals(other.group().server())) {
            differences.add("server");
        }
        if (!one.gpu().id().equals(other.gpu().id())) {
            differences.add("GPU");
        }
        if (one.group().gpusPerHost() != other.group().gpusPerHost()) {
            differences.add("number of GPUs");
        }
        if (differ(one, other, HostSettings.NICS)) {
            differences.add("number of NICs");
        }
        if (Stream.of(BiosSettings.IOMMU, BiosSettings.SR_IOV, BiosSettings.ABOVE_4G, BiosSettings.SUB_NUMA)
                .anyMatch(setting -> differ(one, other, setting))) {
            differences.add("BIOS");
        }
        return String.join(", ", differences);
    }

    /** Whether both are stated, and not alike. */
    private static <T> boolean differ(HostView one, HostView other, Setting<T> setting) {
        Optional<T> here = one.get(setting);
        Optional<T> there = other.get(setting);
        return here.isPresent() && there.isPresent() && !here.equals(there);
    }

    static void noBootFromUsb(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.hasPassthrough()) {
                at.need(host, HostSettings.BOOT_DEVICE)
                        .filter(BootDevice.USB::equals)
                        .ifPresent(usb -> at.add(at.wrong(
                                host,
                                HostSettings.BOOT_DEVICE,
                                host.name() + " starts from USB or SD card and passes GPUs through.",
                                "Start it from M.2, internal drives or SAN.")));
            }
        }
    }

    static void dgxRunsWithoutAHypervisor(Inspection at) {
        for (HostView host : at.hosts()) {
            if (at.platform().onVsphere()
                    && host.resolved().server().model().toUpperCase(Locale.ROOT).contains("DGX")
                    && host.hasVgpu()) {
                at.add(at.violated(
                                host.name(),
                                host.resolved().server().model() + " is a DGX; NVIDIA does not support vGPU on it.",
                                "Choose an HGX server of another maker, or run it without a hypervisor.")
                        .withPath(host.path() + "/server"));
            }
        }
    }

    static void thereIsNvme(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.machines().stream().noneMatch(machine -> machine.resolved() instanceof ResolvedWorkload.Tuning)) {
                continue;
            }
            at.need(host, HostSettings.SYSTEM_DRIVES)
                    .filter(drives -> drives < at.limit("systemDrives"))
                    .ifPresent(drives -> at.add(at.wrong(
                            host,
                            HostSettings.SYSTEM_DRIVES,
                            host.name() + " has " + drives + " boot drives; two mirror each other.",
                            "Add a second boot drive.")));
            if (!host.isYes(HostSettings.SHARED_STORAGE)) {
                at.need(host, HostSettings.DATA_NVME)
                        .filter(terabytes -> terabytes <= 0)
                        .ifPresent(none -> at.add(at.wrong(
                                host,
                                HostSettings.DATA_NVME,
                                host.name() + " trains and has no NVMe for data.",
                                "Add NVMe drives, or use shared storage that is as fast.")));
            }
        }
    }
}
