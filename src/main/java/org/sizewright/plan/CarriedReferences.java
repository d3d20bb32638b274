package org.sizewright.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.inventory.ServerNames;
import org.sizewright.library.AccessFunction;
import org.sizewright.library.AccuracyBand;
import org.sizewright.library.Chassis;
import org.sizewright.library.ChecklistStep;
import org.sizewright.library.Engine;
import org.sizewright.library.GenerationStack;
import org.sizewright.library.GgufMix;
import org.sizewright.library.GgufType;
import org.sizewright.library.GlossaryTerm;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.KnownContradiction;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.LoadPreset;
import org.sizewright.library.MigGeometry;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.MigSetId;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelFamily;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.Optimiser;
import org.sizewright.library.Price;
import org.sizewright.library.RecordCodec;
import org.sizewright.library.RetrievalRecord;
import org.sizewright.library.Rule;
import org.sizewright.library.SourceRecord;
import org.sizewright.library.SupportRecord;
import org.sizewright.library.ThroughputModel;
import org.sizewright.library.TrainingObjective;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TuningMethod;
import org.sizewright.library.VgpuType;
import org.sizewright.library.VmotionStun;

/**
 * What a saved plan is resolved against on this machine: the records that it carries, then those of this machine. For GPUs and
 * servers that it carries, only carried vGPU types, MIG sets and chassis count, so that nothing of this machine changes the plan.
 * What the plan did not use when it was saved comes from this machine, as far as it does not need one of those.
 */
public final class CarriedReferences implements References {
    private final Library library;
    private final Map<EntryId, CatalogEntry> carriedServers;
    private final Function<EntryId, Optional<CatalogEntry>> catalogHere;
    private final Optional<LocalDate> carriedDay;
    private final Optional<LocalDate> dayHere;
    private final List<String> differences;

    private CarriedReferences(
            Library library,
            Map<EntryId, CatalogEntry> carriedServers,
            Function<EntryId, Optional<CatalogEntry>> catalogHere,
            Optional<LocalDate> carriedDay,
            Optional<LocalDate> dayHere,
            List<String> differences) {
        this.library = library;
        this.carriedServers = carriedServers;
        this.catalogHere = catalogHere;
        this.carriedDay = carriedDay;
        this.dayHere = dayHere;
        this.differences = List.copyOf(differences);
    }

    public static CarriedReferences of(
            SavedPlan saved, Library here, Function<EntryId, Optional<CatalogEntry>> catalogHere) {
        return of(saved, here, catalogHere, Optional.empty());
    }

    /** @param dayHere the day for which the list of this machine holds */
    public static CarriedReferences of(
            SavedPlan saved,
            Library here,
            Function<EntryId, Optional<CatalogEntry>> catalogHere,
            Optional<LocalDate> dayHere) {
        Map<EntryId, CatalogEntry> servers = new HashMap<>();
        saved.servers().forEach(server -> servers.put(server.id(), server));
        Sealed sealed = Sealed.of(saved);
        List<LibraryRecord> records = new ArrayList<>(saved.records().records());
        for (LibraryRecord record : here.records()) {
            if (saved.records().find(record.kind(), record.key()).isEmpty()) {
                sealed.admit(record).ifPresent(records::add);
            }
        }
        return new CarriedReferences(
                Library.of(records).markedLike(saved.records(), here),
                Map.copyOf(servers),
                catalogHere,
                saved.catalog().flatMap(CatalogStamp::asOf),
                dayHere,
                differences(saved, sealed, here, catalogHere));
    }

    @Override
    public Library library() {
        return library;
    }

    @Override
    public Optional<CatalogEntry> server(EntryId id) {
        return Optional.ofNullable(carriedServers.get(id)).or(() -> catalogHere.apply(id));
    }

    @Override
    public Optional<LocalDate> listedOn(EntryId id) {
        return carriedServers.containsKey(id) ? carriedDay : dayHere;
    }

    /**
     * What would change if the plan took the records of this machine: carried records that this machine has in another form, and
     * records of this machine that were kept away from what the plan carries. Each as {@code kind/key}, such as
     * {@code gpus/h100-sxm-80} or {@code servers/dell-technologies/...}; servers first, sorted.
     */
    public List<String> differences() {
        return differences;
    }

