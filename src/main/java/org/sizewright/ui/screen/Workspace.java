package org.sizewright.ui.screen;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.figure.Cell;
import org.sizewright.inventory.InventoryImporter;
import org.sizewright.library.LibraryRecord;
import org.sizewright.plan.PlanEdit;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/** What a screen may ask of the window around it. */
public interface Workspace {
    Texts texts();

    /** Changes the plan; what is impossible is told to the user and changes nothing. */
    void edit(PlanEdit edit);

    /** Writes a record into the user's own library; how it went is told to the user. A place without one ignores it. */
    default void keep(LibraryRecord record) {}

    /** The unit in which this user reads amounts of memory. */
    default MemoryUnit memoryUnit() {
        return MemoryUnit.GIB;
    }

    /** Remembers the unit in which this user reads amounts of memory. */
    default void keepMemoryUnit(MemoryUnit unit) {}

    /** Explains a figure of the live option in the Why pane. */
    void explain(Cell cell);

    /** Shows something else in the Why pane, such as a catalog row or a finding. */
    void explain(Why why);

    /** Lets the user choose a catalog or plan file and opens it. */
    void chooseFileToOpen();

    /**
     * Lets the user choose files with tables, such as an inventory, and reads them in the background. What cannot be read is told to
     * the user; where nothing comes of it, nobody is called.
     */
    default void chooseTables(Consumer<List<InventoryImporter.Source>> read) {}

    /** Lets the user choose the configuration of a model, and the index of its weights if there is one. */
    default void chooseModelFiles(Consumer<List<Path>> chosen) {}

    /** Shows the table in the clipboard as a list to import. */
    default void pasteList() {}

    /** Shows how the open catalog was imported, to change columns and answers. */
    default void reviewImport() {}

    /** Lets the user choose another export of the open list and shows what differs. */
    default void compareExports() {}

    /**
     * Shows which servers of the open list carry the live option, ranked.
     *
     * @param among the servers to try; all of the list if there are none
     */
    default void findServers(List<CatalogEntry> among) {}

    /** Lets the user choose where the build sheet goes and writes it. */
    void exportBuildSheet();

    /** Lets the user choose an exported workbook that came back, and shows what was typed into it. */
    default void takeBack() {}

    /** Lets the user choose a folder and writes the hand-over files of the live option there. */
    default void writeHandOver() {}

    /** Ends the proof of the number of hosts that runs with what it has. */
    default void stopProof() {}

    /** Tries for longer to prove the number of hosts. */
    default void proveLonger() {}

    /** Brings the screen to the front where that place of the plan is edited, such as {@code /workloads/w1/contextTokens}. */
    void goTo(String path);
}
