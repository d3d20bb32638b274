package org.sizewright.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;
import org.sizewright.library.model.Ending;
import org.sizewright.library.model.ModelConfig;
import org.sizewright.library.model.ShapeReader;
import org.sizewright.library.model.ShapeResult;

/**
 * All reference facts, by kind and key, immutable. A record of a user's own library is marked with its file, and every source
 * that is quoted from it says so.
 */
public final class Library {
    /** Title of a source that names no more than the library itself. */
    public static final String NOTHING_QUOTED = "library";

    private static final Library EMPTY = new Library(Map.of(), Map.of());

    private final Map<RecordKind, Map<String, LibraryRecord>> records;
    private final Map<Name, String> ownFiles;
    /** By the type that a configuration names. */
    private final Map<String, ModelFamily> families = new HashMap<>();

    private Library(Map<RecordKind, Map<String, LibraryRecord>> records, Map<Name, String> ownFiles) {
        this.records = records;
        this.ownFiles = ownFiles;
        all(RecordKind.MODEL_FAMILY, ModelFamily.class)
                .forEach(family -> family.types().forEach(type -> families.putIfAbsent(type, family)));
    }

    private record Name(RecordKind kind, String key) {
        static Name of(LibraryRecord record) {
            return new Name(record.kind(), record.key());
        }
    }

    public static Library empty() {
        return EMPTY;
    }

    /** A library of these records; of two with the same kind and key the later one stays, in the place of the first. */
    public static Library of(Collection<? extends LibraryRecord> records) {
        return EMPTY.with(records);
    }

    /** This library under the other one: where both have a record of the same kind and key, the other's is taken. */
    public Library overlay(Library other) {
        return with(other.records()).markedLike(other, this);
    }

    /** The same records, marked as in the first of these libraries that has a record of that kind and key. */
    public Library markedLike(Library... models) {
        Map<LibraryRecord, String> marks = new LinkedHashMap<>();
        for (LibraryRecord record : records()) {
            Stream.of(models)
                    .filter(model -> model.find(record.kind(), record.key()).isPresent())
                    .findFirst()
                    .flatMap(model -> model.ownFile(record))
                    .ifPresent(file -> marks.put(record, file));
        }
        return withOwnFiles(marks);
    }

    /** The same records; those in the map are a user's own, of that file. */
    Library withOwnFiles(Map<LibraryRecord, String> files) {
        Map<Name, String> marks = new LinkedHashMap<>();
        files.forEach((record, file) -> marks.put(Name.of(record), file));
        return new Library(records, Collections.unmodifiableMap(marks));
    }

    /** The file of a user's own library that holds the record of this kind and key; empty if it came with the application. */
    public Optional<String> ownFile(LibraryRecord record) {
        return Optional.ofNullable(ownFiles.get(Name.of(record)));
    }

    /** The records of a user's own library, by kind. */
    public List<LibraryRecord> ownRecords() {
        return records().stream().filter(record -> ownFile(record).isPresent()).toList();
    }

    /** A source as it is quoted for that record: one for a user's own record says so, with its file. */
    public Source mark(LibraryRecord owner, Source source) {
        return ownFile(owner)
                .map(file -> Source.of(
                        "own record, " + file + (source.title().equals(NOTHING_QUOTED) ? "" : ": " + source.title()),
                        source.where(),
                        source.asOf(),
                        source.evidence()))
                .orElse(source);
    }

    private Library with(Collection<? extends LibraryRecord> added) {
        Map<RecordKind, Map<String, LibraryRecord>> all = new EnumMap<>(RecordKind.class);
        records.forEach((kind, byKey) -> all.put(kind, new LinkedHashMap<>(byKey)));
        for (LibraryRecord addition : added) {
            all.computeIfAbsent(addition.kind(), kind -> new LinkedHashMap<>()).put(addition.key(), addition);
        }
        all.replaceAll((kind, byKey) -> Collections.unmodifiableMap(byKey));
        return new Library(all, ownFiles);
    }

