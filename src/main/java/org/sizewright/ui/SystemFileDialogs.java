package org.sizewright.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.sizewright.ui.look.Texts;

/** The file dialogs of the system. */
public final class SystemFileDialogs implements FileDialogs {
    private final Window owner;
    private final Texts texts;

    public SystemFileDialogs(Window owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public Optional<Path> open() {
        FileChooser chooser = chooser(texts.get("dialog.open"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                texts.get("dialog.open.all"), "*.json", "*.xlsx", "*.xls", "*.csv", "*.tsv", "*.txt"),
                        new ExtensionFilter(texts.get("dialog.plans"), "*.json"),
                        new ExtensionFilter(
                                texts.get("dialog.catalogs"), "*.xlsx", "*.xls", "*.csv", "*.tsv", "*.txt"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public List<Path> openTables() {
        FileChooser chooser = chooser(texts.get("dialog.openTables"));
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(
                        texts.get("dialog.inventories"), "*.xlsx", "*.xls", "*.csv", "*.tsv", "*.txt"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public List<Path> openModel() {
        FileChooser chooser = chooser(texts.get("dialog.openModel"));
        chooser.getExtensionFilters().add(new ExtensionFilter(texts.get("dialog.models"), "*.json"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> openList() {
        return list(texts.get("dialog.certified"));
    }

    @Override
    public Optional<Path> openExport() {
        return list(texts.get("dialog.otherExport"));
    }

    @Override
    public Optional<Path> openWorkbook() {
        FileChooser chooser = chooser(texts.get("dialog.returned"));
        chooser.getExtensionFilters().add(new ExtensionFilter(texts.get("dialog.workbooks"), "*.xlsx"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    private Optional<Path> list(String title) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(texts.get("dialog.catalogs"), "*.xlsx", "*.xls", "*.csv", "*.tsv", "*.txt"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> savePlan(String name) {
        FileChooser chooser = chooser(texts.get("dialog.save"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new ExtensionFilter(texts.get("dialog.plans"), "*.json"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> saveBuildSheet(String name) {
        FileChooser chooser = chooser(texts.get("dialog.export"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new ExtensionFilter(texts.get("dialog.workbooks"), "*.xlsx"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseHandOverFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("dialog.handOver"));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return chooser;
    }
}
