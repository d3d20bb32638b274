package org.sizewright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** One page at a time over the window; whatever was in front is hidden meanwhile and comes back with its focus. */
final class PageOver {
    private final StackPane root;
    private final List<Node> hidden = new ArrayList<>();
    private Optional<Node> focused = Optional.empty();
    private Optional<Node> shown = Optional.empty();

    /** @param root holds what is in front, and notices as the last */
    PageOver(StackPane root) {
        this.root = root;
    }

    /** Shows a page in the place of one that is shown. */
    void show(Node page) {
        close();
        shown = Optional.of(page);
        focused = Optional.ofNullable(root.getScene()).map(scene -> scene.getFocusOwner());
        int top = root.getChildren().size() - 1;
        root.getChildren().subList(0, top).stream().filter(Node::isVisible).forEach(hidden::add);
        hidden.forEach(node -> node.setVisible(false));
        root.getChildren().add(top, page);
    }

    /** Takes the page away, if one is shown. */
    void close() {
        shown.ifPresent(page -> {
            root.getChildren().remove(page);
            shown = Optional.empty();
            hidden.forEach(node -> node.setVisible(true));
            hidden.clear();
            focused.ifPresent(Node::requestFocus);
        });
    }
}
