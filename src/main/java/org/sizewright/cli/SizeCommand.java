package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sizewright.figure.FigureBook;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.plan.ResolvedWorkload.Search;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.session.Storage;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.retrieval.RetrievalFigures;
import org.sizewright.sizing.retrieval.RetrievalSubject;
import org.sizewright.sizing.training.TrainingMemory;
import org.sizewright.sizing.training.TrainingSubject;
import org.sizewright.sizing.training.TuningSubject;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Memory, speed and GPUs of one model that is served or trained, or of retrieval, explained. */
@Command(
        name = "size",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "sizewright size --model NAME --precision FORMAT LOAD [OPTIONS]",
            "       sizewright size --model NAME --train METHOD [OPTIONS]",
            "       sizewright size --retrieve PRESET --documents N QUERIES [OPTIONS]"
        },
        description =
                "Sizes one language model, served or trained, or retrieval, and says how each number comes about.",
        footer = {
            "",
            "Ends with 0 if it fits, 1 if it does not or cannot be said, 2 if an option makes no sense.",
            "Examples:",
            "  size --model Meta-Llama-3.1-8B --precision fp8 --gpu L40S --users 300 --load chat",
            "  size --model Meta-Llama-3.1-8B --train lora --rank 16 --tokens 50M",
            "  size --retrieve office --documents 100000 --users 500 --gpu L40S"
        })
final class SizeCommand implements Callable<Integer> {
    /** Of the JSON file; grows when a field changes its meaning, not when one is added. */
    private static final int SCHEMA = 1;

    private final Environment environment;
    private final Console console;

