package org.sizewright.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns single records into JSON and back, and gives them a hash. Reading what was written gives an equal record. */
public final class RecordCodec {
    private RecordCodec() {}

    /** Reads one record; the exception's message says what is wrong with which field. */
    static LibraryRecord read(RecordKind kind, JsonNode node) throws InvalidRecord {
        Fields fields = Fields.of(node);
        try {
            LibraryRecord record = switch (kind) {
                case SOURCE -> ChassisCodec.readSource(fields);
                case GPU -> GpuCodec.read(fields);
                case MIG_PROFILES -> PartitionCodec.readSet(fields);
                case VGPU_TYPE -> PartitionCodec.readType(fields);
                case MODEL_FAMILY -> ModelCodec.readFamily(fields);
                case MODEL -> ModelCodec.read(fields);
                case NUMBER_FORMAT -> EngineCodec.readFormat(fields);
                case GGUF_TYPE -> GgufCodec.readType(fields);
                case GGUF_MIX -> GgufCodec.readMix(fields);
                case GENERATION_STACK -> EngineCodec.readStack(fields);
                case ENGINE -> EngineCodec.readEngine(fields);
                case ACCURACY_BAND -> EngineCodec.readAccuracy(fields);
                case THROUGHPUT_MODEL -> ThroughputCodec.read(fields);
                case OPTIMISER -> TrainingCodec.readOptimiser(fields);
                case TUNING_METHOD -> TrainingCodec.readMethod(fields);
                case TRAINING_STACK -> TrainingCodec.readStack(fields);
                case TRAINING_OBJECTIVE -> TrainingCodec.readObjective(fields);
                case CHASSIS -> ChassisCodec.read(fields);
                case VGPU_RELEASE -> SupportCodec.readRelease(fields);
                case DRIVER_BRANCH -> SupportCodec.readBranch(fields);
                case AI_ENTERPRISE_RELEASE -> SupportCodec.readAiEnterprise(fields);
                case GPU_SUPPORT -> SupportCodec.readGpuSupport(fields);
                case HYPERVISOR -> SupportCodec.readHypervisor(fields);
                case LICENCE_SERVER -> SupportCodec.readLicenceServer(fields);
                case STATEMENT -> SupportCodec.readStatement(fields);
                case HAND_OVER_FORMAT -> HandOverCodec.readFormat(fields);
                case NETWORK_PORT -> HandOverCodec.readPort(fields);
                case HOST_COMMAND -> HandOverCodec.readCommand(fields);
                case SOFTWARE -> SupplyCodec.readSoftware(fields);
                case SERVICE -> SupplyCodec.readService(fields);
                case LICENCE_METRIC -> SupplyCodec.readMetric(fields);
                case MIXED_PLACEMENTS -> SupportCodec.readMixed(fields);
                case MIG_GEOMETRY -> SupportCodec.readGeometry(fields);
                case KNOWN_CONTRADICTION -> SupportCodec.readContradiction(fields);
                case VECTOR_INDEX -> RetrievalCodec.readIndex(fields);
                case VECTOR_ELEMENT -> RetrievalCodec.readElement(fields);
                case RETRIEVAL_PRESET -> RetrievalCodec.readPreset(fields);
                case PRICE -> PriceCodec.read(fields);
                case LOAD_PRESET -> LoadPresetCodec.read(fields);
                case VMOTION_STUN -> VmotionStunCodec.read(fields);
                case ACCESS_FUNCTION -> AccessFunctionCodec.read(fields);
                case RULE -> RuleCodec.read(fields);
                case CHECKLIST_STEP -> ChecklistStepCodec.read(fields);
                case GLOSSARY_TERM -> GlossaryCodec.read(fields);
            };
            fields.refuseOthers();
            return record;
        } catch (IllegalArgumentException refused) {
            // the constructors speak of fields too
            throw new InvalidRecord(String.valueOf(refused.getMessage()));
        }
    }

