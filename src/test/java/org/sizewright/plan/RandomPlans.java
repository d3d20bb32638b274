package org.sizewright.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sizewright.FineTunings;
import org.sizewright.StatedSetup;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.GpuForm;
import org.sizewright.catalog.GpuName;
import org.sizewright.catalog.RawRow;
import org.sizewright.catalog.SystemClass;
import org.sizewright.catalog.Validation;
import org.sizewright.inventory.Fittings;
import org.sizewright.inventory.FreeSlots;
import org.sizewright.inventory.InstalledGpu;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.inventory.PowerSupplies;
import org.sizewright.inventory.VmLoad;
import org.sizewright.library.Chassis;
import org.sizewright.library.EngineId;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.RecordKind;
import org.sizewright.library.VectorElementId;
import org.sizewright.library.VectorIndexId;
import org.sizewright.partition.PartitionMode;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/** Plans from a seed, over the bundled library and some invented catalog entries. The same seed gives the same plan. */
public final class RandomPlans {
    private static final List<String> HOSTILE = List.of(
            "\"quoted\" \\ back\\slash",
            "two\nlines\r\nand\ta tab",
            "emoji \uD83D\uDE80\uD83D\uDC69\u200D\uD83D\uDE80 and \u00E4\u00F6\u00FC\u00DF",
            "half a pair \uD83D, the other half \uDE80",
            "control \u0000\u0007\u001B\u0085\u2028\u2029\uFEFF\uFFFF",
            "{\"plan\":{}}, // */ <!-- ]]>",
            "=HYPERLINK(\"x\")",
            "\u202Eright to left\u202C \u0645\u0631\u062D\u0628\u0627",
            " spaces around ",
            "null",
            "x".repeat(10_000));
    private static final List<String> CHIPS_AND_GPUS = List.of(
            "H100|SXM|h100-sxm-80",
            "L40S|PCIE|l40s",
            "A100|PCIE|a100-pcie-80",
            "H100|NVL|h100-nvl-94",
            "RTX PRO 6000|PCIE|rtx-pro-6000-se",
            "A30|PCIE|a30");

    private final Random random;
    private final Random training;
    private final Random terms;
    private final boolean wild;
    private final Library library;
    private final List<CatalogEntry> servers = servers();

