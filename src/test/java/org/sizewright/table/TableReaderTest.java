package org.sizewright.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TableReaderTest {
    @TempDir
    Path folder;

    private static List<TextTable> tables(Reading reading) {
        return switch (reading) {
            case Reading.Tables tables -> tables.tables();
            case Reading.Unreadable unreadable -> throw new AssertionError(unreadable.sentence());
        };
    }

    private static List<List<String>> texts(Reading reading) {
        return tables(reading).getFirst().rows().stream()
                .map(TextTable.Row::texts)
                .toList();
    }

    private static List<List<String>> csv(String text) {
        return texts(TableReader.read(text.getBytes(StandardCharsets.UTF_8), "list.csv", Limits.STANDARD));
    }

    private static String refusal(byte[] bytes, String name) {
        return refusal(TableReader.read(bytes, name, Limits.STANDARD));
    }

    private static String refusal(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        Reading.Unreadable unreadable = (Reading.Unreadable) reading;
        assertThat(unreadable.sentence()).endsWith(".").doesNotContain("\n");
        assertThat(unreadable.advice()).endsWith(".");
        return unreadable.sentence();
    }

    private static byte[] workbook(Workbook workbook, Consumer<Sheet> fill) {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            fill.accept(workbook.createSheet("List"));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = TableReaderTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showsCellsAsAPersonSeesThem(boolean xlsx) {
        byte[] bytes = workbook(xlsx ? new XSSFWorkbook() : new HSSFWorkbook(), sheet -> {
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue("PowerEdge");
            row.createCell(1).setCellValue(8);
            row.createCell(2).setCellValue(2.5);
            row.createCell(4).setCellValue(true);
            CellStyle percent = sheet.getWorkbook().createCellStyle();
            percent.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0%"));
            row.createCell(5).setCellValue(0.5);
            row.getCell(5).setCellStyle(percent);
            sheet.createRow(3).createCell(0).setCellValue("end");
        });
        assertThat(texts(TableReader.read(bytes, "list", Limits.STANDARD)))
                .containsExactly(
                        List.of(), List.of("PowerEdge", "8", "2.5", "", "TRUE", "50%"), List.of(), List.of("end"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resolvesMergedRegions(boolean xlsx) {
        byte[] bytes = workbook(xlsx ? new XSSFWorkbook() : new HSSFWorkbook(), sheet -> {
            sheet.createRow(0).createCell(0).setCellValue("title");
            sheet.createRow(1).createCell(0).setCellValue("HPE");
            sheet.getRow(1).createCell(1).setCellValue("one");
            sheet.createRow(2).createCell(1).setCellValue("two");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
        });
        List<TextTable.Row> rows = tables(TableReader.read(bytes, "list", Limits.STANDARD))
                .getFirst()
                .rows();
        assertThat(rows.get(0).cell(1)).isEqualTo(new Cell("title", Cell.Origin.MERGED_ACROSS));
        assertThat(rows.get(1).cell(0)).isEqualTo(new Cell("HPE", Cell.Origin.OWN));
        assertThat(rows.get(2).cell(0)).isEqualTo(new Cell("HPE", Cell.Origin.MERGED_DOWN));
        assertThat(rows.get(2).cell(7)).isEqualTo(Cell.EMPTY);
    }

    @Test
    void readsEverySheetWithContent() throws IOException {
        assertThat(tables(TableReader.read(resource("/catalog/qsc-messy.xlsx"), "m.xlsx", Limits.STANDARD)))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheSeparator(String separator) {
        String text =
                String.join(separator, "a", "b", "c") + "\n" + String.join(separator, "1", "\"x, y; z\"", "3") + "\n";
        assertThat(csv(text)).containsExactly(List.of("a", "b", "c"), List.of("1", "x, y; z", "3"));
    }

    @Test
    void obeysASepLineAndDoesNotCountIt() {
        assertThat(csv("sep=;\r\na;b,c\r\n1;2\r\n")).containsExactly(List.of("a", "b,c"), List.of("1", "2"));
        assertThat(csv("\uFEFF\"sep=|\"\na|b;c;d\n")).containsExactly(List.of("a", "b;c;d"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,", "UTF-8,bom", "UTF-16LE,bom", "UTF-16BE,bom", "UTF-16LE,", "UTF-16BE,", "windows-1252,"})
    void findsTheEncoding(String charset, @Nullable String mark) {
        String text = (mark == null ? "" : "\uFEFF") + "vendor,model\nG\u00FCnther \u2013 K\u00F6ln,N\u00B0 1\n";
        byte[] bytes = text.getBytes(Charset.forName(charset));
        assertThat(texts(TableReader.read(bytes, "list.csv", Limits.STANDARD)))
                .containsExactly(List.of("vendor", "model"), List.of("G\u00FCnther \u2013 K\u00F6ln", "N\u00B0 1"));
    }

    @Test
    void countsBlankLinesAndKeepsQuotedLineBreaks() {
        assertThat(csv("a,b\n\n\"one\ntwo\",\"say \"\"x\"\"\"\n\n\n"))
                .containsExactly(List.of("a", "b"), List.of(), List.of("one\ntwo", "say \"x\""), List.of(), List.of());
    }

    @Test
    void doesNotLetAnUnclosedQuoteSwallowTheRest() {
        assertThat(csv("a,b\n\"19 inch,1\nc,d\n"))
                .containsExactly(List.of("a", "b"), List.of("\"19 inch", "1"), List.of("c", "d"));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        byte[] xlsx = resource("/catalog/qsc-messy.xlsx");
        assertThat(refusal(noise, "a.xlsx")).isEqualTo("a.xlsx is not an Excel workbook, whatever its name says.");
        assertThat(refusal(noise, "a.csv")).isEqualTo("a.csv is neither text nor a workbook.");
        assertThat(refusal(new byte[0], "a.xlsx")).isEqualTo("a.xlsx is empty.");
        assertThat(refusal(" \n \n".getBytes(StandardCharsets.UTF_8), "a.csv")).isEqualTo("a.csv is empty.");
        assertThat(refusal(Arrays.copyOf(xlsx, xlsx.length / 2), "a.xlsx"))
                .isEqualTo("a.xlsx is cut off: the end of the file is missing.");
        assertThat(refusal(workbook(new XSSFWorkbook(), sheet -> {}), "a.xlsx"))
                .isEqualTo("a.xlsx has no filled cell in any sheet.");
        assertThat(refusal("%PDF-1.7".getBytes(StandardCharsets.UTF_8), "a.pdf"))
                .isEqualTo("a.pdf is damaged and cannot be read as a PDF.");
        assertThat(refusal(zip("readme.txt", 10), "a.xlsx")).contains("not an Excel workbook");
        assertThat(refusal(zip("content.xml", 10), "a.ods")).contains("OpenDocument");
        assertThat(refusal(zip("xl/workbook.bin", 10), "a.xlsb")).contains(".xlsb");
        assertThat(refusal(zip("xl/workbook.xml", 10), "a.xlsx")).contains("damaged");
        byte[] old = workbook(
                new HSSFWorkbook(), sheet -> sheet.createRow(0).createCell(0).setCellValue("x"));
        assertThat(refusal(Arrays.copyOf(old, 600), "a.xls")).contains("damaged");
    }

    private static byte[] zip(String part, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(new byte[size]);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    @Test
    void refusesAZipBombBeforeItIsUnpacked() throws IOException {
        Limits limits = new Limits(1 << 20, 5 << 20, 8, 100, 10, 1000, 10_000, 100);
        Reading reading = TableReader.read(zip("xl/worksheets/sheet1.xml", 20 << 20), "bomb.xlsx", limits);
        assertThat(refusal(reading)).isEqualTo("bomb.xlsx unpacks to more than 5 MB.");
        assertThat(refusal(zip("xl/styles.xml", 20 << 20), "bomb.xlsx"))
                .isEqualTo("bomb.xlsx holds more than 4 MB in its part xl/styles.xml, which is read whole.");
    }

    @Test
    void saysThatAPasswordProtects() throws Exception {
        byte[] plain = workbook(
                new XSSFWorkbook(), sheet -> sheet.createRow(0).createCell(0).setCellValue("x"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream encrypted = encryptor.getDataStream(container)) {
                encrypted.write(plain);
            }
            container.writeFilesystem(out);
        }
        assertThat(refusal(out.toByteArray(), "a.xlsx")).isEqualTo("a.xlsx is protected by a password.");

        Biff8EncryptionKey.setCurrentUserPassword("secret");
        byte[] old;
        try {
            old = workbook(
                    new HSSFWorkbook(),
                    sheet -> sheet.createRow(0).createCell(0).setCellValue("x"));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(refusal(old, "a.xls")).isEqualTo("a.xls is protected by a password.");
    }

    @Test
    void keepsTheLimits() {
        Limits limits = new Limits(10_000, 1 << 20, 1, 3, 3, 8, 100, 10);
        assertThat(refusal(TableReader.readText("a\n".repeat(4), "t", limits))).contains("more than 3 rows");
        assertThat(refusal(TableReader.readText("a,b,c,d\n", "t", limits))).contains("more than 3 columns");
        assertThat(refusal(TableReader.readText("12345678901\n", "t", limits)))
                .contains("more than 10 characters in row 1");
        assertThat(refusal(TableReader.readText("a,b,c\n".repeat(3), "t", limits)))
                .contains("more than 8 cells");
        assertThat(refusal(TableReader.readText("a".repeat(10_001), "t", limits)))
                .contains("larger than");
        byte[] sheets = workbook(new XSSFWorkbook(), sheet -> {
            sheet.createRow(0).createCell(0).setCellValue("x");
            sheet.getWorkbook().createSheet("more");
        });
        assertThat(refusal(TableReader.read(sheets, "t", limits))).contains("more than 1 sheets");
        byte[] far = workbook(
                new XSSFWorkbook(),
                sheet -> sheet.createRow(1_000_000).createCell(0).setCellValue("x"));
        assertThat(refusal(far, "t")).contains("more than 65,536 rows");
    }

    @Test
    void answersForPathsToo() throws IOException {
        assertThat(refusal(TableReader.read(folder, Limits.STANDARD))).endsWith("is a folder, not a file.");
        assertThat(refusal(TableReader.read(folder.resolve("none.csv"), Limits.STANDARD)))
                .endsWith("none.csv does not exist.");
        Path list = Files.writeString(folder.resolve("list.csv"), "a,b\n1,2\n");
        assertThat(texts(TableReader.read(list, Limits.STANDARD))).hasSize(2);
        Limits small = new Limits(3, 3, 1, 1, 1, 1, 1, 1);
        assertThat(refusal(TableReader.read(list, small))).contains("larger than");
    }

    @Test
    void saysWhenReadingIsNotPermitted() throws IOException {
        Path list = Files.writeString(folder.resolve("locked.csv"), "a,b\n1,2\n");
        assumeTrue(Files.getFileStore(list).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(list, Set.of());
        assumeTrue(!Files.isReadable(list), "an administrator may read everything");
        assertThat(refusal(TableReader.read(list, Limits.STANDARD)))
                .isEqualTo("You have no permission to read locked.csv.");
    }

    @Test
    void putsHiddenSheetsBehindTheOthers() throws IOException {
        for (Workbook workbook : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
            try (workbook;
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                for (String name : List.of("old", "older", "list")) {
                    workbook.createSheet(name).createRow(0).createCell(0).setCellValue(name);
                }
                workbook.setActiveSheet(2);
                workbook.setSheetHidden(0, true);
                workbook.setSheetVisibility(1, org.apache.poi.ss.usermodel.SheetVisibility.VERY_HIDDEN);
                workbook.write(out);
                assertThat(tables(TableReader.read(out.toByteArray(), "list", Limits.STANDARD)).stream()
                                .map(TextTable::sheet))
                        .containsExactly("list", "old", "older");
            }
        }
    }
}
