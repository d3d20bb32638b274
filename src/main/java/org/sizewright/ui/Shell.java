package org.sizewright.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.WhyPane;

/**
 * The frame of the window: rail, top bar, one screen, Why pane and status line. It knows nothing of plans; it shows what it is told
 * and asks {@link ShellActions} for the rest. Below {@value #WIDE} pixels the Why pane lies over the screen instead of beside it.
 */
public final class Shell {
    /** From this width on the Why pane stands beside the screen. */
    static final double WIDE = 1180;

    /** Below one of these the rail shows icons only. */
    private static final double ROOMY_WIDTH = 900;

    private static final double ROOMY_HEIGHT = 600;
    private static final double WHY_WIDTH = 300;

    private final List<ScreenSlot> slots;
    private final ShellActions actions;
    private final Map<String, Node> built = new HashMap<>();
    private final BorderPane root = new BorderPane();
    private final BorderPane middle = new BorderPane();
    private final StackPane stack = new StackPane(middle);
    private final ScrollPane content = new ScrollPane();
    private final StackPane dock;
    private final Rail rail;
    private final TopBar bar;
    private final StatusLine status;
    private final WhyPane why;
    private Consumer<String> onScreen = ignored -> {};
    private Theme theme = Theme.LIGHT;
    private String shown = "";
    private boolean whyWhenWide = true;
    private boolean whyWhenNarrow;
    private @Nullable Node focusBefore;

    public Shell(Texts texts, List<ScreenSlot> slots, ShellActions actions) {
        this.slots = List.copyOf(slots);
        this.actions = actions;
        rail = new Rail(texts, this.slots, this::select);
        bar = new TopBar(texts, actions, this::toggleWhy, () -> {
            showTheme(theme.other());
            actions.themeChosen(theme);
        });
        status = new StatusLine(texts, actions::openStatus);
        why = new WhyPane(texts);
        dock = new StackPane(why);
        dock.getStyleClass().add("why-dock");
        dock.setMinWidth(WHY_WIDTH);
        dock.setPrefWidth(WHY_WIDTH);
        dock.setMaxWidth(WHY_WIDTH);
        StackPane.setAlignment(dock, Pos.CENTER_RIGHT);
        content.setFitToWidth(true);
        content.setFitToHeight(true);
        content.setFocusTraversable(false);
        content.setMinSize(0, 0);
        content.setPrefSize(400, 300);
        middle.setCenter(content);
        stack.setMinSize(0, 0);
        root.setTop(bar);
        root.setLeft(rail);
        root.setCenter(stack);
        root.setBottom(status);
        root.setMinSize(0, 0);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        root.widthProperty().subscribe(this::arrange);
        root.heightProperty().subscribe(this::arrange);
        if (!this.slots.isEmpty()) {
            select(this.slots.getFirst().id());
        }
    }

    /** What to put into a scene. */
    public Parent root() {
        return root;
    }

    /** Shows the screen of this id, building it if this is the first time; an id that no slot has is a bug. */
    public void select(String id) {
        ScreenSlot slot = slots.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no screen " + id));
        rail.mark(id);
        if (id.equals(shown)) {
            return;
        }
        shown = id;
        content.setContent(built.computeIfAbsent(id, ignored -> slot.content().get()));
        content.setVvalue(0);
        onScreen.accept(id);
    }

    /** The id of the screen that is shown; empty without screens. */
    public String shownScreen() {
        return shown;
    }

    /** Called with the id of each screen that comes to be shown. */
    public void onScreen(Consumer<String> consumer) {
        onScreen = consumer;
    }

    /** The plan's name, whether it is saved, in words, and what can be done with it as a file. */
    public void showPlan(String name, String savedState, List<MenuItem> items) {
        bar.showPlan(name, savedState, items);
    }

    public void showSite(String text) {
        bar.showSite(text);
    }

    public void showOptions(List<OptionTab> options, String selectedId) {
        bar.showOptions(options, selectedId);
    }

    /** Names the step that undo takes back; without one the button is off. */
    public void showUndo(Optional<String> step) {
        bar.showUndo(step);
    }

    /** Names the step that redo repeats; without one the button is off. */
    public void showRedo(Optional<String> step) {
        bar.showRedo(step);
    }

    public void showStatus(List<StatusSegment> segments) {
        status.show(segments);
    }

    /** The pane at the right. */
    public WhyPane why() {
        return why;
    }

    /** Opens the Why pane if it is folded away. */
    public void openWhy() {
        if (isWide()) {
            whyWhenWide = true;
        } else {
            whyWhenNarrow = true;
        }
        arrange();
    }

    /** Gives the window this theme, now if it has a scene; the caller gives a new scene its theme. */
    public void showTheme(Theme chosen) {
        theme = chosen;
        bar.showTheme(chosen);
        if (root.getScene() != null) {
            chosen.applyTo(root.getScene());
        }
    }

    private void toggleWhy() {
        if (isWide()) {
            whyWhenWide = !whyWhenWide;
        } else {
            whyWhenNarrow = !whyWhenNarrow;
        }
        arrange();
        moveFocus();
    }

    /** A pane that lies over the screen takes the focus, so that Escape closes it, and gives it back. */
    private void moveFocus() {
        if (isWide() || root.getScene() == null) {
            return;
        }
        if (whyWhenNarrow) {
            focusBefore = root.getScene().getFocusOwner();
            why.takeFocus();
        } else if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    private boolean isWide() {
        return root.getWidth() >= WIDE;
    }

    private void arrange() {
        rail.setCompact(root.getWidth() < ROOMY_WIDTH || root.getHeight() < ROOMY_HEIGHT);
        boolean beside = isWide() && whyWhenWide;
        boolean over = !isWide() && whyWhenNarrow;
        dock.getStyleClass().remove("over");
        if (beside) {
            stack.getChildren().remove(dock);
            if (middle.getRight() != dock) {
                middle.setRight(dock);
            }
        } else {
            middle.setRight(null);
            stack.getChildren().remove(dock);
            if (over) {
                dock.getStyleClass().add("over");
                stack.getChildren().add(dock);
            }
        }
    }

    private void onKey(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.F1) {
            toggleWhy();
        } else if (code == KeyCode.ESCAPE && !isWide() && whyWhenNarrow) {
            toggleWhy();
        } else if (!event.isShortcutDown()) {
            return;
        } else if (code == KeyCode.Z && !event.isShiftDown()) {
            actions.undo();
        } else if (code == KeyCode.Y || code == KeyCode.Z) {
            actions.redo();
        } else if (code.isDigitKey()) {
            int index = digit(code) - 1;
            if (index < 0 || index >= slots.size()) {
                return;
            }
            select(slots.get(index).id());
        } else {
            return;
        }
        event.consume();
    }

    private static int digit(KeyCode code) {
        int top = code.ordinal() - KeyCode.DIGIT0.ordinal();
        return top >= 0 && top <= 9 ? top : code.ordinal() - KeyCode.NUMPAD0.ordinal();
    }
}
