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
import org.sizewright.figure.FigureBook;
import org.sizewright.library.Library;
import org.sizewright.session.Storage;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.training.TrainingMemory;
import org.sizewright.sizing.training.TrainingSubject;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Memory, speed and GPUs of one model that is served or trained, explained. */
@Command(
        name = "size",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Sizes one language model, served or trained, and says how each number comes about.",
        footer = {
            "",
            "Ends with 0 if it fits, 1 if it does not or cannot be said, 2 if an option makes no sense.",
            "Example: size --model Meta-Llama-3.1-8B --precision fp8 --gpu L40S --users 300 --load chat"
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
            required = true,
            paramLabel = "NAME|config.json",
            description = "a model of the library, or its config.json")
    private String model = "";

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
        if (!training.isGiven()) {
            required(serving.precision().isPresent(), "--precision is missing: how the weights are stored.");
            required(load.isGiven(), "The load is missing: --context and --concurrency, or --users with --load.");
        }
        Optional<Storage> storage = libraryOptions.open(environment, console);
        if (storage.isEmpty()) {
            return Console.UNREADABLE;
        }
        try {
            Library library = storage.get().library();
            SizeSubjects subjects = new SizeSubjects(library, model, gpu, profile);
            if (!training.isGiven()) {
                return serve(subjects.served(serving, settings, load), library);
            }
            if (load.isGiven()) {
                throw new IllegalArgumentException("--train and a load of requests exclude each other: leave out one");
            }
            return train(subjects.trained(serving, training), library);
        } catch (IllegalArgumentException refused) {
            return console.refuse(sentence(String.valueOf(refused.getMessage())), "");
        }
    }

    /** Says what is missing with the usage, as for options that are always required. */
    private void required(boolean given, String sentence) {
        if (!given && spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), sentence);
        }
    }

    private static String sentence(String message) {
        boolean ended = message.endsWith(".") || message.endsWith("?");
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + (ended ? "" : ".");
    }

    private int serve(LlmSubject subject, Library library) throws JsonProcessingException {
        Demand demand = Demand.of(List.of(subject), List.of(), List.of(), library);
        SizeFindings findings = SizeFindings.of(demand, subject);
        new SizeTable(console, output.why).print(demand, subject, findings);
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("purpose", "serving");
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

    private int train(TrainingSubject subject, Library library) throws JsonProcessingException {
        FigureBook.Builder builder = FigureBook.builder();
        TrainingMemory memory = new TrainingMemory(builder, List.of(subject), library);
        FigureBook book = builder.build();
        SizeFindings findings = SizeFindings.of(book, memory, subject);
        new SizeTable(console, output.why).print(book, memory, subject, findings);
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("purpose", "training");
        head.put("model", subject.model().id().value());
        head.put("weights", subject.weights().id().value());
        head.put("method", subject.tuning().method().id());
        head.put("stack", subject.stack().id());
        head.put("optimiser", subject.optimiser().id());
        head.put("objective", subject.alignment().objective().id());
        head.put("gpu", subject.gpu().map(each -> each.id().value()).orElse(""));
        head.put("device", subject.device().name());
        head.put("dataParallel", subject.layout().data());
        head.put("tensorParallel", subject.layout().tensor());
        head.put("pipelineParallel", subject.layout().pipeline());
        head.put("contextParallel", subject.layout().context());
        head.put("expertParallel", subject.layout().expert());
        head.put("zeroStage", subject.layout().sharding().ordinal());
        return finish(head, book, findings);
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
