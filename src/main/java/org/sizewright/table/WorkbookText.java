package org.sizewright.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads Excel workbooks, .xlsx as a stream of cells, .xls whole. Formulas show the value that was saved with them. */
final class WorkbookText {
    private static final String SAVE_AS_XLSX =
            "Open it in Excel, save it as Excel workbook (.xlsx) and open that file.";

    /** Parts that become a tree in memory take many times their size there. */
    private static final long TREE_BYTES = 4L << 20;

    private static final String SHARED_STRINGS =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";

    private WorkbookText() {}

    /** Reads a zip container; anything but an Excel workbook in it is refused. */
    static List<TextTable> readXlsx(byte[] bytes, String file, Limits limits, boolean exact)
            throws UnreadableException {
        try (ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get();
                ZipEntrySource source = new ZipFileZipEntrySource(zip)) {
            Set<String> parts = partsWithin(zip, file, limits);
            // some programs name the part workbook2.xml or put it elsewhere
            if (parts.stream().noneMatch(part -> part.contains("workbook") && part.endsWith(".xml"))) {
                throw notAWorkbook(file, parts);
            }
            return sheets(source, file, limits, exact);
        } catch (IOException e) {
            // the directory of a zip stands at its end
            throw hasDirectory(bytes) ? damaged(file) : cutOff(file);
        } catch (OpenXML4JException | SAXException | ParserConfigurationException e) {
            throw damaged(file);
        } catch (RuntimeException e) {
            // the library answers a broken file with whatever its first surprised line throws
            throw damaged(file);
        }
    }

    private static List<TextTable> sheets(ZipEntrySource source, String file, Limits limits, boolean exact)
            throws UnreadableException, OpenXML4JException, IOException, SAXException, ParserConfigurationException {
        try (OPCPackage container = OPCPackage.open(source)) {
            XSSFReader reader = new XSSFReader(container);
            List<String> strings = sharedTexts(container);
            CellNumbers numbers = new CellNumbers(reader, formatter(), exact);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            Set<String> hidden = hiddenSheets(reader);
            List<TextTable> tables = new ArrayList<>();
            List<TextTable> behind = new ArrayList<>();
            Tally tally = new Tally(file, limits);
            for (int count = 1; sheets.hasNext(); count++) {
                checkSheets(count, file, limits);
                try (InputStream sheet = sheets.next()) {
                    Grid grid = new Grid(file, sheets.getSheetName(), limits, tally);
                    SheetStream handler = new SheetStream(grid, strings, numbers);
                    parse(sheet, handler);
                    handler.mergeRegions();
                    List<TextTable> kind = hidden.contains(sheets.getSheetName()) ? behind : tables;
                    grid.toTable().ifPresent(kind::add);
                } catch (SheetStream.Stopped stopped) {
                    throw stopped.refusal();
                }
            }
            tables.addAll(behind);
            return tables;
        }
    }

    private static List<String> sharedTexts(OPCPackage container)
            throws IOException, SAXException, ParserConfigurationException {
        SharedTexts texts = new SharedTexts();
        for (PackagePart part : container.getPartsByContentType(SHARED_STRINGS)) {
            try (InputStream content = part.getInputStream()) {
                parse(content, texts);
            }
        }
        return texts.texts();
    }

    /** With the workbook library's parser, which opens nothing that a document points to. */
    private static void parse(InputStream content, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(handler);
        xml.parse(new InputSource(content));
    }

    /** What nobody sees in Excel comes after what everybody sees. */
    private static Set<String> hiddenSheets(XSSFReader reader)
            throws OpenXML4JException, IOException, SAXException, ParserConfigurationException {
        Set<String> hidden = new HashSet<>();
        try (InputStream workbook = reader.getWorkbookData()) {
            parse(workbook, new DefaultHandler() {
                @Override
                public void startElement(String uri, String localName, String qName, Attributes attributes) {
                    String state = attributes.getValue("state");
                    String name = attributes.getValue("name");
                    if ("sheet".equals(localName) && state != null && name != null && !state.equals("visible")) {
                        hidden.add(name);
                    }
                }
            });
        }
        return hidden;
    }

