package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Plan;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;
import org.sizewright.result.Cancellation;
import org.sizewright.result.servers.Decision;
import org.sizewright.result.servers.Flip;
import org.sizewright.result.servers.FlipSearch;
import org.sizewright.result.servers.RankBy;
import org.sizewright.result.servers.ServerQuestion;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.result.servers.ServerSearch;
import org.sizewright.result.servers.ServerWords;
import org.sizewright.result.servers.TriedServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which servers of a catalog carry the workloads of a plan, ranked. */
@Command(
        name = "servers",
        mixinStandardHelpOptions = true,
        description = {
            "Tries every qualified server of a catalog in the place of the first hosts to buy of a plan's option,",
            "and ranks those that carry its workloads under its site."
        })
final class ServersCommand implements Callable<Integer> {
    private static final int USUAL_LINES = 20;

    private final Environment environment;
    private final Console console;

    @Mixin
    private PlanInput input = new PlanInput();

    @Option(names = "--by", paramLabel = "WHAT", description = "hosts, power, units or price; hosts if not said")
    private RankBy by = RankBy.HOSTS;

    @Option(
            names = "--assume-power",
            paramLabel = "W",
            description = "power of a host without its GPUs, where nobody knows it")
    private Optional<Double> power = Optional.empty();

    @Option(names = "--assume-height", paramLabel = "U", description = "height of a host, where nobody knows it")
    private Optional<Integer> height = Optional.empty();

    @Option(names = "--assume-weight", paramLabel = "KG", description = "weight of a host, where nobody knows it")
    private Optional<Double> weight = Optional.empty();

    @Option(
            names = "--any-validation",
            description = "also servers for which the catalog states no validation with their GPU")
    private boolean anyValidation;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "print so many; " + USUAL_LINES + " if not said, 0 for all")
    private int top = USUAL_LINES;

    @Option(
            names = "--out",
            paramLabel = "RESULT",
            description = "write the whole ranking and what was excluded to this file, .json or .csv")
    private Optional<Path> out = Optional.empty();

    ServersCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (out.isPresent() && !isNamed(".json") && !isNamed(".csv")) {
            return console.refuse("The name of the result must end in .json or .csv.", "");
        }
        HostGroup.Typed assumed;
        try {
            assumed = new HostGroup.Typed(power.map(Watts::of), height, weight.map(Kilograms::of));
        } catch (IllegalArgumentException wrong) {
            return console.refuse(String.valueOf(wrong.getMessage()), "");
        }
        return switch (input.load(environment, console)) {
            case PlanInput.Loaded.Failed failed -> failed.exitCode();
            case PlanInput.Loaded.Ready ready -> search(ready, assumed);
        };
    }

    private int search(PlanInput.Loaded.Ready ready, HostGroup.Typed assumed) throws JsonProcessingException {
        if (ready.list().isEmpty()) {
            return console.refuse("Servers are searched for in a catalog.", "Name one with --catalog.");
        }
        Plan plan = ready.result().plan().plan();
        ServerQuestion question = ServerQuestion.of(
                        plan, ready.references(), ready.list().get().catalog().entries())
                .withAssumed(assumed)
                .withAnyValidation(anyValidation);
        ServerRanking ranking;
        try {
            ranking = ServerSearch.search(question, by, Cancellation.never(), ServerSearch.Progress.none());
        } catch (IllegalArgumentException impossible) {
            return console.refuse(String.valueOf(impossible.getMessage()), "");
        }
        Optional<Flip> flip = ranking.runnerUp()
                .map(second ->
                        FlipSearch.of(question, by, ranking.winner().orElseThrow(), second, Cancellation.never()));
        ServerReport report = new ServerReport(plan, ranking, flip);
        print(report);
        if (out.isPresent()
                && !console.write(
                        out.get(),
                        isNamed(".json")
                                ? JsonText.of(report.toJson())
                                : report.toCsv().getBytes(StandardCharsets.UTF_8))) {
            return Console.UNREADABLE;
        }
        return ranking.ranked().isEmpty() ? Console.FINDINGS : Console.FINE;
    }

    private boolean isNamed(String ending) {
        return out.orElseThrow().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private void print(ServerReport report) {
        ServerRanking ranking = report.ranking();
        console.print("Option %s: %d servers tried in %d calculations; %d carry everything, %d are not ranked."
                .formatted(
                        report.plan().liveOption().name(),
                        ranking.entries(),
                        ranking.calculated(),
                        ranking.ranked().size(),
                        ranking.excluded().size()));
        ranking.assumptions().forEach(each -> console.print("  " + each));
        List<TriedServer> ranked = ranking.ranked();
        List<Integer> places = ranking.places();
        int lines = top == 0 ? ranked.size() : Math.min(top, ranked.size());
        if (lines > 0) {
            console.print("%4s  %-58s %-32s %5s  %-18s %-8s %s"
                    .formatted("#", "server", "GPUs of a host", "hosts", "power", "height", "site"));
        }
        for (int i = 0; i < lines; i++) {
            TriedServer server = ranked.get(i);
            console.print("%4d  %-58s %-32s %5d  %-18s %-8s %s"
                    .formatted(
                            places.get(i),
                            server.entry().vendor() + " " + server.entry().model(),
                            server.outcome().gpusPerHost() + " x "
                                    + server.gpu().name(),
                            server.outcome().hosts(),
                            ServerWords.power(server.outcome()),
                            ServerWords.units(server.outcome()),
                            ServerWords.verdict(server.outcome())));
        }
        if (lines < ranked.size()) {
            console.print("      and %d more (--top 0 prints all)".formatted(ranked.size() - lines));
        }
        ranking.winner().ifPresent(winner -> {
            console.print("Best: " + winner.name() + ". " + report.words().perRack(winner.outcome()));
            ranking.runnerUp().ifPresent(second -> {
                console.print("Next: " + second.name() + ". "
                        + report.decision().map(Decision::words).orElse(""));
                report.flip()
                        .ifPresent(known -> console.print("It would be the best: "
                                + (known.changes().isEmpty()
                                        ? "by nothing that was tried."
                                        : String.join(" ", known.changes()))
                                + (known.inVain().isEmpty()
                                        ? ""
                                        : " This alone does not do it: " + String.join(", ", known.inVain()) + ".")));
            });
        });
    }
}
