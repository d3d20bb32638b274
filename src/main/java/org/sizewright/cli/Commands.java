package org.sizewright.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "sizewright",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Sizes AI clusters and writes build sheets. Without arguments it opens the window.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:the plan has findings of severity error, the library has faults, or a workbook has what cannot be taken",
            "2:wrong usage, or a file that cannot be read or written"
        })
public final class Commands implements Runnable {
    private final WindowFace window;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Commands(WindowFace window) {
        this.window = window;
    }

    @Override
    public void run() {
        if (!spec.commandLine().getParseResult().hasSubcommand()) {
            window.open(java.util.List.of());
        }
    }

    /** Runs the arguments and returns the exit code. */
    public static int run(String[] args, WindowFace window, Environment environment, PrintWriter out, PrintWriter err) {
        Console console = new Console(out, err);
        CommandLine line = new CommandLine(new Commands(window));
        line.addSubcommand(new CommandLine(new CatalogCommands())
                .addSubcommand(new CatalogCommands.Import(environment, console))
                .addSubcommand(new CatalogDiffCommand(environment, console)));
        line.addSubcommand(new CommandLine(new LibraryCommands())
                .addSubcommand(new LibraryCommands.CheckLibrary(environment, console)));
        line.addSubcommand(new SizeCommand(environment, console));
        line.addSubcommand(new AccuracyCommand(environment, console));
        line.addSubcommand(new BuildCommand(environment, console));
        line.addSubcommand(new TakeBackCommand(environment, console));
        line.addSubcommand(new CheckCommand(environment, console));
        line.addSubcommand(new StepsCommand(environment, console));
        line.addSubcommand(new ServersCommand(environment, console));
        line.addSubcommand(new PlatformsCommand(environment, console));
        line.addSubcommand(new GrowthCommand(environment, console));
        line.addSubcommand(new SampleCommand(environment, console));
        line.addSubcommand(new SimulateCommand(console));
        line.addSubcommand(new PlaceCommand(console));
        line.addSubcommand(new WindowCommands.Screens(window, console));
        line.addSubcommand(new WindowCommands.Open(window));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(new WrongUsage());
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }
}