    @Spec
    @org.jspecify.annotations.Nullable
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "NAME|config.json",
            description = "a model of the library, or its config.json")
    private Optional<String> model = Optional.empty();

    @Option(
            names = "--totals",
            paramLabel = "NAME=N",
            split = ",",
            description = "a model of which only totals are known: parameters, hidden, layers, heads, kv-heads,"
                    + " head-dim, vocabulary, mlp; with experts also active, experts, experts-per-token")
    private List<String> totals = List.of();

    @Option(
            names = "--gpu",
            paramLabel = "NAME",
            defaultValue = "h100-sxm-80",
            description = "the GPU (default: ${DEFAULT-VALUE})")
    private String gpu = "";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "a slice of that GPU: a MIG profile such as 3g.40gb, or a vGPU type such as H100-40C")
    private Optional<String> profile = Optional.empty();

    @ArgGroup(validate = false, heading = "%nHow it is stored and split:%n")
    private ServingOptions serving = new ServingOptions();

    @ArgGroup(validate = false, heading = "%nLoad, as requests in work or as people:%n")
    private LoadOptions load = new LoadOptions();

    @ArgGroup(validate = false, heading = "%nSettings of the engine, where they are not its defaults:%n")
    private ServingOptions.Engine settings = new ServingOptions.Engine();

    @ArgGroup(validate = false, heading = "%nTraining in place of serving:%n")
    private TrainingOptions training = new TrainingOptions();

    @ArgGroup(validate = false, heading = "%nWhat it is trained towards:%n")
    private GoalOptions goal = new GoalOptions();

    @ArgGroup(validate = false, heading = "%nData, checkpoints and serving of adapters:%n")
    private RunOptions run = new RunOptions();

    @ArgGroup(validate = false, heading = "%nRetrieval in place of serving:%n")
    private RetrievalOptions retrieval = new RetrievalOptions();

    @ArgGroup(validate = false, heading = "%nModels and machines of retrieval:%n")
    private RetrievalModelOptions retrievalModels = new RetrievalModelOptions();

    @ArgGroup(validate = false, heading = "%nOutput and library:%n")
    private Output output = new Output();

    @Mixin
    private LibraryOptions libraryOptions = new LibraryOptions();

    /** What becomes of the figures. */
    static final class Output {
        @Option(
                names = "--json",
                paramLabel = "OUT",
                description = "write all figures of all rows as JSON to this file")
        private Optional<Path> json = Optional.empty();

        @Option(names = "--why", description = "print formula, numbers and sources below each line")
        private boolean why;
    }

    SizeCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try {
            Purpose purpose = purpose();
            Optional<Storage> storage = libraryOptions.open(environment, console);
            if (storage.isEmpty()) {
                return Console.UNREADABLE;
            }
            Library library = storage.get().library();
            SizeSubjects subjects = new SizeSubjects(library, gpu, profile);
            return switch (purpose) {
                case SERVING -> {
                    ModelChoice chosen = model(library);
                    yield serve(subjects.served(chosen, serving, settings, load), chosen.notes(), library);
                }
                case TRAINING -> {
                    ModelChoice chosen = model(library);
                    List<String> notes = new ArrayList<>(chosen.notes());
                    notes.addAll(training.notes(serving.precision().isPresent(), library));
                    yield train(subjects.trained(chosen, serving, training, goal, run), notes, library);
                }
                case RETRIEVAL ->
                    retrieve(subjects.searched(serving, retrieval, retrievalModels, load.people()), library);
            };
        } catch (IllegalArgumentException refused) {
            return console.refuse(sentence(String.valueOf(refused.getMessage())), "");
        }
    }

    /** What is asked for, with all that it cannot do without. */
    private Purpose purpose() {
        if (training.isGiven() && retrieval.isGiven()) {
            throw new IllegalArgumentException("--train and --retrieve exclude each other: leave out one");
        }
        Purpose purpose =
                training.isGiven() ? Purpose.TRAINING : retrieval.isGiven() ? Purpose.RETRIEVAL : Purpose.SERVING;
        if (spec != null) {
            Purpose.refuseTwice(spec.commandLine().getParseResult());
            purpose.refuseOthers(spec.commandLine().getParseResult());
        }
        if (purpose != Purpose.RETRIEVAL && model.isEmpty() && totals.isEmpty()) {
            throw new IllegalArgumentException(
                    "--model is missing: name a model of the library or a config.json, or give"
                            + " its --totals; retrieval is sized with --retrieve");
        }
        if (purpose == Purpose.SERVING) {
            if (serving.precision().isEmpty()) {
                throw new IllegalArgumentException(
                        "--precision is missing: how the weights are stored, such as bf16 or fp8");
            }
            if (!load.isGiven()) {
                throw new IllegalArgumentException(
                        "the load is missing: --context and --concurrency, or --users with --load");
            }
        }
        return purpose;
    }

    private ModelChoice model(Library library) {
        return totals.isEmpty()
                ? ModelChoice.of(model.orElse(""), library)
                : ModelChoice.ofTotals(model, totals, library);
    }

    private static String sentence(String message) {
        boolean ended = message.endsWith(".") || message.endsWith("?");
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + (ended ? "" : ".");
    }

    private int serve(LlmSubject subject, List<String> notes, Library library) throws JsonProcessingException {
        Demand demand = Demand.of(List.of(subject), List.of(), List.of(), library);
        SizeFindings findings = SizeFindings.of(demand, subject).and(notes);
        new SizeTable(console, output.why).print(demand, subject, findings);
        ObjectNode head = head(Purpose.SERVING);
        head.put("model", subject.model().id().value());
        head.put("weights", subject.weights().id().value());
        head.put("kvCache", subject.kvCache().id().value());
        head.put("engine", subject.engine().id().value());
        head.put("gpu", subject.gpu().id().value());
        head.put("device", subject.device().name());
        head.put("tensorParallel", subject.parallel().tensor());
        head.put("pipelineParallel", subject.parallel().pipeline());
        head.put("expertParallel", subject.parallel().expert());
        return finish(head, demand.figures(), findings);
    }

    private int train(TuningSubject tuning, List<String> notes, Library library) throws JsonProcessingException {
        TrainingSubject subject = tuning.training();
        FigureBook.Builder builder = FigureBook.builder();
        TrainingMemory memory = new TrainingMemory(builder, List.of(subject), library);
        FigureBook book = builder.build();
        SizeFindings findings =
                TrainingFindings.of(book, memory, tuning, library).and(notes);
        new SizeTable(console, output.why).print(book, memory, subject, findings);
        ObjectNode head = head(Purpose.TRAINING);
        head.put("model", subject.model().id().value());
        head.put("weights", subject.weights().id().value());
        head.put("method", subject.tuning().method().id());
        ArrayNode targets = head.putArray("targets");
        subject.tuning().targets().forEach(targets::add);
        head.put("withEmbeddings", subject.tuning().withEmbeddings());
        head.put("stack", subject.stack().id());
        head.put("optimiser", subject.optimiser().id());
        head.put("checkpointing", subject.checkpointing().word());
        head.put("compiled", subject.compiled());
        head.put("float8", subject.float8());
        head.put("objective", subject.alignment().objective().id());
        head.put("withReference", subject.alignment().withReference());
        head.put("sharedWeights", subject.alignment().sharedWeights());
        head.put("gpu", gpuId(gpu, library));
        head.put("device", subject.device().name());
        TrainingLayout layout = subject.layout();
        head.put("dataParallel", layout.data());
        head.put("tensorParallel", layout.tensor());
        head.put("sequenceParallel", layout.sequenceParallel());
        head.put("pipelineParallel", layout.pipeline());
        head.put("virtualStages", layout.virtualStages());
        head.put("contextParallel", layout.context());
        head.put("expertParallel", layout.expert());
        head.put("zeroStage", layout.sharding().ordinal());
        head.put("offload", layout.offload().name().toLowerCase(Locale.ROOT));
        return finish(head, book, findings);
    }

    private int retrieve(RetrievalSubject subject, Library library) throws JsonProcessingException {
        FigureBook.Builder builder = FigureBook.builder();
        RetrievalFigures figures = new RetrievalFigures(builder, List.of(subject), library);
        FigureBook book = builder.build();
        SizeFindings findings = RetrievalFindings.of(book, figures, subject);
        new RetrievalTable(console, output.why).print(book, figures, subject, findings);
        Search search = subject.search();
        ObjectNode head = head(Purpose.RETRIEVAL);
        head.put("preset", retrieval.preset(library).id());
        head.put("index", search.index().id().value());
        head.put("element", search.element().id().value());
        head.put("originals", search.workload().store().originals().name().toLowerCase(Locale.ROOT));
        head.put("engine", search.engine().id().value());
        model(head, "embedding", search.embedding());
        search.reranker().ifPresent(model -> model(head, "reranker", model));
        search.guardrail().ifPresent(model -> model(head, "guardrail", model));
        head.put("gpu", subject.gpu().id().value());
        head.put("device", subject.device().name());
        return finish(head, book, findings);
    }

    private static void model(ObjectNode head, String role, Search.Model model) {
        head.put(role, model.model().id().value());
        head.put(role + "Weights", model.weights().id().value());
    }

    private static ObjectNode head(Purpose purpose) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("purpose", purpose.name().toLowerCase(Locale.ROOT));
    }

    private static String gpuId(String wanted, Library library) {
        return RecordNames.of("GPU", library.gpus(), each -> each.id().value(), Gpu::name)
                .find(wanted)
                .id()
                .value();
    }

    private int finish(ObjectNode head, FigureBook book, SizeFindings findings) throws JsonProcessingException {
        if (output.json.isPresent()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("format", "sizewright-size").put("schema", SCHEMA);
            node.setAll(head);
            node.put("fits", findings.isFine());
            ArrayNode errors = node.putArray("errors");
            findings.errors().forEach(errors::add);
            ArrayNode notes = node.putArray("notes");
            findings.notes().forEach(notes::add);
            node.set("figures", new FigureJson(book).all());
            if (!console.write(output.json.get(), JsonText.of(node))) {
                return Console.UNREADABLE;
            }
        }
        return findings.isFine() ? Console.FINE : Console.FINDINGS;
    }
}
