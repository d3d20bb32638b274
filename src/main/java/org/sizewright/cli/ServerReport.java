package org.sizewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.placement.LowerBound;
import org.sizewright.placement.RackLimit;
import org.sizewright.placement.SiteLimits;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Rack;
import org.sizewright.result.servers.Decision;
import org.sizewright.result.servers.ExcludedServer;
import org.sizewright.result.servers.Flip;
import org.sizewright.result.servers.ServerOutcome;
import org.sizewright.result.servers.ServerPrice;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.result.servers.ServerWords;
import org.sizewright.result.servers.TriedServer;

/**
 * A ranking of servers as it is written to files.
 *
 * @param flip what would make the second the best, where there is a second
 */
record ServerReport(Plan plan, ServerRanking ranking, Optional<Flip> flip) {
    private static final List<String> COLUMNS = List.of(
            "place",
            "vendor",
            "server",
            "gpu",
            "gpus_per_host",
            "hosts",
            "hosts_at_least",
            "power_kw",
            "power_kw_at_least",
            "rack_units",
            "price",
            "currency",
            "site",
            "not_judged",
            "changes",
            "excluded",
            "entry");

    ServerWords words() {
        return new ServerWords(plan.site().racks());
    }

    /** What put the winner before the second. */
    Optional<Decision> decision() {
        return ranking.runnerUp()
                .flatMap(second ->
                        words().decision(ranking.by(), ranking.winner().orElseThrow(), second))
                .map(found -> new Decision(
                        found.by(), found.winner(), found.other(), ServerWords.named(found.because(), plan)));
    }

    ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("option", plan.live().value());
        node.put("by", ranking.by().name().toLowerCase(Locale.ROOT));
        node.put("servers", ranking.entries());
        node.put("calculations", ranking.calculated());
        ranking.assumptions().forEach(node.putArray("assumptions")::add);
        decision()
                .ifPresent(found -> node.putObject("decision")
                        .put(
                                "by",
                                found.by()
                                        .map(by -> by.name().toLowerCase(Locale.ROOT))
                                        .orElse("site"))
                        .put("winner", found.winner())
                        .put("next", found.other())
                        .put("because", found.because()));
        flip.ifPresent(found -> {
            ObjectNode known = node.putObject("nextWouldWin");
            found.changes().forEach(known.putArray("with")::add);
            found.inVain().forEach(known.putArray("notWith")::add);
            known.put("calculations", found.calculated());
        });
        ArrayNode ranked = node.putArray("ranked");
        List<Integer> places = ranking.places();
        for (int i = 0; i < places.size(); i++) {
            ranked.add(toJson(ranking.ranked().get(i), places.get(i)));
        }
        ArrayNode excluded = node.putArray("excluded");
        for (ExcludedServer server : ranking.excluded()) {
            excluded.addObject()
                    .put("entry", server.entry().id().value())
                    .put("vendor", server.entry().vendor())
                    .put("server", server.entry().model())
                    .put("gpu", gpu(server))
                    .put("reason", server.reason().words())
                    .put("rule", server.rule().orElse(""))
                    .put("sentence", server.sentence());
        }
        return node;
    }

    private ObjectNode toJson(TriedServer server, int place) {
        ServerOutcome outcome = server.outcome();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("place", place)
                .put("entry", server.entry().id().value())
                .put("vendor", server.entry().vendor())
                .put("server", server.entry().model())
                .put("gpu", server.gpu().id().value())
                .put("gpuIsOpen", server.gpuIsOpen())
                .put("gpusPerHost", outcome.gpusPerHost())
                .put("sockets", outcome.sockets())
                .put("hosts", outcome.hosts())
                .put(
                        "hostsAtLeast",
                        outcome.proof().fromBelow().map(LowerBound::hosts).orElse(0))
                .put("proof", ServerWords.named(outcome.proof().words(), plan))
                .put("power_kw_at_least", outcome.wattsAtLeast() / 1000)
                .put("racks", outcome.racks())
                .put("site", ServerWords.verdict(outcome))
                .put("siteWords", words().site(outcome));
        number(node, "power_kw", outcome.watts(), 1000);
        number(node, "rack_units", outcome.units(), 1);
        price(server.price(), node.putObject("price"));
        ArrayNode racks = node.putArray("perRack");
        List<Rack> known = plan.site().racks();
        for (int i = 0; i < known.size(); i++) {
            SiteLimits.InRack rack = outcome.limits().racks().get(i);
            ObjectNode one = racks.addObject().put("rack", known.get(i).name());
            if (rack.hosts().isPresent()) {
                one.put("hosts", rack.hosts().getAsInt());
            } else {
                one.putNull("hosts");
            }
            rack.binding().forEach(limit -> one.withArray("limitedBy").add(limit.words()));
            rack.open().forEach(limit -> one.withArray("notJudged").add(limit.words()));
        }
        server.trial().changes(plan).forEach(node.putArray("changes")::add);
        return node;
    }

    private static void price(ServerPrice price, ObjectNode node) {
        if (price.lines().isEmpty() || price.currency().isEmpty()) {
            node.putNull("amount");
        } else {
            node.put("amount", price.amount()).put("currency", price.currency().get());
        }
        price.without().forEach(node.putArray("notQuoted")::add);
    }

    private static void number(ObjectNode node, String name, OptionalDouble number, double unit) {
        if (number.isPresent()) {
            node.put(name, number.getAsDouble() / unit);
        } else {
            node.putNull(name);
        }
    }

    private static String gpu(ExcludedServer server) {
        return server.gpu()
                .map(known -> known.id().value())
                .orElse(server.entry().gpu().text());
    }

    /** One line each, those that are not ranked at the end; unknown is empty. */
    String toCsv() {
        List<Integer> places = ranking.places();
        StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (int i = 0; i < places.size(); i++) {
            csv.append(line(cells(ranking.ranked().get(i), places.get(i))));
        }
        for (ExcludedServer server : ranking.excluded()) {
            csv.append(line(Stream.of(
                    "",
                    server.entry().vendor(),
                    server.entry().model(),
                    gpu(server),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    server.sentence(),
                    server.entry().id().value())));
        }
        return csv.toString();
    }

    private Stream<String> cells(TriedServer server, int place) {
        ServerOutcome outcome = server.outcome();
        ServerPrice price = server.price();
        boolean priced = !price.lines().isEmpty() && price.currency().isPresent();
        return Stream.of(
                String.valueOf(place),
                server.entry().vendor(),
                server.entry().model(),
                server.gpu().id().value(),
                String.valueOf(outcome.gpusPerHost()),
                String.valueOf(outcome.hosts()),
                String.valueOf(
                        outcome.proof().fromBelow().map(LowerBound::hosts).orElse(0)),
                outcome.watts().isPresent() ? String.valueOf(outcome.watts().getAsDouble() / 1000) : "",
                String.valueOf(outcome.wattsAtLeast() / 1000),
                outcome.units().isPresent() ? String.valueOf(outcome.units().getAsDouble()) : "",
                priced ? String.valueOf(price.amount()) : "",
                priced ? price.currency().orElse("") : "",
                ServerWords.verdict(outcome),
                outcome.open().stream().map(RackLimit::words).collect(Collectors.joining("; ")),
                String.join(" ", server.trial().changes(plan)),
                "",
                server.entry().id().value());
    }

    /** Texts are quoted where they have to be; one that a spreadsheet would take for a formula is kept a text. */
    private static String line(Stream<String> cells) {
        return cells.map(ServerReport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
