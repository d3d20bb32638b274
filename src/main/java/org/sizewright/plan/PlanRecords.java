package org.sizewright.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.inventory.ServerNames;
import org.sizewright.library.Chassis;
import org.sizewright.library.GenerationStack;
import org.sizewright.library.GgufMix;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.MigSetId;
import org.sizewright.library.ModelFamily;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.Price;
import org.sizewright.library.RecordCodec;
import org.sizewright.library.RecordKind;
import org.sizewright.library.VgpuType;

/**
 * What a plan rests on: with these records it shows the same numbers on a machine with another library and another catalog.
 *
 * @param servers the catalog entries of its groups of hosts, in their order
 * @param records its models, number formats, engines, vector indexes, training software and what it names, and GPUs, the MIG set and all vGPU types that compute (C series) of those
 *     GPUs, the chassis of its servers, own prices of those, and the sources of all of them, in the order of the library
 */
public record PlanRecords(List<CatalogEntry> servers, Library records) {
    public PlanRecords {
        servers = List.copyOf(servers);
    }

    /**
     * The records of all options. What the plan names and nobody has is not among them: another machine may have it.
     *
     * @param servers looks up catalog entries as the plan was resolved with: {@link References#server}
     */
    public static PlanRecords carriedBy(ResolvedPlan resolved, Function<EntryId, Optional<CatalogEntry>> servers) {
        Plan plan = resolved.plan();
        Library library = resolved.library();
        List<HostGroup> groups = plan.options().stream()
                .flatMap(option -> option.clusters().stream())
                .flatMap(cluster -> cluster.groups().stream())
                .toList();
        Map<EntryId, CatalogEntry> entries = new LinkedHashMap<>();
        for (HostGroup group : groups) {
            servers.apply(group.server()).ifPresent(entry -> entries.put(group.server(), entry));
        }
        Set<GpuId> gpus = groups.stream().map(HostGroup::gpu).collect(Collectors.toSet());
        Set<String> named =
                plan.workloads().stream().flatMap(PlanRecords::namedBy).collect(Collectors.toSet());
        List<Chassis> chassis = Stream.concat(
                        entries.values().stream()
                                .map(entry -> ServerNames.chassisOf(entry.vendor(), entry.model(), library)),
                        plan.site().existingHosts().stream()
                                .map(host -> ServerNames.chassisOf(host.vendor(), host.model(), library)))
                .flatMap(Optional::stream)
                .toList();
        Set<MigSetId> migSets = library.gpus().stream()
                .filter(gpu -> gpus.contains(gpu.id()))
                .flatMap(gpu -> gpu.migProfileSet().stream())
                .collect(Collectors.toSet());

        // in the order of the library: where several records match, the first one counts
        List<LibraryRecord> carried = new ArrayList<>();
        Stream.of(
                        library.gpus().stream().filter(gpu -> gpus.contains(gpu.id())),
                        library.migProfileSets().stream().filter(set -> migSets.contains(set.id())),
                        library.vgpuTypes().stream().filter(type -> computesOn(type, gpus) || isNamed(type, plan)),
                        Stream.of(
                                        RecordKind.MODEL,
                                        RecordKind.NUMBER_FORMAT,
                                        RecordKind.ENGINE,
                                        RecordKind.VECTOR_INDEX,
                                        RecordKind.VECTOR_ELEMENT,
                                        RecordKind.OPTIMISER,
                                        RecordKind.TUNING_METHOD,
                                        RecordKind.TRAINING_STACK,
                                        RecordKind.TRAINING_OBJECTIVE)
                                .flatMap(kind -> library.records().stream().filter(record -> record.kind() == kind))
                                .filter(record -> named.contains(word(record.kind(), record.key()))),
                        library.modelFamilies().stream().filter(family -> isOfAModel(family, named, library)),
                        library.ggufMixes().stream().filter(mix -> isOfAFormat(mix, named, library)),
                        library.ggufTypes().stream().filter(type -> isAnyGguf(named, library)),
                        library.generationStacks().stream().filter(stack -> isOfAnEngine(stack, named, library)),
                        library.accuracyBands().stream(),
                        library.throughputModels().stream(),
                        library.chassis().stream().filter(chassis::contains),
                        library.prices().stream().filter(price -> isOf(price, groups)))
                .forEach(records -> records.forEach(carried::add));
        List<LibraryRecord> sources = carried.stream()
                .flatMap(record -> RecordCodec.sourceKeysOf(record).stream())
                .distinct()
                .flatMap(key -> library.source(key).stream())
                .map(LibraryRecord.class::cast)
                .toList();
        carried.addAll(sources);
        return new PlanRecords(
                List.copyOf(entries.values()), Library.of(carried).markedLike(library));
    }