    private RandomPlans(long seed, boolean wild, Library library) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        this.training = new Random(seed * 0x9E3779B97F4A7C15L + 2);
        this.terms = new Random(seed * 0x9E3779B97F4A7C15L + 3);
        this.wild = wild;
        this.library = library;
    }

    /** A plan of moderate size whose ids can all be found in the bundled library and {@link #servers()}. */
    public static Plan plan(long seed) {
        return new RandomPlans(seed, false, BUNDLED.get()).plan();
    }

    /** A plan with hostile texts, values at the ends of what is allowed, and ids that lead nowhere. */
    public static Plan wild(long seed) {
        return new RandomPlans(seed, true, BUNDLED.get()).plan();
    }

    /** The invented catalog entries that {@link #plan} names: models that the library has a chassis for, and some it has not. */
    public static List<CatalogEntry> servers() {
        List<String> models = List.of(
                "Dell|PowerEdge XE7740",
                "Lenovo|ThinkSystem SR675 V3",
                "Supermicro|SYS-422GA-NRT",
                "Invented Computers|Rack Box 9000");
        List<CatalogEntry> entries = new ArrayList<>();
        for (String model : models) {
            for (String gpu : CHIPS_AND_GPUS) {
                entries.add(server(model.split("\\|")[0], model.split("\\|")[1], gpu, entries.size() + 2));
            }
        }
        return entries;
    }

    /** The bundled library and {@link #servers()}. */
    public static References references() {
        List<CatalogEntry> entries = servers();
        return new References() {
            @Override
            public Library library() {
                return BUNDLED.get();
            }

            @Override
            public Optional<CatalogEntry> server(EntryId id) {
                return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
            }
        };
    }

    private static final Supplier<Library> BUNDLED = new Supplier<>() {
        private final Library library = LibraryReader.bundled().library();

        @Override
        public Library get() {
            return library;
        }
    };

    private static CatalogEntry server(String vendor, String model, String gpu, int row) {
        String[] parts = gpu.split("\\|");
        String key =
                (vendor + "/" + model + "/" + parts[2]).toLowerCase(Locale.ROOT).replace(' ', '-');
        return new CatalogEntry(
                new EntryId(key),
                vendor,
                model,
                new GpuName(
                        parts[0],
                        Optional.of(parts[0]),
                        Optional.of(GpuForm.valueOf(parts[1])),
                        OptionalInt.empty(),
                        Optional.of(parts[0]),
                        Optional.empty(),
                        Set.of(),
                        List.of(),
                        GpuName.Confidence.EXACT),
                OptionalInt.of(8),
                "Intel Xeon",
                row % 2 == 0 ? OptionalInt.of(2) : OptionalInt.empty(),
                Validation.CERTIFIED,
                "NVIDIA-Certified",
                new SystemClass(SystemClass.Kind.DATA_CENTER, "Data Center"),
                Map.of("Network", "ConnectX-7"),
                new RawRow("Servers", row, List.of(vendor, model, parts[0])));
    }

    private Plan plan() {
        List<Workload> workloads = new ArrayList<>();
        int count = between(wild ? 0 : 1, 5);
        for (int i = 0; i < count; i++) {
            workloads.add(
                    switch (random.nextInt(5)) {
                        case 0 -> retrieval(i);
                        case 1, 2 -> llm(i);
                        default -> vms(i);
                    });
        }
        List<Option> options = IntStream.rangeClosed(1, between(1, 3))
                .mapToObj(number -> option(number, workloads))
                .toList();
        Plan plan = new Plan(header(), site(), workloads, options, pick(options).id(), some(3, number -> override()));
        return withTerms(training.nextBoolean() ? withTraining(plan) : plan);
    }

    /** From a seed of its own, so that plans keep what they had before there was training. */
    private Plan withTraining(Plan plan) {
        WorkloadId id = WorkloadId.of("wt");
        Plan changed = plan.withWorkload(
                FineTunings.random(training, wild, id, wild ? HOSTILE.get(training.nextInt(5)) : "Training"));
        Option option = changed.options().getFirst();
        return changed.withOption(option.withAssignment(
                Assignment.of(id, option.clusters().getFirst().id())
                        .withTraining(FineTunings.randomLayout(training, wild))));
    }

    /** From a seed of its own, as {@link #withTraining}. */
    private Plan withTerms(Plan plan) {
        Plan changed = plan;
        for (Workload workload : plan.workloads()) {
            if (terms.nextInt(3) == 0) {
                changed = changed.withWorkload(
                        workload.withTerms(new RunTerms(wild ? labels() : Labels.NONE, windows())));
            }
        }
        return changed;
    }

    private Labels labels() {
        List<String> names = List.of("training", "inference", "Zone A", wild ? "\u202Eodd \uD83D\uDE80" : "gpu");
        return new Labels(names.stream().filter(name -> terms.nextInt(6) == 0).toList());
    }

    private WeeklyWindows windows() {
        WeeklyWindows windows = WeeklyWindows.ALWAYS;
        for (int i = terms.nextInt(4); i > 0; i--) {
            Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + terms.nextInt(7)), DayOfWeek.of(1 + terms.nextInt(7)));
            int from = terms.nextInt(WeeklyWindows.DAY);
            int to = (from + 1 + terms.nextInt(WeeklyWindows.DAY - 1)) % WeeklyWindows.DAY;
            windows = windows.withWindow(WeeklyWindows.Window.of(days, from, to));
        }
        return windows;
    }

    private Header header() {
        return new Header(
                text("Plan"),
                wild ? "" : text("Customer"),
                text("Project"),
                text("Author"),
                LocalDate.of(2026, 1, 1).plusDays(wild ? between(-900_000, 4_000_000) : between(0, 700)),
                size(0, 100_000, 7),
                random.nextBoolean() ? "" : text("Notes"));
    }

    private Site site() {
        return new Site(
                text("Site"),
                pick(List.of(Site.Connectivity.values())),
                some(
                        6,
                        number -> new Rack(
                                RackId.of("r" + number),
                                text("Rack"),
                                watts(17_300),
                                between(1, 2),
                                size(1, 100, 48),
                                maybe(() -> kilograms(1500)),
                                maybe(() -> watts(20_000)),
                                random.nextBoolean()
                                        ? Rack.Existing.NOTHING
                                        : new Rack.Existing(watts(2000), between(0, 20), kilograms(300)))),
                some(4, number -> existingHost("esx" + number)));
    }

    private InventoryHost existingHost(String name) {
        return new InventoryHost(
                name,
                text("Vendor"),
                text("Model"),
                text("Cluster"),
                maybe(() -> between(1, 4)),
                maybe(() -> size(1, 1024, 32)),
                maybe(() -> Bytes.ofMib(size(1024, 1_048_576, 524_288))),
                text("ESXi"),
                text("Xeon"),
                maybe(() ->
                        new VmLoad(size(0, 100_000, 20), size(0, 1_000_000, 100), Bytes.ofMib(size(0, 9_999, 999)))),
                new Fittings(
                        maybe(() -> some(
                                3,
                                number -> new FreeSlots(
                                        number,
                                        pick(List.of(FreeSlots.Width.values())),
                                        maybe(() -> between(3, 6)),
                                        maybe(() -> 16),
                                        maybe(() -> watts(300))))),
                        maybe(() -> new Fittings.Riser(random.nextBoolean(), text("Riser"))),
                        maybe(() -> new PowerSupplies(
                                between(2, 8), watts(2000), maybe(() -> pick(List.of(Chassis.Redundancy.values()))))),
                        maybe(() -> watts(800)),
                        maybe(() -> some(2, number -> new InstalledGpu("L4", number, maybe(() -> GpuId.of("l4"))))),
                        maybe(() -> Bytes.ofGib(32))),
                maybe(() -> new InventoryHost.InventoryRow("file", new RawRow(text("vHost"), 2, List.of(name, "")))));
    }

    private Origin origin(int hosts, int gpus) {
        return wild && hosts < 20 && random.nextBoolean()
                ? new Origin.Existing(
                        IntStream.rangeClosed(1, hosts)
                                .mapToObj(number -> "esx" + number)
                                .toList(),
                        between(0, gpus))
                : Origin.toBuy();
    }

    private Workload llm(int number) {
        return new Workload.LlmServing(
                WorkloadId.of("w" + number),
                text("Chat"),
                ModelId.of(key(RecordKind.MODEL)),
                NumberFormatId.of(pick(List.of("bf16", "fp8", "awq-int4-g128"))),
                NumberFormatId.of(pick(List.of("bf16", "fp8"))),
                EngineId.of(key(RecordKind.ENGINE)),
                size(1, Workload.LlmServing.MAX_CONTEXT, 16_384),
                size(1, Workload.LlmServing.MAX_CONCURRENCY, 64),
                maybe(this::traffic),
                random.nextInt(3) == 0
                        ? EngineSettings.DEFAULT
                        : new EngineSettings(
                                maybe(() -> wild ? between(1, 100) : between(80, 95)),
                                maybe(() -> size(1, 1_000_000, 256)),
                                maybe(() -> size(1, 100_000_000, 8192)),
                                maybe(() -> size(1, 65_536, 16)),
                                maybe(() -> (double) between(0, 100))),
                vm(),
                pick(List.of(Survival.values())));
    }

    private Workload vms(int number) {
        return new Workload.GpuVms(
                WorkloadId.of("w" + number),
                text("Notebooks"),
                pick(List.of(Workload.GpuVms.Sharing.values())),
                size(1, 1_000_000, 40),
                size(1, 1024, 24),
                vm(),
                pick(List.of(Survival.values())));
    }

    private Workload retrieval(int number) {
        int passage = size(2, Retrieval.MAX_CHUNK, 512);
        return new Retrieval(
                WorkloadId.of("w" + number),
                text("Search"),
                new Corpus(
                        size(1, Retrieval.MAX_DOCUMENTS, 40_000),
                        wild ? 0.01 + random.nextDouble() : between(1, 40),
                        size(1, 1_000_000, 500),
                        maybe(() -> (double) size(1, 2_000_000_000, 50_000_000)),
                        passage,
                        between(0, passage - 1),
                        wild ? random.nextDouble() * 100_000 : between(0, 10),
                        wild ? 0.01 + random.nextDouble() : between(1, 200)),
                new VectorStore(
                        VectorIndexId.of(key(RecordKind.VECTOR_INDEX)),
                        VectorElementId.of(key(RecordKind.VECTOR_ELEMENT)),
                        maybe(() -> size(1, Retrieval.MAX_DIMENSIONS, 1024)),
                        size(1, 1024, 32),
                        size(1, 100_000_000, 4096),
                        size(1, Retrieval.MAX_DIMENSIONS, 64),
                        between(1, 24),
                        maybe(() -> 1 + random.nextDouble() * 9),
                        size(1, 1000, 2),
                        pick(List.of(VectorStore.Originals.values())),
                        size(0, 100_000_000, 200),
                        maybe(() -> (double) between(0, 10_000))),
                new Retrieval.Queries(
                        maybe(() -> random.nextDouble() * (wild ? 1e9 : 20)),
                        size(0, Retrieval.MAX_DOCUMENTS, 500),
                        size(0, 1_000_000, 12),
                        size(1, Retrieval.MAX_CHUNK, 50),
                        size(1, 1_000_000, 40),
                        size(1, 100_000_000, 1000)),
                EngineId.of(key(RecordKind.ENGINE)),
                service(),
                maybe(this::service),
                maybe(this::service),
                vm(),
                vm(),
                pick(List.of(Survival.values())));
    }

    private Retrieval.Service service() {
        return new Retrieval.Service(
                ModelId.of(key(RecordKind.MODEL)),
                NumberFormatId.of(pick(List.of("bf16", "fp8", "awq-int4-g128"))),
                maybe(() -> wild ? random.nextDouble() * 1e12 + 1 : (double) between(1000, 500_000)));
    }

    private VmShape vm() {
        return new VmShape(size(1, 1024, 32), size(1, 65_536, 256));
    }

    private Traffic traffic() {
        int share = between(1, 99);
        return new Traffic(
                size(1, Traffic.MAX_USERS, 300),
                between(1, 100),
                between(1, 60),
                List.of(
                        new Traffic.RequestKind("short", share, size(1, 100_000, 800), size(1, 100_000, 200)),
                        new Traffic.RequestKind("long", 100 - share, size(1, 100_000, 6000), size(1, 100_000, 500))),
                between(0, 90),
                between(1, 30),
                between(5, 200));
    }

    private Option option(int number, List<Workload> workloads) {
        List<Cluster> clusters =
                IntStream.rangeClosed(1, between(1, 3)).mapToObj(this::cluster).toList();
        List<Assignment> assignments = new ArrayList<>();
        for (Workload workload : workloads) {
            if (random.nextInt(5) > 0) {
                assignments.add(new Assignment(
                                workload.id(),
                                wild && random.nextBoolean()
                                        ? ClusterId.of("nowhere")
                                        : pick(clusters).id(),
                                wild ? between(1, 64) : pick(List.of(1, 2, 4, 8)),
                                wild ? between(1, 64) : 1,
                                wild ? between(1, 64) : 1,
                                wild ? maybe(() -> text("profile")) : Optional.empty())
                        .withDevices(new VmDevices(
                                wild ? between(1, 8) : 1,
                                wild ? maybe(() -> text("profile")).stream().toList() : List.of(),
                                pick(List.of(VmDevices.Joined.values())),
                                random.nextBoolean())));
            }
        }
        Option option = new Option(
                OptionId.of("o" + number),
                text("Option"),
                pick(List.of(Option.Platform.values())),
                clusters,
                assignments,
                wild ? pins(workloads, clusters) : List.of(),
                Setup.UNKNOWN,
                wild ? progress() : Progress.NOTHING);
        return random.nextBoolean() ? StatedSetup.of(option) : option;
    }

    private Progress progress() {
        Progress progress = Progress.NOTHING;
        for (int number = random.nextInt(4); number > 0; number--) {
            progress = progress.with(
                    new StepKey("step-" + number, random.nextBoolean() ? "g" + number : ""),
                    state -> new StepState(
                            pick(List.of(StepState.Status.values())),
                            random.nextBoolean() ? "Owner" : "",
                            maybe(() -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900))),
                            text("Note")
                                    .lines()
                                    .findFirst()
                                    .filter(line -> line.length() < 1000)
                                    .orElse("")));
        }
        return progress;
    }

    private List<Pin> pins(List<Workload> workloads, List<Cluster> clusters) {
        List<Pin> pins = new ArrayList<>();
        for (int number = 1; number <= random.nextInt(4) && !workloads.isEmpty(); number++) {
            Cluster cluster = pick(clusters);
            pins.add(new Pin(
                    cluster.id(),
                    pick(workloads).id().value(),
                    number,
                    pick(cluster.groups()).id(),
                    between(1, 9),
                    random.nextBoolean()
                            ? List.of(new Pin.Share(between(1, 8), Optional.empty()))
                            : List.of(new Pin.Share(
                                    between(1, 8),
                                    Optional.of(new Pin.Place(PartitionMode.MIG, text("profile"), between(0, 7)))))));
        }
        return pins;
    }

    private Cluster cluster(int number) {
        int groups = between(1, 3);
        // one group on AUTO, none, or in wild plans any of them
        int auto = random.nextInt(groups + 1);
        return new Cluster(
                ClusterId.of("c" + number),
                text("Cluster"),
                between(0, wild ? 2 : 1),
                pick(List.of(Cluster.VgpuMode.values())),
                pick(List.of(Cluster.GpuPolicy.values())),
                wild ? pick(List.of(HostObjective.values())) : HostObjective.FEWEST_HOSTS,
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(wild ? between(1, 800) : 25),
                IntStream.range(0, groups)
                        .mapToObj(index ->
                                group("g" + number + "x" + index, index == auto || wild && random.nextInt(3) == 0))
                        .toList());
    }

    private HostGroup group(String id, boolean auto) {
        CatalogEntry server = pick(servers);
        String gpu = CHIPS_AND_GPUS.stream()
                .map(line -> line.split("\\|")[2])
                .filter(name -> server.id().value().endsWith(name))
                .findFirst()
                .orElseThrow();
        int memory = size(1, 1_048_576, 2048);
        int gpus = wild ? between(1, 72) : between(2, 8);
        HostCount count = auto ? HostCount.auto() : HostCount.of(wild ? edge(1, 10_000) : between(1, 6));
        return new HostGroup(
                GroupId.of(id),
                text("Hosts"),
                wild && random.nextInt(4) == 0 ? new EntryId("no/such/server") : server.id(),
                GpuId.of(wild && random.nextInt(4) == 0 ? "no \"such\" GPU" : gpu),
                gpus,
                count,
                between(1, wild ? 16 : 2),
                wild ? edge(1, 1024) : between(32, 96),
                wild ? 0.1 + random.nextDouble() * 31.9 : pick(List.of(1.0, 2.0, 1.5)),
                memory,
                random.nextBoolean() ? 0 : between(0, Math.min(memory, 64)),
                random.nextBoolean()
                        ? HostGroup.Typed.NOTHING
                        : new HostGroup.Typed(
                                maybe(() -> watts(1200)), maybe(() -> between(1, 60)), maybe(() -> kilograms(60))),
                count instanceof HostCount.Fixed fixed ? origin(fixed.hosts(), gpus) : Origin.toBuy(),
                labels());
    }

    private RuleOverride override() {
        return new RuleOverride(text("rule"), random.nextBoolean() ? "" : text("subject"), text("reason"), text("by"));
    }

    private String key(RecordKind kind) {
        if (wild && random.nextInt(4) == 0) {
            return pick(HOSTILE);
        }
        List<String> keys = library.records().stream()
                .filter(record -> record.kind() == kind)
                .map(LibraryRecord::key)
                .toList();
        return pick(keys);
    }

    private String text(String what) {
        return wild && random.nextInt(3) == 0 ? pick(HOSTILE) : what + " " + random.nextInt(100);
    }

    private Watts watts(double usual) {
        return Watts.of(amount(usual));
    }

    private Kilograms kilograms(double usual) {
        return Kilograms.of(amount(usual));
    }

    private double amount(double usual) {
        return wild
                ? pick(List.of(
                        0.0, -0.0, 0.1 + 0.2, Double.MIN_VALUE, 1e300, 9_007_199_254_740_993.0, random.nextDouble()))
                : Math.round(usual * (0.8 + 0.4 * random.nextDouble()));
    }

    private int size(int min, int max, int usual) {
        return wild ? edge(min, max) : between(Math.max(min, usual / 2), usual);
    }

    private int edge(int min, int max) {
        return switch (random.nextInt(4)) {
            case 0 -> min;
            case 1 -> max;
            default -> between(min, max);
        };
    }

    private int between(int min, int max) {
        return random.nextInt(min, max + 1);
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(int most, IntFunction<T> item) {
        return IntStream.rangeClosed(1, between(0, most)).mapToObj(item).toList();
    }
}
