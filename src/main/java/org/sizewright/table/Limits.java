package org.sizewright.table;

/**
 * How much a foreign table may hold. Beyond a limit the file is refused as a whole: a part of a list would look like all of it.
 *
 * @param fileBytes size of the file, bytes
 * @param inflatedBytes size of a workbook's parts after decompression, bytes, all together
 * @param sheets number of sheets
 * @param rows rows per sheet
 * @param columns columns per sheet
 * @param cells cells of all sheets together, blank ones inside the used area included
 * @param characters characters of all cells together
 * @param cellLength characters per cell
 */
public record Limits(
        long fileBytes,
        long inflatedBytes,
        int sheets,
        int rows,
        int columns,
        int cells,
        int characters,
        int cellLength) {
    /** Ample for any list of servers, and a heap of 256 MB holds it; 32,767 is Excel's own limit for a cell. */
    public static final Limits STANDARD =
            new Limits(32L << 20, 256L << 20, 64, 65_536, 256, 1_000_000, 16 << 20, 32_767);

    public Limits {
        if (fileBytes < 1
                || inflatedBytes < 1
                || sheets < 1
                || rows < 1
                || columns < 1
                || cells < 1
                || characters < 1
                || cellLength < 1) {
            throw new IllegalArgumentException("every limit is at least 1");
        }
    }
}