    private static boolean isOfAModel(ModelFamily family, Set<String> named, Library library) {
        return library.models().stream()
                .filter(model -> named.contains(word(model.kind(), model.key())))
                .anyMatch(model -> family.types().contains(model.family()));
    }

    private static boolean isOfAFormat(GgufMix mix, Set<String> named, Library library) {
        return formats(named, library)
                .anyMatch(format -> format.ggufMix().filter(mix.id()::equals).isPresent());
    }

    private static boolean isOfAnEngine(GenerationStack stack, Set<String> named, Library library) {
        return library.engines().stream()
                .filter(engine -> named.contains(word(engine.kind(), engine.key())))
                .anyMatch(
                        engine -> engine.generation().filter(stack.id()::equals).isPresent());
    }

    /** Of the block types all are carried: which ones a mix falls back to depends on the model. */
    private static boolean isAnyGguf(Set<String> named, Library library) {
        return formats(named, library).anyMatch(format -> format.ggufMix().isPresent());
    }

    private static Stream<NumberFormat> formats(Set<String> named, Library library) {
        return library.numberFormats().stream().filter(format -> named.contains(word(format.kind(), format.key())));
    }

    private static boolean isOf(Price price, List<HostGroup> groups) {
        return price.of().equals(Price.ANY)
                || groups.stream()
                        .anyMatch(group -> price.of().equals(group.server().value())
                                || price.of().equals(group.gpu().value()));
    }

    private static boolean computesOn(VgpuType type, Set<GpuId> gpus) {
        return type.series() == VgpuType.Series.C && type.gpuIds().stream().anyMatch(gpus::contains);
    }

    private static boolean isNamed(VgpuType type, Plan plan) {
        String name = type.name().value();
        return plan.options().stream()
                .flatMap(option -> option.assignments().stream())
                .anyMatch(assignment -> assignment.profile().equals(Optional.of(name))
                        || assignment.devices().further().contains(name));
    }

    private static Stream<String> namedBy(Workload workload) {
        return switch (workload) {
            case Workload.LlmServing llm ->
                Stream.of(
                        word(RecordKind.MODEL, llm.model().value()),
                        word(RecordKind.NUMBER_FORMAT, llm.weights().value()),
                        word(RecordKind.NUMBER_FORMAT, llm.kvCache().value()),
                        word(RecordKind.ENGINE, llm.engine().value()));
            case Workload.GpuVms vms -> Stream.empty();
            case FineTuning tuning ->
                Stream.of(
                        word(RecordKind.MODEL, tuning.model().value()),
                        word(RecordKind.NUMBER_FORMAT, tuning.weights().value()),
                        word(RecordKind.TUNING_METHOD, tuning.method().id()),
                        word(RecordKind.OPTIMISER, tuning.software().optimiser()),
                        word(RecordKind.TRAINING_STACK, tuning.software().stack()),
                        word(RecordKind.TRAINING_OBJECTIVE, tuning.goal().objective()));
            case Retrieval retrieval ->
                Stream.concat(
                        Stream.of(
                                word(
                                        RecordKind.VECTOR_INDEX,
                                        retrieval.store().index().value()),
                                word(
                                        RecordKind.VECTOR_ELEMENT,
                                        retrieval.store().element().value()),
                                word(RecordKind.ENGINE, retrieval.engine().value())),
                        Stream.of(Optional.of(retrieval.embedding()), retrieval.reranker(), retrieval.guardrail())
                                .flatMap(Optional::stream)
                                .flatMap(service -> Stream.of(
                                        word(RecordKind.MODEL, service.model().value()),
                                        word(
                                                RecordKind.NUMBER_FORMAT,
                                                service.weights().value()))));
        };
    }

    private static String word(RecordKind kind, String key) {
        return kind.word() + "/" + key;
    }
}
