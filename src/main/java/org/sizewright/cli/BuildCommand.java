package org.sizewright.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Severity;
import org.sizewright.session.Notice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the build sheet of a plan. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Writes the build sheet of a plan as an Excel workbook with live formulas.")
final class BuildCommand extends PlanCommand {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.xlsx",
            required = true,
            description = "the workbook to write")
    private Path output = Path.of("");

    @Option(
            names = "--hand-over",
            paramLabel = "DIR",
            description = "also write the files for the platform team's tools into this folder")
    private Optional<Path> handOver = Optional.empty();

    BuildCommand(Environment environment, Console console) {
        super(environment, console);
    }

    @Override
    int run(PlanInput.Loaded.Ready ready) {
        if (!ready.result().plan().problems().isEmpty()) {
            ready.result().plan().problems().forEach(problem -> console.refuse(problem.sentence(), problem.remedy()));
            console.refuse("No workbook was written.", "");
            return Console.FINDINGS;
        }
        OptionResult live = ready.result().live();
        Notice notice = ready.storage()
                .export(output, ready.result(), live, ready.saved().catalog(), step -> {});
        if (notice.kind() == Notice.Kind.REFUSED) {
            return console.refuse(notice.sentence(), notice.advice());
        }
        Optional<Notice> handedOver = handOver.map(folder -> ready.storage().handOver(folder, live));
        if (handedOver.filter(one -> one.kind() == Notice.Kind.REFUSED).isPresent()) {
            return console.refuse(handedOver.get().sentence(), handedOver.get().advice());
        }
        console.print(live.headline().toLine());
        WeekLines.print(console, live);
        SurvivalLines.print(console, live);
        console.print(notice.sentence());
        handedOver.ifPresent(one -> console.print(one.sentence()));
        return live.open(Severity.ERROR) > 0 ? Console.FINDINGS : Console.FINE;
    }
}
