package org.sizewright.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for files. Behind an interface because a headless platform has no dialogs. */
public interface FileDialogs {
    /** A plan or a catalog to open. */
    Optional<Path> open();

    /** Files with tables, such as an inventory; empty if the user thinks better of it. */
    default List<Path> openTables() {
        return List.of();
    }

    /** The configuration of a model, and the index of its weights; empty if the user thinks better of it. */
    default List<Path> openModel() {
        return List.of();
    }

    /** A list of certified systems to join. */
    default Optional<Path> openList() {
        return open();
    }

    /** Another export of the open list. */
    default Optional<Path> openExport() {
        return open();
    }

    /** A workbook of this program that came back. */
    default Optional<Path> openWorkbook() {
        return open();
    }

    /** Where to save a plan; the name is a proposal. */
    Optional<Path> savePlan(String name);

    /** Where to write the build sheet; the name is a proposal. */
    Optional<Path> saveBuildSheet(String name);

    /** The folder for hand-over files. */
    default Optional<Path> chooseHandOverFolder() {
        return Optional.empty();
    }
}
