package org.sizewright.ui.find;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.result.servers.Flip;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.result.servers.ServerWords;
import org.sizewright.result.servers.TriedServer;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;

/** Who wins, who comes next, what decided, and how far the next one is from winning. */
final class FindVerdict extends VBox {
    private final Texts texts;
    private final FindViewModel model;
    private final FindWhy words;
    private final Label winner = line("strong");
    private final Label runnerUp = line("plain");
    private final Label decided = line("muted");
    private final Label flip = line("muted");

    FindVerdict(Texts texts, FindViewModel model, FindWhy words) {
        super(5);
        this.texts = texts;
        this.model = model;
        this.words = words;
        winner.setId("find-winner");
        runnerUp.setId("find-runner-up");
        decided.setId("find-decided");
        flip.setId("find-flip");
        wrapped(decided);
        wrapped(flip);
        getStyleClass().addAll("card", "find-card");
        getChildren()
                .addAll(
                        named(new Chip(texts.get("find.winner"), Tone.OK), winner),
                        named(new Chip(texts.get("find.second"), Tone.NEUTRAL), runnerUp),
                        decided,
                        flip);
        setMinHeight(USE_PREF_SIZE);
    }

    private static Label line(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(700);
        label.setTooltip(whole);
        return label;
    }

    /** Sentences of any length, of which none may be cut off. */
    private static void wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
    }

    private static HBox named(Chip chip, Label label) {
        chip.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, chip, label);
        HBox.setHgrow(label, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    void show(ServerRanking ranking) {
        Optional<TriedServer> first = ranking.winner();
        setVisible(first.isPresent());
        setManaged(first.isPresent());
        first.ifPresent(best -> {
            int alike = ranking.winners().size();
            winner.setText(summary(best) + (alike > 1 ? " " + texts.get("find.alike", alike - 1) : ""));
            Optional<TriedServer> second = ranking.runnerUp();
            runnerUp.setText(second.map(this::summary).orElse(texts.get("find.second.none")));
            decided.setText(second.flatMap(next -> model.words().decision(ranking.by(), best, next))
                    .map(decision -> texts.get("find.decided", words.named(decision.words())))
                    .orElse(""));
            showFlip(ranking, model.runnerUp().get());
        });
    }

    void showFlip(ServerRanking ranking, Optional<Flip> found) {
        flip.setText(
                ranking.runnerUp().isEmpty()
                        ? ""
                        : found.map(known -> known.changes().isEmpty()
                                        ? texts.get("find.flip.none")
                                        : texts.get("find.flip", String.join(" ", known.changes())))
                                .orElse(texts.get("find.why.trying")));
    }

    private String summary(TriedServer server) {
        return texts.get(
                "find.summary",
                server.entry().vendor(),
                server.entry().model(),
                server.gpu().name(),
                ServerWords.hosts(server.outcome().hosts()),
                ServerWords.power(server.outcome()),
                server.outcome().units().isPresent() ? ServerWords.units(server.outcome()) : texts.get("find.noHeight"),
                ServerWords.verdict(server.outcome()));
    }
}
