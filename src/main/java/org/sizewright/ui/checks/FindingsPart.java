package org.sizewright.ui.checks;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.rules.Finding;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.EntryList;
import org.sizewright.ui.part.SearchField;
import org.sizewright.ui.screen.Workspace;

/** Every finding of the option that is shown, to be filtered, explained and accepted. */
final class FindingsPart implements ChecksPart {
    private final FindingsViewModel model;
    private final Texts texts;
    private final VBox whole;
    private final Chip verdict = new Chip("", Tone.OK);
    private final Map<Kind, ToggleButton> kinds = new EnumMap<>(Kind.class);
    private final SearchField search = new SearchField();
    private final Label count = new Label();
    private final EntryList<FindingRow> list;
    private final AcceptCard accept;
    private final Node filled;
    private final Node clear;
    private final Node waiting;
    private final StackPane body = new StackPane();
    private final HBox line;
    private List<FindingRow> rows = List.of();

    FindingsPart(Workspace workspace) {
        model = new FindingsViewModel(workspace);
        texts = workspace.texts();
        verdict.setId("checks-verdict");
        list = new EntryList<>(texts.get("checks.list"), this::entry);
        list.view().setId("checks-list");
        list.setEmpty(
                new EmptyState(Icon.FILTER, Tone.NEUTRAL, texts.get("checks.none.title"), texts.get("checks.none.text"))
                        .withAction(texts.get("checks.none.clear"), model::clear));
        list.onSelect(model::select);
        accept = new AcceptCard(texts, model);
        VBox.setVgrow(list, Priority.ALWAYS);
        filled = new VBox(10, list, accept);
        clear = new EmptyState(Icon.OK, Tone.OK, texts.get("checks.clear.title"), texts.get("checks.clear.text"));
        waiting = new EmptyState(
                Icon.CHECKS, Tone.NEUTRAL, texts.get("checks.wait.title"), texts.get("checks.wait.text"));
        line = line();
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        whole = new VBox(10, line, body);
        model.page().subscribe(this::render);
    }

    @Override
    public String title() {
        return texts.get("checks.part.findings");
    }

    @Override
    public Node mark() {
        HBox line = new HBox(verdict);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @Override
    public Node view() {
        return whole;
    }

    /** Shows findings only that have all these words. */
    void search(String words) {
        model.clear();
        model.search(words);
    }

    @Override
    public void show(SessionState state) {
        model.show(state);
    }

    private HBox line() {
        FlowPane chips = new FlowPane(6, 6);
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setPrefWrapLength(560);
        for (Kind kind : Kind.values()) {
            ToggleButton button = new ToggleButton("", kind.tone().icon().node());
            button.setId("checks-" + kind);
            button.getStyleClass().addAll("chip", kind.tone().styleClass());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(ignored -> model.filter(pressed()));
            kinds.put(kind, button);
            chips.getChildren().add(button);
        }
        search.named("checks-search", texts.get("checks.search"));
        search.setPrefWidth(200);
        search.setMinWidth(120);
        search.textProperty().addListener((property, before, text) -> model.search(text));
        count.getStyleClass().add("muted");
        count.setId("checks-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(chips, Priority.ALWAYS);
        HBox filters = new HBox(8, chips, search, count);
        filters.setAlignment(Pos.CENTER_LEFT);
        return filters;
    }

    private Set<Kind> pressed() {
        Set<Kind> pressed = EnumSet.noneOf(Kind.class);
        kinds.forEach((kind, button) -> {
            if (button.isSelected()) {
                pressed.add(kind);
            }
        });
        return pressed;
    }

    private void render(Optional<FindingsPage> shown) {
        boolean any = shown.stream().anyMatch(page -> page.all() > 0);
        line.setVisible(any);
        line.setManaged(any);
        verdict.setVisible(shown.isPresent());
        if (shown.isEmpty()) {
            body.getChildren().setAll(waiting);
            return;
        }
        FindingsPage page = shown.get();
        showVerdict(page);
        Node wanted = any ? filled : clear;
        if (!body.getChildren().contains(wanted)) {
            body.getChildren().setAll(wanted);
        }
        kinds.forEach((kind, button) -> {
            button.setText(label(kind, page.count(kind)));
            button.setAccessibleText(texts.get("checks.filter", button.getText()));
            button.setSelected(page.kinds().contains(kind));
            boolean there = page.count(kind) > 0 || page.kinds().contains(kind);
            button.setDisable(!there);
            button.setVisible(there || kind != Kind.ACCEPTED);
            button.setManaged(there || kind != Kind.ACCEPTED);
        });
        if (!search.getText().equals(page.text())) {
            search.setText(page.text());
        }
        count.setText(texts.get("checks.count", page.rows().size(), page.all()));
        accept.show(page);
        // last, because it says so at once if the selected finding is no longer among them
        if (!page.rows().equals(rows)) {
            rows = page.rows();
            list.show(rows);
        }
    }

    private void showVerdict(FindingsPage page) {
        if (page.count(Kind.ERROR) > 0) {
            verdict.show(texts.get("checks.verdict.errors"), Tone.ERROR);
        } else if (page.count(Kind.WARNING) > 0) {
            verdict.show(texts.get("checks.verdict.warnings"), Tone.WARN);
        } else {
            verdict.show(texts.get("checks.verdict.good"), Tone.OK);
        }
    }

    private String label(Kind kind, int number) {
        return switch (kind) {
            case ERROR -> texts.get("checks.errors", number);
            case WARNING -> texts.get("checks.warnings", number);
            case OPEN_ITEM -> texts.get("checks.openItems", number);
            case NOTE -> texts.get("checks.notes", number);
            case ACCEPTED -> texts.get("checks.acceptedCount", number);
        };
    }

    private EntryList.Entry entry(FindingRow row) {
        Finding finding = row.finding();
        String word = row.kind() == Kind.ACCEPTED
                ? texts.get("checks.accepted")
                : finding.severity().word();
        String note = finding.override()
                .map(override ->
                        texts.get("checks.accepted.note", finding.severity().word(), override.by(), override.reason()))
                .orElse("");
        return new EntryList.Entry(
                row.id(),
                word,
                row.kind().tone(),
                finding.subject(),
                finding.sentence(),
                note,
                finding.distance().orElse(""));
    }
}
