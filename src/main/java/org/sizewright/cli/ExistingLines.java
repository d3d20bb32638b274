package org.sizewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.ExistingFit;
import org.sizewright.placement.VmClass;
import org.sizewright.result.OptionResult;

/** Whether everything fits on the hosts that are there: as lines and as JSON. */
final class ExistingLines {
    private ExistingLines() {}

    static void print(Console console, OptionResult result) {
        for (ClusterPlacement placed : result.placements()) {
            fit(result, placed)
                    .ifPresent(fit -> console.print(placed.cluster().cluster().name() + ", hosts that are there: "
                            + words(result, placed, fit)));
        }
    }

    /** One entry per cluster with such hosts; an answer that is neither found nor ruled out is null. */
    static void put(ObjectNode node, OptionResult result) {
        ArrayNode clusters = node.putArray("existing");
        for (ClusterPlacement placed : result.placements()) {
            fit(result, placed).ifPresent(fit -> put(clusters.addObject(), result, placed, fit));
        }
    }

    private static void put(ObjectNode node, OptionResult result, ClusterPlacement placed, ExistingFit fit) {
        node.put("cluster", placed.cluster().cluster().id().value());
        node.put("hosts", fit.hosts());
        node.put("machines", fit.machines());
        node.put("runThereToday", fit.today().size());
        answer(node, "fitsInPlace", fit.inPlace());
        answer(node, "fitsAfterRepack", fit.repacked());
        ArrayNode moves = node.putArray("moves");
        fit.moves()
                .forEach(move -> moves.addObject()
                        .put(
                                "vm",
                                SurvivalLines.workload(result, move.from().vmClass()) + "-"
                                        + move.from().number())
                        .put("from", placed.place(move.from()))
                        .put("to", placed.place(move.to())));
        ArrayNode more = node.putArray("moreHosts");
        fit.more()
                .forEach(each -> more.addObject()
                        .put(
                                "group",
                                placed.cluster()
                                        .groups()
                                        .get(each.group())
                                        .group()
                                        .id()
                                        .value())
                        .put("atLeast", each.atLeast())
                        .put(
                                "enough",
                                each.enough().isPresent()
                                        ? (Integer) each.enough().getAsInt()
                                        : null)
                        .put("proven", each.isProven()));
        node.put("words", words(result, placed, fit));
    }

    private static Optional<ExistingFit> fit(OptionResult result, ClusterPlacement placed) {
        return Optional.ofNullable(
                result.existing().get(placed.cluster().cluster().id()));
    }

    private static void answer(ObjectNode node, String field, ExistingFit.Answer answer) {
        switch (answer) {
            case ExistingFit.Answer.Fits fits -> node.put(field, true);
            case ExistingFit.Answer.Cannot cannot -> node.put(field, false);
            case ExistingFit.Answer.Open open -> node.putNull(field);
        }
    }

    private static String words(OptionResult result, ClusterPlacement placed, ExistingFit fit) {
        return VmClass.named(fit.words(placed), vmClass -> SurvivalLines.workload(result, vmClass));
    }
}
