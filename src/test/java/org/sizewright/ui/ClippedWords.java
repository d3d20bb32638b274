package org.sizewright.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;

/** Finds words that do not stand on the screen in full. */
final class ClippedWords {
    private ClippedWords() {}

    /** The texts below this node that are visible but shortened; cells of tables may be, since their columns can be widened. */
    static List<String> in(Parent root) {
        List<String> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible() || node instanceof TableCell<?, ?>) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            for (Node child : labeled.getChildrenUnmodifiable()) {
                if (child instanceof Text text
                        && text.getStyleClass().contains("text")
                        && !text.getText()
                                .replace("\n", " ")
                                .equals(labeled.getText().replace("\n", " "))) {
                    found.add(labeled.getText());
                }
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
