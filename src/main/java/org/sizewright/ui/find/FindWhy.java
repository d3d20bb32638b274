package org.sizewright.ui.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.HostGroup;
import org.sizewright.result.OptionResult;
import org.sizewright.result.servers.ExcludedServer;
import org.sizewright.result.servers.Flip;
import org.sizewright.result.servers.ServerOutcome;
import org.sizewright.result.servers.ServerPrice;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.result.servers.ServerWords;
import org.sizewright.result.servers.TriedServer;
import org.sizewright.result.servers.UseServer;
import org.sizewright.sizing.HostFigures;
import org.sizewright.ui.find.FindViewModel.Detail;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/** Explains a found server: figures with their formulas, why so many hosts, what the site says, and what decides against the winner. */
final class FindWhy {
    private final Texts texts;
    private final FindViewModel model;

    FindWhy(Texts texts, FindViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    Why of(Detail detail) {
        return switch (detail.row()) {
            case FindRow.Ranked ranked -> ranked(ranked, detail);
            case FindRow.Excluded excluded -> excluded(excluded.server());
        };
    }

    private Why excluded(ExcludedServer server) {
        List<Why.Input> inputs = new ArrayList<>();
        inputs.add(listed(server.entry()));
        server.rule().ifPresent(rule -> inputs.add(Why.Input.given(texts.get("find.why.rule"), rule, "")));
        server.gpu()
                .ifPresent(gpu -> inputs.add(Why.Input.given(
                        texts.get("find.col.gpuKind"),
                        gpu.name(),
                        texts.get("find.why.gpuAs", server.entry().gpu().text()))));
        return Why.finding(
                        texts.get(
                                "find.name",
                                server.entry().model(),
                                server.gpu()
                                        .map(gpu -> gpu.name())
                                        .orElse(server.entry().gpu().displayName())),
                        server.sentence(),
                        inputs)
                .withSection(assumptions());
    }

    private Why ranked(FindRow.Ranked row, Detail detail) {
        TriedServer server = row.server();
        ServerRanking ranking = model.ranking().orElseThrow();
        List<Why.Input> inputs = new ArrayList<>();
        detail.result().ifPresent(result -> figures(result, inputs));
        inputs.add(listed(server.entry()));
        inputs.add(gpu(server));
        price(server.price(), inputs);
        Why why = Why.figure(
                texts.get("find.name", server.entry().model(), server.gpu().name()),
                ServerWords.hosts(server.outcome().hosts()),
                texts.get("find.why.place", row.place(), ranking.ranked().size()),
                List.of(
                        texts.get("find.why.formula.hosts"),
                        server.outcome().hostWatts().isPresent()
                                ? texts.get(
                                        "find.why.formula.power",
                                        server.outcome().hosts(),
                                        ValueText.number(
                                                server.outcome().hostWatts().getAsDouble() / 1000, 2),
                                        ServerWords.power(server.outcome()))
                                : texts.get("find.why.formula.noPower", ServerWords.power(server.outcome()))),
                inputs);
        List<String> changes = server.trial().changes(model.plan());
        if (!changes.isEmpty()) {
            why = why.withSection(Why.Section.of(texts.get("find.why.changes"), String.join("\n", changes)));
        }
        why = why.withSection(Why.Section.of(
                        texts.get("find.why.use"),
                        texts.get("find.why.use.text", server.outcome().hosts()))
                .withStep(texts.get("find.use"), () -> model.take(server)));
        why = against(why, row, ranking, detail);
        String beyond = server.outcome().verdict() == ServerOutcome.Verdict.BEYOND
                ? "\n" + model.words().site(server.outcome())
                : "";
        why = why.withSection(
                Why.Section.of(texts.get("find.why.site"), model.words().perRack(server.outcome()) + beyond));
        why = why.withSection(Why.Section.of(
                texts.get("find.why.hosts"), named(server.outcome().proof().words())));
        return why.withSection(assumptions());
    }

    private Why.Section assumptions() {
        return Why.Section.of(
                texts.get("find.why.assumed"),
                model.ranking().orElseThrow().assumptions().stream()
                        .map(each -> texts.get("find.why.point", each))
                        .collect(Collectors.joining("\n")));
    }

    /** What decides against the winner, and what would change that. */
    private Why against(Why why, FindRow.Ranked row, ServerRanking ranking, Detail detail) {
        TriedServer winner = ranking.winner().orElseThrow();
        if (ranking.winners().contains(row.server())) {
            return why.withSection(Why.Section.of(
                    texts.get("find.why.winner"),
                    ranking.winners().size() > 1
                            ? texts.get("find.why.alike", ranking.winners().size())
                            : ranking.runnerUp()
                                    .flatMap(second -> model.words().decision(ranking.by(), winner, second))
                                    .map(decision -> named(decision.words()))
                                    .orElse(texts.get("find.why.only"))));
        }
        String decided = model.words()
                .decision(ranking.by(), winner, row.server())
                .map(decision -> named(decision.words()))
                .orElse("");
        Why.Section section =
                Why.Section.of(texts.get("find.why.against", winner.entry().model()), decided);
        Optional<Flip> flip = detail.flip()
                .or(() -> ranking.runnerUp()
                        .filter(row.server()::equals)
                        .flatMap(second -> model.runnerUp().get()));
        if (flip.isPresent()) {
            return why.withSection(section).withSection(Why.Section.of(texts.get("find.why.flip"), flip(flip.get())));
        }
        return why.withSection(
                detail.trying()
                        ? Why.Section.of(section.title(), decided + "\n" + texts.get("find.why.trying"))
                        : section.withStep(texts.get("find.why.try"), () -> model.tryToWin(row)));
    }

    /** What would make a server the best, or that nothing tried does. */
    String flip(Flip flip) {
        String changes = flip.changes().isEmpty() ? texts.get("find.flip.none") : String.join("\n", flip.changes());
        return flip.inVain().isEmpty()
                ? changes
                : changes + "\n" + texts.get("find.flip.inVain", String.join(", ", flip.inVain()));
    }

    private void figures(OptionResult result, List<Why.Input> inputs) {
        HostFigures hosts = result.sizing().demand.hosts;
        UseServer.group(result.plan().plan(), result.option().option().id()).ifPresent(group -> {
            RowKey row = row(group);
            add(result, result.sizing().cluster.hosts, row, inputs);
            add(result, hosts.hostPower, row, inputs);
            add(result, hosts.height, row, inputs);
            add(result, hosts.weight, row, inputs);
            add(result, result.sizing().cluster.power, row, inputs);
        });
    }

    private void add(OptionResult result, Figure figure, RowKey row, List<Why.Input> inputs) {
        Cell cell = figure.cell(row, Lane.VALUE);
        inputs.add(Why.Input.computed(
                figure.title(),
                ValueText.of(result.figures().value(cell), figure.unit()),
                "",
                () -> model.desk().why(result, cell)));
    }

    private static RowKey row(HostGroup group) {
        return new RowKey(group.id().value(), group.name());
    }

    private Why.Input listed(CatalogEntry entry) {
        return Why.Input.given(
                texts.get("find.why.listed", entry.raw().row()),
                entry.validationText().isEmpty() ? texts.get("find.unknown") : entry.validationText(),
                entry.raw().text().stream().filter(text -> !text.isBlank()).collect(Collectors.joining(" | ")));
    }

    private Why.Input gpu(TriedServer server) {
        return Why.Input.given(
                texts.get("find.col.gpus"),
                String.valueOf(server.outcome().gpusPerHost()),
                server.gpuIsOpen()
                        ? texts.get(
                                "find.why.gpuOpen",
                                server.entry().gpu().text(),
                                server.gpu().name())
                        : texts.get(
                                server.entry().maxGpu().isPresent() ? "find.why.gpusListed" : "find.why.gpusOfPlan"));
    }

    private void price(ServerPrice price, List<Why.Input> inputs) {
        for (ServerPrice.Line line : price.lines()) {
            inputs.add(Why.Input.given(
                    texts.get("find.why.priced", ValueText.number(line.quantity()), line.what()),
                    ValueText.number(line.amount(), 0) + " " + line.price().currency(),
                    line.price().toLine()));
        }
        if (!price.lines().isEmpty() && !price.without().isEmpty()) {
            inputs.add(Why.Input.given(
                    texts.get("find.why.notPriced"), texts.get("find.unknown"), String.join(", ", price.without())));
        }
    }

    /** Sentences with the names of workloads in the place of their ids. */
    String named(String words) {
        return ServerWords.named(words, model.plan());
    }
}