    private static List<String> differences(
            SavedPlan saved, Sealed sealed, Library here, Function<EntryId, Optional<CatalogEntry>> catalogHere) {
        Stream<String> servers = saved.servers().stream()
                .filter(server -> catalogHere
                        .apply(server.id())
                        .filter(other -> !sameContent(server, other))
                        .isPresent())
                .map(server -> "servers/" + server.id());
        Stream<String> records = here.records().stream()
                .filter(record -> saved.records()
                        .find(record.kind(), record.key())
                        .map(carried -> !RecordCodec.sha256Of(carried).equals(RecordCodec.sha256Of(record)))
                        .orElseGet(() -> !sealed.admit(record).equals(Optional.of(record))))
                .map(record -> record.kind().word() + "/" + record.key());
        return Stream.concat(servers.sorted(), records.sorted()).toList();
    }

    /** Where a row stands in which export, and who told its class, says nothing about the server. */
    private static boolean sameContent(CatalogEntry one, CatalogEntry other) {
        return one.equals(new CatalogEntry(
                other.id(),
                other.vendor(),
                other.model(),
                other.gpu(),
                other.maxGpu(),
                other.cpu(),
                other.maxCpu(),
                other.validation(),
                other.validationText(),
                one.systemClass().saysTheSameAs(other.systemClass()) ? one.systemClass() : other.systemClass(),
                other.extra(),
                one.raw()));
    }

    /** What the plan carries and nothing of this machine may add to. */
    private record Sealed(
            Set<GpuId> gpus, Set<MigSetId> migSets, List<CatalogEntry> servers, List<InventoryHost> existing) {
        static Sealed of(SavedPlan saved) {
            List<Gpu> gpus = saved.records().gpus();
            return new Sealed(
                    gpus.stream().map(Gpu::id).collect(Collectors.toSet()),
                    gpus.stream().flatMap(gpu -> gpu.migProfileSet().stream()).collect(Collectors.toSet()),
                    saved.servers(),
                    saved.plan().site().existingHosts());
        }

        private boolean isCarried(Chassis chassis) {
            return servers.stream().anyMatch(server -> ServerNames.isOf(chassis, server.vendor(), server.model()))
                    || existing.stream().anyMatch(host -> ServerNames.isOf(chassis, host.vendor(), host.model()));
        }

        /** A record of this machine that the plan does not carry, as far as it leaves alone what the plan does carry. */
        Optional<LibraryRecord> admit(LibraryRecord record) {
            return switch (record) {
                case VgpuType type -> withoutCarriedGpus(type);
                case MigProfileSet set -> unless(migSets.contains(set.id()), set);
                case Chassis chassis -> unless(isCarried(chassis), chassis);
                case Gpu gpu -> Optional.of(gpu);
                case ModelArchitecture model -> Optional.of(model);
                case NumberFormat format -> Optional.of(format);
                case GgufType type -> Optional.of(type);
                case GgufMix mix -> Optional.of(mix);
                case GenerationStack stack -> Optional.of(stack);
                case Engine engine -> Optional.of(engine);
                case ModelFamily family -> Optional.of(family);
                case AccuracyBand band -> Optional.of(band);
                case ThroughputModel throughput -> Optional.of(throughput);
                case Optimiser optimiser -> Optional.of(optimiser);
                case TuningMethod method -> Optional.of(method);
                case TrainingStack stack -> Optional.of(stack);
                case TrainingObjective objective -> Optional.of(objective);
                case RetrievalRecord retrieval -> Optional.of(retrieval);
                case SupportRecord support -> Optional.of(support);
                case MigGeometry geometry -> Optional.of(geometry);
                case KnownContradiction contradiction -> Optional.of(contradiction);
                case Price price -> Optional.of(price);
                case LoadPreset preset -> Optional.of(preset);
                case VmotionStun stun -> Optional.of(stun);
                case AccessFunction function -> Optional.of(function);
                case Rule rule -> Optional.of(rule);
                case ChecklistStep step -> Optional.of(step);
                case GlossaryTerm term -> Optional.of(term);
                case SourceRecord source -> Optional.of(source);
            };
        }

        private static Optional<LibraryRecord> unless(boolean kept, LibraryRecord record) {
            return kept ? Optional.empty() : Optional.of(record);
        }

        private Optional<LibraryRecord> withoutCarriedGpus(VgpuType type) {
            Set<GpuId> others = new HashSet<>(type.gpuIds());
            // plans use no other series, and the plan would not carry them
            if (type.series() != VgpuType.Series.C || !others.removeAll(gpus)) {
                return Optional.of(type);
            }
            if (others.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(type.withGpuIds(
                    type.gpuIds().stream().filter(others::contains).toList()));
        }
    }
}
