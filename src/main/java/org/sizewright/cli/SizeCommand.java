package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Explanation;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.EngineId;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelConfigReader;
import org.sizewright.library.ModelConfigResult;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.session.Storage;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The memory of one model, explained. */
@Command(
        name = "size",
        mixinStandardHelpOptions = true,
        description = "Sizes the memory of one language model and says how each number comes about.")
final class SizeCommand implements Callable<Integer> {
    private final Environment environment;
    private final Console console;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "NAME|config.json",
            description = "a model of the library, or its config.json")
    private String model = "";

    @Option(
            names = "--precision",
            required = true,
            paramLabel = "FORMAT",
            description = "how weights are stored: bf16, fp8, nf4-dq, ...")
    private String precision = "";

    @Option(
            names = "--kv-cache",
            paramLabel = "FORMAT",
            defaultValue = "bf16",
            description = "how keys and values are stored (default: ${DEFAULT-VALUE})")
    private String kvCache = "";

    @Option(
            names = "--context",
            required = true,
            paramLabel = "TOKENS",
            description = "tokens of one request, prompt and answer together")
    private int context;

    @Option(
            names = "--concurrency",
            required = true,
            paramLabel = "N",
            description = "requests in work at the same time")
    private int concurrency;

    @Option(
            names = "--gpu",
            paramLabel = "NAME",
            defaultValue = "h100-sxm-80",
            description = "the GPU (default: ${DEFAULT-VALUE})")
    private String gpu = "";

    @Option(
            names = "--tp",
            paramLabel = "N",
            defaultValue = "1",
            description = "GPUs that one replica is split over (default: ${DEFAULT-VALUE})")
    private int tensorParallel;

    @Option(
            names = "--engine",
            paramLabel = "ID",
            defaultValue = "vllm-0.19",
            description = "serving engine (default: ${DEFAULT-VALUE})")
    private String engine = "";

    @Option(names = "--json", paramLabel = "OUT", description = "write all figures as JSON to this file")
    private Optional<Path> json = Optional.empty();

    @Mixin
    private LibraryOptions libraryOptions = new LibraryOptions();

    SizeCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Optional<Storage> storage = libraryOptions.open(environment, console);
        if (storage.isEmpty()) {
            return Console.UNREADABLE;
        }
        Library library = storage.get().library();
        try {
            LlmSubject subject = subject(library);
            Demand demand = Demand.of(List.of(subject), List.of(), List.of(), library);
            print(demand, subject);
            if (json.isPresent() && !console.write(json.get(), JsonText.of(toJson(demand, subject)))) {
                return Console.UNREADABLE;
            }
            boolean fits =
                    demand.figures().value(demand.llm.replicas, subject.row()).isKnown();
            return fits ? Console.FINE : Console.FINDINGS;
        } catch (IllegalArgumentException refused) {
            String sentence = String.valueOf(refused.getMessage());
            return console.refuse(
                    sentence.substring(0, 1).toUpperCase(Locale.ROOT)
                            + sentence.substring(1)
                            + (sentence.endsWith(".") ? "" : "."),
                    "");
        }
    }

    /** @throws IllegalArgumentException with a sentence if an option names nothing or asks for something impossible */
    private LlmSubject subject(Library library) {
        ModelArchitecture architecture = model(library);
        NumberFormat weights =
                one("number format", precision, library.numberFormats(), f -> f.id().value(), NumberFormat::name);
        NumberFormat cache =
                one("number format", kvCache, library.numberFormats(), f -> f.id().value(), NumberFormat::name);
        Gpu device = one("GPU", gpu, library.gpus(), g -> g.id().value(), Gpu::name);
        if (tensorParallel < 1 || tensorParallel > 64) {
            throw new IllegalArgumentException("tensor parallel must be 1 to 64, not " + tensorParallel);
        }
        LlmServing serving = new LlmServing(
                WorkloadId.of("w1"),
                architecture.name(),
                architecture.id(),
                weights.id(),
                cache.id(),
                EngineId.of(engine),
                context,
                concurrency,
                Optional.empty(),
                EngineSettings.DEFAULT,
                new VmShape(1, 1),
                Survival.MUST_RESTART);
        return new LlmSubject(
                new RowKey("w1", architecture.name()),
                serving,
                architecture,
                shape(architecture, library),
                weights,
                cache,
                library.engine(EngineId.of(engine))
                        .orElseThrow(() ->
                                new IllegalArgumentException("the library has no engine \"" + engine + "\"; it has "
                                        + library.engines().stream()
                                                .map(e -> e.id().value())
                                                .toList())),
                device,
                DeviceMemory.of(device),
                Parallelism.tensor(tensorParallel));
    }

    private static ModelShape shape(ModelArchitecture architecture, Library library) {
        return switch (library.shape(architecture)) {
            case ShapeResult.Known known -> known.shape();
            case ShapeResult.Refused refused ->
                throw new IllegalArgumentException(String.join("; ", refused.reasons()));
        };
    }

    private ModelArchitecture model(Library library) {
        if (!model.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return one("model", model, library.models(), m -> m.id().value(), ModelArchitecture::name);
        }
        Path file = Path.of(model);
        Path parent = file.toAbsolutePath().getParent();
        String name = parent == null || parent.getFileName() == null
                ? "config"
                : parent.getFileName().toString();
        return switch (ModelConfigReader.read(file, ModelId.of(name), library)) {
            case ModelConfigResult.Parsed parsed -> parsed.model();
            case ModelConfigResult.Refused refused ->
                throw new IllegalArgumentException(String.join(" ", refused.reasons()));
        };
    }

    /** The record of exactly that id or name, else the only one that contains the words. */
    private static <T> T one(
            String kind, String wanted, List<T> records, Function<T, String> id, Function<T, String> name) {
        String letters = letters(wanted);
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("name a " + kind);
        }
        List<T> exact = records.stream()
                .filter(record -> letters(id.apply(record)).equals(letters)
                        || letters(name.apply(record)).equals(letters)
                        || letters(lastPart(id.apply(record))).equals(letters))
                .toList();
        List<T> found = exact.isEmpty()
                ? records.stream()
                        .filter(record -> letters(id.apply(record)).contains(letters)
                                || letters(name.apply(record)).contains(letters))
                        .toList()
                : exact;
        if (found.isEmpty()) {
            throw new IllegalArgumentException("the library has no " + kind + " \"" + wanted + "\"");
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException("\"" + wanted + "\" may be "
                    + String.join(", ", found.stream().map(id).toList()) + ": name one of them");
        }
        return found.getFirst();
    }

    /** Without the publisher in front and the ending that says only in which format a checkpoint is stored. */
    private static String lastPart(String id) {
        String last = id.substring(id.lastIndexOf('/') + 1);
        return last.endsWith("-hf") ? last.substring(0, last.length() - 3) : last;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private void print(Demand demand, LlmSubject subject) {
        FigureBook figures = demand.figures();
        LlmMemory llm = demand.llm;
        RowKey row = subject.row();
        console.print("%s, weights in %s, KV cache in %s, on %s × %d with %s"
                .formatted(
                        subject.model().name(),
                        subject.weights().name(),
                        subject.kvCache().name(),
                        subject.gpu().name(),
                        subject.tensorParallel(),
                        subject.engine().name()));
        for (Figure figure : List.of(
                llm.model.parameters,
                llm.weights,
                llm.weightsPerGpu,
                llm.kvPerToken,
                llm.kvPerRequest,
                llm.kvForConcurrency,
                llm.engine.activation,
                llm.engine.nonTorch,
                llm.engine.reserve,
                llm.engine.gpuMemory,
                llm.engine.kvPool,
                llm.tokensPerReplica,
                llm.requestsPerReplica,
                llm.replicas,
                llm.left,
                llm.gpus)) {
            explain(figures, figure.cell(row, Lane.VALUE));
        }
    }

    private void explain(FigureBook figures, Cell cell) {
        Explanation why = figures.explain(cell);
        Unit unit = cell.figure().unit();
        StringBuilder line =
                new StringBuilder("%n%-38s %s".formatted(cell.figure().title(), ValueText.of(why.value(), unit)));
        if (unit.equals(Unit.GIB) && why.value() instanceof Value.Known known) {
            line.append(" = ").append(ValueText.of(Value.of(Unit.GIB.convert(known.number(), Unit.GB)), Unit.GB));
        }
        if (cell.figure().isBanded()) {
            figures.band(cell.figure(), cell.row())
                    .filter(band -> band.min() < band.max())
                    .ifPresent(band -> line.append("   (")
                            .append(ValueText.number(band.min()))
                            .append(" to ")
                            .append(ValueText.number(band.max()))
                            .append(" over the band)"));
        }
        if (why.value() instanceof Value.Unknown unknown) {
            line.append(": ").append(unknown.why());
        }
        console.print(line.toString());
        if (!why.formula().isEmpty()) {
            console.print("    = " + why.formula());
            console.print("    = " + why.numbers());
        }
        for (Source source : why.sources()) {
            console.print("    source: " + source.toLine());
        }
    }

    private static ObjectNode toJson(Demand demand, LlmSubject subject) {
        FigureBook figures = demand.figures();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("model", subject.model().id().value());
        node.put("weights", subject.weights().id().value());
        node.put("kvCache", subject.kvCache().id().value());
        node.put("engine", subject.engine().id().value());
        node.put("gpu", subject.gpu().id().value());
        node.put("tensorParallel", subject.tensorParallel());
        ArrayNode list = node.putArray("figures");
        for (Figure figure : figures.figures()) {
            if (figure.rows().equals(demand.llm.rows)) {
                Cell cell = figure.cell(subject.row(), Lane.VALUE);
                Explanation why = figures.explain(cell);
                ObjectNode one = list.addObject();
                one.put("id", figure.id());
                one.put("title", figure.title());
                one.put("unit", figure.unit().symbol());
                number(one, "value", why.value());
                if (figure.isBanded()) {
                    number(one, "low", figures.value(figure.cell(subject.row(), Lane.LOW)));
                    number(one, "high", figures.value(figure.cell(subject.row(), Lane.HIGH)));
                }
                one.put("formula", why.formula());
                one.put("numbers", why.numbers());
                ArrayNode inputs = one.putArray("inputs");
                why.inputs().forEach(input -> inputs.add(input.figure().id()));
                ArrayNode sources = one.putArray("sources");
                why.sources().forEach(source -> sources.add(source.toLine()));
            }
        }
        return node;
    }

    private static void number(ObjectNode node, String field, Value value) {
        switch (value) {
            case Value.Known known -> node.put(field, known.number());
            case Value.Unknown unknown -> node.putNull(field).put(field + "Unknown", unknown.why());
        }
    }
}
