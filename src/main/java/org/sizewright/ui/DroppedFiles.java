package org.sizewright.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.sizewright.session.ModelFile;

/** Files that are dropped on the window, each given to who reads its kind. */
final class DroppedFiles {
    /**
     * Who takes what.
     *
     * @param models configuration of a model and the index of its weights, together
     * @param plan one plan
     * @param lists exports of catalogs or of hosts, together
     */
    record Takers(Consumer<List<Path>> models, Consumer<Path> plan, Consumer<List<Path>> lists) {}

    private final Takers takers;

    private DroppedFiles(Takers takers) {
        this.takers = takers;
    }

    static void on(Node target, Takers takers) {
        DroppedFiles dropped = new DroppedFiles(takers);
        target.setOnDragOver(DroppedFiles::accept);
        target.setOnDragDropped(dropped::take);
    }

    static boolean isPlan(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static void accept(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void take(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            take(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }

    private void take(List<Path> files) {
        List<Path> models = files.stream().filter(ModelFile::isMeant).toList();
        List<Path> others =
                files.stream().filter(file -> !models.contains(file)).toList();
        List<Path> lists = others.stream().filter(file -> !isPlan(file)).toList();
        if (!models.isEmpty()) {
            takers.models().accept(models);
        }
        others.stream().filter(DroppedFiles::isPlan).forEach(takers.plan());
        if (!lists.isEmpty()) {
            takers.lists().accept(lists);
        }
    }
}