    /** The record as the library files hold it. */
    public static ObjectNode toJson(LibraryRecord record) {
        return switch (record) {
            case SourceRecord source -> ChassisCodec.write(source);
            case Gpu gpu -> GpuCodec.write(gpu);
            case MigProfileSet set -> PartitionCodec.write(set);
            case VgpuType type -> PartitionCodec.write(type);
            case ModelFamily family -> ModelCodec.write(family);
            case ModelArchitecture model -> ModelCodec.write(model);
            case NumberFormat format -> EngineCodec.write(format);
            case GgufType type -> GgufCodec.write(type);
            case GgufMix mix -> GgufCodec.write(mix);
            case GenerationStack stack -> EngineCodec.write(stack);
            case Engine engine -> EngineCodec.write(engine);
            case AccuracyBand band -> EngineCodec.write(band);
            case ThroughputModel model -> ThroughputCodec.write(model);
            case Optimiser optimiser -> TrainingCodec.write(optimiser);
            case TuningMethod method -> TrainingCodec.write(method);
            case TrainingStack stack -> TrainingCodec.write(stack);
            case TrainingObjective objective -> TrainingCodec.write(objective);
            case Chassis chassis -> ChassisCodec.write(chassis);
            case RetrievalRecord retrieval -> RetrievalCodec.write(retrieval);
            case SupportRecord support -> SupportCodec.write(support);
            case MigGeometry geometry -> SupportCodec.write(geometry);
            case KnownContradiction contradiction -> SupportCodec.write(contradiction);
            case Price price -> PriceCodec.write(price);
            case LoadPreset preset -> LoadPresetCodec.write(preset);
            case VmotionStun stun -> VmotionStunCodec.write(stun);
            case AccessFunction function -> AccessFunctionCodec.write(function);
            case Rule rule -> RuleCodec.write(rule);
            case ChecklistStep step -> ChecklistStepCodec.write(step);
            case GlossaryTerm term -> GlossaryCodec.write(term);
        };
    }

    /**
     * SHA-256 of the record's kind and its JSON with sorted fields and without spaces, in lower-case hexadecimal. Equal records
     * have equal hashes, however their files are laid out.
     */
    public static String sha256Of(LibraryRecord record) {
        String text = record.kind().word() + sorted(toJson(record));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * These records and the sources that they name anywhere, as a plan carries them: a list of {@code {"kind", "sha256",
     * "record"}}, without duplicates, in the order given, sources last; a user's own record also has {@code
     * "own"}, the name of its file. {@link LibraryReader#readCarried} reads it.
     */
    public static ArrayNode carried(Library library, Collection<? extends LibraryRecord> records) {
        Set<LibraryRecord> all = new LinkedHashSet<>(records);
        for (LibraryRecord record : records) {
            for (String key : sourceKeysOf(record)) {
                library.source(key).ifPresent(all::add);
            }
        }
        ArrayNode carried = JsonNodeFactory.instance.arrayNode();
        for (LibraryRecord record : all) {
            ObjectNode entry =
                    carried.addObject().put("kind", record.kind().word()).put("sha256", sha256Of(record));
            library.ownFile(record).ifPresent(file -> entry.put("own", file));
            entry.set("record", toJson(record));
        }
        return carried;
    }

    /** Every source key that the record names: for itself, for a fact, for a value not taken. */
    public static Set<String> sourceKeysOf(LibraryRecord record) {
        Set<String> keys = new LinkedHashSet<>();
        collectSourceKeys(toJson(record), keys);
        return keys;
    }

    private static void collectSourceKeys(JsonNode node, Set<String> keys) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (field.getKey().equals("sources")) {
                value.forEach(key -> keys.add(key.asText()));
            } else if (field.getKey().equals("source") && value.isTextual()) {
                keys.add(value.asText());
            } else {
                collectSourceKeys(value, keys);
            }
        }
        if (node.isArray()) {
            node.forEach(element -> collectSourceKeys(element, keys));
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> byName = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                byName.put(field.getKey(), sorted(field.getValue()));
            }
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            byName.forEach(result::set);
            return result;
        }
        if (node.isArray()) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> result.add(sorted(element)));
            return result;
        }
        return node;
    }
}