    /** Every record, by kind, in the order of the files. */
    public List<LibraryRecord> records() {
        List<LibraryRecord> all = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            all.addAll(byKey(kind).values());
        }
        return List.copyOf(all);
    }

    public Optional<LibraryRecord> find(RecordKind kind, String key) {
        return Optional.ofNullable(byKey(kind).get(key));
    }

    public List<Gpu> gpus() {
        return all(RecordKind.GPU, Gpu.class);
    }

    public List<MigProfileSet> migProfileSets() {
        return all(RecordKind.MIG_PROFILES, MigProfileSet.class);
    }

    public List<VgpuType> vgpuTypes() {
        return all(RecordKind.VGPU_TYPE, VgpuType.class);
    }

    public List<ModelArchitecture> models() {
        return all(RecordKind.MODEL, ModelArchitecture.class);
    }

    public List<ModelFamily> modelFamilies() {
        return all(RecordKind.MODEL_FAMILY, ModelFamily.class);
    }

    /**
     * What the model is made of: by its totals, else by its configuration and the traits of the family that it names. Refused,
     * with reasons, if nobody has described that family or the configuration cannot be.
     */
    public ShapeResult shape(ModelArchitecture model) {
        if (model.totals().isPresent()) {
            return new ShapeResult.Known(model.totals().get().toShape());
        }
        Optional<ModelFamily> family = familyOf(model);
        if (family.isEmpty()) {
            return new ShapeResult.Refused(List.of("how models of the family \"" + model.family()
                    + "\" are put together is not known here: enter the totals of " + model.name()
                    + " (parameters, layers, heads, vocabulary) yourself"));
        }
        ModelConfig config = model.config().orElseThrow();
        return ShapeReader.read(
                config, family.get().traits(), useOf(model) == ModelUse.EMBEDDING ? Ending.VECTOR : Ending.of(config));
    }

    /** What the model was made for: as its record says, else as its configuration and its family let expect. */
    public ModelUse useOf(ModelArchitecture model) {
        return model.use().orElseGet(() -> ModelUse.of(model, familyOf(model)));
    }

    /** All models, those that were made for that use first; otherwise in the order of the files. */
    public List<ModelArchitecture> modelsFor(ModelUse use) {
        List<ModelArchitecture> suited = new ArrayList<>();
        List<ModelArchitecture> others = new ArrayList<>();
        models().forEach(model -> (useOf(model) == use ? suited : others).add(model));
        suited.addAll(others);
        return suited;
    }

    public List<NumberFormat> numberFormats() {
        return all(RecordKind.NUMBER_FORMAT, NumberFormat.class);
    }

    public List<GgufType> ggufTypes() {
        return all(RecordKind.GGUF_TYPE, GgufType.class);
    }

    public List<GgufMix> ggufMixes() {
        return all(RecordKind.GGUF_MIX, GgufMix.class);
    }

    public Optional<GgufType> ggufType(String id) {
        return find(RecordKind.GGUF_TYPE, id).map(GgufType.class::cast);
    }

    /** By its name or another name of it, in whatever case. */
    public Optional<GgufMix> ggufMix(String name) {
        return ggufMixes().stream()
                .filter(mix -> mix.id().equalsIgnoreCase(name)
                        || mix.aliases().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    public List<GenerationStack> generationStacks() {
        return all(RecordKind.GENERATION_STACK, GenerationStack.class);
    }

    public Optional<GenerationStack> generationStack(String id) {
        return find(RecordKind.GENERATION_STACK, id).map(GenerationStack.class::cast);
    }

    /** The family that the model's configuration names; empty if nobody has described it. */
    public Optional<ModelFamily> familyOf(ModelArchitecture model) {
        return Optional.ofNullable(families.get(model.family()));
    }

    public List<Engine> engines() {
        return all(RecordKind.ENGINE, Engine.class);
    }

    public List<AccuracyBand> accuracyBands() {
        return all(RecordKind.ACCURACY_BAND, AccuracyBand.class);
    }

    public Optional<AccuracyBand> accuracyBand(String id) {
        return find(RecordKind.ACCURACY_BAND, id).map(AccuracyBand.class::cast);
    }

    /** Loads to start from, in the order of the file. */
    public List<LoadPreset> loadPresets() {
        return all(RecordKind.LOAD_PRESET, LoadPreset.class);
    }

    /** How long machines with vGPUs stand still while they move; empty where the library does not say it. */
    public Optional<VmotionStun> vmotionStun() {
        return all(RecordKind.VMOTION_STUN, VmotionStun.class).stream().findFirst();
    }

    /** What works in which way of reaching GPUs, in the order of the file. */
    public List<AccessFunction> accessFunctions() {
        return all(RecordKind.ACCESS_FUNCTION, AccessFunction.class);
    }

    /** What plans are held against, in the order of the file. */
    public List<Rule> rules() {
        return all(RecordKind.RULE, Rule.class);
    }

    /** Steps of checklists, in the order in which they are worked through. */
    public List<ChecklistStep> checklistSteps() {
        return all(RecordKind.CHECKLIST_STEP, ChecklistStep.class);
    }

    /** The words of the field, in the order of the file. */
    public List<GlossaryTerm> glossary() {
        return all(RecordKind.GLOSSARY_TERM, GlossaryTerm.class);
    }

    public List<ThroughputModel> throughputModels() {
        return all(RecordKind.THROUGHPUT_MODEL, ThroughputModel.class);
    }

    /**
     * What estimates the speed of that engine: its own record of that kind, else the first of the kind, which was not measured
     * with it.
     *
     * @param engine an engine's id, or its name as a report of measurements states it
     */
    public Optional<ThroughputModel> throughputModel(ThroughputModel.Kind kind, String engine) {
        List<ThroughputModel> ofKind = throughputModels().stream()
                .filter(model -> model.load() == kind)
                .toList();
        return ofKind.stream()
                .filter(model -> model.isOf(engine))
                .findFirst()
                .or(() -> ofKind.stream().findFirst());
    }

    public List<Optimiser> optimisers() {
        return all(RecordKind.OPTIMISER, Optimiser.class);
    }

    public List<TuningMethod> tuningMethods() {
        return all(RecordKind.TUNING_METHOD, TuningMethod.class);
    }

    public List<TrainingStack> trainingStacks() {
        return all(RecordKind.TRAINING_STACK, TrainingStack.class);
    }

    public List<TrainingObjective> trainingObjectives() {
        return all(RecordKind.TRAINING_OBJECTIVE, TrainingObjective.class);
    }

    public List<RetrievalRecord.VectorIndex> vectorIndexes() {
        return all(RecordKind.VECTOR_INDEX, RetrievalRecord.VectorIndex.class);
    }

    public List<RetrievalRecord.VectorElement> vectorElements() {
        return all(RecordKind.VECTOR_ELEMENT, RetrievalRecord.VectorElement.class);
    }

    /** Values that retrieval begins with, in the order of the file. */
    public List<RetrievalRecord.RetrievalPreset> retrievalPresets() {
        return all(RecordKind.RETRIEVAL_PRESET, RetrievalRecord.RetrievalPreset.class);
    }

    public List<Chassis> chassis() {
        return all(RecordKind.CHASSIS, Chassis.class);
    }

    /** The vGPU releases, latest first. */
    public List<SupportRecord.VgpuRelease> vgpuReleases() {
        return all(RecordKind.VGPU_RELEASE, SupportRecord.VgpuRelease.class);
    }

    public List<SupportRecord.DriverBranch> driverBranches() {
        return all(RecordKind.DRIVER_BRANCH, SupportRecord.DriverBranch.class);
    }

    public List<SupportRecord.AiEnterpriseRelease> aiEnterpriseReleases() {
        return all(RecordKind.AI_ENTERPRISE_RELEASE, SupportRecord.AiEnterpriseRelease.class);
    }

    public List<SupportRecord.GpuSupport> gpuSupport() {
        return all(RecordKind.GPU_SUPPORT, SupportRecord.GpuSupport.class);
    }

    public List<SupportRecord.Hypervisor> hypervisors() {
        return all(RecordKind.HYPERVISOR, SupportRecord.Hypervisor.class);
    }

    public List<SupportRecord.LicenceServer> licenceServers() {
        return all(RecordKind.LICENCE_SERVER, SupportRecord.LicenceServer.class);
    }

    public List<SupportRecord.Statement> statements() {
        return all(RecordKind.STATEMENT, SupportRecord.Statement.class);
    }

    public List<SupportRecord.Statement> statements(SupportRecord.Statement.Topic topic) {
        return statements().stream()
                .filter(statement -> statement.topic() == topic)
                .toList();
    }

    public List<SupportRecord.MixedPlacements> mixedPlacements() {
        return all(RecordKind.MIXED_PLACEMENTS, SupportRecord.MixedPlacements.class);
    }

    /** The form of a hand-over file. */
    public Optional<HandOverRecord.Format> handOverFormat(String id) {
        return find(RecordKind.HAND_OVER_FORMAT, id).map(HandOverRecord.Format.class::cast);
    }

    /** Ports, in the order of the file. */
    public List<HandOverRecord.Port> networkPorts() {
        return all(RecordKind.NETWORK_PORT, HandOverRecord.Port.class);
    }

    /** Commands for hosts, in the order in which they are given. */
    public List<HandOverRecord.Command> hostCommands() {
        return all(RecordKind.HOST_COMMAND, HandOverRecord.Command.class);
    }

    /** Software, in the order of the file. */
    public List<SupplyRecord.Software> software() {
        return all(RecordKind.SOFTWARE, SupplyRecord.Software.class);
    }

    public Optional<SupplyRecord.Software> software(String id) {
        return find(RecordKind.SOFTWARE, id).map(SupplyRecord.Software.class::cast);
    }

    /** A machine beside the workloads. */
    public Optional<SupplyRecord.Service> service(String id) {
        return find(RecordKind.SERVICE, id).map(SupplyRecord.Service.class::cast);
    }

    /** What a licence is counted by. */
    public Optional<SupplyRecord.Metric> licenceMetric(String id) {
        return find(RecordKind.LICENCE_METRIC, id).map(SupplyRecord.Metric.class::cast);
    }

    public List<MigGeometry> migGeometries() {
        return all(RecordKind.MIG_GEOMETRY, MigGeometry.class);
    }

    public List<KnownContradiction> knownContradictions() {
        return all(RecordKind.KNOWN_CONTRADICTION, KnownContradiction.class);
    }

    /** The user's own prices. */
    public List<Price> prices() {
        return all(RecordKind.PRICE, Price.class);
    }

    public List<SourceRecord> sources() {
        return all(RecordKind.SOURCE, SourceRecord.class);
    }

    public Optional<Gpu> gpu(GpuId id) {
        return find(RecordKind.GPU, id.value()).map(Gpu.class::cast);
    }

    public Optional<MigProfileSet> migProfileSet(MigSetId id) {
        return find(RecordKind.MIG_PROFILES, id.value()).map(MigProfileSet.class::cast);
    }

    public Optional<VgpuType> vgpuType(VgpuTypeName name) {
        return find(RecordKind.VGPU_TYPE, name.value()).map(VgpuType.class::cast);
    }

    public Optional<ModelArchitecture> model(ModelId id) {
        return find(RecordKind.MODEL, id.value()).map(ModelArchitecture.class::cast);
    }

    public Optional<NumberFormat> numberFormat(NumberFormatId id) {
        return find(RecordKind.NUMBER_FORMAT, id.value()).map(NumberFormat.class::cast);
    }

    public Optional<Engine> engine(EngineId id) {
        return find(RecordKind.ENGINE, id.value()).map(Engine.class::cast);
    }

    public Optional<Optimiser> optimiser(String id) {
        return find(RecordKind.OPTIMISER, id).map(Optimiser.class::cast);
    }

    public Optional<TuningMethod> tuningMethod(String id) {
        return find(RecordKind.TUNING_METHOD, id).map(TuningMethod.class::cast);
    }

    public Optional<TrainingStack> trainingStack(String id) {
        return find(RecordKind.TRAINING_STACK, id).map(TrainingStack.class::cast);
    }

    public Optional<TrainingObjective> trainingObjective(String id) {
        return find(RecordKind.TRAINING_OBJECTIVE, id).map(TrainingObjective.class::cast);
    }

    public Optional<RetrievalRecord.VectorIndex> vectorIndex(VectorIndexId id) {
        return find(RecordKind.VECTOR_INDEX, id.value()).map(RetrievalRecord.VectorIndex.class::cast);
    }

    public Optional<RetrievalRecord.VectorElement> vectorElement(VectorElementId id) {
        return find(RecordKind.VECTOR_ELEMENT, id.value()).map(RetrievalRecord.VectorElement.class::cast);
    }

    public Optional<Chassis> chassis(ChassisId id) {
        return find(RecordKind.CHASSIS, id.value()).map(Chassis.class::cast);
    }

    public Optional<SourceRecord> source(String key) {
        return find(RecordKind.SOURCE, key).map(SourceRecord.class::cast);
    }

    /** The vGPU types of a GPU, in the order of the files. */
    public List<VgpuType> vgpuTypesOf(GpuId gpu) {
        return vgpuTypes().stream().filter(type -> type.gpuIds().contains(gpu)).toList();
    }

    /** The MIG profiles of a GPU; empty if it has none or none are known. */
    public Optional<MigProfileSet> migProfilesOf(GpuId gpu) {
        return gpu(gpu).flatMap(Gpu::migProfileSet).flatMap(this::migProfileSet);
    }

    /** The source of that key as a figure quotes it; an unknown key is quoted by its bare name. */
    public Source quote(String key, Evidence evidence) {
        return source(key)
                .map(found -> found.toSource(evidence))
                .orElseGet(() -> Source.of(key, "source not in the library", "", evidence));
    }

    /** Where a fact of a record comes from: its own sources, else those of the record; empty if it is unknown. */
    public List<Source> quote(LibraryRecord owner, Fact<?> fact) {
        return switch (fact) {
            case Fact.Known<?> known -> {
                List<String> keys = known.sources().isEmpty() ? owner.sources() : known.sources();
                yield keys.isEmpty() && ownFile(owner).isPresent()
                        ? List.of(mark(owner, Source.of(NOTHING_QUOTED, "record " + owner.key(), "", known.evidence())))
                        : keys.stream()
                                .map(key -> mark(owner, quote(key, known.evidence())))
                                .toList();
            }
            case Fact.Unknown<?> unknown -> List.of();
        };
    }

    private Map<String, LibraryRecord> byKey(RecordKind kind) {
        Map<String, LibraryRecord> byKey = records.get(kind);
        return byKey == null ? Map.of() : byKey;
    }

    private <R extends LibraryRecord> List<R> all(RecordKind kind, Class<R> type) {
        Stream<LibraryRecord> ofKind = byKey(kind).values().stream();
        return ofKind.map(type::cast).toList();
    }
}
