package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that reads a plan, calculates it and says something about the result. */
abstract class PlanCommand implements Callable<Integer> {
    private final Environment environment;

    /** Where the command prints. */
    final Console console;

    @Mixin
    private PlanInput input = new PlanInput();

    PlanCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public final Integer call() throws JsonProcessingException {
        return switch (input.load(environment, console)) {
            case PlanInput.Loaded.Failed failed -> failed.exitCode();
            case PlanInput.Loaded.Ready ready -> run(ready);
        };
    }

    /** Does what the command is for. @return the exit code */
    abstract int run(PlanInput.Loaded.Ready plan) throws JsonProcessingException;

    /** Writes JSON if a file was named. @return the exit code: the given one, or that the file could not be written */
    final int written(Optional<Path> file, JsonNode json, int exitCode) throws JsonProcessingException {
        return file.isPresent() && !console.write(file.get(), JsonText.of(json)) ? Console.UNREADABLE : exitCode;
    }
}
