package org.sizewright.table;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads tables that somebody else wrote: .xlsx, .xls, delimited text (.csv, .tsv, .txt, or pasted), and .pdf as far as places on a
 * page tell rows and columns.
 *
 * <p>What a file is, its first bytes decide, not its name. Whatever is wrong with a file comes back as {@link Reading.Unreadable};
 * no input makes a method of this class throw.
 */
public final class TableReader {
    private static final String EXPORT_AGAIN = "Export the list as Excel (.xlsx) or CSV and open that file.";

    private TableReader() {}

    /** Reads the file at this path. */
    public static Reading read(Path path, Limits limits) {
        return read(path, limits, false);
    }

    /** The same, where numbers of an .xlsx come with every digit and days as 2026-12-31, whatever their cells show. */
    public static Reading readExactly(Path path, Limits limits) {
        return read(path, limits, true);
    }

    private static Reading read(Path path, Limits limits, boolean exact) {
        Path namePart = path.getFileName();
        String name = namePart == null ? path.toString() : namePart.toString();
        try {
            if (Files.isDirectory(path)) {
                return new Reading.Unreadable(
                        "%s is a folder, not a file.".formatted(name), "Choose the file inside it.");
            }
            if (Files.size(path) > limits.fileBytes()) {
                return tooLarge(name, limits);
            }
            return read(Files.readAllBytes(path), name, limits, exact);
        } catch (NoSuchFileException e) {
            return new Reading.Unreadable(
                    "%s does not exist.".formatted(path),
                    "Check the name and the folder, and whether the file was moved.");
        } catch (AccessDeniedException e) {
            return notPermitted(name);
        } catch (IOException e) {
            if (!Files.isReadable(path)) {
                return notPermitted(name);
            }
            return new Reading.Unreadable(
                    "%s cannot be read from this drive.".formatted(name),
                    "Copy the file to this computer, close other programs that use it, and try again.");
        }
    }

    /** Reads the content of a file of this name. */
    public static Reading read(byte[] content, String name, Limits limits) {
        return read(content, name, limits, false);
    }

    private static Reading read(byte[] content, String name, Limits limits, boolean exact) {
        if (content.length == 0) {
            return empty(name);
        }
        if (content.length > limits.fileBytes()) {
            return tooLarge(name, limits);
        }
        try {
            if (startsWith(content, 'P', 'K', 3, 4) || startsWith(content, 'P', 'K', 5, 6)) {
                return tables(WorkbookText.readXlsx(content, name, limits, exact), name);
            }
            if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
                return tables(WorkbookText.readXls(content, name, limits), name);
            }
            if (startsWith(content, '%', 'P', 'D', 'F')) {
                return text(PdfText.read(content, name, limits), name);
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".xlsx") || lower.endsWith(".xlsm") || lower.endsWith(".xls")) {
                return new Reading.Unreadable(
                        startsWith(content, '<')
                                ? "%s is a web page or XML document under the name of a workbook.".formatted(name)
                                : "%s is not an Excel workbook, whatever its name says.".formatted(name),
                        "Open it in the program that wrote it and save it as Excel workbook (.xlsx) or CSV.");
            }
            return text(DelimitedText.read(content, name, limits), name);
        } catch (UnreadableException e) {
            return e.refusal();
        }
    }

    /** Reads text that was pasted, for example from a web page or from Excel. */
    public static Reading readText(String text, String name, Limits limits) {
        if (text.length() > limits.fileBytes()) {
            return tooLarge(name, limits);
        }
        try {
            return text(DelimitedText.read(text, name, limits), name);
        } catch (UnreadableException e) {
            return e.refusal();
        }
    }

    private static Reading text(Optional<TextTable> table, String name) {
        return table.<Reading>map(t -> new Reading.Tables(List.of(t))).orElseGet(() -> empty(name));
    }

    private static Reading tables(List<TextTable> tables, String name) {
        if (tables.isEmpty()) {
            return new Reading.Unreadable("%s has no filled cell in any sheet.".formatted(name), EXPORT_AGAIN);
        }
        return new Reading.Tables(tables);
    }

    private static Reading empty(String name) {
        return new Reading.Unreadable("%s is empty.".formatted(name), "Export or download the list again.");
    }

    private static Reading tooLarge(String name, Limits limits) {
        return new Reading.Unreadable(
                "%s is larger than %,d MB.".formatted(name, limits.fileBytes() / 1_000_000),
                "Keep only the sheet with the list, save it and open that file.");
    }

    private static Reading notPermitted(String name) {
        return new Reading.Unreadable(
                "You have no permission to read %s.".formatted(name),
                "Ask its owner for access, or copy it to a folder of your own.");
    }

    private static boolean startsWith(byte[] content, int... start) {
        if (content.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((content[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
