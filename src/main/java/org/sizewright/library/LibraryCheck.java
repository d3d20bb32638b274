package org.sizewright.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sizewright.figure.Evidence;
import org.sizewright.library.model.ShapeResult;

/**
 * Whether the records of a library fit together, meant for a library after its overlays. Where the sources themselves contradict
 * each other a {@link KnownContradiction} excuses a record from one check; one that excuses nothing is reported too.
 */
public final class LibraryCheck {
    /** What is checked; the words are those of {@link KnownContradiction#check}. */
    public enum Check {
        /** What a record names exists. */
        IDS("ids"),
        /** Every value names a source, or says by its evidence that it has none. */
        SOURCES("sources"),
        /** Starts lie inside the grid and keep instances apart; there are as many as the maximum says. */
        PLACEMENTS("placements"),
        /** Maxima are what the placements allow, found by trying all layouts. */
        MAXIMA("maxima"),
        /** Frame buffer times count is not more than the GPU has. */
        FRAME_BUFFER("frame-buffer"),
        /** Layouts that sources call possible or impossible are so. */
        GEOMETRIES("geometries");

        private final String word;

        Check(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** One thing that is wrong with a record. */
    record Fault(Check check, LibraryRecord record, String sentence) {}

    private static final Set<Evidence> READ_SOMEWHERE =
            EnumSet.of(Evidence.VERIFIED, Evidence.SECOND_HAND, Evidence.CONFLICTING);

    private final Library library;
    private final List<Fault> faults = new ArrayList<>();

    private LibraryCheck(Library library) {
        this.library = library;
    }

    /** Sentences about everything that does not fit; empty if all is well. */
    public static List<LibraryProblem> problemsOf(Library library) {
        LibraryCheck check = new LibraryCheck(library);
        library.records().forEach(check::record);
        check.faults.addAll(PartitionCheck.faultsOf(library));
        return check.unexcused();
    }

    private List<LibraryProblem> unexcused() {
        List<LibraryProblem> problems = new ArrayList<>();
        Set<KnownContradiction> used = new HashSet<>();
        for (Fault fault : faults) {
            Optional<KnownContradiction> excuse = library.knownContradictions().stream()
                    .filter(known -> known.check().equals(fault.check().word())
                            && known.about() == fault.record().kind()
                            && known.record().equals(fault.record().key()))
                    .findFirst();
            excuse.ifPresentOrElse(used::add, () -> problems.add(problem(fault.record(), fault.sentence())));
        }
        library.knownContradictions().stream()
                .filter(known -> !used.contains(known))
                .forEach(known -> problems.add(problem(
                        known,
                        "it excuses " + known.about().word() + ' ' + known.record() + " from the check \""
                                + known.check() + "\", which finds nothing there; remove it")));
        return problems;
    }

    private LibraryProblem problem(LibraryRecord record, String sentence) {
        String name = record.kind().word() + ' ' + record.key();
        return new LibraryProblem(
                library.ownFile(record).orElse(record.kind().fileName()), OptionalInt.empty(), name, sentence);
    }

    private void record(LibraryRecord record) {
        switch (record) {
            case Gpu gpu -> gpu(gpu);
            case MigProfileSet set -> set(set);
            case VgpuType type -> type(type);
            case SupportRecord.VgpuRelease release ->
                must(
                        library.find(RecordKind.DRIVER_BRANCH, release.branch()).isPresent(),
                        record,
                        "the driver branch \"" + release.branch() + "\" does not exist");
            case SupportRecord.AiEnterpriseRelease release ->
                release.branch()
                        .ifPresent(branch -> must(
                                library.find(RecordKind.DRIVER_BRANCH, branch).isPresent(),
                                record,
                                "the driver branch \"" + branch + "\" does not exist"));
            case MigGeometry geometry ->
                must(
                        library.migProfileSet(geometry.set()).isPresent(),
                        record,
                        "the MIG profile set \"" + geometry.set() + "\" does not exist");
            case KnownContradiction known ->
                must(
                        library.find(known.about(), known.record()).isPresent(),
                        record,
                        "the record \"" + known.record() + "\" does not exist");
            case GlossaryTerm term -> term(term);
            case Rule rule ->
                rule.sources()
                        .forEach(key -> must(
                                library.source(key).isPresent(), rule, "the source \"" + key + "\" does not exist"));
            case ChecklistStep step -> step(step);
            case RetrievalRecord.RetrievalPreset preset -> preset(preset);
            case RetrievalRecord.VectorIndex index -> {}
            case RetrievalRecord.VectorElement element -> {}
            case SupportRecord other -> {}
            case ModelFamily family -> {}
            case ModelArchitecture model -> model(model);
            case NumberFormat format ->
                format.ggufMix()
                        .ifPresent(mix -> must(
                                library.find(RecordKind.GGUF_MIX, mix).isPresent(),
                                record,
                                "the GGUF mix \"" + mix + "\" does not exist"));
            case GgufType type -> type.fallback().ifPresent(fallback -> ggufType(type, fallback));
            case GgufMix mix -> mix.types().forEach(type -> ggufType(mix, type));
            case GenerationStack stack ->
                Stream.concat(stack.dequantises().stream(), stack.repeatsKvFor().stream())
                        .forEach(format -> must(
                                library.numberFormat(format).isPresent(),
                                record,
                                "the number format \"" + format + "\" does not exist"));
            case Engine engine ->
                engine.generation()
                        .ifPresent(stack -> must(
                                library.generationStack(stack).isPresent(),
                                record,
                                "the generation stack \"" + stack + "\" does not exist"));
            case AccuracyBand band -> {}
            case ThroughputModel throughput -> throughput(throughput);
            case Optimiser optimiser -> {}
            case TuningMethod method -> {}
            case TrainingStack stack -> stack(stack);
            case TrainingObjective objective -> {}
            case Chassis chassis -> {}
            case Price price -> {}
            case LoadPreset preset -> {}
            case VmotionStun stun -> {}
            case AccessFunction function -> {}
            case SourceRecord source -> {}
        }
        for (String key : RecordCodec.sourceKeysOf(record)) {
            must(library.source(key).isPresent(), record, "the source \"" + key + "\" does not exist");
        }
        // a price names its quote
        if (record.kind() != RecordKind.SOURCE && record.kind() != RecordKind.PRICE) {
            sources(record);
        }
    }

    private void step(ChecklistStep step) {
        step.rules()
                .forEach(rule -> must(
                        library.find(RecordKind.RULE, rule).isPresent(),
                        step,
                        "the rule \"" + rule + "\" does not exist"));
        step.hostCommands()
                .forEach(command -> must(
                        library.find(RecordKind.HOST_COMMAND, command).isPresent(),
                        step,
                        "the host command \"" + command + "\" does not exist"));
    }

    private void ggufType(LibraryRecord record, String type) {
        must(
                library.find(RecordKind.GGUF_TYPE, type).isPresent(),
                record,
                "the GGUF type \"" + type + "\" does not exist");
    }

    /** A count computed elsewhere must be that of the configuration. */
    private void model(ModelArchitecture model) {
        if (library.shape(model) instanceof ShapeResult.Known known) {
            model.parametersTotal()
                    .ifPresent(total -> must(
                            total == known.shape().parameters(),
                            model,
                            "\"parametersTotal\" is " + total + ", its configuration comes to "
                                    + known.shape().parameters()));
        } else if (library.shape(model) instanceof ShapeResult.Refused refused
                && model.parametersTotal().isPresent()) {
            must(false, model, String.join("; ", refused.reasons()));
        }
    }

    private void throughput(ThroughputModel model) {
        model.measured()
                .forEach(measured -> must(
                        library.gpu(measured.gpu()).isPresent(),
                        model,
                        "the GPU \"" + measured.gpu() + "\" does not exist"));
        model.bands()
                .forEach(band -> must(
                        library.accuracyBand(band.band()).isPresent(),
                        model,
                        "the accuracy band \"" + band.band() + "\" does not exist"));
    }

    private void gpu(Gpu gpu) {
        gpu.migProfileSet().ifPresent(id -> {
            Optional<MigProfileSet> set = library.migProfileSet(id);
            must(set.isPresent(), gpu, "the MIG profile set \"" + id + "\" does not exist");
            set.ifPresent(found -> must(
                    found.gpuIds().contains(gpu.id()),
                    gpu,
                    "the MIG profile set \"" + id + "\" does not name this GPU"));
        });
    }

    private void set(MigProfileSet set) {
        for (GpuId id : set.gpuIds()) {
            Optional<Gpu> gpu = library.gpu(id);
            must(gpu.isPresent(), set, "the GPU \"" + id + "\" does not exist");
            gpu.ifPresent(found -> must(
                    found.migProfileSet().equals(Optional.of(set.id())),
                    set,
                    "the GPU \"" + id + "\" does not name this set"));
        }
    }

    private void stack(TrainingStack stack) {
        for (String optimiser : List.of(stack.optimiser(), stack.adapterOptimiser())) {
            must(
                    library.find(RecordKind.OPTIMISER, optimiser).isPresent(),
                    stack,
                    "the optimiser \"" + optimiser + "\" does not exist");
        }
        for (String band : List.of(stack.memoryBand(), stack.speedBand())) {
            must(library.accuracyBand(band).isPresent(), stack, "the accuracy band \"" + band + "\" does not exist");
        }
        for (String format : Stream.concat(stack.keepsInputsOf().stream(), stack.unpacks().stream())
                .toList()) {
            must(
                    library.find(RecordKind.NUMBER_FORMAT, format).isPresent(),
                    stack,
                    "the number format \"" + format + "\" does not exist");
        }
    }

    private void type(VgpuType type) {
        for (GpuId id : type.gpuIds()) {
            if (library.gpu(id).isEmpty()) {
                must(false, type, "the GPU \"" + id + "\" does not exist");
            } else {
                type.migProfile()
                        .ifPresent(profile -> must(
                                library.migProfilesOf(id)
                                        .flatMap(set -> set.profile(profile))
                                        .isPresent(),
                                type,
                                "the MIG profile \"" + profile + "\" does not exist on " + id));
            }
        }
    }

    private void preset(RetrievalRecord.RetrievalPreset preset) {
        must(
                library.vectorIndex(preset.index()).isPresent(),
                preset,
                "the index \"" + preset.index() + "\" does not exist");
        must(
                library.vectorElement(preset.element()).isPresent(),
                preset,
                "the element \"" + preset.element() + "\" does not exist");
    }

    private void term(GlossaryTerm term) {
        for (String id : term.seeAlso()) {
            must(
                    library.find(RecordKind.GLOSSARY_TERM, id).isPresent(),
                    term,
                    "the term \"" + id + "\" does not exist");
        }
        for (GlossaryTerm other : library.glossary()) {
            Set<String> shared = namesOf(other);
            shared.retainAll(namesOf(term));
            must(
                    other.id().equals(term.id()) || shared.isEmpty(),
                    term,
                    "it shares the name " + shared + " with the term \"" + other.id() + "\"");
        }
    }

    private static Set<String> namesOf(GlossaryTerm term) {
        Set<String> names = new TreeSet<>();
        names.add(term.term().toLowerCase(Locale.ROOT));
        term.otherNames().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    private void must(boolean holds, LibraryRecord record, String sentence) {
        if (!holds) {
            faults.add(new Fault(Check.IDS, record, sentence));
        }
    }

    /** A badge is an evidence that claims no source: inferred, recalled, typed in. */
    private void sources(LibraryRecord record) {
        int before = faults.size();
        boolean badges = evidence(record, RecordCodec.toJson(record), "");
        if (!badges && record.sources().isEmpty() && faults.size() == before) {
            faults.add(new Fault(Check.SOURCES, record, "it names neither a source nor its evidence"));
        }
    }

    /** Whether any evidence is stated in the node. */
    private boolean evidence(LibraryRecord record, JsonNode node, String path) {
        boolean stated = false;
        if (node.path("evidence").isTextual()) {
            stated = true;
            Evidence evidence = Evidence.parse(node.get("evidence").asText());
            boolean named = !node.path("sources").isEmpty() || !record.sources().isEmpty();
            String what = path.isEmpty() ? "it" : "\"" + path + "\"";
            if (READ_SOMEWHERE.contains(evidence) && !named) {
                faults.add(new Fault(
                        Check.SOURCES, record, what + " says \"" + evidence.word() + "\" and names no source"));
            }
            if (evidence == Evidence.CONFLICTING
                    && node.has("value")
                    && node.path("others").isEmpty()) {
                faults.add(new Fault(
                        Check.SOURCES, record, what + " says \"conflicting\" and does not keep the other value"));
            }
        }
        for (var field : node.properties()) {
            stated |= evidence(record, field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey());
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                stated |= evidence(record, element, path);
            }
        }
        return stated;
    }
}