    /** Reads an OLE2 container: an old Excel workbook, or a new one behind a password. */
    static List<TextTable> readXls(byte[] bytes, String file, Limits limits) throws UnreadableException {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw passwordProtected(file);
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(container)) {
                return sheets(workbook, file, limits);
            }
        } catch (EncryptedDocumentException e) {
            throw passwordProtected(file);
        } catch (OldExcelFormatException e) {
            throw new UnreadableException("%s was written by an Excel older than 97.".formatted(file), SAVE_AS_XLSX);
        } catch (IOException e) {
            throw damaged(file);
        } catch (RuntimeException e) {
            // as above
            throw damaged(file);
        }
    }

    private static List<TextTable> sheets(HSSFWorkbook workbook, String file, Limits limits)
            throws UnreadableException {
        List<TextTable> tables = new ArrayList<>();
        List<TextTable> behind = new ArrayList<>();
        DataFormatter formatter = formatter();
        Tally tally = new Tally(file, limits);
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            checkSheets(index + 1, file, limits);
            Sheet sheet = workbook.getSheetAt(index);
            Grid grid = new Grid(file, sheet.getSheetName(), limits, tally);
            for (Row row : sheet) {
                grid.writes(row.getRowNum());
                for (org.apache.poi.ss.usermodel.Cell cell : row) {
                    grid.put(row.getRowNum(), cell.getColumnIndex(), formatter.formatCellValue(cell));
                }
            }
            for (CellRangeAddress region : sheet.getMergedRegions()) {
                grid.merge(region.getFirstRow(), region.getFirstColumn(), region.getLastRow(), region.getLastColumn());
            }
            boolean shown = workbook.getSheetVisibility(index) == SheetVisibility.VISIBLE;
            grid.toTable().ifPresent(shown ? tables::add : behind::add);
        }
        tables.addAll(behind);
        return tables;
    }

    private static void checkSheets(int count, String file, Limits limits) throws UnreadableException {
        if (count > limits.sheets()) {
            throw new UnreadableException(
                    "%s has more than %,d sheets.".formatted(file, limits.sheets()),
                    "Keep the sheet with the list, delete the others and try again.");
        }
    }

    /** Inflates everything once and throws it away: the only safe way to learn how large a zip really is. */
    private static Set<String> partsWithin(ZipFile zip, String file, Limits limits)
            throws IOException, UnreadableException {
        Set<String> parts = new HashSet<>();
        byte[] buffer = new byte[1 << 16];
        long inflated = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            parts.add(entry.getName());
            long part = 0;
            long largest = largest(entry.getName(), limits);
            try (InputStream content = zip.getInputStream(entry)) {
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    inflated += read;
                    part += read;
                    if (inflated > limits.inflatedBytes()) {
                        throw new UnreadableException(
                                "%s unpacks to more than %,d MB.".formatted(file, limits.inflatedBytes() / 1_000_000),
                                "Copy the list alone into a new workbook and open that file.");
                    }
                    if (part > largest) {
                        throw new UnreadableException(
                                "%s holds more than %,d MB in its part %s, which is read whole."
                                        .formatted(file, largest / 1_000_000, entry.getName()),
                                "Copy the list alone into a new workbook and open that file.");
                    }
                }
            }
        }
        return parts;
    }

    /** Sheets are read as a stream; what the workbook library keeps in memory as a whole has to be smaller. */
    private static long largest(String part, Limits limits) {
        String name = part.toLowerCase(Locale.ROOT);
        if (name.contains("sharedstrings")) {
            return 2L * limits.characters();
        }
        boolean tree = name.endsWith("styles.xml")
                || name.endsWith("workbook.xml")
                || name.endsWith(".rels")
                || name.startsWith("[content_types]");
        return tree ? TREE_BYTES : limits.inflatedBytes();
    }

    private static boolean hasDirectory(byte[] bytes) {
        for (int i = bytes.length - 22; i >= Math.max(0, bytes.length - 66_000); i--) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    private static UnreadableException cutOff(String file) {
        return new UnreadableException(
                "%s is cut off: the end of the file is missing.".formatted(file),
                "Download or copy it again; the first copy did not finish.");
    }

    private static UnreadableException notAWorkbook(String file, Set<String> parts) {
        if (parts.contains("xl/workbook.bin")) {
            return new UnreadableException(
                    "%s is a binary workbook (.xlsb), which is not read.".formatted(file), SAVE_AS_XLSX);
        }
        if (parts.contains("content.xml")) {
            return new UnreadableException(
                    "%s is an OpenDocument file, which is not read.".formatted(file),
                    "Save it as Excel workbook (.xlsx) or CSV and open that file.");
        }
        return new UnreadableException(
                "%s is a zip archive or another kind of document, not an Excel workbook.".formatted(file),
                "Unpack it if it is an archive, and open the .xlsx, .xls or .csv file.");
    }

    private static UnreadableException damaged(String file) {
        return new UnreadableException(
                "%s is damaged and cannot be read as an Excel workbook.".formatted(file),
                "Download it again, or open it in Excel, save it as Excel workbook (.xlsx) and open that file.");
    }

    private static UnreadableException passwordProtected(String file) {
        return new UnreadableException(
                "%s is protected by a password.".formatted(file),
                "Open it in Excel, remove the password under File > Info, save it and open it again.");
    }

    private static DataFormatter formatter() {
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        formatter.setUseCachedValuesForFormulaCells(true);
        return formatter;
    }
}
