package org.sizewright.ui.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.plan.StepState;
import org.sizewright.plan.StepState.Status;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.EntryList;
import org.sizewright.ui.part.SearchField;
import org.sizewright.ui.screen.Workspace;

/** The checklists: the steps from the order to a cluster in service, by phase, with who does them and how far they are. */
final class ChecklistsPart implements ChecksPart {
    private final ChecklistsViewModel model;
    private final Workspace workspace;
    private final Texts texts;
    private final StepWhy why;
    private final Chip done = new Chip("", Tone.NEUTRAL);
    private final HBox mark;
    private final PhaseList phases;
    private final Map<Status, ToggleButton> statuses = new EnumMap<>(Status.class);
    private final ComboBox<String> owners = new ComboBox<>();
    private final SearchField search = new SearchField();
    private final Label count = new Label();
    private final EntryList<StepRow> list;
    private final StepCard card;
    private final StackPane root = new StackPane();
    private final Node filled;
    private final Node waiting;
    private List<StepRow> rows = List.of();
    private boolean showing;

    /**
     * @param worker where checklists are prepared
     * @param owner where they are delivered
     * @param showFindings shows the findings of a rule
     */
    ChecklistsPart(Workspace workspace, Executor worker, Executor owner, Consumer<String> showFindings) {
        this.workspace = workspace;
        texts = workspace.texts();
        model = new ChecklistsViewModel(workspace, worker, owner);
        why = new StepWhy(workspace, showFindings);
        mark = head();
        phases = new PhaseList(texts, model::choose);
        list = new EntryList<>(texts.get("checks.steps"), this::entry);
        list.view().setId("checks-steps");
        list.setEmpty(new EmptyState(
                        Icon.FILTER,
                        Tone.NEUTRAL,
                        texts.get("checks.steps.none.title"),
                        texts.get("checks.steps.none.text"))
                .withAction(texts.get("checks.none.clear"), model::clear));
        list.onSelect(this::select);
        list.view().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                model.toggleDone();
                event.consume();
            }
        });
        card = new StepCard(texts, model);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox right = new VBox(10, line(), list, card);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        filled = new HBox(10, phases, right);
        waiting = new EmptyState(
                Icon.CHECKS, Tone.NEUTRAL, texts.get("checks.steps.wait.title"), texts.get("checks.steps.wait.text"));
        root.setMinHeight(0);
        model.page().subscribe(this::render);
    }

    @Override
    public String title() {
        return texts.get("checks.part.checklists");
    }

    @Override
    public Node mark() {
        return mark;
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void show(SessionState state) {
        model.show(state);
    }

    /** How far all of it is, and what narrows the list. */
    private HBox head() {
        done.setId("checks-steps-done");
        owners.setId("checks-steps-owner");
        owners.setAccessibleText(texts.get("checks.steps.owner"));
        owners.setPrefWidth(130);
        owners.setMinWidth(100);
        owners.setOnAction(ignored -> chosenOwner());
        search.named("checks-steps-search", texts.get("checks.steps.search"));
        search.setPrefWidth(160);
        search.setMinWidth(100);
        search.textProperty().addListener((property, before, words) -> model.search(words));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, done, gap, owners, search);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox line() {
        HBox chips = new HBox(6);
        chips.setAlignment(Pos.CENTER_LEFT);
        for (Status status : Status.values()) {
            Tone tone = tone(status);
            ToggleButton button = new ToggleButton("", tone.icon().node());
            button.setId("checks-steps-" + status);
            button.getStyleClass().addAll("chip", tone.styleClass());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(ignored -> model.filter(pressed()));
            statuses.put(status, button);
            chips.getChildren().add(button);
        }
        count.setId("checks-steps-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, chips, gap, count);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Set<Status> pressed() {
        Set<Status> pressed = EnumSet.noneOf(Status.class);
        statuses.forEach((status, button) -> {
            if (button.isSelected()) {
                pressed.add(status);
            }
        });
        return pressed;
    }

    private void chosenOwner() {
        if (showing) {
            return;
        }
        int chosen = owners.getSelectionModel().getSelectedIndex();
        if (chosen <= 0) {
            model.filterOwner(Optional.empty());
        } else {
            model.filterOwner(
                    Optional.of(chosen == 1 ? "" : owners.getSelectionModel().getSelectedItem()));
        }
    }

    private void select(Optional<StepRow> row) {
        model.select(row);
        row.ifPresent(chosen -> model.result().ifPresent(result -> workspace.explain(why.of(chosen.step(), result))));
    }

    private void render(Optional<ChecklistsPage> shown) {
        mark.setVisible(shown.isPresent());
        if (shown.isEmpty()) {
            root.getChildren().setAll(waiting);
            return;
        }
        ChecklistsPage page = shown.get();
        root.getChildren().setAll(filled);
        ChecklistsPage.Done total = page.total();
        done.show(
                texts.get("checks.steps.total", total.settled(), total.all()),
                total.settled() == total.all() ? Tone.OK : Tone.NEUTRAL);
        phases.show(page);
        statuses.forEach((status, button) -> {
            button.setText(page.count(status) + " " + status.title());
            button.setAccessibleText(texts.get("checks.filter", button.getText()));
            button.setSelected(page.statuses().contains(status));
            boolean there = page.count(status) > 0 || page.statuses().contains(status);
            button.setVisible(there);
            button.setManaged(there);
        });
        showOwners(page);
        if (!search.getText().equals(page.text())) {
            search.setText(page.text());
        }
        count.setText(texts.get("checks.count", page.rows().size(), page.all()));
        card.show(page);
        // last, because it says so at once if the selected step is no longer among them
        if (!page.rows().equals(rows)) {
            rows = page.rows();
            list.show(rows);
        }
    }

    private void showOwners(ChecklistsPage page) {
        showing = true;
        try {
            List<String> items =
                    new ArrayList<>(List.of(texts.get("checks.steps.owner.all"), texts.get("checks.steps.owner.none")));
            items.addAll(page.owners());
            if (!owners.getItems().equals(items)) {
                owners.getItems().setAll(items);
            }
            int chosen = page.owner()
                    .map(owner -> owner.isEmpty() ? 1 : Math.max(0, items.indexOf(owner)))
                    .orElse(0);
            owners.getSelectionModel().select(chosen);
        } finally {
            showing = false;
        }
    }

    private static Tone tone(Status status) {
        return switch (status) {
            case OPEN -> Tone.INFO;
            case IN_PROGRESS -> Tone.WARN;
            case DONE -> Tone.OK;
            case NOT_NEEDED -> Tone.NEUTRAL;
        };
    }

    private EntryList.Entry entry(StepRow row) {
        StepState state = row.state();
        String subject = row.step().subject();
        return new EntryList.Entry(
                row.id(),
                state.status().title(),
                tone(state.status()),
                subject.isEmpty() ? texts.get("checks.steps.whole") : subject,
                row.step().text(),
                state.note(),
                String.join(
                        ", ",
                        Stream.of(
                                        state.owner(),
                                        state.date().map(LocalDate::toString).orElse(""))
                                .filter(part -> !part.isEmpty())
                                .toList()));
    }
}
