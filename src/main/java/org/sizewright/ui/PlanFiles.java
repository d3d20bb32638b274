package org.sizewright.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.sizewright.session.Notice;
import org.sizewright.session.Session;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;

/** The plan as a file: its menu, opening, saving, and the names that its other files get. Lives on the JavaFX thread. */
final class PlanFiles {
    private final Texts texts;
    private final Session session;
    private final FileDialogs dialogs;
    private final Workbench.Plans plans;
    private final Consumer<Notice> tell;
    private final Supplier<List<Path>> recent;
    private final Consumer<Path> used;

    /**
     * @param recent plans that were open lately, the last one first
     * @param used called with a plan that was opened or saved
     */
    PlanFiles(
            Texts texts,
            Session session,
            FileDialogs dialogs,
            Workbench.Plans plans,
            Consumer<Notice> tell,
            Supplier<List<Path>> recent,
            Consumer<Path> used) {
        this.texts = texts;
        this.session = session;
        this.dialogs = dialogs;
        this.plans = plans;
        this.tell = tell;
        this.recent = recent;
        this.used = used;
    }

    /**
     * What can be done with the plan.
     *
     * @param choose asks for a file and opens it
     */
    List<MenuItem> menu(Runnable choose) {
        MenuItem blank = item("menu.new", () -> session.takeNew(plans.blank()));
        MenuItem open = item("menu.open", choose);
        Menu lately = new Menu(texts.get("menu.recent"));
        recent.get().forEach(file -> {
            MenuItem one = new MenuItem(String.valueOf(file.getFileName()));
            one.setOnAction(event -> open(file));
            lately.getItems().add(one);
        });
        lately.setDisable(lately.getItems().isEmpty());
        MenuItem sample = item("menu.sample", () -> session.takeUnsaved(plans.sample()));
        MenuItem save = item("menu.save", this::save);
        save.setDisable(session.state().saved());
        MenuItem saveAs = item("menu.saveAs", this::saveAs);
        return new ArrayList<>(List.of(blank, open, lately, sample, new SeparatorMenuItem(), save, saveAs));
    }

    /** An item of a menu that does something. */
    MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Whether the plan is on disk as it is. */
    String savedWords() {
        SessionState now = session.state();
        if (now.file().isEmpty()) {
            return texts.get("window.noFile");
        }
        return texts.get(now.saved() ? "window.saved" : "window.changed");
    }

    /** Opens a plan in the background and says how it went. */
    void open(Path plan) {
        session.open(plan, notice -> tellOf(plan, notice));
    }

    void save() {
        session.state().file().ifPresentOrElse(this::saveTo, this::saveAs);
    }

    void saveAs() {
        dialogs.savePlan(name(".json")).ifPresent(this::saveTo);
    }

    private void saveTo(Path file) {
        session.saveTo(file, notice -> tellOf(file, notice));
    }

    private void tellOf(Path plan, Notice notice) {
        tell.accept(notice);
        if (notice.kind() == Notice.Kind.DONE) {
            used.accept(plan.toAbsolutePath());
        }
    }

    /** A name for a file of the plan, from its title. */
    String name(String ending) {
        String title = session.state()
                .plan()
                .header()
                .title()
                .replaceAll("[^\\p{L}\\p{N} ._-]", "")
                .strip();
        return (title.isEmpty() ? "plan" : title) + ending;
    }
}
