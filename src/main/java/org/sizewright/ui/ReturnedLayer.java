package org.sizewright.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sizewright.buildsheet.returned.Change;
import org.sizewright.buildsheet.returned.Comparison;
import org.sizewright.plan.PlanEdit;
import org.sizewright.session.Notice;
import org.sizewright.session.Session;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.returned.ReturnedDesk;
import org.sizewright.ui.returned.ReturnedView;
import org.sizewright.ui.returned.ReturnedViewModel;

/** Shows over the window what somebody typed into an exported workbook; whatever was in front comes back afterwards. */
final class ReturnedLayer implements ReturnedDesk {
    private final Texts texts;
    private final Session session;
    private final FileDialogs dialogs;
    private final StackPane root;
    private final Consumer<Notice> tell;
    private final Consumer<PlanEdit> edit;
    private final List<Node> hidden = new ArrayList<>();
    private String file = "";
    private Optional<Node> focused = Optional.empty();
    private @Nullable ReturnedView shown;

    /** @param root holds what is in front, and notices as the last */
    ReturnedLayer(
            Texts texts,
            Session session,
            FileDialogs dialogs,
            StackPane root,
            Consumer<Notice> tell,
            Consumer<PlanEdit> edit) {
        this.texts = texts;
        this.session = session;
        this.dialogs = dialogs;
        this.root = root;
        this.tell = tell;
        this.edit = edit;
    }

    /** Lets the user choose a workbook that came back. */
    void choose() {
        dialogs.openWorkbook().ifPresent(this::open);
    }

    void open(Path workbook) {
        session.sheets().compareReturned(workbook, this::show, tell);
    }

    private void show(Comparison comparison) {
        close();
        file = comparison.file();
        ReturnedView view = new ReturnedView(texts, new ReturnedViewModel(this, comparison));
        shown = view;
        focused = Optional.ofNullable(root.getScene()).map(scene -> scene.getFocusOwner());
        int top = root.getChildren().size() - 1;
        root.getChildren().subList(0, top).stream().filter(Node::isVisible).forEach(hidden::add);
        hidden.forEach(node -> node.setVisible(false));
        root.getChildren().add(top, view.view());
        view.focus();
    }

    @Override
    public void take(List<Change> changes) {
        close();
        edit.accept(Comparison.edit(texts.get("returned.edit", changes.size(), file), changes));
    }

    @Override
    public void close() {
        ReturnedView view = shown;
        if (view != null) {
            root.getChildren().remove(view.view());
            shown = null;
            hidden.forEach(node -> node.setVisible(true));
            hidden.clear();
            focused.ifPresent(Node::requestFocus);
        }
    }
}
