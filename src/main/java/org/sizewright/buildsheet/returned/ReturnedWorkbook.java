package org.sizewright.buildsheet.returned;

import java.nio.file.Path;
import java.util.List;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;

/** A workbook of this program that somebody gave back. */
public sealed interface ReturnedWorkbook {
    /**
     * It can be compared with a plan.
     *
     * @param file its name
     * @param plan title of the plan that it was written from
     * @param option id of the option that it is of
     * @param cells all cells for typing that are still there
     * @param remarks what could not be found, or stands where nothing is taken from
     */
    record Read(String file, String plan, String option, List<TypedCell> cells, List<Remark> remarks)
            implements ReturnedWorkbook {
        public Read {
            cells = List.copyOf(cells);
            remarks = List.copyOf(remarks);
        }
    }

    /** It cannot be used: why, and what to do. */
    record Refused(String sentence, String advice) implements ReturnedWorkbook {}

    /** Reads the file at this path; whatever is wrong with it comes back as {@link Refused}. */
    static ReturnedWorkbook read(Path file) {
        String name = String.valueOf(file.getFileName());
        return switch (TableReader.readExactly(file, Limits.STANDARD)) {
            case Reading.Unreadable unreadable -> new Refused(unreadable.sentence(), unreadable.advice());
            case Reading.Tables tables -> new WorkbookCells(name, tables.tables()).read();
        };
    }
}
