package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.sizewright.quantity.Bytes;

/** JSON form of optimisers, tuning methods, training stacks and objectives. */
final class TrainingCodec {
    private TrainingCodec() {}

    static Optimiser readOptimiser(Fields f) throws InvalidRecord {
        return new Optimiser(
                f.text("id"),
                f.text("name"),
                f.get("weightBytes", Fields.AMOUNT),
                f.get("gradientBytes", Fields.AMOUNT),
                f.get("masterBytes", Fields.AMOUNT),
                f.get("stateBytes", Fields.AMOUNT),
                f.flag("statesMayLeaveGpu"),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(Optimiser optimiser) {
        return new Written()
                .put("id", optimiser.id())
                .put("name", optimiser.name())
                .put("weightBytes", Written.number(optimiser.weight()))
                .put("gradientBytes", Written.number(optimiser.gradient()))
                .put("masterBytes", Written.number(optimiser.master()))
                .put("stateBytes", Written.number(optimiser.state()))
                .put("statesMayLeaveGpu", optimiser.statesMayLeaveGpu())
                .put("notes", optimiser.notes(), Written::text)
                .put("evidence", optimiser.evidence().word())
                .put("sources", optimiser.sources(), Written::text)
                .node();
    }

    static TuningMethod readMethod(Fields f) throws InvalidRecord {
        return new TuningMethod(
                f.text("id"),
                f.text("name"),
                f.texts("otherNames"),
                PartitionCodec.word(f, "trains", List.of(TuningMethod.Trains.values()), TuningMethod.Trains::word),
                f.has("rule")
                        ? PartitionCodec.word(f, "rule", List.of(TuningMethod.Rule.values()), TuningMethod.Rule::word)
                        : TuningMethod.Rule.TERMS,
                f.find("terms", Fields.nested(TrainingCodec::readTerms))
                        .orElse(new TuningMethod.Terms(0, 0, 0, 0, 0, 0, 0)),
                f.find(
                                "keptBytes",
                                Fields.nested(kept -> new TuningMethod.Kept(
                                        amount(kept, "in"), amount(kept, "out"), amount(kept, "rank"))))
                        .orElse(new TuningMethod.Kept(0, 0, 0)),
                amount(f, "keptUpdateBytes"),
                f.texts("targets"),
                whole(f, "rank"),
                f.counts("settings"),
                f.flag("joinsBase"),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    private static TuningMethod.Terms readTerms(Fields f) throws InvalidRecord {
        return new TuningMethod.Terms(
                amount(f, "rankTimesIn"),
                amount(f, "rankTimesOut"),
                amount(f, "rank"),
                amount(f, "in"),
                amount(f, "out"),
                amount(f, "inTimesOut"),
                amount(f, "fixed"));
    }

    static ObjectNode write(TuningMethod method) {
        TuningMethod.Terms terms = method.terms();
        Written written = new Written()
                .put("id", method.id())
                .put("name", method.name())
                .put("otherNames", method.otherNames(), Written::text)
                .put("trains", method.trains().word());
        if (method.rule() != TuningMethod.Rule.TERMS) {
            written.put("rule", method.rule().word());
        }
        Written factors = new Written();
        amount(factors, "rankTimesIn", terms.rankTimesIn());
        amount(factors, "rankTimesOut", terms.rankTimesOut());
        amount(factors, "rank", terms.rank());
        amount(factors, "in", terms.in());
        amount(factors, "out", terms.out());
        amount(factors, "inTimesOut", terms.inTimesOut());
        amount(factors, "fixed", terms.fixed());
        Written kept = new Written();
        amount(kept, "in", method.kept().in());
        amount(kept, "out", method.kept().out());
        amount(kept, "rank", method.kept().rank());
        object(written, "terms", factors);
        object(written, "keptBytes", kept);
        amount(written, "keptUpdateBytes", method.keptUpdate());
        written.put("targets", method.targets(), Written::text);
        method.rank().ifPresent(rank -> written.put("rank", rank));
        return written.counts("settings", method.settings())
                .put("joinsBase", method.joinsBase())
                .put("notes", method.notes(), Written::text)
                .put("evidence", method.evidence().word())
                .put("sources", method.sources(), Written::text)
                .node();
    }

    static TrainingStack readStack(Fields f) throws InvalidRecord {
        return new TrainingStack(
                f.text("id"),
                f.text("name"),
                f.texts("otherNames"),
                f.get("lossBytes", Fields.nested(TrainingCodec::readLoss)),
                f.text("optimiser"),
                f.text("adapterOptimiser"),
                amount(f, "adapterCopyBytes"),
                f.counts("usualRanks"),
                flag(f, "adaptsAll"),
                amount(f, "dropoutKeptBytes"),
                flag(f, "joinsQkv"),
                f.texts("keepsInputsOf"),
                f.texts("unpacks"),
                amount(f, "unpackBytes"),
                Bytes.ofGb(amount(f, "fixedGb")),
                PartitionCodec.word(
                        f,
                        "checkpointing",
                        List.of(TrainingStack.Checkpointing.values()),
                        TrainingStack.Checkpointing::word),
                f.flag("holdsGradients"),
                f.whole("gatheredTables"),
                f.find("lengthShare", Fields.AMOUNT).orElse(1.0),
                f.whole("microBatch"),
                f.whole("sequence"),
                f.get("speed", Fields.nested(TrainingCodec::readSpeed)),
                f.text("memoryBand"),
                f.text("speedBand"),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    private static TrainingStack.Loss readLoss(Fields f) throws InvalidRecord {
        double plain = f.get("plain", Fields.AMOUNT);
        return new TrainingStack.Loss(
                plain,
                f.find("compiled", Fields.AMOUNT).orElse(plain),
                f.find("tensorParallel", Fields.AMOUNT).orElse(plain),
                f.find("quantised", Fields.AMOUNT).orElse(plain));
    }

    private static TrainingStack.Speed readSpeed(Fields f) throws InvalidRecord {
        return new TrainingStack.Speed(
                f.get("matricesEager", Fields.AMOUNT),
                f.get("matricesCompiled", Fields.AMOUNT),
                f.get("matricesFloat8", Fields.AMOUNT),
                f.get("attention", Fields.AMOUNT),
                f.get("contextPenalty", Fields.AMOUNT),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(TrainingStack stack) {
        TrainingStack.Loss loss = stack.loss();
        Written bytes = new Written().put("plain", Written.number(loss.plain()));
        other(bytes, "compiled", loss.compiled(), loss.plain());
        other(bytes, "tensorParallel", loss.tensorParallel(), loss.plain());
        other(bytes, "quantised", loss.quantised(), loss.plain());
        TrainingStack.Speed speed = stack.speed();
        Written shares = new Written()
                .put("matricesEager", Written.number(speed.matricesEager()))
                .put("matricesCompiled", Written.number(speed.matricesCompiled()))
                .put("matricesFloat8", Written.number(speed.matricesFloat8()))
                .put("attention", Written.number(speed.attention()))
                .put("contextPenalty", Written.number(speed.contextPenalty()))
                .put("evidence", speed.evidence().word())
                .put("sources", speed.sources(), Written::text);
        Written written = new Written()
                .put("id", stack.id())
                .put("name", stack.name())
                .put("otherNames", stack.otherNames(), Written::text)
                .put("lossBytes", bytes.node())
                .put("optimiser", stack.optimiser())
                .put("adapterOptimiser", stack.adapterOptimiser());
        amount(written, "adapterCopyBytes", stack.adapterCopy());
        written.counts("usualRanks", stack.usualRanks());
        flag(written, "adaptsAll", stack.adaptsAll());
        amount(written, "dropoutKeptBytes", stack.dropoutKept());
        flag(written, "joinsQkv", stack.joinsQkv());
        written.put("keepsInputsOf", stack.keepsInputsOf(), Written::text)
                .put("unpacks", stack.unpacks(), Written::text);
        amount(written, "unpackBytes", stack.unpackBytes());
        amount(written, "fixedGb", stack.fixed().toGb());
        written.put("checkpointing", stack.checkpointing().word())
                .put("holdsGradients", stack.holdsGradients())
                .put("gatheredTables", stack.gatheredTables());
        other(written, "lengthShare", stack.lengthShare(), 1);
        return written.put("microBatch", stack.microBatch())
                .put("sequence", stack.sequence())
                .put("speed", shares.node())
                .put("memoryBand", stack.memoryBand())
                .put("speedBand", stack.speedBand())
                .put("notes", stack.notes(), Written::text)
                .put("evidence", stack.evidence().word())
                .put("sources", stack.sources(), Written::text)
                .node();
    }

    static TrainingObjective readObjective(Fields f) throws InvalidRecord {
        return new TrainingObjective(
                f.text("id"),
                f.text("name"),
                f.texts("otherNames"),
                f.texts("trained"),
                f.texts("frozen"),
                flag(f, "adapterServesAsReference"),
                f.find("sequencesPerSample", Fields.WHOLE).orElse(1),
                f.find("answersPerPrompt", Fields.COUNT).orElse(0),
                phases(f),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    private static List<TrainingObjective.Phase> phases(Fields f) throws InvalidRecord {
        Function<TrainingObjective.Phase, String> word = TrainingObjective.Phase::word;
        return f.list(
                "phases",
                (value, field) -> PartitionCodec.word(
                        Fields.TEXT.from(value, field), field, List.of(TrainingObjective.Phase.values()), word));
    }

    static ObjectNode write(TrainingObjective objective) {
        Written written = new Written()
                .put("id", objective.id())
                .put("name", objective.name())
                .put("otherNames", objective.otherNames(), Written::text)
                .put("trained", objective.trained(), Written::text)
                .put("frozen", objective.frozen(), Written::text);
        flag(written, "adapterServesAsReference", objective.adapterServesAsReference());
        if (objective.sequencesPerSample() != 1) {
            written.put("sequencesPerSample", objective.sequencesPerSample());
        }
        if (objective.answersPerPrompt() != 0) {
            written.put("answersPerPrompt", objective.answersPerPrompt());
        }
        return written.put("phases", objective.phases(), phase -> Written.text(phase.word()))
                .put("notes", objective.notes(), Written::text)
                .put("evidence", objective.evidence().word())
                .put("sources", objective.sources(), Written::text)
                .node();
    }

    private static double amount(Fields f, String field) throws InvalidRecord {
        return f.find(field, Fields.AMOUNT).orElse(0.0);
    }

    private static void amount(Written written, String field, double value) {
        other(written, field, value, 0);
    }

    private static void other(Written written, String field, double value, double usual) {
        if (value != usual) {
            written.put(field, Written.number(value));
        }
    }

    private static boolean flag(Fields f, String field) throws InvalidRecord {
        return f.find(field, Fields.FLAG).orElse(false);
    }

    private static void flag(Written written, String field, boolean value) {
        if (value) {
            written.put(field, true);
        }
    }

    private static OptionalInt whole(Fields f, String field) throws InvalidRecord {
        return f.find(field, Fields.WHOLE).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static void object(Written written, String field, Written object) {
        if (!object.node().isEmpty()) {
            written.put(field, object.node());
        }
    }
}
